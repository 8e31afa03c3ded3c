# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every case about the steps of a cycle and the ladder of a municipality comes out as its author says."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import model_validator

from law.cases_read import Strict, read_cases
from luwte.law.cycle import Course, Event, Held, Standing, Status, Step, calendar, course_of, reviews, with_event
from luwte.law.cycle.ladder import passages, with_status
from luwte.law.cycle.steps import rules
from luwte.law.parameters import cycle_of, cycles
from luwte.law.provisions import cited
from luwte.law.published import Outcome, published_of
from luwte.model.findings import InputRefused
from luwte.model.marks import Mark


class Done(Strict):
    step: Step
    day: date
    far_reaching: bool = False

    def event(self) -> Event:
        return Event(self.step, self.day, "a case", Mark.PUBLISHED, far_reaching=self.far_reaching)


class Given(Strict):
    cycle: int
    events: dict[Step, date] | None = None
    then: tuple[Done, ...] = ()

    def course(self) -> Course:
        course = course_of(cycle_of(self.cycle)) if self.events is None else Course(self.cycle)
        first = [Done(step=step, day=day) for step, day in (self.events or {}).items()]
        for done in (*first, *self.then):
            course = with_event(course, done.event())
        return course


class When(Strict):
    day: date


class Seen(Strict):
    due: date | None
    standing: Standing
    days: int | None
    changes: int = 0


class Case(Strict):
    case: str
    provision: str
    given: Given
    when: When
    then: dict[Step, Seen] | dict[str, str]


@pytest.mark.parametrize("case", read_cases("cycle", Case), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    cited(case.provision)
    if "refused" in case.then:
        with pytest.raises(InputRefused) as refused:
            case.given.course()
        assert [one.kind.code for one in refused.value.findings] == [case.then["refused"]]
        return
    seen = {one.rule.step: one for one in calendar(case.given.course(), case.when.day)}
    found = {
        step: Seen(due=one.due, standing=one.standing, days=one.days, changes=len(one.changes))
        for step, one in seen.items()
        if step in case.then
    }
    assert found == case.then


class LadderGiven(Strict):
    available_by: date | None = None


class LadderThen(Strict):
    refused: str | None = None
    article: str | None = None


class Ladder(Strict):
    case: str
    provision: str
    given: LadderGiven = LadderGiven()
    when: tuple[tuple[Status, date], ...]
    then: LadderThen

    @model_validator(mode="after")
    def _cites_what_there_is(self) -> "Ladder":
        cited(self.provision)
        return self


def climb(case: Ladder) -> tuple[Held, ...]:
    history: tuple[Held, ...] = ()
    for status, day in case.when:
        history = with_status(history, status, day, available_by=case.given.available_by)
    return history


@pytest.mark.parametrize("case", read_cases("ladder", Ladder), ids=lambda case: case.case)
def test_ladder(case: Ladder) -> None:
    if case.then.refused is None:
        assert [(held.status, held.since) for held in climb(case)] == list(case.when)
        return
    with pytest.raises(InputRefused) as refused:
        climb(case)
    (finding,) = refused.value.findings
    assert finding.kind.code == case.then.refused
    assert finding.params.get("article") == case.then.article


@pytest.mark.parametrize(("origin", "to"), list(product(Status, Status)))
def test_only_the_ways_of_the_ladder_lead_anywhere(origin: Status, to: Status) -> None:
    ways = {(way.origin, way.to) for way in passages()}
    day, term = date(2025, 7, 2), date(2025, 7, 1)
    if (origin, to) in ways:
        assert with_status([Held(origin, day)], to, day, available_by=term)[-1].status is to
        return
    with pytest.raises(InputRefused) as refused:
        with_status([Held(origin, day)], to, day, available_by=term)
    assert refused.value.findings[0].params["article"]


def test_every_status_can_be_reached_from_the_first() -> None:
    reached = {Status.INDICATIVE}
    for _ in Status:
        reached |= {way.to for way in passages() if way.origin in reached}
    assert reached == set(Status)


@given(st.lists(st.tuples(st.sampled_from(Step), st.dates(date(2024, 1, 1), date(2029, 1, 1)), st.booleans())))
def test_what_was_written_down_is_never_lost(tried: list[tuple[Step, date, bool]]) -> None:
    course, kept = Course(2024), []
    for step, day, far_reaching in tried:
        event = Event(step, day, "tried", Mark.ASSUMPTION, far_reaching=far_reaching)
        try:
            course = with_event(course, event)
        except InputRefused:
            continue
        kept.append(event)
    assert list(course.events) == kept


def test_a_cycle_reached_its_furthest_step() -> None:
    first = course_of(cycle_of(2024))
    assert first.reached(date(2024, 1, 30)) is None
    assert first.reached(date(2024, 6, 1)) is Step.INDICATIVE
    assert first.reached(date(2024, 11, 1)) is Step.REPORT
    assert first.reached(date(2024, 12, 23)) is Step.DECISION
    assert course_of(cycle_of(2026)).reached(date(2026, 11, 22)) is Step.INDICATIVE


def test_every_step_cites_a_provision_and_what_is_not_read_says_where_it_comes_from() -> None:
    assert list(rules()) == list(Step)
    for rule in rules().values():
        assert rule.rests_on.citation == rule.provision
        assert rule.may_change is None or cited(rule.may_change)
        assert (rule.source is None) == (rule.mark is Mark.PUBLISHED)


class ReviewCase(Strict):
    case: str
    provision: str
    review: str
    from_day: date


@pytest.mark.parametrize("case", read_cases("reviews", ReviewCase), ids=lambda case: case.case)
def test_the_act_itself_is_looked_at(case: ReviewCase) -> None:
    review = next(one for one in reviews() if one.code == case.review)
    assert (review.provision.citation, review.from_day) == (case.provision, case.from_day)


def test_what_became_of_the_first_cycle_is_kept_with_its_mark() -> None:
    outcomes = {one.outcome: one for one in published_of(2024).outcomes}
    assert outcomes[Outcome.BINDING].value > cycle_of(2024).need.known
    assert outcomes[Outcome.REALISED].value < outcomes[Outcome.BINDING].value
    assert all(
        one.mark is Mark.SECONDARY and one.source for cycle in cycles() for one in published_of(cycle.cycle).outcomes
    )
