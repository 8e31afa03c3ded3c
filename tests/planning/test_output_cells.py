# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Rows written to CSV come back as they were, and what cannot stand in a cell is named by row and column."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.data.schema import output_tables
from luwte.model.findings import Severity
from luwte.model.places import PlaceGroup
from luwte.placement.placement import Action, Cause
from luwte.planning.cells import columns, from_csv, to_csv
from luwte.planning.files import TABLES, WHERE_ASKED
from luwte.planning.outputs import FindingRow, PlacementRow, WorthRow

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-999, max_value=99999)
names = st.from_regex(r"\Al[123]_[a-z_]{1,10}\Z")
placements = st.builds(
    PlacementRow,
    household=texts,
    group=texts,
    size=st.integers(0, 9),
    minors=st.integers(0, 9),
    origin=st.none() | texts,
    destination=st.none() | texts,
    place_group=st.none() | st.sampled_from(PlaceGroup),
    action=st.sampled_from(Action),
    cause=st.sampled_from(Cause),
    level_1=decimals,
    level_2=decimals,
    level_3=decimals,
    terms=st.lists(st.tuples(names, decimals), max_size=3).map(tuple),
    next_best=st.none() | texts,
    next_best_room=st.none() | st.booleans(),
    next_best_level_1=st.none() | decimals,
    next_best_level_2=st.none() | decimals,
    next_best_level_3=st.none() | decimals,
    excluded=st.lists(st.tuples(names, st.integers(0, 400)), max_size=3).map(tuple),
)


@given(st.lists(placements, max_size=4).map(tuple))
def test_placements_come_back_as_they_were(rows: tuple[PlacementRow, ...]) -> None:
    assert from_csv(PlacementRow, to_csv(PlacementRow, rows)) == rows


findings = st.builds(
    FindingRow,
    severity=st.sampled_from(Severity),
    subject=texts,
    code=texts,
    norm=st.none() | texts,
    params=texts,
    file=st.none() | texts,
    row=st.none() | st.integers(1, 99),
    column=st.none() | texts,
    value=st.none() | texts,
)


@given(findings)
def test_findings_come_back_as_they_were(row: FindingRow) -> None:
    assert from_csv(FindingRow, to_csv(FindingRow, [row])) == (row,)


def test_the_same_value_is_written_in_one_way() -> None:
    rows = [WorthRow("L", PlaceGroup.FAMILY, Decimal("1.500"), Decimal("1E+2"), Decimal("-0.0"))]
    assert to_csv(WorthRow, rows).decode().splitlines()[1] == "L,family,1.5,100,0,"


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("L,family,1,2,3", "row 2 has 5 cells instead of 6"),
        ("L,horse,1,2,3,", "row 2, column group: 'horse' cannot stand there"),
        ("L,family,1,two,3,", "row 2, column level_2: 'two' cannot stand there"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(row: str, named: str) -> None:
    header = ",".join(columns(WorthRow))
    with pytest.raises(ValueError, match=named):
        from_csv(WorthRow, f"{header}\n{row}\n".encode())


def test_columns_are_those_that_are_documented() -> None:
    documented = {f"{name}.csv": [column.name for column in table.columns] for name, table in output_tables().items()}
    records = {name: record for name, (record, _) in TABLES.items()} | WHERE_ASKED
    assert {name: list(columns(record)) for name, record in records.items()} == documented
