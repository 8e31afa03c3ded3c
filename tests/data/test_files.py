# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Files that are not what they should be: another encoding or separator, ragged, empty, damaged, out of reach."""

import os
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from data.spoil import as_workbook, codes, errors, found_in, rows_of, set_cell, where
from luwte.data import TO_PLACE, read, write, write_parquet
from luwte.model.findings import InputRefused


def rewrite(change: Callable[[str], str], encoding: str = "utf-8") -> Callable[[Path], None]:
    """Change the text of locations.csv."""

    def spoil(folder: Path) -> None:
        path = folder / "locations.csv"
        path.write_bytes(change(path.read_text(encoding="utf-8")).encode(encoding))

    return spoil


def content(new: bytes) -> Callable[[Path], None]:
    """Replace locations.csv."""
    return lambda folder: (folder / "locations.csv").write_bytes(new) and None


def replaced(old: str, new: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    """Replace a piece of locations.csv, once."""
    return rewrite(lambda text: text.replace(old, new, 1), encoding)


FILES = {
    "semicolons": (rewrite(lambda text: text.replace(",", ";")), "separator", 1),
    "tabs": (rewrite(lambda text: text.replace(",", "\t")), "separator", 1),
    "bars": (rewrite(lambda text: text.replace(",", "|")), "separator", 1),
    "a line for the spreadsheet": (rewrite(lambda text: "sep=,\n" + text), "separator", 1),
    "Windows-1252": (replaced("Kleine locatie", "Kléine locatie", "cp1252"), "encoding", 3),
    "UTF-16": (rewrite(str, "utf-16"), "encoding", None),
    "UTF-16 without a mark": (rewrite(str, "utf-16-le"), "encoding", None),
    "UTF-32": (rewrite(str, "utf-32"), "encoding", None),
    "NUL bytes": (replaced("Kleine", "Kle\x00ine"), "nul_bytes", 3),
    "an open quotation mark": (replaced("Kleine locatie", '"Kleine locatie'), "quotes", 3),
    "a quotation mark that closes early": (replaced('"Noodopvang', '"Nood"opvang'), "quotes", 5),
    "a cell too many": (replaced("Kleine locatie", "Kleine, locatie"), "too_many_cells", 3),
    "a decimal comma that makes a cell": (replaced("249.3", "249,3"), "too_many_cells", 5),
    "a cell too few": (replaced("L2,Kleine", "Kleine"), "too_few_cells", 3),
    "an empty row": (replaced("\nL2", "\n\nL2"), "empty_row", 3),
    "a row of commas": (replaced("\nL2", "\n" + "," * 28 + "\nL2"), "empty_row", 3),
    "an empty file": (content(b""), "empty_file", None),
    "only blanks": (content(b" \n \n"), "empty_file", None),
    "only a mark of order": (content(b"\xef\xbb\xbf"), "no_header", 1),
    "no header": (content(b",,,\n"), "no_header", 1),
    "a column twice": (replaced("supervisor", "operator"), "column_twice", 1),
    "a column without a name": (replaced("supervisor", ""), "column_nameless", 1),
    "a column missing": (replaced("building", "gebouw"), "column_missing", 1),
    "random bytes": (content(bytes(range(256)) * 4), "nul_bytes", 1),
    "a picture": (content(b"\x89PNG\r\n\x1a\n\xff\xff\xff"), "encoding", 1),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_in_another_form_is_refused_by_name(name: str, copy: Path) -> None:
    spoil, code, row = FILES[name]
    spoil(copy)
    [finding] = [f for f in errors(found_in(copy)) if f.kind.code == code]
    assert where(finding)[:2] == ("locations.csv", row)


@pytest.mark.parametrize("name", [name for name, (_, code, _) in FILES.items() if code in ("separator", "encoding")])
def test_a_file_that_cannot_be_read_makes_no_further_faults(name: str, copy: Path) -> None:
    FILES[name][0](copy)
    assert len(errors(found_in(copy))) == 1


def test_a_mark_of_order_and_other_line_ends_are_tolerated(copy: Path, small: Path) -> None:
    path = copy / "locations.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(copy).content_hash == read(small).content_hash


def test_empty_rows_at_the_end_are_tolerated(copy: Path, small: Path) -> None:
    with (copy / "locations.csv").open("a", encoding="utf-8") as file:
        file.write("," * 28 + "\n\n\n")
    assert read(copy).content_hash == read(small).content_hash


def test_a_first_cell_in_another_encoding_is_shown(copy: Path) -> None:
    FILES["Windows-1252"][0](copy)
    [finding] = errors(found_in(copy))
    assert finding.place
    assert finding.place.value == "Kléine locatie Amersfoort (verzonnen)"


def test_an_unknown_column_is_a_warning_with_the_nearest_name(copy: Path) -> None:
    rewrite(lambda text: text.replace("gp_km", "Gp km"))(copy)
    [finding] = [f for f in found_in(copy) if f.kind.code == "column_unknown_near"]
    assert where(finding) == ("locations.csv", 1, "Gp km")
    assert finding.params == {"better": "gp_km"}


def test_a_file_of_no_table_is_a_warning(copy: Path) -> None:
    (copy / "bewoners.csv").write_text("naam\n", encoding="utf-8")
    (copy / "notes.md").write_text("mine\n", encoding="utf-8")
    assert [where(f)[0] for f in found_in(copy) if f.kind.code == "file_unknown"] == ["bewoners.csv"]


def test_a_table_in_two_forms_is_refused(copy: Path) -> None:
    pl.DataFrame({"location": ["L1"]}).write_parquet(copy / "locations.parquet")
    assert codes(tuple(errors(found_in(copy)))) == {"table_in_two_forms"}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "path_missing"),
        (lambda path: path.mkdir(), "folder_without_tables"),
        (lambda path: path.write_bytes(b"a,b\n"), "path_not_a_dataset"),
    ],
)
def test_a_path_without_tables_is_refused(make: Callable[[Path], object], code: str, tmp_path: Path) -> None:
    make(tmp_path / "x")
    assert codes(found_in(tmp_path / "x")) == {code}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"hello", "workbook_damaged"),
        (b"PK\x03\x04rubbish", "workbook_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook_locked"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "country.xlsx"
    path.write_bytes(content)
    assert codes(found_in(path)) == {code}


@pytest.mark.parametrize("cut", [10, 400, 3000, -1])
def test_a_workbook_that_was_cut_off_is_refused(cut: int, copy: Path, tmp_path: Path) -> None:
    book = as_workbook(copy, tmp_path / "whole.xlsx").read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(book[:cut])
    assert codes(found_in(tmp_path / "cut.xlsx")) == {"workbook_damaged"}


@pytest.mark.parametrize("content", [b"", b"PAR1rubbishPAR1", b"PAR1"])
def test_a_damaged_parquet_file_is_refused(content: bytes, copy: Path) -> None:
    (copy / "locations.csv").unlink()
    (copy / "locations.parquet").write_bytes(content)
    assert codes(tuple(errors(found_in(copy)))) <= {"parquet_damaged", "empty_file"}


def test_typed_parquet_cells_are_taken_exactly_or_refused(copy: Path) -> None:
    header, *rows = rows_of(copy / "improvements.csv")
    frame = pl.DataFrame(rows, schema=header, orient="row")
    cost = pl.Series("cost", [4500.75, float("nan")])
    due = pl.Series("due", ["2026-12-15 00:00:00", "2026-10-31 12:00:00"]).str.to_datetime()
    frame.with_columns(cost, due, done_on=None).write_parquet(copy / "improvements.parquet")
    (copy / "improvements.csv").unlink()
    found = {where(f): f.kind.code for f in errors(found_in(copy))}
    assert found == {
        ("improvements.parquet", 2, "due"): "cell_date_time",
        ("improvements.parquet", 3, "due"): "cell_date_time",
        ("improvements.parquet", 3, "cost"): "cell_not_finite",
    }


def test_a_folder_in_the_place_of_a_file_is_refused(copy: Path) -> None:
    (copy / "locations.csv").unlink()
    (copy / "locations.csv").mkdir()
    assert "file_unreadable" in codes(found_in(copy))


def test_a_file_that_may_not_be_read_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "locations.csv":
            raise PermissionError(13, os.strerror(13))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert codes(tuple(errors(found_in(copy)))) == {"file_unreadable"}


def test_placing_needs_locations_households_and_persons(small: Path, tmp_path: Path) -> None:
    (tmp_path / "municipalities.csv").write_bytes((small / "municipalities.csv").read_bytes())
    header = (small / "persons.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "persons.csv").write_text(header + "\n", encoding="utf-8")
    assert read(tmp_path).locations == ()
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, need=TO_PLACE)
    found = [(f.kind.code, f.params["table"]) for f in errors(refused.value.findings)]
    assert sorted(found) == [
        ("table_empty", "persons"),
        ("table_missing", "households"),
        ("table_missing", "locations"),
    ]


def test_a_table_that_others_refer_to_is_missed_once(copy: Path) -> None:
    (copy / "locations.csv").unlink()
    found = [where(f) for f in errors(found_in(copy)) if f.kind.code == "reference_without_table"]
    assert len(found) == len(set(found)) == 12


def test_what_was_written_can_be_spoiled_and_is_refused(small: Path, tmp_path: Path) -> None:
    write(read(small), tmp_path / "new")
    set_cell(tmp_path / "new", "locations", 2, "family_places", "-1")
    assert codes(tuple(errors(found_in(tmp_path / "new")))) == {"cell_below"}
    write_parquet(read(small), tmp_path / "columns")
    frame = pl.read_parquet(tmp_path / "columns" / "locations.parquet")
    frame.with_columns(family_places=-1).write_parquet(tmp_path / "columns" / "locations.parquet")
    assert codes(tuple(errors(found_in(tmp_path / "columns")))) == {"cell_below"}
