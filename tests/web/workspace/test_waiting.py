# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What waits in the newest plan is told without reading it, says the same as the plan, and goes with it."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from luwte.placement.placement import Action
from luwte_web.accounts.actors import Actor
from luwte_web.registry.days import today
from luwte_web.worklists import of_plans
from luwte_web.worklists.lists import worklists_for
from luwte_web.workspace import assumed, proposals, review, waiting
from luwte_web.workspace.models import PlanJob, Proposed
from luwte_web.workspace.proposals import Changed, Standing
from web.workspace.conftest import planned
from web.workspace.country import DAY, NEW, SPARE
from web.workspace.test_out_of_date import CAUSES

pytestmark = pytest.mark.django_db
WHY = "it is so"


def who(entries: Iterable[Any]) -> list[str]:
    return [entry.household for entry in entries]


def told(actor: Actor) -> dict[str, Standing]:
    return {one.ask.household: one.standing for one in waiting.newest(actor)[1]}


def by_the_plan(actor: Actor, job: PlanJob) -> dict[str, Standing]:
    return {one.household: one.standing for one in proposals.of(actor, job)}


def test_who_waits_is_who_waits_in_the_plan_and_the_plan_is_not_read(
    job: PlanJob, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = by_the_plan(officer, job)
    assert set(expected.values()) == {Standing.OPEN}
    monkeypatch.setattr(assumed, "Assumed", None)
    assumed.assumed.cache_clear()
    assert told(officer) == expected
    assert all(waiting.of(key) == (job, one) for one in waiting.newest(officer)[1] for key in [one.ask.household])


@pytest.mark.parametrize("what", CAUSES)
def test_what_makes_a_proposal_out_of_date_does_so_here(job: PlanJob, officer: Actor, what: str) -> None:
    happened, changed = CAUSES[what]
    happened()
    found = waiting.of("F1")
    assert found is not None
    if changed == {Changed.NO_ROOM}:
        assert (found[1].standing, found[1].others_came) == (Standing.OPEN, True)
    else:
        assert found[1].standing is Standing.STALE
        assert told(officer).get("F1") == by_the_plan(officer, job).get("F1")
        assert ("F1" in who(of_plans.out_of_date(officer, DAY))) == (Changed.GONE not in changed)


def hold(job: PlanJob, officer: Actor) -> None:
    review.hold(officer, job, "F1", today() + timedelta(days=7), WHY)


def override(job: PlanJob, officer: Actor) -> None:
    review.override(officer, job, "F1", SPARE, WHY)


def accept(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "F1", WHY)


@pytest.mark.parametrize("decide", [hold, override, accept])
def test_what_somebody_decided_or_holds_does_not_wait(
    job: PlanJob, officer: Actor, decide: Callable[[PlanJob, Actor], None]
) -> None:
    before = of_plans.undecided(officer, DAY)
    decide(job, officer)
    after = of_plans.undecided(officer, DAY)
    assert set(who(before)) - set(who(after)) == {"F1"}
    assert told(officer)["F1"] == by_the_plan(officer, job)["F1"]


def test_who_has_no_place_or_must_leave_is_urgent_and_comes_first(job: PlanJob, officer: Actor) -> None:
    found = of_plans.undecided(officer, DAY)
    homeless = [one.household for one in proposals.of(officer, job) if one.row.action is not Action.MOVE]
    assert "F5" in homeless
    assert found.urgent == len(homeless)
    assert who(found)[: found.urgent] == homeless


def test_a_guardian_counts_wards_only_and_a_site_team_has_no_such_list(
    job: PlanJob, officer: Actor, guardian: Actor, site_team: Actor
) -> None:
    wards = [key for key in told(officer) if key in ("M1", "M2", "M3")]
    assert sorted(who(of_plans.undecided(guardian, DAY))) == wards
    codes = {actor.key: {each.code for each in worklists_for(actor)} for actor in (officer, guardian, site_team)}
    assert {key: {"proposals", "out-of-date"} & found for key, found in codes.items()} == {
        "u-officer": {"proposals", "out-of-date"},
        "u-guardian": {"proposals"},
        "u-site": set(),
    }


def test_without_a_plan_nothing_waits(people: None, officer: Actor) -> None:
    PlanJob.objects.all().delete()
    assert waiting.newest(officer) == (None, [])
    assert waiting.of("F1") is None
    assert list(of_plans.undecided(officer, DAY)) == []


def test_only_the_newest_plan_counts(job: PlanJob, officer: Actor) -> None:
    accept(job, officer)
    newer = planned(officer)
    assert waiting.newest(officer)[0] == newer
    assert told(officer) == by_the_plan(officer, newer)
    assert "F1" not in told(officer)


def test_the_lines_go_with_their_plan(job: PlanJob) -> None:
    assert Proposed.objects.filter(job=job).exists()
    job.delete()
    assert not Proposed.objects.exists()


def test_a_plan_of_before_gets_its_lines_when_the_database_is_brought_up_to_date(job: PlanJob) -> None:
    columns = ("household__key", "action", "cause", "size", "minors", "origin", "destination")
    written = set(Proposed.objects.filter(job=job).values_list(*columns))
    Proposed.objects.all().delete()
    step = import_module("luwte_web.workspace.migrations.0005_proposals_kept")
    step.keep_those_of_the_newest(apps, connection.schema_editor())
    assert set(Proposed.objects.filter(job=job).values_list(*columns)) == written


def test_others_who_come_as_the_plan_proposes_are_nobody_to_look_for_room_for(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "F5", WHY)
    assert not any(one.others_came for one in waiting.newest(officer)[1])
    review.override(officer, job, "M1", NEW, WHY)
    looked = [one.ask for one in waiting.newest(officer)[1] if one.others_came]
    assert looked
    assert {ask.destination for ask in looked} == {NEW}
