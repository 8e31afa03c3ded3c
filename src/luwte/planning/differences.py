# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where two runs of a plan differ: the file, the row, the column and both values."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import Any

from luwte.model.findings import Finding, Place
from luwte.planning.faults import CELL_DIFFERS, FILE_MISSING, MORE_DIFFERS, ROWS_DIFFER, TEXT_DIFFERS

SHOWN_PER_FILE = 20
NOT_COMPARED = ("timing",)


def compare(stored: Mapping[str, bytes], again: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Where the files of a plan differ from those of a second run; times do not count."""
    found: list[Finding] = []
    for name in again:
        if name not in stored:
            found.append(Finding(FILE_MISSING, place=Place(name), params={"file": name}))
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
