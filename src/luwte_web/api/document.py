# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The description of the API (OpenAPI 3.1) at a fixed place, for whoever asks, in the language that they ask for.

Names are English, those of the glossary and the tables; what is said about them is in Dutch or English.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from luwte.data.schema import input_tables, output_tables
from luwte.words import N_, words_in
from luwte_web.api.problems import MEDIA_TYPE, SAYS, Problem, words_of
from luwte_web.api.v1 import api
from luwte_web.api.version import BASE

ABOUT = N_(
    "Luwte finds a calm, lasting place for every child in asylum reception. Through this API programs read and do what "
    "people do on its pages, with the same roles and on the same log. Names are English, as in the glossary of Luwte; "
    "columns are those of its tables."
)
CONTACT = N_("Whoever manages this installation")
EVERY_TIME = (401, 404, 429)
OPERATIONS = ("get", "post", "put", "patch", "delete")
SPOKEN = ("description", "summary")
VERSION_HEADER = {"API-Version": {"description": N_("Full version of the API."), "schema": {"type": "string"}}}
TABLES_SENT = N_("A file with tables: CSV, Parquet, one workbook, or a zip file of CSV files.")
GIVEN = {
    "200": N_("This is the answer."),
    "201": N_("It was made."),
    "202": N_("It was taken on; Location tells where to follow it."),
    "204": N_("It was done; there is nothing to tell."),
}


@require_safe
def openapi(request: HttpRequest) -> JsonResponse:
    """The description of the API; pages of other sites may read it too."""
    answer = JsonResponse(document(words_of(request).language), json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@cache
def document(language: str) -> dict[str, Any]:
    """The whole description in one language."""
    made = dict(api.get_openapi_schema(path_prefix=""))
    made["components"]["schemas"] |= _problem_schemas()
    made["components"]["responses"] = {str(status): _problem(status) for status in SAYS}
    made["servers"] = [{"url": BASE}]
    made["info"] |= {"description": ABOUT, "contact": {"name": words_in(language).text(CONTACT)}}
    made["info"]["license"] = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}
    for described in operations(made):
        _finish(described)
    spoken: dict[str, Any] = _spoken(made, language)
    return spoken


def operations(made: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every operation of a description."""
    for path in made["paths"].values():
        yield from (path[method] for method in OPERATIONS if method in path)


def _finish(described: dict[str, Any]) -> None:
    """Tell the version that every answer carries, the problems, and answers that are files."""
    files = described.pop("x-files")
    responses = {str(status): answer for status, answer in described["responses"].items()}
    for status, answer in responses.items():
        answer["description"] = GIVEN[status]
        answer["headers"] = {**VERSION_HEADER, **answer.get("headers", {})}
        if files:
            answer["content"] = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in files}
    for sent in described.get("requestBody", {}).get("content", {}).values():
        if files_sent := sent["schema"].get("properties", {}).get("files"):
            files_sent["description"] = TABLES_SENT
    statuses = {*EVERY_TIME, *described.pop("x-problems")}
    if described["parameters"] or "requestBody" in described:
        statuses.add(400)
    if "requestBody" in described:
        statuses.add(413)
    problems = {str(status): {"$ref": f"#/components/responses/{status}"} for status in sorted(statuses)}
    described["responses"] = responses | problems


def _problem(status: int) -> dict[str, Any]:
    title, _ = SAYS[status]
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": title, "headers": dict(VERSION_HEADER), "content": content}


def _problem_schemas() -> dict[str, Any]:
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    return {**schema.pop("$defs"), "Problem": schema}


def _spoken(part: Any, language: str) -> Any:
    """The same with every summary and description in a language."""
    if isinstance(part, dict):
        return {
            name: _said(value, language) if name in SPOKEN and isinstance(value, str) else _spoken(value, language)
            for name, value in part.items()
        }
    return [_spoken(each, language) for each in part] if isinstance(part, list) else part


def _said(text: str, language: str) -> str:
    one_line = " ".join(text.split())
    if language == "en":
        return one_line
    return _of_columns().get(one_line) or words_in(language).text(one_line)


@cache
def _of_columns() -> Mapping[str, str]:
    """What the tables say of their columns, in Dutch by the English."""
    tables = [*input_tables().values(), *output_tables().values()]
    return {each.en: each.nl for table in tables for each in (table, *table.columns)}
