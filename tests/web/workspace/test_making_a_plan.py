# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody asks for a plan of the registry, sees how far it is, and cancels it; nothing hangs or is half kept."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.http import Http404
from django.utils import timezone

from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.artefacts import selectors as artefacts
from luwte_web.artefacts.models import Artefact
from luwte_web.audit.models import Line
from luwte_web.registry import selectors
from luwte_web.workspace import jobs, making
from luwte_web.workspace.jobs import Wanted
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.pulse import NotWanted, Pulse
from luwte_web.workspace.refusals import BROKEN, INTERRUPTED
from web.workspace.country import DAY

pytestmark = pytest.mark.django_db


def plans() -> int:
    return Artefact.objects.filter(kind="plan").count()


def test_a_plan_is_made_of_the_registry_as_it_was_when_the_work_began(job: PlanJob) -> None:
    assert job.change_id == selectors.latest_change()
    stored = artefacts.published(job.plan_id)
    assert stored.plan.summary.on == DAY
    assert stored.dataset.content_hash == selectors.dataset_of_registry().content_hash
    assert {row.household for row in stored.plan.placements} == {h.key for h in stored.dataset.households}


def test_what_was_asked_of_the_search_stands_in_the_plan(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY, seconds=20, gap=Decimal("0.01")))
    making.make(asked.key, Pulse(asked.key))
    request = artefacts.published(jobs.progress(asked.key).plan_id).plan.request
    assert (request.time_limit, request.gap) == (20.0, "0.01")


def test_asking_and_making_stand_on_the_log(job: PlanJob, officer: Actor) -> None:
    lines = [line.told for line in Line.objects.filter(kind="job", thing=job.key).order_by("number")]
    assert [sorted(told) for told in lines] == [["asked", "gap", "on", "seconds", "without"], ["change", "made"]]
    assert set(Line.objects.filter(kind="job").values_list("actor", flat=True)) == {officer.key}


def test_two_who_press_at_once_wait_for_one_plan(people: None, officer: Actor) -> None:
    first = jobs.ask(officer, Wanted(DAY))
    assert jobs.ask(Actor("u-2", officer.roles), Wanted(DAY)) == first
    assert jobs.ask(officer, Wanted(DAY, seconds=5)) != first


def test_a_plan_that_nobody_began_is_cancelled_at_once(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    jobs.cancel(officer, asked.key)
    making.make(asked.key, Pulse(asked.key))
    assert jobs.progress(asked.key).state is JobState.CANCELLED


def test_a_plan_that_is_being_made_stops_when_it_is_cancelled(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    before = plans()

    class CancelledHalfway(Pulse):
        def __call__(self, stage: str, done: float | None = None) -> None:
            if stage == "Counting again":
                jobs.cancel(officer, asked.key)
            self.beat()
            super().__call__(stage, done)

    making.make(asked.key, CancelledHalfway(asked.key))
    job = jobs.progress(asked.key)
    assert job.state is JobState.CANCELLED
    assert plans() == before


def test_a_plan_that_is_cancelled_when_it_is_nearly_stored_is_not_kept(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    before = plans()

    class CancelledLate(Pulse):
        def __call__(self, stage: str, done: float | None = None) -> None:
            if stage == "Storing the plan":
                jobs.cancel(officer, asked.key)

    making.make(asked.key, CancelledLate(asked.key))
    assert jobs.progress(asked.key).state is JobState.CANCELLED
    assert plans() == before


def test_how_far_a_plan_is_can_be_seen(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    seen = []

    class Watched(Pulse):
        def __call__(self, stage: str, done: float | None = None) -> None:
            super().__call__(stage, done)
            self.beat()
            now = jobs.progress(asked.key)
            seen.append((now.state, now.stage))

    making.make(asked.key, Watched(asked.key))
    assert {state for state, _ in seen} == {JobState.RUNNING}
    assert (seen[0][1], seen[-1][1]) == ("Reading the registry", "Storing the plan")


def test_a_fault_ends_the_job_and_tells_nothing_of_anybody(
    people: None, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("F1 lives at L1")

    monkeypatch.setattr(making, "plan", broken)
    asked = jobs.ask(officer, Wanted(DAY))
    making.make(asked.key, Pulse(asked.key))
    job = jobs.progress(asked.key)
    assert (job.state, job.failure[0]["what"]) == (JobState.FAILED, BROKEN.what)
    assert "F1" not in str(job.failure)


def test_a_job_whose_worker_fell_silent_ends(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    long_ago = timezone.now() - 2 * jobs.LOST_AFTER
    PlanJob.objects.filter(key=asked.key).update(state=JobState.RUNNING, began_at=long_ago, seen_at=long_ago)
    job = jobs.progress(asked.key)
    assert (job.state, job.failure[0]["what"]) == (JobState.FAILED, INTERRUPTED.what)
    assert jobs.again(officer, asked.key).key != asked.key


def test_a_worker_that_was_taken_for_lost_keeps_nothing(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    before = plans()

    class FellSilent(Pulse):
        def __call__(self, stage: str, done: float | None = None) -> None:
            if stage == "Storing the plan":
                PlanJob.objects.filter(key=asked.key).update(seen_at=timezone.now() - timedelta(hours=1))
                jobs.mark_lost()

    making.make(asked.key, FellSilent(asked.key))
    assert jobs.progress(asked.key).state is JobState.FAILED
    assert plans() == before


def test_a_worker_that_is_stopped_leaves_its_plan_to_the_next(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    making.make(asked.key, Pulse(asked.key, lambda: True))
    assert jobs.progress(asked.key).state is JobState.WAITING
    making.make(asked.key, Pulse(asked.key))
    assert jobs.progress(asked.key).state is JobState.DONE


def test_a_pulse_hears_that_nobody_wants_the_plan(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    PlanJob.objects.filter(key=asked.key).update(state=JobState.RUNNING, began_at=timezone.now())
    pulse = Pulse(asked.key)
    pulse("Searching")
    jobs.cancel(officer, asked.key)
    pulse.beat()
    assert pulse.is_to_stop()
    with pytest.raises(NotWanted):
        pulse("Searching")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLACEMENT_OFFICER])
def test_only_who_makes_plans_asks_for_one_or_cancels_it(people: None, officer: Actor, role: Role) -> None:
    asked = jobs.ask(officer, Wanted(DAY))
    other = Actor("u-other", (Membership(role, Scope.COUNTRY), Membership(role, Scope.PROVINCE, "PV24")))
    with pytest.raises(Http404):
        jobs.ask(other, Wanted(DAY))
    with pytest.raises(Http404):
        jobs.cancel(other, asked.key)
    assert jobs.progress(asked.key).state is JobState.WAITING
