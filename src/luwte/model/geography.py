# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Municipalities and the provinces they lie in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with what the key of the Decree needs to know of it.

    `inhabitants` maps the day of the count to the count; the key `None` holds the undated column `inhabitants`.
    `key_weight` stands in the place of 1 + SES-WOA where `ses_woa` is unknown.
    """

    code: str
    name: str
    province_code: str
    province: str
    inhabitants: Mapping[date | None, int]
    ses_woa: Decimal | None = None
    key_weight: Decimal | None = None
    lon: Decimal | None = None
    lat: Decimal | None = None
