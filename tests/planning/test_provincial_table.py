# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The provincial table says what the tables hold, exchange keeps its sum, and a try-out changes nothing."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.data.checks.municipal import OTHER_PROVINCE
from luwte.law import distribute
from luwte.law.cycle import Standing, Status
from luwte.law.exchange import MORE_THAN_ITS_NUMBER
from luwte.model.cycles import CycleStep, MunicipalStatus, Step
from luwte.model.findings import InputRefused
from luwte.model.marks import Mark
from luwte.model.pledges import Exchange, Offer, OfferStatus
from luwte.planning.law.province import province_named, provincial_table, with_exchange
from luwte.planning.law.provincial import AtTheTable, ProvincialTable
from planning.country import AMERSFOORT, AMSTERDAM, DAY, UTRECHT
from planning.country import country as few

OFFERS = (
    Offer("O1", UTRECHT, 150, OfferStatus.VIABLE, amv_places=20, viable_because=frozenset("4")),
    Offer("O2", UTRECHT, 70, OfferStatus.INTENTION),
    Offer("O3", UTRECHT, 900, OfferStatus.REFUSED, conditions="Not beside a school."),
)
FROM_UTRECHT = Exchange(UTRECHT, AMERSFOORT, 40, 5, DAY - timedelta(days=30))
TASKS = distribute(few().municipalities, cycle=2026)
PROVINCE = province_named(TASKS, "utrecht")
assert PROVINCE is not None


def table(**more: Any) -> ProvincialTable:
    assert PROVINCE is not None
    return provincial_table(replace(few(), **{"exchanges": (), **more}), TASKS, PROVINCE, DAY)


def of(found: ProvincialTable, code: str) -> AtTheTable:
    return next(one for one in found.municipalities if one.municipality == code)


def test_a_province_is_found_by_code_and_by_name_however_written() -> None:
    assert province_named(TASKS, "PV26") == province_named(TASKS, " UTRECHT ") == PROVINCE
    assert province_named(TASKS, "Atlantis") is None


def test_there_viable_and_other_places_are_kept_apart() -> None:
    here = of(table(offers=OFFERS), UTRECHT)
    assert (here.realised, here.viable, here.other, here.viable_amv) == (38, 150, 70, 20)
    assert here.offered == 188
    assert here.short == here.agreed - 188


def test_who_has_neither_place_nor_offer_did_not_answer() -> None:
    found = table(offers=OFFERS)
    assert {UTRECHT, AMERSFOORT}.isdisjoint(one.municipality for one in found.unanswered)
    assert of(found, "GM0310").offered is None
    assert len(found.unanswered) == len(found.municipalities) - 2


def test_an_exchange_moves_places_and_keeps_the_number_of_the_province() -> None:
    before, after = table(), table()
    assert PROVINCE is not None
    after = with_exchange(replace(few(), exchanges=()), TASKS, PROVINCE, DAY, FROM_UTRECHT)
    assert of(after, UTRECHT).agreed == of(before, UTRECHT).agreed - 40
    assert of(after, AMERSFOORT).agreed == of(before, AMERSFOORT).agreed + 40
    assert of(after, AMERSFOORT).exchanged_amv == 5
    assert after.number == before.number == PROVINCE.indicative


def test_evenness_of_numbers_is_quite_even_until_somebody_exchanges() -> None:
    found = table(exchanges=(FROM_UTRECHT,))
    assert found.without_exchange.numbers.elsewhere == 0
    assert found.now.numbers.elsewhere == Fraction(40, found.number)
    assert found.before_the_last == found.without_exchange


def test_what_the_last_exchange_did_is_told_by_the_day_it_was_agreed() -> None:
    later = Exchange(AMERSFOORT, UTRECHT, 40, 5, DAY - timedelta(days=1))
    found = table(exchanges=(later, FROM_UTRECHT))
    assert found.exchanges == (FROM_UTRECHT, later)
    assert found.before_the_last.numbers.elsewhere == Fraction(40, found.number)
    assert found.now == found.without_exchange


@pytest.mark.parametrize(
    ("exchange", "kind"),
    [
        (Exchange(UTRECHT, AMSTERDAM, 40, 0), OTHER_PROVINCE),
        (Exchange(AMSTERDAM, UTRECHT, 40, 0), OTHER_PROVINCE),
        (Exchange(UTRECHT, AMERSFOORT, 100_000, 0), MORE_THAN_ITS_NUMBER),
    ],
)
def test_what_the_act_does_not_allow_is_refused(exchange: Exchange, kind: object) -> None:
    assert PROVINCE is not None
    with pytest.raises(InputRefused) as refused:
        with_exchange(few(), TASKS, PROVINCE, DAY, exchange)
    assert [(one.kind, one.kind.norm) for one in refused.value.findings] == [(kind, kind.norm)]  # type: ignore[attr-defined]


def test_the_clock_runs_to_the_first_of_november_and_stops_with_the_report() -> None:
    waiting = table().report
    assert waiting is not None
    assert (waiting.due, waiting.standing, waiting.days) == (date(2026, 10, 31), Standing.OVERDUE, 16)
    said = "the minutes of the table"
    steps = tuple(
        CycleStep(2026, step, on, said, Mark.PUBLISHED)
        for step, on in ((Step.CONSULTATION, date(2026, 5, 1)), (Step.REPORT, DAY))
    )
    assert not table().is_reported
    assert table(steps=steps).is_reported


def test_the_status_is_the_last_one_held() -> None:
    statuses = tuple(
        MunicipalStatus(2026, UTRECHT, status, since)
        for status, since in ((Status.INDICATIVE, date(2026, 3, 1)), (Status.IN_CONSULTATION, date(2026, 5, 1)))
    )
    held = of(table(statuses=statuses), UTRECHT).held
    assert held is not None
    assert held.status is Status.IN_CONSULTATION


CODES = sorted(one.municipality for one in TASKS.municipalities if one.province_code == "PV26")
EXCHANGES = st.builds(
    Exchange, st.sampled_from(CODES), st.sampled_from(CODES), st.integers(0, 5), st.just(0), st.none()
)


@settings(max_examples=40, deadline=None)
@given(exchanges=st.lists(EXCHANGES, max_size=5))
def test_no_exchange_makes_or_loses_a_place(exchanges: list[Exchange]) -> None:
    asked = tuple(one for one in exchanges if one.giver != one.taker)
    found = table(exchanges=asked)
    assert found.number == found.together.indicative == table().number
    assert found.short == max(0, found.number - found.offered)
    assert sum(one.exchanged for one in found.municipalities) == 0
