# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Run every contender on every instance, each in a process of its own, and write `RESULTS.md` beside this file."""

import json
import platform
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.contend import MILP_SECONDS_PER_LEVEL

RESULTS = Path(__file__).parent / "RESULTS.md"
# Not nationally: the full MILP would hold millions of pairs there.
INSTANCES = (
    ("municipal", Fraction(1, 100), ("luwte", "desk", "full-milp")),
    ("provincial", Fraction(1, 20), ("luwte", "desk", "full-milp")),
    ("national", Fraction(1), ("luwte", "desk")),
)
HEAD = """<!--
SPDX-FileCopyrightText: 2026 The Luwte authors
SPDX-License-Identifier: EUPL-1.2
-->

# Results

Written by `make bench`. Every contender gets the same dataset (the example country at a scale), the same policy and
the same day, in a process of its own, one after another on the same machine. What comes back is judged by the recount,
which shares no code with any of them. The peers start from the lawful ways and prices that `luwte` works out too, and
the time for that counts for everybody.

- `luwte` is `luwte.placement.place`. Its time includes the next-best places and the worth of one more place, which no
  other contender gives.
- `desk` places one household after another where there is room at that moment: first who has no place, then who has
  children in an unfit place.
- `full-milp` hands every lawful pair of household and place to HiGHS, level after level, {limit:.0f} s each.

Levels are in weighed persons, and less is better: level 1 counts people without a place, level 2 the welfare of
children, level 3 wishes and fit. *Above bound* is (value - bound) / max(1, bound), with the bound that `luwte` proves
in the same run; it can be compared only where the earlier levels are equal. Seconds are wall time from a dataset in
memory to an answer. Memory is the peak of the whole process, the dataset included.

{machine}
"""
COLUMNS = (
    "contender|seconds|x luwte|peak MB|level 1|level 2|above bound|level 3|above bound|moves|without a place|breaches"
)


@dataclass(frozen=True)
class Run:
    """What one contender did on one instance."""

    name: str
    told: dict[str, Any]

    @property
    def values(self) -> list[Decimal]:
        """The value of each level."""
        return [Decimal(value) for value in self.told["values"]]


def contend(name: str, scale: Fraction) -> Run:
    """Run one contender; its failure is the benchmark's failure."""
    command = [sys.executable, "-m", "benchmarks.contend", name, str(scale)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=RESULTS.parents[1])
    return Run(name, json.loads(told.stdout))


def row(run: Run, ours: Run) -> str:
    """One line of the table."""
    above = [
        f"{(value - bound) / max(Decimal(1), bound):.2%}"
        for value, bound in zip(run.values, map(Decimal, ours.told["bounds"]), strict=True)
    ]
    first, second, third = (f"{value.normalize():f}" for value in run.values)
    cells = (
        run.name,
        f"{run.told['seconds']:.1f}",
        f"{run.told['seconds'] / ours.told['seconds']:.2f}",
        f"{run.told['megabytes']:.0f}",
        first,
        second,
        above[1],
        third,
        above[2],
        run.told["moves"],
        run.told["unplaced"],
        run.told["breaches"],
    )
    return "| " + " | ".join(map(str, cells)) + " |"


def table(label: str, runs: list[Run]) -> str:
    """One instance with all its contenders; the first is ours."""
    size = runs[0].told
    title = f"## {label}: {size['households']:,} households, {size['people']:,} people, {size['locations']} locations"
    head = "| " + COLUMNS.replace("|", " | ") + " |"
    return "\n".join([title, "", head, "|" + "---|" * head.count(" | ") + "---|", *(row(run, runs[0]) for run in runs)])


def machine() -> str:
    """What the measures were taken on, in one sentence."""
    solver = f"highspy {version('highspy')}"
    return f"Luwte {version('luwte')}, {solver}, Python {platform.python_version()}, {platform.machine()}, one thread."


def main() -> None:
    """Measure everything and write it down."""
    parts = [HEAD.format(limit=MILP_SECONDS_PER_LEVEL, machine=machine())]
    for label, scale, contenders in INSTANCES:
        runs = []
        for name in contenders:
            print(f"{label}: {name} ...", flush=True)
            runs.append(contend(name, scale))
        parts.append(table(label, runs))
        print(parts[-1], flush=True)
    RESULTS.write_text("\n\n".join(part.strip() for part in parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
