# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The bundled asylum requests (CBS 83102NED), in persons, rounded to fives by CBS."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class YearOfRequests:
    """First asylum requests and family reunification (nareizigers) of one year."""

    year: int
    first_requests: int
    family_reunification: int
    preliminary: bool

    @property
    def together(self) -> int:
        """Everybody who came in through one of the two."""
        return self.first_requests + self.family_reunification


@cache
def requests_by_year() -> tuple[YearOfRequests, ...]:
    """All nationalities, 2018 to 2025, oldest first."""
    return tuple(
        YearOfRequests(
            int(row["jaar"]), int(row["eerste_asielverzoeken"]), int(row["nareizigers"]), bool(row["status"])
        )
        for row in _rows("requests_yearly")
    )


@cache
def first_requests_by_month() -> Mapping[str, int]:
    """First requests of seven nationalities together by month, 2015-01 to 2025-12: never all requests."""
    months: Counter[str] = Counter()
    for row in _rows("first_requests_monthly_top7"):
        months[row["maand"]] += int(row["eerste_asielverzoeken"])
    return dict(sorted(months.items()))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
