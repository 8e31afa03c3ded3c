# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The countries that contenders are measured on: the example at a scale, made tight, and in an ordinary week."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from benchmarks.judge import proposals_of
from benchmarks.question import Instance
from benchmarks.work import Ints
from luwte.data.example import make_example
from luwte.model.dataset import Dataset
from luwte.model.people import Household, Person
from luwte.model.periods import is_school_age
from luwte.placement.problem import Problem
from luwte.placement.sites import UNFIT

SEED = 2026
ACCESSIBLE = "accessible"
SPARE_ACCESSIBLE, SPARE_SCHOOL = (0, 4), (0, 3)  # free accessible rooms and school places per location, at random
NEWCOMERS, MAY_MOVE = 800, 500  # households of the week: 1,300 in all


def example(scale: Fraction) -> Dataset:
    """The example country; units are left out: none of the peers knows them."""
    return replace(make_example(scale=scale), units=())


def tight(dataset: Dataset) -> Dataset:
    """Every open location has accessible rooms and school places for who lives there, and hardly more."""
    rng, on = random.Random(SEED), dataset.reference_date
    assert on
    accessible, pupils = Counter[str](), Counter[str]()
    for household in dataset.households:
        members = dataset.persons_of[household.key]
        if household.location:
            accessible[household.location] += len(members) if ACCESSIBLE in household.needs else 0
            pupils[household.location] += sum(is_school_age(person.birth_month, on) for person in members)
    return replace(
        dataset,
        locations=tuple(
            replace(
                place,
                accessible_places=min(place.total_places, accessible[place.key] + rng.randint(*SPARE_ACCESSIBLE)),
                school_places=pupils[place.key] + rng.randint(*SPARE_SCHOOL),
            )
            for place in dataset.locations
        ),
    )


def weekly(given: Instance, problem: Problem, slot: Ints) -> Dataset:
    """The country after a plan, a week later: some households are new, some may move, everybody else is locked."""
    dataset, rng = given.dataset, random.Random(SEED)
    plan = {each.household: each for each in proposals_of(given, problem, slot)}
    settled = [_settled(household, plan[household.key].destination, given) for household in dataset.households]
    free = _may_move(settled, problem, rng)
    residents = [
        replace(household, locked=household.location is not None and household.key not in free) for household in settled
    ]
    newcomers = list(_newcomers(dataset, residents, rng))
    return replace(
        dataset,
        households=(*residents, *(household for household, _ in newcomers)),
        persons=(*dataset.persons, *(person for _, members in newcomers for person in members)),
        moves=(),
        stays=(),
    )


def _settled(household: Household, destination: str | None, given: Instance) -> Household:
    """Where the plan puts it."""
    if destination in (None, household.location):
        return household
    return replace(household, location=destination, since=given.on)


def _may_move(settled: Sequence[Household], problem: Problem, rng: random.Random) -> frozenset[str]:
    """Families and unaccompanied minors whom the plan left in an unfit place, at random."""
    children = problem.people.minors > 0
    left = [
        household.key
        for household, unfit in zip(settled, (problem.people.fit_now == UNFIT) & children, strict=True)
        if unfit and household.since is not None
    ]
    return frozenset(rng.sample(left, min(MAY_MOVE, len(left))))


def _newcomers(
    dataset: Dataset, residents: Sequence[Household], rng: random.Random
) -> Iterator[tuple[Household, list[Person]]]:
    """Households like those who are there, without a place and without a history."""
    for number, like in enumerate(rng.sample(residents, min(NEWCOMERS, len(residents)))):
        key = f"NEW-{number:04d}"
        household = replace(
            like, key=key, location=None, since=None, forced_moves=0, locked=None, keep_near=None, lock_reason=None
        )
        members = dataset.persons_of[like.key]
        yield household, [replace(person, key=f"{key}-{at}", household=key) for at, person in enumerate(members)]
