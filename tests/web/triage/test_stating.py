# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People state what they may state of a location, with who says so; a critical site with children asks for it."""

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.http import Http404

from luwte.model.places import CoaCategory
from luwte.model.quality import Answer
from luwte_web.accounts.actors import Actor
from luwte_web.audit.models import Line
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.models import Change, LocationFacts
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.selectors import record_about
from luwte_web.registry.stating import STATING, may_state, state
from web.people.few import (
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OF_GRONINGEN,
    OF_NORTH_HOLLAND,
    OFFICER,
    PARTNER,
    PROVINCE,
    TEAM_NORTH,
)
from web.people.few_tables import TODAY
from web.people.test_people_pages import As, signed_in
from web.triage.test_triage_pages import NORTH, people, said, words, write_down

__all__ = ["people", "signed_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
HERE, ELSEWHERE = "L2", "L1"  # the municipality is that of L2, the province that of L1
WHY = "the municipality, letter of 3 November"
FORM = "/en/registry/locations/L2/quality/statements/"
THREE = {"term_long_enough", "permit_feasible", "regional_support"}
MAY = [
    (OFFICER, HERE, set(STATING)),
    (OF_GRONINGEN, HERE, set(STATING)),
    (OF_NORTH_HOLLAND, HERE, set()),
    (MUNICIPALITY, HERE, THREE),
    (MUNICIPALITY, ELSEWHERE, set()),
    (PROVINCE, ELSEWHERE, THREE),
    (PROVINCE, HERE, set()),
    (MINISTRY, HERE, {"intake_stopped_on"}),
    *((actor, HERE, set()) for actor in (INSPECTOR, TEAM_NORTH, GUARDIAN, AUDITOR, PARTNER)),
]
VALUES: dict[str, Any] = {
    "coa_category": CoaCategory.CRITICAL,
    "term_long_enough": True,
    "permit_feasible": False,
    "regional_support": True,
    "intake_stopped_on": TODAY,
}


def facts(location: str = HERE) -> LocationFacts:
    return LocationFacts.objects.known().get(location__key=location)


@pytest.mark.parametrize(("actor", "location", "may"), MAY)
def test_each_states_what_is_for_them_to_say_and_nothing_else(actor: Actor, location: str, may: set[str]) -> None:
    assert set(may_state(actor, location)) == may
    for name, value in VALUES.items():
        if name in may:
            state(actor, location, {name: value}, WHY)
            assert getattr(facts(location), name) == value
        else:
            with pytest.raises(Http404):
                state(actor, location, {name: value}, WHY)
            assert getattr(facts(location), name) is None


def test_what_is_stated_is_one_decision_with_its_reason_on_the_log() -> None:
    state(OFFICER, HERE, VALUES, WHY)
    change, line = Change.objects.latest("id"), Line.objects.latest("number")
    assert (change.actor, change.reason, facts().known_by) == (OFFICER.key, WHY, change)
    assert (line.act, line.kind, line.thing) == ("decide", "location", HERE)


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_stated_without_who_says_so(reason: str) -> None:
    with pytest.raises(ChangeRefused):
        state(OFFICER, HERE, VALUES, reason)
    assert facts().coa_category is None


def test_what_is_known_already_is_not_said_twice() -> None:
    state(OFFICER, HERE, VALUES, WHY)
    before = Change.objects.count()
    with pytest.raises(ChangeRefused) as refused:
        state(OFFICER, HERE, VALUES, "once more")
    assert [each.kind.code for each in refused.value.findings] == ["stating_nothing_new"]
    assert Change.objects.count() == before


def test_nobody_overwrites_what_somebody_else_stated_meanwhile() -> None:
    seen = [mark(facts())]
    state(MINISTRY, HERE, {"intake_stopped_on": TODAY}, WHY, seen)
    with pytest.raises(ChangedSince) as told:
        state(OFFICER, HERE, VALUES | {"intake_stopped_on": None}, WHY, seen)
    assert told.value.differences == {"intake_stopped_on": (None, TODAY)}


@pytest.mark.parametrize(("from_day", "on", "takes_in"), [(0, 0, False), (1, 0, True), (1, 1, False)])
def test_from_the_day_that_intake_stops_nobody_is_brought(from_day: int, on: int, takes_in: bool) -> None:
    state(MINISTRY, HERE, {"intake_stopped_on": TODAY + timedelta(days=from_day)}, WHY)
    record = record_about("locations", HERE)
    assert record is not None
    assert record.takes_in(TODAY + timedelta(days=on)) is takes_in


def test_a_site_that_fails_a_gate_asks_to_stop_intake_and_is_quiet_once_it_is_stopped(signed_in: As) -> None:
    asks = "Intake is not stopped."
    assert asks not in words(signed_in(OFFICER).get(NORTH).content)
    write_down(said("HOU-008", Answer.NOT_MET))
    for actor, offers in ((OFFICER, True), (MINISTRY, True), (INSPECTOR, False), (TEAM_NORTH, False)):
        page = words(signed_in(actor).get(NORTH).content)
        assert asks in page
        assert ("Stop the intake, or look" in page) is offers
    state(OFFICER, HERE, {"intake_stopped_on": TODAY}, WHY)
    page = words(signed_in(OFFICER).get(NORTH).content)
    assert asks not in page
    assert f"by {OFFICER.key}: {WHY}" in page


def test_the_form_shows_only_what_one_may_state_and_keeps_what_was_typed(signed_in: As) -> None:
    form = words(signed_in(MUNICIPALITY).get(FORM).content)
    assert 'name="permit_feasible"' in form
    assert 'name="coa_category"' not in form
    answer = signed_in(MUNICIPALITY).post(FORM, {"permit_feasible": "no", "coa_category": "good"})
    assert answer.status_code == 400
    assert 'value="no" selected' in unescape(answer.content.decode())
    saved = signed_in(MUNICIPALITY).post(
        FORM, {"permit_feasible": "no", "coa_category": "good", "seen": mark(facts()), "reason": WHY}
    )
    assert saved.status_code == 302
    assert (facts().permit_feasible, facts().coa_category) == (False, None)
    page = words(signed_in(MUNICIPALITY).get(NORTH).content)
    assert "no, written down on" in page


def test_who_opened_the_intake_again_stands_there_too(signed_in: As) -> None:
    state(OFFICER, HERE, {"intake_stopped_on": date(2026, 1, 1)}, WHY)
    state(MINISTRY, HERE, {"intake_stopped_on": None}, "the gates are met")
    assert "not stopped, written down on" in words(signed_in(OFFICER).get(NORTH).content)
    assert signed_in(INSPECTOR).get(FORM).status_code == 404
