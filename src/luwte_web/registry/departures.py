# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A household leaves reception: from that day it stands in no table and takes no place, and all of it stays known.

Whoever wrote it down wrongly takes it back, and everything is said again as it was.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.words import N_
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand, visible
from luwte_web.accounts.things import Thing
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import Edit, Seen, editing, refuse, unexplained
from luwte_web.registry.models import (
    Change,
    Departure,
    Disappearance,
    Household,
    HouseholdFacts,
    LeftFor,
    MoveFacts,
    Relative,
    Stay,
    Version,
)
from luwte_web.registry.reach import Reach
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.selectors import location_thing
from luwte_web.registry.services import change, correct, know, say_again, withdraw
from luwte_web.registry.soundness import faults

AHEAD = error(
    "departure_ahead",
    N_("The day {date} is still to come."),
    N_("Write it down on the day itself, or fill in the day on which they left."),
)
BEFORE = error(
    "departure_before",
    N_("They came to where they live on {since}, and cannot have left reception on {date}."),
    N_("Fill in the day on which they left, or correct the stay."),
)
MISSING = error(
    "departure_missing",
    N_("A child of household {household} is reported missing, and is looked for as long as the report is open."),
    N_("Close the report first: when the child is found, or with what the police say became of it."),
)
HERE_AGAIN = error("departure_here_again", N_("Household {household} is in reception again."), N_("Look at its page."))
KINDS = (AHEAD, BEFORE, MISSING, HERE_AGAIN)


@dataclass(frozen=True, slots=True)
class Left:
    """Where a household went, and on which day."""

    left_for: LeftFor
    on: date


def leave(actor: Actor, key: str, left: Left, reason: str, seen: Seen = ()) -> None:
    """Write down that a household left reception; its stay ends, and its place is free."""
    with editing(actor, Action.WRITE_PERSON, key, reason, seen) as edit:
        refuse(_wrong(edit.facts, left))
        departure = Departure.objects.known().filter(household=edit.facts.household).first()
        if departure:
            withdraw(edit.made, departure)
        _say_no_more(edit, left.on)
        household, at = edit.facts.household, edit.facts.location
        know(edit.made, Departure(household=household, left_for=left.left_for, on=left.on, location=at))


def take_back(actor: Actor, key: str, reason: str) -> None:
    """Say that a household did not leave: everything that was known of it is known again, but for moves decided."""
    departure = there(departed(actor).filter(household__key=key).first(), key)
    demand(actor, Action.WRITE_PERSON, thing_of(departure))
    refuse(unexplained(reason, key))
    with change(actor, reason.strip(), about=f"household:{key}") as made:
        now = there(departed(actor).filter(household__key=key).first(), key)
        refuse([refusal(HERE_AGAIN, key, household=key)] if _is_here(now.household) else [])
        withdraw(made, now)
        _say_again(made, now)
        refuse(faults(key))
        describe_today(made)


def departed(actor: Actor) -> "QuerySet[Departure]":
    """Who left reception and is not back, as far as the actor may write about it."""
    left = Departure.objects.known().select_related("household", "location__now", "known_by")
    return visible(actor, left.filter(household__now=None))


def thing_of(departure: Departure) -> Thing:
    """A household that left, as the policy sees it: where it lived last."""
    at = location_thing(departure.location.key) if departure.location else Thing(Kind.LOCATION)
    return replace(at, kind=Kind.HOUSEHOLD)


def _wrong(facts: HouseholdFacts, left: Left) -> list[Finding]:
    key = facts.household.key
    missing = Disappearance.objects.known().filter(person__now__household=facts.household, found_on=None)
    early = facts.since is not None and left.on < facts.since
    return [
        *([refusal(AHEAD, key, date=left.on)] if left.on > today() else []),
        *([refusal(BEFORE, key, date=left.on, since=facts.since)] if early else []),
        *([refusal(MISSING, key, household=key)] if missing.exists() else []),
    ]


def _say_no_more(edit: Edit, on: date) -> None:
    """End the stay, and withdraw what is known of the household and of who should live near to it."""
    reach = Reach.of(edit.facts.household)
    for stay in Stay.objects.known().filter(household=reach.household, until=None):
        correct(edit.made, stay, until=max(on, stay.since))
    for facts in HouseholdFacts.objects.known().filter(keep_near=reach.household):
        correct(edit.made, facts, keep_near=None)
    for relative in Relative.objects.known().filter(other=reach.household):
        withdraw(edit.made, relative)
    for versions in reach.versions():
        if versions.model._meta.app_label == Departure._meta.app_label:
            versions.filter(superseded_by=None).update(superseded_by=edit.made)


def _say_again(made: Change, departure: Departure) -> None:
    """Say what the departure superseded, as it was before; who left meanwhile is nobody to live near to."""
    then, household = departure.known_by, departure.household
    ended = {"superseded_by": then, "known_by__lt": then.pk}
    for versions in Reach.of(household).versions():
        if versions.model not in (Departure, MoveFacts):
            for version in versions.filter(**ended):
                _say(made, version)
    for relative in Relative.objects.filter(other=household, **ended):
        if _is_here(relative.household):
            say_again(made, relative)
    for before in HouseholdFacts.objects.filter(keep_near=household, **ended):
        for now in HouseholdFacts.objects.known().filter(household=before.household, keep_near=None):
            correct(made, now, keep_near=household)


def _say(made: Change, version: Version) -> None:
    match version:
        case HouseholdFacts(keep_near=Household() as near) if not _is_here(near):
            say_again(made, version, keep_near=None)
        case Relative(other=Household() as other) if not _is_here(other):
            return
        case _:
            say_again(made, version)


def _is_here(household: Household) -> bool:
    return HouseholdFacts.objects.known().filter(household=household).exists()
