# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Findings: by sort on the page of the plan, and one by one on a page of their own."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from luwte.model.describe import describe
from luwte.model.findings import Finding, Severity
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, HouseholdsClosed, Page, page
from luwte_web.pages.country import Country
from luwte_web.pages.filters import Filters
from luwte_web.pages.links import to, to_household, to_location, to_municipality
from luwte_web.pages.paging import Paging
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table

BLANK = re.compile(r"\{\w*\}")  # a place to fill in
SEVERITY_TONES = {Severity.ERROR: "bad", Severity.WARNING: "open", Severity.NOTE: "fair"}


@page
def findings(asked: Asked) -> Page:
    """Every finding, one by one; they name households."""
    country, reader = asked.country, asked.reader
    if not country.shows_households:
        raise HouseholdsClosed
    filters = Filters(asked.query, reader)
    severity = filters.code("severity", reader.text("Weight"), Severity, reader.text("all"))
    kinds = {finding.kind.code: blanked(reader, finding.kind.what) for finding in country.plan.findings}
    code = filters.choose("code", reader.text("Sort"), kinds, reader.text("all"))
    rows = [f for f in country.plan.findings if severity in (None, f.kind.severity) and code in ("", f.kind.code)]
    parts = Paging(asked.query, len(rows))
    table = findings_table(country, reader, rows)
    context = {"filters": filters, "table": parts.of(table), "parts": parts}
    return Page("findings.html", reader.text("Findings"), context, (table,))


def found_table(country: Country, reader: Reader) -> Table[Any]:
    """Findings counted by their sort, the gravest first, each with the first of them in words.

    Of real people no value is filled in: a finding may name a household.
    """
    first: dict[str, Finding] = {}
    counted = Counter(finding.kind.code for finding in country.plan.findings)
    for finding in country.plan.findings:
        first.setdefault(finding.kind.code, finding)
    rows = sorted(first.values(), key=lambda found: list(Severity).index(found.kind.severity))

    def told(finding: Finding) -> tuple[str, str]:
        if country.shows_households:
            return describe(finding, reader.words)
        return blanked(reader, finding.kind.what), blanked(reader, finding.kind.mend)

    def every(finding: Finding) -> str:
        return to("findings", code=finding.kind.code) if country.shows_households else ""

    shown = (
        _severity(reader),
        columns.words(reader.text("Finding"), lambda found: told(found)[0], every),
        columns.counts(reader, reader.text("How often"), lambda found: counted[found.kind.code]),
        columns.words(reader.text("What to do"), lambda found: told(found)[1]),
        _norm(reader),
    )
    note = reader.text("Of a sort that was found more often, the first stands here.")
    return Table.of("findings-by-sort", reader.text("Findings by sort"), shown, rows, note)


def blanked(reader: Reader, message: str) -> str:
    """A sentence of a finding with nothing filled in."""
    return BLANK.sub("…", reader.text(message))


def findings_table(country: Country, reader: Reader, rows: Sequence[Finding]) -> Table[Any]:
    """Findings one by one."""
    shown = (
        _severity(reader),
        columns.words(
            reader.text("About"), lambda found: found.subject or NONE, lambda found: _page_of(country, found.subject)
        ),
        columns.words(reader.text("Finding"), lambda found: describe(found, reader.words)[0]),
        columns.words(reader.text("What to do"), lambda found: describe(found, reader.words)[1]),
        _norm(reader),
    )
    return Table.of("findings", reader.text("Findings"), shown, rows)


def _severity(reader: Reader) -> Column[Any]:
    return columns.words(
        reader.text("Weight"),
        lambda found: reader.name(found.kind.severity),
        tone=lambda found: SEVERITY_TONES[found.kind.severity],
    )


def _norm(reader: Reader) -> Column[Any]:
    return columns.words(
        reader.text("Article"), lambda found: reader.norm(found.kind.norm) if found.kind.norm else NONE
    )


def _page_of(country: Country, subject: str) -> str:
    """The page of what a finding is about, where it has one."""
    if subject in country.dataset.location:
        return to_location(subject)
    if subject in country.placement_of:
        return to_household(subject)
    return to_municipality(subject) if subject in country.task_of else ""
