# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The placement policy: the weights that people set, with source and mark, read from YAML and checked on load.

Weights are exact: decimals with at most three digits behind the point, kept as whole thousandths.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from luwte.model.findings import Finding, FindingKind, InputRefused, Place, Severity
from luwte.model.marks import Mark
from luwte.words import N_

BUNDLED = Path(__file__).parent / "policies" / "default.yaml"
THOUSANDTHS = 1000
WEIGHTS = ("weight", "per_quarter", "at_most", "per_forced_move", "own_child")

POLICY_UNREADABLE = FindingKind(
    code="placement.policy_unreadable",
    severity=Severity.ERROR,
    what=N_("The policy file cannot be read: {reason}."),
    mend=N_("Give a YAML file in UTF-8 like the bundled policy."),
)
POLICY_WRONG = FindingKind(
    code="placement.policy_wrong",
    severity=Severity.ERROR,
    what=N_("The policy says at {where}: {reason}."),
    mend=N_("Correct the policy file; the bundled policy shows every term with its meaning."),
)
KINDS = (POLICY_UNREADABLE, POLICY_WRONG)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Days(_Strict):
    """A number of days with its source."""

    value: int = Field(ge=0, le=3650)
    unit: str
    source: str
    mark: Mark


class Limits(_Strict):
    """The days that the closing rule and the closing terms count with."""

    must_leave: Days
    notice: Days
    minimum_remaining: Days
    closing_soon: Days

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.minimum_remaining.value < self.must_leave.value:
            raise ValueError("minimum_remaining is under must_leave: people would be brought where they must leave")
        if self.notice.value < self.must_leave.value:
            raise ValueError("notice is under must_leave")
        return self


class Term(_Strict):
    """One weighed term; the fields behind `weight` serve only the terms that name them in the bundled policy."""

    weight: Decimal = Field(ge=0, le=1000, decimal_places=3)
    source: str
    mark: Mark
    unit: str = "person"
    per_quarter: Decimal = Field(default=Decimal(0), ge=0, le=1000, decimal_places=3)
    at_most: Decimal = Field(default=Decimal(0), ge=0, le=1000, decimal_places=3)
    per_forced_move: Decimal = Field(default=Decimal(0), ge=0, le=1000, decimal_places=3)
    own_child: Decimal = Field(default=Decimal(0), ge=0, le=1000, decimal_places=3)
    above: int = Field(default=0, ge=0)
    per: int = Field(default=1, ge=1)


class Level(_Strict):
    """One level with its terms."""

    level: int
    title: Mapping[str, str]
    terms: Mapping[str, Term]


class Stop(_Strict):
    """When the search of a level stops: the gap reached, or the nodes of the search tree used up."""

    gap: Decimal = Field(ge=0, le=1)
    nodes: int = Field(ge=1)


class _PolicyFile(_Strict):
    name: str
    title: Mapping[str, str]
    days: Limits
    levels: tuple[Level, Level, Level]
    stop: Stop


@dataclass(frozen=True)
class Policy:
    """What people decided about weights. `hash` is the SHA-256 of the file that it came from."""

    name: str
    title: Mapping[str, str]
    days: Limits
    levels: tuple[Level, ...]
    stop: Stop
    hash: str

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """Every term of every level, by name."""
        return {name: term for level in self.levels for name, term in level.terms.items()}

    @cached_property
    def level_of(self) -> Mapping[str, int]:
        """The level that a term belongs to, by the term's name."""
        return {name: level.level for level in self.levels for name in level.terms}

    def weight(self, term: str, part: str = "weight") -> int:
        """A weight in whole thousandths; `part` picks one of a term's further weights."""
        value: Decimal = getattr(self.term[term], part)
        return int(value * THOUSANDTHS)

    def unit_of(self, level: int) -> int:
        """The greatest number of thousandths of which every weight of a level is a multiple."""
        names = [name for name, its in self.level_of.items() if its == level]
        return math.gcd(*(self.weight(name, part) for name in names for part in WEIGHTS)) or 1


def load_policy(path: Path | None = None) -> Policy:
    """Read a policy file, the bundled one when none is given; raises InputRefused with every fault in it."""
    file = path or BUNDLED
    try:
        content = file.read_bytes()
        data = yaml.safe_load(content.decode("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = str(error).splitlines()[0]
        raise InputRefused((Finding(POLICY_UNREADABLE, place=Place(file.name), params={"reason": reason}),)) from None
    try:
        checked = _PolicyFile.model_validate(data)
    except ValidationError as error:
        raise InputRefused(tuple(_wrong(file.name, fault["loc"], fault["msg"]) for fault in error.errors())) from None
    policy = Policy(
        checked.name,
        checked.title,
        checked.days,
        checked.levels,
        checked.stop,
        hashlib.sha256(content).hexdigest(),
    )
    _same_terms_as_bundled(policy, file)
    return policy


def _same_terms_as_bundled(policy: Policy, file: Path) -> None:
    if file == BUNDLED:
        return
    known = load_policy().level_of
    faults = [
        _wrong(file.name, ("levels", name), reason)
        for name in {**known, **policy.level_of}
        for reason in _term_fault(name, known, policy.level_of)
    ]
    if faults:
        raise InputRefused(tuple(faults))


def _term_fault(name: str, known: Mapping[str, int], given: Mapping[str, int]) -> list[str]:
    if name not in given:
        return ["this term is missing; give it weight 0 to leave it out of the weighing"]
    if name not in known:
        return ["no such term"]
    if known[name] != given[name]:
        return [f"this term belongs to level {known[name]}"]
    return []


def _wrong(file: str, where: tuple[int | str, ...], reason: str) -> Finding:
    at = ".".join(str(part) for part in where) or "top"
    return Finding(POLICY_WRONG, place=Place(file), params={"where": at, "reason": reason.rstrip(".")})
