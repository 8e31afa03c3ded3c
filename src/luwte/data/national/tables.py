# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The bundled municipalities, school holidays, holiday regions and neighbours."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from luwte.data.csv_files import read_csv
from luwte.data.schema import input_tables
from luwte.data.sheet import read_sheet
from luwte.model.geography import Municipality
from luwte.model.marks import Mark
from luwte.model.periods import Holiday, SchoolRegion

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class HolidayRegion:
    """The school holiday region of a municipality; `note` tells where a part of it follows another region."""

    municipality: str
    region: SchoolRegion
    note: str
    source: str
    mark: Mark


@cache
def national_municipalities() -> tuple[Municipality, ...]:
    """The 342 municipalities with inhabitants on 1 January 2023, 2024 and 2025 and the derived key weight."""
    return _records("municipalities")


@cache
def national_holidays() -> tuple[Holiday, ...]:
    """The school holidays of the school years 2024-2025 to 2027-2028."""
    return _records("holidays")


@cache
def holiday_regions() -> Mapping[str, HolidayRegion]:
    """The school holiday region of every municipality, by code."""
    return {
        row["municipality"]: HolidayRegion(
            row["municipality"], SchoolRegion(row["region"]), row["note"], row["source"], Mark(row["mark"])
        )
        for row in _rows("holiday_regions")
    }


def holiday_region(code: str) -> SchoolRegion:
    """The school holiday region of a municipality; raises KeyError for a code that is not in the bundled table."""
    return holiday_regions()[code].region


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of municipalities that share a border, each pair once, the lower code first."""
    return frozenset((row["gemeente_a"], row["gemeente_b"]) for row in _rows("neighbours"))


def _records(table: str) -> tuple[Any, ...]:
    raw, findings = read_csv(HERE / f"{table}.csv")
    if raw is None or findings:
        raise RuntimeError(f"the bundled {table}.csv cannot be read")
    sheet = read_sheet(input_tables()[table], raw)
    if sheet.findings:
        raise RuntimeError(f"the bundled {table}.csv has faults")
    return sheet.records


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
