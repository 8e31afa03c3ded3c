# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The classes that outcomes are compared between: group, size, region, earlier forced moves, phase."""

from collections.abc import Callable, Iterable, Mapping

from luwte.model.people import Household, HouseholdGroup, Phase
from luwte.planning.recount.situation import Situation
from luwte.planning.summary import NO_PLACE

EVERYBODY = "everybody"
LARGEST_SIZE, MOST_MOVES = 6, 3  # households of this size or more, and with so many moves or more, are one class
OR_MORE = "+"

ClassOf = Callable[[Situation, Household], str]


def everybody(situation: Situation, household: Household) -> str:
    """The class that all others are held against."""
    return EVERYBODY


def group(situation: Situation, household: Household) -> str:
    """The group that a household is placed as."""
    return household.group.value


def size(situation: Situation, household: Household) -> str:
    """How many people it has."""
    return _up_to(situation.members[household.key].size, LARGEST_SIZE)


def region(situation: Situation, household: Household) -> str:
    """The province where it lives now."""
    home = situation.home.get(household.key)
    return situation.province(home) if home else NO_PLACE


def forced_moves(situation: Situation, household: Household) -> str:
    """How often it was made to move before."""
    return _up_to(household.forced_moves, MOST_MOVES)


def phase(situation: Situation, household: Household) -> str:
    """Where it is in the asylum procedure."""
    return household.phase.value


DIMENSIONS: Mapping[str, ClassOf] = {
    EVERYBODY: everybody,
    "group": group,
    "size": size,
    "region": region,
    "forced_moves": forced_moves,
    "phase": phase,
}

_IN_ORDER: Mapping[str, tuple[str, ...]] = {
    "group": tuple(one.value for one in HouseholdGroup),
    "phase": tuple(one.value for one in Phase),
}


def in_order(dimension: str, codes: Iterable[str]) -> list[str]:
    """The classes of a dimension as the tables list them, else by code, no place last."""
    known = _IN_ORDER.get(dimension, ())
    return sorted(codes, key=lambda code: (known.index(code) if code in known else 0, code == NO_PLACE, code))


def _up_to(number: int, most: int) -> str:
    return str(number) if number < most else f"{most}{OR_MORE}"
