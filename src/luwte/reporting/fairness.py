# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fairness in words: what classes and measures are called, and what stands out, for the report and the pages."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_percent

from luwte.planning import Plan
from luwte.planning.fairness import Contrast, Measure, contrasts
from luwte.planning.fairness.classes import OR_MORE
from luwte.planning.fairness.contrasts import FEW
from luwte.planning.outputs import FairnessRow
from luwte.planning.summary import NO_PLACE
from luwte.reporting import labels
from luwte.reporting.numbers import counted, decimal, whole
from luwte.words import N_, Words

DIMENSIONS: Mapping[str, str] = {
    "group": N_("By group"),
    "size": N_("By size of the household"),
    "region": N_("By region"),
    "forced_moves": N_("By earlier forced moves"),
    "phase": N_("By phase of the procedure"),
}
PHASES: Mapping[str, str] = {
    "registration": N_("being registered"),
    "procedure": N_("in the asylum procedure"),
    "permit": N_("has a permit, waits for a home"),
    "return": N_("in the return phase"),
}
MEASURES: Mapping[str, str] = {
    "unfit": N_("children in a place that is not fit, after the plan"),
    "could_stay": N_("children moved who could have stayed"),
    "level_2": N_("what weighs on a child, on average"),
    "without": N_("people without a place"),
    "moved": N_("people who move"),
    "wish_met": N_("wishes met"),
    "queue": N_("households better off in a queue"),
}
TELLING = ("unfit", "could_stay", "queue")  # the measures of which the plainest contrast is told first
STANDS_OUT = Fraction(5, 4), Fraction(1, 100)  # a quarter more than everybody, and a hundredth (ours, assumption)

BETTER = (
    N_("{n} household is better off in this plan than if everybody were served by arrival."),
    N_("{n} households are better off in this plan than if everybody were served by arrival."),
)
WORSE = (
    N_("{n} household would have been better off in that queue."),
    N_("{n} households would have been better off in that queue."),
)
UNFIT = N_("The queue leaves {queue} children in places that are not fit; this plan {plan}.")
WITHOUT = N_("It leaves {queue} people without a place; this plan {plan}.")
CONTRAST: Mapping[str, str] = {
    "unfit": N_(
        "In a place that is not fit after the plan: {mean} of all children; the highest part: {worst}, {value}."
    ),
    "could_stay": N_("Moved who could have stayed: {mean} of all children; the highest part: {worst}, {value}."),
    "queue": N_("Better off in a queue: {mean} of all households; the highest part: {worst}, {value}."),
}
SIZES = (N_("households of {n} person"), N_("households of {n} people"))
LARGEST = N_("households of {n} people or more")
MOVES = (N_("{n} earlier forced move"), N_("{n} earlier forced moves"))
MOST_MOVES = N_("{n} or more earlier forced moves")
NOWHERE = N_("no place now")
EVERYBODY = N_("everybody")
NONE = "–"
PER_CENT, HUNDREDTH = "#,##0.0%", Decimal("0.01")


def beside_a_queue(plan: Plan, words: Words) -> Iterator[str]:
    """The plan beside a queue by arrival, in sentences."""
    queue, trade = plan.summary.queue, plan.summary.trade
    yield counted(*BETTER, queue.better_in_plan, words)
    yield counted(*WORSE, queue.better_in_queue, words)
    unfit = plan.summary.children_by_fitness["unfit"].after
    yield words.text(UNFIT, queue=whole(queue.children_in_unfit, words), plan=whole(unfit, words))
    if queue.people_without_place or trade.people_without_place:
        without = whole(queue.people_without_place, words), whole(trade.people_without_place, words)
        yield words.text(WITHOUT, queue=without[0], plan=without[1])


def what_stands_out(rows: Sequence[FairnessRow], words: Words, provinces: Mapping[str, str]) -> Iterator[str]:
    """For the measures that tell most, the class that is furthest from everybody, where it is far."""
    found = contrasts(rows)
    for measure in TELLING:
        ranked = [one for one in found if one.measure.name == measure and _stands_out(one)]
        if ranked:
            worst = max(ranked, key=lambda one: one.difference)
            yield words.text(
                CONTRAST[measure],
                mean=value_in_words(worst.measure, worst.mean, words),
                value=value_in_words(worst.measure, worst.value, words),
                worst=class_in_words(worst.worst, words, provinces),
            )


def _stands_out(one: Contrast) -> bool:
    times, more = STANDS_OUT
    return (one.ratio or 0) >= times and one.difference >= more


def worst_in_words(
    rows: Sequence[FairnessRow], words: Words, provinces: Mapping[str, str]
) -> Mapping[tuple[str, str], str]:
    """The worst class and its value, by measure and dimension; none where no class differs from everybody."""
    return {
        (one.measure.name, one.dimension): (
            f"{class_in_words(one.worst, words, provinces)}: {value_in_words(one.measure, one.value, words)}"
        )
        for one in contrasts(rows)
        if one.difference
    }


def marked_class(row: FairnessRow, words: Words, provinces: Mapping[str, str]) -> str:
    """What a class is called, with an asterisk where it is too small to be ranked."""
    name = class_in_words(row, words, provinces)
    return f"{name} *" if row.households < FEW else name


def titled(measure: Measure, words: Words) -> str:
    """What a measure is called at the head of a row or column."""
    text = words.text(MEASURES[measure.name])
    return text[:1].upper() + text[1:]


def value_in_words(measure: Measure, value: Fraction | None, words: Words) -> str:
    """A share in tenths of a per cent, or a weight; a dash where there is nobody whom it is about."""
    if value is None:
        return NONE
    exact = Decimal(value.numerator) / value.denominator
    return per_cent(exact, words) if measure.is_share else decimal(exact.quantize(HUNDREDTH), words)


def per_cent(part: Decimal, words: Words) -> str:
    """A part of the whole in tenths of a per cent."""
    return str(format_percent(part, PER_CENT, locale=words.language))


def class_in_words(row: FairnessRow, words: Words, provinces: Mapping[str, str]) -> str:
    """What a class is called; `provinces` are names by code."""
    code = row.code.removesuffix(OR_MORE)
    match row.dimension:
        case "group":
            return words.text(labels.GROUPS[code])
        case "phase":
            return words.text(PHASES[code])
        case "region":
            return words.text(NOWHERE) if code == NO_PLACE else provinces.get(code, code)
        case "size" | "forced_moves" if code != row.code:
            return words.text(LARGEST if row.dimension == "size" else MOST_MOVES, n=code)
        case "size":
            return words.count(*SIZES, int(code))
        case "forced_moves":
            return words.count(*MOVES, int(code))
    return words.text(EVERYBODY)
