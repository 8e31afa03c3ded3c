# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The housing task of permit holders: what a half-year asks of each municipality, and who waits in reception for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from luwte.law.explain import MARKS
from luwte.law.housing import HousingTask, HousingTasks, National
from luwte.model.describe import describe
from luwte.reporting.law.housing import told
from luwte_web.pages import columns
from luwte_web.pages.answers import Page
from luwte_web.pages.filters import Filters
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.law.beside import Beside, beside
from luwte_web.pages.law.housing_form import tasks_asked
from luwte_web.pages.law.housing_people import Waiting, together, waiting_by_municipality
from luwte_web.pages.links import to_municipality
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table
from luwte_web.registry.housing_balance import may_write

SHOWN = 25  # municipalities on the page; the download has them all
NOBODY = Waiting()


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality: what it houses, and who waits in reception for a home there."""

    code: str
    name: str
    task: HousingTask | None
    waiting: Waiting
    write: str

    @property
    def due(self) -> int | None:
        """Task plus arrears less lead; unknown while one of them is."""
        return self.task.due if self.task else None


@law_page
def housing(asked: AskedOfLaw) -> Page:
    """A half-year; without a national task it is asked for, and nothing is computed."""
    reader, people = asked.reader, beside(asked)
    filters = Filters(asked.query, reader)
    half_year, found, refused = tasks_asked(asked, filters)
    waiting = waiting_by_municipality(people.country) if people else {}
    rows = list(_chosen(asked, filters, _rows(asked, found, waiting, half_year)))
    words = told(found, asked.names, reader.words) if found else None
    context = {
        "sentences": words.sentences if words else (),
        "refused": [describe(one, reader.words) for one in refused],
        "findings": [describe(one, reader.words) for one in found.findings] if found else [],
        "people": people,
        "linked": people.told(together(waiting, linked=True).people, reader) if people else "",
        "not_linked": people.told(together(waiting, linked=False).people, reader) if people else "",
        "filters": filters,
    }
    tables = (municipality_table(reader, rows, people).part(0, SHOWN), figures_table(reader, found))
    title = reader.text("Housing task for permit holders, {half_year}", half_year=half_year)
    return Page("housing.html", title, context, tables)


def municipality_table(reader: Reader, rows: Sequence[Row], people: Beside | None) -> Table[Any]:
    """Every municipality with its task, what it brings along, and who waits for it."""
    shown = [
        columns.words(reader.text("Municipality"), lambda row: row.name, lambda row: to_municipality(row.code)),
        columns.counts(reader, reader.text("Inhabitants"), lambda row: row.task and row.task.inhabitants),
        columns.counts(reader, reader.text("Task"), lambda row: row.task and row.task.task),
        columns.counts(reader, reader.text("Arrears"), lambda row: _balance(row, "backlog")),
        columns.counts(reader, reader.text("Lead"), lambda row: _balance(row, "lead")),
        columns.counts(reader, reader.text("To house"), lambda row: row.due),
        *_waiting(reader, people),
    ]
    if any(row.write for row in rows):
        write = reader.text("Write")
        shown.append(columns.words(reader.text("Arrears and lead"), lambda row: write if row.write else NONE, _write))
    return Table.of("municipalities", reader.text("Municipalities, in people"), shown, rows)


def figures_table(reader: Reader, found: HousingTasks | None) -> Table[Any]:
    """The national task that was taken, with where it comes from."""
    national: list[National] = [found.national] if found and found.national else []
    shown = (
        columns.words(reader.text("Half-year"), lambda one: one.half_year),
        columns.counts(reader, reader.text("People"), lambda one: one.people),
        columns.words(reader.text("Source"), lambda one: reader.text(one.source)),
        columns.words(reader.text("How sure"), lambda one: reader.text(MARKS[one.mark])),
    )
    return Table.of("national", reader.text("National task"), shown, national)


def _rows(
    asked: AskedOfLaw, found: HousingTasks | None, waiting: Mapping[str, Waiting], half_year: str
) -> Iterator[Row]:
    tasks = {one.municipality: one for one in found.tasks} if found else {}
    for code in asked.tasks.of:
        write = f"{reverse('housing_balance', args=[code])}?half_year={half_year}"
        may = asked.is_live and may_write(asked.actor, code)
        yield Row(code, asked.names[code], tasks.get(code), waiting.get(code, NOBODY), write if may else "")


def _chosen(asked: AskedOfLaw, filters: Filters, rows: Iterator[Row]) -> Iterator[Row]:
    text = filters.reader.text
    provinces = {one.province_code: one.province for one in asked.tasks.provinces}
    province = filters.choose("province", text("Province"), provinces, text("all provinces"))
    name = filters.search("name", text("Municipality"))
    for row in rows:
        if province in ("", asked.tasks.of[row.code].province_code) and name in row.name.casefold():
            yield row


def _waiting(reader: Reader, people: Beside | None) -> list[Column[Any]]:
    """Who waits, where a plan tells who lives where."""
    if people is None:
        return []
    titles = (
        (reader.text("Households in reception that are linked"), "households"),
        (reader.text("People: so many places come free when they have a home"), "people"),
        (reader.text("Children among them"), "children"),
    )
    return [Column(title, _told(reader, people, name), numeric=True) for title, name in titles]


def _told(reader: Reader, people: Beside, name: str) -> Any:
    return lambda row: people.told(getattr(row.waiting, name), reader)


def _balance(row: Row, name: str) -> int | None:
    return getattr(row.task.balance, name) if row.task and row.task.balance else None


def _write(row: Row) -> str:
    return row.write
