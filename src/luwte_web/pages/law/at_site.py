# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who is responsible for what at one location, and the conditions that hold there: part of its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from luwte.law.counting import Verdict
from luwte.law.operation import Operated, findings, operated
from luwte.model.describe import describe
from luwte.model.sites import OperationTask
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can
from luwte_web.pages import columns
from luwte_web.pages.law.offers_tables import conditions_table
from luwte_web.pages.locations import Fact
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.conditions import conditions_at, may_look
from luwte_web.registry.days import today
from luwte_web.registry.models import Condition, Operation
from luwte_web.registry.operating import may_write, operations_at
from luwte_web.registry.selectors import location_thing, municipality_thing, record_about, records


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody has to be responsible for, and who is; `row` is None where nobody is."""

    task: OperationTask
    row: Operation | None


@dataclass(frozen=True, slots=True)
class Running:
    """The part of the page: who answers, what people have to arrange, and what the reader may write."""

    key: str
    municipality: str
    facts: Sequence[Fact]
    wrong: Sequence[tuple[str, str]]
    responsible: Table[Any]
    conditions: Table[Any]
    writes: bool
    sets: bool

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        """Both of them."""
        return self.responsible, self.conditions


def running_at(reader: Reader, actor: Actor, key: str) -> Running | None:
    """What is known now of one location; None of one that is closed."""
    location, lines = record_about("locations", key), records("operations", location__key=key)
    site = next(iter(operated([location], lines, today())), None) if location else None
    if site is None:
        return None
    conditions, writes = list(conditions_at(key)), may_write(actor, key)
    sets = can(actor, Action.WRITE_OFFER, municipality_thing(location_thing(key).municipality))
    return Running(
        key,
        site.location.municipality,
        _facts(reader, site),
        [describe(found, reader.words) for found in findings([site])],
        _responsible(reader, key, site, writes=writes),
        conditions_table(
            reader,
            conditions,
            lambda row: _to("condition_look", row) if may_look(actor, row) else "",
            lambda row: _to("condition_change", row) if sets else "",
        ),
        writes,
        sets,
    )


def _facts(reader: Reader, site: Operated) -> list[Fact]:
    both = {
        Verdict.YES: N_("for both somebody is named (Decree 4.1)"),
        Verdict.UNKNOWN: N_("not known for both (Decree 4.1)"),
    }
    told = [Fact(reader.text("Answers for this site"), reader.name(site.form))]
    if site.is_municipal:
        told.append(Fact(reader.text("Material reception and guidance"), reader.text(both[site.both_receptions])))
    return told


def _responsible(reader: Reader, key: str, site: Operated, *, writes: bool) -> Table[Any]:
    """Everything that somebody has to be responsible for, with who is now or when the site opens, else nobody."""
    now = {(one.task, one.responsible, one.organisation or "", one.since) for one in site.lines}
    rows = [row for row in operations_at(key) if (row.task, row.responsible, row.organisation, row.since) in now]
    lines = [
        Line(task, row)
        for task in OperationTask
        for row in ([row for row in rows if row.task is task] or [None])
    ]  # fmt: skip
    shown = (
        columns.names(reader, reader.text("Responsible for"), lambda line: line.task),
        columns.words(
            reader.text("Who"),
            lambda line: _who(reader, line, site),
            lambda line: reverse("operation_change", args=[key, line.row.line]) if writes and line.row else "",
            lambda line: "" if line.row or _elsewhere(line, site) else "bad" if site.is_municipal else "open",
        ),
        columns.words(reader.text("Paid under"), lambda line: _scheme(reader, line)),
        columns.days(reader, reader.text("Since"), lambda line: line.row.since if line.row else None, NONE),
        columns.days(reader, reader.text("Until"), lambda line: line.row.until if line.row else None, NONE),
        columns.words(reader.text("Where this comes from"), lambda line: line.row.source if line.row else NONE),
        columns.words(reader.text("How sure"), lambda line: reader.name(line.row.mark) if line.row else NONE),
    )
    return Table.of("responsible", reader.text("Who is responsible for what"), shown, lines)


def _who(reader: Reader, line: Line, site: Operated) -> str:
    if line.row is None:
        return site.location.supervisor or "" if _elsewhere(line, site) else _nobody(reader, site)
    named = reader.name(line.row.responsible)
    return f"{line.row.organisation} ({named})" if line.row.organisation else named


def _nobody(reader: Reader, site: Operated) -> str:
    """Of a site that COA alone answers for nobody is asked to fill this in."""
    return reader.text("nobody named") if site.is_municipal else reader.text("not filled in")


def _elsewhere(line: Line, site: Operated) -> bool:
    """Whether the table of locations names who supervises."""
    return line.task is OperationTask.SUPERVISION and bool(site.location.supervisor)


def _scheme(reader: Reader, line: Line) -> str:
    return reader.name(line.row.scheme) if line.row and line.row.scheme else NONE


def _to(page: str, row: Condition) -> str:
    return reverse(page, args=[row.condition])
