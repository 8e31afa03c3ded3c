# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables that the verbs of the law write, as records; a column is named after its field."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.law.counting import Nature, Reason, Verdict
from luwte.law.counting.places import Origin
from luwte.law.cycle import Standing, Status, Step
from luwte.law.regimes import Basis, Holds, Regime
from luwte.law.remainder import Scope, Way
from luwte.model.marks import Mark


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """quantities.csv: the five quantities of a municipality apart, in places, and what is viable beside them.

    `durable` is realised and durable; `deducted` counts for the province's number. What is unsure is in neither.
    """

    municipality: str
    name: str
    province_code: str
    indicative: int
    agreed: int
    binding: int | None
    realised: int
    durable: int
    durable_unsure: int
    deducted: int
    deducted_unsure: int
    viable: int


@dataclass(frozen=True, slots=True)
class CountingRow:
    """counting.csv: places of one nature at a location or in an offer, whether they count, and by which article."""

    municipality: str
    origin: Origin
    key: str
    nature: Nature
    places: int
    since: date | None
    until: date | None
    verdict: Verdict
    reason: Reason
    provision: str


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """initiatives.csv: an offer as a viable initiative, the grounds that stand, and what is in doubt."""

    offer: str
    municipality: str
    places: int
    verdict: Verdict
    grounds: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """cycle.csv: a step of a cycle, the last day in time, the day it was done, and days after (negative: before)."""

    cycle: int
    step: Step
    provision: str
    due: date | None
    done: date | None
    days: int | None
    standing: Standing
    said: str
    mark: Mark | None
    source: str


@dataclass(frozen=True, slots=True)
class StatusRow:
    """municipal_status.csv: a status of a municipality from a day on; 'now' is the last one."""

    cycle: int
    municipality: str
    status: Status
    since: date
    now: bool


@dataclass(frozen=True, slots=True)
class RemainderRow:
    """remainder.csv: a province, its number, what is offered, what is short and what is more, in places."""

    province_code: str
    number: int
    offered: int
    remainder: int
    surplus: int
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """divisions.csv: one way to divide the remainder; evenness as parts from 0, six decimals, cut off."""

    scope: Scope
    way: Way
    elsewhere_municipalities: Decimal | None
    elsewhere_provinces: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    above_their_number: int


@dataclass(frozen=True, slots=True)
class AssignedRow:
    """assigned.csv: what one way asks of a municipality, beside its number and its offer."""

    scope: Scope
    way: Way
    municipality: str
    province_code: str
    number: int
    offered: int | None
    assigned: int
    places: int


@dataclass(frozen=True, slots=True)
class GrantRow:
    """grants.csv: the grant of Act 9(3) for one province, in EUR; empty is not known or not given."""

    province_code: str
    number: int
    realised: int
    granted: int
    above: int
    money: Decimal | None
    of_province: Decimal | None
    of_municipalities: Decimal | None


@dataclass(frozen=True, slots=True)
class GrantShareRow:
    """grant_shares.csv: what a municipality gets of the grant of Act 9(3), in EUR."""

    province_code: str
    municipality: str
    offered: int
    met_task: bool | None
    money: Decimal | None


@dataclass(frozen=True, slots=True)
class RegimeRow:
    """regimes.csv: what of one line of a municipality stands under one regime."""

    municipality: str
    key: str
    basis: Basis
    places: int
    amv_places: int | None
    funded_until: date | None
    regime: Regime
    holds: Holds
    money: Holds


@dataclass(frozen=True, slots=True)
class HousingRow:
    """housing_tasks.csv: the housing task of a municipality in people; `due` is empty while arrears are not known."""

    municipality: str
    inhabitants: int
    task: int
    backlog: int | None
    lead: int | None
    due: int | None
