# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the provinces: all of them side by side, and one provincial table with its exchanges."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from luwte.law.explain import cite
from luwte.law.provisions import cited
from luwte.model.describe import describe
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law.provincial import ProvincialTable
from luwte.reporting.law import province as in_words
from luwte.reporting.law import province_tables as forms
from luwte.reporting.law.told import person_of
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.law.exchange_tried import tried_exchange
from luwte_web.pages.law.provinces_seen import FORMS_OF_REPORT, chosen, seen
from luwte_web.pages.law.provinces_tables import (
    Agreed,
    ProvinceLine,
    exchanges_table,
    municipalities_table,
    provinces_table,
    valued_table,
)
from luwte_web.pages.links import to, to_province
from luwte_web.pages.standing import province_standings
from luwte_web.pages.tables import Table
from luwte_web.registry.exchanging import exchanges_in, province_thing

ON_THE_PAGE: Mapping[str, forms.Form] = {
    "places": forms.PLACES, "minors": forms.MINORS, "evenness": forms.EVENNESS, "offers": forms.OFFERS,
    "sources": forms.SOURCES,
}  # fmt: skip


@law_page
def provinces(asked: AskedOfLaw) -> Page:
    """All provinces: number, offers and who did not answer, and how the report stands."""
    reader, lines, refused = asked.reader, list[ProvinceLine](), list[Finding]()
    unfit = {one.code: one.children_unfit for one in province_standings(asked.country)} if asked.country else {}
    for one in asked.tasks.provinces:
        try:
            found = seen(asked, one)
        except InputRefused as why:
            refused += why.findings
        else:
            code = one.province_code
            lines.append(ProvinceLine(found, to_province(code, asked.cycle), unfit.get(code)))
    context = {
        "refused": [
            describe(finding, reader.words)
            for finding in {(one.kind.code, one.subject): one for one in refused}.values()
        ],
        "clock": list(in_words.clock(lines[0].table, reader.words)) if lines else [],
        "short": sum(line.table.short for line in lines),
        "short_provinces": sum(line.table.short > 0 for line in lines),
        "silent": sum(len(line.table.unanswered) for line in lines),
        "on": asked.on,
    }
    return Page("provinces.html", reader.text(N_("Provinces")), context, (provinces_table(reader, lines),))


@law_page
def province(asked: AskedOfLaw, province: str) -> Page:
    """One provincial table; `?give=&take=&places=&amv=` shows what an exchange would do, and changes nothing."""
    reader, here = asked.reader, chosen(asked, province)
    may_agree = asked.is_live and can(asked.actor, Action.AGREE_EXCHANGE, province_thing(province))
    try:
        found = seen(asked, here)
    except InputRefused as why:
        refused = [describe(finding, reader.words) for finding in why.findings]
        known = exchanges_table(reader, _registered(province) if may_agree else [], asked.names)
        return Page("province_refused.html", here.province, {"refused": refused}, (known,))
    tried = tried_exchange(asked, found)
    context = {
        "found": found,
        "said": in_words.status(found, reader.words),
        "sums": in_words.sums(found, reader.words),
        "clock": list(in_words.clock(found, reader.words)),
        "silent": in_words.answers(found, reader.words),
        "even": reader.text(in_words.MEASURE),
        "offered": reader.text(in_words.OFFERED),
        "agreed": reader.text(in_words.AGREED),
        "minors_unknown": reader.text(in_words.MINORS_UNKNOWN) if here.indicative_amv is None else "",
        "tried": tried,
        "may_agree": may_agree,
        "people": list(_people(asked)),
        "papers": list(_papers(asked, here.province_code)),
        "cycle_page": to("cycle", cycle=str(asked.cycle)),
    }
    tables = tuple(_tables(asked, found, may_agree=may_agree))
    return Page("province.html", here.province, context, (*tables, *([tried.table] if tried.table else [])))


def _tables(asked: AskedOfLaw, found: ProvincialTable, *, may_agree: bool) -> Iterator[Table[Any]]:
    reader = asked.reader
    yield municipalities_table(reader, found)
    agreed = _registered(found.province.province_code) if may_agree else list(map(Agreed, found.exchanges))
    yield exchanges_table(reader, agreed, asked.names)
    made = forms.tables(found, asked.names, reader.words)
    yield from (valued_table(key, made[form], reader) for key, form in ON_THE_PAGE.items())


def _registered(province: str) -> list[Agreed]:
    """The exchanges of a province as the registry knows them, for who may take one back."""
    return [
        Agreed(row, row.known_by.reason, reverse("take_back_exchange", args=[province, row.line]))
        for row in exchanges_in(province)
    ]


def _papers(asked: AskedOfLaw, code: str) -> Iterator[tuple[str, str]]:
    """The report, by its form."""
    for form in FORMS_OF_REPORT:
        yield form, reverse("province_paper", args=[code, form]) + f"?{urlencode({'cycle': asked.cycle})}"


def _people(asked: AskedOfLaw) -> Iterator[tuple[str, str, str]]:
    """What people decide, with the article and its link."""
    words = asked.reader.words
    for citation in in_words.CITES:
        if what := person_of(citation, words):
            yield cite(cited(citation), words), cited(citation).link, what
