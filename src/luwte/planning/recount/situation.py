# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The situation before the plan, read from the tables alone: who lives where, who must leave, what is reserved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from luwte.model.people import Household, HouseholdGroup, Phase
from luwte.model.periods import age, is_minor, is_school_age
from luwte.model.places import Fitness, Location, LocationKind, PlaceGroup
from luwte.model.stays import MoveStatus, Stay
from luwte.planning.recount.division import FamilyUnits, family_units, own_amv_teams
from luwte.planning.recount.question import Question

LIVE = frozenset({MoveStatus.ACCEPTED, MoveStatus.COMMITTED})
ACCESSIBLE = "accessible"


@dataclass(frozen=True, slots=True)
class Members:
    """The persons of one household, counted on the day."""

    size: int
    minors: int
    protected: int
    school_age: int
    oldest: int

    @property
    def adults(self) -> int:
        """Persons who are not minors."""
        return self.size - self.minors


@dataclass(frozen=True)
class Situation:
    """Facts about households and locations on the day of the question."""

    question: Question

    @cached_property
    def members(self) -> Mapping[str, Members]:
        """Counts of persons by household."""
        on, people = self.question.on, self.question.dataset.persons_of
        return {
            household.key: Members(
                size=len(persons),
                minors=sum(is_minor(p.birth_month, on) for p in persons),
                protected=sum(is_minor(p.birth_month, on) or p.vulnerable is True for p in persons),
                school_age=sum(is_school_age(p.birth_month, on) for p in persons),
                oldest=max((age(p.birth_month, on) for p in persons), default=0),
            )
            for household in self.question.dataset.households
            for persons in (people.get(household.key, ()),)
        }

    @cached_property
    def home(self) -> Mapping[str, Location]:
        """The open location where each resident lives."""
        locations, on = self.question.dataset.location, self.question.on
        return {
            household.key: at
            for household in self.question.dataset.households
            if (at := locations.get(household.location or "")) is not None and at.is_open(on)
        }

    @cached_property
    def reserved(self) -> Mapping[str, Location]:
        """Where an accepted move already counts as made: the destination is open and nobody must leave it."""
        return {
            key: to for key, to in self._accepted.items() if to.is_open(self.question.on) and not self.must_leave(to)
        }

    @cached_property
    def held(self) -> frozenset[str]:
        """Residents who wait where they are for an accepted destination that opens later."""
        on = self.question.on
        return frozenset(
            key
            for key, to in self._accepted.items()
            if (to.opens is None or to.opens > on) and (to.closes is None or to.closes > on)
            if key in self.home and not self.must_leave(self.home[key])
        )

    @cached_property
    def start(self) -> Mapping[str, Location]:
        """Where each household counts as living before the plan: reserved, else home."""
        return {**self.home, **self.reserved}

    @cached_property
    def stays_of(self) -> Mapping[str, tuple[Stay, ...]]:
        """The history of each household that has one."""
        stays: dict[str, list[Stay]] = {}
        for stay in self.question.dataset.stays:
            stays.setdefault(stay.household, []).append(stay)
        return {key: tuple(history) for key, history in stays.items()}

    @cached_property
    def family_units(self) -> Mapping[str, FamilyUnits]:
        """The units that families take whole, by location; a location that is not there is not divided (36)."""
        return family_units(self.question.dataset.units)

    @cached_property
    def _own_amv_teams(self) -> Mapping[str, bool]:
        return own_amv_teams(self.question.dataset.units)

    @cached_property
    def _accepted(self) -> Mapping[str, Location]:
        locations = self.question.dataset.location
        return {m.household: locations[m.to] for m in self.question.dataset.moves if m.status in LIVE}

    def must_leave(self, location: Location) -> bool:
        """Whether everybody must leave within the days that the policy gives."""
        return self._closes_within(location, self.question.values.must_leave_days)

    def on_notice(self, location: Location) -> bool:
        """Whether it closes soon, while nobody must leave yet."""
        return not self.must_leave(location) and self._closes_within(location, self.question.values.notice_days)

    def stays_open(self, location: Location) -> bool:
        """Neither to be left nor on notice."""
        return not self._closes_within(location, self.question.values.notice_days)

    def lasting(self) -> Iterator[Location]:
        """The open locations that nobody must leave."""
        for location in self.question.dataset.locations:
            if location.is_open(self.question.on) and not self.must_leave(location):
                yield location

    def lasts_long_enough(self, location: Location) -> bool:
        """Open, taking people in, and not closing within the days that somebody who is brought there should have."""
        values = self.question.values
        days = max(values.minimum_remaining_days, values.must_leave_days)
        if not location.is_open(self.question.on) or self.must_leave(location):
            return False
        if not location.takes_in(self.question.on):
            return False
        return location.closes is None or location.closes >= self.question.on + timedelta(days=days)

    def has_own_amv_team(self, location: Location) -> bool:
        """Whether unaccompanied minors have a team that cares for them alone; units that name teams go first (37)."""
        return self._own_amv_teams.get(location.key, location.own_amv_team is True)

    def may_stay(self, household: Household) -> bool:
        """A resident whom no closing sends away."""
        return household.key in self.home and not self.must_leave(self.home[household.key])

    def is_brought(self, household: Household, to: Location) -> bool:
        """Whether the household comes to live at another place than it does now."""
        now = self.home.get(household.key)
        return now is None or now.key != to.key

    def groups_there(self, household: Household, at: Location) -> frozenset[PlaceGroup]:
        """Whose places the household may take when it is brought to a location."""
        if household.group is HouseholdGroup.FAMILY:
            return frozenset({PlaceGroup.FAMILY})
        if household.group is HouseholdGroup.ADULT:
            return frozenset({PlaceGroup.ADULT})
        grown = household.group is HouseholdGroup.YOUNG_ADULT or self.has_grown_up(household)
        if not grown or (household.group is HouseholdGroup.AMV and self.may_stay(household)):
            return frozenset({PlaceGroup.AMV})
        young_enough = at.stays_until_age > self.members[household.key].oldest
        return frozenset({PlaceGroup.ADULT, PlaceGroup.AMV} if young_enough else {PlaceGroup.ADULT})

    def group_at_home(self, household: Household, at: Location) -> PlaceGroup:
        """Whose place a resident stands on; who grew up on an amv place keeps that one only."""
        grown_elsewhere = self.has_grown_up(household) and at is not self.home.get(household.key)
        if household.group is HouseholdGroup.YOUNG_ADULT or grown_elsewhere:
            lawful = at.stays_until_age > self.members[household.key].oldest
            return PlaceGroup.AMV if lawful and at.amv_places else PlaceGroup.ADULT
        return PlaceGroup(household.group.value)

    def has_grown_up(self, household: Household) -> bool:
        """Came as an unaccompanied minor, and nobody of the household is a minor any more."""
        return household.group is HouseholdGroup.AMV and self.members[household.key].minors == 0

    def fitness(self, household: Household, at: Location, group: PlaceGroup) -> Fitness:
        """How fit a location is for this household: an unmet need makes any place unfit."""
        if at.kind is LocationKind.REGISTRATION and household.phase is not Phase.REGISTRATION:
            return Fitness.UNFIT
        if not meets_needs(household, at):
            return Fitness.UNFIT
        return self.question.fit.get((at.key, group), Fitness.UNKNOWN)

    def province(self, location: Location) -> str:
        """The province code of a location."""
        return self.question.dataset.municipality[location.municipality].province_code

    def _closes_within(self, location: Location, days: int) -> bool:
        return location.closes is not None and location.closes <= self.question.on + timedelta(days=days)


def meets_needs(household: Household, at: Location) -> bool:
    """Whether a location provides every need; `accessible` is provided by accessible places."""
    provided = at.provides | {ACCESSIBLE} if at.accessible_places else at.provides - {ACCESSIBLE}
    return household.needs <= provided
