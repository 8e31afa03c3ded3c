# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The placement problem at a date, as arrays: who must be placed, where they are, and what counts for them.

How the text of the problem is read, point by point: docs/decisions/0003-placement-readings.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding
from luwte.model.people import Household, HouseholdGroup, Phase, WishBy, WishKind
from luwte.model.periods import is_minor, is_school_age
from luwte.model.places import ACCESSIBLE, Fitness, LocationKind, PlaceGroup
from luwte.placement.calendar import days_in_term
from luwte.placement.history import quarters_in_unfit_places
from luwte.placement.policy import Policy
from luwte.placement.present import NOWHERE, Present, oldest_age, present_of
from luwte.placement.sites import GROUPS, UNFIT, Flags, Ints, Sites, describe_sites, flags, ints, kilometres

SMALL_AMV_SITE = 20  # places; a small-scale unit for unaccompanied minors (coa.nl, June 2022; published)

NeedSet = tuple[str, ...]
Wish = tuple[WishKind, str]


@dataclass(frozen=True, eq=False)
class People:
    """Arrays over households (H). Counts are persons; locations, slots, sets and wishes are indices, -1 is none.

    `stays_open` marks who may stay and is not on notice; `fit_now` how fit the present place is for the household.
    """

    keys: tuple[str, ...]
    group: Ints
    is_family: Flags
    is_amv: Flags
    size: Ints
    minors: Ints
    school_age: Ints
    protected: Ints
    oldest: Ints
    in_registration: Flags
    origin: Ints
    home: Ints
    only: Ints
    reserved: Flags
    fit_now: Ints
    stays_open: Flags
    forced_moves: Ints
    quarters: Ints
    in_term: Flags
    need_set: Ints
    needs_access: Flags
    has_need: Flags
    wish: Ints
    wishes_to_stay: Flags
    wish_weight: Ints
    near_municipality: Ints
    linked_province: Ints

    @property
    def adults(self) -> Ints:
        """Persons who are no minors."""
        return self.size - self.minors

    @property
    def access(self) -> Ints:
        """Accessible places that a household takes: all of it, when one of it needs one."""
        return np.where(self.needs_access, self.size, 0)


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything that rules and terms read.

    `needs_met` and `only_met` are (need sets x L), `wish_met` (wishes x 3L, with a last row for no wish),
    `kilometres` (L x L).
    """

    date: date
    policy: Policy
    sites: Sites
    people: People
    needs_met: Flags
    only_met: Flags
    wish_met: Flags
    kilometres: Ints
    findings: tuple[Finding, ...]


def describe_problem(
    dataset: Dataset,
    policy: Policy,
    on: date,
    fit: Mapping[tuple[str, PlaceGroup], Fitness],
    shares: Mapping[str, Fraction],
) -> Problem:
    """Turn a dataset into the arrays of the problem; nothing is decided here."""
    sites = describe_sites(dataset, policy, on, fit, shares)
    present = present_of(dataset, sites, on)
    in_term, calendar_findings = days_in_term(dataset, on)
    need_sets = sorted({_need_set(h) for h in dataset.households})
    wishes = sorted({_wish(h) for h in dataset.households if h.wish_kind})
    needs_met, only_met = _provided(dataset, need_sets)
    return Problem(
        date=on,
        policy=policy,
        sites=sites,
        people=_people(dataset, policy, on, sites, present, in_term, need_sets, wishes, needs_met),
        needs_met=needs_met,
        only_met=only_met,
        wish_met=_wishes_met(dataset, sites, wishes),
        kilometres=kilometres(sites),
        findings=present.findings + calendar_findings,
    )


def _people(
    dataset: Dataset,
    policy: Policy,
    on: date,
    sites: Sites,
    present: Present,
    in_term: Mapping[str, bool],
    need_sets: list[NeedSet],
    wishes: list[Wish],
    needs_met: Flags,
) -> People:
    households = dataset.households
    members = [dataset.persons_of.get(h.key, ()) for h in households]
    need_at = {needs: index for index, needs in enumerate(need_sets)}
    wish_at = {wish: index for index, wish in enumerate(wishes)}
    province_of = {m.code: sites.province_codes.index(m.province_code) for m in dataset.municipalities}
    need_set = ints(need_at[_need_set(h)] for h in households)
    in_registration = flags(h.phase is Phase.REGISTRATION for h in households)
    fit_now = _fitness_now(sites, present, need_set, needs_met, in_registration)
    return People(
        keys=tuple(h.key for h in households),
        group=present.group,
        is_family=flags(h.group is HouseholdGroup.FAMILY for h in households),
        is_amv=flags(h.group is HouseholdGroup.AMV for h in households),
        size=ints(len(people) for people in members),
        minors=ints(sum(is_minor(p.birth_month, on) for p in people) for people in members),
        school_age=ints(sum(is_school_age(p.birth_month, on) for p in people) for people in members),
        protected=ints(sum(is_minor(p.birth_month, on) or p.vulnerable is True for p in people) for people in members),
        oldest=ints(oldest_age(dataset, h, on) for h in households),
        in_registration=in_registration,
        origin=present.origin,
        home=present.home,
        only=present.only,
        reserved=present.reserved,
        fit_now=fit_now,
        stays_open=_stays_open(sites, present),
        forced_moves=ints(h.forced_moves for h in households),
        quarters=quarters_in_unfit_places(dataset, sites, present, fit_now, on),
        in_term=flags(in_term.get(_municipality_of(dataset, int(origin)), False) for origin in present.origin),
        need_set=need_set,
        needs_access=flags(ACCESSIBLE in h.needs for h in households),
        has_need=flags(bool(h.needs) for h in households),
        wish=ints(wish_at[_wish(h)] if h.wish_kind else NOWHERE for h in households),
        wishes_to_stay=flags(h.wish_kind is WishKind.STAY for h in households),
        wish_weight=ints(_wish_weight(h, policy) for h in households),
        near_municipality=present.near_municipality,
        linked_province=ints(_linked_province(h, province_of) for h in households),
    )


def _stays_open(sites: Sites, present: Present) -> Flags:
    lives_on = (present.origin >= 0) & sites.open[present.origin]
    return lives_on & ~sites.must_be_left[present.origin] & ~sites.on_notice[present.origin]


def _fitness_now(sites: Sites, present: Present, need_set: Ints, needs_met: Flags, in_registration: Flags) -> Ints:
    group = np.where(present.home >= 0, present.home % 3, np.maximum(present.group, 0))
    fit = sites.fit[present.origin, group]
    outside_phase = sites.is_registration[present.origin] & ~in_registration
    unmet = ~needs_met[need_set, present.origin]
    return np.where(outside_phase | unmet, UNFIT, fit)


def _need_set(household: Household) -> NeedSet:
    return tuple(sorted(household.needs))


def _wish(household: Household) -> Wish:
    return (household.wish_kind or WishKind.STAY, household.wish or "")


def _wish_weight(household: Household, policy: Policy) -> int:
    if household.wish_kind is None:
        return 0
    return policy.weight("wish_not_met", "own_child" if household.wish_by is WishBy.CHILD else "weight")


def _linked_province(household: Household, province_of: Mapping[str, int]) -> int:
    if household.phase is not Phase.PERMIT or household.linked_municipality is None:
        return NOWHERE
    return province_of.get(household.linked_municipality, NOWHERE)


def _municipality_of(dataset: Dataset, location: int) -> str:
    return dataset.locations[location].municipality if location >= 0 else ""


def _provided(dataset: Dataset, need_sets: list[NeedSet]) -> tuple[Flags, Flags]:
    shape = (len(need_sets), len(dataset.locations))
    met = [place.meets for place in dataset.locations]
    needs_met = flags(given.issuperset(needs) for needs in need_sets for given in met)
    only_met = flags(place.only.issubset(needs) for needs in need_sets for place in dataset.locations)
    return needs_met.reshape(shape), only_met.reshape(shape)


def _wishes_met(dataset: Dataset, sites: Sites, wishes: list[Wish]) -> Flags:
    """Wishes x slots, and a last row for who has no wish (index -1): nothing meets it, nor the wish to stay."""
    province_of = {m.code: m.province_code for m in dataset.municipalities}
    met = np.zeros((len(wishes) + 1, len(dataset.locations), len(GROUPS)), dtype=np.bool_)
    for row, (kind, code) in enumerate(wishes):
        for column, place in enumerate(dataset.locations):
            if kind is WishKind.PLACE:
                met[row, column] = place.municipality == code
            elif kind is WishKind.REGION:
                met[row, column] = province_of.get(place.municipality) == province_of.get(code, code)
            elif kind is WishKind.SMALL_SCALE:
                small_amv = place.amv_places <= SMALL_AMV_SITE
                small = place.kind is LocationKind.SMALL_SCALE
                met[row, column] = [small or (group is PlaceGroup.AMV and small_amv) for group in GROUPS]
    return met.reshape(len(wishes) + 1, 3 * len(dataset.locations))
