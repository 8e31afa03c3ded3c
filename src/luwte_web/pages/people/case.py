# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is known now of one household, for the pages about it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from django.http import Http404

from luwte.model.periods import is_minor
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.policy import can, demand
from luwte_web.accounts.things import Thing
from luwte_web.pages.review.desk import Desk
from luwte_web.registry.days import today
from luwte_web.registry.editing import mark
from luwte_web.registry.models import (
    Disappearance,
    EighteenPlan,
    HouseholdFacts,
    MoveFacts,
    Parting,
    PersonFacts,
    Relative,
    Stay,
    Version,
)
from luwte_web.registry.partings import partings_of
from luwte_web.registry.selectors import household_thing, households_seen, locations_seen, seen_among

Line = TypeVar("Line", bound=Version)


@dataclass(frozen=True)
class Case:
    """One household, the person who reads about it, and the line or person that a page is about, if it is about one."""

    desk: Desk
    key: str
    facts: HouseholdFacts
    thing: Thing
    about: str = ""

    @property
    def place(self) -> str:
        """What the location where it lives is called."""
        return self.facts.location.now.name if self.facts.location else ""

    @cached_property
    def persons(self) -> list[PersonFacts]:
        """Its persons, in the order in which they were written down."""
        persons = PersonFacts.objects.known().select_related("person")
        return list(persons.filter(household=self.facts.household).order_by("line"))

    @property
    def minors(self) -> list[PersonFacts]:
        """Who of them is a minor today."""
        return [person for person in self.persons if is_minor(person.birth_month, today())]

    @cached_property
    def stays(self) -> list[Stay]:
        """Where it lived, the first stay first."""
        stays = Stay.objects.known().select_related("location__now").filter(household=self.facts.household)
        return list(stays.order_by("since", "line"))

    @cached_property
    def moves(self) -> list[MoveFacts]:
        """The moves that were decided about it, the first day first."""
        moves = MoveFacts.objects.known().select_related("to__now").filter(household=self.facts.household)
        return list(moves.order_by("on", "line"))

    @cached_property
    def relatives(self) -> list[Relative]:
        """Whom it should live near to."""
        relatives = Relative.objects.known().select_related("other").filter(household=self.facts.household)
        return list(relatives.order_by("line"))

    @cached_property
    def others_seen(self) -> set[str]:
        """The keys of other households, told of here, that the reader reads about."""
        near = [self.facts.keep_near] if self.facts.keep_near else []
        others = [relative.other for relative in self.relatives if relative.other]
        return set(seen_among(self.desk.actor, {other.key for other in [*near, *others]}))

    @cached_property
    def disappearances(self) -> list[Disappearance]:
        """The reports of its children who were missing, the last first."""
        reports = Disappearance.objects.known().select_related("person")
        return list(reports.filter(person__now__household=self.facts.household).order_by("-reported_on"))

    @cached_property
    def plans(self) -> dict[str, EighteenPlan]:
        """The plans for eighteen, by the key of the person."""
        plans = EighteenPlan.objects.known().select_related("person", "location__now")
        return {plan.person.key: plan for plan in plans.filter(person__now__household=self.facts.household)}

    def person(self) -> PersonFacts:
        """The person whom the page is about."""
        return _first([person for person in self.persons if person.person.key == self.about])

    @cached_property
    def partings(self) -> list[Parting]:
        """Who is not in the household any more."""
        return list(partings_of(self.key))

    def parting(self) -> Parting:
        """The parting that the page is about."""
        return _first([parting for parting in self.partings if str(parting.line) == self.about])

    def stay(self) -> Stay:
        """The stay that the page is about."""
        return _first([stay for stay in self.stays if str(stay.line) == self.about])

    def may(self, action: Action) -> bool:
        """Whether the reader may do this to the household."""
        return can(self.desk.actor, action, self.thing)

    @property
    def locations(self) -> dict[str, str]:
        """The names of the locations that the reader reads about, and of those where the household lived, by key."""
        lived = {stay.location.key: stay.location.now.name for stay in self.stays}
        seen = dict(locations_seen(self.desk.actor).values_list("location__key", "name"))
        return dict(sorted((lived | seen).items(), key=lambda pair: pair[1]))

    @property
    def sees_site(self) -> bool:
        """Whether the reader may read about the location where it lives."""
        return can(self.desk.actor, Action.READ_LOCATION, replace(self.thing, kind=Kind.LOCATION))

    def marks(self, *more: Version) -> str:
        """How a form remembers what was looked at."""
        return " ".join(mark(version) for version in (self.facts, *more))


def case_of(desk: Desk, key: str, action: Action = Action.READ_PERSON, about: str = "") -> Case:
    """A household for who may do this to it; whoever may not, and who is not there, look the same."""
    thing = household_thing(key)
    demand(desk.actor, action, thing)
    facts = households_seen(desk.actor).select_related("keep_near").filter(household__key=key).first()
    if facts is None:
        raise Http404
    return Case(desk, key, facts, thing, about)


def _first(found: list[Line]) -> Line:
    if not found:
        raise Http404
    return found[0]
