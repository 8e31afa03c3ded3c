# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was written down wrongly, or changed of itself: who the household is, who its persons are, when a stay began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from luwte.model.people import Household, HouseholdGroup, Phase, Relation, Sex
from luwte.model.periods import Month
from luwte.model.places import PlaceGroup
from luwte.model.stays import MoveCause
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.registry import selectors
from luwte_web.registry.days import today
from luwte_web.registry.editing import Edit, Seen, editing, same_as
from luwte_web.registry.group_of_place import place_kept
from luwte_web.registry.models import HouseholdFacts, Location, Person, PersonFacts, Stay
from luwte_web.registry.refusals import there
from luwte_web.registry.services import correct, know


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person."""

    birth_month: Month
    relation: Relation
    sex: Sex | None = None
    lodged_on: date | None = None
    first_school_day: date | None = None
    health_intake_on: date | None = None
    guardian_since: date | None = None
    vulnerable: bool | None = None

    def facts(self) -> dict[str, object]:
        """By the names of the columns."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Who:
    """Who a household is: its group, its phase, its persons by key, and persons who are new in it."""

    group: HouseholdGroup
    phase: Phase
    persons: Mapping[str, Known]
    new: Sequence[Known] = ()
    linked_municipality: str = ""


def correct_household(actor: Actor, key: str, who: Who, reason: str, seen: Seen = ()) -> None:
    """Correct who a household is, with its persons, as one whole: group and birth months must agree."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        persons = list(PersonFacts.objects.known().select_related("person").filter(household__key=key))
        same_as(seen, key, *persons)
        for person in persons:
            if known := who.persons.get(person.person.key):
                _say(edit, person, **known.facts())
        for number, added in enumerate(who.new, start=1):
            thing = Person.objects.create(key=_free_key(key, len(persons) + number))
            know(edit.made, PersonFacts(person=thing, household=edit.facts.household, **added.facts()))
        said = {"group": who.group, "phase": who.phase, "linked_municipality": who.linked_municipality}
        if who.group is not edit.facts.group:
            said["on_place"] = whose_place(edit.facts, who.group)
        _say(edit, edit.facts, **said)


def whose_place(facts: HouseholdFacts, group: HouseholdGroup) -> PlaceGroup | None:
    """Whose place a household takes where it lives, now that it is of this group; None where it lives nowhere."""
    if facts.location is None:
        return None
    household: Household | None = selectors.record_about("households", facts.household.key)
    if household is None:
        return None
    members = selectors.records("persons", household__key=facts.household.key)
    at = selectors.record_about("locations", facts.location.key)
    return place_kept(replace(household, group=group), members, at, today())


@dataclass(frozen=True, slots=True)
class Lasted:
    """Where a stay was, when it began and ended, why, and whether the move to it was forced."""

    location: str
    since: date
    until: date | None = None
    cause: MoveCause | None = None
    forced: bool | None = None

    def facts(self, actor: Actor, before: Location | None = None) -> dict[str, object]:
        """By the names of the columns. Where it was, is a location that the actor reads about, or that of before."""
        seen = selectors.locations_seen(actor).filter(location__key=self.location).first()
        at = before if before and before.key == self.location else there(seen, self.location).location
        said = {name: getattr(self, name) for name in ("since", "until", "cause", "forced")}
        return {"location": at, **said}


def correct_stay(actor: Actor, key: str, line: int, lasted: Lasted, reason: str, seen: Seen = ()) -> None:
    """Correct a stay. The day of arrival and the number of forced moves of the household follow from its stays."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        stays = Stay.objects.known().select_related("location").filter(household__key=key)
        stay = there(stays.filter(line=line).first(), line)
        same_as(seen, key, stay)
        _say(edit, stay, **lasted.facts(actor, stay.location))
        _follow(edit)


def add_stay(actor: Actor, key: str, lasted: Lasted, reason: str, seen: Seen = ()) -> None:
    """Add a stay that was not known; the database refuses one that overlaps with another."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        know(edit.made, Stay(household=edit.facts.household, **lasted.facts(actor)))
        _follow(edit)


def _follow(edit: Edit) -> None:
    """Let arrival and forced moves agree with the stays."""
    stays = list(Stay.objects.known().filter(household=edit.facts.household).order_by("since"))
    here = [stay for stay in stays if stay.until is None and stay.location_id == edit.facts.location_id]
    forced = sum(stay.forced is True for stay in stays)
    unknown = sum(stay.forced is None for stay in stays)
    said: dict[str, object] = {"forced_moves": min(max(edit.facts.forced_moves, forced), forced + unknown)}
    if here:
        said["since"] = here[-1].since
    _say(edit, edit.facts, **said)


def _say(edit: Edit, version: HouseholdFacts | PersonFacts | Stay, **said: object) -> None:
    """Say it anew where it says something else than before."""
    if any(getattr(version, name) != value for name, value in said.items()):
        correct(edit.made, version, **said)


def _free_key(household: str, number: int) -> str:
    """A key for a person that nobody had yet."""
    while Person.objects.filter(key=f"{household}-{number}").exists():
        number += 1
    return f"{household}-{number}"
