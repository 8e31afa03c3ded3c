# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Hold a plan against its own hashes, against the recount, and against a second run, cell by cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, InputRefused, Place
from luwte.model.places import PlaceGroup
from luwte.model.progress import Progress, silent
from luwte.model.receipt import Receipt, software
from luwte.placement import Limits, Policy
from luwte.planning.accounts import sha256
from luwte.planning.differences import compare
from luwte.planning.faults import (
    DATASET_DIFFERS,
    FILE_CHANGED,
    FILE_MISSING,
    FILE_STRANGE,
    NORMS_DIFFER,
    NOT_MADE_TWICE,
    POLICY_DIFFERS,
    SOFTWARE_DIFFERS,
)
from luwte.planning.files import ACCOUNT, NOT_MADE_AGAIN, Account, account_in, files_of, plan_from_files
from luwte.planning.outputs import PlacementRow
from luwte.planning.place import question_for
from luwte.planning.plan import Plan, plan
from luwte.planning.recount import recount
from luwte.planning.suitability import judged_by


@dataclass(frozen=True, slots=True)
class _Stated:
    """A row of placements.csv as the recount reads a proposal: names of terms without their level."""

    row: PlacementRow
    terms: Mapping[str, Decimal]

    @property
    def household(self) -> str:
        return self.row.household

    @property
    def origin(self) -> str | None:
        return self.row.origin

    @property
    def destination(self) -> str | None:
        return self.row.destination

    @property
    def place_group(self) -> PlaceGroup | None:
        return self.row.place_group

    @property
    def action(self) -> str:
        return self.row.action.value

    @property
    def size(self) -> int:
        return self.row.size

    @property
    def minors(self) -> int:
        return self.row.minors


def verify(
    files: Mapping[str, bytes],
    dataset: Dataset,
    policy: Policy,
    *,
    beside: Callable[[Plan], Mapping[str, bytes]],
    progress: Progress = silent,
) -> tuple[Finding, ...]:
    """Every difference between the files of a plan and what they say they are; no error among them: the plan stands.

    `beside` makes the files that planning does not make itself (report, policy) for the second run. Tables or a policy
    other than those of the plan end the comparison at once. Where the search was cut there is no second run: it could
    rightly give another plan.
    """
    account = account_in(files)
    found = [*check_hashes(files, account.files, ACCOUNT), *check_origin(account, dataset, policy)]
    if any(finding.kind in (DATASET_DIFFERS, POLICY_DIFFERS, NORMS_DIFFER) for finding in found):
        return tuple(found)
    found += check_rules(files, dataset, policy)
    if account.summary.receipt.cut:
        return (*found, Finding(NOT_MADE_TWICE))
    asked = account.request
    on = account.summary.receipt.reference_date
    again = plan(
        dataset,
        on,
        policy=policy,
        cycle=asked.cycle,
        need_amv=asked.need_amv,
        recommend=asked.recommend,
        progress=progress,
        limits=Limits(gap=Decimal(asked.gap)) if asked.gap else None,
    )
    other = {**beside(again), **_kept(files)}
    found += compare(files, files_of(again, request=asked, inputs=account.inputs, beside=other))
    return tuple(found)


def check_hashes(files: Mapping[str, bytes], hashes: Mapping[str, str], account: str) -> tuple[Finding, ...]:
    """Files that are missing, changed since they were written, or not told of by the account, a file of that name."""
    found = []
    for name, stated in hashes.items():
        if name not in files:
            found.append(missing(name))
        elif sha256(files[name]) != stated:
            found.append(_about(FILE_CHANGED, name))
    strange = sorted(files.keys() - hashes.keys() - {account})
    return (*found, *(_about(FILE_STRANGE, name) for name in strange))


def check_origin(account: Account, dataset: Dataset, policy: Policy) -> tuple[Finding, ...]:
    """Whether tables, policy and software are those of the receipt."""
    receipt = account.summary.receipt
    differing = [
        *check_made_from(receipt, dataset),
        *_differing(POLICY_DIFFERS, receipt.parameters.get("policy", ""), policy.hash),
    ]
    judged = judged_by(dataset)
    norms = {name: receipt.parameters.get(name, found) for name, found in judged.items()}
    if norms != judged:
        differing.append(Finding(NORMS_DIFFER))
    return tuple(differing)


def check_made_from(receipt: Receipt, dataset: Dataset) -> tuple[Finding, ...]:
    """Whether tables and software are those of a receipt."""
    return (
        *_differing(DATASET_DIFFERS, receipt.dataset, dataset.content_hash),
        *_differing(SOFTWARE_DIFFERS, receipt.software, software()),
    )


def _differing(kind: FindingKind, stated: str, found: str) -> list[Finding]:
    return [] if stated == found else [Finding(kind, params={"stated": stated, "found": found})]


def check_rules(files: Mapping[str, bytes], dataset: Dataset, policy: Policy) -> tuple[Finding, ...]:
    """Every rule and every number of the plan as it stands in its files, counted again from the tables."""
    try:
        stored = plan_from_files(files)
    except InputRefused as refused:
        return refused.findings
    question = question_for(dataset, stored.receipt.reference_date, policy, stored.tasks)
    stated = [_Stated(row, {name.split("_", 1)[-1]: value for name, value in row.terms}) for row in stored.placements]
    return recount(question, stated, stored.summary.terms, stored.summary.levels)


def _kept(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: files[name] for name in NOT_MADE_AGAIN if name in files}


def missing(name: str) -> Finding:
    """That a file of the plan is not there."""
    return _about(FILE_MISSING, name)


def _about(kind: FindingKind, name: str) -> Finding:
    return Finding(kind, place=Place(name), params={"file": name})
