# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the ids of one catalogue stand to those of another."""

from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """What a norm of this catalogue (theirs) asks, beside the one under which answers were given (ours).

    `PART`: they overlap and neither follows from the other. `NONE`: nothing there asks the like.
    """

    SAME = "same"
    STRICTER = "stricter"
    WEAKER = "weaker"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """One line of a mapping; `ours` is None where the match is `NONE`."""

    theirs: str
    ours: str | None
    match: Match
