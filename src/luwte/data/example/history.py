# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where people have lived: days since lodging, and every stay from the first site to the present one.

All times are whole days before the reference date, so a larger number lies earlier.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice, Flags, Ints
from luwte.data.example.people import ADULT, AMV, MONTHS, YOUNG_ADULT, People
from luwte.data.example.profiles import Sector
from luwte.data.example.settle import ARRIVING, EMERGENCY, NOWHERE, PLACE_GROUP, REGISTRATION, REGULAR, Settlement
from luwte.data.example.sites import DAYS_PER_MONTH, Site
from luwte.model.periods import ADULT_AGE
from luwte.model.places import LocationKind
from luwte.model.stays import MoveCause

CAUSES = tuple(MoveCause)
FIRST = -1  # the first stay has no cause
DAYS_PER_YEAR = 365.25
ATTEMPTS = 4  # at finding a site that was open at the time; then the first site serves
WEEK = 7


@dataclass(frozen=True)
class History:
    """Stays as columns, sorted by household and from early to late; `until` is -1 for the present stay.

    `lodged` holds the days since lodging per household; `cause` is a position in `CAUSES` or `FIRST`.
    """

    lodged: Ints
    household: Ints
    site: Ints
    since: Ints
    until: Ints
    cause: Ints
    forced: Flags

    @property
    def is_present(self) -> Flags:
        """The stays that last."""
        return self.until < 0


@dataclass(frozen=True)
class _Sites:
    """Opening and closing days of all sites, open and closed, and which serve whom."""

    opened: Ints
    closed: Ints
    emergency: Flags
    registration: Flags
    serves: dict[int, Flags]

    @classmethod
    def of(cls, sites: Sequence[Site]) -> "_Sites":
        return cls(
            np.array([site.opened_days_ago for site in sites], dtype=np.int64),
            np.array([site.closed_days_ago if not site.is_open else -1 for site in sites], dtype=np.int64),
            np.array([site.sector is Sector.EMERGENCY for site in sites], dtype=np.bool_),
            np.array([site.profile.kind is LocationKind.REGISTRATION for site in sites], dtype=np.bool_),
            {code: np.array([site.places.get(group, 0) > 0 for site in sites]) for code, group in PLACE_GROUP.items()},
        )


def tell(assumed: Assumptions, seed: int, sites: Sequence[Site], people: People, settlement: Settlement) -> History:
    """The history of every household; `sites` holds the open and then the closed locations."""
    dice = Dice(seed, "history")
    its = _Sites.of(sites)
    lodged = _days_since_lodging(assumed, people, settlement, dice)
    household, since = _beginnings(assumed, people, settlement, lodged, dice)
    first, last = _ends(household)
    present = settlement.site[household]
    since = np.where(last, np.minimum(since, its.opened[present]), since)
    group = _places_taken(people, settlement, household, last)
    site = np.where(last, present, _earlier_sites(assumed, its, settlement, household, group, since, first, dice))
    site, since, closure = _let_closures_end_stays(assumed, its, household, group, site, since, first | last, dice)
    moved = first | np.concatenate(([True], site[1:] != site[:-1]))[: len(site)]
    household, site, since, closure = household[moved], site[moved], since[moved], closure[moved]
    first, last = _ends(household)
    until = np.where(last, -1, np.concatenate((since[1:], [-1]))[: len(since)])
    cause = _causes(assumed, people, settlement, household, closure, dice)
    unforced = np.isin(cause, [FIRST, *(CAUSES.index(cause) for cause in assumed.stays.unforced)])
    return History(lodged, household, site, since, until, cause, ~unforced)


def _ends(household: Ints) -> tuple[Flags, Flags]:
    """Which stays are the first and which the last of their household."""
    n = len(household)
    change = household[1:] != household[:-1]
    return np.concatenate(([True], change))[:n], np.concatenate((change, [True]))[:n]


def _months_since_eighteen(people: People) -> Ints:
    """Whole months since the month after the eighteenth birthday of the last person; negative before it."""
    months = np.zeros(len(people), dtype=np.int64)
    months[people.persons.household] = people.persons.months
    return months - MONTHS * ADULT_AGE - 1


def _days_since_lodging(assumed: Assumptions, people: People, settlement: Settlement, dice: Dice) -> Ints:
    figures, n = assumed.stays, len(people)
    month = DAYS_PER_YEAR / MONTHS
    days = np.zeros(n, dtype=np.int64)
    for stage, sector in ((REGULAR, Sector.REGULAR), (EMERGENCY, Sector.EMERGENCY)):
        here = settlement.stage == stage
        months = dice.up_to(int(here.sum()), figures.months_in_reception[sector])
        days[here] = WEEK + np.floor(months * month).astype(np.int64)
    arriving = settlement.stage == ARRIVING
    days[arriving] = dice.between(int(arriving.sum()), (0, WEEK - 1))
    registering = np.flatnonzero(settlement.stage == REGISTRATION)
    days[registering] = dice.between(len(registering), (0, figures.days_in_registration[1]))
    behind = registering[dice.some(len(registering), figures.registration_backlog)]
    days[behind] = dice.between(len(behind), figures.backlog_days)
    young = np.flatnonzero(people.group == YOUNG_ADULT)
    before = dice.between(len(young), figures.before_eighteen_months)
    days[young] = np.floor((_months_since_eighteen(people)[young] + 1 + before) * month).astype(np.int64)
    return days


def _beginnings(
    assumed: Assumptions, people: People, settlement: Settlement, lodged: Ints, dice: Dice
) -> tuple[Ints, Ints]:
    """Household and first day of every stay: the first site, the move out of it, and further moves at random days."""
    figures = assumed.stays
    moved_on = np.isin(settlement.stage, (EMERGENCY, REGULAR))
    young = (people.group == YOUNG_ADULT) & (settlement.place_group == ADULT)
    out_of_it = lodged - np.minimum(dice.between(len(people), figures.days_in_registration), lodged // 2)
    rates = figures.further_moves_per_year
    rate = np.where(people.minors > 0, rates["child"], rates["adult"])
    drawn = np.floor(out_of_it / DAYS_PER_YEAR * rate + dice.uniform(len(people))).astype(np.int64)
    further = np.where(moved_on & ~young, np.minimum(drawn, figures.most_moves - 1), 0)
    again = np.repeat(np.arange(len(people)), further)
    their_days = np.floor(dice.uniform(len(again)) * (out_of_it[again] - WEEK)).astype(np.int64)
    since_eighteen = np.maximum(0, _months_since_eighteen(people)[young]) * DAYS_PER_MONTH
    left_at_eighteen = np.floor(dice.uniform(int(young.sum())) * (since_eighteen + 1)).astype(np.int64)
    housed = settlement.site != NOWHERE
    household = np.concatenate((np.flatnonzero(housed), np.flatnonzero(moved_on), again, np.flatnonzero(young)))
    since = np.maximum(0, np.concatenate((lodged[housed], out_of_it[moved_on], their_days, left_at_eighteen)))
    order = np.lexsort((-since, household))
    household, since = household[order], since[order]
    first, _ = _ends(household)
    another_day = first | np.concatenate(([True], since[1:] != since[:-1]))[: len(since)]
    return household[another_day], since[another_day]


def _places_taken(people: People, settlement: Settlement, household: Ints, last: Flags) -> Ints:
    """The group of places of each stay: who came alone as a minor began on a place for unaccompanied minors."""
    came_alone = people.group[household] == YOUNG_ADULT
    return np.where(came_alone & ~last, AMV, settlement.place_group[household])


def _earlier_sites(
    assumed: Assumptions,
    its: _Sites,
    settlement: Settlement,
    household: Ints,
    group: Ints,
    since: Ints,
    first: Flags,
    dice: Dice,
) -> Ints:
    """A site for every earlier stay: registration first, then sites that were open from its first to its last day."""
    until = np.concatenate((since[1:], [0]))[: len(since)]
    shares = assumed.stays.earlier_in_emergency
    in_emergency = settlement.stage[household] == EMERGENCY
    wants_emergency = dice.chance(
        len(household), np.where(in_emergency, shares[Sector.EMERGENCY], shares[Sector.REGULAR])
    )
    registration = np.flatnonzero(its.registration)
    site = registration[dice.between(len(household), (0, len(registration) - 1))]
    for code, serves in its.serves.items():
        for emergency in (True, False):
            rows = np.flatnonzero(~first & (group == code) & (wants_emergency == emergency))
            pool = np.flatnonzero(serves & (its.emergency == emergency) & ~its.registration)
            for _ in range(ATTEMPTS if len(pool) else 0):
                drawn = pool[dice.between(len(rows), (0, len(pool) - 1))]
                was_open = (its.opened[drawn] >= since[rows]) & (its.closed[drawn] <= until[rows])
                site[rows[was_open]] = drawn[was_open]
                rows = rows[~was_open]
    return site


def _let_closures_end_stays(
    assumed: Assumptions,
    its: _Sites,
    household: Ints,
    group: Ints,
    site: Ints,
    since: Ints,
    fixed: Flags,
    dice: Dice,
) -> tuple[Ints, Ints, Flags]:
    """Let earlier emergency stays end on the day a site closed, where one closed between the next two moves."""
    site, moved = site.copy(), since.copy()
    closure = np.zeros(len(site), dtype=np.bool_)
    after_next = np.where(household[2:] == household[:-2], since[2:], -1)
    wanted = its.emergency[site] & ~fixed & dice.chance(len(site), assumed.stays.ended_by_closure)
    for code, serves in its.serves.items():
        closed = np.flatnonzero(serves & (its.closed >= 0))
        closed = closed[np.argsort(its.closed[closed], kind="stable")]
        rows = np.flatnonzero(wanted & (group == code))
        at = np.searchsorted(its.closed[closed], since[rows + 1], side="right") - 1
        rows, found = rows[at >= 0], closed[at[at >= 0]]
        after = np.concatenate((after_next, [-1, -1]))[rows]
        fits = (its.opened[found] >= since[rows]) & (its.closed[found] > after)
        site[rows[fits]] = found[fits]
        moved[rows[fits] + 1] = its.closed[found[fits]]
        closure[rows[fits] + 1] = True
    return site, moved, closure


def _causes(
    assumed: Assumptions, people: People, settlement: Settlement, household: Ints, closure: Flags, dice: Dice
) -> Ints:
    first, last = _ends(household)
    drawn = dice.picks(len(household), assumed.stays.causes.values())
    cause = np.array([CAUSES.index(cause) for cause in assumed.stays.causes], dtype=np.int64)[drawn]
    second = np.concatenate(([False], first[:-1]))[: len(first)]
    came_of_age = (people.group == YOUNG_ADULT) & (settlement.place_group == ADULT)
    cause = np.where(second, CAUSES.index(MoveCause.PROCEDURE), cause)
    cause = np.where(closure, CAUSES.index(MoveCause.CLOSURE), cause)
    cause = np.where(last & came_of_age[household], CAUSES.index(MoveCause.EIGHTEEN), cause)
    return np.where(first, FIRST, cause)
