# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A country small enough to count on fingers: one full location to leave, and one with a few places to come to."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

TODAY = "2026-11-21"
OLD, NEW = "L1", "L2"
LOCATION = {
    "municipality": "GM0363", "kind": "azc", "operator": "coa", "supervisor": "inspectorate", "building": "residential",
    "opens": "2020-01-01", "family_fit": "yes", "amv_fit": "yes", "adult_fit": "yes",
}  # fmt: skip
PLENTY = {"family_places": "40", "amv_places": "40", "adult_places": "40", "flexible_places": "0"}
FEW = {"family_places": "4", "amv_places": "2", "adult_places": "2", "flexible_places": "2"}

Row = Mapping[str, str]


def tables(households: int = 4) -> dict[str, list[Row]]:
    """So many families of two (F), unaccompanied minors (M) and adults (A), who all live at the old location."""
    number = range(1, households + 1)
    return {
        "dataset": [{"reference_date": TODAY, "title": "small", "synthetic": "yes"}],
        "locations": [
            {"location": OLD, "name": "old", **LOCATION, **PLENTY},
            {"location": NEW, "name": "new", **LOCATION, **FEW},
        ],
        "households": [
            *(_household(f"F{n}", "family") for n in number),
            *(_household(f"M{n}", "amv", guardian="G1") for n in number),
            *(_household(f"A{n}", "adult") for n in number),
        ],
        "persons": [
            *(_person(f"F{n}", "p", "1990-05", "parent") for n in number),
            *(_person(f"F{n}", "c", "2018-05", "child") for n in number),
            *(_person(f"M{n}", "s", "2011-05", "self", guardian_since="2025-01-01") for n in number),
            *(_person(f"A{n}", "s", "1995-05", "self") for n in number),
        ],
    }


def write(folder: Path, of: Mapping[str, Sequence[Row]]) -> Path:
    """Write tables as a folder of CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in of.items():
        header = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def _household(key: str, group: str, **more: str) -> Row:
    return {
        "household": key, "group": group, "location": OLD, "since": "2026-01-01", "phase": "procedure", "needs": "",
        "guardian": "", "locked": "no", **more,
    }  # fmt: skip


def _person(household: str, name: str, born: str, relation: str, **more: str) -> Row:
    return {"person": household + name, "household": household, "birth_month": born, "relation": relation,
            "lodged_on": "2025-01-01", **more}  # fmt: skip
