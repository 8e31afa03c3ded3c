# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Hold a plan against its own hashes, against the recount, and against a second run, cell by cell."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, zip_longest
from typing import Any

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Place
from luwte.model.places import PlaceGroup
from luwte.placement import Policy
from luwte.planning.faults import (
    CELL_DIFFERS,
    DATASET_DIFFERS,
    FILE_CHANGED,
    FILE_MISSING,
    FILE_STRANGE,
    MORE_DIFFERS,
    POLICY_DIFFERS,
    ROWS_DIFFER,
    SOFTWARE_DIFFERS,
    TEXT_DIFFERS,
)
from luwte.planning.files import ACCOUNT, PlanFolder, sha256
from luwte.planning.outputs import PlacementRow
from luwte.planning.place import school_regions, values_of
from luwte.planning.recount import Question, recount
from luwte.planning.shares import shares
from luwte.planning.suitability import fitness_of_all

SHOWN_PER_FILE = 20
NOT_COMPARED = ("timing",)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A row of placements.csv as the recount reads a proposal: names of terms without their level."""

    row: PlacementRow
    terms: Mapping[str, Decimal]

    @property
    def household(self) -> str:
        return self.row.household

    @property
    def origin(self) -> str | None:
        return self.row.origin

    @property
    def destination(self) -> str | None:
        return self.row.destination

    @property
    def place_group(self) -> PlaceGroup | None:
        return self.row.place_group

    @property
    def action(self) -> str:
        return self.row.action.value

    @property
    def size(self) -> int:
        return self.row.size

    @property
    def minors(self) -> int:
        return self.row.minors


def check_hashes(files: Mapping[str, bytes], plan: PlanFolder) -> tuple[Finding, ...]:
    """Files that are missing, changed since they were written, or no part of the plan."""
    found = []
    for name, stated in plan.files.items():
        if name not in files:
            found.append(_about(FILE_MISSING, name))
        elif sha256(files[name]) != stated:
            found.append(_about(FILE_CHANGED, name))
    strange = sorted(files.keys() - plan.files.keys() - {ACCOUNT})
    return (*found, *(_about(FILE_STRANGE, name) for name in strange))


def check_origin(plan: PlanFolder, dataset: Dataset, policy: Policy, software: str) -> tuple[Finding, ...]:
    """Whether tables, policy and software are those of the receipt."""
    receipt = plan.receipt
    compared = (
        (DATASET_DIFFERS, receipt.dataset, dataset.content_hash),
        (POLICY_DIFFERS, receipt.parameters.get("policy", ""), policy.hash),
        (SOFTWARE_DIFFERS, receipt.software, software),
    )
    return tuple(
        Finding(kind, params={"stated": stated, "found": found}) for kind, stated, found in compared if stated != found
    )


def check_rules(plan: PlanFolder, dataset: Dataset, policy: Policy) -> tuple[Finding, ...]:
    """Every rule and every number of the plan as it stands in its files, counted again from the tables."""
    question = Question(
        dataset,
        plan.receipt.reference_date,
        values_of(policy),
        fitness_of_all(dataset.locations),
        shares(plan.tasks),
        school_regions(dataset),
    )
    stated = [_Stated(row, {name.split("_", 1)[-1]: value for name, value in row.terms}) for row in plan.placements]
    return recount(question, stated, plan.summary.terms, plan.summary.levels)


def compare(stored: Mapping[str, bytes], again: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Where the files of a plan differ from those of a second run; times do not count."""
    found: list[Finding] = []
    for name in again:
        if name not in stored:
            found.append(_about(FILE_MISSING, name))
        elif stored[name] != again[name]:
            found += _first(name, _differences(name, stored[name], again[name]))
    return tuple(found)


def _differences(name: str, stored: bytes, again: bytes) -> Iterator[Finding]:
    if name.endswith(".csv"):
        return _csv_differences(name, _table(stored), _table(again))
    if name.endswith(".json"):
        return _json_differences(name, stored, again)
    return _text_differences(name, stored.splitlines(), again.splitlines())


def _csv_differences(name: str, stored: Sequence[Sequence[str]], again: Sequence[Sequence[str]]) -> Iterator[Finding]:
    header = again[0] if again else []
    for number, (one, other) in enumerate(zip(stored, again, strict=False), start=1):
        if one != other:
            for column, (left, right) in enumerate(zip_longest(one, other, fillvalue="")):
                if left != right:
                    yield _cell(name, number, header[column] if column < len(header) else str(column + 1), left, right)
    if len(stored) != len(again):
        params = {"file": name, "stored": str(len(stored) - 1), "again": str(len(again) - 1)}
        yield Finding(ROWS_DIFFER, place=Place(name), params=params)


def _json_differences(name: str, stored: bytes, again: bytes) -> Iterator[Finding]:
    one, other = dict(_leaves(json.loads(stored))), dict(_leaves(json.loads(again)))
    for path in sorted(one.keys() | other.keys()):
        if path.split(".")[0] not in NOT_COMPARED and one.get(path) != other.get(path):
            yield _cell(name, None, path, one.get(path, ""), other.get(path, ""))


def _text_differences(name: str, stored: Sequence[bytes], again: Sequence[bytes]) -> Iterator[Finding]:
    pairs = enumerate(zip_longest(stored, again), start=1)
    at = next((number for number, (one, other) in pairs if one != other), 1)
    yield Finding(TEXT_DIFFERS, place=Place(name, at), params={"file": name, "row": str(at)})


def _first(name: str, differences: Iterator[Finding]) -> list[Finding]:
    shown, left = list(islice(differences, SHOWN_PER_FILE)), sum(1 for _ in differences)
    more = [Finding(MORE_DIFFERS, place=Place(name), params={"file": name, "count": str(left)})] if left else []
    return shown + more


def _table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8", errors="replace"), newline="")))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(part, f"{path}.{key}" if path else str(key))
    else:
        yield path, "" if value is None else str(value)


def _cell(name: str, row: int | None, column: str, stored: str, again: str) -> Finding:
    params = {"file": name, "row": str(row or "-"), "column": column, "stored": stored or "-", "again": again or "-"}
    return Finding(CELL_DIFFERS, place=Place(name, row, column, stored), params=params)


def _about(kind: FindingKind, name: str) -> Finding:
    return Finding(kind, place=Place(name), params={"file": name})
