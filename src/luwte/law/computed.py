# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which functions compute a provision, or why people decide it, and how many law cases try it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FILE = Path(__file__).parent / "computed.yaml"


class Computed(BaseModel):
    """One provision: `by` are public functions by their full names, `because` is why people decide the rest.

    `sides` are cases on either side of its limit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: tuple[str, ...] = ()
    because: str = ""
    cases: int = Field(ge=0)
    sides: int = Field(ge=0)

    @model_validator(mode="after")
    def _said(self) -> Self:
        if not (self.by or self.because):
            raise ValueError("a provision is computed, or it is said why it is not")
        return self


@cache
def computed() -> Mapping[str, Computed]:
    """All provisions by their citation; a fault in the file raises `pydantic.ValidationError`."""
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {str(citation): Computed.model_validate(one) for citation, one in read.items()}
