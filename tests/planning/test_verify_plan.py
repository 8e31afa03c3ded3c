# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan that stands passes; whatever is changed in it afterwards is found and named."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, Severity
from luwte.placement import Policy
from luwte.planning import Plan, Request, files_of
from luwte.planning.files import ACCOUNT
from luwte.planning.verify import verify

Files = dict[str, bytes]
REPORT = {"report.html": b"<p>one</p>\n<p>two</p>\n"}


@pytest.fixture
def files(made: Plan) -> Files:
    return dict(files_of(made, request=Request(), inputs={}, beside=REPORT))


@pytest.fixture
def verified(dataset: Dataset, policy: Policy) -> Callable[[Mapping[str, bytes]], tuple[Finding, ...]]:
    return lambda files: verify(files, dataset, policy, beside=lambda _: REPORT)


Verified = Callable[[Mapping[str, bytes]], tuple[Finding, ...]]


def edited(content: bytes, old: str, new: str) -> bytes:
    """Text with the first `old` changed; fails where there is none."""
    text = content.decode()
    assert old in text
    return text.replace(old, new, 1).encode()


def test_a_plan_that_nobody_touched_stands(files: Files, verified: Verified) -> None:
    assert verified(files) == ()


def test_time_does_not_count(files: Files, verified: Verified) -> None:
    account = json.loads(files[ACCOUNT])
    account["timing"] = {"level_1": 99.0}
    files[ACCOUNT] = json.dumps(account).encode()
    assert verified(files) == ()


def test_one_changed_cell_is_named_with_both_values(files: Files, verified: Verified) -> None:
    files["placements.csv"] = edited(files["placements.csv"], "leaves_unfit_place", "wish")
    found = {finding.kind.code: finding for finding in verified(files)}
    assert found.keys() == {"verify.file_changed", "verify.cell_differs"}
    place, params = found["verify.cell_differs"].place, found["verify.cell_differs"].params
    assert place is not None
    assert (place.file, place.row, place.column) == ("placements.csv", 2, "cause")
    assert (params["stored"], params["again"]) == ("wish", "leaves_unfit_place")


def test_a_changed_destination_breaks_rules_too(files: Files, verified: Verified) -> None:
    files["placements.csv"] = edited(files["placements.csv"], "F-FIT,family,3,1,AZC,AZC", "F-FIT,family,3,1,AZC,HALL")
    codes = {finding.kind.code for finding in verified(files)}
    assert {"recount.no_worse", "recount.nonsense", "recount.term", "verify.cell_differs"} <= codes


@pytest.mark.parametrize("name", ["tasks.csv", "provinces.csv", "suitability.csv", "findings.csv"])
def test_a_missing_row_is_found_in_a_table(files: Files, verified: Verified, name: str) -> None:
    files[name] = b"\n".join(files[name].splitlines()[:-1]) + b"\n"
    assert {"verify.file_changed", "verify.rows_differ"} <= {finding.kind.code for finding in verified(files)}


def test_a_cell_that_cannot_be_read_is_found(files: Files, verified: Verified) -> None:
    files["tasks.csv"] = edited(files["tasks.csv"], ",4000,", ",many,")
    codes = {finding.kind.code for finding in verified(files)}
    assert {"planning.not_a_plan", "verify.cell_differs"} <= codes


def test_a_changed_number_in_the_account_is_found(files: Files, verified: Verified) -> None:
    account = json.loads(files[ACCOUNT])
    account["summary"]["trade"]["out_of_unfit"] = 412
    files[ACCOUNT] = json.dumps(account).encode()
    [finding] = verified(files)
    assert finding.params["column"] == "summary.trade.out_of_unfit"
    assert (finding.params["stored"], finding.params["again"]) == ("412", "2")


def test_another_report_is_found_at_its_line(files: Files, verified: Verified) -> None:
    files["report.html"] = b"<p>one</p>\n<p>three</p>\n"
    found = {finding.kind.code: finding for finding in verified(files)}
    assert found["verify.text_differs"].params["row"] == "2"


def test_a_missing_file_is_found(files: Files, verified: Verified) -> None:
    del files["report.html"]
    assert {finding.kind.code for finding in verified(files)} == {"verify.file_missing"}


def test_a_strange_file_is_pointed_out_and_no_more(files: Files, verified: Verified) -> None:
    files["notes.txt"] = b"mine"
    [finding] = verified(files)
    assert finding.kind.severity is Severity.WARNING


def test_other_tables_are_found_before_anything_is_computed(files: Files, dataset: Dataset, policy: Policy) -> None:
    other = replace(dataset, content_hash="f" * 64)
    [finding] = verify(files, other, policy, beside=lambda _: REPORT)
    assert finding.kind.code == "verify.dataset_differs"


def test_another_policy_is_found(files: Files, dataset: Dataset, policy: Policy) -> None:
    other = replace(policy, hash="f" * 64)
    [finding] = verify(files, dataset, other, beside=lambda _: REPORT)
    assert finding.kind.code == "verify.policy_differs"
