# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A person is taken out of a household: from that day they stand in no table, and all that was known stays known.

Whoever wrote it down wrongly takes it back, and what was known of the person is said again as it was.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.model.people import HouseholdGroup
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.registry.corrections import whose_place
from luwte_web.registry.days import today
from luwte_web.registry.editing import Edit, Seen, editing, refuse
from luwte_web.registry.missing import household_of
from luwte_web.registry.models import Disappearance, EighteenPlan, PartedFor, Parting, PersonFacts, Version
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.services import correct, know, say_again, withdraw

AHEAD = error("parting_ahead", N_("The day {date} is still to come."), N_("Fill in the day on which it was so."))
LAST = error(
    "parting_last",
    N_("Nobody would be left in household {household}."),
    N_("Write down on its page that they left reception, or correct who they are."),
)
MISSING = error(
    "parting_missing",
    N_("{person} is reported missing, and is looked for as long as the report is open."),
    N_("Close the report first: when the child is found, or with what the police say became of it."),
)
KINDS = (AHEAD, LAST, MISSING)
OF_A_PERSON: tuple[type[Version], ...] = (PersonFacts, EighteenPlan, Disappearance)


@dataclass(frozen=True, slots=True)
class Parted:
    """Why a person is not in the household, from which day on, and which group the household is without them."""

    parted_for: PartedFor
    on: date
    group: HouseholdGroup


def part(actor: Actor, person: str, parted: Parted, reason: str, seen: Seen = ()) -> None:
    """Take a person out of a household; their place is free."""
    with editing(actor, Action.WRITE_PERSON, household_of(person), reason, seen) as edit:
        refuse(_wrong(edit, person, parted))
        known = PersonFacts.objects.known().select_related("person").get(person__key=person)
        for kind in (*OF_A_PERSON, Parting):
            for version in kind.objects.known().filter(person=known.person):
                withdraw(edit.made, version)
        household = edit.facts.household
        know(edit.made, Parting(person=known.person, household=household, parted_for=parted.parted_for, on=parted.on))
        _regroup(edit, parted.group)


def take_back(actor: Actor, household: str, line: int, group: HouseholdGroup, reason: str, seen: Seen = ()) -> None:
    """Say that a person is in the household after all; what was known of them is known again."""
    with editing(actor, Action.WRITE_PERSON, household, reason, seen) as edit:
        parting = there(partings_of(household).filter(line=line).first(), line)
        withdraw(edit.made, parting)
        for kind in OF_A_PERSON:
            for version in kind.objects.filter(person=parting.person, superseded_by=parting.known_by):
                say_again(edit.made, version)
        _regroup(edit, group)


def partings_of(household: str) -> "QuerySet[Parting]":
    """Who is not in the household any more, nor in another, the last first."""
    parted = Parting.objects.known().select_related("person", "known_by")
    return parted.filter(household__key=household, person__now=None).order_by("-on", "-line")


def _wrong(edit: Edit, person: str, parted: Parted) -> list[Finding]:
    key = edit.facts.household.key
    others = PersonFacts.objects.known().filter(household=edit.facts.household).exclude(person__key=person)
    missing = Disappearance.objects.known().filter(person__key=person, found_on=None)
    return [
        *([refusal(AHEAD, person, date=parted.on)] if parted.on > today() else []),
        *([] if others.exists() else [refusal(LAST, key, household=key)]),
        *([refusal(MISSING, person, person=person)] if missing.exists() else []),
    ]


def _regroup(edit: Edit, group: HouseholdGroup) -> None:
    """Say which group the household is now, and whose place it takes."""
    if group is not edit.facts.group:
        correct(edit.made, edit.facts, group=group, on_place=whose_place(edit.facts, group))
