# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan as the files of a folder, and a folder of files as a plan again.

The same plan gives the same bytes; only `timing` in plan.json differs from run to run.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from luwte.model.findings import Finding, InputRefused, Place
from luwte.planning.accounts import sha256, written
from luwte.planning.cells import from_csv, to_csv
from luwte.planning.faults import NOT_A_PLAN
from luwte.planning.finding_rows import finding_of, finding_rows
from luwte.planning.needed import Needed
from luwte.planning.outputs import (
    AheadCountRow,
    AheadRow,
    AheadWeekRow,
    ArrivalRow,
    ExpectedPriceRow,
    FairnessRow,
    FindingRow,
    FrontierRow,
    PlacementRow,
    ProvinceRow,
    SuitabilityRow,
    TaskRow,
    WorthRow,
)
from luwte.planning.plan import Plan
from luwte.planning.scenarios.recommend import RecommendationRow
from luwte.planning.summary import Summary
from luwte.planning.worth.rows import ConversionWorthRow, HomeWorthRow, ProvinceWorthRow

FORMAT = 1
ACCOUNT, REPORT, POLICY, FRONTIER = "plan.json", "report.html", "policy.yaml", "frontier.csv"
FINDINGS = "findings.csv"
AHEAD, AHEAD_WEEKS, AHEAD_COUNTS = "ahead.csv", "ahead_weeks.csv", "ahead_counts.csv"
ARRIVALS, ARRIVALS_PRICES = "arrivals.csv", "arrivals_prices.csv"
WHERE_ASKED: Mapping[str, type] = {  # tables that lie beside a plan only where they were asked for
    FRONTIER: FrontierRow,
    AHEAD: AheadRow,
    AHEAD_WEEKS: AheadWeekRow,
    AHEAD_COUNTS: AheadCountRow,
    ARRIVALS: ArrivalRow,
    ARRIVALS_PRICES: ExpectedPriceRow,
}
NOT_MADE_AGAIN = tuple(WHERE_ASKED)  # by verify: points of a frontier are plans themselves, weeks ahead are judged each
TABLES: Mapping[str, tuple[type, Callable[[Plan], Iterable[Any]]]] = {
    "tasks.csv": (TaskRow, lambda plan: plan.tasks),
    "provinces.csv": (ProvinceRow, lambda plan: plan.provinces),
    "placements.csv": (PlacementRow, lambda plan: plan.placements),
    "suitability.csv": (SuitabilityRow, lambda plan: plan.suitability),
    "worth.csv": (WorthRow, lambda plan: plan.worth),
    "fairness.csv": (FairnessRow, lambda plan: plan.fairness),
    "worth_provinces.csv": (ProvinceWorthRow, lambda plan: plan.needed.provinces),
    "worth_conversions.csv": (ConversionWorthRow, lambda plan: plan.needed.conversions),
    "worth_homes.csv": (HomeWorthRow, lambda plan: plan.needed.homes),
    "recommendations.csv": (RecommendationRow, lambda plan: plan.needed.recommendations),
    FINDINGS: (FindingRow, lambda plan: finding_rows(plan.findings)),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of `plan`, beside dataset, date and policy; `data` is where the tables lay, seen from the plan.

    `gap` is the decimal that replaced the one of the policy, `time_limit` the seconds for each search.
    """

    cycle: int | None = None
    need_amv: int | None = None
    language: str = "nl"
    data: str | None = None
    recommend: int = 0
    changes: tuple[str, ...] = ()
    gap: str | None = None
    time_limit: float | None = None


@dataclass(frozen=True)
class PlanFolder(Plan):
    """A plan read back from its folder, with what was asked; the last tables only where they were asked for."""

    request: Request = field(default_factory=Request)
    frontier: tuple[FrontierRow, ...] = ()
    ahead: tuple[AheadRow, ...] = ()
    ahead_weeks: tuple[AheadWeekRow, ...] = ()
    ahead_counts: tuple[AheadCountRow, ...] = ()
    arrivals: tuple[ArrivalRow, ...] = ()
    arrivals_prices: tuple[ExpectedPriceRow, ...] = ()


@dataclass(frozen=True)
class Account:
    """What plan.json holds; `files` and `inputs` are SHA-256 by name, `timing` seconds by stage."""

    format: int
    summary: Summary
    request: Request
    inputs: Mapping[str, str]
    files: Mapping[str, str]
    timing: Mapping[str, float]


ACCOUNT_FORM = TypeAdapter(Account)


def files_of(
    plan: Plan,
    *,
    request: Request,
    inputs: Mapping[str, str],
    beside: Mapping[str, bytes],
    tables: Collection[str] = tuple(TABLES),
    account_name: str = ACCOUNT,
) -> Mapping[str, bytes]:
    """Every file of a plan by name: its tables, those made elsewhere (`beside`: report, policy), the account last."""
    files = {name: to_csv(record, rows(plan)) for name, (record, rows) in TABLES.items() if name in tables}
    files |= beside
    hashes = {name: sha256(content) for name, content in sorted(files.items())}
    account = Account(FORMAT, plan.summary, request, dict(sorted(inputs.items())), hashes, plan.seconds)
    data = ACCOUNT_FORM.dump_python(account, mode="json")
    return files | {account_name: written(data)}


def load_plan(folder: Path) -> PlanFolder:
    """Read a plan back from its folder; raises InputRefused where it is none, or not whole."""
    return plan_from_files(read_files(folder))


def read_files(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder by name; raises InputRefused where it is no plan."""
    if not (folder / ACCOUNT).is_file():
        raise InputRefused((_refusal(str(folder), f"{ACCOUNT} is missing"),))
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def plan_from_files(files: Mapping[str, bytes]) -> PlanFolder:
    """The plan that `files_of` wrote; raises InputRefused naming every file that is missing or does not read."""
    account = account_in(files)
    rows: dict[str, tuple[Any, ...]] = {}
    refused = []
    known = {name: record for name, (record, _) in TABLES.items()}
    asked = {name: record for name, record in WHERE_ASKED.items() if name in files}
    for name, record in (known | asked).items():
        try:
            rows[name] = from_csv(record, files[name])
        except KeyError:
            refused.append(_refusal(name, "it is missing"))
        except ValueError as error:
            refused.append(_refusal(name, str(error)))
    if refused:
        raise InputRefused(tuple(refused))
    return PlanFolder(
        summary=account.summary,
        tasks=rows["tasks.csv"],
        provinces=rows["provinces.csv"],
        placements=rows["placements.csv"],
        suitability=rows["suitability.csv"],
        worth=rows["worth.csv"],
        fairness=rows["fairness.csv"],
        needed=Needed(
            provinces=rows["worth_provinces.csv"],
            conversions=rows["worth_conversions.csv"],
            homes=rows["worth_homes.csv"],
            recommendations=rows["recommendations.csv"],
        ),
        findings=tuple(finding_of(row) for row in rows[FINDINGS]),
        seconds=account.timing,
        request=account.request,
        frontier=rows.get(FRONTIER, ()),
        ahead=rows.get(AHEAD, ()),
        ahead_weeks=rows.get(AHEAD_WEEKS, ()),
        ahead_counts=rows.get(AHEAD_COUNTS, ()),
        arrivals=rows.get(ARRIVALS, ()),
        arrivals_prices=rows.get(ARRIVALS_PRICES, ()),
    )


def address_of(files: Mapping[str, bytes]) -> str:
    """The address of a folder: SHA-256 over each file's name, length and bytes, in the order of the names."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()


def account_in(files: Mapping[str, bytes]) -> Account:
    """What plan.json of a plan's files tells; raises InputRefused where it does not read."""
    try:
        return ACCOUNT_FORM.validate_json(files.get(ACCOUNT, b""))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputRefused((_refusal(ACCOUNT, f"{where} {first['msg']}".strip()),)) from None


def _refusal(file: str, reason: str) -> Finding:
    return Finding(NOT_A_PLAN, place=Place(file), params={"file": file, "reason": reason})
