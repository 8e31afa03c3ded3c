# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The Act in force, repealed or kept in loose parts: what stands and what is exposed, and what people say it does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from luwte.law.regimes import Basis, Holds, Regime, Resting, regimes, resting
from luwte.law.regimes.rules import BASES, REGIMES
from luwte.planning.shares import decided_by
from luwte.reporting.law.on_paper import paper_of
from luwte.reporting.law.regimes import begun, told
from luwte.reporting.paper import Block, Heading, Note, Text, to_pdf
from luwte.words import N_
from luwte_web.pages.answers import Page
from luwte_web.pages.filters import Filters
from luwte_web.pages.law.asked import AskedOfLaw, asked_of_law, law_page
from luwte_web.pages.law.beside import beside
from luwte_web.pages.law.cycle import pdf
from luwte_web.pages.law.regimes_tables import (
    WITHOUT_THE_ACT,
    area_table,
    areas,
    country_table,
    line_table,
    rules_table,
)
from luwte_web.pages.reader import Reader
from luwte_web.registry.models import RegimeStatement
from luwte_web.registry.regime_statements import statements, writes_as

SHOWN = 25  # lines on the page; the download has them all
CHILDREN = N_("What it does to children")
NOBODY_SAID = N_("Nobody wrote about this regime yet. Luwte does not do so itself.")
SIGNED = N_("{writer}, {day}. It rests on: {sources}")


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says of a regime: the words, their language where it is not the reader's, and who wrote it."""

    words: str
    language: str
    signed: str


@dataclass(frozen=True, slots=True)
class About:
    """A regime with what people say of it, and where one writes."""

    regime: Regime
    title: str
    sayings: Sequence[Saying]
    write: str


@law_page
def regimes_page(asked: AskedOfLaw) -> Page:
    """The whole comparison; filters choose lines."""
    reader, people = asked.reader, beside(asked)
    every_line = lines_of(asked)
    filters = Filters(asked.query, reader)
    lines = sorted(_chosen(asked, filters, every_line), key=lambda one: asked.names.get(one.municipality, ""))
    places = {site.key: site.name for site in asked.dataset.locations}
    of = {task.municipality: task.province_code for task in asked.tasks.municipalities}
    provinces = areas(lines, lambda code: of.get(code, ""), asked.names)
    municipalities = areas(lines, lambda code: code, asked.names)
    tables = (
        country_table(reader, lines, asked.on, people),
        area_table(reader, "provinces", reader.text("Exposed by province"), provinces, asked.on, people),
        area_table(
            reader, "municipalities", reader.text("Exposed by municipality"), municipalities, asked.on, people
        ).part(0, SHOWN),
        line_table(reader, lines, asked.names, places, asked.on, people).part(0, SHOWN),
        rules_table(reader),
    )
    words = told(lines, asked.on, asked.names, reader.words)
    context = {
        "sentences": words.sentences,
        "filters": filters,
        "people": people,
        "about": list(_about(asked)),
        "count": len(lines),
        "paper": reverse("regimes_paper"),
    }
    return Page("regimes.html", words.title, context, tables)


@require_safe
def regimes_paper(request: HttpRequest) -> HttpResponse:
    """The comparison of the whole country as a document, with what people say of it."""
    asked = asked_of_law(request)
    if asked is None:
        return render(request, "luwte/nothing_yet.html")
    words, on = asked.reader.words, asked.on
    paper = paper_of(told(lines_of(asked), on, asked.names, words), on, words, synthetic=asked.dataset.synthetic)
    made = replace(paper, blocks=[*paper.blocks, *_said_on_paper(asked)])
    return pdf(to_pdf(made, words), f"regimes-{on.isoformat()}")


def lines_of(asked: AskedOfLaw) -> tuple[Resting, ...]:
    """All places and what they rest on, on the day and in the cycle that is asked for."""
    decisions = decided_by(asked.dataset, asked.cycle, asked.on)
    return resting(asked.dataset.locations, asked.dataset.offers, decisions, asked.on)


def _chosen(asked: AskedOfLaw, filters: Filters, lines: Sequence[Resting]) -> Iterator[Resting]:
    """The lines that the address asks for."""
    text, of = filters.reader.text, asked.tasks.of
    named = sorted({(one.province, one.province_code) for one in asked.tasks.provinces})
    province = filters.choose("province", text("Province"), {c: n for n, c in named}, text("all provinces"))
    name = filters.search("name", text("Municipality"))
    bases = {basis.value: text(title) for basis, title in BASES.items() if basis is not Basis.GRANTS}
    basis = filters.choose("basis", text("It rests on"), bases, text("all of it"))
    others = {regime.value: begun(text(REGIMES[regime])) for regime in WITHOUT_THE_ACT}
    exposed = filters.choose("exposed", text("Exposed under"), others, text("exposed or not"))
    for line in lines:
        place = of.get(line.municipality)
        if province and (place is None or place.province_code != province):
            continue
        is_named = name in asked.names.get(line.municipality, "").casefold()
        is_exposed = not exposed or line.holds(Regime(exposed)) is Holds.EXPOSED
        if is_named and is_exposed and basis in ("", line.basis):
            yield line


def _about(asked: AskedOfLaw) -> Iterator[About]:
    may_write = writes_as(asked.actor) is not None
    for regime in regimes():
        said = [_saying(asked.reader, one) for one in statements(regime)]
        write = reverse("regime_statement", args=[regime.value]) if may_write else ""
        yield About(regime, begun(asked.reader.text(REGIMES[regime])), said, write)


def _saying(reader: Reader, one: RegimeStatement) -> Saying:
    """The words in the reader's language where they are there, else in the other."""
    by_language = {"nl": one.dutch, "en": one.english}
    own = by_language.get(reader.language, "")
    other = "en" if reader.language == "nl" else "nl"
    writer = ", ".join(part for part in (reader.owner(one.role), one.organisation) if part)
    signed = reader.text(SIGNED, writer=writer, day=reader.day(one.date), sources=one.sources)
    return Saying(own or by_language[other], "" if own else other, signed)


def _said_on_paper(asked: AskedOfLaw) -> Iterator[Block]:
    yield Heading(asked.reader.text(CHILDREN))
    for about in _about(asked):
        yield Heading(about.title, 2)
        if not about.sayings:
            yield Text(asked.reader.text(NOBODY_SAID))
        for saying in about.sayings:
            yield Text(saying.words)
            yield Note(saying.signed)
