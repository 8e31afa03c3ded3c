# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Find the tables: a folder of CSV or Parquet files, or one workbook."""

from pathlib import Path

from luwte.data.csv_files import read_csv
from luwte.data.parquet_files import read_parquet_files
from luwte.data.raw import Opened, at, error, warning
from luwte.data.schema import input_tables
from luwte.data.workbook import read_workbook
from luwte.words import N_

NO_PATH = error("path_missing", N_("There is no such folder or workbook."), N_("Check the path."))
NOT_A_DATASET = error(
    "path_not_a_dataset",
    N_("This is neither a folder of tables nor a workbook (.xlsx)."),
    N_("Give a folder with CSV or Parquet files, or one workbook."),
)
NOT_READABLE = error("path_unreadable", N_("The folder cannot be read ({reason})."), N_("Check that you may read it."))
NO_TABLES = error(
    "folder_without_tables",
    N_("There is no table here that Luwte knows."),
    N_("Make templates with `luwte example --empty DIR` and fill them."),
)
TWO_FORMS = error("table_in_two_forms", N_("The table stands here as CSV and as Parquet."), N_("Keep one of the two."))
UNKNOWN_FILE = warning(
    "file_unknown", N_("This file is not the table of any known name and is not read."), N_("Rename or remove it.")
)

KINDS = (NO_PATH, NOT_A_DATASET, NOT_READABLE, NO_TABLES, TWO_FORMS, UNKNOWN_FILE)

CSV, PARQUET = ".csv", ".parquet"
LIKE_TABLES = (CSV, PARQUET, ".xlsx", ".xls", ".ods", ".tsv", ".txt")


def open_tables(path: Path) -> Opened:
    """Read every known table at a path as text; what is wrong stands in the findings, nothing is raised."""
    opened = Opened()
    try:
        if path.is_file() and path.suffix.lower() == ".xlsx":
            read_workbook(path, opened)
        elif path.is_dir():
            _read_folder(path, opened)
        else:
            kind = NOT_A_DATASET if path.exists() else NO_PATH
            opened.refuse(None, at(kind, str(path)))
    except OSError as refusal:
        opened.refuse(None, at(NOT_READABLE, str(path), reason=refusal.strerror or type(refusal).__name__))
    if not opened.tables and not opened.unreadable and not opened.findings:
        opened.refuse(None, at(NO_TABLES, str(path)))
    return opened


def _read_folder(path: Path, opened: Opened) -> None:
    files = sorted(file for file in path.iterdir() if not file.name.startswith((".", "~$")))
    named = {file: file.stem for file in files if file.stem in input_tables() and file.suffix in (CSV, PARQUET)}
    twice = {name for name in named.values() if list(named.values()).count(name) > 1}
    for file, name in named.items():
        if name in twice and file.suffix == CSV:
            opened.refuse(name, at(TWO_FORMS, file.name))
        elif name not in twice and file.suffix == CSV:
            table, findings = read_csv(file)
            opened.findings += findings
            opened.put(name, table)
    read_parquet_files([file for file, name in named.items() if file.suffix == PARQUET and name not in twice], opened)
    for file in files:
        if file not in named and file.suffix.lower() in LIKE_TABLES:
            opened.findings.append(at(UNKNOWN_FILE, file.name))
