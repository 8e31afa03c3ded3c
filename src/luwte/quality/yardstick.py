# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What turns answers into layers and fitness, read from `yardstick.yaml`: each figure with unit, source and mark."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, field_validator

from luwte.model.marks import Mark
from luwte.model.places import LocationKind
from luwte.model.quality import Method
from luwte.quality.norm import GapSeverity, Norm, Scope

BUNDLED = Path(__file__).parent / "yardstick.yaml"

T = TypeVar("T")


class Figure(BaseModel, Generic[T]):
    """One figure of the yardstick, and how sure it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: T
    unit: str
    why: str
    source: str
    mark: Mark


class _File(BaseModel):
    """The file as it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    trust: Figure[tuple[Method, ...]]
    action_days: Figure[int]
    weights: Figure[Mapping[GapSeverity, int]]
    partly: Figure[Fraction]
    good_share: Figure[Fraction]
    emergency_kinds: Figure[frozenset[LocationKind]]
    amv_small_kinds: Figure[frozenset[LocationKind]]
    only_at: Figure[Mapping[str, frozenset[LocationKind]]]
    paperwork: Figure[frozenset[str]]
    floor: Figure[frozenset[str]]

    @field_validator("trust")
    @classmethod
    def _every_method_once(cls, figure: Figure[tuple[Method, ...]]) -> Figure[tuple[Method, ...]]:
        if sorted(figure.value) != sorted(Method):
            raise ValueError("every way of finding an answer stands in it once")
        return figure


@dataclass(frozen=True)
class Yardstick:
    """The figures themselves; `hash` is the SHA-256 of their file, `figures` tells where each comes from."""

    trust: tuple[Method, ...]
    action_term: timedelta
    weights: Mapping[GapSeverity, int]
    partly: Fraction
    good_share: Fraction
    emergency_kinds: frozenset[LocationKind]
    amv_small_kinds: frozenset[LocationKind]
    only_at: Mapping[str, frozenset[LocationKind]]
    paperwork: frozenset[str]
    floor: frozenset[str]
    figures: Mapping[str, Figure[object]]
    hash: str

    def asks(self, norm: Norm, kind: LocationKind) -> bool:
        """Whether a norm is written for a kind of location."""
        emergency = kind in self.emergency_kinds
        in_scope = {
            Scope.ALL: True,
            Scope.EMERGENCY: emergency,
            Scope.REGULAR: not emergency,
            Scope.AMV_SMALL: kind in self.amv_small_kinds,
        }[norm.scope]
        return in_scope and kind in self.only_at.get(norm.id, {kind})


@cache
def yardstick() -> Yardstick:
    """The bundled yardstick; a fault in its file raises `pydantic.ValidationError`."""
    content = BUNDLED.read_bytes()
    read = _File.model_validate(yaml.safe_load(content))
    return Yardstick(
        trust=read.trust.value,
        action_term=timedelta(days=read.action_days.value),
        weights=read.weights.value,
        partly=read.partly.value,
        good_share=read.good_share.value,
        emergency_kinds=read.emergency_kinds.value,
        amv_small_kinds=read.amv_small_kinds.value,
        only_at=read.only_at.value,
        paperwork=read.paperwork.value,
        floor=read.floor.value,
        figures={name: getattr(read, name) for name in _File.model_fields},
        hash=hashlib.sha256(content).hexdigest(),
    )
