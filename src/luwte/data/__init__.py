# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables in and out: read and check them, write them, and the national tables that come with the package."""

from luwte.data.national import (
    boundaries,
    holiday_region,
    national_holidays,
    national_municipalities,
    neighbours,
)
from luwte.data.read import TO_PLACE, read
from luwte.data.write import write, write_empty, write_parquet, write_workbook
from luwte.model.describe import describe, line

__all__ = [
    "TO_PLACE",
    "boundaries",
    "describe",
    "holiday_region",
    "line",
    "national_holidays",
    "national_municipalities",
    "neighbours",
    "read",
    "write",
    "write_empty",
    "write_parquet",
    "write_workbook",
]
