# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the terms of children stand on a day: for every child and term met, running, overdue, unknown or not applicable.

for term in terms(dataset, date(2026, 11, 16)):
    print(term.child.key, term.clock.code, term.standing, term.due)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup
from luwte.model.periods import Month, is_minor, is_school_age
from luwte.model.places import LocationKind
from luwte.quality.clocks import Clock, Ends, Standing, Starts, Whom, bundled_clocks


@dataclass(frozen=True, slots=True)
class Lived:
    """A stay at a kind of site; `until` is the day of leaving, `None` while it lasts."""

    kind: LocationKind
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """What the terms of one person follow from; `lived` are earlier and present stays, as far as they are known."""

    key: str
    household: str
    group: HouseholdGroup
    birth_month: Month
    lodged_on: date | None = None
    first_school_day: date | None = None
    guardian_since: date | None = None
    health_intake_on: date | None = None
    location: str | None = None
    lives_at: LocationKind | None = None
    since: date | None = None
    lived: tuple[Lived, ...] = ()

    def unbroken_since(self, kinds: frozenset[LocationKind]) -> date | None:
        """The first day of the present time at such kinds: a stay that began when another such stay ended goes on."""
        lasting = (stay.since for stay in self.lived if stay.until is None)
        first = self.since or max(lasting, default=None)
        if first is None:
            return None
        for stay in sorted(self.lived, key=lambda stay: stay.since, reverse=True):
            if stay.since < first and stay.kind in kinds and stay.until is not None and stay.until >= first:
                first = stay.since
        return first


@dataclass(frozen=True, slots=True)
class Term:
    """One term of one child: the day it started, its last day, the day on which it was met, and how it stands."""

    clock: Clock
    child: Child
    start: date | None
    due: date | None
    met: date | None
    standing: Standing

    def days_left(self, on: date) -> int | None:
        """Days until the last day, which counts as one of them only afterwards; below zero once it is over."""
        return None if self.due is None or self.met is not None else (self.due - on).days


def terms(dataset: Dataset, on: date) -> Iterator[Term]:
    """The terms of every child of a dataset, child by child."""
    for child in children_of(dataset, on):
        yield from terms_of(child, on)


def terms_of(child: Child, on: date) -> Iterator[Term]:
    """Every term as it stands for one person on a day, in the order in which people read them."""
    for clock in bundled_clocks():
        start = child.lodged_on if clock.starts is Starts.LODGED else child.unbroken_since(clock.at)
        if not _runs_for(clock, child, start, on):
            yield Term(clock, child, None, None, None, Standing.NOT_APPLICABLE)
            continue
        met: date | None = None if clock.ends is Ends.LEAVING else getattr(child, clock.ends.value)
        due = clock.due(start) if start else None
        yield Term(clock, child, start, due, met, clock.standing(start, met, on))


def children_of(dataset: Dataset, on: date) -> Iterator[Child]:
    """Who is a minor on a day, with where they live and lived."""
    lived = _stays(dataset)
    for person in dataset.persons:
        if is_minor(person.birth_month, on):
            household = dataset.household[person.household]
            place = dataset.location[household.location] if household.location else None
            yield Child(
                key=person.key,
                household=household.key,
                group=household.group,
                birth_month=person.birth_month,
                lodged_on=person.lodged_on,
                first_school_day=person.first_school_day,
                guardian_since=person.guardian_since,
                health_intake_on=person.health_intake_on,
                location=household.location,
                lives_at=place.kind if place else None,
                since=household.since,
                lived=lived.get(household.key, ()),
            )


def _stays(dataset: Dataset) -> Mapping[str, tuple[Lived, ...]]:
    stays: dict[str, tuple[Lived, ...]] = {}
    for stay in dataset.stays:
        lived = Lived(dataset.location[stay.location].kind, stay.since, stay.until)
        stays[stay.household] = (*stays.get(stay.household, ()), lived)
    return stays


def _runs_for(clock: Clock, child: Child, start: date | None, on: date) -> bool:
    """Whether the term runs for this person, by age, group, place, and the days that it holds for.

    Where the start is not known, the term that holds for who starts on the day itself tells it.
    """
    if not is_minor(child.birth_month, on) or not clock.holds(start or on):
        return False
    if clock.at and child.lives_at not in clock.at:
        return False
    match clock.whom:
        case Whom.SCHOOL_AGE:
            return is_school_age(child.birth_month, on)
        case Whom.AMV:
            return child.group is HouseholdGroup.AMV
        case Whom.MINORS:
            return True
