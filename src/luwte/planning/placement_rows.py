# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Proposals and worth as rows of placements.csv and worth.csv."""

from collections.abc import Mapping
from decimal import Decimal

from luwte.placement import Policy
from luwte.placement.placement import NextBest, Placement, Proposal
from luwte.planning.outputs import PlacementRow, WorthRow

LEVELS = (1, 2, 3)
NOTHING = Decimal(0)


def placement_rows(placement: Placement, policy: Policy) -> tuple[PlacementRow, ...]:
    """One row per household, in the order of the tables."""
    return tuple(_row(proposal, policy.level_of) for proposal in placement.proposals)


def worth_rows(placement: Placement) -> tuple[WorthRow, ...]:
    """What one more place is worth, in the order of the placement."""
    return tuple(WorthRow(w.location, w.group, w.level_1, w.level_2, w.level_3) for w in placement.worth)


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
    )


def _prices(next_best: NextBest | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return next_best.price if next_best else (None, None, None)
