# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Programs ask for a plan, follow it, and hand over what people decide; nobody's change is lost on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from pytest_django.plugin import DjangoDbBlocker

from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.machine_tokens import make_token
from luwte_web.accounts.services import add_user
from luwte_web.audit.models import Line
from luwte_web.registry import importing
from luwte_web.registry.models import Change
from luwte_web.workspace import making
from luwte_web.workspace.models import PlanJob
from luwte_web.workspace.pulse import Pulse
from web.api.programs import Program, said
from web.registry import few_people
from web.registry.few_people import NEW, OLD
from web.workspace import country

WHY = "discussed with the school and the family"
WEIGHED = {
    "family": "brothers go along", "wellbeing": "steady", "safety": "known to be safe", "school_on": "2026-11-24",
    "care_on": "2026-11-24",
}  # fmt: skip
HEARD = {"view": "wants to go", "stance": "agrees", "heard_by": "guardian", "heard_on": "2026-11-20"}


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Four families, four unaccompanied minors and four adults in an unfit place, for all tests of this module."""
    whole = transaction.atomic()
    whole._from_testcase = True
    folder = few_people.write(tmp_path_factory.mktemp("few"), country.tables())
    with django_db_blocker.unblock(), whole:
        importing.apply(importing.preview(folder), SYSTEM, "for a test")
        yield folder
        transaction.set_rollback(True)


def program(role: Role, scope: Scope, within: str = "") -> Program:
    """A program with a token of its own."""
    user = add_user(SYSTEM, f"{role}{within}@example.org".replace("_", "-"), (Membership(role, scope, within),))
    return Program(make_token(SYSTEM, user, "tests").secret, user)


@pytest.fixture(scope="module")
def officer(world: Path) -> Program:
    """A placement officer."""
    return program(Role.PLACEMENT_OFFICER, Scope.COUNTRY)


@pytest.fixture(scope="module")
def guardian(world: Path) -> Program:
    """The guardian of M1, M2 and M3."""
    return program(Role.GUARDIAN, Scope.OWN_WARDS, "G1")


@pytest.fixture(scope="module")
def plan(officer: Program) -> str:
    """The address of the plan that was made of the registry."""
    asked = officer.ask("POST", "/plan-jobs", {"on": country.DAY.isoformat()})
    assert (asked.status_code, said(asked)["state"]) == (202, "waiting")
    path = asked["Location"].removeprefix("http://127.0.0.1")
    key = said(officer.get(path))["job"]
    making.make(key, Pulse(key))
    made = officer.read(path)
    assert (made["state"], made["failure"]) == ("done", [])
    return str(made["plan"])


def seen(who: Program, plan: str, household: str) -> HttpResponse:
    """A proposal as it stands, with its ETag."""
    return who.get(f"/plans/{plan}/proposals/{household}")


def decide(
    who: Program, plan: str, household: str, decision: str, etag: str | None = None, **more: str
) -> HttpResponse:
    """A decision about what was just read, or about what was read before."""
    etag = etag or seen(who, plan, household)["ETag"]
    told = {"decision": decision, "reason": WHY, **more}
    return who.ask("POST", f"/plans/{plan}/proposals/{household}/decisions", told, If_Match=etag)


def test_a_plan_is_asked_for_once_and_can_be_cancelled(officer: Program, plan: str) -> None:
    first = officer.ask("POST", "/plan-jobs", {"on": "2026-12-01", "seconds": 60, "gap": "0.01"})
    again = officer.ask("POST", "/plan-jobs", {"on": "2026-12-01", "seconds": 60, "gap": "0.01"})
    assert first["Location"] == again["Location"]
    path = first["Location"].removeprefix("http://127.0.0.1")
    assert [officer.ask("DELETE", path).status_code for _ in range(2)] == [204, 204]
    assert officer.read(path)["state"] == "cancelled"
    assert PlanJob.objects.count() == officer.read("/plan-jobs")["count"] == 2


def test_a_plan_has_its_levels_and_its_receipt(officer: Program, plan: str) -> None:
    (stored,) = [each for each in officer.read("/plans")["results"] if each["plan"] == plan]
    assert (stored["has_proposals"], stored["is_shown"]) == (True, False)
    told = officer.read(f"/plans/{plan}")
    assert [level["level"] for level in told["levels"]] == [1, 2, 3]
    assert told["receipt"]["software"].startswith("luwte")
    row = next(each for each in officer.read(f"/plans/{plan}/placements")["results"] if each["household"] == "F1")
    assert (row["from"], row["to"], row["action"]) == (OLD, NEW, "move")
    assert row["terms"] == [] or set(row["terms"][0]) == {"name", "value"}
    assert officer.read(f"/plans/{plan}/findings")["count"] >= 0


def test_the_most_urgent_stands_first_and_a_guardian_sees_own_wards(
    officer: Program, guardian: Program, plan: str
) -> None:
    assert [each["household"] for each in officer.read(f"/plans/{plan}/proposals")["results"]] == [
        "F5", "F1", "F2", "F3", "M1", "M2", "M3"
    ]  # fmt: skip
    assert [each["household"] for each in guardian.read(f"/plans/{plan}/proposals")["results"]] == ["M1", "M2", "M3"]
    told = said(seen(officer, plan, "F1"))
    assert (told["from"], told["proposed"], told["to"], told["standing"]) == (OLD, NEW, NEW, "open")
    hidden, absent = seen(guardian, plan, "F1"), seen(guardian, plan, "nobody")
    assert (hidden.status_code, hidden.content) == (404, absent.content)


def test_a_proposal_is_accepted_weighed_and_made_final(officer: Program, plan: str) -> None:
    accepted = decide(officer, plan, "F1", "accept")
    told = said(accepted)
    assert (accepted.status_code, told["standing"], told["to"]) == (201, "accepted", NEW)
    assert set(told["missing"]) == {"family", "wellbeing", "safety", "heard:F1c", "school", "care"}
    early = decide(officer, plan, "F1", "commit")
    assert (early.status_code, said(early)["errors"][0]["code"]) == (409, "workspace.incomplete")
    path = f"/households/F1/best-interests/{NEW}"
    written = officer.ask("PUT", path, WEIGHED, If_Match=officer.get(path)["ETag"])
    assert (written.status_code, said(written)["missing"]) == (200, ["heard:F1c"])
    child = f"/households/F1/child-views/{NEW}/F1c"
    before = seen(officer, plan, "F1")["ETag"]
    told = officer.ask("PUT", child, HEARD, If_Match=officer.get(child)["ETag"])
    assert (told.status_code, said(told)["person"], said(told)["view"]) == (200, "F1c", "wants to go")
    assert seen(officer, plan, "F1")["ETag"] != before
    assert (officer.read(path)["missing"], officer.read(path)["children"]) == ([], [said(told)])
    final = decide(officer, plan, "F1", "commit")
    assert (final.status_code, said(final)["standing"]) == (201, "committed")
    assert officer.read(f"/moves/{said(final)['move']}")["status"] == "committed"
    assert Change.objects.latest("id").reason == WHY
    assert officer.user
    assert Line.objects.filter(act="decide", actor=officer.user.token).count() == 2


def test_of_two_who_read_the_same_the_second_is_told_to_read_again(officer: Program, plan: str) -> None:
    etag = seen(officer, plan, "F2")["ETag"]
    assert decide(officer, plan, "F2", "accept", etag).status_code == 201
    before = Change.objects.count()
    second = decide(officer, plan, "F2", "hold", etag, until="2026-12-24")
    assert (second.status_code, Change.objects.count()) == (412, before)
    assert decide(officer, plan, "F2", "take_back").status_code == 201
    assert said(seen(officer, plan, "F2"))["standing"] == "open"


def test_who_does_not_say_what_was_read_is_asked_to(officer: Program, plan: str) -> None:
    answer = officer.ask(
        "POST", f"/plans/{plan}/proposals/F2/decisions", {"decision": "accept", "reason": WHY}, accept_language="en"
    )
    assert (answer.status_code, said(answer)["title"]) == (428, "Say which version you saw")


def test_another_place_is_looked_at_and_chosen(officer: Program, plan: str) -> None:
    effect = officer.read(f"/plans/{plan}/proposals/F1/effect?to={country.SPARE}")
    assert effect["to"] == country.SPARE
    assert [level["level"] for level in effect["levels"]] == [1, 2, 3]
    chosen = said(decide(officer, plan, "F1", "override", to=country.SPARE, on="2026-11-24"))
    assert (chosen["standing"], chosen["to"], chosen["on"]) == ("overridden", country.SPARE, "2026-11-24")


def test_a_proposal_is_held_and_let_go_on(officer: Program, plan: str) -> None:
    held = said(decide(officer, plan, "F1", "hold", until="2026-12-24"))
    assert (held["standing"], held["held_until"]) == ("held", "2026-12-24")
    assert said(decide(officer, plan, "F1", "accept"))["errors"][0]["code"] == "workspace.held"
    assert said(decide(officer, plan, "F1", "release"))["standing"] == "open"


@pytest.mark.parametrize(("decision", "code"), [("override", "to"), ("hold", "day")])
def test_what_a_decision_needs_is_told(decision: str, code: str, officer: Program, plan: str) -> None:
    answer = decide(officer, plan, "F1", decision)
    assert answer.status_code == 400
    assert len(said(answer)["errors"]) == 1


def test_what_nobody_disputes_is_accepted_together(officer: Program, plan: str) -> None:
    for household in ("F1", "F2"):
        for path, told in (
            (f"/households/{household}/best-interests/{NEW}", WEIGHED),
            (f"/households/{household}/child-views/{NEW}/{household}c", HEARD),
        ):
            officer.ask("PUT", path, told, If_Match=officer.get(path)["ETag"])
    asked = {"households": ["F1", "F2", "F3"], "reason": WHY}
    told = said(officer.ask("POST", f"/plans/{plan}/joint-decisions", asked))
    assert told["accepted"] == ["F1", "F2"]
    assert [each["household"] for each in told["refused"]] == ["F3"]


def test_a_guardian_writes_down_views_and_decides_nothing(guardian: Program, officer: Program, plan: str) -> None:
    path = f"/households/M1/guardian-views/{said(seen(guardian, plan, 'M1'))['proposed']}"
    view = {"stance": "objects", "view": "the school is good here", "given_on": "2026-11-20"}
    written = guardian.ask("PUT", path, view, If_Match=guardian.get(path)["ETag"])
    assert (written.status_code, said(written)["stance"]) == (200, "objects")
    assert "guardian" in said(seen(officer, plan, "M1"))["disputes"]
    etag = seen(guardian, plan, "M1")["ETag"]
    assert decide(guardian, plan, "M1", "accept", etag).status_code == 404
    assert guardian.get("/households/F1/guardian-views/L2").status_code == 404


def test_two_people_do_not_write_over_each_other(officer: Program, guardian: Program) -> None:
    path = f"/households/M1/best-interests/{NEW}"
    etag = guardian.get(path)["ETag"]
    assert officer.ask("PUT", path, WEIGHED, If_Match=etag).status_code == 200
    late = guardian.ask("PUT", path, {"family": "an aunt lives near"}, If_Match=etag)
    assert late.status_code == 412
    assert guardian.read(path)["family"] == WEIGHED["family"]
    path = f"/households/M1/child-views/{NEW}/M1s"
    assert guardian.ask("PUT", path, HEARD, If_Match=guardian.get(path)["ETag"]).status_code == 200
    assert officer.ask("PUT", path, {"view": "unseen"}, If_Match='"nothing"').status_code == 412
    other = f"/households/M1/child-views/{NEW}/M2s"
    assert officer.ask("PUT", other, HEARD, If_Match='"nothing"').status_code == 404
    both = guardian.ask("PUT", path, {**HEARD, "not_heard_because": "ill"}, If_Match="x", accept_language="en")
    assert (both.status_code, said(both)["errors"][0]["code"]) == (400, "api.heard_or_why_not")


def test_a_wish_needs_and_a_lock_are_written_down(guardian: Program, officer: Program) -> None:
    path = "/households/M1"
    wish = {"kind": "region", "by": "child", "on": "2026-11-20", "place": "PV20", "reason": "asked for it"}
    heard = guardian.ask("PUT", f"{path}/wish", wish, If_Match=guardian.get(path)["ETag"])
    assert (heard.status_code, said(heard)["wish"], said(heard)["wish_by"]) == (200, "PV20", "child")
    needs = {"needs": ["quiet", "other:piano"], "reason": "seen at the visit"}
    assert guardian.ask("PUT", f"{path}/needs", needs, If_Match=heard["ETag"]).status_code == 404
    seen_by_team = officer.ask("PUT", f"{path}/needs", needs, If_Match=heard["ETag"])
    assert said(seen_by_team)["needs"] == ["other:piano", "quiet"]
    locked = officer.ask("PUT", f"{path}/lock", {"locked": True, "reason": "exams"}, If_Match=seen_by_team["ETag"])
    assert (said(locked)["locked"], said(locked)["lock_reason"]) == (True, "exams")
    stale = officer.ask("PUT", f"{path}/lock", {"locked": False, "reason": "over"}, If_Match=heard["ETag"])
    assert stale.status_code == 412


def test_a_missing_child_is_reported_and_found(guardian: Program) -> None:
    path = "/persons/M1s/disappearances"
    told = {"on": "2026-11-20", "alerted": "police", "alerted_on": "2026-11-20", "reason": "did not come home"}
    assert guardian.ask("POST", path, told).status_code == 201
    twice = guardian.ask("POST", path, told)
    assert (twice.status_code, said(twice)["errors"][0]["code"]) == (409, "missing_already")
    found = guardian.ask("POST", "/persons/M1s/returns", {"on": "2026-11-21", "reason": "came back"})
    assert (found.status_code, said(found)["found_on"]) == (201, "2026-11-21")
    assert guardian.read(path)["count"] == 1
    assert guardian.ask("POST", "/persons/F1c/disappearances", told).status_code == 404


def test_the_plan_for_eighteen_is_written_over_what_was_read(guardian: Program, officer: Program) -> None:
    path = "/persons/M1s/eighteen-plan"
    agreed = {
        "where": "home", "guidance": "a mentor", "school": "goes on", "housing": "a room", "daytime": "football",
        "made_with": "the mentor", "view": "glad", "reason": "talked about it",
    }  # fmt: skip
    unmade = guardian.get(path)
    assert (said(unmade)["where"], unmade["ETag"]) == (None, '"nothing"')
    made = guardian.ask("PUT", path, agreed, If_Match=unmade["ETag"])
    assert (made.status_code, said(made)["where"], said(made)["view"]) == (200, "home", "glad")
    assert guardian.ask("PUT", path, agreed).status_code == 428
    assert officer.ask("PUT", path, agreed, If_Match=unmade["ETag"]).status_code == 412
    unsaid = guardian.ask("PUT", path, {**agreed, "view": " "}, If_Match=made["ETag"])
    assert (unsaid.status_code, said(unsaid)["errors"][0]["code"]) == (409, "eighteen_not_whole")
    assert guardian.get("/persons/F1c/eighteen-plan").status_code == 404


def test_whom_to_live_near_to_is_added_and_others_are_not_named(guardian: Program, officer: Program) -> None:
    path = "/households/M1"
    kin = {"tie": "sibling", "household": "F1", "near": True, "reason": "told by both"}
    seen = officer.get(path)["ETag"]
    added = officer.ask("POST", f"{path}/relatives", kin, If_Match=seen)
    assert added.status_code == 201, added.content
    assert officer.read(f"{path}/relatives") == [
        {"tie": "sibling", "household": "F1", "municipality": "", "near": True}
    ]
    assert [each["household"] for each in guardian.read(f"{path}/relatives")] == [""]
    assert officer.ask("POST", f"{path}/relatives", kin, If_Match=seen).status_code == 412
    assert guardian.ask("POST", f"{path}/relatives", kin, If_Match=added["ETag"]).status_code == 404


def test_a_household_that_left_is_there_no_more(guardian: Program, officer: Program) -> None:
    path = "/households/F1"
    left = {"left_for": "home", "on": "2026-11-20", "reason": "got a home"}
    assert officer.ask("POST", f"{path}/departures", left).status_code == 428
    assert guardian.ask("POST", f"{path}/departures", left, If_Match=officer.get(path)["ETag"]).status_code == 404
    gone = officer.ask("POST", f"{path}/departures", left, If_Match=officer.get(path)["ETag"])
    assert (gone.status_code, said(gone)) == (201, {"household": "F1", "left_for": "home", "on": "2026-11-20"})
    assert officer.get(path).status_code == 404
