# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The second page: what a good site needs, questions with their answers, and municipalities like this one."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from luwte.planning.law.alike import Alike
from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Kind, Norm, Rule
from luwte.quality.site_gates import site_gates
from luwte.reporting.fact_sheet.facts import Facts
from luwte.reporting.fact_sheet.questions import questions
from luwte.reporting.law.told import listed
from luwte.reporting.norms import asked
from luwte.reporting.numbers import whole
from luwte.reporting.paper import Beside, Block, Fine, Grid, Heading, Points, Text
from luwte.words import N_, Words

GOOD_SITE = N_("What a good site needs")
GATES = N_(
    "Whatever else is good: without one of these a site is not fit for children (amv are unaccompanied minors). The "
    "catalogue of norms gives the source of each, and how sure it is."
)
WITH_BAR = N_("{norm}: {bar}")
QUESTIONS = N_("Questions that people ask")
ALIKE = N_("Municipalities like this one that have their places")
NONE_ALIKE = N_("In these tables no other municipality has the places that are asked of it.")
ALIKE_HEADINGS = (
    N_("municipality"),
    N_("inhabitants"),
    N_("beside this one"),
    N_("asked"),
    N_("there now"),
    N_("open sites"),
)
NEAR = N_("{inhabitants} inhabitants, {weight} weight")
NEAREST = N_(
    "Nearest in inhabitants and in weight in the key. How urban a municipality is, the tables do not tell. That they "
    "have the places does not mean that all of them last."
)


def second_page(facts: Facts, words: Words) -> Iterator[Block]:
    """The blocks of the second page."""
    yield Heading(words.text(GOOD_SITE))
    yield Text(words.text(GATES))
    yield Points(tuple(_gate(norm, words) for norm in site_gates(load_catalogue(), facts.one.on)), columns=2)
    yield Heading(words.text(QUESTIONS))
    yield from _questions(facts, words)
    yield Heading(words.text(ALIKE))
    yield from _alike(facts, words)


def _gate(norm: Norm, words: Words) -> str:
    """What is asked, with its number where the title does not say it: a part of all, and a most, it does say."""
    title, measure = norm.title[words.language], norm.measure
    is_told = measure.rule is not Rule.AT_LEAST or measure.kind is Kind.PERCENTAGE
    return title if is_told else words.text(WITH_BAR, norm=title, bar=asked(norm, words))


def _questions(facts: Facts, words: Words) -> Iterator[Block]:
    all_of_them = tuple(questions(words))
    half = -(-len(all_of_them) // 2)
    yield Beside((all_of_them[:half], all_of_them[half:]))


def _alike(facts: Facts, words: Words) -> Iterator[Block]:
    if not facts.one.alike:
        yield Text(words.text(NONE_ALIKE))
        return
    is_open = (place for place in facts.dataset.locations if place.is_open(facts.one.on))
    sites = Counter(place.municipality for place in is_open)
    rows = [_row(other, sites[other.task.municipality], words) for other in facts.one.alike]
    yield Grid(listed("", ALIKE_HEADINGS, rows, 3, words), (5, 3, 7, 2, 2, 2))
    yield Fine(words.text(NEAREST))


def _row(other: Alike, sites: int, words: Words) -> tuple[str, ...]:
    return (
        other.task.name,
        whole(other.task.inhabitants, words),
        words.text(NEAR, inhabitants=_more(other.inhabitants, words), weight=_more(other.weight, words)),
        whole(other.row.realised + other.row.gap, words),
        whole(other.row.realised, words),
        whole(sites, words),
    )


def _more(part: Fraction, words: Words) -> str:
    """A difference in whole per cents with its sign."""
    per_cent = round(part * 100)
    return f"{'+' if per_cent > 0 else '−' if per_cent < 0 else '±'}{whole(abs(per_cent), words)} %"
