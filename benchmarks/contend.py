# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One contender on one instance, in a process of its own: `python -m benchmarks.contend NAME SCALE` prints JSON."""

import json
import resource
import sys
import time
from fractions import Fraction

from benchmarks.desk import place_by_queue
from benchmarks.full_milp import place_by_full_milp
from benchmarks.instance import Instance, arrays, instance, judge, proposals_of
from luwte.placement import place

MILP_SECONDS_PER_LEVEL = 60.0
MEGABYTE = 1024 if sys.platform == "linux" else 1024**2  # ru_maxrss is in KiB on Linux, in bytes on macOS


def answer(name: str, given: Instance) -> tuple[list[object], list[str]]:
    """The proposals of a contender, and per level the bound that it proves, if it proves any."""
    if name == "luwte":
        question = given.question
        placement = place(given.dataset, given.policy, given.on, fit=question.fit, shares=question.shares)
        return list(placement.proposals), [str(level.bound) for level in placement.levels]
    problem, options = arrays(given)
    if name == "desk":
        slot = place_by_queue(problem, options)
    else:
        slot = place_by_full_milp(problem, options, MILP_SECONDS_PER_LEVEL)
    return list(proposals_of(given, problem, [int(each) for each in slot])), []


def main() -> None:
    """Measure, judge, and print."""
    name, scale = sys.argv[1], Fraction(sys.argv[2])
    given = instance(scale)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    proposals, bounds = answer(name, given)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    verdict = judge(given, proposals)  # type: ignore[arg-type]
    json.dump(
        {
            "households": len(given.dataset.households),
            "people": len(given.dataset.persons),
            "locations": len(given.dataset.locations),
            "seconds": seconds,
            "megabytes": peak / MEGABYTE,
            "megabytes_before": before / MEGABYTE,
            "values": [str(value) for value in verdict.values],
            "bounds": bounds,
            "moves": verdict.moves,
            "unplaced": verdict.unplaced,
            "breaches": verdict.breaches,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
