# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out in words: at what pace it goes, on which day the last child leaves, what a chosen day takes."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from luwte.model.exact import to_digits
from luwte.planning.phase_out.parts import By
from luwte.planning.phase_out.phase_out import Ahead
from luwte.quality.phase_out.pace import Outlook, Pace
from luwte.reporting import labels
from luwte.reporting.numbers import day, decimal, whole
from luwte.words import N_, Words

HUNDREDTHS, TENTHS = Decimal("0.01"), Decimal("0.1")

PARTS: Mapping[By, Mapping[str, str]] = {
    By.ALL: {"all": N_("all emergency reception")},
    By.KIND: labels.KINDS_OF_SITE,
    By.FITNESS: labels.FITNESS,
    By.LAYER: labels.LAYERS,
}
BY: Mapping[By, str] = {
    By.ALL: N_("All sites together"),
    By.KIND: N_("By kind of site"),
    By.FITNESS: N_("By fitness of the site"),
    By.LAYER: N_("By layer of the site"),
}

LEAVES = N_("At this pace the last child leaves on {day}.")
NEVER = N_("At this pace: never.")
LONG = N_("At this pace it takes more than a hundred years.")
NOBODY = N_("No child lives in emergency reception.")
CANNOT_TELL = N_("The tables cannot tell at what pace it goes.")

FELL = N_(
    "{children} children, {a_day} a day fewer on balance: {children} x {in_days} / {fell} = {days} days, rounded up."
)
SINCE = N_("Since {since} the number fell by {fell} in {in_days} days.")
ROSE = N_("Since {since} the number rose by {rose} in {in_days} days.")
SAME = N_("Since {since} the number is the same.")
FLOOR = N_("Nobody counted the children of {since}: there were at least this many, so it goes at least this fast.")
HIDDEN = N_(
    "The tables hold who is in reception now. Of these children {then} were in emergency reception on {since}, and "
    "{children} are now. Who left reception since then is not in them. With a count of {since} the pace can be told."
)
BAND = N_("As in the best of these quarters: {best}. As in the worst: {worst}.")
NO_BAND = N_("Which quarter was best, and which worst, cannot be told: not all of them begin and end with a count.")
NEVER_SHORT, LONG_SHORT = N_("never"), N_("in more than a hundred years")

A_WEEK = N_("For {until} {a_week} children must leave each week, for {weeks} weeks, and none may come in.")
UNTIL_PAST = N_("{until} is not ahead any more.")
EIGHTEEN = N_("{n} of these children turn eighteen before then. They are not helped by that: they still need a place.")
CLOSING = N_("{n} of these children live at the {sites} sites that close before then, and must go somewhere anyway.")


def headline(pace: Pace, words: Words) -> str:
    """The answer in one sentence: a day, never, or that nobody can tell."""
    if pace.children == 0:
        return words.text(NOBODY)
    if not pace.is_known:
        return words.text(CANNOT_TELL)
    if pace.last_leaves is not None:
        return words.text(LEAVES, day=day(pace.last_leaves, words))
    return words.text(NEVER if pace.days_left is None else LONG)


def grounds(seen: Outlook, words: Words) -> Iterator[str]:
    """How the answer follows: what was counted, the division, and the band."""
    pace, numbers = seen.pace, _numbers(seen.pace, words)
    if not pace.is_known:
        yield words.text(HIDDEN, then=whole(pace.children + pace.fell, words), **numbers)
        return
    yield words.text(SINCE if pace.fell > 0 else ROSE if pace.fell < 0 else SAME, **numbers)
    if pace.days_left:
        yield words.text(FELL, a_day=_rounded(pace.a_day, words), days=whole(pace.days_left, words), **numbers)
    if pace.is_floor:
        yield words.text(FLOOR, **numbers)
    if seen.best is not None and seen.worst is not None:
        yield words.text(BAND, best=_when(seen.best, words), worst=_when(seen.worst, words))
    else:
        yield words.text(NO_BAND)


def asked_for(ahead: Ahead, words: Words, *, fewest: int = 1) -> Iterator[str]:
    """What a chosen day takes: a week rounded up, so that the day is kept; parts below `fewest` stay untold."""
    asked, until = ahead.asked, day(ahead.asked.until, words)
    if asked.a_week is None:
        yield words.text(UNTIL_PAST, until=until)
        return
    weekly = Decimal(asked.a_week.numerator) / Decimal(asked.a_week.denominator)
    a_week = decimal(weekly.quantize(TENTHS, ROUND_CEILING), words)
    weeks = decimal(to_digits(Fraction(asked.days, 7), TENTHS), words)
    yield words.text(A_WEEK, until=until, a_week=a_week, weeks=weeks)
    if ahead.turning_eighteen >= fewest:
        yield words.text(EIGHTEEN, n=whole(ahead.turning_eighteen, words))
    if ahead.at_closing_sites >= fewest:
        sites = whole(ahead.closing_sites, words)
        yield words.text(CLOSING, n=whole(ahead.at_closing_sites, words), sites=sites)


def _numbers(pace: Pace, words: Words) -> Mapping[str, str]:
    return {
        "children": whole(pace.children, words),
        "since": day(pace.since, words),
        "fell": whole(pace.fell, words),
        "rose": whole(-pace.fell, words),
        "in_days": whole(pace.days, words),
    }


def _when(pace: Pace, words: Words) -> str:
    if pace.last_leaves is not None:
        return day(pace.last_leaves, words)
    return words.text(NEVER_SHORT if pace.days_left is None else LONG_SHORT)


def _rounded(value: Fraction, words: Words) -> str:
    return decimal(to_digits(value, HUNDREDTHS), words)
