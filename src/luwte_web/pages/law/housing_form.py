# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which half-year is asked for, and how many people the whole country houses where that is not known."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from luwte.data.raw import error
from luwte.law.housing import HousingTasks, housing_tasks, national_tasks
from luwte.law.housing.figures import HALF_YEAR
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law import balances_in
from luwte.words import N_
from luwte_web.pages.filters import Filters
from luwte_web.pages.law.asked import AskedOfLaw

MOST_DIGITS = 7
SECOND_HALF = 7  # the month in which it begins
AROUND = 3
NOT_PEOPLE = error(
    "housing_not_people", N_("'{text}' is no number of people."), N_("Write a whole number, such as 15000.")
)
KINDS = (NOT_PEOPLE,)


def half_year_of(on: date) -> str:
    """The half-year that a day lies in."""
    return f"{on.year}-{'II' if on.month >= SECOND_HALF else 'I'}"


def half_year_asked(text: str, on: date) -> str:
    """The half-year in an address; that of the day where it holds none."""
    return text if re.fullmatch(HALF_YEAR, text, re.ASCII) else half_year_of(on)


def tasks_asked(asked: AskedOfLaw, filters: Filters) -> tuple[str, HousingTasks | None, tuple[Finding, ...]]:
    """The half-year, its tasks, or why nothing is computed: what is not known is asked for."""
    text, usual = filters.reader.text, half_year_of(asked.on)
    noted = (one.half_year for one in asked.dataset.housing)
    others = {each: each for each in _half_years(asked.on, noted) if each != usual}
    half_year = filters.choose("half_year", text("Half-year"), others, usual) or usual
    said = filters.search("national", text("People to house in the whole country"))
    if said and not (said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS):
        return half_year, None, (Finding(NOT_PEOPLE, params={"text": said}),)
    people, balances = int(said) if said else None, balances_in(asked.dataset, half_year)
    try:
        return half_year, housing_tasks(asked.dataset.municipalities, half_year, people=people, balances=balances), ()
    except InputRefused as refused:
        return half_year, None, refused.findings


def _half_years(on: date, noted: Iterable[str]) -> Iterator[str]:
    """Those that can be chosen, newest first: with a national task, with arrears or lead, and those around the day."""
    first = on.year * 2 + (on.month >= SECOND_HALF)
    around = (f"{number // 2}-{'I' * (number % 2 + 1)}" for number in range(first, first + AROUND))
    yield from sorted({*around, *noted, *(one.half_year for one in national_tasks())}, reverse=True)
