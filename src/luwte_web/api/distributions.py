# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The law's distribution: of the published cycles, and of tables that are sent; every number with its trace."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import File, Form, Path, Query, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from luwte.data import read
from luwte.data.in_use import municipalities_in_use
from luwte.data.raw import error
from luwte.law import distribute
from luwte.law.explain import spoken
from luwte.law.parameters import cycle_of, cycles
from luwte.law.published import comparison_findings
from luwte.law.tables import decimal_text
from luwte.law.tasks import Tasks
from luwte.law.trace import trace, written
from luwte.model.findings import Finding, InputRefused
from luwte.model.geography import Municipality
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.api.findings import told_findings
from luwte_web.api.operations import operation
from luwte_web.api.problems import Fault, words_of
from luwte_web.api.uploads import tables_in
from luwte_web.api.values import Day, Exact, Key, Whole
from luwte_web.registry import selectors

router = Router(tags=["distributions"])
MOST_PLACES = 10_000_000
NEED_AMV = N_("Part of the need for unaccompanied minors, in places; else that of the cycle.")
ON = N_("Day of the count of inhabitants; else that of the cycle, or the most recent.")
ONE_OF_TWO = error(
    "api.cycle_or_need",
    N_("A distribution is of a cycle or of a need."),
    N_("Give cycle, the first year of one, or need, a number of places; one of the two."),
    norm="Act 2(1)",
)


class Task(Schema):
    """What the key asks of one municipality."""

    municipality: str
    name: str
    province_code: str
    inhabitants: int
    weight: Exact
    key_used: str
    share: Exact = Field(description=N_("Part of the need, from 0 to 1, with twenty decimals."))
    indicative: int = Field(description=N_("Indicative number, in places."))
    indicative_amv: int | None = Field(description=N_("Of them for unaccompanied minors."))


class ProvinceTask(Schema):
    """The sum over the municipalities of a province."""

    province_code: str
    province: str
    indicative: int
    indicative_amv: int | None


class Distribution(Schema):
    """A national need divided over municipalities."""

    cycle: int | None
    need: int
    need_amv: int | None
    inhabitants_on: date | None
    key_used: str | None
    parameters: str = Field(description=N_("SHA-256 of the parameters that were used."))
    municipalities: list[Task]
    provinces: list[ProvinceTask]
    findings: list[Fault]


class Step(Schema):
    """One step of a computation that a person can redo."""

    label: str
    formula: str
    result: str
    article: str
    link: str
    source: str
    mark: str


class TracedTask(Task):
    """A task with every step of its computation."""

    steps: list[Step]


class CycleShape(Schema):
    """A cycle with published parameters."""

    cycle: int
    title: str
    need: int | None
    need_amv: int | None


class Cycles(Schema):
    """The cycles there are."""

    results: list[CycleShape]


class Asked(Schema):
    """What replaces a parameter of the cycle."""

    need_amv: Whole | None = Field(default=None, ge=0, le=MOST_PLACES, alias="needAmv", description=NEED_AMV)
    inhabitants_on: Day | None = Field(default=None, alias="inhabitantsOn", description=ON)


class AskedOfTables(Asked):
    """What is asked of the tables that are sent: a cycle, or a need."""

    cycle: Whole | None = Field(default=None, ge=1900, le=2200, description=N_("First year of a cycle."))
    need: Whole | None = Field(default=None, ge=0, le=MOST_PLACES, description=N_("National need, in places."))


@operation(
    router, "GET", "/distributions", N_("Cycles that can be distributed"), needs=[Action.READ_FIGURES], gives=Cycles
)
def list_distributions(request: HttpRequest) -> Any:
    """The cycles of which the parameters are published."""
    known = [
        {"cycle": one.cycle, "title": one.title, "need": one.need.known, "need_amv": one.need_amv.known}
        for one in cycles()
    ]
    return {"results": known}


@operation(
    router,
    "GET",
    "/distributions/{cycle}",
    N_("What the law asks of every municipality"),
    needs=[Action.READ_FIGURES],
    gives=Distribution,
)
def read_distribution(request: HttpRequest, cycle: Path[Whole], asked: Query[Asked]) -> Any:
    """The distribution of a cycle over the municipalities of the registry, else those that come with the package."""
    table = _municipalities()
    return _told(request, _of_cycle(table, cycle, asked), table)


@operation(
    router,
    "GET",
    "/distributions/{cycle}/tasks/{code}",
    N_("How the task of a municipality is computed"),
    needs=[Action.READ_FIGURES],
    gives=TracedTask,
)
def read_task(request: HttpRequest, cycle: Path[Whole], code: Path[Key], asked: Query[Asked]) -> Any:
    """The task of one municipality with every step: its numbers, the article behind it, where a number comes from."""
    table = _municipalities()
    tasks = _of_cycle(table, cycle, asked)
    if code not in tasks.of:
        raise Http404
    steps = spoken(trace(tasks, table, code), words_of(request))
    shown = [
        {
            "label": step.label, "formula": step.formula, "result": step.result, "article": step.citation,
            "link": step.link, "source": step.source, "mark": step.mark,
        }
        for step in steps
    ]  # fmt: skip
    return _task(tasks.of[code]) | {"steps": shown}


@operation(
    router,
    "POST",
    "/distributions",
    N_("Distribute over the municipalities of tables that are sent"),
    needs=[Action.READ_FIGURES],
    gives=Distribution,
)
def distribute_tables(
    request: HttpRequest, files: Annotated[list[UploadedFile], File()], asked: Annotated[AskedOfTables, Form()]
) -> Any:
    """Divide a need over the municipalities of the tables in the request. Nothing is kept."""
    if (asked.cycle is None) == (asked.need is None):
        raise InputRefused((Finding(ONE_OF_TWO),))
    with tables_in(files) as path:
        table = read(path).municipalities
    tasks = distribute(
        table,
        cycle=asked.cycle,
        need=asked.need,
        need_amv=asked.need_amv,
        inhabitants_on=asked.inhabitants_on,
    )
    return _told(request, tasks, table)


def _municipalities() -> tuple[Municipality, ...]:
    return tuple(selectors.records("municipalities")) or municipalities_in_use()


def _of_cycle(table: tuple[Municipality, ...], cycle: int, asked: Asked) -> Tasks:
    try:
        cycle_of(cycle)
    except InputRefused:
        raise Http404 from None
    return distribute(table, cycle=cycle, need_amv=asked.need_amv, inhabitants_on=asked.inhabitants_on)


def _told(request: HttpRequest, tasks: Tasks, table: tuple[Municipality, ...]) -> dict[str, Any]:
    return {
        "cycle": tasks.cycle,
        "need": tasks.need,
        "need_amv": tasks.need_amv,
        "inhabitants_on": tasks.inhabitants_on,
        "key_used": tasks.key_used.value if tasks.key_used else None,
        "parameters": tasks.parameters_hash,
        "municipalities": [_task(task) for task in tasks.municipalities],
        "provinces": list(tasks.provinces),
        "findings": told_findings(request, (*tasks.findings, *comparison_findings(tasks))),
    }


def _task(task: Any) -> dict[str, Any]:
    return {
        "municipality": task.municipality,
        "name": task.name,
        "province_code": task.province_code,
        "inhabitants": task.inhabitants,
        "weight": written(task.weight),
        "key_used": task.key_used.value,
        "share": decimal_text(task.share),
        "indicative": task.indicative,
        "indicative_amv": task.indicative_amv,
    }
