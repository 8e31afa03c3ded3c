# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The schemas say what the records hold, refuse nonsense, and the pages made from them are up to date."""

from dataclasses import MISSING, fields
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from luwte.data.kinds import KINDS
from luwte.data.pages import pages
from luwte.data.records import RECORDS, choice_of
from luwte.data.schema import TABLES, Column, Type, input_tables, load, output_tables

PAGES = Path(__file__).parents[2] / "docs" / "data"
COLUMNS = [(name, column) for name, table in input_tables().items() for column in table.columns]


@pytest.mark.parametrize("name", list(RECORDS))
def test_every_field_of_a_record_has_a_column(name: str) -> None:
    assert {c.field for c in input_tables()[name].columns if c.field} == {f.name for f in fields(RECORDS[name])}


@pytest.mark.parametrize("name", list(RECORDS))
def test_what_a_record_cannot_do_without_is_needed(name: str) -> None:
    needed = {c.field for c in input_tables()[name].columns if c.needed != "no"}
    assert {f.name for f in fields(RECORDS[name]) if f.default is MISSING} <= needed


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: getattr(part, "name", part))
def test_codes_are_those_of_the_model(table: str, column: Column) -> None:
    kind = choice_of(RECORDS[table], column.field) if column.field else None
    if kind is not None:
        assert column.type is Type.CHOICE
        assert list(column.choices) == [member.value for member in kind]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: getattr(part, "name", part))
def test_references_lead_to_keys(table: str, column: Column) -> None:
    if column.references:
        other, key = column.references.split(".")
        assert input_tables()[other].key == (key,)


def test_no_table_is_forgotten() -> None:
    for folder, tables in ((TABLES, input_tables()), (TABLES / "outputs", output_tables())):
        assert {path.stem for path in folder.glob("*.yaml")} == {*tables, "order"}


def test_outputs_are_described_column_by_column() -> None:
    from luwte.planning.cells import columns
    from luwte.planning.files import FRONTIER
    from luwte.planning.files import TABLES as WRITTEN
    from luwte.planning.outputs import FrontierRow

    records = {name: record for name, (record, _) in WRITTEN.items()} | {FRONTIER: FrontierRow}
    assert set(records) <= {f"{name}.csv" for name in output_tables()}
    for name, record in records.items():
        described = output_tables()[name.removesuffix(".csv")]
        assert tuple(column.name for column in described.columns) == columns(record), name


@pytest.mark.parametrize(
    "change",
    [
        {"type": "colour"},
        {"type": "choice"},
        {"type": "code"},
        {"type": "date", "minimum": 1},
        {"type": "text", "colour": "red"},
        {"type": "text", "references": "nowhere"},
        {"type": "text", "name": "Not a name"},
    ],
)
def test_a_schema_that_makes_no_sense_is_refused(change: dict[str, object], tmp_path: Path) -> None:
    column = {"name": "a", "en": "A.", "nl": "A."} | change
    path = tmp_path / "table.yaml"
    path.write_text(yaml.safe_dump({"table": "t", "en": "T.", "nl": "T.", "columns": [column]}), encoding="utf-8")
    with pytest.raises(ValidationError):
        load(path)


@pytest.mark.parametrize(
    "change", [{"key": ["b"]}, {"columns": [{"name": "a", "type": "text", "en": "", "nl": ""}] * 2}]
)
def test_a_table_whose_parts_do_not_fit_is_refused(change: dict[str, object], tmp_path: Path) -> None:
    table = {"table": "t", "en": "T.", "nl": "T.", "columns": [{"name": "a", "type": "text", "en": "", "nl": ""}]}
    (tmp_path / "table.yaml").write_text(yaml.safe_dump(table | change), encoding="utf-8")
    with pytest.raises(ValidationError):
        load(tmp_path / "table.yaml")


def test_the_pages_are_up_to_date() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert there == dict(pages()), "run python -m luwte.data.document"


def test_every_kind_of_finding_has_a_code_of_its_own() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
