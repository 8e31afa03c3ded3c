# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a command ends: exit codes, and the one thing that only the command line can refuse."""

from enum import IntEnum


class Exit(IntEnum):
    """The contract with scripts: a result with findings is done; nothing is written in any other case."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    STOPPED = 130


class UsageRefused(Exception):  # noqa: N818 - the word users meet
    """Options that contradict each other or are missing; `message` is an English template marked with `N_`."""

    def __init__(self, message: str, **params: str) -> None:
        super().__init__(message)
        self.message = message
        self.params = params
