# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Can the accepted moves be made?"""

from collections.abc import Iterator

from luwte.data.raw import error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.stays import Move, MoveStatus
from luwte.words import N_

TWO_LIVE = error(
    "move_two_live",
    N_("Household {household} already has a move that is not made, in row {other}."),
    N_("Cancel one of the two."),
)
PAST = error(
    "move_past",
    N_("The move of household {household} was due before {date} and is not made."),
    N_("Record it as a stay, give it another day, or cancel it."),
)
SAME = error(
    "move_same", N_("Household {household} already lives there."), N_("Correct the location, or cancel the move.")
)
NOT_OPEN = error(
    "move_not_open", N_("{location} is not open on the day of the move."), N_("Correct the day or the location.")
)
LOCKED = warning(
    "move_locked",
    N_("Household {household} is locked and has a move that is not made."),
    N_("Unlock it, or cancel the move."),
)


def a_household_moves_once(tables: Tables) -> Iterator[Finding]:
    """A household has at most one move that is accepted or committed."""
    first: dict[str, int] = {}
    for i, move in _live(tables):
        if move.household in first:
            other = tables.sheets["moves"].place(first[move.household], "move").row
            yield tables.finding(
                TWO_LIVE, "moves", i, "household", subject=move.household, household=move.household, other=other
            )
        first.setdefault(move.household, i)


def moves_lie_ahead(tables: Tables) -> Iterator[Finding]:
    """A move that is not made lies on or after the reference date."""
    on = tables.data.reference_date
    for i, move in _live(tables):
        if on and move.on < on:
            yield tables.finding(PAST, "moves", i, "on", subject=move.household, household=move.household, date=on)


def moves_lead_somewhere_else(tables: Tables) -> Iterator[Finding]:
    """A move leads to another location that is open on its day, and nobody locked moves."""
    for i, move in _live(tables):
        household = tables.data.household.get(move.household)
        location = tables.data.location.get(move.to)
        about = {"subject": move.household, "household": move.household}
        if household and household.location == move.to:
            yield tables.finding(SAME, "moves", i, "to", **about)
        elif location and not location.is_open(move.on):
            yield tables.finding(NOT_OPEN, "moves", i, "to", location=move.to, **about)
        if household and household.locked:
            yield tables.finding(LOCKED, "moves", i, "household", **about)


def _live(tables: Tables) -> Iterator[tuple[int, Move]]:
    """Moves that are neither made nor cancelled, with their position."""
    return ((i, move) for i, move in enumerate(tables.data.moves) if move.status is not MoveStatus.CANCELLED)


CHECKS: tuple[Check, ...] = (a_household_moves_once, moves_lie_ahead, moves_lead_somewhere_else)
KINDS = (TWO_LIVE, PAST, SAME, NOT_OPEN, LOCKED)
