# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every provision has law cases, or says what people decide of it; both are counted."""

from collections import Counter
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from law.cases_read import FOLDER
from luwte.law.computed import computed
from luwte.law.provisions import catalogue, cited

ONLY_PEOPLE = {"Act 6(2)", "Decree 2.1(1)"}


SIDES = Path(__file__).parent / "sides.yaml"


@pytest.fixture(scope="module")
def named() -> Mapping[str, str]:
    """The provision of every case, by what the case is called."""
    files = sorted(FOLDER.rglob("*.yaml"))
    read = [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    assert len({case["case"] for case in read}) == len(read)
    return {case["case"]: case["provision"] for case in read}


@pytest.fixture(scope="module")
def cases(named: Mapping[str, str]) -> Counter[str]:
    """How many cases there are of each provision."""
    return Counter(named.values())


@pytest.fixture(scope="module")
def sides() -> Mapping[str, tuple[str, str]]:
    """Of each provision that draws a limit: the case on this side, and the one on the other."""
    return {citation: tuple(pair) for citation, pair in yaml.safe_load(SIDES.read_text(encoding="utf-8")).items()}


def test_what_can_be_computed_has_cases_and_the_rest_is_a_persons_decision(cases: Counter[str]) -> None:
    rules = {catalogue().provision(rule).citation: rule for rule in catalogue().provisions}
    assert len(rules) == 28
    assert {citation for citation in rules if not cases[citation]} == ONLY_PEOPLE
    assert all(rules[citation].person for citation in ONLY_PEOPLE)


def test_every_limit_has_a_case_on_either_side(named: Mapping[str, str], sides: Mapping[str, tuple[str, str]]) -> None:
    for citation, (here, there) in sides.items():
        assert (named[here], named[there]) == (citation, citation)
        assert here != there
    without_limit = {citation for citation, one in computed().items() if one.by} - sides.keys()
    assert without_limit == {"Act 12", "Decree 2.2(2)"}


def test_the_counts_that_the_pages_tell_are_those_of_the_cases(
    cases: Counter[str], sides: Mapping[str, tuple[str, str]]
) -> None:
    known = [catalogue().provision(rule).citation for rule in catalogue().provisions]
    assert list(computed()) == known
    assert {citation: one.cases for citation, one in computed().items()} == {one: cases[one] for one in known}
    assert {citation: one.sides for citation, one in computed().items() if one.sides} == {
        citation: len(pair) for citation, pair in sides.items()
    }


def test_what_computes_a_provision_is_there_and_the_rest_says_why() -> None:
    for name in (name for one in computed().values() for name in one.by):
        module, _, function = name.rpartition(".")
        assert callable(getattr(import_module(module), function))
    assert {citation for citation, one in computed().items() if not one.by} == ONLY_PEOPLE
    for_people = {catalogue().provision(rule).citation for rule in catalogue().provisions if rule.person}
    assert {citation for citation, one in computed().items() if one.because} == for_people


def test_every_case_cites_a_provision_that_there_is(cases: Counter[str]) -> None:
    assert all(cited(citation).citation == citation for citation in cases)
    assert sum(cases.values()) > 150


def test_open_norms_are_said_to_be_open() -> None:
    open_norms = {catalogue().provision(rule).citation for rule in catalogue().provisions if rule.person}
    assert {"Act 5(2)", "Act 5(3)", "Act 6(2)", "Decree 4.1"} <= open_norms
