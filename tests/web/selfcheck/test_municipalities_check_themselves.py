# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A municipality checks itself: on one page, at once, its own alone; and sees what changed since the time before."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404

from luwte.data import read
from luwte.model.quality import Answer
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.registry import exporting
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.models import Change, SelfCheck
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.selfchecking import Says, check, said_today
from luwte_web.registry.services import change, know
from luwte_web.worklists.lists import worklists_for
from web.people import few
from web.people.few import (
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OFFICER,
    PARTNER,
    PROVINCE,
    TEAM_NORTH,
)
from web.people.few_tables import AMSTERDAM, GRONINGEN, TODAY
from web.people.test_people_pages import As, signed_in
from web.triage.test_triage_pages import words

__all__ = ["signed_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
WHO, WHY = "policy officer", "the yearly check"
HEAVY, LIGHT, TASK = "MUN-102", "MUN-405", "MUN-801"
NO, YES = Says(Answer.NOT_MET), Says(Answer.MET)
ANSWERS, FORM = (f"/en/municipalities/{GRONINGEN}/self-check/{page}/" for page in ("answers", "fill-in"))
COLLEAGUE = replace(MUNICIPALITY, key="u-colleague")
PROVINCE_THERE = replace(PROVINCE, roles=(replace(PROVINCE.roles[0], within="PV20"),))


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def before(answer: Answer, norm: str = HEAVY) -> None:
    """What was answered a year ago."""
    about = {"municipality": GRONINGEN, "indicator": norm, "respondent": WHO, "date": TODAY - timedelta(days=365)}
    with change(SYSTEM, WHY) as made:
        know(made, SelfCheck(**about, answer=answer))


def sent(**more: Any) -> dict[str, Any]:
    return {"respondent": WHO, "reason": WHY, f"{HEAVY}-answer": "not_met", **more}


def rows(page: Any) -> dict[str, list[str]]:
    saved = page.get(ANSWERS, {"table": "answers", "as": "csv"}).content.decode("utf-8-sig")
    return {row[0]: row for row in csv.reader(saved.splitlines()[1:])}


def codes(refused: pytest.ExceptionInfo[ChangeRefused]) -> list[str]:
    return [finding.kind.code for finding in refused.value.findings]


def test_all_answers_are_one_change_with_its_reason_on_the_log() -> None:
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: NO, LIGHT: YES}, WHY)
    made, line = Change.objects.latest("id"), Line.objects.latest("number")
    assert (made.actor, made.reason, {row.known_by for row in said_today(GRONINGEN)}) == (MUNICIPALITY.key, WHY, {made})
    assert (line.act, line.kind, line.thing) == ("write", "municipality", GRONINGEN)
    assert {row.indicator for row in said_today(GRONINGEN)} == {HEAVY, LIGHT}


@pytest.mark.parametrize("actor", [OFFICER, INSPECTOR, MINISTRY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH, PARTNER])
def test_nobody_else_answers_for_a_municipality(signed_in: As, actor: Actor) -> None:
    with pytest.raises(Http404):
        check(actor, GRONINGEN, WHO, {HEAVY: NO}, WHY)
    assert signed_in(actor).get(FORM).status_code == 404
    assert not SelfCheck.objects.exists()


def test_a_municipality_answers_for_itself_alone(signed_in: As) -> None:
    with pytest.raises(Http404):
        check(MUNICIPALITY, AMSTERDAM, WHO, {HEAVY: NO}, WHY)
    for page in (ANSWERS, FORM):
        assert signed_in(MUNICIPALITY).get(page).status_code == 200
        assert signed_in(MUNICIPALITY).get(page.replace(GRONINGEN, AMSTERDAM)).status_code == 404
        assert signed_in(MUNICIPALITY).get(page.replace(GRONINGEN, "GM9999")).status_code == 404


@pytest.mark.parametrize("actor", [GUARDIAN, PARTNER, PROVINCE])
def test_who_reads_no_figures_there_finds_no_answers(signed_in: As, actor: Actor) -> None:
    assert signed_in(actor).get(ANSWERS).status_code == 404


@pytest.mark.parametrize(
    ("who", "reason", "says", "code"),
    [
        (" ", WHY, {HEAVY: NO}, "selfcheck_nobody"),
        (WHO, " ", {HEAVY: NO}, "edit_no_reason"),
        (WHO, WHY, {}, "selfcheck_nothing_answered"),
        (WHO, WHY, {HEAVY: replace(NO, owner="alderman")}, "selfcheck_half_an_action"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(who: str, reason: str, says: Any, code: str) -> None:
    with pytest.raises(ChangeRefused) as refused:
        check(MUNICIPALITY, GRONINGEN, who, says, reason)
    assert codes(refused) == [code]
    assert not SelfCheck.objects.exists()


def test_a_norm_that_is_not_for_municipalities_is_not_there() -> None:
    with pytest.raises(Http404):
        check(MUNICIPALITY, GRONINGEN, WHO, {"HOU-001": NO}, WHY)


def test_an_answer_of_today_is_said_anew_and_what_is_left_open_stays() -> None:
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: NO, LIGHT: YES}, WHY)
    seen = list(map(mark, said_today(GRONINGEN)))
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: YES}, WHY, seen)
    assert {row.indicator: row.answer for row in said_today(GRONINGEN)} == {HEAVY: Answer.MET, LIGHT: Answer.MET}
    assert SelfCheck.objects.count() == 3


def test_nobody_writes_over_what_a_colleague_answered_under_the_same_role() -> None:
    check(COLLEAGUE, GRONINGEN, WHO, {HEAVY: NO}, WHY)
    with pytest.raises(ChangeRefused) as refused:
        check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: YES}, WHY)
    assert codes(refused) == ["edit_changed_since"]
    (theirs,) = said_today(GRONINGEN)
    check(COLLEAGUE, GRONINGEN, WHO, {HEAVY: Says(Answer.PARTLY)}, WHY, [mark(theirs)])
    with pytest.raises(ChangedSince) as since:
        check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: YES}, WHY, [mark(theirs)])
    assert since.value.differences == {"answer": (Answer.NOT_MET, Answer.PARTLY)}


def test_two_roles_stand_side_by_side(signed_in: As) -> None:
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: YES}, WHY)
    check(COLLEAGUE, GRONINGEN, "alderman", {HEAVY: NO}, WHY)
    row = rows(signed_in(PROVINCE_THERE))[HEAVY]
    assert row[3] == "not met"
    assert "alderman, not met; policy officer, met" in row[4]


def test_the_form_saves_all_at_once_and_tells_which_gaps_have_no_action(signed_in: As) -> None:
    before(Answer.MET)
    saved = signed_in(MUNICIPALITY).post(FORM, sent(**{f"{LIGHT}-answer": "met", f"{TASK}-answer": "met"}))
    assert (saved.status_code, saved["Location"]) == (302, ANSWERS)
    page = words(signed_in(MUNICIPALITY).get(ANSWERS).content)
    assert "3 of 25 questions are answered" in page
    assert "1 gap weighs heavily, and nothing is agreed about it." in page
    _, _, _, counts, _, time_before, since, *_ = rows(signed_in(MUNICIPALITY))[HEAVY]
    assert (counts, since) == ("not met", "worse")
    assert time_before.endswith(f"{WHO}, met")


def test_what_was_typed_stays_until_all_of_it_can_be_saved(signed_in: As) -> None:
    typed = sent(**{f"{HEAVY}-action": "Choose a limit of our own", f"{LIGHT}-note": "a fund for initiatives"})
    answer = signed_in(MUNICIPALITY).post(FORM, typed)
    page = words(answer.content)
    assert answer.status_code == 400
    assert not SelfCheck.objects.exists()
    for part in ("Choose a limit of our own", "a fund for initiatives", "Nothing is saved yet", f'href="#q-{LIGHT}"'):
        assert part in page
    whole = {f"{HEAVY}-owner": "alderman", f"{HEAVY}-due": str(TODAY + timedelta(days=30)), f"{LIGHT}-answer": "partly"}
    assert signed_in(MUNICIPALITY).post(FORM, typed | whole).status_code == 302
    page = words(signed_in(MUNICIPALITY).get(ANSWERS).content)
    assert "Choose a limit of our own (alderman, by" in page
    assert "weighs heavily, and nothing" not in page


def test_a_day_that_is_over_and_a_value_that_is_no_number_are_told_where_they_stand(signed_in: As) -> None:
    wrong = {f"{HEAVY}-action": "a", f"{HEAVY}-owner": "b", f"{HEAVY}-due": str(TODAY - timedelta(days=1))}
    page = words(signed_in(MUNICIPALITY).post(FORM, sent(**wrong, **{f"{TASK}-value": "most"})).content)
    assert "This day is over." in page
    assert f'href="#q-{TASK}"' in page


def test_a_number_is_written_as_in_the_language_of_the_page(signed_in: As) -> None:
    dutch = f"/gemeenten/{GRONINGEN}/zelftoets/invullen/"
    given = sent(**{f"{TASK}-answer": "met", f"{TASK}-value": "84,5"})
    assert signed_in(MUNICIPALITY).post(dutch, given).status_code == 302
    assert {row.indicator: row.value for row in said_today(GRONINGEN)}[TASK] == "84.5"
    assert rows(signed_in(MUNICIPALITY))[TASK][3] == "not met"  # beyond the bar, whatever was answered


def test_what_was_said_goes_out_as_a_table_and_reads_back(tmp_path: Path) -> None:
    due = TODAY + timedelta(days=30)
    told = Says(Answer.PARTLY, "", "minutes of the council", "Choose a limit", "alderman", due)
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: told}, WHY)
    exporting.export(tmp_path / "out", SYSTEM)
    (said,) = read(tmp_path / "out").selfchecks
    assert (said.municipality, said.indicator, said.answer, said.action, said.due) == (
        GRONINGEN,
        HEAVY,
        Answer.PARTLY,
        "Choose a limit",
        due,
    )


def waiting(actor: Actor) -> list[tuple[str, bool]]:
    (found,) = (each for each in worklists_for(actor) if each.code == "self-check")
    return [(entry.what.format(**entry.params), entry.late) for entry in found.find(actor, TODAY)]


def test_what_waits_stands_on_the_worklist_until_it_is_done() -> None:
    assert waiting(MUNICIPALITY) == [("Nobody has filled in the self-check yet.", False)]
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: NO, LIGHT: NO}, WHY)
    (gap,) = waiting(MUNICIPALITY)
    assert gap == (f"A gap weighs heavily, and nothing is agreed about it: {HEAVY}.", False)
    agreed = replace(NO, action="Choose a limit", owner="alderman", due=TODAY + timedelta(days=30))
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: agreed}, WHY, list(map(mark, said_today(GRONINGEN))))
    assert waiting(MUNICIPALITY) == [(f"Choose a limit ({HEAVY})", False)]
    check(MUNICIPALITY, GRONINGEN, WHO, {HEAVY: YES}, WHY, list(map(mark, said_today(GRONINGEN))))
    assert waiting(MUNICIPALITY) == []
