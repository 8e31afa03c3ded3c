# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Look up a message in the catalogue and fill in its parameters."""

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")
CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "luwte"


def N_(message: str) -> str:  # noqa: N802 - the name that Babel extracts by convention
    """Mark a message for translation without translating it here."""
    return message


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: str
    catalogue: gettext.NullTranslations

    def text(self, message: str, /, **params: object) -> str:
        """Translate a message id and fill in `{named}` parameters; a parameter is never itself a template."""
        translated = self.catalogue.gettext(message) if message else ""
        return translated.format(**params) if params else translated

    def count(self, one: str, many: str, number: int, /, **params: object) -> str:
        """Translate a message that depends on a number; `{n}` is the number."""
        return self.catalogue.ngettext(one, many, number).format(n=number, **params)


@cache
def words_in(language: str) -> Words:
    """The words of a language in `LANGUAGES`. English is in the code; a missing Dutch catalogue raises
    FileNotFoundError, because half a translation is worse than a clear refusal.
    """
    if language == "en":
        return Words("en", gettext.NullTranslations())
    return Words(language, gettext.translation(DOMAIN, localedir=CATALOGUES, languages=[language]))
