# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is weighed for the children of a household before they move: Directive (EU) 2024/1346, art. 26(2).

Everybody who may write down a view fills in what they know, and the record of a move keeps every version. The view of a
guardian stands apart, so that nobody else writes over it; that of each child stands in `children`. `missing` tells what
is not there yet; a person decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor, Role
from luwte_web.accounts.policy import can, demand, reaches
from luwte_web.accounts.things import Thing
from luwte_web.audit.acts import Act
from luwte_web.registry import selectors
from luwte_web.registry.refusals import ChangeRefused, refusal
from luwte_web.registry.services import change
from luwte_web.workspace.children import Children, Said, children_of, views_of
from luwte_web.workspace.models import BestInterests, ChildView, GuardianView, Stance
from luwte_web.workspace.refusals import NO_GUARDIAN, NOT_ITS_GUARDIAN
from luwte_web.workspace.written import REASON, known, write

Views = Mapping[str, ChildView | Said]


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
class Lack:
    """One thing that is not written down yet, of one child or of the household."""

    what: Missing
    child: str = ""

    @property
    def code(self) -> str:
        """How programs and the record of a move in haste name it."""
        return f"{self.what}:{self.child}" if self.child else self.what.value


@dataclass(frozen=True, slots=True)
class Weighed:
    """What somebody fills in for the household; the fields are those of the record."""

    family: str = ""
    wellbeing: str = ""
    safety: str = ""
    school_on: date | None = None
    care_on: date | None = None


def record_of(household: str, to: str) -> BestInterests | None:
    """What is written down now about this household going to that location."""
    return known(BestInterests, household=household, to=to)


def guardian_view_of(household: str, to: str) -> GuardianView | None:
    """What the guardian thinks now of this household going to that location."""
    return known(GuardianView, household=household, to=to)


def missing(
    record: Weighed | BestInterests | None, views: Views, guardian: GuardianView | None, of: Children
) -> tuple[Lack, ...]:
    """What is not written down yet for these children; nothing for who has none."""
    return tuple(_missing(record or Weighed(), views, guardian, of)) if of.minors else ()


def missing_for(household: str, to: str, on: date) -> tuple[Lack, ...]:
    """What is not written down yet about a move on a day."""
    views, guardian = views_of(household, to), guardian_view_of(household, to)
    return missing(record_of(household, to), views, guardian, children_of(household, on))


def record(actor: Actor, household: str, to: str, weighed: Weighed, seen: str | None = None) -> None:
    """Write down what was weighed for one move; the version before it stays. `seen` as in `written.write`."""
    demand(actor, Action.RECORD_VIEW, selectors.household_thing(household))
    told = {field.name: getattr(weighed, field.name) for field in fields(weighed)}
    with change(actor, REASON, act=Act.WRITE, about=f"household:{household}") as made:
        write(made, BestInterests, told, seen, household=household, to=to)


def record_guardian_view(actor: Actor, household: str, to: str, stance: Stance, view: str, given_on: date) -> None:
    """Write down what the guardian thinks of one move; by the guardian, or by who decides on the move for them."""
    thing = selectors.household_thing(household)
    demand(actor, Action.RECORD_VIEW, thing)
    if not may_speak_for_guardian(actor, thing):
        raise ChangeRefused(refusal(NOT_ITS_GUARDIAN, household))
    if not children_of(household, given_on).came_alone:
        raise ChangeRefused(refusal(NO_GUARDIAN, household, household=household))
    with change(actor, REASON, act=Act.WRITE, about=f"household:{household}") as made:
        told = {"stance": stance, "view": view, "given_on": given_on}
        write(made, GuardianView, told, None, household=household, to=to)


def may_speak_for_guardian(actor: Actor, thing: Thing) -> bool:
    """Whether the actor is the guardian of this household, or decides on its moves."""
    is_guardian = any(held.role is Role.GUARDIAN and reaches(held, thing) for held in actor.roles)
    return can(actor, Action.DECIDE_MOVE, thing) or is_guardian


def _missing(
    record: Weighed | BestInterests, views: Views, guardian: GuardianView | None, of: Children
) -> Iterator[Lack]:
    for factor in (Missing.FAMILY, Missing.WELLBEING, Missing.SAFETY):
        if not getattr(record, factor).strip():
            yield Lack(factor)
    for child in of.minors:
        yield from _unheard(child, views.get(child, Said()))
    if of.came_alone and guardian is None:
        yield Lack(Missing.GUARDIAN)
    if of.school_age and record.school_on is None:
        yield Lack(Missing.SCHOOL)
    if record.care_on is None:
        yield Lack(Missing.CARE)


def _unheard(child: str, said: ChildView | Said) -> Iterator[Lack]:
    was_heard = said.heard_by is not None and said.heard_on is not None
    if not was_heard and not said.not_heard_because.strip():
        yield Lack(Missing.HEARD, child)
    elif was_heard and not (said.view.strip() and said.stance):
        yield Lack(Missing.VIEW, child)
