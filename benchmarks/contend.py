# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One contender on one instance, in a process of its own: `python -m benchmarks.contend NAME SCALE` prints JSON."""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import SimpleNamespace

from benchmarks.desk import place_by_queue
from benchmarks.full_milp import place_by_full_milp
from benchmarks.instance import Instance, arrays, instance, judge, proposals_of
from luwte.placement import place
from luwte.placement.placement import Proposal

MILP_SECONDS_PER_LEVEL = 60.0
MEGABYTE = 1024 if sys.platform == "linux" else 1024**2  # ru_maxrss is in KiB on Linux, in bytes on macOS


@dataclass(frozen=True)
class Answer:
    """The proposals of a contender, and per level the bound that it proves, if it proves any."""

    proposals: Sequence[Proposal | SimpleNamespace]
    bounds: tuple[str, ...] = ()


def luwte(given: Instance) -> Answer:
    """Ours."""
    question = given.question
    placement = place(given.dataset, given.policy, given.on, fit=question.fit, shares=question.shares)
    return Answer(placement.proposals, tuple(str(level.bound) for level in placement.levels))


def desk(given: Instance) -> Answer:
    """One household after another."""
    problem, options = arrays(given)
    return Answer(proposals_of(given, problem, place_by_queue(problem, options)))


def full_milp(given: Instance) -> Answer:
    """All pairs at once."""
    problem, options = arrays(given)
    return Answer(proposals_of(given, problem, place_by_full_milp(problem, options, MILP_SECONDS_PER_LEVEL)))


CONTENDERS: dict[str, Callable[[Instance], Answer]] = {"luwte": luwte, "desk": desk, "full-milp": full_milp}


def main() -> None:
    """Measure, judge, and print."""
    name, scale = sys.argv[1], Fraction(sys.argv[2])
    given = instance(scale)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    answer = CONTENDERS[name](given)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    verdict = judge(given, answer.proposals)
    json.dump(
        {
            "households": len(given.dataset.households),
            "people": len(given.dataset.persons),
            "locations": len(given.dataset.locations),
            "seconds": seconds,
            "megabytes": peak / MEGABYTE,
            "megabytes_before": before / MEGABYTE,
            "values": [str(value) for value in verdict.values],
            "bounds": answer.bounds,
            "moves": verdict.moves,
            "unplaced": verdict.unplaced,
            "breaches": verdict.breaches,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
