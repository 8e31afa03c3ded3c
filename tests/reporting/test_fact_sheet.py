# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Two pages about a municipality, whatever there is to tell: readable, sourced, and nobody can be found by them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import validate_pdf_bytes

from luwte.data import national_municipalities
from luwte.law import Tasks, distribute
from luwte.law.cycle import Status
from luwte.model.cycles import HousingBalance, MunicipalStatus
from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte.model.places import Building, LocationKind, Operator
from luwte.model.pledges import Decision, Exchange, Offer, OfferStatus
from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Scope
from luwte.quality.site_gates import site_gates
from luwte.reporting.fact_sheet import Facts, fact_sheet, facts_of
from luwte.reporting.fact_sheet.questions import answered
from luwte.reporting.paper import Beside, Block, Figures, Fine, Grid, Points, Question, Text, to_pdf
from luwte.words import LANGUAGES, words_in
from planning.country import DAY, UTRECHT, country, site

PAGE = re.compile(rb"/Type */Page\b")
ALL = {one.code: one for one in national_municipalities()}
LONGEST_NAME = max(ALL, key=lambda code: len(ALL[code].name))
AZC, FLATS = LocationKind.AZC, Building.FLATS


def everything_in(code: str) -> Dataset:
    """Places with every reason, an exchange, a decision, a ladder and arrears, all in one municipality."""
    recent, ahead = date(2025, 3, 1), date(2027, 3, 1)
    locations = (
        site("LASTS", code, AZC, FLATS, "90/30/90", opens=date(2015, 1, 1)),
        site("CRISIS", code, LocationKind.CRISIS_EMERGENCY, Building.EVENT_HALL, "1/0/40"),
        replace(site("OTHER", code, AZC, FLATS, "20/0/20"), operator=Operator.OTHER),
        site("REGISTER", code, LocationKind.REGISTRATION, FLATS, "5/0/5"),
        site("PLANNED", code, AZC, FLATS, "12/0/12", opens=None),
        site("LATE", code, AZC, FLATS, "11/0/11", opens=date(2029, 1, 1)),
        site("CLOSED", code, AZC, FLATS, "9/0/9", opens=recent, closes=date(2026, 1, 1)),
        site("NO-END", code, AZC, FLATS, "8/20/8", opens=recent),
        site("SHORT", code, AZC, FLATS, "7/0/7", opens=recent, closes=ahead),
    )
    offers = tuple(
        Offer(f"O-{status}", code, 100 + at, status, available_from=ahead) for at, status in enumerate(OfferStatus)
    )
    held = (Status.INDICATIVE, Status.IN_CONSULTATION, Status.AGREED, Status.NAMED, Status.REALISING)
    beside = next(one.code for one in ALL.values() if one.province_code == ALL[code].province_code and one.code != code)
    return country(
        synthetic=True,
        locations=locations,
        offers=offers,
        exchanges=(Exchange(beside, code, 25, 0, date(2026, 9, 1)),),
        decisions=(Decision(2026, code, 5_000, 100, date(2026, 11, 1), ahead),),
        statuses=tuple(MunicipalStatus(2026, code, one, date(2026, 3, 1)) for one in held),
        housing=(HousingBalance("2026-II", code, 120, 3),),
    )


def facts(dataset: Dataset, code: str, *, small: Decimal | None = None) -> Facts:
    return facts_of(dataset, tasks(), DAY, code, small=small)


@cache
def tasks() -> Tasks:
    return distribute(national_municipalities(), cycle=2026)


def said(blocks: Any) -> Iterator[str]:
    """Every text of a document."""
    for block in blocks:
        match block:
            case Beside(columns):
                for column in columns:
                    yield from said(column)
            case Grid(table):
                yield from (cell for row in table.rows for cell in row)
            case Points(items):
                yield from items
            case Figures(figures):
                yield from (f"{one.number} {one.label}" for one in figures)
            case Question(asked, answer, source):
                yield from (asked, answer, source)
            case Text(text) | Fine(text):
                yield text


def text_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(said(blocks))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [UTRECHT, LONGEST_NAME, "GM0088"])
def test_with_all_there_is_to_tell_it_is_two_pages_that_a_checker_finds_accessible(code: str, language: str) -> None:
    words = words_in(language)
    pdf = to_pdf(fact_sheet(facts(everything_in(code), code, small=Decimal(25_000)), words), words)
    assert len(PAGE.findall(pdf)) == 2
    assert validate_pdf_bytes(pdf, profile="ua1").is_compliant


@settings(max_examples=12, deadline=None)
@given(code=st.sampled_from(sorted(ALL)), language=st.sampled_from(LANGUAGES))
def test_every_municipality_gets_two_pages(code: str, language: str) -> None:
    words = words_in(language)
    assert len(PAGE.findall(to_pdf(fact_sheet(facts(country(), code), words), words))) == 2


def test_a_small_number_of_children_is_never_told() -> None:
    crowd = facts(country(), UTRECHT)
    assert crowd.children is not None
    few = text_of(tuple(fact_sheet(replace(crowd, children=3), words_in("en")).blocks))
    assert "fewer than 5 children in reception here" in few
    assert "3 children" not in few
    assert "10 children in reception here" in text_of(
        tuple(fact_sheet(replace(crowd, children=11), words_in("en")).blocks)
    )


def test_tables_without_people_do_not_say_that_no_children_live_there() -> None:
    without = facts(replace(country(), households=(), persons=()), UTRECHT)
    assert without.children is None
    assert "is not known: these tables hold no people" in text_of(tuple(fact_sheet(without, words_in("en")).blocks))


def test_what_a_small_site_costs_is_said_by_who_asks_and_otherwise_unknown() -> None:
    unknown = text_of(tuple(fact_sheet(facts(country(), UTRECHT), words_in("en")).blocks))
    assert "unknown, not guessed" in unknown
    given_it = text_of(tuple(fact_sheet(facts(country(), UTRECHT, small=Decimal(25_000)), words_in("en")).blocks))
    assert "was taken at EUR\u00a025,000 a year" in given_it


def test_the_number_can_be_followed_in_words() -> None:
    one = facts(everything_in(UTRECHT), UTRECHT)
    told = text_of(tuple(fact_sheet(one, words_in("en")).blocks))
    assert "the whole country needs 88,000 places (read in the official text)" in told
    assert f"{one.one.task.indicative:,} places (Decree art. 2.1(3))" in told
    assert "computed back from the published distribution" in told
    assert f"After exchange inside the province {one.one.task.indicative + 25:,} places were agreed." in told
    assert "The distribution decision asks 5,000 places of 1 November 2026." in told
    assert "Status of Utrecht since 1 March 2026: realising, the term runs." in told
    assert "The places have to be there by 1 March 2027 (Act art. 7(1))." in told


def test_statuses_that_the_act_does_not_allow_are_a_finding_and_not_told() -> None:
    wrong = replace(country(), statuses=(MunicipalStatus(2026, UTRECHT, Status.REALISED, date(2026, 3, 1)),))
    one = facts(wrong, UTRECHT).one
    assert one.statuses == ()
    assert [finding.kind.code for finding in one.findings] == ["law.status_not_the_first"]


def test_like_this_one_are_the_nearest_of_those_that_have_their_places() -> None:
    own, near, far = UTRECHT, "GM0363", "GM0088"
    done = [site(f"S-{code}", code, AZC, FLATS, "4000/0/4000") for code in (near, far)]
    others = facts(country(locations=tuple(done)), own).one.alike
    assert [one.task.municipality for one in others] == [near, far]
    assert all(one.row.gap <= 0 for one in others)
    assert others[1].inhabitants < 0 < others[0].inhabitants


def test_nobody_has_to_take_an_answer_on_trust() -> None:
    for one in answered():
        assert bool(one.source) == bool(one.mark)
        assert one.mark in (None, Mark.PUBLISHED, Mark.SECONDARY)
    without = [one.asked.en for one in answered() if one.mark is None]
    assert without == ["Will it be unsafe?"]  # there we give no figure, and say so


def test_what_a_good_site_needs_is_not_about_emergency_reception() -> None:
    gates = site_gates(load_catalogue(), DAY)
    assert {"HOU-001", "SAF-001", "CAR-001"} <= {norm.id for norm in gates}
    assert all(norm.is_gate and norm.scope is not Scope.EMERGENCY for norm in gates)
