# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Gates that are about one child: met, not met or not known from the tables, and what people are told of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation
from luwte.model.periods import Month
from luwte.model.places import StatedFitness
from luwte.model.quality import Answer
from luwte.quality.catalogue import load_catalogue
from luwte.quality.child_findings import child_findings
from luwte.quality.child_gates import child_answers
from luwte.quality.norm import Level
from planning.country import DAY, country

JULY = date(2026, 7, 1)


def one_child(at: str | None, group: str = "family", needs: str = "", **facts: Any) -> Dataset:
    """A country with one child of ten, somewhere since July."""
    since, wants = (JULY if at else None), frozenset(needs.split())
    home = Household("H", HouseholdGroup(group), at, Phase.PROCEDURE, since, needs=wants)
    return country(households=(home,), persons=(Person("C", "H", Month(2016, 1), Relation.CHILD, **facts),), moves=())


def answer(dataset: Dataset, norm: str) -> Answer:
    (found,) = (each.answer for each in child_answers(dataset, DAY) if each.norm == norm)
    return found


def told(dataset: Dataset) -> list[str]:
    return [finding.kind.code.removeprefix("quality.child_") for finding in child_findings(dataset, DAY)]


@pytest.mark.parametrize(
    ("at", "group", "form"),
    [
        ("SMALL", "amv", Answer.MET),
        ("HALL", "amv", Answer.NOT_MET),
        ("AZC", "amv", Answer.NOT_MET),
        ("SHARED", "amv", Answer.UNKNOWN),
        (None, "amv", Answer.NOT_APPLICABLE),
        ("HALL", "family", Answer.NOT_APPLICABLE),
    ],
)
def test_who_came_alone_lives_in_a_form_that_is_allowed(at: str | None, group: str, form: Answer) -> None:
    assert answer(one_child(at, group), "GUA-006") is form


@pytest.mark.parametrize(
    ("stated", "form"),
    [(StatedFitness.YES, Answer.MET), (StatedFitness.NO, Answer.NOT_MET), (StatedFitness.UNKNOWN, Answer.UNKNOWN)],
)
def test_what_a_person_stated_of_a_location_goes_before_its_kind(stated: StatedFitness, form: Answer) -> None:
    here = one_child("SMALL", "amv")
    locations = tuple(replace(place, amv_fit=stated) for place in here.locations)
    assert answer(replace(here, locations=locations), "GUA-006") is form


def test_a_screening_before_emergency_reception_is_only_known_by_an_intake_before_it() -> None:
    assert answer(one_child("HALL", health_intake_on=date(2026, 7, 1)), "HEA-005") is Answer.MET
    assert answer(one_child("HALL", health_intake_on=date(2026, 7, 2)), "HEA-005") is Answer.UNKNOWN
    assert answer(one_child("HALL"), "HEA-005") is Answer.UNKNOWN
    assert answer(one_child("AZC"), "HEA-005") is Answer.NOT_APPLICABLE


def test_a_need_that_an_emergency_site_lacks_is_not_met_and_reasons_are_never_known() -> None:
    assert answer(one_child("HALL", needs="accessible"), "EME-009") is Answer.NOT_MET
    assert answer(one_child("HALL"), "EME-009") is Answer.UNKNOWN
    assert answer(one_child("AZC", needs="quiet"), "EME-009") is Answer.NOT_APPLICABLE


def test_a_term_that_still_runs_answers_nothing_yet() -> None:
    assert answer(one_child("AZC", lodged_on=date(2026, 10, 1)), "EDU-001") is Answer.NOT_APPLICABLE
    assert answer(one_child("AZC", lodged_on=date(2026, 9, 1)), "EDU-001") is Answer.NOT_MET
    assert answer(one_child("AZC"), "EDU-001") is Answer.UNKNOWN


def test_people_are_told_of_what_is_wrong_now_and_of_what_nobody_knows() -> None:
    assert told(one_child("AZC", lodged_on=date(2026, 9, 1))) == ["not_at_school"]
    assert told(one_child("AZC", lodged_on=date(2026, 6, 1))) == ["not_at_school_before"]
    late = one_child("AZC", lodged_on=date(2026, 6, 1), first_school_day=date(2026, 10, 1))
    assert told(late) == []
    assert told(one_child("AZC")) == ["start_unknown"]
    assert told(one_child("HALL", "amv", "quiet", lodged_on=date(2026, 11, 1))) == [
        "alone_in_wrong_form", "screening_unknown", "needs_not_met",
    ]  # fmt: skip


def test_a_finding_names_the_child_and_the_last_day() -> None:
    here = one_child("CRISIS", lodged_on=date(2026, 11, 1))
    (finding,) = (each for each in child_findings(here, DAY) if each.kind.norm == "EME-005")
    assert (finding.subject, finding.params["household"], finding.params["due"]) == ("C", "H", "2026-07-08")


def test_every_gate_of_level_child_in_the_catalogue_is_answered() -> None:
    gates = {norm.id for norm in load_catalogue().norms if norm.is_gate and norm.level is Level.CHILD}
    assert {each.norm for each in child_answers(one_child("HALL"), DAY)} == gates
