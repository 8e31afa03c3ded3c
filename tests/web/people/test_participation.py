# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The team of a location writes down what children say, and others see what came of it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.test import Client

from luwte.data import read
from luwte.model.participation import Ages, FeedbackState, ProgrammeKind, Through
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.registry import exporting
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.heard import heard_everywhere
from luwte_web.registry.models import Change, Contact, FeedbackFacts, ProgrammeFacts
from luwte_web.registry.participation import write_down
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.worklists.lists import worklists_for
from web.people.few import GUARDIAN, INSPECTOR, MUNICIPALITY, OFFICER, PARTNER, TEAM_NORTH
from web.people.few_tables import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
WHY = "for a test"
HERE = "L2"  # where the team of the north works
LONG_AGO = TODAY - timedelta(days=40)
SAID: dict[str, Any] = {"date": LONG_AGO, "through": Through.ROUND, "raised": "The hall is dark"}
MONEY: dict[str, Any] = {"name": "TeamUp", "kind": ProgrammeKind.PLAY_FOR_WELLBEING}
As = Callable[[Actor], Client]


@pytest.fixture
def signed_in(client: Client) -> As:
    """A browser in which somebody with these roles is signed in."""

    def sign_in(actor: Actor) -> Client:
        user = services.add_user(SYSTEM, "somebody@example.org", actor.roles)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


def only() -> FeedbackFacts:
    return FeedbackFacts.objects.known().get()


def waiting(actor: Actor, code: str) -> list[str]:
    found = [each for each in worklists_for(actor) if each.code == code]
    return [f"{entry.params} {entry.late}" for each in found for entry in each.find(actor, TODAY)]


def refused(**facts: Any) -> list[str]:
    with pytest.raises(ChangeRefused) as told:
        write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | facts, WHY)
    return [finding.kind.code for finding in told.value.findings]


def test_what_is_written_down_is_one_change_with_its_reason_on_the_log() -> None:
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID, WHY)
    change = Change.objects.latest("id")
    assert (change.actor, change.reason, only().known_by) == (TEAM_NORTH.key, WHY, change)
    line = Line.objects.latest("number")
    assert (line.act, line.kind, line.thing) == ("write", "location", HERE)


def test_what_children_hear_back_is_said_anew_and_nothing_is_lost() -> None:
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID, WHY)
    before = only()
    told = SAID | {"done": "A lamp", "done_on": TODAY, "told_back_on": TODAY}
    write_down(TEAM_NORTH, FeedbackFacts, HERE, told, WHY, before.line, [mark(before)])
    assert (only().done, only().feedback) == ("A lamp", before.feedback)
    assert FeedbackFacts.objects.count() == 2


def test_nobody_overwrites_what_somebody_else_wrote_meanwhile() -> None:
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID, WHY)
    seen = only()
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | {"done": "A lamp"}, WHY, seen.line, [mark(seen)])
    with pytest.raises(ChangedSince) as told:
        write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | {"done": "No lamp"}, WHY, seen.line, [mark(seen)])
    assert told.value.differences == {"done": ("", "A lamp")}
    assert only().done == "A lamp"


def test_what_cannot_be_is_refused_with_everything_that_is_wrong() -> None:
    ahead = TODAY + timedelta(days=1)
    assert refused(date=ahead) == ["participation_ahead"]
    assert refused(told_back_on=LONG_AGO - timedelta(days=1), done_on=ahead) == [
        "participation_ahead",
        "feedback_before_heard",
    ]
    with pytest.raises(ChangeRefused):
        write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID, "  ")
    assert not FeedbackFacts.objects.exists()


@pytest.mark.parametrize("actor", [OFFICER, GUARDIAN, INSPECTOR, MUNICIPALITY, PARTNER])
def test_only_the_team_of_a_location_writes_what_its_children_say(actor: Actor) -> None:
    for place in (HERE, "L3"):
        with pytest.raises(Http404):
            write_down(actor, FeedbackFacts, place, SAID, WHY)
    with pytest.raises(Http404):
        write_down(TEAM_NORTH, FeedbackFacts, "L3", SAID, WHY)


def test_partners_and_municipalities_offer_programmes_within_their_scope_only() -> None:
    inside = next(place for place in ("L1", "L2", "L3", "L4") if _offered(PARTNER, place))
    assert ProgrammeFacts.objects.known().get().location.key == inside
    assert _offered(MUNICIPALITY, inside)
    assert not _offered(PARTNER, HERE) or inside == HERE


def _offered(actor: Actor, place: str) -> bool:
    try:
        write_down(actor, ProgrammeFacts, place, MONEY, WHY)
    except (Http404, ChangeRefused):
        return False
    return True


def test_what_was_not_told_back_within_a_month_waits_for_the_team() -> None:
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID, WHY)
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | {"date": TODAY - timedelta(days=5), "raised": "New"}, WHY)
    assert waiting(TEAM_NORTH, "not-told") == ["{'raised': 'The hall is dark'} True"]
    assert waiting(OFFICER, "not-told") == []
    row = FeedbackFacts.objects.known().get(date=LONG_AGO)
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | {"done": "A lamp", "told_back_on": TODAY}, WHY, row.line)
    assert waiting(TEAM_NORTH, "not-told") == []


@pytest.mark.parametrize(
    ("until", "ends", "listed"),
    [
        (None, None, []),
        (None, TODAY + timedelta(days=120), []),
        (None, TODAY + timedelta(days=80), ["{'name': 'TeamUp'} False"]),
        (None, TODAY - timedelta(days=1), ["{'name': 'TeamUp'} True"]),
        (TODAY, TODAY - timedelta(days=1), []),
    ],
)
def test_money_that_ends_within_three_months_waits_for_team_and_municipality(
    until: date | None, ends: date | None, listed: list[str]
) -> None:
    write_down(TEAM_NORTH, ProgrammeFacts, HERE, MONEY | {"until": until, "funded_until": ends}, WHY)
    assert waiting(TEAM_NORTH, "money-ends") == listed
    assert waiting(GUARDIAN, "money-ends") == []


def test_what_is_written_by_hand_is_exported_and_read_again(tmp_path: Path) -> None:
    write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | {"ages": Ages.MIXED, "children": 6}, WHY)
    write_down(TEAM_NORTH, ProgrammeFacts, HERE, MONEY | {"ages": frozenset({"4_to_7"})}, WHY)
    write_down(TEAM_NORTH, Contact, HERE, {"contact": "K1", "since": LONG_AGO}, WHY)
    exporting.export(tmp_path / "out", SYSTEM)
    tables = read(tmp_path / "out")
    assert [(said.raised, said.state) for said in tables.feedback] == [("The hall is dark", FeedbackState.OPEN)]
    assert tables.programmes[0].ages == {"4_to_7"}
    assert tables.contacts[0].is_there_on(TODAY)


def test_counts_over_locations_hold_only_what_their_reader_may_see() -> None:
    for number in range(3):
        write_down(TEAM_NORTH, FeedbackFacts, HERE, SAID | {"raised": f"Thing {number}"}, WHY)
    seen = heard_everywhere(INSPECTOR, TODAY)
    assert (seen.raised.rounds, seen.raised.waiting, len(seen.raised.rows)) == (1, 3, 3)
    assert heard_everywhere(GUARDIAN, TODAY).raised.rows == heard_everywhere(PARTNER, TODAY).raised.rows == ()


def test_the_team_writes_it_down_on_a_page_and_finds_it_on_the_page_of_the_location(signed_in: As) -> None:
    browser = signed_in(TEAM_NORTH)
    address = f"/en/registry/locations/{HERE}/feedback/"
    assert b"What they raised" in browser.get(address).content
    form = {"date": LONG_AGO.isoformat(), "through": "council", "raised": "Later dinner", "domain": "food"}
    assert browser.post(address, form).status_code == 400
    answer = browser.post(address, form | {"reason": "from the council"})
    assert answer.status_code == 302
    page = browser.get(f"/en/registry/locations/{HERE}/").content.decode()
    assert "Later dinner" in page
    assert "children&#x27;s council" in page
    table = browser.get(f"/en/registry/locations/{HERE}/?table=feedback&as=csv").content.decode("utf-8-sig")
    assert "Later dinner" in table


def test_a_few_children_are_not_counted_out_on_the_page_over_all_locations(signed_in: As) -> None:
    write_down(TEAM_NORTH, ProgrammeFacts, HERE, MONEY | {"reach": 3, "counted_on": TODAY}, WHY)
    page = signed_in(INSPECTOR).get("/en/children-speak/").content.decode()
    assert "fewer than 5" in page
    assert "unknown" in page
