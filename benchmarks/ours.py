# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ours, in a process of its own: `python -m benchmarks.ours INSTANCE ANSWER WAY` prints what it took, as JSON.

WAY is `levels` (as always), or a gap: the single objective until that gap is reached.
"""

import json
import pickle
import sys
import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from benchmarks.peer import peak_megabytes
from benchmarks.question import Instance, arrays, single
from luwte.model.progress import silent
from luwte.placement.explain import proposals
from luwte.placement.options import Options
from luwte.placement.problem import Problem
from luwte.placement.solve import Solution, solve
from luwte.placement.worth import worths

NODES = 100_000  # of a search that must prove the optimum


@dataclass(frozen=True, eq=False)
class Solved:
    """A plan, and what was solved for it."""

    problem: Problem
    options: Options
    solution: Solution


def place_by_levels(given: Instance) -> Solved:
    """Level after level; a setting with values of its own is searched until the optimum is proven."""
    problem, options = arrays(given)
    if given.values is not None:
        problem = _until(problem, Decimal(0), NODES)
    return Solved(problem, options, solve(problem, options, silent))


def place_singly(given: Instance, gap: Decimal) -> Solved:
    """The single objective, until the gap."""
    problem, options = single(*arrays(given))
    problem = _until(problem, gap, problem.policy.stop.nodes)
    return Solved(problem, options, solve(problem, options, silent))


def _until(problem: Problem, gap: Decimal, nodes: int) -> Problem:
    stop = problem.policy.stop.model_copy(update={"gap": gap, "nodes": nodes})
    return replace(problem, policy=replace(problem.policy, stop=stop))


def explain(given: Instance, solved: Solved) -> None:
    """What `place` gives beside the plan: next-best places, causes, and the worth of one more place."""
    proposals(given.dataset, solved.problem, solved.options, solved.solution.plan)
    worths(solved.problem, solved.solution)


def main() -> None:
    """Measure ours."""
    given = pickle.loads(Path(sys.argv[1]).read_bytes())
    answer, way = Path(sys.argv[2]), sys.argv[3]
    began = time.perf_counter()
    solved = place_by_levels(given) if way == "levels" else place_singly(given, Decimal(way))
    seconds = time.perf_counter() - began
    megabytes = peak_megabytes()
    began = time.perf_counter()
    if way == "levels" and given.values is None:
        explain(given, solved)
    told = {
        "seconds": seconds,
        "megabytes": megabytes,
        "ways": int(solved.options.number.sum()),
        "explaining": time.perf_counter() - began,
        "values": [level.value for level in solved.solution.decided],
        "bounds": [level.bound for level in solved.solution.decided],
        "stopped_by": [level.stopped_by for level in solved.solution.decided],
    }
    np.save(answer, solved.solution.plan)
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
