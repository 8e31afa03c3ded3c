# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every provision has law cases, or says what people decide of it; both are counted."""

from collections import Counter

import pytest
import yaml

from law.cases_read import FOLDER
from luwte.law.provisions import catalogue, cited

ONLY_PEOPLE = {"Act 6(2)", "Decree 2.1(1)"}


@pytest.fixture(scope="module")
def cases() -> Counter[str]:
    """How many cases there are of each provision."""
    files = sorted(FOLDER.rglob("*.yaml"))
    return Counter(case["provision"] for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8")))


def test_what_can_be_computed_has_cases_and_the_rest_is_a_persons_decision(cases: Counter[str]) -> None:
    rules = {catalogue().provision(rule).citation: rule for rule in catalogue().provisions}
    assert len(rules) == 28
    assert {citation for citation in rules if not cases[citation]} == ONLY_PEOPLE
    assert all(rules[citation].person for citation in ONLY_PEOPLE)


def test_most_provisions_that_set_a_limit_have_a_case_on_either_side(cases: Counter[str]) -> None:
    limits = ("Act 2(1)", "Act 2(3)", "Act 4(1)", "Act 5(1)", "Act 7(1)", "Act 8", "Act 9(2)", "Act 9(3)", "Act 12",
              "Decree 1.1", "Decree 2.1(3)", "Decree 3.1(1)", "Decree 3.1(2)", "Housing Act 28")  # fmt: skip
    assert {citation: cases[citation] for citation in limits if cases[citation] < 2} == {}


def test_every_case_cites_a_provision_that_there_is(cases: Counter[str]) -> None:
    assert all(cited(citation).citation == citation for citation in cases)
    assert sum(cases.values()) > 150


def test_open_norms_are_said_to_be_open() -> None:
    open_norms = {catalogue().provision(rule).citation for rule in catalogue().provisions if rule.person}
    assert {"Act 5(2)", "Act 5(3)", "Act 6(2)", "Decree 4.1"} <= open_norms
