# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the reports of the provinces come to: offered beside asked, what is short, what is more, who did not answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Reported:
    """One municipality in the report of its province, in places.

    `number` is its indicative number or what was agreed; `share` its part of the national need by the key;
    `offered` is `None` where it did not answer, which adds nothing to what its province offers.
    """

    municipality: str
    province_code: str
    number: int
    share: Fraction
    offered: int | None

    @property
    def gap(self) -> int:
        """What it offers less than its number; never below 0."""
        return max(0, self.number - (self.offered or 0))


@dataclass(frozen=True, slots=True)
class ProvinceShort:
    """A province: its number, what its municipalities offer together, and who did not answer.

    What is offered above the number in one municipality makes up for another of the same province.
    """

    province_code: str
    number: int
    offered: int
    unanswered: tuple[str, ...]

    @property
    def remainder(self) -> int:
        """What is short of the number of the province."""
        return max(0, self.number - self.offered)

    @property
    def surplus(self) -> int:
        """What is offered above it."""
        return max(0, self.offered - self.number)


def shortfalls(reports: Iterable[Reported]) -> tuple[ProvinceShort, ...]:
    """Every province by its code. The national remainder is the sum of theirs: a surplus elsewhere fills no gap."""
    provinces: dict[str, list[Reported]] = {}
    for one in reports:
        provinces.setdefault(one.province_code, []).append(one)
    return tuple(
        ProvinceShort(
            code,
            number=sum(one.number for one in own),
            offered=sum(one.offered or 0 for one in own),
            unanswered=tuple(one.municipality for one in own if one.offered is None),
        )
        for code, own in sorted(provinces.items())
    )
