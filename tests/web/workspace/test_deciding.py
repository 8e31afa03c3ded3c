# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People decide about proposals: accept, choose another place, hold, make final, take back; each with its reason."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404

from luwte.model.findings import FindingKind
from luwte.model.stays import MoveStatus
from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.audit.models import Line
from luwte_web.registry import moves, selectors
from luwte_web.registry.editing import NO_REASON
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import NO_PLACE, ChangeRefused
from luwte_web.workspace import best_interests, proposals, refusals, review
from luwte_web.workspace.assumed import assumed
from luwte_web.workspace.best_interests import Lack, Missing
from luwte_web.workspace.models import Heard, PlanJob, Stance, Urgency
from luwte_web.workspace.proposals import Proposal, Standing
from luwte_web.workspace.undisputed import Dispute, disputes, undisputed
from web.workspace.country import DAY, NEW, OLD, OTHER, SPARE
from web.workspace.written import heard, write_all

pytestmark = pytest.mark.django_db
WHY = "discussed with the school and the family"
LATER = DAY + timedelta(days=30)


def now(job: PlanJob, household: str) -> Proposal:
    found = proposals.one(job, household)
    assert found is not None
    return found


def standing(job: PlanJob, household: str) -> Standing:
    return now(job, household).standing


def refused(kind: FindingKind, act: object, *given: object, **named: object) -> None:
    before = selectors.latest_change()
    with pytest.raises(ChangeRefused) as why:
        act(*given, **named)  # type: ignore[operator]
    assert [finding.kind for finding in why.value.findings] == [kind]
    assert selectors.latest_change() == before


def test_the_most_urgent_stands_first(job: PlanJob, officer: Actor) -> None:
    found = [one.household for one in proposals.of(officer, job)]
    assert found == ["F5", "F1", "F2", "F3", "M1", "M2", "M3"]
    assert {one.standing for one in proposals.of(officer, job)} == {Standing.OPEN}


def test_a_guardian_sees_the_proposals_of_own_wards_only(job: PlanJob, guardian: Actor, site_team: Actor) -> None:
    assert [one.household for one in proposals.of(guardian, job)] == ["M1", "M2", "M3"]
    assert "F5" not in [one.household for one in proposals.of(site_team, job)]
    assert proposals.of(Actor("u-2", (Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G2"),)), job) == []
    assert proposals.of(Actor("u-3", (Membership(Role.INSPECTOR, Scope.COUNTRY),)), job) == []


def test_a_proposal_is_accepted_and_then_made_final(job: PlanJob, officer: Actor) -> None:
    key = review.accept(officer, job, "F1", WHY)
    assert standing(job, "F1") is Standing.ACCEPTED
    (move,) = selectors.records("moves", move__key=key)
    assert (move.to, move.on, move.status, move.plan) == (NEW, DAY, MoveStatus.ACCEPTED, job.plan_id)
    write_all(officer, "F1", NEW)
    review.commit(officer, job, "F1", WHY)
    assert standing(job, "F1") is Standing.COMMITTED
    (move,) = selectors.records("moves", move__key=key)
    assert move.status is MoveStatus.COMMITTED
    assert Change.objects.latest("id").reason == WHY
    assert Line.objects.filter(act="decide", actor=officer.key).count() == 2


def test_the_others_of_the_plan_stay_open_while_one_is_accepted(job: PlanJob, officer: Actor) -> None:
    for household in ("F1", "F2", "M2"):
        review.accept(officer, job, household, WHY)
    found = {one.household: one.standing for one in proposals.of(officer, job)}
    assert {key for key, standing in found.items() if standing is Standing.OPEN} == {"F3", "F5", "M1", "M3"}
    for household in ("F3", "F5", "M1", "M3"):
        review.accept(officer, job, household, WHY)
    assert {one.standing for one in proposals.of(officer, job)} == {Standing.ACCEPTED}


def test_nobody_decides_without_a_reason(job: PlanJob, officer: Actor) -> None:
    refused(NO_REASON, review.accept, officer, job, "F1", "  ")
    refused(NO_REASON, review.hold, officer, job, "F1", LATER, "")


def test_who_presses_second_is_told_that_it_is_decided(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "F1", WHY)
    refused(refusals.NOT_OPEN, review.accept, Actor("u-2", officer.roles), job, "F1", WHY)
    refused(refusals.NOT_OPEN, review.override, officer, job, "F1", OTHER, WHY)
    refused(refusals.NOT_OPEN, review.hold, officer, job, "F1", LATER, WHY)


def test_a_household_that_stays_has_no_proposal(job: PlanJob, officer: Actor) -> None:
    refused(refusals.NOT_PROPOSED, review.accept, officer, job, "A1", WHY)


def test_another_place_is_chosen(job: PlanJob, officer: Actor) -> None:
    key = review.override(officer, job, "F1", SPARE, "grandmother lives there", DAY + timedelta(days=3))
    found = now(job, "F1")
    assert (found.standing, found.to) == (Standing.OVERRIDDEN, SPARE)
    (move,) = selectors.records("moves", move__key=key)
    assert (move.to, move.on) == (SPARE, DAY + timedelta(days=3))


def test_the_place_where_it_lives_or_one_that_is_not_there_cannot_be_chosen(job: PlanJob, officer: Actor) -> None:
    refused(refusals.SAME_PLACE, review.override, officer, job, "F1", OLD, WHY)
    refused(refusals.NO_SUCH_PLACE, review.override, officer, job, "F1", "L99", WHY)
    refused(refusals.DAY_GONE, review.accept, officer, job, "F1", WHY, DAY - timedelta(days=1))


def test_a_full_place_cannot_be_chosen(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "F5", WHY)
    refused(NO_PLACE, review.override, officer, job, "F1", OTHER, WHY)


def test_a_proposal_is_held_and_let_go_on(job: PlanJob, officer: Actor) -> None:
    review.hold(officer, job, "F1", LATER, "the family is in hospital")
    assert (standing(job, "F1"), now(job, "F1").held_until) == (Standing.HELD, LATER)
    refused(refusals.HELD, review.accept, officer, job, "F1", WHY)
    refused(refusals.HELD, review.override, officer, job, "F1", SPARE, WHY)
    review.hold(officer, job, "F1", LATER + timedelta(days=1), "longer than thought")
    assert now(job, "F1").held_until == LATER + timedelta(days=1)
    review.release(officer, job, "F1", "they are back")
    assert standing(job, "F1") is Standing.OPEN
    refused(refusals.NOT_HELD, review.release, officer, job, "F1", WHY)
    review.accept(officer, job, "F1", WHY)


def test_a_proposal_cannot_be_held_until_a_day_that_is_over(job: PlanJob, officer: Actor) -> None:
    refused(refusals.DAY_GONE, review.hold, officer, job, "F1", DAY - timedelta(days=1), WHY)


def test_a_hold_ends_by_itself_after_its_day(job: PlanJob, officer: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    review.hold(officer, job, "F1", LATER, WHY)
    monkeypatch.setattr("luwte_web.workspace.proposals.today", lambda: LATER)
    assert standing(job, "F1") is Standing.HELD
    monkeypatch.setattr("luwte_web.workspace.proposals.today", lambda: LATER + timedelta(days=1))
    assert standing(job, "F1") is Standing.OPEN


def test_what_was_decided_is_taken_back_while_nobody_moved(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "F1", WHY)
    review.take_back(officer, job, "F1", "the school says no")
    assert standing(job, "F1") is Standing.OPEN
    review.accept(officer, job, "F1", WHY)
    refused(refusals.NOTHING_TO_COMMIT, review.take_back, officer, job, "F2", WHY)


def test_nothing_that_was_not_accepted_is_made_final(job: PlanJob, officer: Actor) -> None:
    refused(refusals.NOTHING_TO_COMMIT, review.commit, officer, job, "F1", WHY)


def test_a_child_moves_only_when_its_interests_are_written_down(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "M2", WHY)
    refused(refusals.INCOMPLETE, review.commit, officer, job, "M2", WHY)
    write_all(officer, "M2", NEW)
    assert best_interests.missing_for("M2", NEW, DAY) == (Lack(Missing.GUARDIAN),)
    refused(refusals.INCOMPLETE, review.commit, officer, job, "M2", WHY)
    best_interests.record_guardian_view(officer, "M2", NEW, Stance.AGREES, "by telephone", DAY)
    review.commit(officer, job, "M2", WHY)


def test_what_cannot_wait_is_a_decision_of_a_person_with_what_was_missing(job: PlanJob, officer: Actor) -> None:
    review.accept(officer, job, "M2", WHY)
    review.commit(officer, job, "M2", WHY, "there was a fire in the building")
    kept = Urgency.objects.known().get(move__key=now(job, "M2").move.move.key)  # type: ignore[union-attr]
    assert kept.because == "there was a fire in the building"
    assert kept.missing == {"family", "wellbeing", "safety", "heard:M2s", "guardian", "school", "care"}
    assert kept.known_by.actor == officer.key


def test_another_place_asks_for_a_record_of_its_own(job: PlanJob, officer: Actor) -> None:
    write_all(officer, "F1", NEW)
    review.override(officer, job, "F1", SPARE, WHY)
    refused(refusals.INCOMPLETE, review.commit, officer, job, "F1", WHY)


def test_undisputed_is_what_is_complete_fit_and_not_objected_to(job: PlanJob, officer: Actor) -> None:
    assert undisputed(job, proposals.of(officer, job)) == []
    write_all(officer, "F1", NEW)
    write_all(officer, "F2", NEW, stance=Stance.OBJECTS)
    for ward, stance in (("M2", Stance.OBJECTS), ("M3", Stance.NEUTRAL)):
        write_all(officer, ward, NEW)
        best_interests.record_guardian_view(officer, ward, NEW, stance, "", DAY)
    found = proposals.of(officer, job)
    assert [one.household for one in undisputed(job, found)] == ["F1", "M3"]
    why = disputes(job, found)
    assert why["F2"] == (Dispute.CHILD,)
    assert why["M2"] == (Dispute.GUARDIAN,)
    assert Dispute.INCOMPLETE in why["F3"]


def test_who_is_locked_and_must_leave_all_the_same_needs_a_look(
    job: PlanJob, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(officer, "F1", NEW)
    known: Any = assumed(job.plan_id or "").dataset.household
    monkeypatch.setitem(known, "F1", replace(known["F1"], locked=True))
    found = proposals.of(officer, job)
    assert disputes(job, found)["F1"] == (Dispute.LOCK,)
    assert undisputed(job, found) == []


def test_all_undisputed_are_accepted_at_once_and_no_other(job: PlanJob, officer: Actor) -> None:
    for household in ("F1", "F2", "F3"):
        write_all(officer, household, NEW)
    review.accept(officer, job, "F3", WHY)
    together = review.accept_undisputed(officer, job, ["F1", "F2", "F3", "M1"], "the list of Monday")
    assert together.accepted == ("F1", "F2")
    assert [household for household, _ in together.refused] == ["F3", "M1"]
    assert standing(job, "M1") is Standing.OPEN


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLACEMENT_OFFICER])
def test_nobody_but_a_placement_officer_decides(job: PlanJob, officer: Actor, role: Role) -> None:
    scopes = ((Scope.COUNTRY, ""), (Scope.LOCATION, OLD), (Scope.OWN_WARDS, "G1"), (Scope.MUNICIPALITY, "GM0363"))
    other = Actor("u-other", tuple(Membership(role, scope, within) for scope, within in scopes))
    for act in (
        lambda: review.accept(other, job, "M1", WHY),
        lambda: review.override(other, job, "M1", SPARE, WHY),
        lambda: review.hold(other, job, "M1", LATER, WHY),
        lambda: review.release(other, job, "M1", WHY),
        lambda: review.commit(other, job, "M1", WHY),
        lambda: review.take_back(other, job, "M1", WHY),
    ):
        with pytest.raises(Http404):
            act()
    assert standing(job, "M1") is Standing.OPEN


def test_an_officer_of_a_province_decides_about_who_lives_there(job: PlanJob) -> None:
    here = Actor("u-p", (Membership(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV27"),))
    elsewhere = Actor("u-q", (Membership(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV24"),))
    with pytest.raises(Http404):
        review.accept(elsewhere, job, "F1", WHY)
    review.accept(here, job, "F1", WHY)
    with pytest.raises(Http404):
        review.accept(here, job, "F5", WHY)


def test_a_move_that_was_made_without_the_plan_is_not_decided_again(job: PlanJob, officer: Actor) -> None:
    moves.accept(officer, moves.Proposed("F1", SPARE, DAY), "by telephone")
    assert standing(job, "F1") is Standing.STALE
    refused(refusals.OUT_OF_DATE, review.accept, officer, job, "F1", WHY)


def test_heard_is_a_day_and_a_person(job: PlanJob) -> None:
    whole = heard()
    assert (whole.heard_by, whole.heard_on) == (Heard.SITE_TEAM, date(2026, 11, 20))
