# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan on disk: the same plan gives the same bytes, and reads back as the same plan."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.placement import Policy
from luwte.placement.placement import Action
from luwte.planning import Plan, Request, files_of, load_plan, plan
from luwte.planning.files import ACCOUNT, TABLES, plan_from_files, sha256
from luwte.planning.finding_rows import finding_of, finding_rows
from planning.country import AMSTERDAM, DAY


@pytest.fixture
def files(made: Plan) -> Mapping[str, bytes]:
    return files_of(made, request=Request(data="../tables"), inputs={"a.csv": "0"}, beside={"report.html": b"<p>"})


def test_a_plan_reads_back_as_it_was(made: Plan, files: Mapping[str, bytes]) -> None:
    read = plan_from_files(files)
    assert read.summary == made.summary
    assert (read.tasks, read.placements, read.worth) == (made.tasks, made.placements, made.worth)
    assert (read.provinces, read.suitability) == (made.provinces, made.suitability)
    assert finding_rows(read.findings) == finding_rows(made.findings)
    assert read.request.data == "../tables"


def test_two_runs_give_the_same_bytes_but_for_the_time(dataset: Dataset, policy: Policy, made: Plan) -> None:
    again = plan(dataset, DAY, policy=policy)
    first, second = (files_of(one, request=Request(), inputs={}, beside={}) for one in (made, again))
    assert {name: content for name, content in first.items() if name != ACCOUNT} == {
        name: content for name, content in second.items() if name != ACCOUNT
    }
    one, other = json.loads(first[ACCOUNT]), json.loads(second[ACCOUNT])
    assert {**one, "timing": {}} == {**other, "timing": {}}


def test_every_file_stands_in_the_account_with_its_hash(files: Mapping[str, bytes]) -> None:
    account = json.loads(files[ACCOUNT])
    assert account["files"] == {name: sha256(content) for name, content in files.items() if name != ACCOUNT}
    assert account["inputs"] == {"a.csv": "0"}
    assert account["summary"]["receipt"]["parameters"].keys() == {"policy", "cycle"}


def test_a_household_stands_in_one_row_with_where_it_goes(made: Plan) -> None:
    rows = {row.household: row for row in made.placements}
    assert len(rows) == len(made.placements) == 14
    stays = [row for row in made.placements if row.action is Action.STAY]
    assert all(row.destination == row.origin for row in stays)
    assert [name for name, _ in rows["F-HALL"].terms] == [
        "l2_moved_in_term",
        "l2_moved_municipality",
        "l2_moved_region",
        "l3_adult_moved",
    ]
    assert rows["F-HALL"].level_2 == 3


def test_the_plan_counts_children_by_kind_and_by_fitness_of_the_same_children(made: Plan) -> None:
    """Nine children: two in the hall go to an azc, the reserved one too; the one without a place gets one."""
    by_kind, by_fitness = made.summary.children_by_kind, made.summary.children_by_fitness
    assert sum(count.before for count in by_kind.values()) == sum(count.before for count in by_fitness.values()) == 9
    assert sum(count.after for count in by_kind.values()) == sum(count.after for count in by_fitness.values()) == 9
    assert (by_kind["emergency"].before, by_kind["emergency"].after) == (3, 0)
    assert (by_fitness["unfit"].before, by_fitness["unfit"].after) == (3, 0)
    assert (by_kind["no_place"].before, by_kind["no_place"].after) == (1, 0)


def test_the_plan_says_what_it_trades(made: Plan) -> None:
    trade = made.summary.trade
    assert (trade.out_of_unfit, trade.moved_who_could_stay) == (2, 0)
    assert (trade.people_without_place, trade.brought_to_not_fit) == (0, 0)


def test_the_gap_is_to_what_binds(made: Plan) -> None:
    assert next(row for row in made.tasks if row.municipality == AMSTERDAM).gap == 4000 - 17


def test_findings_turn_back_into_words(made: Plan) -> None:
    assert {finding_of(row).kind.what for row in finding_rows(made.findings)} == {f.kind.what for f in made.findings}


def test_a_finding_of_another_version_stands_for_itself() -> None:
    kind = FindingKind("from.the_future", Severity.WARNING, "what", "mend", "Act 99")
    [row] = finding_rows([Finding(kind, "S", params={"a": "b"})])
    assert finding_of(row) == Finding(replace(kind, what="from.the_future", mend=""), "S", None, {"a": "b"})


def test_a_folder_that_is_no_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        load_plan(tmp_path)


@pytest.mark.parametrize("name", [*TABLES, ACCOUNT])
def test_a_plan_without_one_of_its_files_is_refused_and_the_file_named(files: Mapping[str, bytes], name: str) -> None:
    rest = {other: content for other, content in files.items() if other != name}
    with pytest.raises(InputRefused) as refused:
        plan_from_files(rest)
    assert {finding.params["file"] for finding in refused.value.findings} == {name}
