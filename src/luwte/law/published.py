# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Published figures of a cycle, and how far a computed distribution lies from each of them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from luwte.law.tasks import KeyUsed, Tasks
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.marks import Mark
from luwte.words import N_

FOLDER = Path(__file__).parent / "published"

CIRCULAR = FindingKind(
    "law.reproduction_proves_nothing",
    Severity.NOTE,
    N_("The derived weights come from this very distribution, so agreement with it proves nothing."),
    N_("Compare cycle 2024, which the weights did not come from."),
)
KINDS = (CIRCULAR,)


class Quantity(StrEnum):
    """Which number was published."""

    INDICATIVE = "indicative"
    INDICATIVE_AMV = "indicative_amv"


class PublishedFigure(BaseModel):
    """One number in places, of a province (PV) or a municipality (GM). Only ever compared with, never computed with.

    `from_table` tells the rows of a table of all municipalities from figures that are stated one by one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str = Field(pattern=r"^(PV\d{2}|GM\d{4})$")
    name: str
    quantity: Quantity
    places: int = Field(ge=0)
    source: str
    mark: Mark
    from_table: bool = False


class PublishedTable(BaseModel):
    """A file of the national tables with a number for every municipality (columns code, name, indicative_places)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    source: str
    mark: Mark

    def figures(self) -> Iterator[PublishedFigure]:
        """Its rows as figures."""
        text = files("luwte.data").joinpath("national", self.file).read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines()):
            yield PublishedFigure(
                subject=row["code"],
                name=row["name"],
                quantity=Quantity.INDICATIVE,
                places=int(row["indicative_places"]),
                source=self.source,
                mark=self.mark,
                from_table=True,
            )


class Outcome(StrEnum):
    """What became of a cycle in the whole country."""

    PROVINCES_SHORT = "provinces_short"
    REMAINDER = "remainder"
    BINDING = "binding"
    REALISED = "realised"
    DURABLE_PRESENT = "durable_present"
    TO_ADD = "to_add"


class OutcomeFigure(BaseModel):
    """One figure about the whole country; `about`: the source gives it roughly. Compared with, never computed with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: Outcome
    value: int
    known_on: date | None = None
    about: bool = False
    source: str
    mark: Mark


class PublishedCycle(BaseModel):
    """What was published of one cycle."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cycle: int
    figures: tuple[PublishedFigure, ...]
    outcomes: tuple[OutcomeFigure, ...] = ()
    table: PublishedTable | None = None
    weights_come_from_these: bool = False


@dataclass(frozen=True, slots=True)
class Residual:
    """A published figure beside the computed one."""

    figure: PublishedFigure
    computed: int

    @property
    def difference(self) -> int:
        """Computed minus published, in places."""
        return self.computed - self.figure.places

    @property
    def relative(self) -> Fraction | None:
        """The difference as a part of the published figure; `None` where that is 0."""
        return Fraction(self.difference, self.figure.places) if self.figure.places else None


@cache
def published_of(cycle: int) -> PublishedCycle:
    """What is known of a cycle; empty where nothing is. A figure stated by itself goes before the table's."""
    for path in sorted(FOLDER.glob("cycle_*.yaml")):
        known = PublishedCycle.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        if known.cycle == cycle:
            stated = {(figure.subject, figure.quantity) for figure in known.figures}
            rows = known.table.figures() if known.table else ()
            others = tuple(row for row in rows if (row.subject, row.quantity) not in stated)
            return known.model_copy(update={"figures": known.figures + others})
    return PublishedCycle(cycle=cycle, figures=())


def residuals(tasks: Tasks) -> tuple[Residual, ...]:
    """Every published figure of the cycle that the distribution has a number for; empty where no cycle was named."""
    return tuple(_residuals(tasks)) if tasks.cycle is not None else ()


def comparison_findings(tasks: Tasks) -> tuple[Finding, ...]:
    """What must be said beside the residuals: weights that come from a distribution cannot be checked with it."""
    circular = tasks.cycle is not None and published_of(tasks.cycle).weights_come_from_these
    return (Finding(CIRCULAR),) if circular and tasks.key_used is KeyUsed.DERIVED_WEIGHT else ()


def _residuals(tasks: Tasks) -> Iterator[Residual]:
    computed: dict[tuple[str, Quantity], int | None] = {}
    for task in tasks.municipalities:
        computed[task.municipality, Quantity.INDICATIVE] = task.indicative
        computed[task.municipality, Quantity.INDICATIVE_AMV] = task.indicative_amv
    for province in tasks.provinces:
        computed[province.province_code, Quantity.INDICATIVE] = province.indicative
        computed[province.province_code, Quantity.INDICATIVE_AMV] = province.indicative_amv
    for figure in published_of(tasks.cycle or 0).figures:
        number = computed.get((figure.subject, figure.quantity))
        if number is not None:
            yield Residual(figure, number)
