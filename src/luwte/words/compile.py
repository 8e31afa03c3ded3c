# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Compile the translations of `words/nl/*.po` into one catalogue; no system tools, only Babel.

The same catalogue is written under two names: `luwte` for the library and `django` for the pages.
"""

from collections import Counter
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from luwte.words.translate import CATALOGUES, DOMAIN, LANGUAGES

HERE = Path(__file__).parent


def merged(language: str) -> Catalog:
    """All part files of a language as one catalogue; a message translated in two ways raises ValueError."""
    catalogue = Catalog(locale=language)
    clashes: Counter[str] = Counter()
    for part in sorted((HERE / language).glob("*.po")):
        with part.open("rb") as file:
            for message in read_po(file, locale=language):
                known = catalogue.get(message.id)
                if message.id and known and known.string != message.string:
                    clashes[str(message.id)] += 1
                if message.id and message.string:
                    catalogue.add(message.id, message.string)
    if clashes:
        raise ValueError(f"translated in two ways: {sorted(clashes)}")
    return catalogue


def compile_all() -> list[Path]:
    """Write the compiled catalogues and return their paths."""
    written = []
    for language in LANGUAGES:
        if not (HERE / language).is_dir():
            continue
        folder = CATALOGUES / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        compiled = BytesIO()
        write_mo(compiled, merged(language))
        for domain in (DOMAIN, "django"):
            made, there = folder / f"{domain}.new", folder / f"{domain}.mo"
            made.write_bytes(compiled.getvalue())
            made.replace(there)  # at once: somebody may be reading
            written.append(there)
    return written


if __name__ == "__main__":
    compile_all()
