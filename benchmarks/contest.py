# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One case with all its contenders: build it, run each in a process of its own, judge what comes back."""

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.cases import BY_LEVELS, CASES, OURS, SINGLE_GAPS, Case
from benchmarks.judge import Verdict, judge
from benchmarks.question import LEVELS, Instance, arrays, problem_of, work_of
from benchmarks.rows import value_of
from benchmarks.work import LEVEL_1_WEIGHT, NO_PLACE, SCALE, TENTHS, Ints, Work

ROOT = Path(__file__).resolve().parents[1]
PEERS_PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
BESIDE_OURS = frozenset({"full-milp", "flow-highs"})  # HiGHS is installed beside Luwte
AFTER_FLOW = frozenset({"cp-sat", "flow-highs"})  # they start from what `flow` found, and its time is theirs too

Told = Callable[[str], None]


@dataclass(frozen=True)
class Run:
    """What one contender did: seconds with the weighing of all ways, the verdict, the single objective, and the worth
    of all places in thousandths where places have a worth of their own.
    """

    name: str
    seconds: float
    megabytes: float
    verdict: Verdict
    single: int
    worth: int
    told: dict[str, Any]


@dataclass(frozen=True)
class Contest:
    """A case with its runs; sizes, the seconds of weighing all ways for the peers, and what nobody can change."""

    case: Case
    households: int
    people: int
    locations: int
    ways: int
    weighing: float
    settled: int
    runs: tuple[Run, ...]

    @property
    def ours(self) -> Run:
        """The run level after level."""
        return self.runs[0]

    @property
    def has_worth(self) -> bool:
        """Whether places have a worth of their own here."""
        return any(run.worth for run in self.runs)

    @property
    def single_bound(self) -> int | None:
        """What no plan comes below on the single objective, as ours proves it; `None` where it was not run."""
        bounds = [
            TENTHS * LEVEL_1_WEIGHT * run.told["bounds"][0] + run.told["bounds"][1]
            for run in self.runs
            if run.name in SINGLE_GAPS
        ]
        return max(bounds, default=None)

    def above_bound(self, run: Run, level: int) -> Decimal | None:
        """The gap of a level to the bound that ours proves; `None` where the earlier levels are not as good as ours."""
        own, values = self.ours, run.verdict.values
        if values[: level - 1] != own.verdict.values[: level - 1]:
            return None
        bound = Decimal(own.told["bounds"][level - 1]) / 1000
        return (values[level - 1] - bound) / max(Decimal(1), abs(bound))

    def gap(self, run: Run) -> Decimal | None:
        """The gap of a run of ours: on the single objective, or the largest of its levels."""
        if run.name != self.ours.name:
            return self.above_single_bound(run)
        if self.has_worth:
            pairs = zip(run.told["values"], run.told["bounds"], strict=True)
            return max(Decimal(value - bound) / max(1000, abs(bound)) for value, bound in pairs)
        return max(gap for level in LEVELS if (gap := self.above_bound(run, level)) is not None)

    def above_single_bound(self, run: Run) -> Decimal | None:
        """How far above the bound, of what can still change: level 1's bound and settled households left out."""
        bound = self.single_bound
        if bound is None:
            return None
        unavoidable = TENTHS * LEVEL_1_WEIGHT * self.ours.told["bounds"][0]
        return Decimal(run.single - bound) / max(SCALE, bound - unavoidable - self.settled)


class Contests:
    """Runs cases in a folder for what they hand over; keeps the plans that later cases start from."""

    def __init__(self, folder: Path, tell: Told) -> None:
        self.folder, self.tell = folder, tell
        self.plans: dict[str, Ints] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def hold(self, case: Case) -> Contest:
        """Measure every contender of the case."""
        self.tell(f"{case.name}: building ...")
        given = case.build(self.plan_of)
        problem, work, weighing = problem_of(given), None, 0.0
        if any(name not in OURS for name in case.contenders):
            began = time.perf_counter()
            weighed = arrays(given)
            weighing = time.perf_counter() - began
            work = work_of(*weighed)
            work.save(self._file("work.npz"))
        self._file("instance").write_bytes(pickle.dumps(given, pickle.HIGHEST_PROTOCOL))
        runs = []
        for name in case.contenders:
            self.tell(f"{case.name}: {name} ...")
            told, slot = self._contend(name)
            if name == BY_LEVELS:
                self.plans[case.name] = slot
            shared = 0.0 if name in OURS else weighing
            if name in AFTER_FLOW:
                shared = next(run.seconds for run in runs if run.name == "flow")
            verdict = judge(given, problem, slot)
            single = value_of(work, slot) if work else 0
            worth = 0 if given.values is None else _worth(given.values, slot)
            runs.append(Run(name, told["seconds"] + shared, told["megabytes"], verdict, single, worth, told))
        dataset = given.dataset
        sizes = len(dataset.households), len(dataset.persons), len(dataset.locations)
        return Contest(case, *sizes, runs[0].told["ways"], weighing, _settled(work) if work else 0, tuple(runs))

    def plan_of(self, name: str) -> Ints:
        """The plan of another case, made now if it was not made in this run."""
        if name not in self.plans:
            case = next(case for case in CASES if case.name == name)
            given: Instance = case.build(self.plan_of)
            self._file("instance").write_bytes(pickle.dumps(given, pickle.HIGHEST_PROTOCOL))
            self.tell(f"{name}: {BY_LEVELS}, for who comes after ...")
            _, self.plans[name] = self._contend(BY_LEVELS)
        return self.plans[name]

    def _contend(self, name: str) -> tuple[dict[str, Any], Ints]:
        answer = self._file("answer.npy")
        if name in OURS:
            module, given, way = "benchmarks.ours", self._file("instance"), [SINGLE_GAPS.get(name, "levels")]
            command = [sys.executable, "-m", module, str(given), str(answer), *way]
        else:
            python = sys.executable if name in BESIDE_OURS else str(PEERS_PYTHON)
            files = [str(self._file(each)) for each in ("work.npz", "answer.npy", "flow.npy")]
            command = [python, "-m", "benchmarks.peer", name, *files]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        return json.loads(told.stdout), np.load(answer)

    def _file(self, name: str) -> Path:
        return self.folder / name


def _worth(values: NDArray[np.int32], slot: Ints) -> int:
    placed = np.flatnonzero(slot != NO_PLACE)
    return int(values[placed, slot[placed] // 3].sum())


def _settled(work: Work) -> int:
    """What households that can go one way only cost on the single objective."""
    alone = np.flatnonzero(np.diff(work.starts) == 1)
    return int(work.weighed[work.starts[alone]].sum())
