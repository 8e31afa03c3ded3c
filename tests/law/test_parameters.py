# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The parameters of the cycles: dated, sourced, marked, and silent where nobody knows."""

from datetime import date

import pytest
from pydantic import ValidationError

from luwte.law import latest_cycle_published
from luwte.law.explain import MARKS
from luwte.law.parameters import Figure, cycle_of, cycles
from luwte.law.provisions import catalogue, cited
from luwte.model.findings import InputRefused
from luwte.model.marks import Mark
from luwte.words import words_in


@pytest.mark.parametrize(
    ("on", "cycle"),
    [(date(2024, 1, 31), 2024), (date(2026, 2, 26), 2024), (date(2026, 2, 27), 2026), (date(2030, 1, 1), 2026)],
)
def test_a_day_has_the_latest_cycle_published_by_then(on: date, cycle: int) -> None:
    assert latest_cycle_published(on) == cycle


def test_before_the_first_publication_the_days_there_are_are_listed() -> None:
    with pytest.raises(InputRefused) as refused:
        latest_cycle_published(date(2024, 1, 30))
    assert refused.value.findings[0].params["days"] == "2024-01-31, 2026-02-27"


def test_a_year_without_a_cycle_lists_the_cycles_there_are() -> None:
    with pytest.raises(InputRefused) as refused:
        cycle_of(2028)
    assert refused.value.findings[0].params["cycles"] == "2024, 2026"


def test_the_needs_are_those_of_the_ministers_estimates() -> None:
    assert [(one.cycle, one.need.known, one.need_amv.known) for one in cycles()] == [
        (2024, 96_000, 8_140),
        (2026, 88_000, None),
    ]


@pytest.mark.parametrize("value", ["unknown", 5])
def test_a_known_value_needs_a_mark_and_an_unknown_one_has_none(value: object) -> None:
    wrong = {"value": value, "unit": "places", "provision": "Act 2(1)", "source": "s"}
    if value == "unknown":
        wrong["mark"] = "published"
    with pytest.raises(ValidationError):
        Figure[int].model_validate(wrong)


def test_a_parameter_rests_on_a_provision_that_is_in_the_catalogue() -> None:
    with pytest.raises(KeyError):
        Figure[int].model_validate({"value": 1, "unit": "u", "provision": "Act 99", "source": "s", "mark": "published"})


def test_provisions_are_cited_and_linked_in_the_version_that_was_read() -> None:
    key = cited("Decree 2.1(3)")
    assert key.link == "https://wetten.overheid.nl/BWBR0049310/2024-03-30#Artikel2.1"
    assert key.juriconnect == "jci1.3:c:BWBR0049310&artikel=2.1&lid=3&z=2024-03-30&g=2024-03-30"


def test_no_provision_stands_twice() -> None:
    citations = [catalogue().provision(rule).citation for rule in catalogue().provisions]
    assert len(citations) == len(set(citations))


def test_every_mark_has_words() -> None:
    assert set(MARKS) == set(Mark)


def test_the_sources_that_a_trace_shows_exist_in_dutch() -> None:
    dutch = words_in("nl")
    for cycle in cycles():
        for figure in (cycle.need, cycle.need_amv, cycle.inhabitants_on):
            assert dutch.text(figure.source) != figure.source
