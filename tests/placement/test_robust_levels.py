# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A lower level never worsens a higher one, and a plan does not hang on the machine that makes it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instances import DAY, small_country

from luwte.data import write
from luwte.data.example import make_example
from luwte.placement import Policy, place
from luwte.placement.placement import LevelResult
from luwte.planning.place import question_for

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS", "RAYON_NUM_THREADS")
TABLES = ("placements.csv", "worth.csv", "suitability.csv", "tasks.csv", "findings.csv")


def values(seed: int, policy: Policy) -> tuple[LevelResult, ...]:
    question = question_for(small_country(seed, locations=5, households=9), DAY, policy, ())
    return place(question.dataset, policy, DAY, fit=question.fit, shares=question.shares).levels


def weighed_anew(policy: Policy, level: int, times: Mapping[str, Decimal]) -> Policy:
    """The policy with the weights of one level multiplied, term by term."""
    own = policy.levels[level - 1]
    terms = {
        name: term.model_copy(update={"weight": (term.weight * times.get(name, 1)).quantize(Decimal("0.001"))})
        for name, term in own.terms.items()
    }
    changed = own.model_copy(update={"terms": terms})
    return replace(policy, levels=tuple(changed if each is own else each for each in policy.levels))


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10**9), level=st.sampled_from([2, 3]), data=st.data())
def test_whatever_a_lower_level_weighs_the_higher_ones_stay_as_good(
    seed: int, level: int, data: st.DataObject, exact: Policy
) -> None:
    factors = st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(1), Decimal(20)])
    times = {name: data.draw(factors, label=name) for name in exact.levels[level - 1].terms}
    before, after = values(seed, exact), values(seed, weighed_anew(exact, level, times))
    assert [each.value for each in after[: level - 1]] == [each.value for each in before[: level - 1]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("country") / "tables"
    write(make_example(scale=0.05), folder)
    return folder


def planned(tables: Path, out: Path, threads: int, hash_seed: int) -> Mapping[str, str]:
    """Plan in a process with so many threads; the hash of every table that comes out."""
    environment = {**os.environ, **dict.fromkeys(THREADS, str(threads)), "PYTHONHASHSEED": str(hash_seed)}
    command = [
        sys.executable,
        "-c",
        "from luwte_web.command import main; main()",
        "plan",
        str(tables),
        "--out",
        str(out),
    ]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in TABLES}


def test_one_thread_and_two_give_the_same_plan_to_the_byte(tables: Path, tmp_path: Path) -> None:
    assert planned(tables, tmp_path / "one", 1, 1) == planned(tables, tmp_path / "two", 2, 2)
