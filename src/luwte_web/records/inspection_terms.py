# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long photos, drafts and sheets of inspections are kept: terms that people set, with source and mark."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from luwte.model.marks import Mark
from luwte.model.periods import MONTHS, months_later
from luwte.words import N_
from luwte_web.audit.terms import LONGEST_YEARS, read_terms

BUNDLED = Path(__file__).parent / "inspection_terms.yaml"


class Kept(StrEnum):
    """One sort of thing that is kept beside the registry."""

    PHOTOS = "photos"
    DRAFTS = "drafts"
    INSPECTIONS = "inspections"


KEPT: Mapping[str, str] = {
    Kept.PHOTOS: N_("photos of inspections"),
    Kept.DRAFTS: N_("inspections that nobody handed in"),
    Kept.INSPECTIONS: N_("inspections that were handed in"),
}


class Term(BaseModel):
    """For how many years after the day of the inspection something is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: Kept
    years: int = Field(ge=1, le=LONGEST_YEARS)
    source: str = Field(min_length=1)
    mark: Mark

    def is_over(self, since: date, on: date) -> bool:
        """Whether the term of what is of one day is over on another."""
        return months_later(since, self.years * MONTHS) <= on


class Terms(BaseModel):
    """The terms of every sort; a photo is not kept longer than its inspection."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: tuple[Term, ...]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if sorted(term.what for term in self.terms) != sorted(Kept):
            raise ValueError("each of photos, drafts and inspections has one term")
        if self.of(Kept.PHOTOS).years > self.of(Kept.INSPECTIONS).years:
            raise ValueError("a photo is not kept longer than its inspection")
        return self

    def __iter__(self) -> Iterator[Term]:  # type: ignore[override]
        return iter(self.terms)

    def of(self, what: Kept) -> Term:
        """The term of one sort."""
        return next(term for term in self.terms if term.what is what)


def load_inspection_terms(path: Path | None = None) -> Terms:
    """The terms of a file, the bundled ones without one; raises InputRefused with all that is wrong."""
    return read_terms(path or BUNDLED, Terms)
