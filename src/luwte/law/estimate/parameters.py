# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The parameters of an estimate, read from `estimate.yaml`: each with its source and its mark."""

import hashlib
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from luwte.law.parameters import Figure
from luwte.model.marks import Mark

FILE = Path(__file__).parent / "estimate.yaml"


class Counted(StrEnum):
    """What a published number of places counts."""

    ESTIMATE = "estimate"
    BINDING = "binding"
    REALISED = "realised"
    DURABLE = "durable"


class Beside(BaseModel):
    """A published number of places: shown beside an estimate, never computed with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cycle: int
    what: Counted
    places: int = Field(gt=0)
    source: str
    mark: Mark


class Parameters(BaseModel):
    """Occupancy in residents for each place, and the part of the cases that a band should hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    occupancy: Figure[Decimal]
    band: Figure[Decimal]
    beside: tuple[Beside, ...]


@cache
def estimate_parameters() -> Parameters:
    """The bundled parameters; a fault in the file raises `pydantic.ValidationError`."""
    return Parameters.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


@cache
def estimate_parameters_hash() -> str:
    """SHA-256 of the file, for the receipt."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()
