# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A series that a user gives: read as it is, or refused with every fault where it stands."""

from pathlib import Path

import pytest

from luwte.data.refresh.asylum import MonthOfRequests, as_csv
from luwte.law.estimate import read_series
from luwte.model.findings import InputRefused

GOOD = [f"{year}-{month:02},{month * 10},{month}" for year in (2023, 2024, 2025) for month in range(1, 13)]
HEADER = "month,first_requests,family_reunification"


def written(folder: Path, lines: list[str]) -> Path:
    file = folder / "inflow.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_columns_are_added_up(tmp_path: Path) -> None:
    series = read_series(written(tmp_path, [HEADER, *GOOD]))
    assert (series.last, series.people[:2], len(series.people)) == ("2025-12", (11, 22), 36)
    assert series.mark is None


def test_what_a_refresh_writes_can_be_read(tmp_path: Path) -> None:
    months = [MonthOfRequests(f"{year}-{month:02}", 2_000, 900) for year in (2024, 2025) for month in range(1, 13)]
    (tmp_path / "asylum_requests.csv").write_bytes(as_csv(months))
    assert read_series(tmp_path / "asylum_requests.csv").people == (2_900,) * 24


@pytest.mark.parametrize(
    ("line", "instead", "code", "row"),
    [
        (5, "2023-06,10,1", "estimate.not_next", 6),
        (5, "2023-13,10,1", "estimate.not_a_month", 6),
        (5, "juni 2023,10,1", "estimate.not_a_month", 6),
        (5, "2023-05,,1", "estimate.not_people", 6),
        (5, "2023-05,-3,1", "estimate.not_people", 6),
        (5, "2023-05,1.5,1", "estimate.not_people", 6),
        (5, "2023-05,²,1", "estimate.not_people", 6),
        (0, "maand,a,b", "estimate.no_columns", None),
    ],
)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, line: int, instead: str, code: str, row: int | None) -> None:
    lines = [HEADER, *GOOD]
    lines[line] = instead
    with pytest.raises(InputRefused) as refused:
        read_series(written(tmp_path, lines))
    told = {(finding.kind.code, finding.place.row) for finding in refused.value.findings if finding.place}
    assert (code, row) in told


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read_series(written(tmp_path, [HEADER, "2023-01,x,y", "2023-03,1,1"]))
    codes = [finding.kind.code for finding in refused.value.findings]
    assert codes == ["estimate.not_people", "estimate.not_people", "estimate.not_next", "estimate.too_short"]


def test_a_year_in_which_nobody_came_is_refused(tmp_path: Path) -> None:
    empty = [f"2022-{month:02},0,0" for month in range(1, 13)]
    with pytest.raises(InputRefused) as refused:
        read_series(written(tmp_path, [HEADER, *empty, *GOOD]))
    assert [finding.params["month"] for finding in refused.value.findings] == ["2022-12"]
