# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The first cycle played whole in the registry: reports in, what is short divided, decided with reasons, and after."""

import csv
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import Http404
from django.test import Client
from page import validate_pdf_bytes

from luwte.law.remainder import Scope, Way
from luwte.model.cycles import CycleStep, MunicipalStatus, Status, Step
from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte_web.accounts.actors import Actor
from luwte_web.audit.models import Line
from luwte_web.registry import models
from luwte_web.registry.cycle_statuses import write_status
from luwte_web.registry.cycle_steps import write_step
from luwte_web.registry.deciding_distribution import Chosen, decide
from luwte_web.registry.law_tables import law_tables_now
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import ChangeRefused
from web.law_national.first_cycle import (
    BINDING,
    DECIDED,
    DUE,
    NOW,
    NUMBER,
    REALISED,
    REMAINDER,
    offered,
    open_places,
    write_offers,
)
from web.people.few import AUDITOR, GUARDIAN, INSPECTOR, MINISTRY, MUNICIPALITY, OFFICER, PROVINCE, TEAM_NORTH
from web.people.few_tables import AMSTERDAM, GRONINGEN
from web.people.test_people_pages import As, signed_in
from web.triage.test_triage_pages import words

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db
WHY = "Each province carries its own.\nWho offered its number did its part."
SOURCE = "Government Gazette 2024, 1"
COUNTRY, DECIDE, DECISION = "/en/law/country/", "/en/law/country/decide/", "/en/law/country/decision/"
CHOSEN = Chosen(2024, Way.KEY_EXEMPTING, Scope.PROVINCE, DECIDED, DUE, SOURCE)
NOT_MINISTRY = [OFFICER, INSPECTOR, MUNICIPALITY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH]


@pytest.fixture(autouse=True)
def offers(db: None) -> None:
    write_offers()


def tables() -> Dataset:
    now = law_tables_now()
    assert now is not None
    return now


def taken(chosen: Chosen = CHOSEN, why: str = WHY) -> None:
    """Decide by what stands in the tables now."""
    decide(MINISTRY, chosen, why, chosen.drafted(tables()).fingerprint)


def codes(refused: pytest.ExceptionInfo[ChangeRefused]) -> list[str]:
    return [finding.kind.code for finding in refused.value.findings]


def rows(browser: Client, key: str, page: str = COUNTRY, **asked: str) -> list[list[str]]:
    saved = browser.get(page, {"table": key, "as": "csv", "cycle": "2024", **asked}).content.decode("utf-8-sig")
    return list(csv.reader(saved.splitlines()[1:]))


def address(chosen: Chosen, **more: str) -> str:
    asked = {"cycle": chosen.cycle, "way": chosen.way.value, "scope": chosen.scope.value}
    days = {"decided_on": chosen.decided_on.isoformat(), "available_by": (chosen.available_by or "")}
    return f"{DECIDE}?{urlencode(asked | days | more)}"


def test_seven_provinces_are_short_of_six_thousand_places(signed_in: As) -> None:
    browser = signed_in(MINISTRY)
    said = words(browser.get(COUNTRY, {"cycle": "2024"}).content)
    assert "7 provinces are short of their numbers by the tables, together 6,000 places" in said
    assert "about 6,000 places were assigned" in said
    provinces = rows(browser, "provinces")
    assert sum(int(row[3]) for row in provinces) == REMAINDER
    assert sum(int(row[3]) > 0 for row in provinces) == 7
    assert sum(int(row[4]) for row in provinces) == BINDING - sum(NUMBER.values())


def test_every_way_assigns_all_that_is_short_and_tells_how_even_it_is(signed_in: As) -> None:
    browser = signed_in(MINISTRY)
    assigned = rows(browser, "assigned")
    assert [sum(int(row[4 + way]) for row in assigned) for way in range(6)] == [REMAINDER] * 6
    assert all(0 < float(row[2]) < 1 for row in rows(browser, "ways"))


def test_the_first_cycle_is_played_from_estimate_to_realised(signed_in: As) -> None:
    taken()
    open_places()
    browser = signed_in(MINISTRY)
    said = words(browser.get("/en/law/cycle/", {"cycle": "2024"}).content)
    assert "5,500 more than the estimate of 96,000" in said
    five = {row[0].partition(":")[0]: row[1:3] for row in rows(browser, "five", "/en/law/cycle/")}
    assert five["Indicative"] == ["96001", "96002"]  # the key as it is computed here, beside what was published
    assert five["Binding"] == [str(BINDING), "101500"]
    assert five["Realised"] == [str(REALISED), "74500"]
    late = rows(browser, "short", "/en/law/cycle/")
    assert sum(int(row[7]) for row in late) >= BINDING - REALISED
    assert {row[1] for row in late} == {DUE.isoformat()}


def test_a_decision_is_one_change_with_its_reasons_on_the_log() -> None:
    before = Change.objects.count()
    taken()
    made, line = Change.objects.latest("id"), Line.objects.latest("number")
    assert (Change.objects.count(), made.actor, made.reason, line.act) == (before + 1, MINISTRY.key, WHY, "decide")
    known = models.Decision.objects.known()
    assert sum(row.places for row in known) == BINDING
    assert {(row.known_by_id, row.decided_on, row.available_by) for row in known} == {(made.pk, DECIDED, DUE)}


def test_who_offers_its_number_is_asked_that_and_the_others_carry_what_is_short() -> None:
    taken()
    asked, offers = {row.municipality: row.places for row in models.Decision.objects.known()}, offered()
    enough = {code for code, number in NUMBER.items() if offers[code] >= number}
    assert {code: asked[code] for code in enough} == {code: offers[code] for code in enough}
    assert sum(asked[code] - offers[code] for code in NUMBER.keys() - enough) == REMAINDER


@pytest.mark.parametrize("actor", NOT_MINISTRY)
def test_nobody_but_the_ministry_decides(signed_in: As, actor: Actor) -> None:
    with pytest.raises(Http404):
        decide(actor, CHOSEN, WHY, CHOSEN.drafted(tables()).fingerprint)
    assert signed_in(actor).get(address(CHOSEN)).status_code == 404
    assert not models.Decision.objects.exists()


@pytest.mark.parametrize(
    ("changed", "reasons", "wrong"),
    [
        ({}, "  ", ["edit_no_reason"]),
        ({"source": ""}, WHY, ["cycle_no_source"]),
        ({"decided_on": date(2026, 3, 2), "available_by": None}, WHY, ["cycle_day_ahead"]),
        ({"available_by": date(2025, 6, 22)}, WHY, ["law.decision_term_too_short"]),
        ({"cycle": 2026, "decided_on": NOW, "available_by": None}, WHY, ["law.step_before_its_turn"]),
    ],
)
def test_what_contradicts_the_act_is_refused_and_nothing_is_written(
    changed: dict[str, Any], reasons: str, wrong: list[str]
) -> None:
    chosen = replace(CHOSEN, **changed)
    seen = "" if "term_too_short" in wrong[0] else chosen.drafted(tables()).fingerprint
    with pytest.raises(ChangeRefused) as refused:
        decide(MINISTRY, chosen, reasons, seen)
    assert codes(refused) == wrong
    assert not models.Decision.objects.exists()


def test_a_term_of_six_months_to_the_day_is_allowed_and_none_named_is_that() -> None:
    taken(replace(CHOSEN, available_by=date(2025, 6, 23)))
    assert CHOSEN.drafted(tables()).least_term == date(2025, 6, 23)
    assert replace(CHOSEN, available_by=None).drafted(tables()).available_by == date(2025, 6, 23)


def test_a_draft_that_is_not_so_any_more_is_not_decided() -> None:
    with pytest.raises(ChangeRefused) as refused:
        decide(MINISTRY, CHOSEN, WHY, "another draft")
    assert codes(refused) == ["distribution_other_numbers"]


def test_nothing_is_taken_from_an_earlier_decision_in_silence_and_what_it_asked_stays() -> None:
    taken()
    other = replace(CHOSEN, way=Way.GAP, scope=Scope.COUNTRY, decided_on=date(2025, 2, 1), available_by=None)
    with pytest.raises(ChangeRefused) as refused:
        taken(other)
    assert codes(refused) == ["distribution_earlier_decision"]
    first = {row.municipality: row.places for row in models.Decision.objects.known()}
    taken(replace(other, changes_earlier=True, far_reaching=False))
    earlier = models.Decision.objects.exclude(superseded_by=None)
    assert {row.municipality: row.places for row in earlier} == first
    step = models.CycleStep.objects.known().get()
    assert (step.step, step.on, step.places) == (Step.DECISION, date(2025, 2, 1), BINDING)


def test_a_far_reaching_change_asks_for_the_consultation_once_more() -> None:
    taken()
    other = replace(CHOSEN, way=Way.GAP, decided_on=date(2025, 2, 1), available_by=None, changes_earlier=True)
    with pytest.raises(ChangeRefused) as refused:
        taken(replace(other, far_reaching=True))
    assert codes(refused) == ["law.change_repeats"]


def test_the_same_decision_is_not_taken_twice() -> None:
    taken()
    with pytest.raises(ChangeRefused) as refused:
        taken()
    assert codes(refused) == ["distribution_nothing_new"]


def test_who_stands_at_the_table_is_named_and_who_stands_elsewhere_is_left_to_people() -> None:
    for code, last in ((GRONINGEN, Status.AGREED), (AMSTERDAM, Status.IN_CONSULTATION)):
        for status in (Status.INDICATIVE, Status.IN_CONSULTATION, Status.AGREED):
            write_status(MINISTRY, MunicipalStatus(2024, code, status, date(2024, 10, 1)), "at the table")
            if status is last:
                break
    taken()
    now = {row.municipality: row.status for row in models.MunicipalStatus.objects.known().order_by("id")}
    assert now == {GRONINGEN: Status.NAMED, AMSTERDAM: Status.IN_CONSULTATION}


def test_the_second_cycle_is_decided_once_its_reports_are_in() -> None:
    for step in (Step.CONSULTATION, Step.REPORT):
        write_step(MINISTRY, CycleStep(2026, step, NOW, SOURCE, Mark.PUBLISHED), "in time")
    taken(replace(CHOSEN, cycle=2026, decided_on=NOW, available_by=None))
    assert {row.amv_places for row in models.Decision.objects.known()} == {None}  # their need is not known
    assert models.CycleStep.objects.known().filter(step=Step.DECISION).count() == 1


def test_the_ministry_looks_first_and_then_decides_on_the_page(signed_in: As) -> None:
    browser = signed_in(MINISTRY)
    page = browser.get(address(CHOSEN))
    said = words(page.content)
    assert "101,500 places of 342 municipalities, 6,000 of them assigned; there on 1 July 2025" in said
    seen = page.context["form"].initial["seen"]
    sent = {"source": SOURCE, "reason": "", "seen": seen}
    kept = browser.post(address(CHOSEN), sent)
    assert (kept.status_code, SOURCE in kept.content.decode()) == (400, True)
    assert browser.post(address(CHOSEN), sent | {"reason": WHY}).status_code == 302
    assert models.Decision.objects.known().count() == len(NUMBER)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_draft_and_a_decision_are_documents_that_a_checker_accepts(signed_in: As, language: str) -> None:
    begin = "/en/law/country" if language == "en" else "/wet/landelijk"
    drafted, decision = ("draft", "decision") if language == "en" else ("concept", "besluit")
    browser = signed_in(MINISTRY)
    days = {"cycle": "2024", "decided_on": DECIDED.isoformat(), "available_by": DUE.isoformat()}
    draft = browser.get(f"{begin}/{drafted}/key_exempting/province/", days)
    nothing = browser.get(f"{begin}/{decision}/", {"cycle": "2024"})
    assert (draft["Content-Type"], nothing["Content-Type"].partition(";")[0]) == ("application/pdf", "text/html")
    taken()
    decided = browser.get(f"{begin}/{decision}/", {"cycle": "2024", "province": "Groningen"})
    assert "PV20" in decided["Content-Disposition"]
    for each in (draft, decided):
        assert validate_pdf_bytes(each.content, profile="ua1").is_compliant


@pytest.mark.parametrize("asked", ["nonsense/province/", "key/nonsense/", "key/province/?province=Nowhere",
                                   "key/province/?available_by=2024-01-01"])  # fmt: skip
def test_a_draft_of_what_is_not_there_is_not_there(client: Client, asked: str) -> None:
    assert client.get(f"/en/law/country/draft/{asked}").status_code == 404
