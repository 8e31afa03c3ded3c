# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every case about regimes comes out as its author says, and every place is counted once under each."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from law.cases_read import Strict, read_cases
from law.sites import Promise, Site
from luwte.law.provisions import cited
from luwte.law.regimes import Basis, Holds, Regime, regimes, resting
from luwte.law.regimes.rules import PROVISIONS, Rule
from luwte.model.pledges import Decision, OfferStatus

TODAY = date(2026, 11, 22)


class Given(Strict):
    sites: tuple[Site, ...] = ()
    offers: tuple[Promise, ...] = ()
    asked: tuple[int, int | None] | None = None

    def decisions(self) -> list[Decision]:
        return [Decision(2024, "GM0001", *self.asked)] if self.asked else []


class Then(Strict):
    places: dict[Regime, tuple[int, int, int]] | None = None
    money: dict[Regime, tuple[int, int, int]] | None = None
    amv_exposed: dict[Regime, int | None] | None = None


class Case(Strict):
    case: str
    provision: str
    given: Given
    then: Then


@pytest.mark.parametrize("case", read_cases("regimes", Case), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    cited(case.provision)
    found = resting(
        [site.location() for site in case.given.sites], [offer.offer() for offer in case.given.offers],
        case.given.decisions(), TODAY,
    )  # fmt: skip
    for regime in Regime:
        places, money = Counter[Holds](), Counter[Holds]()
        for one in found:
            places[one.holds(regime)] += one.places
            money[one.money(regime, TODAY)] += one.places
        if case.then.places is not None:
            assert tuple(places[holds] for holds in Holds) == case.then.places[regime]
        if case.then.amv_exposed is not None:
            exposed = [one.amv_places for one in found if one.holds(regime) is Holds.EXPOSED]
            counted = None if None in exposed else sum(number or 0 for number in exposed)
            assert counted == case.then.amv_exposed[regime]
        if case.then.money is not None:
            assert tuple(money[holds] for holds in Holds) == case.then.money[regime]


OFFERS = st.builds(
    Promise,
    key=st.uuids().map(str),
    places=st.integers(0, 100),
    status=st.sampled_from(OfferStatus),
    location=st.sampled_from([None, "A", "B"]),
)


@given(st.lists(OFFERS, max_size=6), st.integers(0, 500), st.booleans())
@settings(max_examples=60)
def test_there_are_as_many_places_under_each_regime_and_at_least_what_was_decided(
    offers: list[Promise], asked: int, is_open: bool
) -> None:
    site = Site(key="A", places=70, opens=date(2020, 1, 1) if is_open else None)
    found = resting([site.location()], [offer.offer() for offer in offers], [Decision(2024, "GM0001", asked)], TODAY)
    assert sum(one.places for one in found) >= asked
    assert len({one.key for one in found}) == len(found)


def test_the_act_in_force_exposes_nothing_but_money_that_is_over() -> None:
    assert set(regimes()[Regime.IN_FORCE].holds.values()) == {Holds.STANDS}


def test_every_regime_says_of_every_basis_what_holds_and_where_that_comes_from() -> None:
    assert set(regimes()) == set(Regime)
    assert all(rule.source and rule.mark for rule in regimes().values())
    assert {basis: cited(article).citation for basis, article in PROVISIONS.items()} == dict(PROVISIONS)
    with pytest.raises(ValidationError):
        Rule.model_validate(
            {"regime": "repealed", "holds": {Basis.TASK: "exposed"}, "source": "s", "mark": "assumption"}
        )
