# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who lives in reception: households of the four groups and the persons in them."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from luwte.data.example.assumptions import Assumptions, PeopleFigures
from luwte.data.example.dice import Dice, Flags, Floats, Ints, half_up
from luwte.model.people import HouseholdGroup, Relation
from luwte.model.periods import ADULT_AGE

GROUPS = tuple(HouseholdGroup)
RELATIONS = tuple(Relation)
MONTHS = 12
FAMILY, AMV, YOUNG_ADULT, ADULT = range(4)


@dataclass(frozen=True)
class Persons:
    """Persons as columns: the row of their household, their relation, months since the month of birth, sex."""

    household: Ints
    relation: Ints
    months: Ints
    female: Flags

    def __len__(self) -> int:
        return len(self.household)

    @property
    def age(self) -> Ints:
        """Whole years on the reference date, as `model.periods.age` counts them."""
        return (self.months - 1) // MONTHS


@dataclass(frozen=True)
class People:
    """Households as columns, and their persons sorted by household."""

    group: Ints
    persons: Persons

    def __len__(self) -> int:
        return len(self.group)

    def per_household(self, flags: Flags) -> Ints:
        """How many persons of each household have a flag up."""
        return np.bincount(self.persons.household[flags], minlength=len(self)).astype(np.int64)

    @property
    def size(self) -> Ints:
        """Persons per household."""
        return np.bincount(self.persons.household, minlength=len(self)).astype(np.int64)

    @property
    def minors(self) -> Ints:
        """Minors per household."""
        return self.per_household(self.persons.age < ADULT_AGE)


class Draft:
    """Collects persons of one group of households."""

    def __init__(self, households: int) -> None:
        self.households = households
        self.parts: list[tuple[Ints, Ints, Ints, Floats]] = []

    def add(self, relation: Relation | Ints, households: Ints, years: Ints, female: float | Floats, dice: Dice) -> None:
        """Add persons of a whole age in years, born in a random month of their year, women with the given chance."""
        n = len(households)
        relations = np.full(n, RELATIONS.index(relation)) if isinstance(relation, Relation) else relation
        months = MONTHS * years + 1 + dice.between(n, (0, MONTHS - 1))
        self.parts.append((households, relations, months, np.broadcast_to(np.asarray(female), (n,)).astype(np.float64)))


def populate(assumed: Assumptions, scale: Fraction, seed: int) -> People:
    """Households and persons, with the assumed numbers of people, children, unaccompanied minors and young adults."""
    people, dice = assumed.people, Dice(seed, "people")
    amv_minors = half_up(float(people.unaccompanied * scale))
    young = half_up(float(people.young_adults * scale))
    drafts = [
        _families(people, half_up(float(people.children * scale)) - amv_minors, dice),
        _unaccompanied(people, amv_minors, dice),
        _young_adults(people, young, dice),
    ]
    so_far = sum(len(part[0]) for draft in drafts for part in draft.parts)
    drafts.append(_adults(people, half_up(float(people.persons * scale)) - so_far, dice))
    return _joined(drafts, dice)


def _sizes(weights: dict[int, float], total: int, dice: Dice) -> Ints:
    """Sizes drawn by weight until they add up to the total; the last is cut to fit."""
    sizes = dice.values(max(total, 0), weights)
    ends = np.cumsum(sizes)
    number = int(np.searchsorted(ends, total)) + 1 if total > 0 else 0
    sizes = sizes[:number].copy()
    if number:
        sizes[-1] -= int(ends[number - 1]) - total
    return sizes


def _members(counts: Ints) -> Ints:
    return np.repeat(np.arange(len(counts)), counts).astype(np.int64)


def _families(people: PeopleFigures, children: int, dice: Dice) -> Draft:
    counts = _sizes(people.children_per_family, children, dice)
    n, women = len(counts), people.girls_and_women
    draft = Draft(n)
    minors, grown = _members(counts), _members(dice.values(n, people.grown_children))
    minor_age = dice.values(len(minors), people.child_age)
    grown_age = dice.between(len(grown), people.grown_child_age)
    oldest = np.zeros(n, dtype=np.int64)
    np.maximum.at(oldest, np.concatenate((minors, grown)), np.concatenate((minor_age, grown_age)))
    alone = dice.some(n, people.one_parent)
    carer = dice.some(n, people.legal_carer)
    first = np.where(carer, RELATIONS.index(Relation.LEGAL_CARER), RELATIONS.index(Relation.PARENT))
    everyone, pairs = np.arange(n), np.flatnonzero(~alone)
    relatives = _members(dice.values(n, people.relatives))
    first_woman = np.where(alone, women["parent_alone"], 1.0)
    draft.add(first, everyone, oldest + dice.between(n, people.parent_older_by), first_woman, dice)
    draft.add(Relation.PARENT, pairs, oldest[pairs] + dice.between(len(pairs), people.parent_older_by), 0.0, dice)
    draft.add(Relation.CHILD, minors, minor_age, women["family_child"], dice)
    draft.add(Relation.CHILD, grown, grown_age, women["family_child"], dice)
    relative_age = dice.between(len(relatives), people.relative_age)
    draft.add(Relation.RELATIVE, relatives, relative_age, women["relative"], dice)
    return draft


def _unaccompanied(people: PeopleFigures, minors: int, dice: Dice) -> Draft:
    counts = _sizes(people.amv_siblings, minors, dice)
    draft, households = Draft(len(counts)), _members(counts)
    is_first = np.concatenate(([True], households[1:] != households[:-1]))[: len(households)]
    relations = np.where(is_first, RELATIONS.index(Relation.SELF), RELATIONS.index(Relation.SIBLING))
    draft.add(relations, households, dice.values(minors, people.amv_age), people.girls_and_women["amv"], dice)
    return draft


def _young_adults(people: PeopleFigures, number: int, dice: Dice) -> Draft:
    draft = Draft(number)
    ages = dice.values(number, people.young_adult_age)
    draft.add(Relation.SELF, np.arange(number), ages, people.girls_and_women["amv"], dice)
    return draft


def _adults(people: PeopleFigures, persons: int, dice: Dice) -> Draft:
    counts = _sizes(people.adults_per_household, persons, dice)
    draft, women = Draft(len(counts)), people.girls_and_women
    for place in range(int(counts.max(initial=0))):
        households = np.flatnonzero(counts > place)
        n = len(households)
        if place == 0:
            relations = np.full(n, RELATIONS.index(Relation.SELF))
        else:
            drawn = dice.draws(n, people.second_adult if place == 1 else people.further_adult)
            relations = np.array([RELATIONS.index(relation) for relation in drawn], dtype=np.int64)
        share = women["adult"] if place == 0 else women["relative"]
        draft.add(relations, households, dice.values(n, people.adult_age), share, dice)
    return draft


def _joined(drafts: list[Draft], dice: Dice) -> People:
    starts = np.cumsum([0, *(draft.households for draft in drafts)])
    parts = [
        (part[0] + start, *part[1:]) for draft, start in zip(drafts, starts[:-1], strict=True) for part in draft.parts
    ]
    household, relation, months, female = (np.concatenate(column) for column in zip(*parts, strict=True))
    by_household = np.argsort(household, kind="stable")
    sexes = dice.chance(len(household), female)
    persons = Persons(household[by_household], relation[by_household], months[by_household], sexes[by_household])
    return People(np.repeat(np.arange(len(drafts)), np.diff(starts)), persons)
