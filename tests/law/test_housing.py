# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every case about the housing task comes out as its author says, and nobody drifts from their share."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.cases_read import Strict, read_cases
from luwte.data import national_municipalities
from luwte.law.housing import Balance, housing_tasks, national_tasks
from luwte.law.provisions import cited
from luwte.model.findings import InputRefused
from luwte.model.geography import Municipality
from luwte.model.marks import Mark


def country(inhabitants: dict[str, int]) -> list[Municipality]:
    return [Municipality(code, code, "PV20", "P", {None: count}) for code, count in inhabitants.items()]


class Given(Strict):
    inhabitants: dict[str, int]
    balances: dict[str, tuple[int, int]] = {}  # noqa: RUF012 - frozen by pydantic


class When(Strict):
    half_year: str
    people: int | None = None


class Then(Strict):
    tasks: dict[str, int] | None = None
    due: dict[str, int | None] = {}  # noqa: RUF012 - frozen by pydantic
    notes: tuple[str, ...] = ()
    refused: list[str] | None = None


class Case(Strict):
    case: str
    provision: str
    given: Given
    when: When
    then: Then


@pytest.mark.parametrize("case", read_cases("housing", Case), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    cited(case.provision)
    table = country(case.given.inhabitants)
    balances = {code: Balance(*both) for code, both in case.given.balances.items()}
    if case.then.refused is not None:
        with pytest.raises(InputRefused) as refused:
            housing_tasks(table, **case.when.model_dump(), balances=balances)
        assert [one.kind.code for one in refused.value.findings] == case.then.refused
        return
    found = housing_tasks(table, **case.when.model_dump(), balances=balances)
    tasks = {one.municipality: one for one in found.tasks}
    assert {code: one.task for code, one in tasks.items()} == case.then.tasks
    assert {code: tasks[code].due for code in case.then.due} == case.then.due
    assert tuple(one.kind.code for one in found.findings) == case.then.notes


@given(st.lists(st.integers(0, 900_000), min_size=1, max_size=30), st.integers(0, 30_000))
def test_rounding_moves_at_most_half_a_person_each(people: list[int], national: int) -> None:
    table = country({f"GM{at:04d}": count for at, count in enumerate([*people, 1])})
    found = housing_tasks(table, "2026-I", people=national)
    assert sum(one.exact for one in found.tasks) == national
    assert all(abs(one.task - one.exact) <= Fraction(1, 2) for one in found.tasks)


def test_the_count_before_the_half_year_is_taken_and_that_is_said() -> None:
    found = housing_tasks(national_municipalities(), "2023-I")
    assert found.inhabitants_on == date(2023, 1, 1)
    assert "law.housing_counted_on" in {one.kind.code for one in found.findings}
    assert found.national is not None
    assert found.national.mark is Mark.SECONDARY


def test_a_day_that_a_municipality_lacks_is_told_for_each() -> None:
    with pytest.raises(InputRefused) as refused:
        housing_tasks(country({"GM0001": 3, "GM0002": 5}), "2026-I", people=9, inhabitants_on=date(2020, 1, 1))
    assert [one.subject for one in refused.value.findings] == ["GM0001", "GM0002"]


def test_national_tasks_carry_source_and_mark_and_stand_once() -> None:
    halves = [one.half_year for one in national_tasks()]
    assert halves == sorted(set(halves))
    assert all(one.source and one.mark is Mark.SECONDARY for one in national_tasks())
