# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The dated parameters of each cycle, read from `parameters/*.yaml`: value, unit, provision, source and mark."""

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Generic, Literal, Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from luwte.law.provision import Provision
from luwte.law.provisions import cited
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.marks import Mark
from luwte.words import N_

FOLDER = Path(__file__).parent / "parameters"

UNKNOWN_CYCLE = FindingKind(
    "law.unknown_cycle",
    Severity.ERROR,
    N_("There is no cycle {cycle}."),
    N_("Choose one of the cycles there are: {cycles}; or give the need yourself."),
    norm="Act 2(1)",
)
NO_CYCLE_YET = FindingKind(
    "law.no_cycle_yet",
    Severity.ERROR,
    N_("On {day} no cycle was published yet."),
    N_("Choose a day from the first of these on: {days}; or name the cycle yourself."),
    norm="Act 2(1)",
)
KINDS = (UNKNOWN_CYCLE, NO_CYCLE_YET)

T = TypeVar("T")


class Figure(BaseModel, Generic[T]):
    """One parameter. `unknown` carries no mark; every known value must."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: T | Literal["unknown"]
    unit: str
    provision: str
    source: str
    mark: Mark | None = None

    @model_validator(mode="after")
    def _marked(self) -> Self:
        if (self.value == "unknown") != (self.mark is None):
            raise ValueError("a known value needs a mark, and an unknown one has none")
        cited(self.provision)
        return self

    @property
    def known(self) -> T | None:
        """The value, or `None` where nobody here has read it."""
        return None if self.value == "unknown" else self.value

    @property
    def rests_on(self) -> Provision:
        """The provision that asks for this parameter."""
        return cited(self.provision)


class Cycle(BaseModel):
    """One cycle of two years, named by its first. Dates that are only known roughly are texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cycle: int
    title: str
    published_on: Figure[date]
    need: Figure[int]
    need_amv: Figure[int]
    inhabitants_on: Figure[date]
    ses_woa_edition: Figure[int]
    municipalities: Figure[int]
    reported_by: Figure[date | str]
    decided_on: Figure[date | str]
    available_by: Figure[date | str]


@cache
def cycles() -> tuple[Cycle, ...]:
    """All cycles, oldest first; a fault in a file raises `pydantic.ValidationError`."""
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("cycle_*.yaml"))]
    return tuple(sorted(map(Cycle.model_validate, read), key=lambda cycle: cycle.cycle))


def cycle_of(year: int) -> Cycle:
    """The cycle that begins in `year`; another year raises `InputRefused` that lists the cycles there are."""
    for cycle in cycles():
        if cycle.cycle == year:
            return cycle
    params = {"cycle": str(year), "cycles": ", ".join(str(cycle.cycle) for cycle in cycles())}
    raise InputRefused((Finding(UNKNOWN_CYCLE, subject=str(year), params=params),))


def latest_cycle_published(on: date) -> int:
    """The first year of the latest cycle published on or before a day; before the first raises `InputRefused`."""
    published = {cycle.published_on.known: cycle.cycle for cycle in cycles()}
    days = sorted(day for day in published if day is not None)
    past = [day for day in days if day <= on]
    if past:
        return published[past[-1]]
    params = {"day": on.isoformat(), "days": ", ".join(day.isoformat() for day in days)}
    raise InputRefused((Finding(NO_CYCLE_YET, subject=on.isoformat(), params=params),))


@cache
def parameters_hash() -> str:
    """SHA-256 over all parameter files and the provisions, for the receipt."""
    return _hash([*sorted(FOLDER.glob("*.yaml")), FOLDER.parent / "provisions.yaml"])


@cache
def rules_hash() -> str:
    """SHA-256 over every file of rules and figures of the law, for the receipt of what is more than the key."""
    return _hash(sorted(FOLDER.parent.rglob("*.yaml")))


def _hash(files: Sequence[Path]) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
