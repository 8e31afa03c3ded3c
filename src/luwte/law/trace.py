# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Retrace a municipality's task step by step, with every number filled in, so that a person can redo it by hand."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from luwte.law.inputs import KeyInput, KeyInputs, key_inputs
from luwte.law.key import half_up, share, weighting_factor
from luwte.law.parameters import Cycle, Figure, cycle_of
from luwte.law.provision import Provision, Trace, TraceStep
from luwte.law.provisions import AMV_KEY, DISTRIBUTION, ESTIMATE, KEY, PROVINCE_SUM
from luwte.law.tasks import KeyUsed, Tasks
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.geography import Municipality
from luwte.model.marks import Mark
from luwte.words import N_

WRITTEN_OUT = 3  # terms of a long sum that are shown; the others are columns of tasks.csv
DIGITS = 15  # decimals shown of a number that never ends; cut off, not rounded, so that no half appears or is lost

UNKNOWN_MUNICIPALITY = FindingKind(
    "law.unknown_municipality",
    Severity.ERROR,
    N_("There is no municipality {code} in the table."),
    N_("Give a code of the table, such as {examples}."),
)
KINDS = (UNKNOWN_MUNICIPALITY,)

DAY = N_("Day of the count of inhabitants")
INHABITANTS = N_("Inhabitants of the municipality (iG)")
SCORE = N_("SES-WOA score + 1")
DERIVED = N_("Derived weight, in the place of SES-WOA + 1")
COUNTRY = N_("Inhabitants of the country (In), the sum of the table")
FACTOR = N_("Weighting factor of the municipality (Wf)")
WEIGHTED = N_("Weight × inhabitants, added up over all rows of the table")
TOTAL = N_("Sum of all weighting factors (TWf)")
SHARE = N_("Share of the need (Wf / TWf)")
NEED = N_("National need for places (BO)")
NEED_AMV = N_("National need for unaccompanied minors (BO)")
UNROUNDED = N_("Indicative number before rounding (Iv)")
UNROUNDED_AMV = N_("Places for unaccompanied minors before rounding (Iv)")
ROUNDED = N_("Indicative number, a half rounds up")
ROUNDED_AMV = N_("Places for unaccompanied minors, a half rounds up")
PROVINCE = N_("Task of the province, the sum of its municipalities")
PROVINCE_AMV = N_("Unaccompanied minors in the province, the sum of its municipalities")

GIVEN = N_("given with the question")
DERIVED_SOURCE = N_("derived from the published distribution of 2026; not a figure of CBS")
UNKNOWN = N_("unknown")


def trace(tasks: Tasks, municipalities: Iterable[Municipality], code: str) -> Trace:
    """Every step behind the task of one municipality, from the same table that `tasks` came from.

    Raises `InputRefused` for a code that is not in the table.
    """
    table = tuple(municipalities)
    inputs = key_inputs(table, tasks.inhabitants_on)
    own = next((row for row in inputs.rows if row.municipality.code == code), None)
    if own is None:
        examples = ", ".join(one.code for one in table[:3])
        raise InputRefused((Finding(UNKNOWN_MUNICIPALITY, code, params={"code": code, "examples": examples}),))
    cycle = cycle_of(tasks.cycle) if tasks.cycle is not None else None
    steps = (*_key_steps(inputs, own, cycle), *_number_steps(tasks, cycle, code), *_province_steps(tasks, code))
    return Trace(code, steps)


def _key_steps(inputs: KeyInputs, own: KeyInput, cycle: Cycle | None) -> Iterator[TraceStep]:
    """Wf and TWf, and what they are made of."""
    column = f"municipalities.csv: {_column(inputs.day)}"
    if inputs.day is not None:
        yield _day_step(inputs.day, cycle)
    yield _whole(INHABITANTS, own.inhabitants, KEY, column)
    yield _weight_step(own, inputs.key_used)
    yield _whole(COUNTRY, inputs.country, KEY, column)
    factor = weighting_factor(own.weight, own.inhabitants, inputs.country)
    yield _step(FACTOR, f"{written(own.weight)} × {own.inhabitants} / {inputs.country}", factor, KEY)
    weighted = sum((row.weight * row.inhabitants for row in inputs.rows), Fraction(0))
    yield _step(WEIGHTED, _weighted_sum(inputs.rows), weighted, KEY)
    total = weighted / inputs.country
    yield _step(TOTAL, f"{written(weighted)} / {inputs.country}", total, KEY)
    part = share(factor, total)
    ratio = f"{part.numerator} / {part.denominator}"
    yield _step(SHARE, f"{written(own.weight)} × {own.inhabitants} / {written(weighted)} = {ratio}", part, KEY)


def _weighted_sum(rows: Sequence[KeyInput]) -> str:
    """Weight x inhabitants in the order of the table, written out for a few municipalities."""
    terms = [f"{written(row.weight)} × {row.inhabitants}" for row in rows]
    return " + ".join(terms if len(terms) <= WRITTEN_OUT else [*terms[:2], "…", terms[-1]])


def _number_steps(tasks: Tasks, cycle: Cycle | None, code: str) -> Iterator[TraceStep]:
    """BO, Iv before rounding and Iv, for all places and for those of unaccompanied minors."""
    task = tasks.of[code]
    yield _need_step(NEED, tasks.need, cycle.need if cycle else None, ESTIMATE)
    yield from _rounding(UNROUNDED, ROUNDED, tasks.need, task.share, KEY)
    yield _need_step(NEED_AMV, tasks.need_amv, cycle.need_amv if cycle else None, AMV_KEY)
    if tasks.need_amv is not None:
        yield from _rounding(UNROUNDED_AMV, ROUNDED_AMV, tasks.need_amv, task.share, AMV_KEY)


def _rounding(before: str, after: str, need: int, part: Fraction, norm: Provision) -> Iterator[TraceStep]:
    exact = need * part
    yield _step(before, f"{need} × {part.numerator} / {part.denominator}", exact, norm)
    yield _step(after, f"⌊{written(exact)} + 0.5⌋", Fraction(half_up(exact)), norm)


def _province_steps(tasks: Tasks, code: str) -> Iterator[TraceStep]:
    province = tasks.of[code].province_code
    own = [task for task in tasks.municipalities if task.province_code == province]
    yield _sum_step(PROVINCE, [task.indicative for task in own], PROVINCE_SUM)
    minors = [task.indicative_amv for task in own if task.indicative_amv is not None]
    if minors:
        yield _sum_step(PROVINCE_AMV, minors, AMV_KEY)


def _day_step(day: date, cycle: Cycle | None) -> TraceStep:
    text = day.isoformat()
    if cycle and cycle.inhabitants_on.known == day:
        return TraceStep(DAY, text, text, text, KEY, cycle.inhabitants_on.source, _mark(cycle.inhabitants_on.mark))
    return TraceStep(DAY, text, text, text, KEY, GIVEN)


def _weight_step(own: KeyInput, used: KeyUsed) -> TraceStep:
    if used is KeyUsed.SES_WOA:
        formula = f"{written(own.weight - 1)} + 1"
        return _step(SCORE, formula, own.weight, DISTRIBUTION, "municipalities.csv: ses_woa")
    return _step(DERIVED, written(own.weight), own.weight, DISTRIBUTION, DERIVED_SOURCE, Mark.RECONSTRUCTED)


def _need_step(label: str, need: int | None, own: Figure[int] | None, norm: Provision) -> TraceStep:
    if need is None:
        return TraceStep(label, UNKNOWN, UNKNOWN, UNKNOWN, norm, own.source if own else GIVEN)
    if own is not None and own.known == need:
        return _whole(label, need, norm, own.source, own.mark)
    return _whole(label, need, norm, GIVEN)


def _sum_step(label: str, numbers: list[int], norm: Provision) -> TraceStep:
    return _step(label, " + ".join(map(str, numbers)), Fraction(sum(numbers)), norm)


def _whole(label: str, number: int, norm: Provision, source: str | None = None, mark: Mark | None = None) -> TraceStep:
    return TraceStep(label, str(number), number, str(number), norm, source, _mark(mark))


def _step(
    label: str, formula: str, value: Fraction, norm: Provision, source: str | None = None, mark: Mark | None = None
) -> TraceStep:
    return TraceStep(label, formula, value, written(value), norm, source, _mark(mark))


def _mark(mark: Mark | None) -> str | None:
    return None if mark is None else mark.value


def _column(day: date | None) -> str:
    return f"inhabitants_{day:%Y_%m_%d}" if day else "inhabitants"


def written(value: Fraction) -> str:
    """A number in digits: exact where the decimals end, else cut off after fifteen with an ellipsis."""
    sign, left = ("-", -value) if value < 0 else ("", value)
    whole, rest = divmod(left.numerator, left.denominator)
    digits = ""
    while rest and len(digits) < DIGITS:
        digit, rest = divmod(rest * 10, left.denominator)
        digits += str(digit)
    return f"{sign}{whole}{'.' + digits if digits else ''}{'…' if rest else ''}"
