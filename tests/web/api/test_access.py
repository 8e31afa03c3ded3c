# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every operation, for every role within every scope, inside it and outside: just what people agreed, cell by cell.

What somebody may not see or do is answered as what is not there, to the letter, in lists and counts too.
"""

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse

from luwte_web.accounts.actors import Role, Scope
from luwte_web.api.document import document
from luwte_web.artefacts import selectors as artefacts
from luwte_web.audit.models import Line, Token
from luwte_web.registry.models import Change
from web.accounts.expected import allowed
from web.api.expected import Agreed, agreed
from web.api.programs import Program, World, said

Everybody = dict[tuple[Role, Scope], Program]
AGREED, ALLOWED = agreed(), allowed()
NOWHERE = "no-such-thing"
SENT = {"location": b"location,name\nL1,x\n"}
BODIES: Mapping[str, Any] = {
    "/persons/{key}/disappearances": {"on": "2026-11-01", "reason": "tests"},
    "/persons/{key}/returns": {"on": "2026-11-01", "reason": "tests"},
    "/households/{key}/wish": {"kind": "stay", "on": "2026-11-01", "reason": "tests"},
    "/households/{key}/needs": {"needs": [], "reason": "tests"},
    "/households/{key}/lock": {"locked": True, "reason": "tests"},
    "/households/{key}/relatives": {"tie": "sibling", "municipality": "GM0014", "reason": "tests"},
    "/households/{key}/departures": {"left_for": "home", "on": "2026-11-01", "reason": "tests"},
    "/persons/{key}/eighteen-plan": {
        "where": "home",
        "guidance": "g",
        "school": "s",
        "housing": "h",
        "daytime": "d",
        "made_with": "m",
        "view": "v",
        "reason": "tests",
    },
    "/households/{key}/best-interests/{location}": {"family": "close"},
    "/households/{key}/child-views/{location}/{person}": {"view": "likes it"},
    "/households/{key}/guardian-views/{location}": {"stance": "agrees", "given_on": "2026-11-01"},
    "/plan-jobs": {"on": "2026-11-21"},
    "/plans/{plan}/proposals/{household}/decisions": {"decision": "accept", "reason": "tests"},
    "/plans/{plan}/joint-decisions": {"households": ["{key}"], "reason": "tests"},
}
MULTIPART = ("/distributions", "/checks", "/import-previews", "/imports")
SEEN_ONLY = ("GET", "PUT")  # methods whose things are asked for one by one below


@pytest.fixture(scope="module")
def plan(world: World) -> str:
    """The address of the plan that is shown, which was made from the tables that the registry holds."""
    shown = artefacts.shown()
    assert shown
    return shown.address


def may(role: Role, scope: Scope, about: Agreed) -> bool:
    """Whether a role within a scope may do one of the actions there."""
    return not about.actions or any(scope.value in ALLOWED[role.value, action] for action in about.actions)


def keys(world: World, household: Any, plan: str) -> dict[str, str]:
    """What fills in a path, around a household."""
    person = next(each.key for each in world.dataset.persons if each.household == household.key)
    municipality = world.belongs_household(household.key)[Scope.MUNICIPALITY]
    return {
        "household": household.key, "location": household.location or "", "person": person, "plan": plan,
        "code": municipality, "municipality": municipality, "cycle": "2026", "job": NOWHERE,
    }  # fmt: skip


def ask(program: Program, method: str, path: str, keys: Mapping[str, str], about: str) -> HttpResponse:
    """One operation about the things of these keys."""
    key = keys.get(about, NOWHERE)
    filled = path.format(**{**keys, "key": key})
    if path in MULTIPART and method == "POST":
        return program.send(filled, SENT, {"need": "100", "reason": "tests"})
    content = BODIES.get(path) if method in ("POST", "PUT") else None
    if path.endswith("joint-decisions"):
        content = {**content, "households": [keys["household"]]}
    if path.endswith("effect"):
        filled += f"?to={keys['location']}"
    return program.ask(method, filled, content)


def test_every_operation_stands_in_the_agreed_table_with_its_actions() -> None:
    described = {
        (method.upper(), path): tuple(operation["x-actions"])
        for path, methods in document("en")["paths"].items()
        for method, operation in methods.items()
    }
    assert described == {where: each.actions for where, each in AGREED.items()}


def test_without_a_token_nothing_is_open_but_the_description(world: World, plan: str) -> None:
    told = {
        (answer.status_code, answer.content)
        for (method, path), each in AGREED.items()
        for answer in [ask(Program(), method, path, keys(world, world.ward, plan), each.about)]
    }
    assert [status for status, _ in told] == [401]
    assert Program().get("/openapi.json").status_code == 200


def test_a_role_that_is_never_granted_an_action_finds_nothing_there(
    programs: Everybody, world: World, plan: str
) -> None:
    before = Change.objects.count(), Line.objects.count()
    filled = keys(world, world.ward, plan)
    cells, wrong = 0, []
    nothing = Program(programs[Role.AUDITOR, Scope.COUNTRY].secret).get("/no-such-thing").content
    for (method, path), each in AGREED.items():
        for (role, scope), program in programs.items():
            if not may(role, scope, each):
                answer = ask(program, method, path, filled, each.about)
                cells += 1
                if (answer.status_code, answer.content) != (404, nothing):
                    wrong.append((method, path, role.value, scope.value, answer.status_code))
    assert wrong == []
    assert cells > 2000
    assert (Change.objects.count(), Line.objects.count()) == before


@pytest.mark.parametrize("about", ["household", "person", "location", "municipality"])
def test_what_lies_outside_a_scope_is_answered_as_what_is_not_there(
    about: str, programs: Everybody, world: World, plan: str
) -> None:
    inside, outside = (keys(world, ward, plan) for ward in (world.ward, world.far_ward))
    absent = {**outside, about: NOWHERE, "code": NOWHERE}
    wrong = []
    for (method, path), each in AGREED.items():
        if each.about != about or path.startswith("/plans/"):
            continue
        for (role, scope), program in programs.items():
            if not may(role, scope, each):
                continue
            near = ask(program, method, path, inside, about)
            far = ask(program, method, path, outside, about)
            none = ask(program, method, path, absent, about)
            seen = near.status_code if scope is Scope.COUNTRY else 404
            if near.status_code == 404 or far.status_code != seen or none.status_code != 404:
                wrong.append((method, path, role.value, scope.value, near.status_code, far.status_code))
            if far.status_code == 404 and far.content != none.content:
                wrong.append((method, path, role.value, scope.value, "told apart"))
    assert wrong == []


LISTS: Mapping[str, str] = {
    "/municipalities": "code",
    "/locations": "location",
    "/assessments": "location",
    "/improvements": "location",
    "/feedback": "location",
    "/programmes": "location",
    "/contacts": "location",
    "/operations": "location",
    "/households": "household",
    "/persons": "household",
    "/moves": "household",
    "/offers": "municipality",
    "/decisions": "municipality",
    "/plans/{plan}/tasks": "municipality",
    "/plans/{plan}/suitability": "location",
    "/plans/{plan}/placements": "household",
}


def rows(world: World, path: str) -> list[Any]:
    """The lines of a list as the tables have them."""
    if path == "/moves":
        return [SimpleNamespace(household=key) for key in world.moved]
    return list(getattr(world.dataset, path.rsplit("/", 1)[-1], ())) if "{" not in path else []


def column_of(path: str, row: Any) -> str:
    """What tells where a line belongs."""
    name = LISTS[path]
    return str(row.key if path in ("/locations", "/households") else getattr(row, name))


def lies_within(world: World, scope: Scope, kind: str, key: str) -> bool:
    """Whether something lies within the scope around the ward: told from the tables, not by the application."""
    belongs = {
        "code": world.belongs_municipality,
        "municipality": world.belongs_municipality,
        "location": world.belongs_location,
        "household": world.belongs_household,
    }[kind](key)
    return scope is Scope.COUNTRY or (bool(belongs[scope]) and belongs[scope] == world.within(scope))


@pytest.mark.parametrize("path", LISTS)
def test_a_list_and_its_count_hold_just_what_lies_within_the_scope(
    path: str, programs: Everybody, world: World, plan: str
) -> None:
    kind, some = LISTS[path], 0
    for (role, scope), program in programs.items():
        if not may(role, scope, AGREED["GET", path]):
            continue
        found = list(every_line(program, path.format(plan=plan)))
        within = [lies_within(world, scope, kind, line[kind]) for line in found]
        assert all(within), (role, scope)
        expected = sum(lies_within(world, scope, kind, column_of(path, row)) for row in rows(world, path))
        assert "{" in path or len(found) == expected, (role, scope)
        some += len(found) > 0
    assert some > 0


def every_line(program: Program, path: str) -> Iterator[Any]:
    """All lines of a list, part after part; of the many, those of the first parts."""
    asked: str | None = f"{path}?pageSize=100"
    for _ in range(20):
        part = program.read(asked.split("127.0.0.1")[-1])  # type: ignore[union-attr]
        yield from part["results"]
        asked = part["next"]
        if asked is None:
            return
    raise AssertionError("the tests expect a small country")


@pytest.mark.parametrize(("path", "role", "scope"), [
    ("/exchanges", Role.PROVINCE, Scope.PROVINCE),
    ("/plans/{plan}/provinces", Role.PROVINCE, Scope.PROVINCE),
    ("/commitments", Role.PARTNER, Scope.PROVINCE),
])  # fmt: skip
def test_other_lists_hold_nothing_from_elsewhere(
    path: str, role: Role, scope: Scope, programs: Everybody, world: World, plan: str
) -> None:
    here = world.within(Scope.PROVINCE)
    for line in programs[role, scope].read(path.format(plan=plan))["results"]:
        places = {line.get("province_code")} | {world.province_of.get(line.get(end)) for end in ("from", "to")}
        assert here in places, line
    everything = programs[Role.MINISTRY, Scope.COUNTRY].read(path.format(plan=plan))
    assert everything["count"] > 0


def test_whoever_manages_users_reads_about_nobody_whatever_else_they_are(programs: Everybody, world: World) -> None:
    from luwte_web.accounts.models import Appointment

    officer = programs[Role.PLACEMENT_OFFICER, Scope.COUNTRY]
    assert officer.get(f"/households/{world.ward.key}").status_code == 200
    assert officer.user
    Appointment.objects.create(user=officer.user, role="administrator", scope="country", given_at=officer.user.added_at)
    assert officer.get(f"/households/{world.ward.key}").status_code == 404
    assert officer.get("/households").status_code == 404


def test_who_reads_about_households_is_on_the_log_for_each_of_them(officer: Program) -> None:
    before = Line.objects.count()
    told = officer.read("/households?pageSize=7")["results"]
    lines = Line.objects.filter(number__gt=Line.objects.order_by("-number")[7].number, act="read_person")
    assert Line.objects.count() == before + 7
    names = {row.token: row.key for row in Token.objects.filter(kind="household")}
    assert {names[line.thing] for line in lines} == {line["household"] for line in told}
    assert officer.user
    assert {line.actor for line in lines} == {officer.user.token}
    assert all("t-" in (line.content or "") for line in lines)


def test_what_is_refused_is_not_told_in_the_words_of_a_thing(programs: Everybody, world: World) -> None:
    guardian = programs[Role.GUARDIAN, Scope.OWN_WARDS]
    other = world.far_ward.key
    for path in (f"/households/{other}", f"/persons?household={other}", f"/moves?household={other}"):
        answer = guardian.get(path, accept_language="en")
        assert other not in answer.content.decode().replace(path, "")
        assert said(answer).get("count", 0) == 0


def test_a_line_about_one_household_names_no_other_to_who_does_not_read_about_it(
    programs: Everybody, world: World, plan: str
) -> None:
    named = 0
    for (role, scope), program in programs.items():
        if may(role, scope, AGREED["GET", "/plans/{plan}/placements"]):
            for line in every_line(program, f"/plans/{plan}/placements"):
                if line["room_for"]:
                    named += 1
                    assert lies_within(world, scope, "household", line["room_for"])
    everybody = {row.room_for for row in artefacts.published(plan).plan.placements}
    assert named > 0 or everybody == {None}


def test_why_the_registry_changed_is_for_who_may_read_all_of_it(programs: Everybody) -> None:
    auditor, officer = programs[Role.AUDITOR, Scope.COUNTRY], programs[Role.PLACEMENT_OFFICER, Scope.COUNTRY]
    reasons = [{line["reason"] for line in each.read("/changes")["results"]} for each in (auditor, officer)]
    assert reasons[0] == {None}
    assert None not in reasons[1]


def test_findings_that_name_households_are_on_the_log_as_readings(officer: Program, plan: str) -> None:
    named = {row.subject for row in artefacts.published(plan).plan.findings[:100]}
    households = named & set(artefacts.published(plan).dataset.household)
    before = Line.objects.filter(act="read_person").count()
    officer.read(f"/plans/{plan}/findings?pageSize=100")
    assert Line.objects.filter(act="read_person").count() == before + len(households)
    assert households
