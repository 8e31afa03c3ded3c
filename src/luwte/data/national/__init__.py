# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The national tables that come with the package; `LICENCES.md` beside them tells whose they are."""

from luwte.data.national.boundaries import Polygon, boundaries
from luwte.data.national.requests import YearOfRequests, first_requests_by_month, requests_by_year
from luwte.data.national.tables import (
    HolidayRegion,
    holiday_region,
    holiday_regions,
    national_holidays,
    national_municipalities,
    neighbours,
)

__all__ = [
    "HolidayRegion",
    "Polygon",
    "YearOfRequests",
    "boundaries",
    "first_requests_by_month",
    "holiday_region",
    "holiday_regions",
    "national_holidays",
    "national_municipalities",
    "neighbours",
    "requests_by_year",
]
