# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One peer on one piece of work, in a process of its own: `python -m benchmarks.peer NAME WORK ANSWER FLOW`.

The peer's slots go to the file ANSWER, its seconds and the peak of the process to the standard output, as JSON. FLOW is
where `flow` leaves how many persons go each way, for the peers that start from there.
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

MILP_SECONDS, FLOW_HIGHS_SECONDS, CP_SAT_SECONDS = 120.0, 60.0, 60.0
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


def peer(name: str, flow: Path = Path()) -> Callable[[Work], Ints]:
    """A peer by name; only its own libraries are loaded."""

    def of(module: str, what: str, *more: object) -> Callable[[Work], Ints]:
        found = getattr(import_module(f"benchmarks.{module}"), f"place_by_{what}")
        return lambda work: found(work, *more)

    if name == "flow":
        return of("flow", "flow", flow)
    if name == "cp-sat":
        return of("cp_sat", "cp_sat", flow, CP_SAT_SECONDS, cpu_count() or 1)
    if name == "flow-highs":
        return of("highs", "flow_highs", flow, FLOW_HIGHS_SECONDS)
    if name == "full-milp":
        return of("highs", "full_milp", MILP_SECONDS)
    return {"desk": of("desk", "desk"), "in-turn": of("turns", "turns"), "deferred": of("deferral", "deferral")}[name]


def main() -> None:
    """Measure one peer."""
    name, (given, answer, flow) = sys.argv[1], map(Path, sys.argv[2:5])
    work, place = load(given), peer(name, flow)
    began = time.perf_counter()
    slot = place(work)
    seconds = time.perf_counter() - began
    np.save(answer, slot)
    json.dump({"seconds": seconds, "megabytes": peak_megabytes()}, sys.stdout)


if __name__ == "__main__":
    main()
