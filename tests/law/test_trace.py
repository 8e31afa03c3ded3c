# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A person can redo every step of a trace: here by long division in decimals, with none of the law's own code."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.countries import countries
from luwte.data import national_municipalities
from luwte.law import Tasks, distribute
from luwte.law.explain import localised, spoken
from luwte.law.provision import Trace
from luwte.law.trace import trace, written
from luwte.model.findings import InputRefused
from luwte.model.geography import Municipality
from luwte.words import words_in


def redone(formula: str) -> Decimal:
    """Work out a formula as written: products, sums, one division, a floor."""
    if floor := re.fullmatch(r"⌊(.*)… \+ 0\.5⌋|⌊(.*) \+ 0\.5⌋", formula):
        return Decimal(floor[1] or floor[2]).quantize(Decimal(1), ROUND_HALF_UP)
    left, _, divisor = formula.split(" = ")[0].partition(" / ")
    value = sum((product(term) for term in left.strip("()").split(" + ")), Decimal(0))
    return value / Decimal(divisor) if divisor else value


def product(term: str) -> Decimal:
    outcome = Decimal(1)
    for factor in term.split(" × "):
        outcome *= Decimal(factor)
    return outcome


def agrees(shown: str, value: Decimal) -> bool:
    """The shown digits are the first digits of the value; all of them where nothing was cut off."""
    digits = Decimal(shown.rstrip("…"))
    if shown.endswith("…"):
        return digits <= value < digits + Decimal(10) ** (digits.as_tuple().exponent or 0)
    return digits == value


def check(found: Trace, tasks: Tasks) -> None:
    with localcontext(prec=80):
        column = [Decimal(written(task.weight)) * task.inhabitants for task in tasks.municipalities]
        weighted = next(step for step in found.steps if step.label.startswith("Weight × inhabitants"))
        assert Decimal(weighted.shown) == sum(column)
        for step in found.steps:
            if isinstance(step.value, str) or " + … + " in step.formula:
                continue
            assert agrees(step.shown, redone(step.formula)), step
    by_label = {step.label: step for step in found.steps}
    task = tasks.of[found.subject]
    assert by_label["Indicative number, a half rounds up"].shown == str(task.indicative)
    if task.indicative_amv is not None:
        assert by_label["Places for unaccompanied minors, a half rounds up"].shown == str(task.indicative_amv)


@given(countries(), st.integers(0, 200_000), st.data())
@settings(max_examples=60)
def test_every_step_can_be_redone_by_hand(country: tuple[Municipality, ...], need: int, data: st.DataObject) -> None:
    tasks = distribute(country, need=need, need_amv=need // 12)
    code = data.draw(st.sampled_from([one.code for one in country]))
    check(trace(tasks, country, code), tasks)


@pytest.mark.parametrize("code", ["GM0344", "GM0363", "GM0088"])
@pytest.mark.parametrize("cycle", [2024, 2026])
def test_a_cycle_can_be_redone_by_hand(code: str, cycle: int) -> None:
    table = national_municipalities()
    tasks = distribute(table, cycle=cycle)
    check(trace(tasks, table, code), tasks)


def test_utrecht_in_the_first_cycle_to_the_digit() -> None:
    """Redone from the table's own figures in whole numbers: no step of the trace is used."""
    table = national_municipalities()
    day = next(day for day in table[0].inhabitants if day and day.year == 2023)
    tenthousandths = {one.code: int((one.key_weight or 0) * 10_000) * one.inhabitants[day] for one in table}
    quotient, remainder = divmod(96_000 * tenthousandths["GM0344"], sum(tenthousandths.values()))
    by_hand = quotient + (1 if 2 * remainder >= sum(tenthousandths.values()) else 0)
    tasks = distribute(table, cycle=2024)
    steps = {step.label: step for step in trace(tasks, table, "GM0344").steps}
    assert by_hand == tasks.of["GM0344"].indicative == 1989
    assert int(steps["Indicative number before rounding (Iv)"].shown.partition(".")[0]) == quotient


def test_every_step_of_a_cycle_names_its_article_and_every_given_number_its_source() -> None:
    table = national_municipalities()
    for step in trace(distribute(table, cycle=2024), table, "GM0344").steps:
        assert step.provision is not None
        assert re.fullmatch(
            r"https://wetten\.overheid\.nl/BWBR\d{7}/\d{4}-\d\d-\d\d#Artikel[\d.]+", step.provision.link
        )
        if step.formula == step.shown:
            assert step.source


def test_an_unknown_need_for_minors_is_said_and_not_guessed() -> None:
    table = national_municipalities()
    labels = {step.label: step for step in trace(distribute(table, cycle=2026), table, "GM0484").steps}
    assert labels["National need for unaccompanied minors (BO)"].shown == "unknown"
    assert "Places for unaccompanied minors, a half rounds up" not in labels


def test_a_code_that_is_not_there_is_refused_with_examples() -> None:
    table = national_municipalities()
    with pytest.raises(InputRefused) as refused:
        trace(distribute(table, cycle=2024), table, "GM9999")
    assert refused.value.findings[0].params["examples"].startswith("GM")


def test_in_dutch_the_numbers_and_articles_read_as_dutch() -> None:
    table = national_municipalities()
    steps = spoken(trace(distribute(table, cycle=2024), table, "GM0344"), words_in("nl"))
    people = steps[1]
    assert people.result == "367.947"
    assert people.citation == "Besluit bij de Spreidingswet art. 2.1 lid 3"
    assert steps[0].result == "2023-01-01"
    assert any(step.result == "1.989" for step in steps)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1.0052 × 132411", "nl", "1,0052 × 132.411"),
        ("1.0052 × 132411", "en", "1.0052 × 132,411"),
        ("⌊1988.673499… + 0.5⌋", "nl", "⌊1.988,673499… + 0,5⌋"),
        ("0", "nl", "0"),
    ],
)
def test_a_formula_is_written_as_the_language_does(text: str, language: str, expected: str) -> None:
    assert localised(text, language) == expected


@given(st.fractions())
def test_a_number_is_written_exactly_or_visibly_cut_off(number: Fraction) -> None:
    text = written(number)
    shown = Fraction(text.rstrip("…"))
    if text.endswith("…"):
        assert 0 < abs(number) - abs(shown) < Fraction(1, 10**15)
    else:
        assert shown == number
