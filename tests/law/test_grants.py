# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every case about grants comes out as its author says, and no cent is lost."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.cases_read import Strict, read_cases
from luwte.law.grants import Offered, Provincial, grant_after, grant_for_durable, grant_for_special
from luwte.law.provisions import cited
from luwte.model.findings import InputRefused


class Given(Strict):
    number: int
    realised: int
    granted: int = 0
    offered: tuple[tuple[str, int, bool | None], ...] = ()

    def province(self) -> Provincial:
        offered = tuple(Offered(*row) for row in self.offered)
        return Provincial("PV20", self.number, self.realised, self.granted, offered)


class When(Strict):
    amount: Decimal | None = None
    province_part: Decimal | None = None


class Then(Strict):
    above: int | None = None
    money: Decimal | None = None
    province: Decimal | None = None
    municipalities: dict[str, Decimal] | None = None
    notes: tuple[str, ...] = ()
    refused: list[str] | None = None


class Case(Strict):
    case: str
    provision: str
    given: Given
    when: When
    then: Then


@pytest.mark.parametrize("case", read_cases("grants", Case), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    cited(case.provision)
    if case.then.refused is not None:
        with pytest.raises(InputRefused) as refused:
            grant_after(case.given.province(), **case.when.model_dump())
        assert [one.kind.code for one in refused.value.findings] == case.then.refused
        return
    grant = grant_after(case.given.province(), **case.when.model_dump())
    found = {
        "above": grant.above, "money": grant.money, "province": grant.of_province,
        "municipalities": grant.of_municipalities,
    }  # fmt: skip
    stated = case.then.model_dump(exclude={"notes", "refused"}, exclude_unset=True)
    assert {name: found[name] for name in stated} == stated
    assert set(case.then.notes) == {one.kind.code for one in grant.findings}


PROVINCES = st.builds(
    Provincial,
    province_code=st.just("PV20"),
    number=st.integers(0, 20_000),
    realised=st.integers(500, 20_000),
    granted=st.integers(0, 500),
    offered=st.lists(st.tuples(st.integers(0, 3000), st.booleans()), min_size=1, max_size=8).map(
        lambda rows: tuple(Offered(f"GM{at:04d}", *row) for at, row in enumerate(rows))
    ),
)
AMOUNTS = st.decimals(0, 5000, places=2)
PARTS = st.decimals(0, 1, places=3)


@given(PROVINCES, AMOUNTS, PARTS)
@settings(max_examples=100)
def test_province_and_municipalities_get_the_whole_grant_to_the_cent(
    province: Provincial, amount: Decimal, part: Decimal
) -> None:
    grant = grant_after(province, amount=amount, province_part=part)
    assert grant.money == grant.above * amount
    if grant.of_municipalities is not None:
        assert grant.of_province is not None
        divided = sum(grant.of_municipalities.values(), grant.of_province)
        assert divided == grant.money or not grant.of_municipalities
        entitled = {one.municipality for one in province.offered if one.shares}
        assert set(grant.of_municipalities) <= entitled


@given(PROVINCES)
@settings(max_examples=60)
def test_a_place_counts_where_with_it_more_than_three_quarters_are_there(province: Provincial) -> None:
    grant = grant_after(province, amount=None, province_part=None)
    counted = range(1, province.realised - province.granted + 1)
    assert grant.above == sum(Fraction(place) > Fraction(3, 4) * province.number for place in counted)


def test_the_steps_can_be_redone_by_hand() -> None:
    province = Provincial("PV20", 2000, 1820, 20, (Offered("GM0001", 900, True), Offered("GM0002", 500, True)))
    grant = grant_after(province, amount=Decimal(1500), province_part=Decimal("0.2"))
    assert [step.shown for step in grant.steps] == [
        "2000", "1820", "20", "1500", "300", "450000.00", "90000.00", "360000.00",
    ]  # fmt: skip
    assert {step.provision and step.provision.citation for step in grant.steps} == {"Act 9(3)"}


class PlacesCase(Strict):
    case: str
    provision: str
    durable: int = 0
    above: int = 0
    special: int = 0
    granted: int


@pytest.mark.parametrize("case", read_cases("places_granted", PlacesCase), ids=lambda case: case.case)
def test_places_are_granted_as_they_are_made(case: PlacesCase) -> None:
    cited(case.provision)
    amount = Decimal("1000.50")
    money = grant_for_durable(case.durable, case.above, amount) + grant_for_special(case.special, amount)
    assert money == case.granted * amount
