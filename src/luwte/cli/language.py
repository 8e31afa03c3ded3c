# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which language the command line speaks."""

from collections.abc import Sequence
from enum import StrEnum

from luwte.words import Words, words_in


class Language(StrEnum):
    """The languages of the house; Dutch is the default."""

    NL = "nl"
    EN = "en"


def language_asked(args: Sequence[str]) -> Language:
    """The language that the arguments ask for, known before they are parsed: help and usage errors speak it too."""
    for at, arg in enumerate(args):
        if arg == "--language" and at + 1 < len(args):
            return _known(args[at + 1])
        if arg.startswith("--language="):
            return _known(arg.partition("=")[2])
    return Language.NL


def _known(text: str) -> Language:
    return Language(text) if text in set(Language) else Language.NL


def words_for(language: Language) -> Words:
    """The words of a language; English where the Dutch catalogue was not compiled, so that an error can be told."""
    try:
        return words_in(language.value)
    except FileNotFoundError:
        return words_in(Language.EN.value)
