# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People hand in tables with faults: each is named at its file, row, column and value, and nothing else happens."""

from pathlib import Path

import pytest

from data.mutations import DOUBTS, FORM_FAULTS, SENSE_FAULTS, Cell
from data.spoil import as_workbook, codes, errors, found_in, rows_of, set_cell, where
from luwte.model.findings import Finding


def name_of(cell: Cell) -> str:
    return f"{cell.table}-{cell.column}-{cell.code}-{cell.text.strip()[:12]}"


def named_at(findings: tuple[Finding, ...], cell: Cell, file: str) -> Finding:
    """The finding with the expected code at the expected place."""
    table, row, column = cell.place or (cell.table, cell.row, cell.column)
    place = (file.format(table=table), row, column)
    there = [finding for finding in findings if finding.kind.code == cell.code and where(finding) == place]
    assert there, (place, [(f.kind.code, where(f)) for f in findings])
    return there[0]


def test_the_small_country_has_no_fault(small: Path) -> None:
    assert codes(found_in(small)) == {"municipalities_not_national"}


@pytest.mark.parametrize("cell", FORM_FAULTS, ids=name_of)
def test_a_cell_in_another_form_is_refused_and_nothing_else_is(cell: Cell, copy: Path) -> None:
    set_cell(copy, cell.table, cell.row, cell.column, cell.text)
    findings = found_in(copy)
    finding = named_at(findings, cell, "{table}.csv")
    assert finding.place
    assert finding.place.value == cell.text
    assert errors(findings) in ([finding], [])


@pytest.mark.parametrize("cell", FORM_FAULTS, ids=name_of)
def test_a_workbook_with_the_same_cells_gets_the_same_findings(cell: Cell, copy: Path) -> None:
    set_cell(copy, cell.table, cell.row, cell.column, cell.text)
    book = as_workbook(copy, copy.parent / "country.xlsx")
    finding = named_at(found_in(book), cell, "country.xlsx#{table}")
    assert finding.place
    assert finding.place.value == cell.text


@pytest.mark.parametrize("cell", SENSE_FAULTS, ids=name_of)
def test_tables_that_contradict_each_other_are_refused(cell: Cell, copy: Path) -> None:
    set_cell(copy, cell.table, cell.row, cell.column, cell.text)
    findings = found_in(copy)
    finding = named_at(findings, cell, "{table}.csv")
    assert finding in errors(findings)
    assert finding.place
    assert finding.place.row == 1 or finding.place.value is not None


@pytest.mark.parametrize("cell", DOUBTS, ids=name_of)
def test_what_is_doubtful_is_named_and_read(cell: Cell, copy: Path) -> None:
    set_cell(copy, cell.table, cell.row, cell.column, cell.text)
    findings = found_in(copy)
    assert errors(findings) == []
    named_at(findings, cell, "{table}.csv")


def test_all_faults_are_named_at_once(copy: Path) -> None:
    chosen = [cell for i, cell in enumerate(FORM_FAULTS) if i == 0 or cell[:3] not in {c[:3] for c in FORM_FAULTS[:i]}]
    for cell in chosen:
        set_cell(copy, cell.table, cell.row, cell.column, cell.text)
    findings = found_in(copy)
    for cell in chosen:
        if cell.code != "stay_no_since":
            named_at(findings, cell, "{table}.csv")


def test_a_fault_in_every_row_is_counted_beyond_a_hundred(copy: Path) -> None:
    path = copy / "persons.csv"
    header, first = path.read_text(encoding="utf-8").splitlines()[:2]
    rows = [first.replace("P01", f"Q{i}").replace("1988-03", "03-1988") for i in range(250)]
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    findings = [f for f in found_in(copy) if f.place and f.place.column == "birth_month"]
    assert [f.kind.code for f in findings].count("cell_month_form") == 100
    assert [f.params["count"] for f in findings if f.kind.code == "more_of_the_same"] == ["150"]


def test_a_faulty_row_makes_no_further_faults(copy: Path) -> None:
    set_cell(copy, "locations", 2, "family_places", "veel")
    set_cell(copy, "households", 3, "phase", "?")
    set_cell(copy, "persons", 10, "birth_month", "?")
    assert sorted(f.kind.code for f in errors(found_in(copy))) == ["cell_choice", "cell_month", "cell_number"]


def test_the_mend_names_what_was_probably_meant(copy: Path) -> None:
    set_cell(copy, "locations", 2, "opens", "01-05-2019")
    set_cell(copy, "locations", 5, "kind", "noodopvang")
    set_cell(copy, "locations", 2, "cost_per_place_day", "80,50")
    set_cell(copy, "municipalities", 2, "code", "344")
    better = {f.kind.code: f.params["better"] for f in errors(found_in(copy)) if "better" in f.params}
    assert better["cell_day_first"] == "2019-05-01"
    assert better["cell_choice_near"] == "emergency"
    assert better["cell_decimal_comma"] == "80.50"
    assert better["cell_code_near"] == "GM0344"


def test_rows_are_counted_as_people_count_them(copy: Path) -> None:
    rows = rows_of(copy / "locations.csv")
    assert rows[1][0] == "L1"
    set_cell(copy, "locations", 2, "name", "met een\nregel erbij")
    set_cell(copy, "locations", 3, "kind", "?")
    [finding] = errors(found_in(copy))
    assert where(finding) == ("locations.csv", 3, "kind")
