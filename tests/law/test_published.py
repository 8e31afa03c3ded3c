# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A computed distribution beside what was published: reported as it is, never forced."""

from decimal import Decimal
from fractions import Fraction

import pytest

from luwte.data import national_municipalities
from luwte.law import distribute
from luwte.law.published import Quantity, comparison_findings, published_of, residuals
from luwte.model.geography import Municipality


def test_the_twelve_provinces_of_the_first_cycle_come_out_within_one_per_cent() -> None:
    tasks = distribute(national_municipalities(), cycle=2024)
    provinces = [
        one
        for one in residuals(tasks)
        if one.figure.subject.startswith("PV") and one.figure.quantity is Quantity.INDICATIVE
    ]
    assert len(provinces) == 12
    assert sum(one.figure.places for one in provinces) == 96_002
    assert all(abs(one.relative or 0) < Fraction(1, 100) for one in provinces)
    assert any(one.difference for one in provinces), "a forced fit would have no differences at all"


def test_the_second_cycle_is_compared_with_all_its_published_numbers() -> None:
    tasks = distribute(national_municipalities(), cycle=2026)
    compared = residuals(tasks)
    assert len([one for one in compared if one.figure.subject.startswith("GM")]) == 342
    assert max(abs(one.difference) for one in compared) <= 1
    assert {one.figure.subject: one.computed for one in compared}["PV28"] == 18_175


def test_agreement_that_proves_nothing_is_said_to_prove_nothing() -> None:
    table = national_municipalities()
    assert [one.kind.code for one in comparison_findings(distribute(table, cycle=2026))] == [
        "law.reproduction_proves_nothing"
    ]
    assert comparison_findings(distribute(table, cycle=2024)) == ()
    assert comparison_findings(distribute(table, need=88_000)) == ()


def test_scores_of_cbs_would_be_a_real_check_of_the_second_cycle() -> None:
    scored = [Municipality("GM0484", "A", "PV28", "Z", {None: 10}, Decimal(0))]
    assert comparison_findings(distribute(scored, cycle=2026)) == ()


def test_without_a_cycle_there_is_nothing_to_compare_with() -> None:
    assert residuals(distribute(national_municipalities(), need=96_000)) == ()
    assert published_of(1999).figures == ()


@pytest.mark.parametrize("cycle", [2024, 2026])
def test_every_published_figure_has_one_value_a_source_and_a_mark(cycle: int) -> None:
    figures = published_of(cycle).figures
    keys = [(one.subject, one.quantity) for one in figures]
    assert len(keys) == len(set(keys))
    assert all(one.source and one.mark for one in figures)
