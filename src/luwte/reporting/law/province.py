# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The report of the King's commissioner to the minister (Act 4(2)): in words, on paper and as a workbook.

It is a draft until people say that the reports are in: software reports nothing to a minister.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from luwte.law.cycle import Standing
from luwte.law.explain import cite
from luwte.law.provisions import cited
from luwte.planning.law.provincial import ProvincialTable
from luwte.reporting.law import province_tables as forms
from luwte.reporting.law.province_tables import Form, tables
from luwte.reporting.law.told import Told, person_of
from luwte.reporting.law.valued import Valued
from luwte.reporting.law.workbook import to_workbook
from luwte.reporting.numbers import counted, day, whole
from luwte.reporting.paper import Block, Figure, Figures, Grid, Heading, Note, Paper, Points, Text, to_pdf
from luwte.reporting.paper.pdf import SYNTHETIC
from luwte.words import N_, Words

TITLE = N_("Report on the provincial table: {province}")
SUBTITLE = N_("From the King's commissioner to the minister ({article}), cycle {cycle}, as known on {day}")
DRAFT = N_(
    "Draft. This becomes a report when the commissioner says so and the step is written down; until then it shows what "
    "the tables hold."
)
REPORTED = N_("The commissioners' reports of this cycle were in on {day}. This shows what the tables hold now.")
SHORT = N_("The number of {province} is {number} places. {offered} are offered; that is {short} short.")
ENOUGH = N_("The number of {province} is {number} places. {offered} are offered; that is {surplus} more than asked.")
OFFERED = N_("Offered is what is there now, and viable initiatives beside it. Other offers are shown and not counted.")
AGREED = N_(
    "Agreed is the indicative number with every exchange. Whether a municipality agrees, its status tells. No exchange "
    "changes the number of the province."
)
NO_ANSWER = (
    N_("{n} municipality did not answer: of it the tables hold neither a place, an offer nor an exchange."),
    N_("{n} municipalities did not answer: of them the tables hold neither a place, an offer nor an exchange."),
)
ALL_ANSWERED = N_("Every municipality answered.")
DAYS_LEFT = (
    N_("The report is due before {day}: {n} day is left."), N_("The report is due before {day}: {n} days are left."),
)  # fmt: skip
DAYS_OVER = (
    N_("The report was due before {day}: {n} day ago, and as far as is known here it is not in."),
    N_("The report was due before {day}: {n} days ago, and as far as is known here it is not in."),
)
DAYS_LATE = (
    N_("The reports were due before {day} and came {n} day late."),
    N_("The reports were due before {day} and came {n} days late."),
)
IN_TIME = N_("The reports were due before {day} and came in time.")
EXPECTED = N_("It is expected: {said}.")
MEASURE = N_(
    "How even: the part of all places that would have to lie elsewhere for everybody to have the same part of what is "
    "asked; 0 is quite even. An exchange can make agreed numbers less even by the key, and what is offered more "
    "even by what was agreed. The measure is ours, the norm is open: people weigh it."
)
MINORS_UNKNOWN = N_(
    "The national need for unaccompanied minors of this cycle is not known here, so their numbers are not either."
)
FIGURES = (
    N_("places: the number of the province"),
    N_("places offered"),
    N_("places short"),
    N_("municipalities did not answer"),
)
FOOT = N_("{province}, cycle {cycle}, {day}. Made with {software}.")
HEADINGS: tuple[tuple[str, tuple[Form, ...]], ...] = (
    (N_("Municipalities side by side"), (forms.NUMBERS, forms.PLACES, forms.LADDER)),
    (N_("Exchange"), (forms.EXCHANGES, forms.EVENNESS)),
    (N_("Unaccompanied minors"), (forms.MINORS,)),
    (N_("Offers and their conditions"), (forms.OFFERS,)),
    (N_("Sources, and how sure they are"), (forms.SOURCES,)),
)
WIDTHS: Mapping[Form, Sequence[int]] = {
    forms.NUMBERS: (4, 2, 2, 2, 2, 2, 2),
    forms.PLACES: (4, 2, 2, 2, 2, 2, 2),
    forms.MINORS: (4, 2, 2, 2, 2, 2),
    forms.EVENNESS: (4, 2, 2, 2),
    forms.EXCHANGES: (4, 4, 3, 2, 2),
    forms.OFFERS: (6, 3, 5, 4, 9, 6, 6, 9, 4),
    forms.SOURCES: (4, 3, 7, 4),
}
PEOPLE = N_("What people decide")
DECIDED = N_("{article}: {what}")
CITES = ("Act 4(1)", "Act 4(2)", "Act 5(1)", "Act 5(2)", "Decree 2.1(2)", "Decree 2.2(1)", "Decree 2.2(2)")
ONE_DAY = timedelta(days=1)


def told(found: ProvincialTable, names: Mapping[str, str], words: Words) -> Told:
    """The page; `names` are municipalities by code."""
    shown = [table.listed(words) for table in tables(found, names, words).values()]
    return Told(_title(found, words), tuple(_sentences(found, words)), shown, CITES)


def paper(found: ProvincialTable, names: Mapping[str, str], software: str, words: Words, *, synthetic: bool) -> Paper:
    """The report as a document."""
    made = tables(found, names, words)
    facts = {"province": found.province.province, "cycle": found.cycle, "day": day(found.on, words)}
    article = cite(cited("Act 4(2)"), words)
    return Paper(
        _title(found, words),
        words.text(SUBTITLE, article=article, **facts),
        tuple(_blocks(found, made, words)),
        words.text(FOOT, software=software, **facts),
        found.on,
        synthetic=synthetic,
    )


def pdf(found: ProvincialTable, names: Mapping[str, str], software: str, words: Words, *, synthetic: bool) -> bytes:
    """The report as accessible PDF; the same table gives the same bytes."""
    return to_pdf(paper(found, names, software, words, synthetic=synthetic), words)


def workbook(
    found: ProvincialTable, names: Mapping[str, str], software: str, words: Words, *, synthetic: bool
) -> bytes:
    """The report as a workbook: a first sheet with what it is and what people decide, and a sheet for each table."""
    made = paper(found, names, software, words, synthetic=synthetic)
    warning = [words.text(SYNTHETIC)] if synthetic else []
    front = [made.title, made.subtitle, *warning, *_sentences(found, words), *_people(words), made.foot]
    return to_workbook(front, list(tables(found, names, words).values()), found.on, words)


def clock(found: ProvincialTable, words: Words) -> Iterator[str]:
    """How the report stands against the day before which it is due, in sentences."""
    seen = found.report
    if seen is None or seen.due is None:
        return
    due = day(seen.due + ONE_DAY, words)
    if seen.days is not None and seen.standing is not Standing.IN_TIME:
        said = {Standing.AHEAD: DAYS_LEFT, Standing.OVERDUE: DAYS_OVER, Standing.LATE: DAYS_LATE}[seen.standing]
        yield words.count(*said, abs(seen.days), day=due)
    elif seen.standing is Standing.IN_TIME:
        yield words.text(IN_TIME, day=due)
    if seen.expected:
        yield words.text(EXPECTED, said=words.text(str(seen.expected.known)))


def status(found: ProvincialTable, words: Words) -> str:
    """Whether this is a draft, or the reports are in."""
    first = found.report.first if found.report else None
    return words.text(REPORTED, day=day(first.on, words)) if first else words.text(DRAFT)


def sums(found: ProvincialTable, words: Words) -> str:
    """The number of the province, and what is offered of it."""
    counts = {name: whole(getattr(found, name), words) for name in ("number", "offered", "short", "surplus")}
    return words.text(SHORT if found.short else ENOUGH, province=found.province.province, **counts)


def answers(found: ProvincialTable, words: Words) -> str:
    """Who did not answer, by name."""
    silent = found.unanswered
    if not silent:
        return words.text(ALL_ANSWERED)
    return f"{counted(*NO_ANSWER, len(silent), words)} {', '.join(one.name for one in silent)}."


def _title(found: ProvincialTable, words: Words) -> str:
    return words.text(TITLE, province=found.province.province)


def _sentences(found: ProvincialTable, words: Words) -> Iterator[str]:
    yield sums(found, words)
    yield status(found, words)
    yield from clock(found, words)
    yield answers(found, words)
    yield words.text(OFFERED)
    yield words.text(AGREED)
    yield words.text(MEASURE)
    if found.province.indicative_amv is None:
        yield words.text(MINORS_UNKNOWN)


def _people(words: Words) -> Iterator[str]:
    for citation in CITES:
        if what := person_of(citation, words):
            yield words.text(DECIDED, article=cite(cited(citation), words), what=what)


def _blocks(found: ProvincialTable, made: Mapping[Form, Valued], words: Words) -> Iterator[Block]:
    yield Note(status(found, words))
    yield Figures(tuple(_figures(found, words)))
    yield Text(sums(found, words))
    yield from (Text(sentence) for sentence in (*clock(found, words), answers(found, words)))
    yield Points((words.text(OFFERED), words.text(AGREED)))
    for heading, own in HEADINGS:
        yield Heading(words.text(heading))
        if forms.EVENNESS in own:
            yield Text(words.text(MEASURE))
        if forms.MINORS in own and found.province.indicative_amv is None:
            yield Note(words.text(MINORS_UNKNOWN))
        for form in own:
            yield from _grid(made[form], WIDTHS.get(form, ()), words)
    yield Heading(words.text(PEOPLE))
    yield Points(tuple(_people(words)))


def _figures(found: ProvincialTable, words: Words) -> Iterator[Figure]:
    counts = (found.number, found.offered, found.short, len(found.unanswered))
    for count, label in zip(counts, FIGURES, strict=True):
        yield Figure(whole(count, words), words.text(label))


def _grid(table: Valued, widths: Sequence[int], words: Words) -> Iterator[Block]:
    """A table, or that there is nothing in it."""
    if table.rows:
        yield Grid(table.listed(words), widths)
    else:
        yield Text(words.text(N_("{table}: nothing is known."), table=table.title))
