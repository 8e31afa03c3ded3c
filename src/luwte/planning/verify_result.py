# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Hold an assessment, a phase-out or the terms of children against its own hashes and against a second count."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused, Place
from luwte.model.receipt import Receipt
from luwte.placement import load_policy
from luwte.planning.accounts import RECEIPT_FORM
from luwte.planning.assessing import assessing
from luwte.planning.differences import compare
from luwte.planning.faults import DATASET_DIFFERS, NORMS_DIFFER, NOT_A_RESULT
from luwte.planning.phase_out import phase_out
from luwte.planning.results import (
    ASSESS,
    PHASE_OUT,
    TERMS,
    Files,
    Source,
    assess_files,
    phase_out_files,
    terms_files,
)
from luwte.planning.verify import check_hashes, check_made_from
from luwte.quality.catalogue import Catalogue, load_catalogue
from luwte.quality.terms import terms


@dataclass(frozen=True, slots=True)
class Norms:
    """The catalogue of an assessment, and the earlier one that it was held against."""

    catalogue: Catalogue
    before: Catalogue | None = None

    @classmethod
    def of(cls, catalogue: Path | None = None, before: Path | None = None) -> "Norms":
        """From files; the bundled catalogue where none is given."""
        return cls(load_catalogue(catalogue), load_catalogue(before) if before else None)


@dataclass(frozen=True, slots=True)
class Told:
    """What the account of a result tells: `name` is that of its file, `until` the day that a phase-out asked about."""

    name: str
    receipt: Receipt
    files: Mapping[str, str]
    source: Source
    until: date | None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands in an account beside the receipt."""

    files: Mapping[str, str]
    inputs: Mapping[str, str]
    data: str | None = None
    until: date | None = None


BESIDE_FORM = TypeAdapter(_Beside)


def account_beside(folder: Path) -> str | None:
    """The name of the account of a result in a folder; None where there is none."""
    return next((name for name in AGAIN if (folder / name).is_file()), None)


def told_by(name: str, content: bytes) -> Told:
    """What an account tells; raises InputRefused where it does not read."""
    try:
        account = json.loads(content)
        receipt, beside = RECEIPT_FORM.validate_python(account), BESIDE_FORM.validate_python(account)
    except (ValueError, ValidationError) as error:
        raise InputRefused((not_a_result(name, error),)) from None
    return Told(name, receipt, beside.files, Source(beside.inputs, beside.data), beside.until)


def not_a_result(name: str, error: Exception) -> Finding:
    """That a file is no account of a result, and why."""
    return Finding(NOT_A_RESULT, place=Place(name), params={"file": name, "reason": str(error).splitlines()[0]})


def verify_result(files: Files, told: Told, dataset: Dataset, norms: Norms) -> tuple[Finding, ...]:
    """Every difference between a result and what is counted again; no error among them: the result stands.

    Other tables, norms, terms or yardstick than those of its receipt end the comparison at once.
    """
    found = [*check_hashes(files, told.files, told.name), *check_made_from(told.receipt, dataset)]
    if any(finding.kind is DATASET_DIFFERS for finding in found):
        return tuple(found)
    again = AGAIN[told.name](told, dataset, norms)
    if told_by(told.name, again[told.name]).receipt.parameters != told.receipt.parameters:
        return (*found, Finding(NORMS_DIFFER))
    return (*found, *compare(files, again))


def _assessed_again(told: Told, dataset: Dataset, norms: Norms) -> Files:
    on = told.receipt.reference_date
    found = assessing(dataset, on, policy=load_policy(), catalogue=norms.catalogue, before=norms.before)
    return assess_files(found, told.source)


def _phased_out_again(told: Told, dataset: Dataset, norms: Norms) -> Files:
    on = told.receipt.reference_date
    until = told.until or on
    return phase_out_files(phase_out(dataset, on, until=until, policy=load_policy()), until, told.source)


def _terms_again(told: Told, dataset: Dataset, norms: Norms) -> Files:
    on = told.receipt.reference_date
    return terms_files(dataset, tuple(terms(dataset, on)), on, told.source)


AGAIN: Mapping[str, Callable[[Told, Dataset, Norms], Files]] = {
    ASSESS: _assessed_again,
    PHASE_OUT: _phased_out_again,
    TERMS: _terms_again,
}
