# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Places that are there and may go: by period, province and municipality, with the children who live there now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from luwte.model.periods import ADULT_AGE, born_at
from luwte.model.places import PlaceGroup
from luwte.planning.law.at_risk import AtRisk, Ending, Lost, at_risk, children_now, lost
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages import columns, few
from luwte_web.pages.answers import Page
from luwte_web.pages.filters import Filters
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.links import to_location, to_municipality
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.selectors import persons_counted

PERIODS: Mapping[str, Callable[[AtRisk], str]] = {"quarter": lambda row: row.quarter, "month": lambda row: row.month}


@dataclass(frozen=True, slots=True)
class Summed:
    """What goes in one period or at one place; `children` live there now."""

    name: str
    link: str
    lost: Lost
    children: int
    sites: int


@law_page
def places_at_risk(asked: AskedOfLaw) -> Page:
    """`?per=month` tells months in place of quarters; `?province=` and `?ending=` choose."""
    reader = asked.reader
    filters = Filters(asked.query, reader)
    provinces = {one.province_code: one.province for one in asked.tasks.provinces}
    province = filters.choose("province", reader.text("Province"), provinces, reader.text("all provinces"))
    ending = filters.code("ending", reader.text("What ends"), Ending, reader.text("whatever ends"))
    names = {"month": reader.text("by month")}
    per = filters.choose("per", reader.text("Period"), names, reader.text("by quarter")) or "quarter"
    rows = [
        row
        for row in at_risk(asked.dataset, asked.on)
        if province in ("", _province(asked, row)) and ending in (None, row.ending)
    ]
    children, exact = children_counted(asked), can_somewhere(asked.actor, Action.READ_PERSON) and asked.is_live
    sums = (
        ("periods", reader.text("By period"), PERIODS[per], str, lambda key: ""),
        ("provinces", reader.text("By province"), lambda row: _province(asked, row), asked.names.get, lambda key: ""),
        ("municipalities", reader.text("By municipality"), lambda row: row.location.municipality, asked.names.get,
         to_municipality),
    )  # fmt: skip
    tables = (
        *(_table(reader, key, title, _summed(rows, children, of, named, link), exact=exact)
          for key, title, of, named, link in sums),
        _sites_table(asked, rows, children, exact=exact),
    )  # fmt: skip
    first = [row for row in rows if row.is_first]
    context = {
        "filters": filters,
        "places": lost(rows).places,
        "sites": len(first),
        "late": sum(row.on <= asked.on for row in first),
        "fewest": few.FEWEST,
    }
    return Page("at_risk.html", reader.text(N_("Places at risk")), context, tables)


def children_counted(asked: AskedOfLaw) -> Mapping[str, int]:
    """How many children live at each location: of the registry those whom the reader may count, else of the plan."""
    if not asked.is_live:
        return children_now(asked.dataset, asked.on)
    if not can_somewhere(asked.actor, Action.READ_FIGURES):
        return {}
    minors = persons_counted(asked.actor).filter(birth_month__gte=born_at(ADULT_AGE, asked.on))
    at = minors.order_by().values_list("household__now__location__key").annotate(Count("id"))
    return dict(at)


def _summed(
    rows: Sequence[AtRisk],
    children: Mapping[str, int],
    of: Callable[[AtRisk], str],
    named: Callable[[str], str | None],
    link: Callable[[str], str],
) -> list[Summed]:
    """Each location once, when it first ends; in the order of the first of each."""
    together: dict[str, list[AtRisk]] = {}
    for row in rows:
        if row.is_first:
            together.setdefault(of(row), []).append(row)
    return [
        Summed(named(key) or key, link(key), lost(own), sum(children.get(row.location.key, 0) for row in own), len(own))
        for key, own in together.items()
    ]


def _table(reader: Reader, key: str, title: str, rows: Sequence[Summed], *, exact: bool) -> Table[Any]:
    shown = (
        columns.words(title, lambda row: row.name, lambda row: row.link),
        columns.counts(reader, reader.text("Locations"), lambda row: row.sites),
        columns.counts(reader, reader.text("Places"), lambda row: row.lost.places),
        columns.counts(reader, reader.text("for families"), lambda row: row.lost.family),
        columns.counts(reader, reader.text("for unaccompanied minors"), lambda row: row.lost.amv),
        columns.counts(reader, reader.text("for adults"), lambda row: row.lost.adult),
        columns.counts(reader, reader.text("for families or adults"), lambda row: row.lost.flexible),
        few.people(reader, reader.text("Children there now"), lambda row: row.children, exact=exact),
    )
    return Table.of(key, title, shown, rows)


def _sites_table(asked: AskedOfLaw, rows: Sequence[AtRisk], children: Mapping[str, int], *, exact: bool) -> Table[Any]:
    reader = asked.reader

    def places(group: PlaceGroup) -> Callable[[AtRisk], int]:
        return lambda row: row.location.places_for(group)

    shown = (
        columns.words(
            reader.text("Location"),
            lambda row: row.location.name,
            lambda row: "" if asked.is_live else to_location(row.location.key),
        ),
        columns.words(reader.text("Municipality"), lambda row: asked.names[row.location.municipality]),
        columns.names(reader, reader.text("What ends"), lambda row: row.ending),
        columns.days(reader, reader.text("First day without"), lambda row: row.on),
        columns.words(reader.text("Rests on"), lambda row: reader.name(row.basis) if row.basis else NONE),
        columns.counts(reader, reader.text("Places"), lambda row: row.location.total_places),
        columns.counts(reader, reader.text("for families"), places(PlaceGroup.FAMILY)),
        columns.counts(reader, reader.text("for unaccompanied minors"), places(PlaceGroup.AMV)),
        few.people(
            reader, reader.text("Children there now"), lambda row: children.get(row.location.key, 0), exact=exact
        ),
    )
    return Table.of("sites", reader.text("Every location of which something ends"), shown, rows)


def _province(asked: AskedOfLaw, row: AtRisk) -> str:
    return asked.dataset.municipality[row.location.municipality].province_code
