# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The estimate: how many places the two years ahead ask for, with a band that was tried on the past, beside what is
published.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luwte.law.estimate import Assumptions, Estimate, entered, from_inflow, inflow_in_use
from luwte.law.estimate.backtest import Case, Coverage
from luwte.model.describe import describe
from luwte.model.findings import InputRefused
from luwte.reporting import estimated
from luwte.reporting.estimate_page import draw
from luwte.reporting.listed import Listed
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column, Table

MOST_PEOPLE = 10_000_000
MOST_MONTHS = 600
HUNDRED = 100


class InflowForm(forms.Form):
    """What inflow alone does not tell."""

    prefix = "inflow"
    now = forms.IntegerField(label=_("Residents at the end of the series"), min_value=0, max_value=MOST_PEOPLE)
    stay = forms.DecimalField(
        label=_("How many months people stay on average"),
        min_value=1,
        max_value=MOST_MONTHS,
        decimal_places=2,
        localize=True,
    )
    entering = forms.IntegerField(
        label=_("Of every hundred who come, so many move into reception"),
        min_value=0,
        max_value=HUNDRED,
        initial=HUNDRED,
    )

    def assumed(self) -> Assumptions:
        """What was entered."""
        given = self.cleaned_data
        return Assumptions(given["now"], Fraction(given["stay"]), Fraction(given["entering"], HUNDRED))


class ResidentsForm(forms.Form):
    """Residents that somebody expects, without any forecast."""

    prefix = "expected"
    residents = forms.IntegerField(label=_("Residents that you expect"), min_value=0, max_value=MOST_PEOPLE)
    low = forms.IntegerField(label=_("The least that you expect"), required=False, min_value=0, max_value=MOST_PEOPLE)
    high = forms.IntegerField(label=_("The most that you expect"), required=False, min_value=0, max_value=MOST_PEOPLE)


@dataclass(frozen=True, slots=True)
class Answered:
    """An estimate, or what was wrong with what was entered."""

    estimate: Estimate
    refused: tuple[tuple[str, str], ...] = ()


@law_page
def estimate(asked: AskedOfLaw) -> Page:
    """From inflow, or from residents that were entered; whatever is not entered is not assumed."""
    reader = asked.reader
    inflow = InflowForm(asked.query if "inflow-now" in asked.query else None)
    expected = ResidentsForm(asked.query if "expected-residents" in asked.query else None)
    answered = _answered(inflow, expected, reader)
    found = answered.estimate
    tables = [
        months_table(reader, found),
        coverage_table(reader, found),
        backtest_table(reader, found),
        listed_table("beside", estimated.beside(reader.words)),
    ]
    context = {
        "headline": list(estimated.headline(found, reader.words)),
        "grounds": list(estimated.rests_on(found, reader.words)),
        "findings": [describe(finding, reader.words) for finding in found.findings],
        "drawing": draw(found, reader.words) if found.months else "",
        "inflow": inflow,
        "expected": expected,
        "refused": answered.refused,
        "found": found,
    }
    return Page("estimate.html", reader.text("How many places are needed?"), context, tuple(tables))


def months_table(reader: Reader, found: Estimate) -> Table[Any]:
    """Every month ahead: inflow, residents and places, each with its band."""
    numbers = (
        (N_("Came in that month"), "inflow"), (N_("Residents"), "residents"),
        (N_("Residents, at least"), "residents_low"), (N_("Residents, at most"), "residents_high"),
        (N_("Places"), "places"), (N_("Places, at least"), "places_low"), (N_("Places, at most"), "places_high"),
    )  # fmt: skip
    shown = (
        columns.words(reader.text("End of"), lambda one: estimated.month(one.month, reader.words)),
        *(columns.counts(reader, reader.text(title), _of(name)) for title, name in numbers),
    )
    return Table.of("months", reader.text("Residents and places by month"), shown, found.months)


def coverage_table(reader: Reader, found: Estimate) -> Table[Any]:
    """How many of the years that were held back the band held."""
    shown = (
        columns.words(reader.text("Year ahead"), lambda one: str(one.year_ahead)),
        columns.counts(reader, reader.text("Tried on so many months of the past"), _of("cases")),
        columns.counts(reader, reader.text("The band held what came"), _of("inside")),
        columns.shares(reader, reader.text("That is"), _of("found")),
        columns.shares(reader, reader.text("It should hold"), _of("nominal")),
        columns.counts(reader, reader.text("Separate years in it, about"), _of("whole_years")),
    )
    rows: tuple[Coverage, ...] = tuple(one for one in found.coverage if one.cases)
    return Table.of("coverage", reader.text("The band tried on years that were held back"), shown, rows)


def backtest_table(reader: Reader, found: Estimate) -> Table[Any]:
    """Every month of the past from which a year was forecast, and what came."""
    shown = (
        columns.words(reader.text("Forecast from"), lambda one: estimated.month(one.origin, reader.words)),
        columns.words(reader.text("Year ahead"), lambda one: str(one.year_ahead)),
        columns.counts(reader, reader.text("Said"), _of("said")),
        columns.counts(reader, reader.text("At least"), lambda one: round(one.low)),
        columns.counts(reader, reader.text("At most"), lambda one: round(one.high)),
        columns.counts(reader, reader.text("Came"), _of("came")),
        columns.words(reader.text("Inside the band"), lambda one: reader.yes(one.is_inside)),
    )
    rows: tuple[Case, ...] = tuple(found.cases)
    return Table.of("backtest", reader.text("Every month that was tried, in people"), shown, rows)


def listed_table(key: str, listed: Listed) -> Table[Any]:
    """A table in words as a table of a page."""
    shown = tuple(
        Column(heading, _cell(at), numeric=at in listed.numeric) for at, heading in enumerate(listed.headings)
    )
    return Table.of(key, listed.title, shown, listed.rows)


def _answered(inflow: InflowForm, expected: ResidentsForm, reader: Reader) -> Answered:
    if expected.is_bound and expected.is_valid():
        try:
            return Answered(entered(**expected.cleaned_data))
        except InputRefused as refused:
            wrong = tuple(describe(finding, reader.words) for finding in refused.findings)
            return Answered(_without(), wrong)
    if inflow.is_bound and inflow.is_valid():
        return Answered(from_inflow(inflow_in_use(), inflow.assumed()))
    return Answered(_without())


@cache
def _without() -> Estimate:
    """What inflow alone tells: no places, but what comes, and how well that was told before."""
    return from_inflow(inflow_in_use())


def _of(name: str) -> Any:
    return lambda row: getattr(row, name)


def _cell(at: int) -> Any:
    return lambda row: row[at]
