# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Municipalities with their task as the shown plan tells it; school holidays; and the changes of the registry.

Municipalities and holidays are those of the registry, else those that come with the package.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field

from luwte.data import national_holidays
from luwte.data.in_use import municipalities_in_use
from luwte.data.schema import input_tables, output_tables
from luwte.model.geography import Municipality
from luwte.model.periods import Holiday
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.policy import can
from luwte_web.accounts.things import Thing
from luwte_web.api.operations import operation
from luwte_web.api.paging import Paged, part_of, part_shape
from luwte_web.api.records import AsOf, Known, address_of
from luwte_web.api.shapes import ADDRESS, line_of, line_shape
from luwte_web.api.values import Key
from luwte_web.api.versions import known_at
from luwte_web.artefacts import selectors as artefacts
from luwte_web.registry import selectors
from luwte_web.registry.models import Change
from luwte_web.registry.tables import KEPT

router = Router(tags=["municipalities"])
MUNICIPALITIES, HOLIDAYS = input_tables()["municipalities"], input_tables()["holidays"]
TASKS = output_tables()["tasks"]
TASK = N_("Its task and what of it is realised, in the plan that is shown; null where none is shown.")

TaskShape = line_shape("MunicipalityTask", TASKS)
HolidayShape = line_shape("Holiday", HOLIDAYS)
MunicipalityShape = line_shape(
    "Municipality",
    MUNICIPALITIES,
    {"task": (TaskShape | None, Field(description=TASK)), "url": (str, Field(description=ADDRESS))},
)


class MunicipalityFilters(AsOf):
    """Which municipalities."""

    province: Key | None = Field(default=None, description=N_("Code of a province."))


class ChangeShape(Schema):
    """One change of the registry."""

    number: int
    moment: datetime = Field(description=N_("From this moment on it was known; asOf takes it."))
    actor: str = Field(description=N_("Key of who made it, as on the log."))
    reason: str | None = Field(description=N_("Why, in the words of who made it; for who may read all tables."))


@operation(
    router,
    "GET",
    "/municipalities",
    N_("Municipalities with their task"),
    needs=[Action.READ_FIGURES],
    gives=part_shape(MunicipalityShape),
)
def list_municipalities(request: HttpRequest, asked: Query[MunicipalityFilters]) -> Any:
    """The municipalities that you may read the figures of."""
    rows = [row for row in _seen(request, known_at(asked.as_of)) if asked.province in (None, row.province_code)]
    return part_of(request, rows, len(rows), asked, lambda part: _told(request, part))


@operation(
    router,
    "GET",
    "/municipalities/{code}",
    N_("One municipality with its task"),
    needs=[Action.READ_FIGURES],
    gives=MunicipalityShape,
)
def read_municipality(request: HttpRequest, code: Path[Key], asked: Query[Known]) -> Any:
    """A municipality with its task and what of it is realised."""
    rows = [row for row in _seen(request, known_at(asked.as_of)) if row.code == code]
    if not rows:
        raise Http404
    return _told(request, rows)[0]


@operation(router, "GET", "/holidays", N_("School holidays"), gives=part_shape(HolidayShape))
def list_holidays(request: HttpRequest, asked: Query[AsOf]) -> Any:
    """The school holidays by region."""
    given: Sequence[Holiday] = [line.record for line in selectors.lines(KEPT["holidays"], known_at(asked.as_of))]
    rows = given or national_holidays()
    return part_of(request, rows, len(rows), asked, lambda part: [line_of(HOLIDAYS, row) for row in part])


@operation(
    router,
    "GET",
    "/changes",
    N_("Changes of the registry"),
    needs=[Action.EXPORT, Action.READ_LOG],
    gives=part_shape(ChangeShape),
)
def list_changes(request: HttpRequest, response: HttpResponse, asked: Query[Paged]) -> Any:
    """Every change of the registry, the newest first: the moments that asOf can tell apart."""
    rows = Change.objects.order_by("-id")
    with_reason = can(acting(request), Action.EXPORT)
    return part_of(
        request,
        rows,
        rows.count(),
        asked,
        lambda part: [
            {
                "number": made.pk,
                "moment": made.moment,
                "actor": made.actor,
                "reason": made.reason if with_reason else None,
            }
            for made in part
        ],
    )


def _seen(request: HttpRequest, to: int | None) -> list[Municipality]:
    given = [line.record for line in selectors.lines(KEPT["municipalities"], to)]
    return [
        row
        for row in given or municipalities_in_use()
        if can(
            acting(request),
            Action.READ_FIGURES,
            Thing(Kind.MUNICIPALITY, municipality=row.code, province=row.province_code),
        )
    ]


def _told(request: HttpRequest, rows: Sequence[Municipality]) -> list[dict[str, Any]]:
    shown = artefacts.shown()
    tasks = {row.municipality: row for row in artefacts.published(shown.address).plan.tasks} if shown else {}
    return [
        {
            **line_of(MUNICIPALITIES, row),
            "task": line_of(TASKS, tasks[row.code]) if row.code in tasks else None,
            "url": request.build_absolute_uri(address_of("municipalities", row.code)),
        }
        for row in rows
    ]
