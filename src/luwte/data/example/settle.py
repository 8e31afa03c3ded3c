# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who lives where: people over sectors, places over groups, households into places."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from luwte.data.example.apportion import apportion
from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice, Ints, half_up
from luwte.data.example.people import ADULT, AMV, FAMILY, YOUNG_ADULT, People
from luwte.data.example.profiles import Sector
from luwte.data.example.sites import Site
from luwte.model.periods import ADULT_AGE, SCHOOL_AGE
from luwte.model.places import LocationKind, PlaceGroup

ARRIVING, REGISTRATION, EMERGENCY, REGULAR = range(4)
NOWHERE = -1
MUST_LEAVE_DAYS, NOTICE_DAYS = 14, 56  # terms of the placement policy
PLACE_GROUP = {FAMILY: PlaceGroup.FAMILY, AMV: PlaceGroup.AMV, ADULT: PlaceGroup.ADULT}


@dataclass(frozen=True)
class Settlement:
    """For every household the stage it is in and the position of its site (`NOWHERE` while it has none)."""

    stage: Ints
    site: Ints
    place_group: Ints


def settle(assumed: Assumptions, scale: Fraction, seed: int, sites: Sequence[Site], people: People) -> Settlement:
    """Give the sites places per group and the households a site; fills in `places` and `residents` of the sites."""
    dice = Dice(seed, "settling")
    stage_of = [_stage(site) for site in sites]
    _let_young_adults_stay_on(assumed, sites, dice)
    stage, place_group = _stages(assumed, scale, sites, people, dice)
    size = people.size
    site_of = np.full(len(people), NOWHERE, dtype=np.int64)
    for here in (REGISTRATION, EMERGENCY, REGULAR):
        members = [site for site, its in zip(sites, stage_of, strict=True) if its == here]
        positions = np.array([at for at, its in enumerate(stage_of) if its == here], dtype=np.int64)
        persons = {
            group: int(size[(stage == here) & (place_group == code)].sum()) for code, group in PLACE_GROUP.items()
        }
        _divide_places(members, _wanted_places(assumed, here, persons))
        for code, group in PLACE_GROUP.items():
            households = np.flatnonzero((stage == here) & (place_group == code))
            chosen = _house(assumed, members, group, households, size, people, dice)
            site_of[households] = positions[chosen]
            for at, persons_there in enumerate(np.bincount(chosen, weights=size[households], minlength=len(members))):
                members[at].residents[group] = int(persons_there)
    _make_room_for_who_is_there(sites)
    _crowd(assumed, sites, dice)
    _count_pupils(sites, people, site_of)
    return Settlement(stage, site_of, place_group)


def _stage(site: Site) -> int:
    if site.profile.kind is LocationKind.REGISTRATION:
        return REGISTRATION
    return EMERGENCY if site.sector is Sector.EMERGENCY else REGULAR


def _let_young_adults_stay_on(assumed: Assumptions, sites: Sequence[Site], dice: Dice) -> None:
    for site in sites:
        if site.profile.kind is LocationKind.AMV_SITE:
            site.stays_until_age = int(dice.draw(assumed.sites.stays_until_age))


def _room_to_stay_on(assumed: Assumptions, site: Site) -> int:
    return int(site.size * assumed.people.staying_on_places) if site.stays_until_age > ADULT_AGE else 0


def _stages(
    assumed: Assumptions, scale: Fraction, sites: Sequence[Site], people: People, dice: Dice
) -> tuple[Ints, Ints]:
    """For every household the stage and the group of places it takes."""
    figures, occupancy = assumed.people, assumed.occupancy
    size, minors = people.size, people.minors
    capacity = {here: sum(site.size for site in sites if _stage(site) == here) for here in (REGISTRATION, EMERGENCY)}
    arriving = figures.arrivals_per_year / figures.weeks_per_year * float(scale)
    registering = capacity[REGISTRATION] * occupancy.registration
    weight = sum(figures.arriving.values())
    stage = np.full(len(people), REGULAR, dtype=np.int64)
    place_group = np.where(people.group == YOUNG_ADULT, ADULT, people.group)

    def take(households: Ints, counted: Ints, here: int, wanted: float) -> Ints:
        cuts = np.concatenate(([0], np.cumsum(counted[households])))
        number = int(np.argmin(np.abs(cuts - wanted)))
        stage[households[:number]] = here
        return households[number:]

    children = half_up(float(figures.children * scale))
    unaccompanied = half_up(float(figures.unaccompanied * scale)) * figures.unaccompanied_in_emergency
    in_emergency = {AMV: unaccompanied, FAMILY: children * figures.children_in_emergency - unaccompanied}
    for group in (AMV, FAMILY, ADULT):
        rest = np.flatnonzero(people.group == group)[dice.order(int((people.group == group).sum()))]
        share = figures.arriving[PLACE_GROUP[group]] / weight
        rest = take(rest, size, ARRIVING, arriving * share)
        rest = take(rest, size, REGISTRATION, registering * share)
        if group == ADULT:
            rest = _with_young_adults(assumed, sites, people, rest, place_group, dice)
            there = int(size[stage == EMERGENCY].sum())
            take(rest, size, EMERGENCY, capacity[EMERGENCY] * occupancy.emergency - there)
        else:
            take(rest, minors, EMERGENCY, in_emergency[group])
    return stage, place_group


def _with_young_adults(
    assumed: Assumptions, sites: Sequence[Site], people: People, adults: Ints, place_group: Ints, dice: Dice
) -> Ints:
    """Let some young adults stay on places for unaccompanied minors; the others join the adults, in random order."""
    young = np.flatnonzero(people.group == YOUNG_ADULT)
    oldest = np.zeros(len(people), dtype=np.int64)
    np.maximum.at(oldest, people.persons.household, people.persons.age)
    youngest_limit = min((age for age in assumed.sites.stays_until_age if age > ADULT_AGE), default=ADULT_AGE)
    may_stay = young[oldest[young] < youngest_limit]
    room = sum(_room_to_stay_on(assumed, site) for site in sites)
    place_group[may_stay[: int(room * assumed.people.young_adults_staying_on)]] = AMV
    joined = np.concatenate((adults, young[place_group[young] == ADULT]))
    return joined[dice.order(len(joined))]


def _wanted_places(assumed: Assumptions, stage: int, persons: dict[PlaceGroup, int]) -> dict[PlaceGroup, int]:
    """Places for children's groups by their occupancy, with a few free ones in a small example; adults get the rest."""
    occupancy = assumed.occupancy
    family, amv = {
        REGISTRATION: (occupancy.registration, occupancy.registration),
        EMERGENCY: (occupancy.emergency_children, occupancy.emergency_children),
        REGULAR: (occupancy.regular_family, occupancy.regular_amv),
    }[stage]
    wanted = {}
    for group, full in ((PlaceGroup.AMV, amv), (PlaceGroup.FAMILY, family)):
        free = min(occupancy.fewest_free, int(persons[group] * occupancy.fewest_free_share))
        wanted[group] = max(int(np.ceil(persons[group] / full)), persons[group] + free)
    return wanted


def _divide_places(sites: Sequence[Site], wanted: dict[PlaceGroup, int]) -> None:
    """Places per group: all of a site for one group, and in shared sites by weight until the group has enough."""
    shared = [site for site in sites if site.profile.serves_one_group is None]
    for site in sites:
        if group := site.profile.serves_one_group:
            site.places[group] = site.size
    for group, places in wanted.items():
        standing = sum(site.places.get(group, 0) for site in sites)
        weights = [site.size * site.profile.groups.get(group, 0.0) for site in shared]
        limits = [site.size - sum(site.places.values()) for site in shared]
        parts = apportion(places - standing, weights, limits).tolist()
        for site, part in zip(shared, parts, strict=True):
            site.places[group] = part
    for site in shared:
        site.places[PlaceGroup.ADULT] = site.size - sum(site.places.values())


def _house(
    assumed: Assumptions,
    sites: Sequence[Site],
    group: PlaceGroup,
    households: Ints,
    size: Ints,
    people: People,
    dice: Dice,
) -> Ints:
    """For each household the position of its site."""
    places = np.array([site.places.get(group, 0) for site in sites], dtype=np.int64)
    sizes, chosen = size[households], np.full(len(households), NOWHERE, dtype=np.int64)
    room = _room_kept_full(assumed, sites, places, int(sizes.sum()), dice)
    staying_on = (people.group[households] == YOUNG_ADULT) & (group is PlaceGroup.AMV)
    if staying_on.any():
        theirs = np.array([_room_to_stay_on(assumed, site) for site in sites], dtype=np.int64)
        chosen[staying_on] = fill(np.minimum(theirs, room), sizes[staying_on], dice)
    for limits in (room, places):
        waiting = chosen == NOWHERE
        taken = np.bincount(chosen[~waiting], weights=sizes[~waiting], minlength=len(sites)).astype(np.int64)
        chosen[waiting] = fill(limits - taken, sizes[waiting], dice)
    left = places - np.bincount(chosen[chosen != NOWHERE], weights=sizes[chosen != NOWHERE], minlength=len(sites))
    for at in np.flatnonzero(chosen == NOWHERE):
        chosen[at] = int(np.argmax(left))
        left[chosen[at]] -= sizes[at]
    return chosen


def _room_kept_full(assumed: Assumptions, sites: Sequence[Site], places: Ints, persons: int, dice: Dice) -> Ints:
    """Places that may be filled: less at sites that wind down, and at the few sites where free places are together."""
    free = int(places.sum()) - persons
    winds_down = np.array([site.closes_within(NOTICE_DAYS) for site in sites], dtype=np.bool_)
    emptied = np.where(winds_down, places - np.floor(places * assumed.sites.winding_down).astype(np.int64), 0)
    room = places - apportion(max(0, min(free, int(emptied.sum()))), emptied.tolist(), emptied.tolist())
    block = int((free - int((places - room).sum())) * assumed.occupancy.free_in_blocks)
    number = min(half_up(len(sites) * assumed.occupancy.sites_with_blocks), block // assumed.occupancy.smallest_block)
    candidates = np.flatnonzero(~winds_down & (places > 0))
    chosen = candidates[dice.order(len(candidates))][: max(1, number)]
    with_block = np.zeros(len(sites), dtype=np.int64)
    with_block[chosen] = places[chosen]
    largest = np.floor(places * assumed.occupancy.largest_block).astype(np.int64)
    return room - apportion(block, with_block.tolist(), largest.tolist())


def fill(room: Ints, sizes: Ints, dice: Dice) -> Ints:
    """A place for each household: the largest first, each at a random one of the sites where it still fits.

    Sites with room for one household of the size come first, so that no crumbs are left everywhere.
    """
    chosen, room = np.full(len(sizes), NOWHERE, dtype=np.int64), np.maximum(room, 0)
    for size in range(int(sizes.max(initial=0)), 0, -1):
        households = np.flatnonzero(sizes == size)
        berths = np.repeat(np.arange(len(room)), room // size)
        berths = berths[dice.order(len(berths))]
        berths = berths[np.argsort(room[berths] >= 2 * size, kind="stable")][: len(households)]
        chosen[households[: len(berths)]] = berths
        room = room - size * np.bincount(berths, minlength=len(room))
    return chosen


def _make_room_for_who_is_there(sites: Sequence[Site]) -> None:
    """In a small example a group can be too small for a large household: then it gets free places of another group."""
    for site in sites:
        for group in PlaceGroup:
            for other in PlaceGroup:
                shift = min(-site.free(group), site.free(other))
                if shift > 0:
                    site.places[group] = site.places.get(group, 0) + shift
                    site.places[other] -= shift


def _crowd(assumed: Assumptions, sites: Sequence[Site], dice: Dice) -> None:
    """Let a handful of locations hold more people than places; the places taken away go to a site of the same sort."""
    left = max(1, half_up(len(sites) * assumed.sites.crowded))
    for at in dice.order(len(sites)).tolist():
        excess = dice.number(assumed.sites.crowded_by)
        if left and _moved_places(sites[at], excess, sites):
            left -= 1


def _moved_places(site: Site, excess: int, sites: Sequence[Site]) -> bool:
    """Whether a shared site could be left with so many places fewer than adults, and another one given the rest."""
    shift = site.free(PlaceGroup.ADULT) + excess
    if site.profile.serves_one_group or shift <= 0 or site.residents.get(PlaceGroup.ADULT, 0) <= excess:
        return False
    for other in sites:
        is_alike = other.profile is site.profile and other.province == site.province and other is not site
        if is_alike and other.free(PlaceGroup.ADULT) > 0:
            site.places[PlaceGroup.ADULT] -= shift
            other.places[PlaceGroup.ADULT] += shift
            return True
    return False


def _count_pupils(sites: Sequence[Site], people: People, site_of: Ints) -> None:
    ages = people.persons.age
    pupils = people.per_household((ages >= SCHOOL_AGE.start) & (ages < SCHOOL_AGE.stop))
    housed = site_of != NOWHERE
    for site, number in zip(
        sites, np.bincount(site_of[housed], weights=pupils[housed], minlength=len(sites)), strict=True
    ):
        site.school_children = int(number)
