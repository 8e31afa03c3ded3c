# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The cycle on its page: played with the real days of the first one, and written down by who may say so, in order."""

import csv
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from page import validate_pdf_bytes

from luwte.model.cycles import CycleStep, MunicipalStatus, Status, Step
from luwte.model.marks import Mark
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.registry import models
from luwte_web.registry.cycle_statuses import statuses_for, write_status
from luwte_web.registry.cycle_steps import write_step
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.services import change, know
from web.people.few import AUDITOR, GUARDIAN, INSPECTOR, MINISTRY, MUNICIPALITY, OFFICER, PROVINCE, TEAM_NORTH
from web.people.few_tables import AMSTERDAM, GRONINGEN, TODAY
from web.people.test_people_pages import As, signed_in
from web.triage.test_triage_pages import words

__all__ = ["signed_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
WHY, SOURCE = "as published", "Government Gazette 2026, 1"
PAGE, STEP, STATUS = "/en/law/cycle/", "/en/law/cycle/step/", "/en/law/cycle/status/"
BEFORE_TODAY = TODAY - timedelta(days=30)
NOT_MINISTRY = [OFFICER, INSPECTOR, MUNICIPALITY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH]


def done(step: Step, on: date = BEFORE_TODAY, **more: Any) -> CycleStep:
    return CycleStep(2026, step, on, SOURCE, Mark.PUBLISHED, **more)


def held(status: Status, since: date = BEFORE_TODAY, code: str = GRONINGEN, cycle: int = 2026) -> MunicipalStatus:
    return MunicipalStatus(cycle, code, status, since)


def codes(refused: pytest.ExceptionInfo[ChangeRefused]) -> list[str]:
    return [finding.kind.code for finding in refused.value.findings]


def table(browser: Client, key: str, **asked: str) -> dict[str, list[str]]:
    saved = browser.get(PAGE, {"table": key, "as": "csv", **asked}).content.decode("utf-8-sig")
    return {row[0]: row for row in csv.reader(saved.splitlines()[1:])}


@pytest.mark.parametrize(
    ("on", "told", "not_yet"),
    [
        ("2024-02-01", [], ["6,000", "101,500", "74,500"]),
        ("2024-12-23", ["7 of the twelve provinces", "about 6,000", "101,500", "5,500 more"], ["74,500"]),
        ("2025-07-01", ["101,500", "74,500 were there on 1 July 2025"], []),
    ],
)
def test_the_first_cycle_is_played_day_by_day(client: Client, on: str, told: list[str], not_yet: list[str]) -> None:
    said = words(client.get(PAGE, {"cycle": "2024", "on": on}).content)
    lead = said[: said.index("From estimate to the end")]
    assert all(each in lead for each in told)
    assert not any(each in lead for each in not_yet)


def test_every_step_of_the_first_cycle_has_its_day_and_its_lateness(client: Client) -> None:
    rows = {name: (row[2], row[3], row[5]) for name, row in table(client, "steps", cycle="2024").items()}
    assert rows["Estimate of the need"] == ("2024-01-31", "2024-01-31", "0")
    assert rows["Commissioners' reports"] == ("2024-10-31", "2024-10-31", "0")
    assert rows["Distribution decisions"] == ("2024-12-30", "2024-12-23", "-7")
    assert rows["Places made available"][0] == "2025-07-01"


def test_the_five_quantities_stand_apart_beside_what_was_published(client: Client) -> None:
    rows = table(client, "five", cycle="2024")
    published = {name.partition(":")[0]: row[2] for name, row in rows.items()}
    assert published == {
        "Indicative": "96002", "Agreed": "", "Binding": "101500", "Realised": "74500", "Realised and durable": "",
    }  # fmt: skip
    assert "second-hand" in rows["Binding: what the decisions ask"][3]


def test_the_page_is_a_document_that_a_checker_accepts(client: Client) -> None:
    answer = client.get(f"{PAGE}paper/", {"cycle": "2024"})
    assert validate_pdf_bytes(answer.content, profile="ua1").is_compliant


def test_what_the_estimate_was_worth_on_years_held_back_stands_beside_what_was_published(client: Client) -> None:
    assert "96,000" in {row[2] for row in csv.reader(_lines(client, "beside"))}
    assert len(list(csv.reader(_lines(client, "coverage")))) == 2


def _lines(client: Client, key: str) -> list[str]:
    saved: str = client.get(PAGE, {"table": key, "as": "csv"}).content.decode("utf-8-sig")
    return saved.splitlines()[1:]


def test_a_step_is_one_decision_with_its_reason_on_the_log() -> None:
    write_step(MINISTRY, done(Step.CONSULTATION), WHY)
    made, line = Change.objects.latest("id"), Line.objects.latest("number")
    assert (made.actor, made.reason, line.act) == (MINISTRY.key, WHY, "decide")
    assert models.CycleStep.objects.known().get().known_by == made


def test_a_step_without_a_last_day_is_done_once_its_day_is_known(client: Client, signed_in: As) -> None:
    assert table(client, "steps", cycle="2024")["Consultation in the provinces"][4] == "done, day not known"
    write_step(MINISTRY, done(Step.CONSULTATION), WHY)
    told = table(signed_in(MINISTRY), "steps", cycle="2026")["Consultation in the provinces"]
    assert told[2:6] == ["", BEFORE_TODAY.isoformat(), "done", ""]


@pytest.mark.parametrize("actor", NOT_MINISTRY)
def test_nobody_but_the_ministry_writes_a_step(signed_in: As, actor: Actor) -> None:
    with pytest.raises(Http404):
        write_step(actor, done(Step.CONSULTATION), WHY)
    assert signed_in(actor).get(STEP).status_code == 404


@pytest.mark.parametrize(
    ("step", "reason", "wrong"),
    [
        (done(Step.DECISION), WHY, ["law.step_before_its_turn"]),
        (done(Step.CONSULTATION), " ", ["edit_no_reason"]),
        (CycleStep(2026, Step.CONSULTATION, TODAY, " ", Mark.PUBLISHED), "", ["edit_no_reason", "cycle_no_source"]),
        (done(Step.CONSULTATION, TODAY + timedelta(days=1)), WHY, ["cycle_day_ahead"]),
        (done(Step.ESTIMATE, date(2026, 2, 27)), WHY, ["cycle_known_already"]),
    ],
)
def test_what_the_act_does_not_allow_or_nobody_can_know_is_refused(
    step: CycleStep, reason: str, wrong: list[str]
) -> None:
    with pytest.raises(ChangeRefused) as refused:
        write_step(MINISTRY, step, reason)
    assert codes(refused) == wrong
    assert not models.CycleStep.objects.exists()


def test_an_estimate_that_is_changed_keeps_the_one_before(signed_in: As) -> None:
    browser = signed_in(MINISTRY)
    sent = {"cycle": "2026", "step": "estimate", "on": BEFORE_TODAY.isoformat(), "places": "91000", "source": SOURCE}
    answer = browser.post(STEP, sent | {"mark": "published", "reason": WHY})
    assert answer.status_code == 302
    saved = browser.get(PAGE, {"table": "versions", "as": "csv", "cycle": "2026"}).content.decode("utf-8-sig")
    assert [row[1:3] for row in csv.reader(saved.splitlines()[1:])] == [
        ["2026-02-27", "88000"], [BEFORE_TODAY.isoformat(), "91000"],
    ]  # fmt: skip
    assert table(browser, "steps", cycle="2026")["Estimate of the need"][5] == "27"


def test_what_was_typed_is_kept_and_the_article_is_told(signed_in: As) -> None:
    sent = {"cycle": "2026", "step": "decision", "on": TODAY.isoformat(), "source": SOURCE, "mark": "published"}
    answer = signed_in(MINISTRY).post(STEP, sent | {"reason": WHY})
    assert answer.status_code == 400
    assert "cannot be done before" in words(answer.content)
    assert SOURCE in answer.content.decode()


MAY = [
    (MUNICIPALITY, GRONINGEN, {Status.IN_CONSULTATION, Status.LATE_REPORTED}),
    (MUNICIPALITY, AMSTERDAM, set()),
    (PROVINCE, AMSTERDAM, {Status.IN_CONSULTATION, Status.AGREED, Status.NOT_AGREED}),
    (PROVINCE, GRONINGEN, set()),
    (MINISTRY, GRONINGEN, set(Status)),
    *((actor, GRONINGEN, set()) for actor in (OFFICER, INSPECTOR, AUDITOR, GUARDIAN, TEAM_NORTH)),
]


@pytest.mark.parametrize(("actor", "municipality", "may"), MAY)
def test_each_says_of_a_municipality_what_is_for_them_to_say(actor: Actor, municipality: str, may: set[Status]) -> None:
    assert set(statuses_for(actor).get(municipality, ())) == may
    for status in set(Status) - may:
        with pytest.raises(Http404):
            write_status(actor, held(status, code=municipality), WHY)


def test_a_municipality_reports_at_once_that_it_will_be_late(signed_in: As) -> None:
    with change(SYSTEM, WHY) as made:
        late = {"cycle": 2024, "municipality": GRONINGEN, "places": 900}
        know(made, models.Decision(**late, decided_on=date(2024, 12, 23), available_by=date(2025, 7, 1)))
    for status in (Status.INDICATIVE, Status.IN_CONSULTATION, Status.AGREED, Status.NAMED, Status.REALISING):
        write_status(MINISTRY, held(status, date(2024, 12, 24), cycle=2024), WHY)
    browser = signed_in(MUNICIPALITY)
    assert table(browser, "short", cycle="2024")["Groningen"][3] == ""
    sent = {"cycle": "2024", "municipality": GRONINGEN, "status": "late_reported", "since": "2025-06-01"}
    assert browser.post(STATUS, sent | {"reason": "letter of 1 June"}).status_code == 302
    assert table(browser, "short", cycle="2024")["Groningen"][3:5] == ["2025-06-01", "late, and reported"]
    line = Line.objects.latest("number")
    assert (line.act, line.kind, line.thing) == ("write", "municipality", GRONINGEN)


@pytest.mark.parametrize("first", [status for status in Status if status is not Status.INDICATIVE])
def test_a_cycle_begins_with_an_indicative_number(first: Status) -> None:
    with pytest.raises(ChangeRefused) as refused:
        write_status(MINISTRY, held(first), WHY)
    assert codes(refused) == ["law.status_not_the_first"]


def test_nobody_is_late_without_report_while_the_term_runs() -> None:
    with change(SYSTEM, WHY) as made:
        asked = {"cycle": 2026, "municipality": GRONINGEN, "places": 900, "decided_on": BEFORE_TODAY}
        know(made, models.Decision(**asked, available_by=TODAY + timedelta(days=150)))
    for status in (Status.INDICATIVE, Status.IN_CONSULTATION, Status.AGREED, Status.NAMED, Status.REALISING):
        write_status(MINISTRY, held(status), WHY)
    with pytest.raises(ChangeRefused) as refused:
        write_status(MINISTRY, held(Status.LATE_UNREPORTED, TODAY), WHY)
    assert codes(refused) == ["law.status_term_runs"]
    write_status(MUNICIPALITY, held(Status.LATE_REPORTED, TODAY), "letter of today")


def test_tables_that_tell_what_the_act_does_not_allow_leave_the_page_there_and_say_so(signed_in: As) -> None:
    with change(SYSTEM, WHY) as made:
        told = {"cycle": 2026, "step": Step.END, "on": TODAY, "source": SOURCE, "mark": Mark.PUBLISHED}
        know(made, models.CycleStep(**told))
    answer = signed_in(MINISTRY).get(PAGE, {"cycle": "2026"})
    assert answer.status_code == 200
    assert "what the Act does not allow" in words(answer.content)
