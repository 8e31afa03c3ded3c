# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A municipality offers a site, people look at it before it opens, and what was agreed is followed after that."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404

from luwte.data import read
from luwte.model.marks import Mark
from luwte.model.places import Operator
from luwte.model.pledges import OfferStatus
from luwte.model.sites import ConditionKind, ConditionState, OperationTask, Responsible
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.registry import exporting
from luwte_web.registry.conditions import look_at, set_condition
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.models import Change, Condition, LocationFacts, OfferFacts, Operation
from luwte_web.registry.offering import offer_of, withdraw_offer, write_offer
from luwte_web.registry.operating import operations_at, write_operation
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.services import change, correct
from luwte_web.worklists.lists import worklists_for
from web.people import few
from web.people.few import (
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OF_NORTH_HOLLAND,
    OFFICER,
    PARTNER,
    PROVINCE,
    TEAM_NORTH,
)
from web.people.few_tables import AMSTERDAM, GRONINGEN, TODAY
from web.people.test_people_pages import As, form_of, signed_in, text

__all__ = ["signed_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
WHY = "decision of the executive"
OPENING = TODAY + timedelta(days=90)
OFFER: dict[str, Any] = {
    "places": 120, "amv_places": 10, "status": OfferStatus.DECIDED, "available_from": OPENING,
    "available_until": date(2040, 1, 1), "location": "L2",
}  # fmt: skip
ASKED: dict[str, Any] = {
    "kind": ConditionKind.SAFETY, "what": "somebody can be called day and night", "source": "council decision",
    "mark": Mark.PUBLISHED, "due": OPENING, "owner": "municipality",
}  # fmt: skip
RUN: dict[str, Any] = {
    "responsible": Responsible.MUNICIPALITY, "since": TODAY, "source": "agreement", "mark": Mark.PUBLISHED,
    "organisation": "", "scheme": None, "until": None,
}  # fmt: skip
NOT_THEIRS = (OFFICER, INSPECTOR, MINISTRY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH, PARTNER)


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def run_by_the_municipality() -> None:
    """Let the municipality run the location in Groningen, where nobody supervises."""
    with change(SYSTEM, WHY) as made:
        facts = LocationFacts.objects.known().get(location__key="L2")
        correct(made, facts, supervisor="", operator=Operator.MUNICIPALITY)


def codes(refused: pytest.ExceptionInfo[ChangeRefused]) -> list[str]:
    return [finding.kind.code for finding in refused.value.findings]


def listed(actor: Actor, code: str = "conditions") -> list[Any]:
    [worklist] = [each for each in worklists_for(actor) if each.code == code]
    return list(worklist.find(actor, TODAY))


def test_an_offer_is_one_change_with_its_reason_on_the_log() -> None:
    key = write_offer(MUNICIPALITY, GRONINGEN, OFFER, WHY)
    made, line = Change.objects.latest("id"), Line.objects.latest("number")
    assert (offer_of(GRONINGEN, key).places, made.actor, made.reason) == (120, MUNICIPALITY.key, WHY)
    assert (line.act, line.kind, line.thing) == ("write", "municipality", GRONINGEN)


@pytest.mark.parametrize("actor", NOT_THEIRS)
def test_nobody_else_offers_for_a_municipality(signed_in: As, actor: Actor) -> None:
    key = write_offer(MUNICIPALITY, GRONINGEN, OFFER, WHY)
    for write in (
        lambda: write_offer(actor, GRONINGEN, OFFER, WHY),
        lambda: withdraw_offer(actor, key, WHY),
        lambda: set_condition(actor, GRONINGEN, ASKED | {"offer": key}, WHY),
    ):
        with pytest.raises(Http404):
            write()
    for page in (f"new/{GRONINGEN}", f"{key}/change", f"{key}/withdraw"):
        assert signed_in(actor).get(f"/en/law/offers/{page}/").status_code == 404


def test_a_municipality_writes_for_itself_alone(signed_in: As) -> None:
    with pytest.raises(Http404):
        write_offer(MUNICIPALITY, AMSTERDAM, OFFER | {"location": "L1"}, WHY)
    assert signed_in(MUNICIPALITY).get(f"/en/law/offers/new/{AMSTERDAM}/").status_code == 404
    assert signed_in(MUNICIPALITY).get("/en/law/offers/no-such/change/").status_code == 404


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"amv_places": 121}, "amv_places_part"),
        ({"available_until": TODAY}, "offer_ends_first"),
        ({"location": "L1"}, "registry_not_there"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(more: dict[str, Any], code: str) -> None:
    with pytest.raises(ChangeRefused) as refused:
        write_offer(MUNICIPALITY, GRONINGEN, OFFER | more, WHY)
    assert codes(refused) == [code]
    assert not OfferFacts.objects.exists()


def test_an_offer_is_changed_by_who_saw_it_and_never_without_a_reason() -> None:
    key = write_offer(MUNICIPALITY, GRONINGEN, OFFER, WHY)
    seen = [mark(offer_of(GRONINGEN, key))]
    write_offer(MUNICIPALITY, GRONINGEN, OFFER | {"places": 130}, WHY, key, seen)
    with pytest.raises(ChangedSince) as since:
        write_offer(MUNICIPALITY, GRONINGEN, OFFER | {"places": 140}, WHY, key, seen)
    assert since.value.differences["places"] == (120, 130)
    for reason, more, code in ((" ", {"places": 1}, "edit_no_reason"), (WHY, {"places": 130}, "offer_nothing_new")):
        with pytest.raises(ChangeRefused) as refused:
            write_offer(MUNICIPALITY, GRONINGEN, OFFER | more, reason, key)
        assert codes(refused) == [code]


def test_a_withdrawn_offer_leaves_the_tables_with_what_was_asked_for_it_alone(tmp_path: Path) -> None:
    key = write_offer(MUNICIPALITY, GRONINGEN, OFFER, WHY)
    set_condition(MUNICIPALITY, GRONINGEN, ASKED | {"offer": key}, WHY)
    kept = set_condition(MUNICIPALITY, GRONINGEN, ASKED | {"offer": key, "location": "L2"}, WHY)
    withdraw_offer(MUNICIPALITY, key, "the council voted against")
    assert not OfferFacts.objects.known().exists()
    [condition] = Condition.objects.known()
    assert (condition.condition, condition.offer) == (kept, None)
    assert Change.objects.latest("id").reason == "the council voted against"
    exporting.export(tmp_path / "out", SYSTEM)
    assert read(tmp_path / "out").offers == ()
    assert write_offer(MUNICIPALITY, GRONINGEN, OFFER, WHY) != key


def test_an_offer_that_is_realised_is_not_withdrawn() -> None:
    key = write_offer(MUNICIPALITY, GRONINGEN, OFFER | {"status": OfferStatus.REALISED}, WHY)
    with pytest.raises(ChangeRefused) as refused:
        withdraw_offer(MUNICIPALITY, key, WHY)
    assert codes(refused) == ["offer_realised"]


def test_a_site_is_offered_looked_at_compared_opened_and_its_condition_followed(signed_in: As, tmp_path: Path) -> None:
    browser = signed_in(MUNICIPALITY)
    form = form_of(browser, f"/en/law/offers/new/{GRONINGEN}/")
    sent = form | {
        "places": "120", "amv_places": "10", "status": "viable", "viable_because": ["1", "3"], "location": "L2",
        "available_from": OPENING.isoformat(), "available_until": "2040-01-01", "reason": WHY,
    }  # fmt: skip
    assert browser.post(f"/en/law/offers/new/{GRONINGEN}/", sent).status_code == 302
    [row] = OfferFacts.objects.known().select_related("offer")
    key = row.offer.key
    page = text(browser.get(f"/en/law/offers/{key}/"))
    assert "Local decision-making is finished." in page
    assert "Gates that are asked" in page
    saved = browser.get("/en/law/offers/", {"table": "offers", "as": "csv"}).content.decode("utf-8-sig")
    [_, line] = csv.reader(saved.splitlines())
    assert line[:2] == ["new", "Groningen"]
    sent = form_of(browser, f"/en/law/conditions/new/{GRONINGEN}/?offer={key}") | {
        "kind": "safety", "what": "a guard at night", "location": "L2", "due": (TODAY - timedelta(days=1)).isoformat(),
        "source": "council decision", "reason": WHY,
    }  # fmt: skip
    assert browser.post(f"/en/law/conditions/new/{GRONINGEN}/", sent).status_code == 302
    write_offer(MUNICIPALITY, GRONINGEN, OFFER | {"status": OfferStatus.REALISED, "available_from": TODAY}, WHY, key)
    [entry] = listed(MUNICIPALITY)
    assert (entry.late, entry.location, entry.params["what"]) == (True, "L2", "a guard at night")
    assert "a guard at night" in text(signed_in(OFFICER).get("/en/registry/locations/L2/"))
    look_at(OFFICER, entry.other, ConditionState.MET, TODAY, "visited")
    assert listed(MUNICIPALITY) == []
    exporting.export(tmp_path / "out", SYSTEM)
    [condition] = read(tmp_path / "out").conditions
    assert (condition.state, condition.state_on, condition.offer) == (ConditionState.MET, TODAY, key)


def test_what_was_typed_stays_when_it_is_refused(signed_in: As) -> None:
    browser = signed_in(MUNICIPALITY)
    sent = {"places": "5", "amv_places": "9", "status": "viable", "viable_because": ["2", "4"], "reason": WHY}
    answer = browser.post(f"/en/law/offers/new/{GRONINGEN}/", sent)
    assert answer.status_code == 400
    assert answer.context["form"]["viable_because"].value() == ["2", "4"]
    assert "more places for unaccompanied minors than places" in text(answer)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "condition_about_nothing"),
        ({"location": "L1"}, "registry_not_there"),
        ({"location": "L2", "agreed_on": OPENING + timedelta(days=1)}, "condition_over_before"),
    ],
)
def test_a_condition_that_is_about_nothing_is_refused(more: dict[str, Any], code: str) -> None:
    with pytest.raises(ChangeRefused) as refused:
        set_condition(MUNICIPALITY, GRONINGEN, ASKED | more, WHY)
    assert codes(refused) == [code]


def test_a_condition_that_is_broken_stays_on_the_list_until_it_is_met() -> None:
    key = set_condition(MUNICIPALITY, GRONINGEN, ASKED | {"location": "L2", "due": None}, WHY)
    assert listed(MUNICIPALITY) == []
    look_at(MUNICIPALITY, key, ConditionState.NOT_MET, TODAY, "no guard was there")
    for actor in (MUNICIPALITY, OFFICER):
        [entry] = listed(actor)
        assert (entry.urgent, entry.what) == (True, "A condition is not met: {what}")
    assert listed(OF_NORTH_HOLLAND) == []
    with pytest.raises(ChangeRefused) as refused:
        look_at(MUNICIPALITY, key, ConditionState.MET, TODAY + timedelta(days=1), WHY)
    assert codes(refused) == ["condition_looked_ahead"]


@pytest.mark.parametrize("actor", [INSPECTOR, MINISTRY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH, OF_NORTH_HOLLAND])
def test_whether_a_condition_is_met_is_for_the_municipality_and_coa_to_say(signed_in: As, actor: Actor) -> None:
    key = set_condition(MUNICIPALITY, GRONINGEN, ASKED | {"location": "L2"}, WHY)
    with pytest.raises(Http404):
        look_at(actor, key, ConditionState.MET, TODAY, WHY)
    assert signed_in(actor).get(f"/en/law/conditions/{key}/state/").status_code == 404
    assert signed_in(actor).get(f"/en/law/conditions/{key}/change/").status_code == 404


def test_a_site_of_the_municipality_without_a_supervisor_says_so_until_somebody_is_named(signed_in: As) -> None:
    run_by_the_municipality()
    browser = signed_in(MUNICIPALITY)
    told = "The municipality answers for new, and nobody supervises it."
    assert told in text(browser.get("/en/registry/locations/L2/"))
    for task in OperationTask:
        if task is not OperationTask.SUPERVISION:
            write_operation(MUNICIPALITY, "L2", RUN | {"task": task}, WHY)
    page = text(browser.get("/en/registry/locations/L2/"))
    assert told in page
    assert "for both somebody is named (Decree 4.1)" in page
    sent = form_of(browser, "/en/registry/locations/L2/responsible/") | {
        "task": "supervision", "responsible": "other", "organisation": "Region", "source": "agreement", "reason": WHY,
    }  # fmt: skip
    assert browser.post("/en/registry/locations/L2/responsible/", sent).status_code == 302
    assert told not in text(browser.get("/en/registry/locations/L2/"))


def test_part_of_it_can_stay_with_coa(signed_in: As) -> None:
    run_by_the_municipality()
    write_operation(MUNICIPALITY, "L2", RUN | {"task": OperationTask.GUIDANCE}, WHY)
    coa = RUN | {"task": OperationTask.MATERIAL, "responsible": Responsible.COA}
    write_operation(OFFICER, "L2", coa, WHY)
    assert "the municipality and COA together" in text(signed_in(TEAM_NORTH).get("/en/registry/locations/L2/"))
    line = operations_at("L2")[1]
    write_operation(OFFICER, "L2", coa | {"until": TODAY + timedelta(days=9)}, WHY, line.line, [mark(line)])
    assert operations_at("L2").count() == 2
    assert Operation.objects.count() == 3


@pytest.mark.parametrize("actor", [INSPECTOR, MINISTRY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH, OF_NORTH_HOLLAND])
def test_who_is_responsible_is_for_the_municipality_and_coa_to_say(signed_in: As, actor: Actor) -> None:
    with pytest.raises(Http404):
        write_operation(actor, "L2", RUN | {"task": OperationTask.CARE}, WHY)
    assert signed_in(actor).get("/en/registry/locations/L2/responsible/").status_code == 404


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"until": TODAY}, "operation_ends_first"),
        ({"responsible": Responsible.CONTRACTOR}, "operation_unnamed"),
    ],
)
def test_a_line_that_cannot_be_is_refused(more: dict[str, Any], code: str) -> None:
    with pytest.raises(ChangeRefused) as refused:
        write_operation(MUNICIPALITY, "L2", RUN | {"task": OperationTask.CARE} | more, WHY)
    assert codes(refused) == [code]


def test_the_same_line_twice_is_known_already() -> None:
    write_operation(MUNICIPALITY, "L2", RUN | {"task": OperationTask.CARE}, WHY)
    with pytest.raises(ChangeRefused) as refused:
        write_operation(MUNICIPALITY, "L2", RUN | {"task": OperationTask.CARE}, WHY)
    assert codes(refused) == ["operation_known_already"]


def test_children_at_a_site_that_closes_are_rounded_for_who_reads_no_people(signed_in: As) -> None:
    saved = signed_in(MINISTRY).get("/en/law/at-risk/", {"table": "sites", "as": "csv"}).content.decode("utf-8-sig")
    [_, line] = csv.reader(saved.splitlines())
    assert line[:4] == ["old", "Amsterdam", "the location closes", "2026-12-15"]
    assert line[-1] == "fewer than 5"
    page = text(signed_in(MINISTRY).get("/en/law/at-risk/?per=month&province=PV27&ending=site"))
    assert "2026-12" in page


def test_a_need_for_minors_that_is_not_known_is_asked_for(signed_in: As) -> None:
    browser = signed_in(MINISTRY)
    page = text(browser.get("/en/law/amv-places/"))
    assert "is not known here" in page
    given = text(browser.get("/en/law/amv-places/?need_amv=7500"))
    assert "National need: 7,500 places, as you filled in." in given
    assert "8,140 places (secondary" in text(browser.get("/en/law/amv-places/?cycle=2024"))
    for wrong in ("abc", "999999999", "-3", "½"):
        assert "That is not a number of places" in text(browser.get("/en/law/amv-places/", {"need_amv": wrong}))
