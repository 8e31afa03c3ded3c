# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A draft of a decision: what it asks adds up, whatever is offered; and its document tells what is not known."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.data.national import national_municipalities
from luwte.law import distribute
from luwte.law.remainder import Scope, Way
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.model.pledges import Decision, Exchange, Offer, OfferStatus
from luwte.planning.law.country import five_of, short_after_term
from luwte.planning.law.decision import draft, six_months, taken
from luwte.reporting.law.decision import decision_paper
from luwte.reporting.paper import Note, Paper, Points, Text
from luwte.words import words_in

TASKS = distribute(national_municipalities(), cycle=2024)
CODES = [task.municipality for task in TASKS.municipalities]
NUMBER = {task.municipality: task.indicative for task in TASKS.municipalities}
NAMES = {task.municipality: task.name for task in TASKS.municipalities} | {
    one.province_code: one.province for one in TASKS.provinces
}
ON = date(2024, 12, 23)
GRONINGEN, NEIGHBOUR = "GM0014", "GM1966"


def offering(places: dict[str, int]) -> Dataset:
    offers = (
        Offer(f"A-{code}", code, number, OfferStatus.VIABLE, viable_because=frozenset("1"))
        for code, number in places.items()
    )
    return Dataset(municipalities=national_municipalities(), offers=tuple(offers))


def said(paper: Paper) -> str:
    """All sentences of a document."""
    told = [block.text for block in paper.blocks if isinstance(block, Text | Note)]
    return " ".join(told + [item for block in paper.blocks if isinstance(block, Points) for item in block.items])


@settings(max_examples=15, deadline=None)
@given(
    offered=st.dictionaries(st.sampled_from(CODES), st.integers(0, 6000), min_size=1),
    way=st.sampled_from(Way),
    scope=st.sampled_from(Scope),
)
def test_what_is_asked_is_what_is_offered_and_what_is_short(offered: dict[str, int], way: Way, scope: Scope) -> None:
    found = draft(offering(offered), TASKS, way, scope, ON)
    assert found.places == sum(offered.values()) + found.remainder
    assert found.places >= sum(NUMBER.values())  # so what binds is never below what the key asks
    assert all(one.places >= offered.get(one.municipality, 0) for one in found.asked)
    assert set(found.unanswered) == set(CODES) - offered.keys()
    assert all(one.amv_places is None or one.amv_places <= one.places for one in found.asked)


@pytest.mark.parametrize(
    ("decided", "least"),
    [
        (date(2024, 12, 23), date(2025, 6, 23)),
        (date(2024, 8, 31), date(2025, 2, 28)),
        (date(2024, 6, 30), date(2024, 12, 30)),
    ],
)
def test_six_months_end_on_the_same_day_or_the_last_of_the_month(decided: date, least: date) -> None:
    assert six_months(decided) == least


@pytest.mark.parametrize(
    ("due", "allowed"), [(date(2025, 6, 22), False), (date(2025, 6, 23), True), (date(2025, 7, 1), True)]
)
def test_a_term_is_six_months_or_longer_and_never_shorter(due: date, allowed: bool) -> None:
    if allowed:
        found = draft(offering(NUMBER), TASKS, Way.KEY, Scope.PROVINCE, ON, due)
        assert found.is_longer_term == (due > date(2025, 6, 23))
        return
    with pytest.raises(InputRefused) as refused:
        draft(offering(NUMBER), TASKS, Way.KEY, Scope.PROVINCE, ON, due)
    assert [each.kind.code for each in refused.value.findings] == ["law.decision_term_too_short"]


def test_exchanged_places_for_minors_go_along_and_a_number_above_the_places_is_left_open() -> None:
    amv = TASKS.of[GRONINGEN].indicative_amv
    assert amv is not None
    swapped = replace(offering(NUMBER), exchanges=(Exchange(GRONINGEN, NEIGHBOUR, 20, 5),))
    asked = {one.municipality: one for one in draft(swapped, TASKS, Way.KEY, Scope.PROVINCE, ON).asked}
    assert asked[GRONINGEN].amv_places == amv - 5
    few = {**NUMBER, GRONINGEN: 3, NEIGHBOUR: NUMBER[NEIGHBOUR] + NUMBER[GRONINGEN]}
    asked = {one.municipality: one for one in draft(offering(few), TASKS, Way.KEY, Scope.PROVINCE, ON).asked}
    assert (asked[GRONINGEN].places, asked[GRONINGEN].amv_places) == (3, None)


def test_what_was_decided_by_a_way_is_found_again_and_what_was_not_is_not() -> None:
    offered = {code: number - 1 for code, number in NUMBER.items() if number > 1}
    found = draft(offering(offered), TASKS, Way.GAP, Scope.COUNTRY, ON)
    asked = {one.municipality: one for one in found.asked}
    again = taken(offering(offered), TASKS, asked)
    assert again is not None
    assert again.chosen.places == found.chosen.places
    otherwise = {**asked, GRONINGEN: replace(asked[GRONINGEN], places=asked[GRONINGEN].places + 1)}
    assert taken(offering(offered), TASKS, otherwise) is None


def test_a_draft_says_that_it_is_one_and_what_is_not_known() -> None:
    found = draft(offering({GRONINGEN: 10}), TASKS, Way.KEY, Scope.PROVINCE, ON)
    told = said(decision_paper(found, NAMES, words_in("en")))
    assert "This is a draft. It asks nothing of anybody" in told
    assert "The reasons are still to be written" in told
    assert "Of 341 municipalities the tables hold neither a place nor an offer" in told
    decided = said(decision_paper(found, NAMES, words_in("en"), reasons="So it is fair.\n\nAnd soon.", decided=True))
    assert "This is a draft" not in decided
    assert "So it is fair. And soon." in decided


def test_a_decision_names_every_way_that_gives_its_numbers() -> None:
    found = draft(
        offering({}), TASKS, Way.GAP, Scope.PROVINCE, ON
    )  # all offer nothing: over the country it is the same
    assert {(one.way, one.scope) for one in found.behind} >= {(Way.GAP, Scope.PROVINCE), (Way.GAP, Scope.COUNTRY)}
    several = "More than one way gives just these numbers"
    assert several in said(decision_paper(found, NAMES, words_in("en"), reasons="So.", decided=True))
    assert several not in said(decision_paper(found, NAMES, words_in("en")))


def test_a_number_of_nobody_is_unknown_and_not_nought() -> None:
    five = {one.quantity: one.ours for one in five_of((), 2024, ON)}
    assert set(five.values()) == {None}


def test_nobody_is_short_while_the_term_runs() -> None:
    asked = Decision(2024, GRONINGEN, 900, None, ON, date(2025, 7, 1))
    tables = replace(offering({}), decisions=(asked,))
    assert short_after_term(tables, (), {}, 2024, date(2025, 7, 1)) == ()
    [late] = short_after_term(tables, (), {}, 2024, date(2025, 7, 2))
    assert (late.short, late.days, late.status, late.reported) == (900, 1, None, None)
