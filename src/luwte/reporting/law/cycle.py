# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A cycle in words: every step with its last day and its day, how late it is, and what became of the cycle."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from luwte.law.cycle import Held, Review, Standing, StepSeen, reviews
from luwte.law.cycle.calendar import STANDINGS
from luwte.law.cycle.ladder import STATUSES
from luwte.law.cycle.steps import TITLES
from luwte.law.explain import MARKS, cite
from luwte.law.parameters import Cycle
from luwte.law.published import Outcome, OutcomeFigure, published_of
from luwte.reporting.law.told import Told, listed
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import counted, day, whole
from luwte.words import N_, Words

TITLE = N_("Cycle {cycle} on {day}")
LATE = (N_("{step}: {n} day late."), N_("{step}: {n} days late."))
OVERDUE = (
    N_("{step}: {n} day overdue, as far as is known here."),
    N_("{step}: {n} days overdue, as far as is known here."),
)
NOTHING_LATE = N_("Nothing is late, as far as is known here.")
STEPS = N_("The steps, their last day and their day")
STEP = (N_("step"), N_("article"), N_("in time until"), N_("done"), N_("how it stands"), N_("days"))
SOURCES = N_("Where the days come from")
SOURCE = (N_("step"), N_("source"))
ABOUT_DAY = N_("about: {said}")
CHANGED = (N_("changed {n} time since"), N_("changed {n} times since"))
RULE_FROM = N_("{source}; {mark}")
REMAINDER = N_(
    "{short} of the twelve provinces were short of their number; about {places} places were assigned for that."
)
ABOVE = N_(
    "The decisions ask {binding} places, {more} more than the estimate of {need}: what was offered above a number "
    "became binding too."
)
CAME = N_("Of the {binding} places that the decisions ask, {realised} were there on {day}, by news media.")
OUTCOMES = N_("What became of it")
OUTCOME = (N_("what"), N_("known on"), N_("source"), N_("number"))
ABOUT = N_("about {number}")
LADDER = N_("How far municipalities are")
RUNG = (N_("municipality"), N_("status"), N_("since"))
REVIEWS = N_("The Act itself")
REVIEW = (N_("what"), N_("article"), N_("due from"))
CITES = (
    "Act 2(1)",
    "Act 2(2)",
    "Act 3(2)",
    "Act 4(1)",
    "Act 4(2)",
    "Act 5(1)",
    "Act 5(3)",
    "Act 7(1)",
    "Act 8",
    "Act 12",
)

BECAME: Mapping[Outcome, str] = {
    Outcome.PROVINCES_SHORT: N_("provinces short of their number"),
    Outcome.REMAINDER: N_("places assigned as remainder"),
    Outcome.BINDING: N_("places that the decisions ask, all together"),
    Outcome.REALISED: N_("places realised"),
    Outcome.DURABLE_PRESENT: N_("durable places present"),
    Outcome.TO_ADD: N_("places to add"),
}


def told(
    cycle: Cycle,
    steps: Sequence[StepSeen],
    statuses: Mapping[str, Sequence[Held]],
    names: Mapping[str, str],
    on: date,
    words: Words,
    *,
    in_figures: Sequence[Listed] = (),
    at_the_end: Sequence[Listed] = (),
) -> Told:
    """The page of one cycle on a day; `statuses` and `names` are of municipalities by code.

    `in_figures` are tables of the country that stand after its steps, `at_the_end` long ones of municipalities.
    """
    tables = [_steps(steps, words), *in_figures]
    outcomes = [one for one in published_of(cycle.cycle).outcomes if one.known_on is None or one.known_on <= on]
    if outcomes:
        tables.append(_outcomes(outcomes, words))
    if statuses:
        tables.append(_ladder(statuses, names, words))
    tables += [_reviews(reviews(), words), _sources(steps, words), *at_the_end]
    title = words.text(TITLE, cycle=cycle.cycle, day=day(on, words))
    return Told(title, tuple(sentences(cycle, steps, on, words)), tables, CITES)


def sentences(cycle: Cycle, steps: Sequence[StepSeen], on: date, words: Words) -> Iterator[str]:
    """What is late, and what became of the cycle."""
    yield from tuple(_late(steps, words)) or (words.text(NOTHING_LATE),)
    yield from became(cycle, on, words)


def became(cycle: Cycle, on: date, words: Words) -> Iterator[str]:
    """What was short, what the decisions ask beside the estimate, and how much of it was there, as far as published."""
    published = published_of(cycle.cycle).outcomes
    known = {one.outcome: one for one in published if one.known_on is None or one.known_on <= on}
    short, remainder = known.get(Outcome.PROVINCES_SHORT), known.get(Outcome.REMAINDER)
    binding, realised, need = known.get(Outcome.BINDING), known.get(Outcome.REALISED), cycle.need.known
    if short and remainder:
        yield words.text(REMAINDER, short=whole(short.value, words), places=whole(remainder.value, words))
    if binding and need and binding.value > need:
        numbers = {"binding": binding.value, "need": need, "more": binding.value - need}
        yield words.text(ABOVE, **{name: whole(value, words) for name, value in numbers.items()})
    if binding and realised:
        asked, there = whole(binding.value, words), whole(realised.value, words)
        yield words.text(CAME, realised=there, binding=asked, day=day(realised.known_on, words))


def _late(steps: Sequence[StepSeen], words: Words) -> Iterator[str]:
    for seen in steps:
        said = {Standing.LATE: LATE, Standing.OVERDUE: OVERDUE}.get(seen.standing)
        if said and seen.days:
            step = _begun(words.text(TITLES[seen.rule.step]))
            yield words.count(*said, seen.days, step=step)


def _steps(steps: Sequence[StepSeen], words: Words) -> Listed:
    rows = [
        (
            _begun(words.text(TITLES[seen.rule.step])),
            cite(seen.rule.rests_on, words),
            day(seen.due, words) if seen.due else "–",
            _done(seen, words),
            _stands(seen, words),
            "–" if seen.days is None else _signed(seen.days, words),
        )
        for seen in steps
    ]
    return listed(STEPS, STEP, rows, 5, words)


def _sources(steps: Sequence[StepSeen], words: Words) -> Listed:
    rows = [(_begun(words.text(TITLES[seen.rule.step])), source) for seen in steps if (source := _source(seen, words))]
    return listed(SOURCES, SOURCE, rows, 2, words)


def _done(seen: StepSeen, words: Words) -> str:
    if seen.first and seen.first.on:
        return day(seen.first.on, words)
    if seen.expected:
        return words.text(ABOUT_DAY, said=words.text(str(seen.expected.known)))
    return "–"


def _stands(seen: StepSeen, words: Words) -> str:
    told = stands(seen, words)
    return f"{told}; {counted(*CHANGED, len(seen.changes), words)}" if seen.changes else told


def stands(seen: StepSeen, words: Words) -> str:
    """How a step stands; what has no last day is done or is not."""
    is_dated = seen.standing is Standing.DONE and seen.first is not None and seen.first.on is not None
    return words.text(N_("done") if is_dated else STANDINGS[seen.standing])


def _source(seen: StepSeen, words: Words) -> str:
    """Where the day comes from; where the rule itself was not read in the Act, where that comes from."""
    told = seen.first or seen.expected
    source, mark = (told.source, told.mark) if told else (seen.rule.source, seen.rule.mark)
    if not source or mark is None:
        return ""
    return words.text(RULE_FROM, source=words.text(source).rstrip("."), mark=words.text(MARKS[mark]))


def _ladder(statuses: Mapping[str, Sequence[Held]], names: Mapping[str, str], words: Words) -> Listed:
    """Where each municipality is now, and since when."""
    rows = [
        (names.get(code, code), words.text(STATUSES[history[-1].status]), day(history[-1].since, words))
        for code, history in sorted(statuses.items(), key=lambda entry: names.get(entry[0], entry[0]))
    ]
    return listed(LADDER, RUNG, rows, 3, words)


def _outcomes(outcomes: Sequence[OutcomeFigure], words: Words) -> Listed:
    rows = [
        (
            _begun(words.text(BECAME[one.outcome])),
            day(one.known_on, words),
            words.text(RULE_FROM, source=words.text(one.source), mark=words.text(MARKS[one.mark])),
            words.text(ABOUT, number=whole(one.value, words)) if one.about else whole(one.value, words),
        )
        for one in outcomes
    ]
    return listed(OUTCOMES, OUTCOME, rows, 3, words)


def _reviews(due: Sequence[Review], words: Words) -> Listed:
    rows = [(_begun(words.text(one.title)), cite(one.provision, words), day(one.from_day, words)) for one in due]
    return listed(REVIEWS, REVIEW, rows, 3, words)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _signed(days: int, words: Words) -> str:
    return f"{'+' if days > 0 else '−' if days < 0 else ''}{whole(abs(days), words)}"
