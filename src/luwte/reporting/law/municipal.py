# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One municipality and the law in sentences: where its number comes from, how far it is, and what it has to house."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from luwte.law.cycle import Standing, StepSeen
from luwte.law.cycle.ladder import STATUSES
from luwte.law.cycle.steps import TITLES
from luwte.law.explain import MARKS, cite
from luwte.law.parameters import cycle_of
from luwte.law.provisions import AMV_KEY, KEY, cited
from luwte.law.tasks import KeyUsed, Tasks
from luwte.model.exact import to_digits
from luwte.planning.law.dwelling import Dwelling
from luwte.planning.law.municipal import Municipal
from luwte.reporting.numbers import day, decimal, whole
from luwte.words import N_, Words

HUNDREDTHS = Decimal("0.01")  # of a per cent

NEED = N_("The whole country needs {need} places{source}.")
NEED_OF_CYCLE = N_("In the cycle of {cycle} the whole country needs {need} places{source}.")
ONE_IN = N_("one in {parts}")
AMV = N_("Of these {places} are for unaccompanied minors ({article}).")
AMV_UNKNOWN = N_("How many of these are for unaccompanied minors is not known in this cycle.")
SOURCE = N_(" ({mark})")
PART = N_("{name} has {inhabitants} of its {country} inhabitants{day}: {part}.")
COUNTED_ON = N_(" on {day}")
BY_SES_WOA = N_(
    "The key of the law also looks at how well off people are (the SES-WOA score of CBS). With it the part is "
    "{share}: {indicative} places ({article})."
)
BY_DERIVED = N_(
    "The key of the law also looks at how well off people are. Instead of the score of CBS stands a weight that was "
    "computed back from the published distribution. With it the part is {share}: {indicative} places ({article})."
)
EXCHANGED = N_("After exchange inside the province {agreed} places were agreed.")
BINDING = N_("The distribution decision asks {binding} places{day}. That number binds ({article}).")
OF_DAY = N_(" of {day}")
NOT_BINDING = N_("No distribution decision of this cycle is known: no number binds yet.")

STATUS = N_("Status of {name} since {day}: {status}.")
NO_STATUS = N_("How far {name} is in this cycle was not written down.")
LAST = N_("Last step of the cycle: {step}, on {day}.")
LAST_LATE = (
    N_("Last step of the cycle: {step}, on {day}, {n} day late."),
    N_("Last step of the cycle: {step}, on {day}, {n} days late."),
)
NEXT = (
    N_("Next step: {step}, in time until {day}: {n} day left."),
    N_("Next step: {step}, in time until {day}: {n} days left."),
)
OVERDUE = (
    N_("Next step: {step}, due {day}: {n} day overdue, as far as is known here."),
    N_("Next step: {step}, due {day}: {n} days overdue, as far as is known here."),
)
PLACES_BY = N_("The places have to be there by {day} ({article}).")

HOUSING = N_(
    "Besides, the municipality houses people who got a permit: {task} of the {people} in the whole country in "
    "{half_year}, the last half-year of which that is known here ({mark})."
)
BALANCE = N_("In {half_year} it began with {backlog} people in arrears and {lead} housed ahead.")


def asked(one: Municipal, tasks: Tasks, words: Words) -> Iterator[str]:
    """Where the number comes from, a sentence for each step."""
    need, source = whole(tasks.need, words), _need_source(tasks, words)
    yield words.text(NEED_OF_CYCLE if tasks.cycle else NEED, cycle=tasks.cycle, need=need, source=source)
    country = sum(task.inhabitants for task in tasks.municipalities)
    counted_on = words.text(COUNTED_ON, day=day(tasks.inhabitants_on, words)) if tasks.inhabitants_on else ""
    yield words.text(
        PART,
        name=one.place.name,
        inhabitants=whole(one.task.inhabitants, words),
        country=whole(country, words),
        day=counted_on,
        part=fine_part(Fraction(one.task.inhabitants, country), words),
    )
    key = BY_SES_WOA if one.task.key_used is KeyUsed.SES_WOA else BY_DERIVED
    number, article = whole(one.task.indicative, words), cite(KEY, words)
    yield words.text(key, share=fine_part(one.task.share, words), indicative=number, article=article)
    yield _of_minors(one, words)
    if one.row.agreed != one.row.indicative:
        yield words.text(EXCHANGED, agreed=whole(one.row.agreed, words))
    if one.row.binding is None:
        yield words.text(NOT_BINDING)
    else:
        decided = one.decision.decided_on if one.decision else None
        of_day = words.text(OF_DAY, day=day(decided, words)) if decided else ""
        yield words.text(
            BINDING, binding=whole(one.row.binding, words), day=of_day, article=cite(cited("Act 6(1)"), words)
        )


def fine_part(value: Fraction, words: Words) -> str:
    """A part of the country in per cents; a small one as one in so many, so that it never reads as none."""
    if value and value * 1000 < 1:
        return words.text(ONE_IN, parts=whole(round(1 / value), words))
    return f"{decimal(to_digits(value * 100, HUNDREDTHS), words)} %"


def _of_minors(one: Municipal, words: Words) -> str:
    minors = one.task.indicative_amv
    if minors is None:
        return words.text(AMV_UNKNOWN)
    return words.text(AMV, places=whole(minors, words), article=cite(AMV_KEY, words))


def how_far(one: Municipal, words: Words) -> Iterator[str]:
    """The status of the municipality, the last step of the cycle and the next one, and the term that runs."""
    if one.statuses:
        held = one.statuses[-1]
        status = words.text(STATUSES[held.status])
        yield words.text(STATUS, name=one.place.name, status=status, day=day(held.since, words))
    else:
        yield words.text(NO_STATUS, name=one.place.name)
    yield from _clock(one, words)
    if one.decision and one.decision.available_by:
        until = day(one.decision.available_by, words)
        yield words.text(PLACES_BY, day=until, article=cite(cited("Act 7(1)"), words))


def housing(found: Dwelling, words: Words) -> Iterator[str]:
    """The housing task of the last half-year that is known, and what the municipality brings along."""
    yield words.text(
        HOUSING,
        task=whole(found.task.task, words),
        people=whole(found.national.people, words),
        half_year=found.national.half_year,
        mark=words.text(MARKS[found.national.mark]),
    )
    if found.balance:
        own = found.balance
        backlog, lead = whole(own.backlog, words), whole(own.lead, words)
        yield words.text(BALANCE, half_year=own.half_year, backlog=backlog, lead=lead)


def _clock(one: Municipal, words: Words) -> Iterator[str]:
    done = [step for step in one.steps if step.first and step.first.on]
    if done:
        yield _last(done[-1], words)
    ahead = [step for step in one.steps if step.standing in (Standing.OVERDUE, Standing.AHEAD) and step.due]
    if ahead and ahead[0].due:
        yield _next(ahead[0], ahead[0].due, one.on, words)


def _last(seen: StepSeen, words: Words) -> str:
    step, on = words.text(TITLES[seen.rule.step]), day(seen.first.on if seen.first else None, words)
    if seen.standing is Standing.LATE and seen.days:
        return words.count(*LAST_LATE, seen.days, step=step, day=on)
    return words.text(LAST, step=step, day=on)


def _next(seen: StepSeen, due: date, on: date, words: Words) -> str:
    days = (due - on).days
    messages = OVERDUE if days < 0 else NEXT
    return words.count(*messages, abs(days), step=words.text(TITLES[seen.rule.step]), day=day(due, words))


def _need_source(tasks: Tasks, words: Words) -> str:
    if tasks.cycle is None:
        return ""
    figure = cycle_of(tasks.cycle).need
    is_same = figure.mark is not None and figure.known == tasks.need
    return words.text(SOURCE, mark=words.text(MARKS[figure.mark])) if is_same and figure.mark else ""
