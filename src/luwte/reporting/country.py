# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tasks and gaps per province and municipality, as the report lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from luwte.model.geography import Municipality
from luwte.planning.outputs import ProvinceRow, TaskRow


@dataclass(frozen=True)
class ProvinceTable:
    """One province: its row of provinces.csv, its municipalities by name, and their sums in places."""

    province: ProvinceRow
    municipalities: Sequence[tuple[Municipality, TaskRow]]

    @property
    def agreed(self) -> int:
        """Agreed places together; exchanges inside the province leave it as it was."""
        return sum(row.agreed for _, row in self.municipalities)

    @property
    def realised(self) -> int:
        """Realised places together."""
        return sum(row.realised for _, row in self.municipalities)

    @property
    def gap(self) -> int:
        """Gaps together: what one municipality has too much makes up for another."""
        return sum(row.gap for _, row in self.municipalities)

    @property
    def behind(self) -> int:
        """Municipalities with a gap."""
        return sum(row.gap > 0 for _, row in self.municipalities)


def province_tables(
    provinces: Sequence[ProvinceRow], tasks: Sequence[TaskRow], municipality: Mapping[str, Municipality]
) -> Sequence[ProvinceTable]:
    """Provinces by name, each with its municipalities by name."""
    named = sorted(((municipality[row.municipality], row) for row in tasks), key=lambda pair: pair[0].name)
    return [
        ProvinceTable(province, [pair for pair in named if pair[0].province_code == province.province_code])
        for province in sorted(provinces, key=lambda row: row.province)
    ]
