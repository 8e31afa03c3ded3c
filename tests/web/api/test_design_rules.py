# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The NL API Design Rules 2.1, each core rule by its name; decision 16 tells of the one that is not followed."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from luwte_web.api.document import document, operations
from luwte_web.api.version import BASE, VERSION
from web.api.programs import ROOT, Program, World, said

ROOT_OF_ALL = Path(__file__).parents[3]
ENGLISH, DUTCH = document("en"), document("nl")
PATHS: Mapping[str, Any] = ENGLISH["paths"]
SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}")
CAMEL = re.compile(r"[a-z][a-z0-9]*([A-Z][a-z0-9]*)*")
PASCAL = re.compile(r"([A-Z][a-zA-Z0-9]*)")
SEMVER = re.compile(r"\d+\.\d+\.\d+")
SINGLE = {"profile", "export", "export-workbook", "suitability", "effect", "wish", "lock", "best-interests"}
SINGLE |= {"eighteen-plan", "feedback", "housing"}  # one of each child; words without a plural
PROBLEM = "application/problem+json"
MOMENTS = {"moment", "stored_at", "asked_at", "ended_at", "asOf"}


def parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def inside(part: Any) -> Iterator[dict[str, Any]]:
    """Every object in a description."""
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from inside(value)
    elif isinstance(part, list):
        for value in part:
            yield from inside(value)


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of every schema, and every parameter."""
    for schema in ENGLISH["components"]["schemas"].values():
        yield from schema.get("properties", {}).items()
    for operation in operations(ENGLISH):
        yield from ((each["name"], each["schema"]) for each in operation["parameters"])


def forms(schema: dict[str, Any]) -> set[str]:
    """The formats that a property can have."""
    return {each["format"] for each in (schema, *schema.get("anyOf", ())) if "format" in each}


def test_naming_resources_are_nouns_and_operations_have_no_verbs() -> None:
    verbs = {
        "get",
        "list",
        "make",
        "create",
        "update",
        "delete",
        "accept",
        "decide",
        "import",
        "distribute",
        "check",
        "plan",
    }
    assert not [path for path in PATHS if verbs & set(parts(path))]


def test_naming_collections_in_the_plural() -> None:
    named = {part for path in PATHS for part in parts(path) if "{" not in part}
    assert {name for name in named if not name.endswith("s")} <= SINGLE


def test_interface_language_is_english_with_a_published_glossary() -> None:
    glossary = (ROOT_OF_ALL / "docs/glossary.md").read_text(encoding="utf-8")
    for name in ("household", "location", "municipality", "offer", "move", "stay", "proposal"):
        assert name in glossary, name


def test_no_trailing_slash(officer: Program) -> None:
    assert not [path for path in PATHS if path.endswith("/")]
    for path in ("/profile/", "/locations/", "/"):
        answer = officer.get(path)
        assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)


def test_path_segments_kebab_case() -> None:
    assert not [path for path in PATHS for part in parts(path) if not SEGMENT.fullmatch(part)]


def test_query_keys_camel_case() -> None:
    keys = {each["name"] for one in operations(ENGLISH) for each in one["parameters"] if each["in"] == "query"}
    assert {"asOf", "pageSize", "needAmv", "inhabitantsOn"} <= keys
    assert not [key for key in keys if not CAMEL.fullmatch(key)]
    assert not [name for name in ENGLISH["components"]["schemas"] if not PASCAL.fullmatch(name)]


def test_hide_implementation(officer: Program) -> None:
    for path in ("/locations", "/no-such-thing", "/locations?page=x"):
        answer = officer.get(path)
        told = f"{answer.headers} {answer.content.decode()}".casefold()
        assert not [
            word for word in ("django", "ninja", "pydantic", "sqlite", "postgres", "python", "waitress") if word in told
        ]


def test_date_time_format_and_dates_without_time() -> None:
    for name, schema in properties():
        if name in MOMENTS:
            assert forms(schema) == {"date-time"}, name
        elif name in ("on", "until", "since", "from", "opens", "closes") or name.endswith("_on"):
            assert forms(schema) <= {"date"}, name
    assert sum(forms(schema) == {"date"} for _, schema in properties()) > 30


def test_date_time_timezone_any_offset_in_and_utc_out(officer: Program) -> None:
    moment = officer.read("/changes")["results"][0]["moment"]
    assert moment.endswith("Z")
    exact = datetime.fromisoformat(moment)
    assert exact.tzinfo == UTC
    for written in (moment, exact.isoformat(), "2999-01-01T00:00:00-11:30"):
        assert officer.read(f"/locations?asOf={written.replace('+', '%2B')}")["count"] > 0


def test_http_methods_are_the_standard_ones() -> None:
    assert {method for path in PATHS.values() for method in path} <= {"get", "post", "put", "patch", "delete"}


def test_a_method_that_is_not_there_is_told_with_those_that_are(officer: Program) -> None:
    answer = officer.ask("PATCH", "/households/x")
    assert (answer.status_code, answer["Allow"], answer["Content-Type"]) == (405, "GET", PROBLEM)
    assert officer.ask("HEAD", "/profile").status_code == 200


def test_http_safety_reading_changes_nothing_and_putting_twice_is_putting_once(officer: Program, world: World) -> None:
    path = f"/households/{world.ward.key}"
    seen = officer.get(path)
    assert officer.get(path).content == seen.content
    given = {"needs": ["quiet"], "reason": "seen at the visit"}
    first = officer.ask("PUT", f"{path}/needs", given, If_Match=seen["ETag"])
    again = officer.ask("PUT", f"{path}/needs", given, If_Match=first["ETag"])
    assert (first.status_code, again.status_code) == (200, 200)
    assert said(again) | {"version": 0} == said(first) | {"version": 0}


def test_http_response_codes_say_what_is_so() -> None:
    for operation in operations(ENGLISH):
        statuses = set(operation["responses"])
        assert {"401", "404", "429"} <= statuses, operation["operationId"]
        assert ("400" in statuses) == bool(operation["parameters"] or "requestBody" in operation)


def test_stateless_no_answer_sets_a_cookie(officer: Program) -> None:
    assert not [path for path in ("/profile", "/locations", "/no-such-thing") if officer.get(path).cookies]


def test_nested_child_units_and_stays_stand_under_their_parent() -> None:
    assert "/locations/{key}/units" in PATHS
    assert "/households/{key}/stays" in PATHS
    assert not {"/units", "/stays"} & set(PATHS)


def test_resource_operations_are_sub_resources() -> None:
    assert "post" in PATHS["/plans/{plan}/proposals/{household}/decisions"]


def test_problem_details_are_described_for_every_error() -> None:
    for operation in operations(ENGLISH):
        for status, answer in operation["responses"].items():
            if status >= "400":
                told = ENGLISH["components"]["responses"][answer["$ref"].rsplit("/", 1)[-1]]
                assert list(told["content"]) == [PROBLEM]
    assert {"status", "title", "detail"} <= set(ENGLISH["components"]["schemas"]["Problem"]["required"])


def test_invalid_input_is_400_with_all_errors_at_once(officer: Program) -> None:
    answer = officer.get("/households?page=0&pageSize=x&group=giants&colour=red")
    assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)
    assert {each["parameter"] for each in said(answer)["errors"]} == {"page", "pageSize", "group"}
    assert not [one for one in operations(ENGLISH) if "422" in one["responses"]]


def test_doc_openapi_is_3_1_and_all_its_references_lead_somewhere() -> None:
    assert re.fullmatch(r"3\.1\.\d+", ENGLISH["openapi"])
    for each in inside(ENGLISH):
        if "$ref" in each:
            found: Any = ENGLISH
            for step in each["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            assert found
    identifiers = [one["operationId"] for one in operations(ENGLISH)]
    assert len(identifiers) == len(set(identifiers)) == sum(len(methods) for methods in PATHS.values())


def test_doc_openapi_contact() -> None:
    assert ENGLISH["info"]["contact"]["name"]


def test_doc_language_is_dutch_unless_english_is_asked_for() -> None:
    english, dutch = Program().get("/openapi.json", accept_language="en"), Program().get("/openapi.json")
    assert (english["Content-Language"], dutch["Content-Language"]) == ("en", "nl")
    spoken = [
        (one[name], other[name])
        for one, other in zip(inside(ENGLISH), inside(DUTCH), strict=True)
        for name in ("description", "summary")
        if isinstance(one.get(name), str)
    ]
    assert len(spoken) > 500
    assert not [one for one, other in spoken if one == other and one not in ("Token",)]


def test_publish_openapi_at_the_standard_place_for_everybody_from_everywhere() -> None:
    answer = Program().get("/openapi.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert said(answer) == DUTCH


def test_there_is_no_page_that_runs_scripts_of_others(officer: Program) -> None:
    assert [officer.get(path).status_code for path in ("/docs", "/redoc", "")] == [404, 404, 404]


def test_deprecation_transition_and_changes_are_told_in_the_documents() -> None:
    told = (ROOT_OF_ALL / "docs/api.md").read_text(encoding="utf-8")
    assert "six months" in told
    assert "CHANGELOG.md" in told


def test_uri_version_and_semver() -> None:
    assert SEMVER.fullmatch(VERSION)
    assert ENGLISH["info"]["version"] == VERSION
    assert [server["url"] for server in ENGLISH["servers"]] == [BASE] == [ROOT]
    assert f"/v{VERSION.split('.')[0]}" == BASE.removeprefix("/api")


@pytest.mark.parametrize("path", ["/profile", "/openapi.json", "/no-such-thing", "/locations?page=x"])
def test_version_header_in_every_answer(path: str, officer: Program) -> None:
    assert officer.get(path)["API-Version"] == VERSION
    assert Program().get(path)["API-Version"] == VERSION


def test_version_header_is_described() -> None:
    for operation in operations(ENGLISH):
        for answer in operation["responses"].values():
            assert "$ref" in answer or "API-Version" in answer["headers"]


@pytest.mark.parametrize("path", ["/profile", "/no-such-thing", "/openapi.json"])
def test_transport_security_headers(path: str, officer: Program) -> None:
    with override_settings(IS_HTTPS=True):
        answer = officer.get(path)
    assert answer["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Strict-Transport-Security"].startswith("max-age=")
    assert answer["Content-Type"].startswith("application/")


def test_transport_cors_other_sites_read_the_description_alone(officer: Program) -> None:
    assert "Access-Control-Allow-Origin" not in officer.get("/locations", origin="https://example.org")


def test_transport_no_sensitive_uris_a_token_in_the_address_opens_nothing(officer: Program) -> None:
    for key in ("token", "access_token", "api_key"):
        assert Program().get(f"/profile?{key}={officer.secret}").status_code == 401
    assert not [name for name, _ in properties() if name in ("token", "name_of_person", "bsn")]
