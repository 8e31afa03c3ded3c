# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is weighed for the children of a household before a move: Directive (EU) 2024/1346, art. 26(2).

The record of a move, the view of each child and that of the guardian are each written as a whole, by PUT, over what was
read before.
"""

from datetime import date
from typing import Any, Self

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Body, Path, Router, Schema
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.api.operations import operation
from luwte_web.api.records import demand_household
from luwte_web.api.values import Day, Given, Key, Text
from luwte_web.api.versions import IfMatch, etag_of, only_if_unchanged, seen_by
from luwte_web.audit.reading import reads_people
from luwte_web.registry.days import today
from luwte_web.registry.models import Location, PersonFacts
from luwte_web.workspace import best_interests
from luwte_web.workspace.best_interests import Weighed, guardian_view_of, missing_for, record_of
from luwte_web.workspace.children import Said, record_child_view, view_of, views_of
from luwte_web.workspace.models import Heard, Stance

router = Router(tags=["best-interests"])
WEIGHED = "/households/{key}/best-interests/{location}"
CHILD = "/households/{key}/child-views/{location}/{person}"
VIEW = "/households/{key}/guardian-views/{location}"
NEEDS = [Action.RECORD_VIEW]
NOTHING = "nothing"  # the version of what is not written down yet


class Interests(Given):
    """What is weighed for the children of a household before a move."""

    family: Text = Field(default="", description=N_("What it means for family."))
    wellbeing: Text = Field(default="", description=N_("What it means for well-being."))
    safety: Text = Field(default="", description=N_("Whether the child is safe there."))
    school_on: Day | None = Field(default=None, description=N_("Day on which school is handed over."))
    care_on: Day | None = Field(default=None, description=N_("Day on which care is handed over."))


class ChildView(Given):
    """What one child thinks of a move."""

    view: Text = Field(default="", description=N_("What the child thinks of it."))
    stance: Stance | None = None
    heard_by: Heard | None = None
    heard_on: Day | None = None
    not_heard_because: Text = ""
    differs: Text = Field(default="", description=N_("What is different for this child than for the household."))

    @model_validator(mode="after")
    def _heard_or_why_not(self) -> Self:
        if self.heard_on is not None and self.not_heard_because:
            raise PydanticCustomError("heard_or_why_not", "one of the two")
        return self


class ChildViewRead(ChildView):
    """What one child thinks of a move, as it stands."""

    person: str


class InterestsRead(Interests):
    """The record of a move as it stands, and what is missing in it."""

    children: list[ChildViewRead] = Field(
        description=N_("What each child thinks of it; a child of whom nothing is written down is not named.")
    )
    missing: list[str] = Field(
        description=N_("What is not written down yet, as codes; what is of one child ends with a colon and its key.")
    )


class GuardianView(Given):
    """What the guardian of an unaccompanied minor thinks of a move."""

    stance: Stance
    view: Text = ""
    given_on: Day


class GuardianViewRead(Schema):
    """What the guardian thinks of a move; nothing where nobody asked yet."""

    stance: Stance | None
    view: str
    given_on: date | None


@operation(router, "GET", WEIGHED, N_("What is weighed for a move"), needs=[Action.READ_PERSON], gives=InterestsRead)
def read_best_interests(request: HttpRequest, response: HttpResponse, key: Path[Key], location: Path[Key]) -> Any:
    """The record of the children's best interests in a move of this household to this location."""
    _there(request, Action.READ_PERSON, key, location)
    return _read(request, response, key, location)


@operation(
    router, "PUT", WEIGHED, N_("Write down what is weighed for a move"), needs=NEEDS, gives=InterestsRead,
    problems=(409, 412, 428),
)  # fmt: skip
def write_best_interests(
    request: HttpRequest,
    response: HttpResponse,
    key: Path[Key],
    location: Path[Key],
    told: Body[Interests],
    if_match: IfMatch = None,
) -> Any:
    """Write the record anew; the version before it stays. Every version names who wrote it."""
    actor = _there(request, Action.RECORD_VIEW, key, location)
    with only_if_unchanged(if_match, lambda: _version(record_of(key, location))):
        best_interests.record(actor, key, location, Weighed(**told.model_dump()))
    return _read(request, response, key, location)


@operation(router, "GET", CHILD, N_("What the child thinks of a move"), needs=[Action.READ_PERSON], gives=ChildViewRead)
def read_child_view(
    request: HttpRequest, response: HttpResponse, key: Path[Key], location: Path[Key], person: Path[Key]
) -> Any:
    """What one child of this household thinks of a move to this location."""
    _there(request, Action.READ_PERSON, key, location, person)
    return _read_child(request, response, key, location, person)


@operation(
    router, "PUT", CHILD, N_("Write down what the child thinks"), needs=NEEDS, gives=ChildViewRead,
    problems=(409, 412, 428),
)  # fmt: skip
def write_child_view(
    request: HttpRequest,
    response: HttpResponse,
    key: Path[Key],
    location: Path[Key],
    person: Path[Key],
    told: Body[ChildView],
    if_match: IfMatch = None,
) -> Any:
    """Write down what one child thinks, who heard it and on which day, or why nobody did."""
    actor = _there(request, Action.RECORD_VIEW, key, location, person)
    with only_if_unchanged(if_match, lambda: _version(view_of(key, location, person))):
        record_child_view(actor, key, location, person, Said(**told.model_dump()))
    return _read_child(request, response, key, location, person)


@operation(
    router, "GET", VIEW, N_("What the guardian thinks of a move"), needs=[Action.READ_PERSON], gives=GuardianViewRead
)
def read_guardian_view(request: HttpRequest, response: HttpResponse, key: Path[Key], location: Path[Key]) -> Any:
    """What the guardian thinks of a move of this household to this location."""
    _there(request, Action.READ_PERSON, key, location)
    return _read_view(request, response, key, location)


@operation(
    router, "PUT", VIEW, N_("Write down what the guardian thinks"), needs=NEEDS, gives=GuardianViewRead,
    problems=(409, 412, 428),
)  # fmt: skip
def write_guardian_view(
    request: HttpRequest,
    response: HttpResponse,
    key: Path[Key],
    location: Path[Key],
    told: Body[GuardianView],
    if_match: IfMatch = None,
) -> Any:
    """Write down what the guardian thinks; by the guardian, or by who decides on the move for them."""
    actor = _there(request, Action.RECORD_VIEW, key, location)
    with only_if_unchanged(if_match, lambda: _version(guardian_view_of(key, location))):
        best_interests.record_guardian_view(actor, key, location, told.stance, told.view, told.given_on)
    return _read_view(request, response, key, location)


def _there(request: HttpRequest, action: Action, key: str, location: str, person: str = "") -> Actor:
    """The actor, who may do this; to others, and of a location or person that is not there, nothing is there."""
    actor = acting(request)
    demand_household(actor, action, key)
    if not Location.objects.filter(key=location).exists():
        raise Http404
    if person and not PersonFacts.objects.known().filter(person__key=person, household__key=key).exists():
        raise Http404
    return actor


def _version(kept: Any) -> object:
    return kept.pk if kept else NOTHING


def _read(request: HttpRequest, response: HttpResponse, key: str, location: str) -> dict[str, Any]:
    reads_people(request, [f"household:{key}"], {"token": seen_by(request)})
    kept = record_of(key, location)
    response["ETag"] = etag_of(_version(kept))
    told = {name: getattr(kept or Weighed(), name) for name in Interests.model_fields}
    children = [_of_child(person, view) for person, view in views_of(key, location).items()]
    return told | {"children": children, "missing": [each.code for each in missing_for(key, location, today())]}


def _read_child(request: HttpRequest, response: HttpResponse, key: str, location: str, person: str) -> dict[str, Any]:
    reads_people(request, [f"household:{key}"], {"token": seen_by(request)})
    kept = view_of(key, location, person)
    response["ETag"] = etag_of(_version(kept))
    return _of_child(person, kept or Said())


def _of_child(person: str, said: Any) -> dict[str, Any]:
    return {"person": person} | {name: getattr(said, name) for name in ChildView.model_fields}


def _read_view(request: HttpRequest, response: HttpResponse, key: str, location: str) -> dict[str, Any]:
    reads_people(request, [f"household:{key}"], {"token": seen_by(request)})
    kept = guardian_view_of(key, location)
    response["ETag"] = etag_of(_version(kept))
    empty = {"stance": None, "view": "", "given_on": None}
    return {name: getattr(kept, name) for name in empty} if kept else empty
