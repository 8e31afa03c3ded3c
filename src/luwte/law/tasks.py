# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the law asks of municipalities and provinces in a cycle."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from luwte.model.findings import Finding


class KeyUsed(StrEnum):
    """Which score stood in the key: CBS's own, or the weight derived from the published distribution."""

    SES_WOA = "ses_woa"
    DERIVED_WEIGHT = "derived_weight"


@dataclass(frozen=True, slots=True)
class Task:
    """The indicative number of one municipality, in places.

    `weight` is 1 + SES-WOA or the derived weight in its place; `share` is Wf / TWf, its exact part of the national
    need (from 0 to 1).
    """

    municipality: str
    name: str
    province_code: str
    inhabitants: int
    weight: Fraction
    share: Fraction
    indicative: int
    indicative_amv: int | None
    key_used: KeyUsed


@dataclass(frozen=True, slots=True)
class ProvinceTask:
    """The task of a province: the sum of the indicative numbers of its municipalities (Decree 2.1(2))."""

    province_code: str
    province: str
    indicative: int
    indicative_amv: int | None


@dataclass(frozen=True)
class Tasks:
    """A whole distribution. `need` and `need_amv` are national places; `cycle` is its first year, if one was named.

    `key_used` tells which weights stood in the key, the same for all; `inhabitants_on` is the day of the count,
    `None` where the table does not tell.
    """

    cycle: int | None
    need: int
    need_amv: int | None
    inhabitants_on: date | None
    municipalities: tuple[Task, ...]
    provinces: tuple[ProvinceTask, ...]
    parameters_hash: str
    findings: tuple[Finding, ...] = ()
    key_used: KeyUsed | None = None

    @cached_property
    def of(self) -> Mapping[str, Task]:
        """Tasks by municipality code."""
        return {task.municipality: task for task in self.municipalities}
