# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A household arrives: it gets a key, and waits for a place or lives where it was brought."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.model.people import Household as HouseholdRecord
from luwte.model.people import HouseholdGroup, Phase, Relation, Sex
from luwte.model.people import Person as PersonRecord
from luwte.model.periods import Month
from luwte.model.places import PlaceGroup
from luwte.words import N_
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.accounts.things import Thing
from luwte_web.registry import selectors
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import refuse, unexplained
from luwte_web.registry.group_of_place import place_kept
from luwte_web.registry.models import Change, Household, HouseholdFacts, Location, Person, PersonFacts, Stay
from luwte_web.registry.refusals import NOT_THERE, refusal
from luwte_web.registry.services import change, know
from luwte_web.registry.soundness import faults

KEY_BYTES = 4
NOBODY_ARRIVES = error(
    "arrival_nobody", N_("A household without persons cannot arrive."), N_("Fill in at least one person.")
)
NOT_YET = error("arrival_not_yet", N_("The day {date} is still to come."), N_("Fill in the day of arrival itself."))
KINDS = (NOBODY_ARRIVES, NOT_YET)


@dataclass(frozen=True, slots=True)
class Arriving:
    """One person who arrives."""

    birth_month: Month
    relation: Relation
    sex: Sex | None = None
    lodged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A household that arrives; without a location it waits for its first place."""

    group: HouseholdGroup
    phase: Phase
    persons: Sequence[Arriving]
    needs: frozenset[str] = frozenset()
    guardian: str = ""
    location: str = ""
    since: date | None = None


def arrive(actor: Actor, arrival: Arrival, reason: str) -> str:
    """Write down a household with its persons; returns its key, which tells nothing of who they are."""
    at = selectors.location_thing(arrival.location) if arrival.location else Thing(Kind.LOCATION)
    demand(actor, Action.WRITE_PERSON, Thing(Kind.HOUSEHOLD, at.location, at.municipality, at.province))
    refuse([*_wrong(arrival), *unexplained(reason)])
    key = f"H-{secrets.token_hex(KEY_BYTES)}"
    with change(actor, reason.strip(), about=f"household:{key}") as made:
        household = Household.objects.create(key=key)
        _write(made, household, arrival)
        refuse(faults(key))
        describe_today(made)
    return key


def _wrong(arrival: Arrival) -> list[Finding]:
    unknown = arrival.location and selectors.record_about("locations", arrival.location) is None
    return [
        *([] if arrival.persons else [refusal(NOBODY_ARRIVES)]),
        *([refusal(NOT_THERE, key=arrival.location)] if unknown else []),
        *([refusal(NOT_YET, date=arrival.since)] if arrival.since and arrival.since > today() else []),
    ]


def _write(made: Change, household: Household, arrival: Arrival) -> None:
    location = Location.objects.get(key=arrival.location) if arrival.location else None
    since = (arrival.since or today()) if location else None
    know(
        made,
        HouseholdFacts(
            household=household,
            group=arrival.group,
            phase=arrival.phase,
            needs=arrival.needs,
            guardian=arrival.guardian,
            location=location,
            since=since,
            on_place=_whose_place(household.key, arrival),
        ),
    )
    for number, person in enumerate(arrival.persons, start=1):
        thing = Person.objects.create(key=f"{household.key}-{number}")
        facts = PersonFacts(person=thing, household=household, birth_month=person.birth_month, sex=person.sex)
        facts.relation, facts.lodged_on = person.relation, person.lodged_on
        know(made, facts)
    if location:
        know(made, Stay(household=household, location=location, since=since))


def _whose_place(key: str, arrival: Arrival) -> PlaceGroup | None:
    """Whose place the household takes where it was brought, if it was."""
    if not arrival.location:
        return None
    household = HouseholdRecord(key, arrival.group, arrival.location, arrival.phase)
    members = [PersonRecord("", key, person.birth_month, person.relation) for person in arrival.persons]
    return place_kept(household, members, selectors.record_about("locations", arrival.location), today())
