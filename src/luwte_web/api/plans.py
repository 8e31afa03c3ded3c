# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that are stored: the list, one with its levels and receipt, and its tables, each for who may see its lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router, Schema
from pydantic import Field

from luwte.data.schema import output_tables
from luwte.model.findings import Finding
from luwte.planning import PlanFolder
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can
from luwte_web.accounts.things import Thing
from luwte_web.api.findings import told_findings
from luwte_web.api.operations import operation
from luwte_web.api.paging import Paged, part_of, part_shape
from luwte_web.api.problems import Fault
from luwte_web.api.records import address_of
from luwte_web.api.shapes import ADDRESS, line_of, line_shape, plain
from luwte_web.api.values import Exact, Key
from luwte_web.api.versions import seen_by
from luwte_web.artefacts import selectors as artefacts
from luwte_web.artefacts.models import Artefact
from luwte_web.audit.reading import reads_people
from luwte_web.registry import selectors
from luwte_web.registry.models.municipalities import provinces
from luwte_web.workspace import jobs

router = Router(tags=["plans"])
FIGURES = [Action.READ_FIGURES]
PAIRED = ("terms", "excluded", "in_the_way")
ADDRESS_OF_PLAN = N_("Address of the plan: the SHA-256 of its files.")


class PlanStored(Schema):
    """A plan that is stored."""

    plan: str = Field(description=ADDRESS_OF_PLAN)
    stored_at: datetime
    is_shown: bool = Field(description=N_("Whether the pages show this plan now."))
    has_proposals: bool = Field(
        description=N_("Whether it was made from the registry, so that people decide about it.")
    )
    url: str = Field(description=ADDRESS)


class Level(Schema):
    """One level: what it came to, and the proven bound that no plan can better."""

    level: int
    value: Exact
    bound: Exact
    gap: Exact
    stopped_by: str


class Receipt(Schema):
    """What the plan was made from, so that it can be made again."""

    software: str
    dataset: str
    reference_date: date
    parameters: dict[str, str]
    solver: str
    seed: int | None
    cut: bool


class Named(Schema):
    """A number by its name."""

    name: str
    value: Exact


class Trade(Schema):
    """What the plan trades, in persons."""

    out_of_unfit: int
    moved_who_could_stay: int
    brought_to_not_fit: int
    children_without_place: int
    people_without_place: int
    moved_as_asked: int


class PlanShape(PlanStored):
    """A plan in numbers."""

    on: date
    title: str
    synthetic: bool
    cycle: int | None
    need: int
    levels: list[Level]
    households: dict[str, int] = Field(description=N_("Households by what is proposed."))
    persons: dict[str, int] = Field(description=N_("Persons by what is proposed."))
    trade: Trade
    receipt: Receipt


@dataclass(frozen=True)
class PlanTable:
    """A table of a plan, and which of its lines somebody may see."""

    name: str
    shape: str
    needs: Action
    rows: Callable[[PlanFolder], Sequence[Any]]
    seen: Callable[[Actor, Sequence[Any]], Iterable[Any]]


def _at_municipality(actor: Actor, rows: Sequence[Any]) -> Iterable[Any]:
    of = provinces()
    return (
        row
        for row in rows
        if can(actor, Action.READ_FIGURES, Thing(Kind.MUNICIPALITY, "", row.municipality, of.get(row.municipality, "")))
    )


def _at_province(actor: Actor, rows: Sequence[Any]) -> Iterable[Any]:
    return (
        row for row in rows if can(actor, Action.READ_FIGURES, Thing(Kind.MUNICIPALITY, province=row.province_code))
    )


def _at_location(actor: Actor, rows: Sequence[Any]) -> Iterable[Any]:
    seen = set(selectors.locations_seen(actor).values_list("location__key", flat=True))
    everywhere = can(actor, Action.READ_LOCATION)
    return (row for row in rows if everywhere or row.location in seen)


def _of_household(actor: Actor, rows: Sequence[Any]) -> Iterable[Any]:
    seen = set(selectors.households_seen(actor).values_list("household__key", flat=True))
    everybody = can(actor, Action.READ_PERSON)
    return (row for row in rows if everybody or row.household in seen)


TABLES = (
    PlanTable("tasks", "PlanTask", Action.READ_FIGURES, lambda plan: plan.tasks, _at_municipality),
    PlanTable("provinces", "PlanProvince", Action.READ_FIGURES, lambda plan: plan.provinces, _at_province),
    PlanTable("suitability", "Suitability", Action.READ_LOCATION, lambda plan: plan.suitability, _at_location),
    PlanTable("placements", "Placement", Action.READ_PERSON, lambda plan: plan.placements, _of_household),
)


@operation(
    router,
    "GET",
    "/plans",
    N_("Plans that are stored"),
    needs=[*FIGURES, Action.READ_PERSON],
    gives=part_shape(PlanStored),
)
def list_plans(request: HttpRequest, asked: Query[Paged]) -> Any:
    """The plans that are stored, the newest first."""
    rows = Artefact.objects.filter(kind=Artefact.Kind.PLAN).order_by("-stored_at", "address")
    rows = rows.values_list("address", "stored_at")
    return part_of(request, rows, rows.count(), asked, lambda part: _stored(request, list(part)))


@operation(router, "GET", "/plans/{plan}", N_("One plan in numbers"), needs=FIGURES, gives=PlanShape)
def read_plan(request: HttpRequest, plan: Path[Key]) -> Any:
    """The levels of a plan with their bounds, what it trades, and its receipt."""
    stored = _known(plan)
    summary = artefacts.published(plan).plan.summary
    return _stored(request, [(plan, stored)])[0] | {
        "on": summary.on,
        "title": summary.title,
        "synthetic": summary.synthetic,
        "cycle": summary.cycle,
        "need": summary.need,
        "levels": [{name: plain(getattr(level, name)) for name in Level.model_fields} for level in summary.levels],
        "households": dict(summary.households),
        "persons": dict(summary.persons),
        "trade": summary.trade,
        "receipt": summary.receipt,
    }


@operation(
    router, "GET", "/plans/{plan}/findings", N_("What was noticed while planning"), needs=[Action.MAKE_PLAN],
    gives=part_shape(Fault),
)  # fmt: skip
def list_plan_findings(request: HttpRequest, plan: Path[Key], asked: Query[Paged]) -> Any:
    """The findings of a plan; they name households, and are for who makes plans."""
    _known(plan)
    published = artefacts.published(plan)
    rows = published.plan.findings

    def told(part: Sequence[Finding]) -> list[Fault]:
        named = sorted({found.subject for found in part if found.subject in published.dataset.household})
        reads_people(request, [f"household:{key}" for key in named], {"plan": plan, "token": seen_by(request)})
        return told_findings(request, part)

    return part_of(request, rows, len(rows), asked, told)


def _offer_table(table: PlanTable) -> None:
    schema = output_tables()[table.name]
    paired = {name: (list[Named], ...) for name in PAIRED if schema.column(name)}
    shape = line_shape(table.shape, schema, paired)

    def listed(request: HttpRequest, plan: Path[Key], asked: Query[Paged]) -> Any:
        _known(plan)
        actor = acting(request)
        rows = list(table.seen(actor, table.rows(artefacts.published(plan).plan)))

        def told(part: Sequence[Any]) -> list[dict[str, Any]]:
            if table.needs is Action.READ_PERSON:
                things = [f"household:{row.household}" for row in part]
                reads_people(request, things, {"plan": plan, "token": seen_by(request)})
            lines = [line_of(schema, row) | {name: _pairs(getattr(row, name)) for name in paired} for row in part]
            return _among_those_seen(actor, lines)

        return part_of(request, rows, len(rows), asked, told)

    listed.__name__, listed.__doc__ = f"list_plan_{table.name}", schema.en
    path = f"/plans/{{plan}}/{table.name}"
    operation(router, "GET", path, schema.en, needs=[table.needs], gives=part_shape(shape))(listed)


def _among_those_seen(actor: Actor, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines, each naming the household that it makes room for only where the actor reads about that one too."""
    seen = {None, *selectors.seen_among(actor, {line["room_for"] for line in lines if line.get("room_for")})}
    return [line if line.get("room_for") in seen else line | {"room_for": None} for line in lines]


def _pairs(pairs: Iterable[tuple[str, Any]]) -> list[dict[str, str]]:
    return [{"name": name, "value": str(plain(value))} for name, value in pairs]


def _known(plan: str) -> datetime:
    """Since when a plan is stored; one that is not is not there."""
    stored = Artefact.objects.filter(kind=Artefact.Kind.PLAN, address=plan).values_list("stored_at", flat=True).first()
    if stored is None:
        raise Http404
    return stored


def _stored(request: HttpRequest, plans: Sequence[tuple[str, datetime]]) -> list[dict[str, Any]]:
    shown = artefacts.shown()
    of_the_registry = set(jobs.made().filter(plan_id__in=[plan for plan, _ in plans]).values_list("plan_id", flat=True))
    return [
        {
            "plan": plan,
            "stored_at": at,
            "is_shown": shown is not None and shown.address == plan,
            "has_proposals": plan in of_the_registry,
            "url": request.build_absolute_uri(address_of("plans", plan)),
        }
        for plan, at in plans
    ]


for _each in TABLES:
    _offer_table(_each)
