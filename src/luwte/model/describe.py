# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Say a finding in words, in one language, on one line."""

import re
from collections.abc import Mapping

from luwte.model.findings import Finding, Severity
from luwte.model.places import PlaceGroup
from luwte.words import N_, Words

LONGEST_VALUE = 60
LONGEST_PARAMETER = 300
CODE = re.compile(r"\w+")
SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}
WHOM: Mapping[str, str] = {
    PlaceGroup.FAMILY: N_("families"),
    PlaceGroup.AMV: N_("unaccompanied minors"),
    PlaceGroup.ADULT: N_("adults"),
}


def describe(finding: Finding, words: Words) -> tuple[str, str]:
    """What was found, and how to mend it; codes are said in words, as the group of places in `whom`."""
    params = {name: shown(value, LONGEST_PARAMETER) for name, value in finding.params.items()}
    for name, codes in ({"whom": WHOM} | dict(finding.kind.codes)).items():
        if name in params:
            params[name] = _in_words(params[name], codes, words)
    return words.text(finding.kind.what, **params), words.text(finding.kind.mend, **params)


def _in_words(text: str, codes: Mapping[str, str], words: Words) -> str:
    """A text in which every code is replaced by what it is called."""
    return CODE.sub(lambda found: words.text(codes[found[0]]) if found[0] in codes else found[0], text)


def line(finding: Finding, words: Words) -> str:
    """One plain line: `severity file:row column 'value': what. mend`, without what is not known.

    The value is what stood in the file and may be personal: show it to who gave the file, never log it.
    """
    what, mend = describe(finding, words)
    parts = [words.text(SEVERITIES[finding.kind.severity])]
    if place := finding.place:
        parts.append(f"{shown(place.file)}:{place.row}" if place.row else shown(place.file))
        parts += [shown(place.column)] if place.column else []
        parts += [f"'{shown(place.value)}'"] if place.value is not None else []
    elif finding.subject:
        parts.append(shown(finding.subject))
    return f"{' '.join(parts)}: {what} {mend}".rstrip()


def shown(text: str, longest: int = LONGEST_VALUE) -> str:
    """A text that is safe on one line: control characters escaped, long values cut off."""
    safe = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"
