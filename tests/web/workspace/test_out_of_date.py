# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The world changes after a plan is made: what rests on it is out of date, says what changed, and is not accepted."""

from collections.abc import Callable
from datetime import date

import pytest

from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.registry import moves
from luwte_web.registry.models import HouseholdFacts, Location, LocationFacts, PersonFacts, Version
from luwte_web.registry.moves import Proposed
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.services import change, correct, withdraw
from luwte_web.workspace import jobs, making, proposals, review
from luwte_web.workspace.models import PlanJob
from luwte_web.workspace.proposals import Changed, Standing
from luwte_web.workspace.pulse import Pulse
from luwte_web.workspace.refusals import OUT_OF_DATE
from web.workspace.country import DAY, NEW, OLD, OTHER, SPARE

pytestmark = pytest.mark.django_db
WHY = "it is so"


def household(key: str) -> HouseholdFacts:
    return HouseholdFacts.objects.known().get(household__key=key)


def location(key: str) -> LocationFacts:
    return LocationFacts.objects.known().get(location__key=key)


def say(version: Version, **facts: object) -> None:
    with change(SYSTEM, WHY) as made:
        correct(made, version, **facts)


def lives_elsewhere() -> None:
    say(household("F1"), location=Location.objects.get(key=SPARE), since=DAY)


def is_gone() -> None:
    with change(SYSTEM, WHY) as made:
        for person in PersonFacts.objects.known().filter(household__key="F1"):
            withdraw(made, person)
        withdraw(made, household("F1"))


CAUSES: dict[str, tuple[Callable[[], object], set[Changed]]] = {
    "it lives elsewhere": (lives_elsewhere, {Changed.LIVES_ELSEWHERE}),
    "it is gone": (is_gone, {Changed.GONE}),
    "it was locked": (lambda: say(household("F1"), locked=True, lock_reason="school exam"), {Changed.LOCK}),
    "it needs more": (lambda: say(household("F1"), needs=frozenset({"quiet"})), {Changed.NEEDS}),
    "it wishes something": (
        lambda: say(household("F1"), wish_kind="stay", wish_by="child", wish_on=DAY),
        {Changed.WISH},
    ),
    "its phase is another": (lambda: say(household("F1"), phase="permit"), {Changed.HOUSEHOLD}),
    "a person is another": (
        lambda: say(PersonFacts.objects.known().get(person__key="F1c"), first_school_day=DAY),
        {Changed.PERSONS},
    ),
    "another move was decided": (
        lambda: moves.accept(SYSTEM, Proposed("F1", SPARE, DAY), WHY),
        {Changed.OTHER_MOVE},
    ),
    "its place stays open": (lambda: say(location(OLD), closes=date(2030, 1, 1)), {Changed.HERE}),
    "the new place closes": (lambda: say(location(NEW), closes=date(2026, 12, 1)), {Changed.THERE}),
    "the new place has fewer places": (lambda: say(location(NEW), family_places=2), {Changed.THERE}),
    "others came to the new place": (
        lambda: (
            [moves.accept(SYSTEM, Proposed(key, NEW, DAY), WHY) for key in ("F4", "F5")]
            and moves.accept(SYSTEM, Proposed("F2", NEW, DAY), WHY)
        ),
        {Changed.NO_ROOM},
    ),
}


@pytest.mark.parametrize("what", CAUSES)
def test_a_proposal_is_out_of_date_when(job: PlanJob, officer: Actor, what: str) -> None:
    happened, expected = CAUSES[what]
    happened()
    found = proposals.one(job, "F1")
    assert found is not None
    assert (found.standing, set(found.changed)) == (Standing.STALE, expected)
    if Changed.GONE not in expected:
        with pytest.raises(ChangeRefused) as why:
            review.accept(officer, job, "F1", WHY)
        assert [finding.kind for finding in why.value.findings] == [OUT_OF_DATE]


def test_what_no_plan_looks_at_makes_nothing_out_of_date(job: PlanJob, officer: Actor) -> None:
    say(location(NEW), name="another name", contractor="another contractor")
    say(household("A1"), phase="permit")
    assert {one.standing for one in proposals.of(officer, job)} == {Standing.OPEN}


def test_what_was_changed_and_changed_back_is_not_out_of_date(job: PlanJob, officer: Actor) -> None:
    say(household("F1"), phase="permit")
    say(household("F1"), phase="procedure")
    assert {one.standing for one in proposals.of(officer, job)} == {Standing.OPEN}


def test_who_still_fits_beside_others_is_not_out_of_date(job: PlanJob, officer: Actor) -> None:
    review.override(officer, job, "M1", NEW, WHY)
    found = {one.household: one for one in proposals.of(officer, job)}
    assert found["M1"].standing is Standing.OVERRIDDEN
    assert {found[key].standing for key in ("M2", "M3")} == {Standing.OPEN}
    review.accept(officer, job, "M2", WHY)
    late = proposals.one(job, "M3")
    assert late is not None
    assert (late.standing, late.changed) == (Standing.STALE, (Changed.NO_ROOM,))


def test_a_place_that_somebody_gave_up_is_there_for_others(job: PlanJob, officer: Actor) -> None:
    review.override(officer, job, "F5", SPARE, WHY)
    review.override(officer, job, "F1", OTHER, WHY)
    assert {proposals.one(job, key).standing for key in ("F2", "F3")} == {Standing.OPEN}  # type: ignore[union-attr]


def test_who_arrived_where_the_plan_wanted_is_decided(job: PlanJob, officer: Actor) -> None:
    say(household("F1"), location=Location.objects.get(key=NEW), since=DAY)
    found = proposals.one(job, "F1")
    assert found is not None
    assert found.standing is Standing.COMMITTED


def test_one_press_plans_again_with_what_is_known_now(job: PlanJob, officer: Actor) -> None:
    moves.accept(officer, Proposed("F4", NEW, DAY), WHY)
    again = jobs.again(officer, job.key)
    making.make(again.key, Pulse(again.key))
    made = jobs.progress(again.key)
    assert made.change_id > job.change_id
    assert {one.standing for one in proposals.of(officer, made)} == {Standing.OPEN}
    assert "F4" not in [one.household for one in proposals.of(officer, made)]
