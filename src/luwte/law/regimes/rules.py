# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Three regimes that people compare, and what holds under each, as data."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from luwte.model.marks import Mark
from luwte.words import N_

FILE = Path(__file__).parent / "regimes.yaml"


class Regime(StrEnum):
    """What becomes of the Act."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    LOOSE_PARTS = "loose_parts"


REGIMES: Mapping[Regime, str] = {
    Regime.IN_FORCE: N_("the Act in force"),
    Regime.REPEALED: N_("the Act repealed"),
    Regime.LOOSE_PARTS: N_("loose parts kept, without the task"),
}


class Basis(StrEnum):
    """What places or money rest on."""

    AGREEMENT = "agreement"
    MUNICIPAL_OPERATION = "municipal_operation"
    OWN_DECISION = "own_decision"
    TASK = "task"
    GRANTS = "grants"


BASES: Mapping[Basis, str] = {
    Basis.AGREEMENT: N_("an agreement of COA and municipality"),
    Basis.MUNICIPAL_OPERATION: N_("municipal operation under the Act"),
    Basis.OWN_DECISION: N_("the municipality's own decision"),
    Basis.TASK: N_("the task of the Act"),
    Basis.GRANTS: N_("the grants of the Act"),
}
PROVISIONS: Mapping[Basis, str] = {
    Basis.AGREEMENT: "Act 1",
    Basis.MUNICIPAL_OPERATION: "Decree 4.1",
    Basis.OWN_DECISION: "Act 6(1)",
    Basis.TASK: "Act 6(1)",
    Basis.GRANTS: "Act 9(2)",
}


class Holds(StrEnum):
    """Whether something stands, is exposed to what others decide, or nobody can tell."""

    STANDS = "stands"
    EXPOSED = "exposed"
    UNKNOWN = "unknown"


HOLDS: Mapping[Holds, str] = {
    Holds.STANDS: N_("stands"),
    Holds.EXPOSED: N_("exposed"),
    Holds.UNKNOWN: N_("nobody can tell"),
}


class Rule(BaseModel):
    """What holds under one regime, with where that comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regime: Regime
    holds: Mapping[Basis, Holds]
    source: str
    mark: Mark

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if set(self.holds) != set(Basis):
            raise ValueError(f"{self.regime}: every basis needs a word")
        return self


@cache
def regimes() -> Mapping[Regime, Rule]:
    """The rules of every regime; a fault in the file raises `pydantic.ValidationError`."""
    read = [Rule.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    return {rule.regime: rule for rule in read}
