# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The children of a household before a move, and what each of them thinks of it.

Each child is heard for itself: Directive (EU) 2024/1346, art. 26(2)(d). Whether one is too young or not ripe enough is
for a person to weigh and to write down; nothing here works it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from luwte.model.people import HouseholdGroup
from luwte.model.periods import is_minor, is_school_age
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry import selectors
from luwte_web.registry.days import today
from luwte_web.registry.refusals import ChangeRefused, refusal
from luwte_web.registry.services import change
from luwte_web.workspace.models import ChildView, Heard, Stance
from luwte_web.workspace.refusals import NOT_A_CHILD
from luwte_web.workspace.written import REASON, known, write


@dataclass(frozen=True, slots=True)
class Children:
    """What must be known of the children of a household on the day of a move; `minors` are their keys."""

    minors: tuple[str, ...]
    school_age: int
    came_alone: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody writes down of one child; the fields are those of the record."""

    view: str = ""
    stance: Stance | None = None
    heard_by: Heard | None = None
    heard_on: date | None = None
    not_heard_because: str = ""
    differs: str = ""


def children_of(household: str, on: date) -> Children:
    """The children of a household on a day, in the order in which they are registered."""
    persons = selectors.records("persons", household__key=household)
    facts = selectors.record_about("households", household)
    minors = tuple(person.key for person in persons if is_minor(person.birth_month, on))
    alone = facts is not None and facts.group is HouseholdGroup.AMV and bool(minors)
    return Children(minors, sum(is_school_age(person.birth_month, on) for person in persons), alone)


def view_of(household: str, to: str, child: str) -> ChildView | None:
    """What is written down now of this child going to that location."""
    return known(ChildView, household=household, to=to, person=child)


def views_of(household: str, to: str) -> Mapping[str, ChildView]:
    """What is written down now of each child of this household going to that location, by its key."""
    views = ChildView.objects.known().filter(household__key=household, to__key=to).select_related("person")
    return {view.person.key: view for view in views}


def record_child_view(actor: Actor, household: str, to: str, child: str, said: Said, seen: str | None = None) -> None:
    """Write down what one child thinks of one move; the version before it stays. `seen` as in `written.write`."""
    demand(actor, Action.RECORD_VIEW, selectors.household_thing(household))
    if child not in children_of(household, today()).minors:
        raise ChangeRefused(refusal(NOT_A_CHILD, child, person=child, household=household))
    told = {field.name: getattr(said, field.name) for field in fields(said)}
    with change(actor, REASON, act=Act.WRITE, about=f"household:{household}") as made:
        write(made, ChildView, told, seen, household=household, to=to, person=child)
