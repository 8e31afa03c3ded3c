# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of a provincial table in words: the same ones on paper, in the workbook and at a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from luwte.law.counting.viable import DOUBTS, GROUNDS
from luwte.law.cycle.ladder import STATUSES
from luwte.law.explain import MARKS
from luwte.law.parameters import Figure, cycle_of
from luwte.model.marks import Mark
from luwte.model.pledges import OfferStatus
from luwte.planning.law.provincial import AtTheTable, ProvincialTable, Spread
from luwte.reporting.law.counting import VERDICTS
from luwte.reporting.law.valued import Row, Signed, Valued
from luwte.words import N_, Words


@dataclass(frozen=True, slots=True)
class Form:
    """What a table is called, on a sheet and in full, and its headings; from the `numeric`th on they hold numbers."""

    name: str
    title: str
    headings: tuple[str, ...]
    numeric: int

    def of(self, rows: Iterable[Row], words: Words) -> Valued:
        """The table with these rows."""
        headings = tuple(map(words.text, self.headings))
        numeric = frozenset(range(self.numeric, len(headings)))
        return Valued(words.text(self.name), words.text(self.title), headings, tuple(rows), numeric)


NUMBERS = Form(
    N_("Numbers"),
    N_("What was agreed, and what is offered (places)"),
    (
        N_("municipality"), N_("answered"), N_("indicative"), N_("by exchange"), N_("agreed"), N_("offered"),
        N_("short"),
    ),
    2,
)  # fmt: skip
PLACES = Form(
    N_("Places"),
    N_("What is offered, and what is decided (places)"),
    (
        N_("municipality"),
        N_("there now"),
        N_("surely durable"),
        N_("maybe durable"),
        N_("viable"),
        N_("other offers"),
        N_("binding"),
    ),
    1,
)
MINORS = Form(
    N_("Minors"),
    N_("Places for unaccompanied minors, part of the places above"),
    (N_("municipality"), N_("indicative"), N_("by exchange"), N_("agreed"), N_("there now"), N_("viable")),
    1,
)
EXCHANGES = Form(
    N_("Exchanges"),
    N_("Exchanges, in the order in which they were agreed"),
    (N_("hands over"), N_("takes over"), N_("agreed on"), N_("places"), N_("of them for minors")),
    3,
)
EVENNESS = Form(
    N_("Evenness"),
    N_("How even it is: the part of all places that would have to lie elsewhere"),
    (N_("measured"), N_("without any exchange"), N_("before the last exchange"), N_("now")),
    1,
)
OFFERS = Form(
    N_("Offers"),
    N_("Offers, with the conditions that go with them"),
    (
        N_("municipality"), N_("offer"), N_("how far"), N_("viable"), N_("because, or in doubt because"), N_("from"),
        N_("until"), N_("conditions"), N_("places"),
    ),
    8,
)  # fmt: skip
LADDER = Form(N_("Status"), N_("How far municipalities are"), (N_("municipality"), N_("status"), N_("since")), 3)
SOURCES = Form(
    N_("Sources"), N_("Where the figures come from"), (N_("what"), N_("figure"), N_("source"), N_("how sure")), 4
)
BY_KEY, BY_AGREED = N_("agreed numbers, by the key"), N_("what is offered, by the agreed numbers")
TOGETHER = N_("{province}, together")
GIVEN, NOT_CHECKED = N_("Given by who made this."), N_("not checked here")
OWN_SOURCES = (
    (N_("how even it is"), N_("A measure of ours; the Act names none."), MARKS[Mark.ASSUMPTION]),
    (
        N_("places, offers, exchanges, decisions and status"),
        N_("The tables that this was made from."),
        N_("as people wrote it down there"),
    ),
)
OFFERED_STATES: Mapping[OfferStatus, str] = {
    OfferStatus.IDEA: N_("idea"), OfferStatus.INTENTION: N_("intention"), OfferStatus.VIABLE: N_("viable initiative"),
    OfferStatus.DECIDED: N_("decided"), OfferStatus.REALISED: N_("realised"), OfferStatus.REFUSED: N_("refused"),
}  # fmt: skip


def tables(found: ProvincialTable, names: Mapping[str, str], words: Words) -> Mapping[Form, Valued]:
    """All tables by their form; `names` are municipalities by code."""
    rows: Mapping[Form, Iterable[Row]] = {
        NUMBERS: _numbers(found, words),
        PLACES: _places(found, words),
        MINORS: _minors(found, words),
        EXCHANGES: _exchanges(found, names),
        EVENNESS: _evenness(found, words),
        OFFERS: _offers(found, names, words),
        LADDER: _ladder(found, words),
        SOURCES: _sources(found, words),
    }
    return {form: form.of(own, words) for form, own in rows.items()}


def called(one: AtTheTable, words: Words) -> str:
    """What a row is called: the last one is the province, which may have the name of a municipality."""
    return one.name if one.municipality else words.text(TOGETHER, province=one.name)


def _numbers(found: ProvincialTable, words: Words) -> Iterator[Row]:
    for one in (*found.municipalities, found.together):
        answered = _all_answers(found, words) if one is found.together else _answered(one, words)
        yield called(one, words), answered, one.indicative, Signed(one.exchanged), one.agreed, one.offered, one.short


def _answered(one: AtTheTable, words: Words) -> str:
    return words.text(N_("yes") if one.answered else N_("no"))


def _all_answers(found: ProvincialTable, words: Words) -> str:
    asked = len(found.municipalities)
    return words.text(N_("{number} of {all}"), number=asked - len(found.unanswered), all=asked)


def _places(found: ProvincialTable, words: Words) -> Iterator[Row]:
    for one in (*found.municipalities, found.together):
        if one.realised or one.viable or one.other or one.binding is not None or one is found.together:
            yield called(one, words), one.realised, one.durable, one.durable_unsure, one.viable, one.other, one.binding


def _minors(found: ProvincialTable, words: Words) -> Iterator[Row]:
    for one in (*found.municipalities, found.together):
        places = (one.realised_amv, one.viable_amv)
        if one.indicative_amv is not None or one.exchanged_amv or any(places) or one is found.together:
            yield called(one, words), one.indicative_amv, Signed(one.exchanged_amv), one.agreed_amv, *places


def _exchanges(found: ProvincialTable, names: Mapping[str, str]) -> Iterator[Row]:
    for one in found.exchanges:
        yield (
            names.get(one.giver, one.giver),
            names.get(one.taker, one.taker),
            one.agreed_on,
            one.places,
            one.amv_places,
        )


def _evenness(found: ProvincialTable, words: Words) -> Iterator[Row]:
    spreads: tuple[Spread, ...] = (found.without_exchange, found.before_the_last, found.now)
    yield words.text(BY_KEY), *(spread.numbers.elsewhere for spread in spreads)
    yield words.text(BY_AGREED), *(spread.offers.elsewhere for spread in spreads)


def _offers(found: ProvincialTable, names: Mapping[str, str], words: Words) -> Iterator[Row]:
    no_end, none = words.text(N_("no end")), "–"
    for one in sorted(found.offers, key=lambda one: names.get(one.offer.municipality, "")):
        offer = one.offer
        because = (*(GROUNDS[ground] for ground in one.grounds), *(DOUBTS[doubt] for doubt in one.doubts))
        yield (
            names.get(offer.municipality, offer.municipality),
            offer.key,
            words.text(OFFERED_STATES[offer.status]),
            words.text(VERDICTS[one.verdict]),
            " ".join(map(words.text, because)),
            offer.available_from,
            offer.available_until or no_end,
            offer.conditions or none,
            offer.places,
        )


def _ladder(found: ProvincialTable, words: Words) -> Iterator[Row]:
    for one in found.municipalities:
        if one.held:
            yield one.name, words.text(STATUSES[one.held.status]), one.held.since


def _sources(found: ProvincialTable, words: Words) -> Iterator[Row]:
    if found.cycle is not None:
        cycle = cycle_of(found.cycle)
        asked: tuple[tuple[str, Figure[Any]], ...] = (
            (N_("national need"), cycle.need),
            (N_("national need for unaccompanied minors"), cycle.need_amv),
            (N_("day of the inhabitants"), cycle.inhabitants_on),
            (N_("commissioners' reports"), cycle.reported_by),
        )
        for what, figure in asked:
            if figure is cycle.need_amv and found.need_amv != cycle.need_amv.known:
                yield words.text(what), found.need_amv, words.text(GIVEN), words.text(NOT_CHECKED)
            else:
                sure = words.text(MARKS[figure.mark]) if figure.mark else None
                known = words.text(figure.known) if isinstance(figure.known, str) else figure.known
                yield words.text(what), known, words.text(figure.source), sure
    for what, source, sure in OWN_SOURCES:
        yield words.text(what), "–", words.text(source), words.text(sure)
