# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a home is worth for a household with a permit: what weighs on it now, and what it leaves to others.

Taking a household out of the problem lets the bound fall by at most what the household costs at the prices. Which
household gets a home is not decided here: homes follow from the link between household and municipality.
"""

from collections import defaultdict
from dataclasses import dataclass

from luwte.model.people import Phase
from luwte.placement.placement import Proposal
from luwte.planning.place import Placing
from luwte.planning.recount import Values
from luwte.planning.worth.levels import NOTHING, PerLevel
from luwte.planning.worth.rows import HomeWorthRow
from luwte.planning.worth.units import Worths, worths_of


@dataclass(frozen=True, slots=True)
class HomeWorth:
    """A household that waits for a home, the province where that will be (None: not linked yet), and its worth."""

    household: str
    province_code: str | None
    size: int
    minors: int
    worth: PerLevel


def homes(placing: Placing) -> tuple[HomeWorth, ...]:
    """Every household with a permit, the one whose home helps most first."""
    dataset, prices = placing.question.dataset, worths_of(placing)
    found = []
    for proposal in placing.placement.proposals:
        household = dataset.household[proposal.household]
        if household.phase is Phase.PERMIT:
            linked = dataset.municipality.get(household.linked_municipality or "")
            province = linked.province_code if linked else None
            worth = _worth(proposal, placing.question.values, prices)
            found.append(HomeWorth(household.key, province, proposal.size, proposal.minors, worth))
    return tuple(sorted(found, key=lambda home: home.worth, reverse=True))


def home_worth(placing: Placing) -> tuple[HomeWorthRow, ...]:
    """One row per province that homes are awaited in, in the order of the provinces, who is not linked yet last."""
    waiting: dict[str | None, list[HomeWorth]] = defaultdict(list)
    for home in homes(placing):
        waiting[home.province_code].append(home)
    order = [*(province.province_code for province in placing.tasks.provinces), None]
    return tuple(_row(province, waiting[province]) for province in order if waiting[province])


def _row(province: str | None, waiting: list[HomeWorth]) -> HomeWorthRow:
    people, children = sum(home.size for home in waiting), sum(home.minors for home in waiting)
    return HomeWorthRow(province, len(waiting), people, children, waiting[0].size, *waiting[0].worth)


def _worth(proposal: Proposal, values: Values, prices: Worths) -> PerLevel:
    own = [NOTHING.level_1] * len(NOTHING)
    for name, weight in proposal.terms.items():
        own[values.term[name].level - 1] += weight
    if proposal.destination is None or proposal.place_group is None:
        return PerLevel(*own)
    return PerLevel(*own).plus(prices.of_leaving(proposal.destination, proposal.place_group, proposal.size))
