# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Law cases as a lawyer writes them, read from `cases/*.yaml`."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from luwte.data import national_municipalities
from luwte.model.geography import Municipality

FOLDER = Path(__file__).parent / "cases"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Read = TypeVar("Read", bound=Strict)


def read_cases(folder: str, shape: type[Read]) -> list[Read]:
    """The cases of a folder of their own, in the shape that they are written in."""
    files = sorted((FOLDER / folder).glob("*.yaml"))
    return [shape.model_validate(case) for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


class Row(Strict):
    code: str
    province: str
    inhabitants: int
    ses_woa: Decimal | None = None
    key_weight: Decimal | None = None

    def municipality(self) -> Municipality:
        return Municipality(
            self.code, self.code, self.province, self.province, {None: self.inhabitants}, self.ses_woa, self.key_weight
        )


class Given(Strict):
    municipalities: list[Row] | None = None
    table: Literal["national"] | None = None

    def table_of_municipalities(self) -> tuple[Municipality, ...]:
        if self.municipalities is None:
            return national_municipalities()
        return tuple(row.municipality() for row in self.municipalities)


class When(Strict):
    cycle: int | None = None
    need: int | None = None
    need_amv: int | None = None
    inhabitants_on: date | None = None


class Then(Strict):
    places: dict[str, int] = {}
    amv: dict[str, int | None] = {}
    sum: int | None = None
    refused: list[str] | None = None
    notes: list[str] = []


class Case(Strict):
    case: str
    provision: str
    given: Given
    when: When
    then: Then


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        yield from map(Case.model_validate, yaml.safe_load(path.read_text(encoding="utf-8")))
