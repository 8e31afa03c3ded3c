# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a distribution looks at the terminal: tables of municipalities and provinces, residuals, a trace."""

from collections.abc import Sequence
from fractions import Fraction

from luwte.cli.desk import Desk, Sheet
from luwte.law import KeyUsed, Tasks
from luwte.law.explain import SpokenStep, spoken
from luwte.law.provision import Trace
from luwte.law.published import Quantity, Residual, residuals
from luwte.law.trace import written
from luwte.words import N_

USED = {
    KeyUsed.SES_WOA: N_("Key: SES-WOA score of each municipality, inhabitants of {day}."),
    KeyUsed.DERIVED_WEIGHT: N_("Key: derived weight in the place of 1 + SES-WOA, inhabitants of {day}."),
}
NO_DAY = N_("an unknown day")
SUM = N_("The municipalities add up to {sum} places; the need is {need}.")
SUM_AMV = N_("Of these {sum} are for unaccompanied minors; the need for them is {need}.")
PROVINCES = N_("Published figures of provinces: {count}; the largest difference is {share} % ({name}), none is forced.")
OTHERS = N_(
    "Other published figures: {count}, of which {equal} equal; the largest difference is {places} places ({name})."
)
EXPLAINED = N_("{name} ({code}): every step of its task")


def show(desk: Desk, tasks: Tasks, *, whole: bool) -> None:
    """The tables, the key that was used, the sum beside the need, and the residuals; `whole`: every municipality."""
    compared = residuals(tasks)
    if whole:
        desk.table(_municipality_sheet(desk, tasks))
    desk.table(_province_sheet(desk, tasks, compared))
    if tasks.key_used:
        desk.say(USED[tasks.key_used], day=tasks.inhabitants_on or desk.words.text(NO_DAY))
    desk.say(SUM, sum=desk.number(_sum(tasks)), need=desk.number(tasks.need))
    if (minors := _whole_sum([task.indicative_amv for task in tasks.municipalities])) is not None:
        desk.say(SUM_AMV, sum=desk.number(minors), need=desk.number(tasks.need_amv or 0))
    _say_residuals(desk, compared)


def _say_residuals(desk: Desk, compared: Sequence[Residual]) -> None:
    """The largest residual of the provinces, which stand in the table, and of all other published figures."""
    provinces = [one for one in compared if _is_of_province(one)]
    others = [one for one in compared if not _is_of_province(one)]
    if provinces:
        largest = max(provinces, key=lambda one: abs(one.relative or Fraction(0)))
        share = desk.signed((largest.relative or 0) * 100, decimals=2)
        desk.say(PROVINCES, count=desk.number(len(provinces)), share=share, name=largest.figure.name)
    if others:
        largest = max(others, key=lambda one: abs(one.difference))
        desk.say(
            OTHERS,
            count=desk.number(len(others)),
            equal=desk.number(sum(one.difference == 0 for one in others)),
            places=desk.signed(largest.difference),
            name=largest.figure.name,
        )


def _is_of_province(residual: Residual) -> bool:
    figure = residual.figure
    return figure.quantity is Quantity.INDICATIVE and figure.subject.startswith("PV")


def show_trace(desk: Desk, trace: Trace, name: str) -> None:
    """Every step on a line, with what it rests on under it."""
    desk.say(EXPLAINED, code=trace.subject, name=name)
    for number, step in enumerate(spoken(trace, desk.words), 1):
        desk.print(f"{number:>3}. {_sentence(step)}")
        rests_on = [text for text in (step.citation, step.link, step.source, step.mark) if text]
        desk.print("     " + " · ".join(rests_on), quiet=True)


def _sentence(step: SpokenStep) -> str:
    return f"{step.label}: {step.formula} = {step.result}" if step.formula else f"{step.label}: {step.result}"


def _municipality_sheet(desk: Desk, tasks: Tasks) -> Sheet:
    headings = (N_("Code"), N_("Municipality"), N_("Inhabitants"), N_("Weight"), N_("Places"), N_("of which minors"))
    rows = [
        (
            task.municipality,
            task.name,
            desk.number(task.inhabitants),
            written(task.weight),
            desk.number(task.indicative),
            _or_unknown(desk, task.indicative_amv),
        )
        for task in tasks.municipalities
    ]
    return Sheet([desk.words.text(heading) for heading in headings], rows, numeric=frozenset({2, 3, 4, 5}))


def _province_sheet(desk: Desk, tasks: Tasks, compared: Sequence[Residual]) -> Sheet:
    """Provinces with their sum; with the published number and the residual where there is one."""
    known = {one.figure.subject: one for one in compared if _is_of_province(one)}
    headings = [N_("Province"), N_("Places"), N_("of which minors")]
    rows = [
        [one.province, desk.number(one.indicative), _or_unknown(desk, one.indicative_amv)] for one in tasks.provinces
    ]
    minors = [one.indicative_amv for one in tasks.provinces]
    footer = [desk.words.text(N_("Together")), desk.number(_sum(tasks)), _or_unknown(desk, _whole_sum(minors))]
    if any(one.province_code in known for one in tasks.provinces):
        headings += [N_("Published"), N_("Difference"), "%"]
        for row, one in zip(rows, tasks.provinces, strict=True):
            row += _residual_cells(desk, known.get(one.province_code))
        footer += ["", "", ""]
    spoken_headings = [desk.words.text(heading) for heading in headings]
    return Sheet(spoken_headings, rows, numeric=frozenset(range(1, len(headings))), footer=footer)


def _residual_cells(desk: Desk, residual: Residual | None) -> list[str]:
    if residual is None:
        return ["", "", ""]
    share = residual.relative
    cells = [desk.number(residual.figure.places), desk.signed(residual.difference)]
    return [*cells, "" if share is None else desk.signed(share * 100, decimals=2)]


def _or_unknown(desk: Desk, number: int | None) -> str:
    return desk.words.text(N_("unknown")) if number is None else desk.number(number)


def _whole_sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _sum(tasks: Tasks) -> int:
    return sum(task.indicative for task in tasks.municipalities)
