# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What households need, want and are bound to: phases, needs, wishes, ties, locks and guardians."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.country import Country, inhabitants
from luwte.data.example.dice import Dice, Flags, Ints, half_up
from luwte.data.example.history import History
from luwte.data.example.people import AMV, FAMILY, People
from luwte.data.example.settle import ARRIVING, NOWHERE, REGISTRATION, Settlement
from luwte.data.example.sites import DAYS_PER_MONTH, Site
from luwte.model.people import Phase, WishBy, WishKind
from luwte.model.periods import ADULT_AGE
from luwte.model.places import PlaceGroup

NO_WISH = "none"


@dataclass(frozen=True)
class Wish:
    """What a household asks for; `days_ago` tells when, `by` whose voice it is where children are concerned."""

    kind: WishKind
    code: str | None
    by: WishBy | None
    days_ago: int


@dataclass(frozen=True)
class Voices:
    """Per household, by its row; a row that is absent has none."""

    phase: list[Phase]
    needs: dict[int, frozenset[str]]
    wish: dict[int, Wish]
    linked: dict[int, str]
    near: dict[int, int]
    lock: dict[int, str]


def equip(assumed: Assumptions, seed: int, sites: Sequence[Site]) -> None:
    """Tell of every location what it provides, for whom alone it is, and whether unaccompanied minors have a team."""
    dice = Dice(seed, "what locations provide")
    for site in sites:
        shares = assumed.sites.provides[site.sector]
        only = frozenset({dice.draw(site.profile.only)}) if site.profile.only else frozenset()
        site.only = only
        site.provides = frozenset(code for code, share in shares.items() if dice.happens(share)) | only
        if site.places.get(PlaceGroup.AMV, 0):
            site.own_amv_team = bool(site.profile.serves_one_group) or dice.happens(assumed.sites.own_amv_team)


def give_voice(
    assumed: Assumptions,
    country: Country,
    seed: int,
    sites: Sequence[Site],
    people: People,
    settlement: Settlement,
    history: History,
) -> Voices:
    """Draw what every household needs and wants; residents of sites for some only all have that need."""
    dice = Dice(seed, "voices")
    phase = _phases(assumed, people, settlement, history, dice)
    return Voices(
        phase,
        _needs(assumed, sites, people, settlement, dice),
        _wishes(assumed, country, people, settlement, history, dice),
        _links(assumed, country, phase, dice),
        _ties(assumed, people, dice),
        _locks(assumed, settlement, dice),
    )


def with_women(sites: Sequence[Site], people: People, settlement: Settlement, codes: Sequence[str]) -> People:
    """The same people, with women alone where a location is for women only."""
    for_women = np.array([not site.only.isdisjoint(codes) for site in sites], dtype=np.bool_)
    there = (settlement.site != NOWHERE) & for_women[settlement.site]
    persons = people.persons
    return replace(people, persons=replace(persons, female=persons.female | there[persons.household]))


def _phases(assumed: Assumptions, people: People, settlement: Settlement, history: History, dice: Dice) -> list[Phase]:
    figures = assumed.people
    lodged = history.lodged
    behind = (settlement.stage == REGISTRATION) & (lodged > assumed.stays.days_in_registration[1])
    registering = np.isin(settlement.stage, (ARRIVING, REGISTRATION)) & ~behind
    order = dice.order(len(people))
    eligible = order[(lodged[order] >= assumed.stays.permit_after_months * DAYS_PER_MONTH) & ~behind[order]]
    wanted = half_up(int(people.size.sum()) * figures.permit_holders)
    permit = np.zeros(len(people), dtype=np.bool_)
    permit[eligible[np.cumsum(people.size[eligible]) <= wanted]] = True
    returning = dice.chance(len(people), figures.in_return) & ~permit & ~registering & ~behind
    phase = [Phase.PROCEDURE] * len(people)
    for its, households in ((Phase.REGISTRATION, registering), (Phase.PERMIT, permit), (Phase.RETURN, returning)):
        for row in np.flatnonzero(households).tolist():
            phase[row] = its
    return phase


def _needs(
    assumed: Assumptions, sites: Sequence[Site], people: People, settlement: Settlement, dice: Dice
) -> dict[int, frozenset[str]]:
    figures, needs = assumed.voices, dict[int, set[str]]()
    men = people.per_household((people.persons.age >= ADULT_AGE) & ~people.persons.female)
    for code, share in figures.needs.items():
        provided = np.array([code in site.provides for site in sites], dtype=np.bool_)
        only = np.array([code in site.only for site in sites], dtype=np.bool_)
        housed = settlement.site != NOWHERE
        there = housed & provided[settlement.site]
        bound = np.flatnonzero(housed & only[settlement.site])
        may = (men == 0) & (people.group != AMV) if code in figures.needs_of_women else np.ones(len(people), dtype=bool)
        wanted = half_up(len(people) * share)
        met = _some_of(there & may, half_up(wanted * figures.needs_met), dice)
        unmet = _some_of(~there & may, wanted - len(met), dice)
        for row in np.concatenate((bound, met, unmet)).tolist():
            needs.setdefault(row, set()).add(code)
    return {row: frozenset(codes) for row, codes in needs.items()}


def _some_of(flags: Flags, number: int, dice: Dice) -> Ints:
    rows = np.flatnonzero(flags)
    return rows[dice.order(len(rows))][:number]


def _wishes(
    assumed: Assumptions, country: Country, people: People, settlement: Settlement, history: History, dice: Dice
) -> dict[int, Wish]:
    figures, n = assumed.voices, len(people)
    since = np.zeros(n, dtype=np.int64)
    since[history.household[history.is_present]] = history.since[history.is_present]
    oldest = np.zeros(n, dtype=np.int64)
    minor = people.persons.age < ADULT_AGE
    np.maximum.at(oldest, people.persons.household[minor], people.persons.age[minor])
    kinds = dice.draws(n, figures.wishes)
    heard = dice.draws(n, figures.voices)
    when = np.floor(dice.uniform(n) * (since + 1)).astype(np.int64)
    towns = dice.picks(n, [inhabitants(m) for m in country.municipalities])
    wishes = {}
    for row in np.flatnonzero(settlement.site != NOWHERE).tolist():
        if kinds[row] == NO_WISH:
            continue
        town = country.municipalities[towns[row]]
        code = {WishKind.PLACE: town.code, WishKind.REGION: town.province_code}.get(WishKind(kinds[row]))
        child_speaks = oldest[row] >= figures.child_speaks_from and heard[row] == "child"
        by = _voice(int(people.group[row]), child_speaks)
        wishes[row] = Wish(WishKind(kinds[row]), code, by, int(when[row]))
    return wishes


def _voice(group: int, child_speaks: bool) -> WishBy | None:
    """Adults without children speak for themselves: there is nobody to name."""
    if child_speaks:
        return WishBy.CHILD
    return {AMV: WishBy.GUARDIAN, FAMILY: WishBy.PARENTS}.get(group)


def _links(assumed: Assumptions, country: Country, phase: Sequence[Phase], dice: Dice) -> dict[int, str]:
    holders = np.flatnonzero(np.array([its is Phase.PERMIT for its in phase], dtype=np.bool_))
    linked = holders[dice.some(len(holders), assumed.voices.linked)]
    towns = dice.picks(len(linked), [inhabitants(m) for m in country.municipalities])
    return {row: country.municipalities[at].code for row, at in zip(linked.tolist(), towns.tolist(), strict=True)}


def _ties(assumed: Assumptions, people: People, dice: Dice) -> dict[int, int]:
    pairs = half_up(len(people) * assumed.voices.keep_near / 2)
    chosen = dice.order(len(people))[: 2 * pairs].tolist()
    ties = dict(zip(chosen[:pairs], chosen[pairs:], strict=True))
    return ties | {other: one for one, other in ties.items()}


def _locks(assumed: Assumptions, settlement: Settlement, dice: Dice) -> dict[int, str]:
    housed = np.flatnonzero(settlement.site != NOWHERE)
    locked = housed[dice.some(len(housed), assumed.voices.locked)]
    return dict(zip(locked.tolist(), dice.draws(len(locked), assumed.voices.lock_reasons), strict=True))
