# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Programs read the registry: in parts, by filters, as known at a moment, and only what changed."""

from datetime import timedelta

import pytest
from django.test import Client

from luwte_web.accounts.actors import SYSTEM, Role, Scope
from luwte_web.audit.models import Line
from luwte_web.registry.models import LocationFacts
from luwte_web.registry.services import change, correct
from web.accounts.conftest import PASSWORD
from web.api.programs import Program, World, said


def test_a_token_tells_who_asks(officer: Program) -> None:
    assert officer.user
    assert officer.read("/profile") == {
        "key": officer.user.token,
        "roles": [{"role": "placement_officer", "scope": "country", "within": ""}],
    }


def test_a_long_list_comes_in_parts_that_lead_to_each_other(officer: Program, world: World) -> None:
    first = officer.read("/locations?pageSize=5&kind=azc")
    assert (first["previous"], len(first["results"])) == (None, 5)
    second = officer.read(first["next"].removeprefix("http://127.0.0.1"))
    assert second["previous"].removeprefix("http://127.0.0.1") == "/api/v1/locations?pageSize=5&kind=azc&page=1"
    assert not {line["location"] for line in first["results"]} & {line["location"] for line in second["results"]}
    assert first["count"] == sum(place.kind == "azc" for place in world.dataset.locations)
    beyond = officer.read("/locations?page=1000")
    assert (beyond["results"], beyond["next"]) == ([], None)


@pytest.mark.parametrize(("path", "column"), [
    ("/households?group=amv", "group"),
    ("/households?phase=permit", "phase"),
    ("/offers?status=decided", "status"),
    ("/decisions?municipality=GM0014", "municipality"),
    ("/assessments?answer=met", "answer"),
])  # fmt: skip
def test_filters_leave_what_was_asked_for(path: str, column: str, officer: Program) -> None:
    told = officer.read(path)
    everything = officer.read(path.split("?")[0])["count"]
    assert 0 < told["count"] < everything
    assert {str(line[column]) for line in told["results"]} == {path.split("=")[1]}


def test_a_filter_that_is_not_there_is_refused_so_that_nobody_takes_all_for_some(officer: Program) -> None:
    answer = officer.get("/locations?munnicipality=GM0014", accept_language="en")
    assert answer.status_code == 400
    assert said(answer)["errors"][0]["mend"] == "Leave it out, or check how it is spelled."
    twice = officer.get("/locations?municipality=GM0014&municipality=GM0363", accept_language="en")
    assert (twice.status_code, said(twice)["errors"][0]["detail"]) == (400, "This is given more than once.")


def test_a_line_says_what_its_table_says(officer: Program, world: World) -> None:
    place = next(each for each in world.dataset.locations if each.lon is not None)
    told = officer.read(f"/locations/{place.key}")
    assert (told["name"], told["municipality"], told["kind"]) == (place.name, place.municipality, place.kind.value)
    assert told["lon"] == f"{place.lon:f}"
    assert told["provides"] == sorted(place.provides)
    assert told["opens"] == (place.opens.isoformat() if place.opens else None)


def test_children_of_a_thing_stand_under_it(officer: Program, world: World) -> None:
    unit = world.dataset.units[0]
    told = officer.read(f"/locations/{unit.location}/units")
    assert unit.unit in {line["unit"] for line in told["results"]}
    assert {line["location"] for line in told["results"]} == {unit.location}
    stay = world.dataset.stays[0]
    assert stay.since.isoformat() in {
        line["from"] for line in officer.read(f"/households/{stay.household}/stays")["results"]
    }


def test_what_was_known_before_is_read_at_its_moment(officer: Program, world: World) -> None:
    place = world.dataset.locations[0]
    path = f"/locations/{place.key}"
    before = officer.read("/changes")["results"][0]["moment"]
    with change(SYSTEM, "renamed") as made:
        correct(made, LocationFacts.objects.known().get(location__key=place.key), name="another name")
    assert officer.read(path)["name"] == "another name"
    assert officer.read(f"{path}?asOf={before}")["name"] == place.name
    assert officer.get(f"{path}?asOf=2000-01-01T00:00:00Z").status_code == 404
    assert officer.read("/changes")["results"][0]["reason"] == "renamed"


def test_the_past_of_what_one_may_not_see_now_stays_unseen(
    programs: dict[tuple[Role, Scope], Program], world: World
) -> None:
    guardian = programs[Role.GUARDIAN, Scope.OWN_WARDS]
    now = (world.dataset.reference_date or world.dataset.stays[0].since) + timedelta(days=4000)
    moment = f"{now}T00:00:00Z"
    assert guardian.read(f"/households?asOf={moment}")["count"] == guardian.read("/households")["count"] > 0
    assert guardian.get(f"/households/{world.far_ward.key}?asOf={moment}").status_code == 404


def test_what_did_not_change_is_not_sent_again(officer: Program, world: World) -> None:
    path = f"/locations/{world.dataset.locations[0].key}"
    seen = officer.get(path)
    same = officer.get(path, If_None_Match=seen["ETag"])
    assert (same.status_code, same.content) == (304, b"")


def test_municipalities_come_with_their_task(officer: Program) -> None:
    told = officer.read("/municipalities/GM0014")
    assert told["name"] == "Groningen"
    assert told["task"]["municipality"] == "GM0014"
    assert told["task"]["gap"] == (told["task"]["binding"] or told["task"]["agreed"]) - told["task"]["realised"]
    assert officer.read("/municipalities?province=PV20")["count"] == 10
    assert officer.read("/holidays")["count"] > 10


def test_somebody_who_signed_in_on_the_pages_reads_and_changes_nothing(officer: Program, world: World) -> None:
    assert officer.user
    officer.user.set_password(PASSWORD)
    officer.user.save()
    browser = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=False)
    browser.post("/en/sign-in/", {"login": officer.user.email, "password": PASSWORD})
    assert said(browser.get("/api/v1/profile"))["key"] == officer.user.token
    before = Line.objects.count()
    assert said(browser.get(f"/api/v1/households/{world.ward.key}"))["household"] == world.ward.key
    assert Line.objects.count() == before + 1
    assert browser.post("/api/v1/plan-jobs", {"on": "2026-11-21"}, "application/json").status_code == 401
    wrong = browser.get("/api/v1/profile", headers={"authorization": "Bearer wrong"})
    assert wrong.status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "Bearer luwte_wrong", "luwte_wrong"])
def test_a_token_that_is_none_opens_nothing_and_is_told_the_same(header: str) -> None:
    answer = Program().get("/profile", authorization=header)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="luwte"')
    assert answer.content == Program().get("/profile").content


def test_problems_speak_the_language_of_who_asks(officer: Program) -> None:
    assert said(officer.get("/nothing", accept_language="en"))["title"] == "This is not there"
    dutch = officer.get("/nothing", accept_language="nl-NL,nl;q=0.9,en;q=0.5")
    assert (said(dutch)["title"], dutch["Content-Language"]) == ("Dit is er niet", "nl")
    assert officer.get("/profile", accept_language="en")["Content-Language"] == "en"
    assert said(officer.get("/nothing", accept_language="fr"))["title"] == "Dit is er niet"


def test_who_asks_too_often_waits(officer: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luwte_web.api.access.Pace.parse_rate", lambda *_: (2, 60))
    from luwte_web.api.v1 import api

    for bound in api._get_bound_routers():
        for view in bound.path_operations.values():
            for operation in view.operations:
                for pace in operation.throttle_objects:
                    monkeypatch.setattr(pace, "num_requests", 2)
    assert [officer.get("/profile").status_code for _ in range(3)] == [200, 200, 429]
    last = officer.get("/locations")
    assert (last.status_code, int(last["Retry-After"]) > 0) == (429, True)


def test_a_fault_of_ours_is_told_as_a_problem_without_a_trace(
    officer: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr("luwte_web.api.municipalities.national_holidays", broken)
    monkeypatch.setattr("luwte_web.api.municipalities.selectors.lines", broken)
    answer = officer.get("/holidays", accept_language="en")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert said(answer)["title"] == "Something broke here"
    assert "secret" not in answer.content.decode()
