# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The national housing tasks that are known, and which half-year is which."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from luwte.model.marks import Mark

FILE = Path(__file__).parent / "figures.yaml"
HALF_YEAR = r"^\d{4}-I{1,2}$"
SECOND_HALF = 7  # July


class National(BaseModel):
    """The task of the whole country in one half-year, in people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    half_year: str = Field(pattern=HALF_YEAR)
    people: int = Field(ge=0)
    source: str
    mark: Mark


@cache
def national_tasks() -> tuple[National, ...]:
    """All that are known, oldest first; a fault in the file raises `pydantic.ValidationError`."""
    read = [National.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    return tuple(sorted(read, key=lambda one: one.half_year))


def first_day(half_year: str) -> date:
    """The first day of a half-year such as 2026-II."""
    year, _, half = half_year.partition("-")
    return date(int(year), 1 if half == "I" else SECOND_HALF, 1)
