# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What must happen for a child by when: each term from its first day to its last, for whom it runs and for whom not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.model.dataset import Dataset
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation
from luwte.model.periods import Month
from luwte.model.places import LocationKind
from luwte.model.stays import Stay
from luwte.planning.cells import from_csv, to_csv
from luwte.quality.clocks import Clock, Standing, bundled_clocks, bundled_terms
from luwte.quality.eighteen import is_near, plan_due, turning
from luwte.quality.term_tables import TermCountRow, TermRow, count_rows, term_rows
from luwte.quality.terms import Child, Lived, Term, terms, terms_of
from planning.country import country

ON = date(2026, 11, 16)
TEN, BABY = Month(2016, 1), Month(2026, 1)
NO, CNO, TGO = LocationKind.EMERGENCY, LocationKind.CRISIS_EMERGENCY, LocationKind.TEMPORARY_MUNICIPAL

# term, days of the child, how it stands on 16 November 2026, last day; a day of two thousand and twenty-six
CASES = """
school          lodged 09-16                           soon     11-16
school          lodged 09-15                           overdue  11-15
school          lodged 09-30                           soon     11-30
school          lodged 11-01                           running  01-01
school          lodged 06-12 at_school 08-12           met      08-12
school          lodged 06-12 at_school 08-13           late     08-12
school          lodged 06-11                           not_applicable .
school          .                                      unknown  .
school_before   lodged 06-11 at_school 09-11           met      09-11
school_before   lodged 06-11 at_school 09-12           late     09-11
school_before   lodged 06-12                           not_applicable .
school_before   .                                      not_applicable .
school_target   lodged 10-05                           soon     11-16
school_target   lodged 10-04                           overdue  11-15
guardian        alone lodged 10-26                     soon     11-16
guardian        alone lodged 10-23                     overdue  11-13
guardian        alone lodged 06-12 guarded 07-03       met      07-03
guardian        alone lodged 06-12 guarded 07-06       late     07-03
guardian_before alone lodged 04-02 guarded 04-28       met      04-28
guardian_before alone lodged 04-02 guarded 04-29       late     04-28
guardian        lodged 10-01                           not_applicable .
health_intake   lodged 11-09                           soon     11-16
health_intake   lodged 11-08                           overdue  11-15
health_intake   baby lodged 11-08                      overdue  11-15
school          baby lodged 09-01                      not_applicable .
crisis_stay     crisis 11-09                           soon     11-16
crisis_stay     crisis 11-08                           overdue  11-15
crisis_stay     emergency 11-08                        not_applicable .
emergency_stay  emergency 05-16                        soon     11-16
emergency_stay  emergency 05-15                        overdue  11-15
emergency_stay  temporary 05-15                        overdue  11-15
emergency_stay  crisis 05-15                           not_applicable .
"""
KINDS = {"crisis": CNO, "emergency": NO, "temporary": TGO}
DAYS = {"lodged": "lodged_on", "at_school": "first_school_day", "guarded": "guardian_since"}


def cases() -> Iterator[tuple[str, str, str, str]]:
    for line in CASES.strip().splitlines():
        code, *said, standing, due = line.split()
        yield code, " ".join(said), standing, due


def child(said: str = "", **more: Any) -> Child:
    words = said.split()
    group = HouseholdGroup.AMV if "alone" in words else HouseholdGroup.FAMILY
    facts: dict[str, Any] = {"group": group, "birth_month": BABY if "baby" in words else TEN}
    for word, day in pairwise(words):
        if word in DAYS:
            facts[DAYS[word]] = date.fromisoformat(f"2026-{day}")
        if word in KINDS:
            facts |= {"lives_at": KINDS[word], "since": date.fromisoformat(f"2026-{day}")}
    return Child("C", "H", **facts, **more)


def term(code: str, of: Child, on: date = ON) -> Term:
    (one,) = (each for each in terms_of(of, on) if each.clock.code == code)
    return one


def clock(code: str) -> Clock:
    (one,) = (each for each in bundled_clocks() if each.code == code)
    return one


@pytest.mark.parametrize(("code", "said", "standing", "due"), list(cases()))
def test_a_term_stands_as_a_person_would_count_it(code: str, said: str, standing: str, due: str) -> None:
    found = term(code, child(said))
    assert found.standing == standing
    assert (found.due.strftime("%m-%d") if found.due else ".") == due


def test_days_left_are_counted_until_the_last_day_and_below_zero_after_it() -> None:
    assert term("school", child("lodged 09-20")).days_left(ON) == 4
    assert term("school", child("lodged 09-10")).days_left(ON) == -6
    assert term("school", child("lodged 09-10 at_school 10-01")).days_left(ON) is None


def test_a_move_from_one_emergency_site_to_the_next_does_not_start_the_term_again() -> None:
    first, moved = date(2026, 3, 1), date(2026, 10, 1)
    lived = (Lived(TGO, first, moved), Lived(NO, moved))
    found = term("emergency_stay", child(lives_at=NO, since=moved, lived=lived))
    assert (found.start, found.standing) == (first, Standing.OVERDUE)


@pytest.mark.parametrize(
    "before",
    [Lived(NO, date(2026, 3, 1), date(2026, 9, 1)), Lived(LocationKind.AZC, date(2026, 3, 1), date(2026, 10, 1))],
    ids=["a time away", "a stay at an azc"],
)
def test_time_away_from_emergency_reception_starts_the_term_again(before: Lived) -> None:
    moved = date(2026, 10, 1)
    found = term("emergency_stay", child(lives_at=NO, since=moved, lived=(before, Lived(NO, moved))))
    assert (found.start, found.standing) == (moved, Standing.RUNNING)


def test_a_stay_without_a_day_of_arrival_starts_when_the_history_says_so() -> None:
    lived = (Lived(NO, date(2026, 10, 1)),)
    assert term("emergency_stay", child(lives_at=NO, lived=lived)).start == date(2026, 10, 1)
    assert term("emergency_stay", child(lives_at=NO)).standing is Standing.UNKNOWN


def test_only_minors_have_terms() -> None:
    grown = replace(child("lodged 09-01"), birth_month=Month(2008, 10))
    still = replace(child("lodged 09-01"), birth_month=Month(2008, 11))
    assert {each.standing for each in terms_of(grown, ON)} == {Standing.NOT_APPLICABLE}
    assert term("school", still).standing is Standing.OVERDUE


@given(start=st.dates(date(2020, 1, 1), date(2032, 1, 1)), one=st.sampled_from(bundled_clocks()))
def test_whose_term_is_over_is_found_by_the_day_on_which_it_started(start: date, one: Clock) -> None:
    due = one.due(start)
    assert start < due <= one.due(start + timedelta(days=1))
    assert one.started_by(due) >= start > one.started_by(due - timedelta(days=1))


@given(start=st.dates(date(2026, 1, 1), date(2027, 1, 1)), one=st.sampled_from(bundled_clocks()), n=st.integers(0, 400))
def test_a_term_that_nothing_meets_only_gets_nearer_and_then_is_overdue(start: date, one: Clock, n: int) -> None:
    order = [Standing.RUNNING, Standing.SOON, Standing.OVERDUE]
    on = start + timedelta(days=n)
    today, tomorrow = (order.index(one.standing(start, None, day)) for day in (on, on + timedelta(days=1)))
    assert today <= tomorrow
    assert (one.standing(start, None, on) is Standing.OVERDUE) == (on > one.due(start))


def test_every_child_of_a_country_has_every_term_once() -> None:
    found = list(terms(country(), ON))
    minors = {"F-HALL-1", "F-HALL-2", "F-LOCKED-1", "F-FIT-2", "F-CLOSING-1", "F-RESERVED-1", "M-SMALL-0", "M-NEW-0"}
    assert {each.child.key for each in found} == minors | {"F-ARRIVE-1"}
    assert len(found) == len({(each.child.key, each.clock.code) for each in found}) == 9 * len(bundled_clocks())


def test_counts_add_up_to_all_children_and_every_line_is_one_of_them() -> None:
    found = tuple(terms(country(), ON))
    rows = count_rows(found)
    for row in rows:
        assert row.met + row.late + row.running + row.overdue + row.unknown + row.not_applicable == 9
    lines = tuple(term_rows(found, ON))
    assert len(lines) == sum(row.running + row.overdue for row in rows)
    assert [(line.person, line.standing, line.days_left) for line in lines] == [
        ("F-RESERVED-1", "overdue", -868),
        ("F-HALL-1", "overdue", -138),
        ("F-HALL-2", "overdue", -138),
    ]
    assert from_csv(TermRow, to_csv(TermRow, lines)) == lines
    assert from_csv(TermCountRow, to_csv(TermCountRow, rows)) == rows


def test_stays_of_a_country_make_one_time_in_emergency_reception() -> None:
    since = date(2026, 9, 1)
    home = Household("H", HouseholdGroup.FAMILY, "HALL", Phase.PROCEDURE, since)
    stays = (Stay("H", "AZC", date(2026, 1, 1), date(2026, 4, 1)), Stay("H", "HALL", date(2026, 4, 1), since))
    here = country(
        households=(home,), persons=(Person("C", "H", TEN, Relation.CHILD),), stays=(*stays, Stay("H", "HALL", since))
    )
    assert starts(here)["emergency_stay"] == date(2026, 4, 1)


def starts(dataset: Dataset) -> dict[str, date | None]:
    return {each.clock.code: each.start for each in terms(dataset, ON)}


def test_who_came_alone_and_turns_eighteen_has_a_plan_half_a_year_ahead() -> None:
    assert plan_due(Month(2009, 2)) == date(2026, 8, 1)
    near = [is_near(Month(2009, 2), day) for day in (date(2026, 7, 31), date(2026, 8, 1), date(2027, 2, 28))]
    assert [*near, is_near(Month(2009, 2), date(2027, 3, 1))] == [False, True, True, False]
    young = country(persons=(Person("M", "M-SMALL", Month(2009, 5), Relation.SELF),))
    assert [person.key for person in turning(young, ON)] == ["M"]
    assert turning(country(), ON) == ()


def test_every_term_says_by_which_norm_and_how_sure_that_is() -> None:
    for told in (*bundled_terms().clocks, *bundled_terms().not_kept):
        assert told.source["nl"] != told.source["en"]
        assert told.norm["nl"]
        assert told.mark
    assert {clock("school").answers, clock("school_before").answers} == {"EDU-001", "EDU-002"}
    assert [told.code for told in bundled_terms().not_kept] == [
        "needs", "first_check", "fitting_care", "screening", "information", "move_notice",
    ]  # fmt: skip
