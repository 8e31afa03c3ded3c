# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the key needs of a table of municipalities: one count of inhabitants and one weight for each, on one scale."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from luwte.law.tasks import KeyUsed
from luwte.model.findings import Finding, FindingKind, InputRefused, Place, Severity
from luwte.model.geography import Municipality
from luwte.words import N_

TABLE = "municipalities.csv"
FIRST_ROW = 2  # the header is row 1; records stand in the order of their file
LOWEST_SES_WOA, HIGHEST_SES_WOA = -1, 2  # design of the table: a score of -1 would end a task, CBS stays far inside

NO_MUNICIPALITIES = FindingKind(
    "law.no_municipalities", Severity.ERROR, N_("The table has no municipalities."), N_("Add at least one.")
)
TWICE = FindingKind(
    "law.municipality_twice",
    Severity.ERROR,
    N_("Municipality {code} stands in the table more than once."),
    N_("Keep one row."),
)
NO_SUCH_DAY = FindingKind(
    "law.no_such_day",
    Severity.ERROR,
    N_("The table has no inhabitants on {day}."),
    N_("Choose a day that the whole table has: {days}; or add the column {column}."),
    norm="Decree 2.1(3)",
)
NO_COUNT = FindingKind(
    "law.no_inhabitants_on",
    Severity.ERROR,
    N_("The inhabitants of {code} are missing in the column {column}."),
    N_("Fill them in, or choose a day that the whole table has: {days}."),
    norm="Decree 2.1(3)",
)
NO_WEIGHT = FindingKind(
    "law.no_weight",
    Severity.ERROR,
    N_("{code} has neither a SES-WOA score nor a derived weight."),
    N_("Fill in ses_woa for every municipality, or key_weight for every municipality."),
    norm="Act 3(1)",
)
TWO_SCALES = FindingKind(
    "law.two_scales",
    Severity.ERROR,
    N_("{with_score} municipalities have a SES-WOA score and {without} have only a derived weight."),
    N_("Fill in ses_woa for all or empty it for all: a derived weight has another scale than 1 + SES-WOA."),
    norm="Act 3(1)",
)
SCORE_OUT_OF_RANGE = FindingKind(
    "law.ses_woa_out_of_range",
    Severity.ERROR,
    N_("The SES-WOA score of {code} is {value}."),
    N_("Give the score of CBS: above -1 and at most 2."),
    norm="Act 3(1)",
)
WEIGHT_NOT_POSITIVE = FindingKind(
    "law.weight_not_positive",
    Severity.ERROR,
    N_("The derived weight of {code} is {value}."),
    N_("Give a weight above 0."),
)
NEGATIVE_COUNT = FindingKind(
    "law.negative_inhabitants",
    Severity.ERROR,
    N_("{code} has {value} inhabitants."),
    N_("Give a count of 0 or more."),
)
NOBODY = FindingKind(
    "law.nobody_lives_here",
    Severity.ERROR,
    N_("No municipality has inhabitants, so there is nothing to divide by."),
    N_("Fill in the inhabitants."),
    norm="Decree 2.1(3)",
)
KINDS = (
    NO_MUNICIPALITIES,
    TWICE,
    NO_SUCH_DAY,
    NO_COUNT,
    NO_WEIGHT,
    TWO_SCALES,
    SCORE_OUT_OF_RANGE,
    WEIGHT_NOT_POSITIVE,
    NEGATIVE_COUNT,
    NOBODY,
)


@dataclass(frozen=True, slots=True)
class KeyInput:
    """One municipality as the key sees it; `weight` is 1 + SES-WOA or the derived weight, exact."""

    municipality: Municipality
    inhabitants: int
    weight: Fraction


@dataclass(frozen=True)
class KeyInputs:
    """All of them, with the day of the count (`None`: the column without a day) and the scale of the weights."""

    rows: tuple[KeyInput, ...]
    day: date | None
    key_used: KeyUsed

    @property
    def country(self) -> int:
        """In: the inhabitants of all municipalities of the table together."""
        return sum(row.inhabitants for row in self.rows)


def key_inputs(municipalities: Sequence[Municipality], day: date | None) -> KeyInputs:
    """Take counts of one day and weights of one scale; all that is wrong at once raises `InputRefused`."""
    errors = tuple(_errors(municipalities, day))
    if errors:
        raise InputRefused(errors)
    used = KeyUsed.DERIVED_WEIGHT if municipalities[0].ses_woa is None else KeyUsed.SES_WOA
    rows = tuple(KeyInput(one, one.inhabitants[day], _weight(one)) for one in municipalities)
    return KeyInputs(rows, day, used)


def days_counted(municipalities: Sequence[Municipality]) -> list[date]:
    """The days for which every municipality has a count, oldest first."""
    shared = set.intersection(*(set(one.inhabitants) for one in municipalities)) if municipalities else set()
    return sorted(day for day in shared if day is not None)


def _weight(municipality: Municipality) -> Fraction:
    if municipality.ses_woa is not None:
        return 1 + Fraction(municipality.ses_woa)
    return Fraction(municipality.key_weight or 0)


def _errors(municipalities: Sequence[Municipality], day: date | None) -> Iterator[Finding]:
    if not municipalities:
        yield Finding(NO_MUNICIPALITIES, place=Place(TABLE))
        return
    for code, times in Counter(one.code for one in municipalities).items():
        if times > 1:
            yield Finding(TWICE, code, Place(TABLE, column="code", value=code), {"code": code})
    has_day = any(day in one.inhabitants for one in municipalities)
    if not has_day:
        yield Finding(NO_SUCH_DAY, place=Place(TABLE, column=_column(day)), params=_day_params(municipalities, day))
    for row, one in enumerate(municipalities, FIRST_ROW):
        if has_day:
            yield from _count_errors(one, row, day, municipalities)
        yield from _weight_errors(one, row)
    with_score = sum(one.ses_woa is not None for one in municipalities)
    without = sum(one.ses_woa is None and one.key_weight is not None for one in municipalities)
    if with_score and without:
        params = {"with_score": str(with_score), "without": str(without)}
        yield Finding(TWO_SCALES, place=Place(TABLE, column="ses_woa"), params=params)
    if not any(one.inhabitants.get(day, 1) for one in municipalities):
        yield Finding(NOBODY, place=Place(TABLE, column=_column(day)))


def _count_errors(one: Municipality, row: int, day: date | None, table: Sequence[Municipality]) -> Iterator[Finding]:
    count = one.inhabitants.get(day)
    place = Place(TABLE, row, _column(day), None if count is None else str(count))
    if count is None:
        yield Finding(NO_COUNT, one.code, place, {"code": one.code, **_day_params(table, day)})
    elif count < 0:
        yield Finding(NEGATIVE_COUNT, one.code, place, {"code": one.code, "value": str(count)})


def _weight_errors(one: Municipality, row: int) -> Iterator[Finding]:
    if one.ses_woa is not None:
        if not (one.ses_woa.is_finite() and LOWEST_SES_WOA < one.ses_woa <= HIGHEST_SES_WOA):
            value = str(one.ses_woa)
            place = Place(TABLE, row, "ses_woa", value)
            yield Finding(SCORE_OUT_OF_RANGE, one.code, place, {"code": one.code, "value": value})
    elif one.key_weight is None:
        yield Finding(NO_WEIGHT, one.code, Place(TABLE, row, "ses_woa"), {"code": one.code})
    elif not (one.key_weight.is_finite() and one.key_weight > 0):
        value = str(one.key_weight)
        place = Place(TABLE, row, "key_weight", value)
        yield Finding(WEIGHT_NOT_POSITIVE, one.code, place, {"code": one.code, "value": value})


def _day_params(table: Sequence[Municipality], day: date | None) -> dict[str, str]:
    days = ", ".join(known.isoformat() for known in days_counted(table)) or "-"
    return {"day": day.isoformat() if day else "-", "days": days, "column": _column(day)}


def _column(day: date | None) -> str:
    return f"inhabitants_{day:%Y_%m_%d}" if day else "inhabitants"
