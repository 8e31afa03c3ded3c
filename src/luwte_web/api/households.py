# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people write down about a household: its wish, its needs, whether it stays, and a child who is missing.

Each names by If-Match the household as it was read; where somebody changed it since, nothing is written (412).
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Path, Query, Router, Schema
from ninja.responses import Status
from pydantic import Field, StringConstraints

from luwte.data.schema import input_tables
from luwte.model.people import WishBy, WishKind
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.api.operations import operation
from luwte_web.api.paging import Paged, part_of, part_shape
from luwte_web.api.records import OF, demand_household, one
from luwte_web.api.values import Day, Given, Key, Reason, Text
from luwte_web.api.versions import IfMatch, only_if_unchanged, seen_by
from luwte_web.audit.reading import reads_people
from luwte_web.registry import circumstances, missing, wishes
from luwte_web.registry.missing import Alert
from luwte_web.registry.models import Disappearance

router = Router(tags=["households"])
HOUSEHOLD = OF["households"]
MOST_NEEDS = 20
COLUMN = input_tables()["households"].column("needs")
assert COLUMN is not None  # noqa: S101 - the table has it
NEED = f"^({'|'.join(COLUMN.choices)}|{COLUMN.also})$"
CHANGED = (409, 412, 428)


class WishHeard(Given):
    """What a household asks for, and whose voice it is."""

    kind: WishKind
    by: WishBy | None = None
    on: Day
    place: Key = Field(default="", description=N_("Code of a municipality or province where the kind needs one."))
    reason: Reason


class NeedsSeen(Given):
    """What a place must provide for a household."""

    needs: Annotated[
        list[Annotated[str, StringConstraints(max_length=100, pattern=NEED)]], Field(max_length=MOST_NEEDS)
    ]
    reason: Reason


class LockDecided(Given):
    """Whether a household stays where it is."""

    locked: Annotated[bool, Field(strict=True)]
    reason: Reason


class Missing(Given):
    """A child who is missing since a day."""

    on: Day
    alerted: Text = Field(default="", description=N_("Who was alerted, by what they are: no names."))
    alerted_on: Day | None = None
    done: Text = Field(default="", description=N_("What was done so far."))
    reason: Reason


class Found(Given):
    """A child who was found."""

    on: Day
    reason: Reason


class Report(Schema):
    """A report of a missing child."""

    reported_on: date
    alerted_on: date | None
    alerted: str
    done: str
    found_on: date | None


@operation(
    router, "PUT", "/households/{key}/wish", N_("Write down a wish"), needs=[Action.RECORD_VIEW], gives=HOUSEHOLD.item,
    problems=CHANGED,
)  # fmt: skip
def hear_wish(
    request: HttpRequest, response: HttpResponse, key: Path[Key], told: Body[WishHeard], if_match: IfMatch = None
) -> Any:
    """Write down what a household asks for. The wish before it stays known."""
    wish = wishes.Wish(told.kind, told.by, told.on, told.place)
    return _changed(
        request, response, key, if_match, Action.RECORD_VIEW, lambda who: wishes.hear(who, key, wish, told.reason)
    )


@operation(
    router, "PUT", "/households/{key}/needs", N_("Write down needs"), needs=[Action.WRITE_PERSON], gives=HOUSEHOLD.item,
    problems=CHANGED,
)  # fmt: skip
def write_needs(
    request: HttpRequest, response: HttpResponse, key: Path[Key], told: Body[NeedsSeen], if_match: IfMatch = None
) -> Any:
    """Write down what a place must provide for a household, as a whole."""
    needs = frozenset(told.needs)
    return _changed(
        request, response, key, if_match, Action.WRITE_PERSON,
        lambda who: circumstances.need(who, key, needs, told.reason),
    )  # fmt: skip


@operation(
    router, "PUT", "/households/{key}/lock", N_("Decide whether a household stays"), needs=[Action.DECIDE_MOVE],
    gives=HOUSEHOLD.item, problems=CHANGED,
)  # fmt: skip
def decide_lock(
    request: HttpRequest, response: HttpResponse, key: Path[Key], told: Body[LockDecided], if_match: IfMatch = None
) -> Any:
    """Decide that a household stays where it is, or that it may be moved again."""
    decide = circumstances.lock if told.locked else circumstances.unlock
    return _changed(request, response, key, if_match, Action.DECIDE_MOVE, lambda who: decide(who, key, told.reason))


@operation(
    router, "GET", "/persons/{key}/disappearances", N_("Reports of a missing child"), needs=[Action.READ_PERSON],
    gives=part_shape(Report),
)  # fmt: skip
def list_disappearances(request: HttpRequest, key: Path[Key], asked: Query[Paged]) -> Any:
    """The reports about a child, the newest first."""
    household = _household_of(request, Action.READ_PERSON, key)
    reads_people(request, [f"household:{household}"], {"token": seen_by(request)})
    rows = Disappearance.objects.known().filter(person__key=key).order_by("-reported_on")
    return part_of(request, rows, rows.count(), asked, list)


@operation(
    router, "POST", "/persons/{key}/disappearances", N_("Report a child missing"), needs=[Action.REPORT_MISSING],
    gives=Report, status=201, problems=(409,),
)  # fmt: skip
def report_missing(request: HttpRequest, key: Path[Key], told: Body[Missing]) -> Status[Any]:
    """Report a child missing. Nothing needs to be known but the child and the day; all else can follow."""
    _household_of(request, Action.REPORT_MISSING, key)
    alert = Alert(told.alerted, told.alerted_on)
    missing.report(acting(request), key, told.on, told.reason, alert, told.done)
    return Status(201, Disappearance.objects.known().filter(person__key=key).latest("reported_on"))


@operation(
    router, "POST", "/persons/{key}/returns", N_("Write down that a child was found"), needs=[Action.REPORT_MISSING],
    gives=Report, status=201, problems=(409,),
)  # fmt: skip
def report_found(request: HttpRequest, key: Path[Key], told: Body[Found]) -> Status[Any]:
    """Write down that a child was found; the report is closed and stays."""
    _household_of(request, Action.REPORT_MISSING, key)
    missing.found(acting(request), key, told.on, told.reason)
    return Status(201, Disappearance.objects.known().filter(person__key=key).latest("reported_on"))


def _changed(
    request: HttpRequest,
    response: HttpResponse,
    key: str,
    if_match: str | None,
    action: Action,
    change: Callable[[Actor], None],
) -> Any:
    """Change a household that is still what was read, and tell it as it is then."""
    actor = acting(request)
    demand_household(actor, action, key)
    rows = HOUSEHOLD.kept.versions.objects.known().filter(household__key=key).values_list("pk", flat=True)
    with only_if_unchanged(if_match, rows.first):
        change(actor)
    return one(request, response, HOUSEHOLD, key)


def _household_of(request: HttpRequest, action: Action, person: str) -> str:
    household = missing.household_of(person)
    demand_household(acting(request), action, household)
    return household
