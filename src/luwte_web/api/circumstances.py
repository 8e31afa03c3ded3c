# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What comes at eighteen, whom a household should live near to, and that it left reception.

What is written names by If-Match the plan or the household as it was read; where somebody changed it since, nothing is
written (412).
"""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Body, Path, Router, Schema
from ninja.responses import Status
from pydantic import Field

from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.api.operations import operation
from luwte_web.api.records import demand_household
from luwte_web.api.values import Day, Given, Key, Reason, Text
from luwte_web.api.versions import IfMatch, etag_of, only_if_unchanged, seen_by
from luwte_web.audit.reading import reads_people
from luwte_web.registry import circumstances, departures, eighteen
from luwte_web.registry.circumstances import Kin
from luwte_web.registry.departures import Left
from luwte_web.registry.eighteen import Agreed
from luwte_web.registry.missing import household_of
from luwte_web.registry.models import AtEighteen, HouseholdFacts, LeftFor, Relative, Tie
from luwte_web.registry.selectors import seen_among

router = Router(tags=["circumstances"])
PLAN = "/persons/{key}/eighteen-plan"
KIN = "/households/{key}/relatives"
NOTHING = "nothing"  # the version of a plan that is not made yet
CHANGED = (409, 412, 428)


class AtEighteenAgreed(Given):
    """What was agreed for after the eighteenth birthday; every part says something."""

    where: AtEighteen
    guidance: Text
    school: Text
    housing: Text
    daytime: Text
    made_with: Text = Field(description=N_("With whom it was made, by what they are: no names."))
    view: Text = Field(description=N_("What the young person says of it."))
    location: Key = ""
    reason: Reason


class AtEighteenRead(Schema):
    """The plan for eighteen as it stands; nothing where none is made yet."""

    where: AtEighteen | None
    guidance: str
    school: str
    housing: str
    daytime: str
    made_with: str
    view: str
    location: str
    made_on: date | None


class KinGiven(Given):
    """Somebody to live near to: another household, or who lives in a municipality."""

    tie: Tie
    household: Key = ""
    municipality: Key = ""
    near: bool = Field(default=False, description=N_("Whether plans keep the two households together."))
    reason: Reason


class KinRead(Schema):
    """Somebody to live near to. A household that the reader does not read about is not named."""

    tie: Tie
    household: str
    municipality: str
    near: bool


class LeftGiven(Given):
    """Where a household went when it left reception, and on which day."""

    left_for: LeftFor
    on: Day
    reason: Reason


class LeftRead(Schema):
    """A household that left reception."""

    household: str
    left_for: LeftFor
    on: date


@operation(router, "GET", PLAN, N_("The plan for eighteen"), needs=[Action.READ_PERSON], gives=AtEighteenRead)
def read_eighteen_plan(request: HttpRequest, response: HttpResponse, key: Path[Key]) -> Any:
    """What was agreed for after the eighteenth birthday of who came alone."""
    household = household_of(key)
    demand_household(acting(request), Action.READ_PERSON, household)
    return _plan(request, response, key, household)


@operation(
    router, "PUT", PLAN, N_("Write down the plan for eighteen"), needs=[Action.RECORD_VIEW], gives=AtEighteenRead,
    problems=CHANGED,
)  # fmt: skip
def write_eighteen_plan(
    request: HttpRequest, response: HttpResponse, key: Path[Key], told: Body[AtEighteenAgreed], if_match: IfMatch = None
) -> Any:
    """Write down the plan for eighteen as a whole. The one before it stays known."""
    actor, household = acting(request), household_of(key)
    demand_household(actor, Action.RECORD_VIEW, household)
    agreed = Agreed(**told.model_dump(exclude={"reason"}))
    with only_if_unchanged(if_match, lambda: _version(key)):
        eighteen.agree(actor, key, agreed, told.reason)
    return _plan(request, response, key, household)


@operation(router, "GET", KIN, N_("Whom a household should live near to"), needs=[Action.READ_PERSON],
           gives=list[KinRead])  # fmt: skip
def list_relatives(request: HttpRequest, response: HttpResponse, key: Path[Key]) -> Any:
    """Relatives of a household; the version is that of the household."""
    actor = acting(request)
    demand_household(actor, Action.READ_PERSON, key)
    return _relatives(request, response, actor, key)


@operation(
    router, "POST", KIN, N_("Write down somebody to live near to"), needs=[Action.WRITE_PERSON], gives=list[KinRead],
    status=201, problems=CHANGED,
)  # fmt: skip
def add_relative(
    request: HttpRequest, response: HttpResponse, key: Path[Key], told: Body[KinGiven], if_match: IfMatch = None
) -> Status[Any]:
    """Write down another household by its key, or a municipality by its code, and who lives there to them."""
    actor = acting(request)
    demand_household(actor, Action.WRITE_PERSON, key)
    kin = Kin(told.tie, told.household, told.municipality, told.near)
    with only_if_unchanged(if_match, lambda: _household(key).pk):
        circumstances.relate(actor, key, kin, told.reason)
    return Status(201, _relatives(request, response, actor, key))


@operation(
    router, "POST", "/households/{key}/departures", N_("Write down that a household left"),
    needs=[Action.WRITE_PERSON], gives=LeftRead, status=201, problems=CHANGED,
)  # fmt: skip
def write_departure(
    request: HttpRequest, key: Path[Key], told: Body[LeftGiven], if_match: IfMatch = None
) -> Status[Any]:
    """Write down that a household left reception: its stay ends, its place is free, and it stands in no table more."""
    actor = acting(request)
    demand_household(actor, Action.WRITE_PERSON, key)
    with only_if_unchanged(if_match, lambda: _household(key).pk):
        departures.leave(actor, key, Left(told.left_for, told.on), told.reason)
    return Status(201, {"household": key, "left_for": told.left_for, "on": told.on})


def _plan(request: HttpRequest, response: HttpResponse, person: str, household: str) -> dict[str, Any]:
    reads_people(request, [f"household:{household}"], {"token": seen_by(request)})
    made = eighteen.plan_of(person)
    response["ETag"] = etag_of(made.pk if made else NOTHING)
    told = {name: getattr(made, name, "") for name in eighteen.PARTS}
    at = made.location.key if made and made.location else ""
    return told | {"where": getattr(made, "where", None), "location": at, "made_on": getattr(made, "made_on", None)}


def _version(person: str) -> object:
    made = eighteen.plan_of(person)
    return made.pk if made else NOTHING


def _relatives(request: HttpRequest, response: HttpResponse, actor: Actor, key: str) -> list[dict[str, Any]]:
    reads_people(request, [f"household:{key}"], {"token": seen_by(request)})
    facts = _household(key)
    response["ETag"] = etag_of(facts.pk)
    found = Relative.objects.known().select_related("other").filter(household=facts.household).order_by("line")
    seen = seen_among(actor, [relative.other.key for relative in found if relative.other])
    return [
        {
            "tie": relative.tie,
            "household": relative.other.key if relative.other and relative.other.key in seen else "",
            "municipality": relative.municipality,
            "near": relative.other_id is not None and relative.other_id == facts.keep_near_id,
        }
        for relative in found
    ]


def _household(key: str) -> HouseholdFacts:
    facts = HouseholdFacts.objects.known().select_related("household").filter(household__key=key).first()
    if facts is None:
        raise Http404
    return facts
