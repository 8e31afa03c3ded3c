# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The nights that children slept in emergency reception, as far as the tables know: how each such stay began and ended.

A child sleeps where its household stays, from the month of its birth through that of its eighteenth birthday; the day
of leaving is no night there (facts: a day in emergency reception is a calendar day on which the child sleeps there).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup, Person, Relation
from luwte.model.periods import Month, eighteen_in, months_later
from luwte.model.places import EMERGENCY_RECEPTION, Location, PlaceGroup

CARERS = frozenset({Relation.PARENT, Relation.LEGAL_CARER})


class Came(StrEnum):
    """How a stay in emergency reception began; `BEFORE` is before anything that the tables know."""

    NEW = "new"
    AGAIN = "again"
    BORN = "born"
    OTHER_SITE = "other_site"
    BEFORE = "before"


class Went(StrEnum):
    """How it ended; `AWAY` is to nowhere that the tables know."""

    REGULAR = "regular"
    EIGHTEEN = "eighteen"
    OTHER_SITE = "other_site"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Spell:
    """Where somebody stayed: from the first night (`None`: not known), until the day of leaving (`None`: it lasts)."""

    location: Location
    since: date | None
    until: date | None = None

    @property
    def in_emergency(self) -> bool:
        """Whether it is a site of emergency reception."""
        return self.location.kind in EMERGENCY_RECEPTION


@dataclass(frozen=True, slots=True)
class Slept:
    """One stay of one child at one site of emergency reception, and how it began and ended.

    A stay that lasts goes on `until` the child comes of age; where nobody knows since when, it is there since birth.
    """

    child: str
    group: PlaceGroup
    location: Location
    since: date
    until: date
    came: Came
    went: Went

    def on(self, day: date) -> bool:
        """Whether the child slept there in the night after a day."""
        return self.since <= day < self.until


def nights(dataset: Dataset) -> Iterator[Slept]:
    """Every stay of every child in emergency reception, child by child."""
    stayed = _spells(dataset)
    for household in dataset.households:
        spells = stayed.get(household.key, ())
        if any(spell.in_emergency for spell in spells):
            persons = dataset.persons_of.get(household.key, ())
            group = _group_of_children(household, persons)
            for person in persons:
                yield from nights_of(person.key, group, person.birth_month, spells)


def nights_of(child: str, group: PlaceGroup, birth_month: Month, spells: Iterable[Spell]) -> Iterator[Slept]:
    """The stays of one person in emergency reception while a child; `spells` from early to late."""
    born = date(birth_month.year, birth_month.month, 1)
    grown = months_later(eighteen_in(birth_month), 1)
    lived = [spell for spell in spells if _nights_within(spell, born, grown)]
    for at, spell in enumerate(lived):
        if spell.in_emergency:
            before, after = lived[:at], lived[at + 1] if at + 1 < len(lived) else None
            until = min(spell.until or grown, grown)
            since = max(spell.since or born, born)
            came, went = _came(spell, before, born), _went(until, after, grown)
            yield Slept(child, group, spell.location, since, until, came, went)


def _nights_within(spell: Spell, born: date, grown: date) -> bool:
    """Whether a stay has a night within childhood."""
    return max(spell.since or born, born) < min(spell.until or grown, grown)


def _came(spell: Spell, before: Sequence[Spell], born: date) -> Came:
    if spell.since is None:
        return Came.BEFORE
    if spell.since <= born:
        return Came.BORN
    if before and before[-1].in_emergency and before[-1].until == spell.since:
        return Came.OTHER_SITE
    return Came.AGAIN if any(earlier.in_emergency for earlier in before) else Came.NEW


def _went(until: date, after: Spell | None, grown: date) -> Went:
    if until == grown:
        return Went.EIGHTEEN
    if after is not None and after.since == until:
        return Went.OTHER_SITE if after.in_emergency else Went.REGULAR
    return Went.AWAY


def _spells(dataset: Dataset) -> Mapping[str, list[Spell]]:
    """Where each household stayed, from early to late; without a history, where it lives now."""
    found: dict[str, list[Spell]] = {}
    for stay in dataset.stays:
        found.setdefault(stay.household, []).append(Spell(dataset.location[stay.location], stay.since, stay.until))
    for household in dataset.households:
        if household.location and all(spell.until for spell in found.get(household.key, ())):
            here = Spell(dataset.location[household.location], household.since)
            found.setdefault(household.key, []).append(here)
    for spells in found.values():
        spells.sort(key=lambda spell: spell.since or date.min)
    return found


def _group_of_children(household: Household, persons: Iterable[Person]) -> PlaceGroup:
    """Whose places the children of a household take, or took before they came of age."""
    if household.group is HouseholdGroup.FAMILY or any(person.relation in CARERS for person in persons):
        return PlaceGroup.FAMILY
    return PlaceGroup.AMV
