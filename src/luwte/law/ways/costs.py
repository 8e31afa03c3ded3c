# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What reception costs a resident a year, as far as it was published or reported."""

from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from luwte.law.ways.close import Closing, Way
from luwte.model.marks import Mark

FILE = Path(__file__).parent / "costs.yaml"


class Form(StrEnum):
    """The forms of reception of which a cost is known."""

    REGULAR = "regular"
    EMERGENCY = "emergency"
    HOTEL = "hotel"
    SHIP = "ship"


class Cost(BaseModel):
    """EUR for one resident in one year."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    year: int
    form: Form
    eur: int = Field(gt=0)
    source: str
    mark: Mark


@cache
def costs() -> tuple[Cost, ...]:
    """All costs that are known, oldest first; a fault in the file raises `pydantic.ValidationError`."""
    read = [Cost.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    return tuple(sorted(read, key=lambda one: one.year))


def latest_pair() -> tuple[Cost, Cost]:
    """Regular and emergency reception in the last year of which both are known, so that like is held against like."""
    regular, emergency = (
        {one.year: one for one in costs() if one.form is form} for form in (Form.REGULAR, Form.EMERGENCY)
    )
    year = max(regular.keys() & emergency.keys())
    return regular[year], emergency[year]


def yearly(one: Closing, *, small: Decimal | None) -> Decimal | None:
    """What the new places of a way cost in a year when all are lived in, in EUR; None where nobody knows.

    `small` is what a place at a small site costs a year, as given with the question. What one for unaccompanied minors
    costs was not found.
    """
    if not one.places:
        return Decimal(0)
    each = {Way.LARGER: Decimal(latest_pair()[0].eur), Way.SMALL: small, Way.AMV: None}[one.way]
    return None if each is None else each * one.places


def yearly_in_emergency(one: Closing) -> Decimal:
    """What the same places cost in a year as emergency reception, in EUR."""
    return Decimal(latest_pair()[1].eur) * one.places
