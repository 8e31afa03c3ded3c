# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One peer on one piece of work, in a process of its own: `python -m benchmarks.peer NAME WORK ANSWER`.

The peer's slots go to the file ANSWER, its seconds and the peak of the process to the standard output, as JSON.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from os import cpu_count
from pathlib import Path

import numpy as np

from benchmarks.work import Ints, Work, load

MILP_SECONDS, CP_SAT_SECONDS = 120.0, 60.0
KIB_IN_MIB = 1024


def peak_megabytes() -> float:
    """The most memory that this process has had since its program began.

    On Linux from `VmHWM`: `ru_maxrss` there starts at what the calling process had.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        high = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(high.split()[1]) / KIB_IN_MIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_IN_MIB**2


def peer(name: str) -> Callable[[Work], Ints]:
    """A peer by name; only its own libraries are loaded."""

    def of(module: str) -> Callable[..., Ints]:
        found: Callable[..., Ints] = getattr(import_module(f"benchmarks.{module}"), f"place_by_{module}")
        return found

    return {
        "desk": lambda work: of("desk")(work),
        "flow": lambda work: of("flow")(work),
        "full-milp": lambda work: of("full_milp")(work, MILP_SECONDS),
        "cp-sat": lambda work: of("cp_sat")(work, CP_SAT_SECONDS, cpu_count() or 1),
        "in-turn": lambda work: of("turns")(work),
        "deferred": lambda work: of("deferral")(work),
    }[name]


def main() -> None:
    """Measure one peer."""
    name, given, answer = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    work, place = load(given), peer(name)
    began = time.perf_counter()
    slot = place(work)
    seconds = time.perf_counter() - began
    np.save(answer, slot)
    json.dump({"seconds": seconds, "megabytes": peak_megabytes()}, sys.stdout)


if __name__ == "__main__":
    main()
