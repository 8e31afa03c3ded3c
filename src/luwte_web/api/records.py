# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the registry knows, table by table: lists with filters, single things, as known now or at a moment.

Each line of `RESOURCES` is a table of the registry and a resource of the API. Rows come through `visible`. What was
known before is read by who may read about the same thing now. Who reads about households is on the log before the
answer is made, with one line for every household.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field, create_model

from luwte.data.schema import Table, input_tables
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, demand, visible
from luwte_web.api.operations import operation
from luwte_web.api.paging import Paged, part_of, part_shape
from luwte_web.api.shapes import ADDRESS, VERSION, filter_kind, line_of, line_shape
from luwte_web.api.values import Key, Moment
from luwte_web.api.version import BASE
from luwte_web.api.versions import etag_of, known_at, seen_by
from luwte_web.audit.reading import reads_people
from luwte_web.registry.selectors import household_thing, record_about
from luwte_web.registry.tables import KEPT, Kept

AS_OF = N_("As it was known at this moment; without it, as it is known now.")
ONE = N_("Read one by its key")


class AsOf(Paged):
    """Which part of a list, and as known when."""

    as_of: Moment | None = Field(default=None, alias="asOf", description=AS_OF)


class Known(Schema):
    """As known when."""

    as_of: Moment | None = Field(default=None, alias="asOf", description=AS_OF)


@dataclass(frozen=True)
class Resource:
    """One table: who reads it, what it can be filtered by, and of which things its rows are seen with the thing."""

    table: str
    needs: Action
    filters: tuple[str, ...] = ()
    within: str = ""
    seen_with: str = ""

    @cached_property
    def schema(self) -> Table:
        """The columns of the table."""
        return input_tables()[self.table]

    @cached_property
    def kept(self) -> Kept:
        """Where the registry keeps it."""
        return KEPT[self.table]

    @cached_property
    def key(self) -> str | None:
        """The column with the key of each line, where a line has one."""
        return self.kept.versions.thing

    @cached_property
    def item(self) -> type[Schema]:
        """The shape of a line."""
        beside: dict[str, Any] = {"version": (int, Field(description=VERSION))}
        if self.key:
            beside["url"] = (str, Field(description=ADDRESS))
        return line_shape(_singular(self.table), self.schema, beside)

    @cached_property
    def asked(self) -> type[AsOf]:
        """The filters."""
        columns = [column for column in self.schema.columns if column.name in self.filters]
        asked = {each.name: (filter_kind(each), Field(default=None, description=each.en)) for each in columns}
        return create_model(f"{_singular(self.table)}Filters", __base__=AsOf, **asked)  # type: ignore[no-any-return, call-overload]

    def lookup(self, column: str) -> str:
        """Where a column stands, seen from a row."""
        named = self.schema.column(column)
        assert named is not None  # noqa: S101 - filters name columns
        field = column if column == self.key else named.field or column
        return f"{field}__key" if field in self.kept.things else field

    def seen(self, actor: Actor, to: int | None) -> "QuerySet[Any]":
        """The rows that the actor may see, as known now or once a change was made."""
        rows = self.kept.versions.objects.known(to).order_by("line")
        if to is None or not self.seen_with or can(actor, self.needs):
            return visible(actor, rows)
        now = visible(actor, KEPT[f"{self.seen_with}s"].versions.objects.known())
        return rows.filter(**{f"{self.seen_with}__in": now.values(self.seen_with)})


RESOURCES = (
    Resource("locations", Action.READ_LOCATION, ("municipality", "kind", "operator"), seen_with="location"),
    Resource("units", Action.READ_LOCATION, ("group",), within="location", seen_with="location"),
    Resource(
        "assessments",
        Action.READ_LOCATION,
        ("location", "group", "indicator", "answer", "method"),
        seen_with="location",
    ),
    Resource("improvements", Action.READ_LOCATION, ("location", "indicator"), seen_with="location"),
    Resource("selfchecks", Action.READ_FIGURES, ("municipality", "indicator", "answer")),
    Resource("feedback", Action.READ_LOCATION, ("location", "through", "domain"), seen_with="location"),
    Resource("programmes", Action.READ_LOCATION, ("location", "kind"), seen_with="location"),
    Resource("contacts", Action.READ_LOCATION, ("location",), seen_with="location"),
    Resource("households", Action.READ_PERSON, ("location", "group", "phase", "guardian"), seen_with="household"),
    Resource("persons", Action.READ_PERSON, ("household",), seen_with="person"),
    Resource("stays", Action.READ_PERSON, ("location",), within="household", seen_with="household"),
    Resource("moves", Action.READ_PERSON, ("household", "to", "status"), seen_with="household"),
    Resource("headcounts", Action.READ_FIGURES, ("kind",)),
    Resource("offers", Action.READ_FIGURES, ("municipality", "status", "kind")),
    Resource("exchanges", Action.READ_FIGURES, ("from", "to")),
    Resource("decisions", Action.READ_FIGURES, ("cycle", "municipality")),
    Resource("steps", Action.READ_FIGURES, ("cycle", "step")),
    Resource("statuses", Action.READ_FIGURES, ("cycle", "municipality", "status")),
    Resource("housing", Action.READ_FIGURES, ("municipality",)),
    Resource("conditions", Action.READ_LOCATION, ("municipality", "offer", "location", "kind", "state")),
    Resource("operations", Action.READ_LOCATION, ("location", "task", "responsible"), seen_with="location"),
    Resource("commitments", Action.READ_COMMITMENT, ("kind", "state", "owner")),
)
OF = {resource.table: resource for resource in RESOURCES}


def told(request: HttpRequest, resource: Resource, rows: "QuerySet[Any]") -> Sequence[dict[str, Any]]:
    """Rows as lines in JSON; of households it is on the log first that they were read."""
    found = list(rows.values_list("id", *resource.kept.lookups))
    records = resource.kept.records_of([row[1:] for row in found])
    if resource.needs is Action.READ_PERSON:
        _put_on_log(request, resource, records)
    lines = [line_of(resource.schema, record) for record in records]
    for line, row in zip(lines, found, strict=True):
        line["version"] = row[0]
        if resource.key:
            line["url"] = request.build_absolute_uri(address_of(resource.table, line[resource.key]))
    return lines


def address_of(*parts: str) -> str:
    """The path of a single thing."""
    return "/".join((BASE, *(quote(part, safe="") for part in parts)))


def one(request: HttpRequest, response: HttpResponse, resource: Resource, key: str, to: int | None = None) -> Any:
    """A single thing with its ETag; what may not be seen is not there."""
    actor = acting(request)
    lines = told(request, resource, resource.seen(actor, to).filter(**{f"{resource.key}__key": key}))
    if not lines:
        raise Http404
    response["ETag"] = etag_of(lines[0]["version"])
    return lines[0]


def demand_household(actor: Actor, action: Action, key: str) -> None:
    """Raise Http404 unless the actor may do this to a household that is there."""
    demand(actor, action, household_thing(key))
    if record_about("households", key) is None:
        raise Http404


def _put_on_log(request: HttpRequest, resource: Resource, records: Sequence[Any]) -> None:
    households = {record.key if resource.table == "households" else record.household for record in records}
    reads_people(request, [f"household:{key}" for key in sorted(households)], {"token": seen_by(request)})


def _offer_list(router: Router, resource: Resource) -> None:
    asked_shape, item = resource.asked, resource.item

    def listed(request: HttpRequest, asked: Query[asked_shape]) -> Any:  # type: ignore[valid-type]
        rows = resource.seen(acting(request), known_at(asked.as_of))
        return _part(request, resource, rows, asked)

    def listed_within(request: HttpRequest, key: Path[Key], asked: Query[asked_shape]) -> Any:  # type: ignore[valid-type]
        parent = OF[f"{resource.within}s"]
        to, actor = known_at(asked.as_of), acting(request)
        if not parent.seen(actor, to).filter(**{f"{parent.key}__key": key}).exists():
            raise Http404
        return _part(request, resource, resource.seen(actor, to).filter(**{f"{resource.within}__key": key}), asked)

    view = listed_within if resource.within else listed
    view.__name__, view.__doc__ = f"list_{resource.table}", resource.schema.en
    path = f"/{resource.within}s/{{key}}/{resource.table}" if resource.within else f"/{resource.table}"
    operation(router, "GET", path, resource.schema.en, needs=[resource.needs], gives=part_shape(item))(view)


def _part(request: HttpRequest, resource: Resource, rows: "QuerySet[Any]", asked: Any) -> dict[str, Any]:
    wanted = {name: getattr(asked, name) for name in resource.filters}
    rows = rows.filter(**{resource.lookup(name): value for name, value in wanted.items() if value is not None})
    return part_of(request, rows, rows.count(), asked, lambda part: told(request, resource, part))


def _offer_one(router: Router, resource: Resource) -> None:
    def read(request: HttpRequest, response: HttpResponse, key: Path[Key], asked: Query[Known]) -> Any:
        return one(request, response, resource, key, known_at(asked.as_of))

    read.__name__, read.__doc__ = f"read_{resource.key}", resource.schema.en
    operation(router, "GET", f"/{resource.table}/{{key}}", ONE, needs=[resource.needs], gives=resource.item)(read)


def _singular(table: str) -> str:
    return table.removesuffix("s").capitalize()


def _routes() -> Router:
    made = Router()
    for resource in RESOURCES:
        resource_router = Router(tags=[resource.table])
        _offer_list(resource_router, resource)
        if resource.key:
            _offer_one(resource_router, resource)
        made.add_router("", resource_router)
    return made


router = _routes()
