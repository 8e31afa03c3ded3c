# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables into the registry and out of it: look at what would change, do it as it was seen, take all tables out.

A preview has an ETag: the change of the registry it was made upon, and the hash of the tables. The import of the same
tables takes it as If-Match, and is refused (412) where the registry or the tables are others by then.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Schema
from ninja.files import UploadedFile
from ninja.responses import Status
from pydantic import Field

from luwte.data import read
from luwte.model.findings import InputRefused
from luwte.words import N_
from luwte_web import bridge
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.api.findings import told_findings
from luwte_web.api.operations import operation
from luwte_web.api.problems import Failed, Fault
from luwte_web.api.uploads import tables_in
from luwte_web.api.values import Moment, Reason
from luwte_web.api.versions import IfMatch, etag_of, seen_by
from luwte_web.audit.reading import reads_people
from luwte_web.registry import exporting, importing
from luwte_web.registry.differences import Difference
from luwte_web.registry.importing import Preview

router = Router(tags=["tables"])
ZIP = "application/zip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OF_PEOPLE = ("households", "persons", "stays", "moves")
MOST_TOLD = 200  # corrected cells of one table; the counts tell how many there are
HASH_TOLD = 16
SEEN = N_("The ETag of the preview of the same tables.")
Files = Annotated[list[UploadedFile], File()]


class Check(Schema):
    """What reading found."""

    accepted: bool = Field(description=N_("Whether the tables can be used: there is no error."))
    dataset: str | None = Field(description=N_("SHA-256 of the tables; null where they are not accepted."))
    findings: list[Fault]


class Corrected(Schema):
    """One cell that says something else."""

    key: list[str]
    column: str
    before: str
    after: str


class TableDifference(Schema):
    """What would change in one table."""

    table: str
    new: int
    changed: int
    gone: int
    cells: list[Corrected] = Field(description=N_("The first corrected cells, at most 200."))


class Seen(Check):
    """What an import would do."""

    changes_nothing: bool
    rejected: dict[str, int] = Field(description=N_("Lines with an error, by table."))
    differences: list[TableDifference]


class Done(Schema):
    """An import that was made."""

    change: int | None = Field(description=N_("Number of the change; null where there was nothing to change."))


class Why(Schema):
    """Why the registry changes."""

    reason: Reason


class Taken(Schema):
    """As known when, and in which form."""

    as_of: Moment | None = Field(default=None, alias="asOf", description=N_("As it was known at this moment."))


@operation(router, "POST", "/checks", N_("Check tables"), needs=[Action.IMPORT], gives=Check)
def check_tables(request: HttpRequest, files: Files) -> Any:
    """Read tables and tell everything that is wrong, where, and how to mend it. Nothing is kept."""
    with tables_in(files) as path:
        try:
            dataset = read(path)
        except InputRefused as refused:
            return {"accepted": False, "dataset": None, "findings": told_findings(request, refused.findings)}
    return {
        "accepted": True, "dataset": dataset.content_hash, "findings": told_findings(request, dataset.findings)
    }  # fmt: skip


@operation(router, "POST", "/import-previews", N_("See what an import would change"), needs=[Action.IMPORT], gives=Seen)
def preview_import(request: HttpRequest, response: HttpResponse, files: Files) -> Any:
    """Compare tables with the registry. Nothing is written; the ETag of the answer lets the import follow."""
    with _previewed(files) as seen:
        reads_people(request, _people_told(seen), {"token": seen_by(request)})
        response["ETag"] = etag_of(_version(seen))
        return {
            "accepted": seen.dataset is not None,
            "dataset": seen.dataset.content_hash if seen.dataset else None,
            "findings": told_findings(request, seen.findings),
            "changes_nothing": seen.changes_nothing,
            "rejected": dict(seen.rejected),
            "differences": [_difference(each) for each in seen.differences if each],
        }


@operation(
    router,
    "POST",
    "/imports",
    N_("Import tables, as the preview showed"),
    needs=[Action.IMPORT],
    gives=Done,
    status=201,
    problems=(409, 412, 428),
)
def import_tables(
    request: HttpRequest, files: Files, why: Annotated[Why, Form()], if_match: IfMatch = None
) -> Status[dict[str, Any]]:
    """Bring tables into the registry, all of them or nothing. A line that the tables do not have is gone."""
    actor = acting(request)
    if if_match is None:
        raise Failed(428)
    with _previewed(files) as seen:
        basis, _, content = if_match.removeprefix("W/").strip('"').partition("-")
        if not basis.isascii() or not basis.isdigit() or len(basis) > 18 or content != _content(seen):
            raise Failed(412)
        made = importing.apply(replace(seen, basis=int(basis)), actor, why.reason)
    return Status(201, {"change": made.pk if made else None})


@operation(
    router, "GET", "/export", N_("All tables of the registry, as a zip file"), needs=[Action.EXPORT], files=(ZIP,)
)
def export_tables(request: HttpRequest, asked: Query[Taken]) -> HttpResponse:
    """Every table that the registry keeps, one CSV file each. An import of it changes nothing."""
    return _file(request, asked.as_of, "tables", ZIP)


@operation(
    router, "GET", "/export-workbook", N_("All tables of the registry, as a workbook"), needs=[Action.EXPORT],
    files=(XLSX,),
)  # fmt: skip
def export_workbook(request: HttpRequest, asked: Query[Taken]) -> HttpResponse:
    """Every table that the registry keeps, one sheet each."""
    return _file(request, asked.as_of, "tables.xlsx", XLSX)


@contextmanager
def _previewed(files: list[UploadedFile]) -> Iterator[Preview]:
    with tables_in(files) as path:
        yield importing.preview(path)


def _version(seen: Preview) -> str:
    return f"{seen.basis}-{_content(seen)}"


def _content(seen: Preview) -> str:
    return seen.dataset.content_hash[:HASH_TOLD] if seen.dataset else "refused"


def _people_told(seen: Preview) -> list[str]:
    """The households of which a preview tells a cell."""
    found = {
        corrected.record.key if each.table == "households" else corrected.record.household
        for each in seen.differences
        if each.table in OF_PEOPLE
        for corrected in each.changed[:MOST_TOLD]
    }
    return [f"household:{key}" for key in sorted(found)]


def _difference(each: Difference) -> dict[str, Any]:
    cells = [
        {"key": list(corrected.key), "column": column, "before": before, "after": after}
        for corrected in each.changed[:MOST_TOLD]
        for column, (before, after) in corrected.cells.items()
    ]
    counts = {"new": len(each.new), "changed": len(each.changed), "gone": len(each.gone)}
    return {"table": each.table, **counts, "cells": cells[:MOST_TOLD]}


def _file(request: HttpRequest, as_of: datetime | None, name: str, kind: str) -> HttpResponse:
    with TemporaryDirectory() as folder:
        out = Path(folder) / name
        exporting.export(out, acting(request), as_of)
        content = bridge.pack(out).content if out.is_dir() else out.read_bytes()
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="luwte-{out.stem}{out.suffix or ".zip"}"'
    return answer
