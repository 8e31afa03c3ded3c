# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long the record of a household is kept after it left: terms that people set, with source and mark."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from luwte.model.marks import Mark
from luwte.model.people import HouseholdGroup
from luwte.model.periods import MONTHS, months_later
from luwte.words import N_

BUNDLED = Path(__file__).parent / "terms.yaml"


class Due(StrEnum):
    """Whether a record is to be forgotten."""

    HERE = "here"
    NOT_YET = "not_yet"
    MAY = "may"
    MUST = "must"


DUES = {
    Due.HERE: N_("lives in reception"),
    Due.NOT_YET: N_("its term is not over"),
    Due.MAY: N_("it may be forgotten"),
    Due.MUST: N_("it must be forgotten"),
}


class Term(BaseModel):
    """After how many years the record of such a household may, and must, be forgotten."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    groups: tuple[HouseholdGroup, ...] = Field(min_length=1)
    may: int = Field(ge=1)
    must: int = Field(ge=1)
    source: str = Field(min_length=1)
    mark: Mark

    def due(self, left: date | None, on: date) -> Due:
        """What holds on a day of a household that left on another; None where it did not leave."""
        if left is None:
            return Due.HERE
        if on < self.day(left, self.may):
            return Due.NOT_YET
        return Due.MUST if on >= self.day(left, self.must) else Due.MAY

    @staticmethod
    def day(left: date, years: int) -> date:
        """The day so many years after leaving."""
        return months_later(left, years * MONTHS)


class Terms(BaseModel):
    """The terms of every group."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: tuple[Term, ...]

    @model_validator(mode="after")
    def _each_group_once(self) -> Self:
        named = [group for term in self.terms for group in term.groups]
        if sorted(named) != sorted(HouseholdGroup):
            raise ValueError("each group has one term")
        if any(term.must < term.may for term in self.terms):
            raise ValueError("what must be forgotten may be forgotten")
        return self

    def of(self, group: HouseholdGroup) -> Term:
        """The term of a group."""
        return next(term for term in self.terms if group in term.groups)


def load_terms() -> Terms:
    """The bundled terms."""
    return Terms.model_validate(yaml.safe_load(BUNDLED.read_text("utf-8")))
