# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Offers are told side by side, places that may go once, and places for minors who came alone are never mixed up."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.law import distribute
from luwte.law.counting import Ground, Verdict
from luwte.law.regimes import Basis
from luwte.model.marks import Mark
from luwte.model.places import Building, Fitness, LocationKind, PlaceGroup
from luwte.model.pledges import Decision, Exchange, Offer, OfferStatus
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.model.sites import Condition, ConditionKind, ConditionState
from luwte.planning.law.at_risk import Ending, at_risk, children_now, lost
from luwte.planning.law.candidates import Candidate, Gates, candidates
from luwte.planning.law.contradictions import KINDS, contradictions
from luwte.planning.law.pipeline import amv_rows, coming, province_rows
from planning.country import AMERSFOORT, AMSTERDAM, DAY, GRONINGEN, UTRECHT, locations, site
from planning.country import country as few

OPENING, ENDING = date(2027, 3, 1), date(2037, 2, 28)
PLANNED = site("NEW", GRONINGEN, LocationKind.AZC, Building.FLATS, "80/20/40", opens=OPENING, closes=None)
OFFER = Offer(
    "O1", GRONINGEN, 140, OfferStatus.DECIDED, 20, LocationKind.AZC, OPENING, ENDING, frozenset("1"), location="NEW"
)
LOOSE = Offer("O2", UTRECHT, 60, OfferStatus.INTENTION, 10)


def bare(**more: Any) -> Any:
    """The small country without exchanges and decisions, with a planned site."""
    return few(
        **{"exchanges": (), "decisions": (), "locations": (*locations(), PLANNED), "offers": (OFFER, LOOSE), **more}
    )


def offered(**more: Any) -> Candidate:
    return candidates(bare(**more), DAY)[0]


def test_an_offer_tells_what_its_places_count_for_before_it_opens() -> None:
    one = offered()
    assert (one.name, one.opens, one.is_open, one.units) == ("Location NEW", OPENING, False, 0)
    assert [one.counting(verdict) for verdict in Verdict] == [140, 0, 0]
    assert one.initiative.grounds == (Ground.DECIDED,)


def test_too_short_a_term_does_not_count_and_says_by_which_article() -> None:
    one = offered(offers=(replace(OFFER, available_until=date(2030, 1, 1)), LOOSE))
    assert one.counting(Verdict.NO) == 140
    assert {places.provision.citation for places in one.counted} == {"Decree 1.1"}


def test_gates_that_nobody_answered_are_unknown_and_never_met() -> None:
    one = offered()
    assert one.gates is not None
    assert (one.gates.met, one.gates.failed) == (0, 0)
    assert one.gates.unknown > 0
    assert {fit.fit for fit in one.fit.values()} == {Fitness.FIT_ASSUMED}


def test_a_gate_that_fails_for_one_group_fails() -> None:
    said = Assessment("NEW", AssessedGroup.ALL, "HOU-001", Answer.NOT_MET, DAY, Method.VISIT)
    one, none = offered(assessments=(said,)), offered()
    assert one.gates is not None
    assert none.gates == Gates(0, 0, one.gates.unknown + one.gates.failed)
    assert one.gates.failed == 1
    assert one.fit[PlaceGroup.FAMILY].fit is Fitness.UNFIT


def test_what_offer_and_site_do_not_say_the_same_is_told() -> None:
    assert list(contradictions(candidates(bare(), DAY))) == []
    closing = replace(PLANNED, closes=date(2036, 1, 1))
    wrong = replace(OFFER, places=150, amv_places=30, funded_until=date(2030, 1, 1))
    told = bare(locations=(*locations(), closing), offers=(wrong, replace(wrong, key="O3", status=OfferStatus.REFUSED)))
    found = list(contradictions(candidates(told, DAY)))
    assert [one.kind for one in found] == list(KINDS)
    assert {one.subject for one in found} == {"O1"}


def test_an_offer_without_a_site_has_no_gates_no_cost_and_no_fitness() -> None:
    one = candidates(bare(), DAY)[1]
    assert (one.name, one.gates, one.cost, dict(one.fit), one.opens) == ("O2", None, None, {}, None)


def test_conditions_of_the_offer_and_of_its_site_are_told_together() -> None:
    condition = Condition(
        "C1", GRONINGEN, ConditionKind.SAFETY, "x", ConditionState.UNKNOWN, "council", Mark.ASSUMPTION
    )
    conditions = (
        replace(condition, offer="O1"),
        replace(condition, condition="C2", location="NEW", state=ConditionState.MET, state_on=DAY),
        replace(condition, condition="C3", location="HALL"),
    )
    one = offered(conditions=conditions)
    assert [said.condition for said in one.conditions] == ["C1", "C2"]
    assert [one.conditions_in(state) for state in ConditionState] == [1, 0, 1]


def test_what_ends_first_counts_and_what_ends_later_is_told_beside_it() -> None:
    offer = replace(OFFER, location="AZC", status=OfferStatus.REALISED, funded_until=date(2027, 6, 30))
    found = at_risk(bare(offers=(offer,)), DAY)
    assert [(one.location.key, one.ending, one.is_first) for one in found] == [
        ("CLOSING", Ending.SITE, True),
        ("SHORT", Ending.SITE, True),
        ("AZC", Ending.MONEY, True),
        ("AZC", Ending.TERM, False),
    ]
    money = found[2]
    assert (money.on, money.quarter, money.month) == (date(2027, 7, 1), "2027-Q3", "2027-07")
    assert money.basis is Basis.AGREEMENT
    assert lost(found).places == 8 + 12 + 18
    assert lost(found[3:]).places == 0


def test_an_offer_without_an_end_ends_never_and_the_longest_of_several_speaks() -> None:
    short = replace(OFFER, location="AZC", available_until=date(2027, 1, 1))
    open_end = replace(short, key="O9", available_until=None)
    at = [one for one in at_risk(bare(offers=(short, open_end)), DAY) if one.location.key == "AZC"]
    assert at == []


def test_money_that_ended_already_is_at_risk_still() -> None:
    offer = replace(OFFER, location="AZC", status=OfferStatus.REALISED, funded_until=DAY - timedelta(days=40))
    assert at_risk(bare(offers=(offer,)), DAY)[0].on == DAY - timedelta(days=39)


def test_children_are_counted_where_they_live() -> None:
    dataset = bare()
    assert sum(children_now(dataset, DAY).values()) > 0
    assert set(children_now(dataset, DAY)) <= set(dataset.location)


TASKS = distribute(few().municipalities, cycle=2026, need_amv=7000)
UNKNOWN = distribute(few().municipalities, cycle=2026)


def row(code: str, tasks: Any = TASKS, **more: Any) -> Any:
    return next(one for one in amv_rows(bare(**more), tasks, DAY) if one.municipality == code)


def test_a_need_that_nobody_knows_leaves_the_gap_open() -> None:
    here = row(AMSTERDAM, UNKNOWN)
    assert (here.need, here.asked, here.gap, here.gap_ahead, here.realised) == (None, None, None, None, 9)


def test_a_decision_goes_before_the_key_and_exchanges_come_after_it() -> None:
    exchange = Exchange(UTRECHT, AMERSFOORT, 20, 5, DAY)
    decision = Decision(2026, UTRECHT, 900, 70, DAY)
    key = row(UTRECHT).need
    assert row(UTRECHT, exchanges=(exchange,)).asked == key - 5
    assert row(AMERSFOORT, exchanges=(exchange,)).asked == row(AMERSFOORT).need + 5
    assert row(UTRECHT, exchanges=(exchange,), decisions=(decision,)).asked == 70
    assert row(UTRECHT, UNKNOWN, decisions=(decision,)).gap == 70


def test_places_come_soon_later_or_nobody_knows() -> None:
    assert (row(GRONINGEN).coming, row(GRONINGEN).later, row(GRONINGEN).unsure) == (20, 0, 0)
    late = replace(PLANNED, opens=date(2028, 1, 1))
    assert row(GRONINGEN, locations=(*locations(), late)).later == 20
    viable = replace(OFFER, status=OfferStatus.VIABLE)
    assert row(GRONINGEN, offers=(viable,)).unsure == 20
    refused = replace(OFFER, status=OfferStatus.REFUSED)
    assert coming(bare(offers=(refused,)), DAY) == ()
    assert row(UTRECHT).unsure == 10


def test_what_closes_makes_the_gap_wider() -> None:
    closing = tuple(replace(one, closes=date(2027, 1, 1)) if one.key == "SMALL" else one for one in locations())
    here = row(AMSTERDAM, locations=closing)
    assert (here.closing, here.gap_ahead) == (6, here.gap + 6)


@settings(max_examples=60, deadline=None)
@given(
    places=st.lists(st.tuples(st.integers(0, 30), st.integers(-900, 900), st.integers(0, 900)), max_size=6),
    status=st.sampled_from(OfferStatus),
)
def test_every_place_for_minors_is_counted_once(places: list[tuple[int, int, int]], status: OfferStatus) -> None:
    sites = tuple(
        site(f"S{at}", UTRECHT, LocationKind.AMV_SITE, Building.HOUSE, f"0/{amv}/0",
             opens=DAY + timedelta(days=begin), closes=DAY + timedelta(days=begin + length + 1))
        for at, (amv, begin, length) in enumerate(places)
    )  # fmt: skip
    offers = tuple(Offer(f"O{one.key}", UTRECHT, one.amv_places, status, location=one.key) for one in sites)
    here = row(UTRECHT, locations=sites, offers=offers)
    gone = [one for one in sites if one.closes is not None and one.closes <= DAY]
    ahead = [one for one in sites if one.opens is not None and one.opens > DAY]
    refused = sum(one.amv_places for one in ahead) if status is OfferStatus.REFUSED else 0
    counted = here.realised + here.coming + here.later + here.unsure + refused + sum(one.amv_places for one in gone)
    assert counted == sum(one.amv_places for one in sites)
    assert here.closing <= here.realised


@pytest.mark.parametrize("tasks", [TASKS, UNKNOWN])
def test_provinces_are_the_sum_of_their_municipalities(tasks: Any) -> None:
    rows = amv_rows(bare(), tasks, DAY)
    provinces = province_rows(rows, {"PV26": "Utrecht"})
    assert len(provinces) == 12
    assert sum(one.realised for one in provinces) == sum(one.realised for one in rows) == 11
    assert all((one.need is None) == (tasks is UNKNOWN) for one in provinces)
    assert "Utrecht" in {one.name for one in provinces}
