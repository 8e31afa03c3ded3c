# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An inspector visits, a team tells of itself, children speak: what each hands in, and what nobody can close alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.http import Http404

from luwte.model.quality import Answer, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts.actors import Actor, Role
from luwte_web.audit.models import Line
from luwte_web.inspections.answering import NOTHING, Clash, Says, give
from luwte_web.inspections.asked import LAST_TIME, asked
from luwte_web.inspections.gaps import Agreed, agree
from luwte_web.inspections.handing_in import hand_in
from luwte_web.inspections.models import Inspection, Sheet
from luwte_web.inspections.planning import Wanted, begin, call_off, plan
from luwte_web.inspections.selectors import inspections_filled, inspections_seen, methods_of, planned
from luwte_web.registry.models import Assessment, Change, Improvement
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.worklists.lists import worklists_for
from web.inspections.looking import (
    COLLEAGUE,
    ELSEWHERE,
    GATE,
    GUARDIAN,
    HERE,
    HIGH,
    INSPECTOR,
    MINOR,
    MUNICIPALITY,
    OFFICER,
    TEAM,
    TO_DO,
    WHY,
    looked,
    says,
)
from web.people.few_tables import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
WEEK = timedelta(days=7)


def codes(refused: pytest.ExceptionInfo[ChangeRefused]) -> list[str]:
    return [finding.kind.code.removeprefix("inspection_") for finding in refused.value.findings]


def open_actions() -> list[str]:
    return list(Improvement.objects.known().filter(done_on=None).values_list("indicator", flat=True))


@pytest.mark.parametrize(
    ("actor", "methods"),
    [
        (INSPECTOR, {Method.VISIT, Method.DOCUMENT, Method.CHILD_SURVEY}),
        (TEAM, {Method.SELF, Method.CHILD_SURVEY}),
        (MUNICIPALITY, {Method.SELF}),
        (ELSEWHERE, set()),
        (OFFICER, set()),
        (GUARDIAN, set()),
    ],
)
def test_each_looks_in_the_way_that_is_theirs(actor: Actor, methods: set[Method]) -> None:
    assert set(methods_of(actor, HERE)) == methods
    for method in Method:
        wanted = Wanted(Profile.FULL, method, TODAY)
        if method in methods:
            assert plan(actor, HERE, wanted, WHY).method is method
        else:
            with pytest.raises(Http404):
                plan(actor, HERE, wanted, WHY)


def test_a_planned_visit_is_on_the_log_and_not_told_to_the_location(visit: Inspection) -> None:
    line = Line.objects.latest("number")
    assert (line.actor, line.kind, line.thing) == (INSPECTOR.key, "location", HERE)
    assert WHY in (line.content or "")
    assert [one.key for one in planned(COLLEAGUE, TODAY)] == [visit.key]
    for stranger in (TEAM, MUNICIPALITY, ELSEWHERE, OFFICER, GUARDIAN):
        assert not inspections_seen(stranger).exists()
        assert not inspections_filled(stranger).exists()
        with pytest.raises(Http404):
            give(stranger, visit, GATE, Says(Answer.MET), NOTHING.mark)


def test_what_is_handed_in_becomes_rows_of_the_registry_in_one_change(visit: Inspection) -> None:
    says(INSPECTOR, visit, GATE, Answer.NOT_MET, "3,5", "two rooms")
    agree(INSPECTOR, visit, GATE, TO_DO)
    assert not Assessment.objects.exists()
    made = hand_in(INSPECTOR, visit, WHY)
    row, action = Assessment.objects.known().get(), Improvement.objects.known().get()
    assert (row.indicator, row.answer, row.value, row.note) == (GATE, Answer.NOT_MET, "3.5", "two rooms")
    assert (row.method, row.assessor, row.date) == (Method.VISIT, INSPECTOR.key, TODAY)
    assert (action.action, action.owner, action.due, action.cost) == (
        TO_DO.action, TO_DO.owner, TO_DO.due, TO_DO.cost,
    )  # fmt: skip
    assert {row.known_by, action.known_by} == {made}
    assert (made.actor, made.reason) == (INSPECTOR.key, WHY)
    for reader in (TEAM, MUNICIPALITY, OFFICER):
        assert inspections_seen(reader).get() == visit


def test_what_was_handed_in_is_not_changed_by_anybody(visit: Inspection) -> None:
    says(INSPECTOR, visit, GATE, Answer.MET)
    hand_in(INSPECTOR, visit, WHY)
    for again in (
        lambda: give(INSPECTOR, visit, GATE, Says(Answer.NOT_MET), Says(Answer.MET).mark),
        lambda: hand_in(INSPECTOR, visit, WHY),
        lambda: call_off(INSPECTOR, visit, WHY),
        lambda: give(TEAM, visit, GATE, Says(Answer.MET), NOTHING.mark),
    ):
        with pytest.raises(Http404):
            again()
    assert Assessment.objects.get().answer is Answer.MET


def test_two_inspectors_answer_side_by_side_and_hand_in_each_their_own(visit: Inspection) -> None:
    says(INSPECTOR, visit, GATE, Answer.MET)
    hand_in(INSPECTOR, visit, WHY)
    says(COLLEAGUE, visit, GATE, Answer.NOT_MET)
    agree(COLLEAGUE, visit, GATE, TO_DO)
    hand_in(COLLEAGUE, visit, WHY)
    assert {row.assessor: row.answer for row in Assessment.objects.known()} == {
        INSPECTOR.key: Answer.MET,
        COLLEAGUE.key: Answer.NOT_MET,
    }


def test_nothing_is_overwritten_that_the_writer_did_not_see(visit: Inspection) -> None:
    give(INSPECTOR, visit, GATE, Says(Answer.MET), NOTHING.mark, "phone")
    with pytest.raises(Clash) as told:
        give(INSPECTOR, visit, GATE, Says(Answer.NOT_MET), NOTHING.mark, "laptop")
    assert told.value.there == Says(Answer.MET)
    give(INSPECTOR, visit, GATE, Says(Answer.NOT_MET), told.value.there.mark, "laptop")
    assert Sheet.objects.get().given.get().answer is Answer.NOT_MET


def test_who_did_not_hear_that_it_arrived_says_it_again(visit: Inspection) -> None:
    for word in (Answer.MET, Answer.MET, Answer.PARTLY):
        give(INSPECTOR, visit, GATE, Says(word), NOTHING.mark, "phone")
    assert Sheet.objects.get().given.get().answer is Answer.PARTLY


def test_all_that_is_left_to_do_is_told_at_once(visit: Inspection) -> None:
    begin(INSPECTOR, visit)
    with pytest.raises(ChangeRefused) as told:
        hand_in(INSPECTOR, visit, " ")
    assert codes(told) == ["edit_no_reason", "nothing_answered"]
    says(INSPECTOR, visit, GATE, Answer.NOT_MET)
    says(INSPECTOR, visit, HIGH, Answer.PARTLY)
    says(INSPECTOR, visit, MINOR, None, note="still to look at")
    before = Change.objects.count()
    with pytest.raises(ChangeRefused) as told:
        hand_in(INSPECTOR, visit, WHY)
    assert codes(told) == ["no_answer", "no_step", "no_step"]
    assert (Change.objects.count(), Assessment.objects.count()) == (before, 0)


def test_a_gap_is_left_without_an_action_only_by_saying_why(visit: Inspection) -> None:
    says(INSPECTOR, visit, GATE, Answer.NOT_MET)
    for half in (Agreed(action="Paint"), Agreed(), Agreed(TO_DO.action, TO_DO.owner, TO_DO.due, None, "no money")):
        with pytest.raises(ChangeRefused) as told:
            agree(INSPECTOR, visit, GATE, half)
        assert codes(told) == ["half_a_step"]
    with pytest.raises(ChangeRefused) as told:
        agree(INSPECTOR, visit, GATE, Agreed(TO_DO.action, TO_DO.owner, TODAY - WEEK))
    assert codes(told) == ["due_before"]
    agree(INSPECTOR, visit, GATE, Agreed(none_because="the building is left next week"))
    hand_in(INSPECTOR, visit, WHY)
    assert open_actions() == []
    assert visit.steps.get().none_because


def test_a_value_beyond_the_bar_is_a_gap_whatever_was_chosen(visit: Inspection) -> None:
    says(INSPECTOR, visit, GATE, Answer.MET, "3.5")
    with pytest.raises(ChangeRefused) as told:
        hand_in(INSPECTOR, visit, WHY)
    assert codes(told) == ["no_step"]


@pytest.mark.parametrize("value", ["three", "1e", "NaN", "4 m2", "1.2.3"])
def test_a_value_that_is_no_number_is_not_kept(visit: Inspection, value: str) -> None:
    with pytest.raises(ChangeRefused) as told:
        says(INSPECTOR, visit, GATE, Answer.MET, value, "x" * 2001)
    assert codes(told) == ["no_number", "too_long"]
    assert not Sheet.objects.filter(given__isnull=False).exists()


def test_a_visit_that_is_still_to_come_is_not_handed_in() -> None:
    ahead = plan(INSPECTOR, HERE, Wanted(Profile.EMERGENCY, Method.VISIT, TODAY + WEEK), WHY)
    says(INSPECTOR, ahead, GATE, Answer.MET)
    with pytest.raises(ChangeRefused) as told:
        hand_in(INSPECTOR, ahead, WHY)
    assert codes(told) == ["not_yet"]


def test_a_location_does_not_close_by_its_own_word_what_an_inspector_found() -> None:
    looked(INSPECTOR, Method.VISIT, TODAY - 2 * WEEK, {GATE: Answer.NOT_MET})
    looked(TEAM, Method.SELF, TODAY - WEEK, {GATE: Answer.MET})
    assert open_actions() == [GATE]
    again = plan(INSPECTOR, HERE, Wanted(Profile.EMERGENCY, Method.VISIT, TODAY), WHY)
    assert [norm.id for norm in asked(again).pages[LAST_TIME]] == [GATE]
    says(INSPECTOR, again, GATE, Answer.MET)
    hand_in(INSPECTOR, again, WHY)
    assert open_actions() == []
    assert Improvement.objects.known().get().done_on == TODAY


def test_a_location_closes_what_it_found_itself_and_not_what_children_say() -> None:
    looked(TEAM, Method.SELF, TODAY - 2 * WEEK, {GATE: Answer.NOT_MET, HIGH: Answer.NOT_MET})
    looked(TEAM, Method.CHILD_SURVEY, TODAY - WEEK, {HIGH: Answer.NOT_MET}, action=None)
    looked(TEAM, Method.SELF, TODAY, {GATE: Answer.MET, HIGH: Answer.MET})
    assert open_actions() == [HIGH]


def test_what_two_inspectors_do_not_agree_on_stays_open(visit: Inspection) -> None:
    looked(INSPECTOR, Method.VISIT, TODAY - WEEK, {GATE: Answer.NOT_MET})
    says(INSPECTOR, visit, GATE, Answer.PARTLY)
    hand_in(INSPECTOR, visit, WHY)
    says(COLLEAGUE, visit, GATE, Answer.MET)
    hand_in(COLLEAGUE, visit, WHY)
    assert open_actions() == [GATE]


def test_what_failed_last_time_is_asked_first_even_where_the_short_form_leaves_it_out() -> None:
    looked(INSPECTOR, Method.VISIT, TODAY - WEEK, {GATE: Answer.NOT_MET})
    full = plan(INSPECTOR, HERE, Wanted(Profile.FULL, Method.VISIT, TODAY), WHY)
    only_full = next(norm.id for norm in asked(full).norms if not norm.is_core)
    says(INSPECTOR, full, only_full, Answer.NOT_MET)
    agree(INSPECTOR, full, only_full, TO_DO)
    hand_in(INSPECTOR, full, WHY)
    short = asked(plan(INSPECTOR, HERE, Wanted(Profile.EMERGENCY, Method.VISIT, TODAY + WEEK), WHY))
    assert {norm.id for norm in short.pages[LAST_TIME]} == {GATE, only_full}
    everywhere = [norm.id for norms in short.pages.values() for norm in norms]
    assert len(everywhere) == len(set(everywhere)) == len(short.norms)


def test_a_visit_that_is_called_off_is_kept_with_its_reason(visit: Inspection) -> None:
    with pytest.raises(ChangeRefused):
        call_off(INSPECTOR, visit, " ")
    call_off(INSPECTOR, visit, "the road was closed")
    assert not planned(INSPECTOR, TODAY).exists()
    assert Inspection.objects.get().dropped_because == "the road was closed"
    with pytest.raises(Http404):
        begin(INSPECTOR, visit)


def test_reminders_come_to_who_fills_in_and_to_who_sees_to_an_action(visit: Inspection) -> None:
    def found(actor: Actor, code: str, on: date = TODAY) -> list[tuple[str, bool]]:
        lists = (each for each in worklists_for(actor) if each.code == code)
        return [(entry.other or entry.location, entry.late) for each in lists for entry in each.find(actor, on)]

    assert found(INSPECTOR, "inspections") == [(visit.key, False)]
    assert found(INSPECTOR, "inspections", TODAY + WEEK) == [(visit.key, True)]
    assert found(TEAM, "inspections") == []
    says(INSPECTOR, visit, GATE, Answer.NOT_MET)
    agree(INSPECTOR, visit, GATE, replace(TO_DO, owner=Role.PLACEMENT_OFFICER.value))
    says(INSPECTOR, visit, HIGH, Answer.NOT_MET)
    agree(INSPECTOR, visit, HIGH, TO_DO)
    hand_in(INSPECTOR, visit, WHY)
    assert found(INSPECTOR, "inspections") == []
    assert found(OFFICER, "own-actions") == [(HERE, False)]
    assert found(TEAM, "improvements", TODAY + 5 * WEEK) == [(HERE, True)] * 2
