# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the tables say about being heard, having something to do and knowing whom to turn to."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.model.dataset import Dataset
from luwte.model.participation import Contact, Feedback, Programme, ProgrammeKind, RunBy, Through
from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.quality.answers import hear
from luwte.quality.catalogue import load_catalogue
from luwte.quality.participation import answers_from, with_tables
from luwte.quality.participation_norms import QUESTIONS
from luwte.quality.yardstick import yardstick
from luwte.words import words_in
from quality.norms import DAY, site

PLACE = site()
MET, PARTLY, NOT_MET, UNKNOWN = Answer.MET, Answer.PARTLY, Answer.NOT_MET, Answer.UNKNOWN
NEVER = None


def said(days_ago: int, told_days_ago: int | None = None, through: Through = Through.ROUND) -> Feedback:
    told = None if told_days_ago is None else DAY - timedelta(days=told_days_ago)
    return Feedback(f"F{days_ago}", "L", DAY - timedelta(days=days_ago), through, "Later eten", told_back_on=told)


def answer(norm: str, **tables: object) -> Answer:
    dataset = replace(Dataset(locations=(PLACE,)), **tables)  # type: ignore[arg-type]
    [one] = [each for each in answers_from(dataset, DAY) if each.assessment.indicator == norm]
    assert one.assessment.method is Method.DOCUMENT
    assert words_in("nl").text(one.why, **one.params) != words_in("en").text(one.why, **one.params)
    return one.assessment.answer


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ((), UNKNOWN),
        ((0, 31, 61), MET),
        ((30, 60, 91), MET),
        ((0, 1, 2), PARTLY),
        ((5, 40), NOT_MET),
        ((92, 120), NOT_MET),
    ],
)
def test_children_are_heard_every_month_or_not(heard: tuple[int, ...], expected: Answer) -> None:
    assert answer("PAR-001", feedback=tuple(said(days) for days in heard)) is expected


def test_two_things_raised_on_one_day_are_one_time_that_children_were_heard() -> None:
    twice = (said(3), replace(said(3), key="F9"), said(4))
    assert answer("PAR-001", feedback=twice) is NOT_MET


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (((80, 70), (50, 40), (20, 10)), MET),
        (((80, 70), (50, 40), (20, 10), (40, NEVER)), PARTLY),
        (((80, 70), (50, 40), (20, 10), (5, NEVER)), MET),
        (((80, NEVER), (50, NEVER)), NOT_MET),
        (((80, -3), (50, 40), (20, 10)), NOT_MET),
    ],
)
def test_children_are_told_what_came_of_it_every_month_or_not(
    told: tuple[tuple[int, int | None], ...], expected: Answer
) -> None:
    assert answer("PAR-002", feedback=tuple(said(*days) for days in told)) is expected


@pytest.mark.parametrize(("days_ago", "expected"), [(365, MET), (366, NOT_MET)])
def test_a_survey_counts_for_twelve_months(days_ago: int, expected: Answer) -> None:
    assert answer("PAR-004", feedback=(said(days_ago, through=Through.SURVEY), said(1))) is expected
    assert answer("PAR-004", feedback=(said(1),)) is UNKNOWN


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ((), UNKNOWN),
        ((Contact("L", "K1", date(2026, 1, 1), known_through="Poster"),), MET),
        ((Contact("L", "K1", date(2026, 1, 1)),), PARTLY),
        ((Contact("L", "K1", date(2026, 1, 1), DAY, known_through="Poster"),), NOT_MET),
        ((Contact("L", "K1", DAY + timedelta(days=1), known_through="Poster"),), UNKNOWN),
        ((Contact("L2", "K1", date(2026, 1, 1), known_through="Poster"),), UNKNOWN),
    ],
)
def test_a_contact_person_is_there_and_known_or_not(contacts: tuple[Contact, ...], expected: Answer) -> None:
    assert answer("SAF-001", contacts=contacts) is expected


def programme(kind: ProgrammeKind, times: str | None = "1", **other: object) -> Programme:
    return Programme("W1", "L", "TeamUp", kind, times_a_week=times and Decimal(times), **other)  # type: ignore[arg-type]


WELLBEING = ProgrammeKind.PLAY_FOR_WELLBEING


@pytest.mark.parametrize(
    ("programmes", "expected"),
    [
        ((), UNKNOWN),
        ((programme(WELLBEING),), MET),
        ((programme(WELLBEING, "0.5"), programme(WELLBEING, "0.5")), MET),
        ((programme(WELLBEING, "0.25"),), NOT_MET),
        ((programme(WELLBEING, "0.25"), programme(WELLBEING, None)), UNKNOWN),
        ((programme(WELLBEING, until=DAY),), NOT_MET),
        ((programme(WELLBEING, since=DAY + timedelta(days=1)),), UNKNOWN),
        ((programme(ProgrammeKind.SPORT),), UNKNOWN),
    ],
)
def test_play_for_wellbeing_is_there_every_week_or_not(programmes: tuple[Programme, ...], expected: Answer) -> None:
    assert answer("PLA-004", programmes=programmes) is expected


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ((), UNKNOWN),
        (("4_to_7", "8_to_11"), PARTLY),
        (("0_to_3", "4_to_7", "8_to_11", "12_to_15", "16_to_17"), MET),
    ],
)
def test_there_is_something_for_every_age_or_not(ages: tuple[str, ...], expected: Answer) -> None:
    assert answer("PLA-006", programmes=(programme(ProgrammeKind.PLAY, ages=frozenset(ages)),)) is expected


def test_a_group_of_parents_is_one_that_residents_run() -> None:
    assert answer("PAR-007", programmes=(programme(ProgrammeKind.PARENTS, run_by=RunBy.RESIDENTS),)) is MET
    assert answer("PAR-007", programmes=(programme(ProgrammeKind.PARENTS, run_by=RunBy.SITE_TEAM),)) is UNKNOWN


def test_every_norm_that_is_answered_stands_in_the_catalogue() -> None:
    catalogue = load_catalogue()
    assert all(norm in catalogue for norm in QUESTIONS)


GONE = Dataset(locations=(PLACE,), contacts=(Contact("L", "K1", DAY - timedelta(days=300), DAY - timedelta(days=9)),))
OTHER = Assessment("L", AssessedGroup.ALL, "HOU-001", MET, DAY - timedelta(days=5), Method.VISIT)


def of_contact(method: Method | None, says: Answer = MET) -> tuple[Answer, Method | None]:
    """What counts about the contact person, and who says it, where the tables say that the last one left."""
    given = [OTHER] if method is None else [OTHER, replace(OTHER, indicator="SAF-001", answer=says, method=method)]
    norm = load_catalogue()["SAF-001"]
    answers = [each for each in with_tables(given, answers_from(GONE, DAY), DAY) if each.indicator == norm.id]
    heard = hear(norm, PlaceGroup.FAMILY, answers, yardstick().trust)
    return heard.answer, heard.speaker.method if heard.speaker else None


@pytest.mark.parametrize("method", [Method.VISIT, Method.DOCUMENT, Method.CHILD_SURVEY])
@pytest.mark.parametrize("says", [MET, PARTLY, NOT_MET])
def test_the_tables_set_nobody_aside_who_looked_or_was_asked(method: Method, says: Answer) -> None:
    assert of_contact(method, says) == (says, method)


@pytest.mark.parametrize("method", [None, Method.SELF])
def test_the_tables_speak_where_only_the_location_did(method: Method | None) -> None:
    assert of_contact(method) == (NOT_MET, Method.DOCUMENT)


def test_the_tables_alone_do_not_make_a_location_looked_at() -> None:
    assert with_tables([], answers_from(GONE, DAY), DAY) == ()


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(-20, 200) | st.none()), max_size=8))
def test_writing_down_more_never_makes_it_look_worse_than_being_heard_less(days: list[tuple[int, int | None]]) -> None:
    """One more time that children were heard never turns the norm of being heard from met into something else."""
    rounds = tuple(said(*each) for each in days)
    before = answer("PAR-001", feedback=rounds)
    after = answer("PAR-001", feedback=(*rounds, said(7)))
    assert before is not MET or after is MET
