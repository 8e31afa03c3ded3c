# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a command ends: exit codes, and what only the command line itself can refuse."""

from enum import IntEnum


class Exit(IntEnum):
    """The contract with scripts: a result with findings is done; nothing is written in any other case."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    STOPPED = 130


class Refused(Exception):  # noqa: N818 - the word users meet
    """Something that cannot be done as asked; `message` is an English template of whole sentences, marked with `N_`."""

    code = Exit.REFUSED

    def __init__(self, message: str, **params: str) -> None:
        super().__init__(message)
        self.message = message
        self.params = params


class UsageRefused(Refused):
    """Options that contradict each other or are missing."""

    code = Exit.USAGE
