# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Proposals and worth as rows of placements.csv and worth.csv, and what stands in the way read back from a row."""

import re
from collections.abc import Mapping
from decimal import Decimal

from luwte.placement import Policy
from luwte.placement.placement import InTheWay, Lack, NextBest, Placement, Proposal
from luwte.planning.outputs import PlacementRow, WorthRow

LEVELS = (1, 2, 3)
NOTHING = Decimal(0)
LOCATIONS = ("lawful", "fit", "with_room")
HOUSEHOLDS = ("newcomers", "had_none", "exchanging", "ahead", "level")
LEVEL_BEFORE = re.compile(r"l[123]_")
LACKS = "lacks_"  # before the name of what a place is short of
UNIT = "unit"


def placement_rows(placement: Placement, policy: Policy) -> tuple[PlacementRow, ...]:
    """One row per household, in the order of the tables."""
    return tuple(_row(proposal, policy.level_of) for proposal in placement.proposals)


def worth_rows(placement: Placement) -> tuple[WorthRow, ...]:
    """What one more place or whole unit is worth, in the order of the placement."""
    return tuple(WorthRow(w.location, w.group, w.level_1, w.level_2, w.level_3, w.unit) for w in placement.worth)


def in_the_way_of(row: PlacementRow) -> InTheWay | None:
    """What stands in the way of the household of a row; None where nothing was looked for."""
    if not row.in_the_way:
        return None
    said = dict(row.in_the_way)
    return InTheWay(
        **{name: int(said[name]) for name in (*LOCATIONS, *HOUSEHOLDS)},
        move={name[3:]: value for name, value in row.in_the_way if LEVEL_BEFORE.match(name)},
        wanted=row.wanted,
        wanted_group=row.wanted_group,
        lacks={lack: int(said[LACKS + lack]) for lack in Lack if LACKS + lack in said},
        unit=int(said.get(UNIT, 0)),
    )


def _cell(found: InTheWay, level_of: Mapping[str, int]) -> tuple[tuple[str, Decimal], ...]:
    counts = ((name, Decimal(getattr(found, name))) for name in (*LOCATIONS, *HOUSEHOLDS))
    lacks = ((LACKS + lack, Decimal(number)) for lack, number in found.lacks.items())
    move = sorted((level_of[name], name, value) for name, value in found.move.items())
    unit = ((UNIT, Decimal(found.unit)),) if found.unit else ()
    return (*counts, *lacks, *unit, *((f"l{level}_{name}", value) for level, name, value in move))


def _row(proposal: Proposal, level_of: Mapping[str, int]) -> PlacementRow:
    level_1, level_2, level_3 = (
        sum((value for name, value in proposal.terms.items() if level_of[name] == level), NOTHING) for level in LEVELS
    )
    terms = sorted((level_of[name], name, value) for name, value in proposal.terms.items())
    price = _prices(proposal.next_best)
    return PlacementRow(
        household=proposal.household,
        group=proposal.group,
        size=proposal.size,
        minors=proposal.minors,
        origin=proposal.origin,
        destination=proposal.destination,
        place_group=proposal.place_group,
        action=proposal.action,
        cause=proposal.cause,
        level_1=level_1,
        level_2=level_2,
        level_3=level_3,
        terms=tuple((f"l{level}_{name}", value) for level, name, value in terms),
        next_best=proposal.next_best.location if proposal.next_best else None,
        next_best_room=proposal.next_best.room if proposal.next_best else None,
        next_best_level_1=price[0],
        next_best_level_2=price[1],
        next_best_level_3=price[2],
        excluded=tuple(sorted(proposal.excluded.items())),
        lawful=proposal.lawful,
        in_the_way=_cell(proposal.in_the_way, level_of) if proposal.in_the_way else (),
        wanted=proposal.in_the_way.wanted if proposal.in_the_way else None,
        wanted_group=proposal.in_the_way.wanted_group if proposal.in_the_way else None,
        room_for=proposal.room_for,
    )


def _prices(next_best: NextBest | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return next_best.price if next_best else (None, None, None)
