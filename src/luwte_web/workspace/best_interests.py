# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is weighed for the children of a household before they move: Directive (EU) 2024/1346, art. 26(2).

Everybody who may write down a view fills in what they know, and the record of a move keeps every version. The view of a
guardian stands apart, so that nobody else writes over it. `missing` tells what is not there yet; a person decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TypeVar

from django.db import models

from luwte.model.people import HouseholdGroup
from luwte.model.periods import is_minor, is_school_age
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor, Role
from luwte_web.accounts.policy import can, demand, reaches
from luwte_web.accounts.things import Thing
from luwte_web.audit.acts import Act
from luwte_web.registry import selectors
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.models import Change, Household, Location, Version
from luwte_web.registry.refusals import NOT_THERE, ChangeRefused, refusal
from luwte_web.registry.services import change, correct, know
from luwte_web.workspace.models import BestInterests, GuardianView, Heard, Stance
from luwte_web.workspace.refusals import NO_GUARDIAN, NOT_ITS_GUARDIAN

Kind = TypeVar("Kind", bound=models.Model)

REASON = "best interests of the child"  # of the change; the record itself tells the rest


class Missing(StrEnum):
    """One thing that is not written down yet."""

    FAMILY = "family"
    WELLBEING = "wellbeing"
    SAFETY = "safety"
    HEARD = "heard"
    VIEW = "view"
    GUARDIAN = "guardian"
    SCHOOL = "school"
    CARE = "care"


MISSING: Mapping[Missing, str] = {
    Missing.FAMILY: N_("what the move means for family and for people close to the child"),
    Missing.WELLBEING: N_("what it means for well-being, development and steady care"),
    Missing.SAFETY: N_("whether the child is safe there"),
    Missing.HEARD: N_("who heard the child and on which day, or why nobody did"),
    Missing.VIEW: N_("what the child thinks of it"),
    Missing.GUARDIAN: N_("what the guardian thinks of it"),
    Missing.SCHOOL: N_("on which day school is handed over"),
    Missing.CARE: N_("on which day care is handed over"),
}


@dataclass(frozen=True, slots=True)
class Children:
    """What must be known of the children of a household on the day of a move."""

    minors: int
    school_age: int
    came_alone: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """What somebody fills in; the fields are those of the record."""

    family: str = ""
    wellbeing: str = ""
    safety: str = ""
    view: str = ""
    view_stance: Stance | None = None
    heard_by: Heard | None = None
    heard_on: date | None = None
    not_heard_because: str = ""
    school_on: date | None = None
    care_on: date | None = None


def children_of(household: str, on: date) -> Children:
    """The children of a household, counted on a day."""
    born = [person.birth_month for person in selectors.records("persons", household__key=household)]
    facts = selectors.record_about("households", household)
    minors = sum(is_minor(month, on) for month in born)
    alone = facts is not None and facts.group is HouseholdGroup.AMV and minors > 0
    return Children(minors, sum(is_school_age(month, on) for month in born), alone)


def record_of(household: str, to: str) -> BestInterests | None:
    """What is written down now about this household going to that location."""
    return BestInterests.objects.known().filter(household__key=household, to__key=to).first()


def guardian_view_of(household: str, to: str) -> GuardianView | None:
    """What the guardian thinks now of this household going to that location."""
    return GuardianView.objects.known().filter(household__key=household, to__key=to).first()


def missing(record: Weighed | BestInterests | None, guardian: GuardianView | None, of: Children) -> tuple[Missing, ...]:
    """What is not written down yet for these children; nothing for who has none."""
    return tuple(_missing(record or Weighed(), guardian, of)) if of.minors else ()


def missing_for(household: str, to: str, on: date) -> tuple[Missing, ...]:
    """What is not written down yet about a move on a day."""
    return missing(record_of(household, to), guardian_view_of(household, to), children_of(household, on))


def record(actor: Actor, household: str, to: str, weighed: Weighed, seen: str | None = None) -> None:
    """Write down what was weighed for one move; the version before it stays.

    `seen` is the mark of the version that the actor looked at, empty where there was none: where somebody wrote another
    since, ChangedSince tells what differs, and nothing is written.
    """
    demand(actor, Action.RECORD_VIEW, selectors.household_thing(household))
    told = {field.name: getattr(weighed, field.name) for field in fields(weighed)}
    with change(actor, REASON, act=Act.WRITE, about=f"household:{household}") as made:
        known = record_of(household, to)
        if seen is not None and known is not None and mark(known) != seen:
            now = {name: getattr(known, name) for name in told}
            raise ChangedSince(household, {name: (told[name], now[name]) for name in told if told[name] != now[name]})
        _say(made, BestInterests, household, to, told)


def record_guardian_view(actor: Actor, household: str, to: str, stance: Stance, view: str, given_on: date) -> None:
    """Write down what the guardian thinks of one move; by the guardian, or by who decides on the move for them."""
    thing = selectors.household_thing(household)
    demand(actor, Action.RECORD_VIEW, thing)
    if not may_speak_for_guardian(actor, thing):
        raise ChangeRefused(refusal(NOT_ITS_GUARDIAN, household))
    if not children_of(household, given_on).came_alone:
        raise ChangeRefused(refusal(NO_GUARDIAN, household, household=household))
    with change(actor, REASON, act=Act.WRITE, about=f"household:{household}") as made:
        _say(made, GuardianView, household, to, {"stance": stance, "view": view, "given_on": given_on})


def may_speak_for_guardian(actor: Actor, thing: Thing) -> bool:
    """Whether the actor is the guardian of this household, or decides on its moves."""
    is_guardian = any(held.role is Role.GUARDIAN and reaches(held, thing) for held in actor.roles)
    return can(actor, Action.DECIDE_MOVE, thing) or is_guardian


def _missing(record: Weighed | BestInterests, guardian: GuardianView | None, of: Children) -> Iterator[Missing]:
    for factor in (Missing.FAMILY, Missing.WELLBEING, Missing.SAFETY):
        if not getattr(record, factor).strip():
            yield factor
    was_heard = record.heard_by is not None and record.heard_on is not None
    if not was_heard and not record.not_heard_because.strip():
        yield Missing.HEARD
    elif was_heard and not (record.view.strip() and record.view_stance):
        yield Missing.VIEW
    if of.came_alone and guardian is None:
        yield Missing.GUARDIAN
    if of.school_age and record.school_on is None:
        yield Missing.SCHOOL
    if record.care_on is None:
        yield Missing.CARE


def _say(made: Change, kind: type[Version], household: str, to: str, told: Mapping[str, object]) -> None:
    known = kind.objects.known().filter(household__key=household, to__key=to).first()
    if known:
        correct(made, known, **told)
    else:
        know(made, kind(household=_thing(Household, household), to=_thing(Location, to), **told))


def _thing(kind: type[Kind], key: str) -> Kind:
    found = kind.objects.filter(key=key).first()  # type: ignore[attr-defined]
    if found is None:
        raise ChangeRefused(refusal(NOT_THERE, key, key=key))
    return found  # type: ignore[no-any-return]
