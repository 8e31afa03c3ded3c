# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every case about exchange and remainder comes out as its author says, and no division loses or makes a place."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.cases_read import Strict, read_cases
from luwte.law.apportion import apportion
from luwte.law.exchange import exchanged
from luwte.law.provisions import cited
from luwte.law.remainder import Division, Reported, Scope, Way, evenness, shortfalls, side_by_side
from luwte.model.findings import InputRefused
from luwte.model.pledges import Exchange


class Given(Strict):
    reports: list[tuple[str, str, int, int] | tuple[str, str, int]]

    def reported(self) -> list[Reported]:
        country = sum(row[2] for row in self.reports)
        return [
            Reported(row[0], row[1], row[2], Fraction(row[2], country), row[3] if len(row) > 3 else None)
            for row in self.reports
        ]


class Then(Strict):
    remainder: int
    provinces: dict[str, int] | None = None
    ways: dict[str, dict[str, int]]
    above: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - frozen by pydantic
    elsewhere: dict[str, str] = {}  # noqa: RUF012 - frozen by pydantic
    unanswered: tuple[str, ...] = ()


class Case(Strict):
    case: str
    provision: str
    given: Given
    then: Then


def by_name(reports: list[Reported]) -> dict[str, Division]:
    return {f"{one.scope}/{one.way}": one for one in side_by_side(reports)}


@pytest.mark.parametrize("case", read_cases("remainder", Case), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    cited(case.provision)
    reports = case.given.reported()
    short = shortfalls(reports)
    assert sum(one.remainder for one in short) == case.then.remainder
    assert tuple(code for one in short for code in one.unanswered) == case.then.unanswered
    if case.then.provinces is not None:
        assert {one.province_code: one.remainder for one in short} == case.then.provinces
    ways = by_name(reports)
    assert {name: ways[name].assigned for name in case.then.ways} == case.then.ways
    assert {name: ways[name].above_their_number for name in case.then.above} == case.then.above
    found = {name: str(ways[name].over_municipalities.elsewhere) for name in case.then.elsewhere}
    assert found == case.then.elsewhere


class ExchangeGiven(Strict):
    numbers: dict[str, int]
    provinces: dict[str, str]


class ExchangeThen(Strict):
    agreed: dict[str, int] | None = None
    refused: list[str] | None = None
    article: str | None = None


class ExchangeCase(Strict):
    case: str
    provision: str
    given: ExchangeGiven
    when: list[tuple[str, str, int]]
    then: ExchangeThen


@pytest.mark.parametrize("case", read_cases("exchange", ExchangeCase), ids=lambda case: case.case)
def test_exchange(case: ExchangeCase) -> None:
    cited(case.provision)
    exchanges = [Exchange(giver, taker, places, 0) for giver, taker, places in case.when]
    if case.then.refused is None:
        agreed = exchanged(case.given.numbers, exchanges, case.given.provinces)
        assert agreed == case.then.agreed
        assert sum(agreed.values()) == sum(case.given.numbers.values())
        return
    with pytest.raises(InputRefused) as refused:
        exchanged(case.given.numbers, exchanges, case.given.provinces)
    assert [one.kind.code for one in refused.value.findings] == case.then.refused
    if case.then.article:
        assert {one.kind.norm for one in refused.value.findings} == {case.then.article}


REPORTS = st.lists(
    st.tuples(st.sampled_from(["PV20", "PV21", "PV22"]), st.integers(0, 3000), st.none() | st.integers(0, 4000)),
    max_size=12,
).map(
    lambda rows: [
        Reported(f"GM{at:04d}", province, number, Fraction(number, 1 + sum(row[1] for row in rows)), offered)
        for at, (province, number, offered) in enumerate(rows)
    ]
)


@given(REPORTS)
@settings(max_examples=100)
def test_every_way_divides_the_remainder_exactly_and_gives_nobody_less_than_nothing(reports: list[Reported]) -> None:
    short = {one.province_code: one.remainder for one in shortfalls(reports)}
    for division in side_by_side(reports):
        assert sum(division.assigned.values()) == sum(short.values())
        assert all(assigned >= 0 for assigned in division.assigned.values())
        if division.scope is Scope.PROVINCE:
            for code, left in short.items():
                own = [one.municipality for one in reports if one.province_code == code]
                assert sum(division.assigned[key] for key in own) == left


@given(REPORTS)
@settings(max_examples=60)
def test_in_proportion_to_the_gap_nobody_gets_more_than_its_gap(reports: list[Reported]) -> None:
    gaps = {one.municipality: one.gap for one in reports}
    for division in side_by_side(reports):
        if division.way is Way.GAP:
            assert all(division.assigned[key] <= gap for key, gap in gaps.items())
            assert division.above_their_number == ()


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 50), min_size=1), st.integers(0, 1000))
def test_dividing_stays_within_one_of_the_exact_share(weights: dict[str, int], total: int) -> None:
    whole = sum(weights.values())
    if not whole:
        with pytest.raises(ValueError, match="cannot be divided"):
            apportion(total + 1, weights)
        return
    parts = apportion(total, weights)
    assert sum(parts.values()) == total
    assert all(abs(parts[key] - Fraction(total * weight, whole)) < 1 for key, weight in weights.items())
    assert all(parts[key] == 0 for key, weight in weights.items() if weight == 0)


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1))
def test_evenness_lies_between_quite_even_and_all_elsewhere(rows: dict[str, tuple[int, int]]) -> None:
    places, numbers = ({key: row[at] for key, row in rows.items()} for at in (0, 1))
    found = evenness(places, numbers)
    if found.elsewhere is not None:
        assert 0 <= found.elsewhere <= 1
        assert found.lowest is not None
        assert (found.elsewhere == 0) == (
            found.lowest == found.highest and all(numbers[key] or not places[key] for key in rows)
        )


def test_evenness_is_the_part_that_would_have_to_lie_elsewhere() -> None:
    found = evenness({"A": 30, "B": 10}, {"A": 20, "B": 20})
    assert (found.elsewhere, found.lowest, found.highest) == (Fraction(1, 4), Fraction(1, 2), Fraction(3, 2))
