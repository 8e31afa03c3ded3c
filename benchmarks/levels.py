# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Thousands of small random countries, each placed and held against all plans there are: `python -m benchmarks.levels`.

The countries and the trying of all plans are those of the tests (`tests/placement`): rules and levels by the recount
alone. The suite does the same with fewer countries.
"""

import argparse
import sys
import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from benchmarks.table import table
from luwte.placement import Policy, load_policy, place
from luwte.planning.place import question_for
from luwte.planning.recount import recount

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "placement"))

from all_plans import best_values
from instances import DAY, small_country

SIZES = ((3, 4), (4, 4), (3, 5))  # locations, households; in turn
ORDERLY = 0.5  # of the countries: only room is scarce
COUNT = 3_000
NODES = 100_000
SHOWN = 20  # seeds
TITLE = "## levels: small countries against all plans there are"
WHAT = (
    "Small random countries with every rule and every term in them. Each is placed, and every plan there is for it is "
    "judged by the recount; all three levels must have the value of the best plan, proven."
)
HEAD = ("countries", "tried", "with another value", "not proven", "recount disagrees", "seconds")


@dataclass(frozen=True)
class Tally:
    """How many countries were tried, and the seeds of those where something was not as it should be."""

    tried: int
    unequal: tuple[int, ...]
    unproven: tuple[int, ...]
    unsound: tuple[int, ...]
    seconds: float

    @property
    def is_clean(self) -> bool:
        """Whether every country was placed as well as can be, with proof, and the recount agreed."""
        return not (self.unequal or self.unproven or self.unsound)

    def __str__(self) -> str:
        told = (("another value", self.unequal), ("not proven", self.unproven), ("recount disagrees", self.unsound))
        faults = [f"{what}: {len(seeds)} {list(seeds[:SHOWN]) if seeds else ''}".strip() for what, seeds in told]
        return f"{self.tried} countries in {self.seconds:.0f} s; {', '.join(faults)}"


def to_the_end() -> Policy:
    """The bundled policy, searched until the optimum is proven."""
    policy = load_policy()
    return replace(policy, stop=policy.stop.model_copy(update={"gap": Decimal(0), "nodes": NODES}))


def try_all_plans(first_seed: int, count: int, *, divided: bool) -> Tally:
    """Place so many countries and compare each with the best of all its plans, level by level.

    Where `divided`, some locations have units.
    """
    policy, began = to_the_end(), time.perf_counter()
    unequal, unproven, unsound = [], [], []
    for seed in range(first_seed, first_seed + count):
        locations, households = SIZES[seed % len(SIZES)]
        country = small_country(seed, locations=locations, households=households, divided=divided, orderly=ORDERLY)
        question = question_for(country, DAY, policy, ())
        found = place(question.dataset, policy, DAY, fit=question.fit, shares=question.shares)
        if tuple(level.value for level in found.levels) != best_values(question):
            unequal.append(seed)
        if not all(level.is_optimal for level in found.levels):
            unproven.append(seed)
        if recount(question, found.proposals, found.terms, found.levels):
            unsound.append(seed)
    return Tally(count, tuple(unequal), tuple(unproven), tuple(unsound), time.perf_counter() - began)


def section() -> str:
    """What is reported: thousands of countries without units, and with."""
    rows = []
    for what, divided in (("without units", False), ("with units", True)):
        tally = try_all_plans(0, COUNT, divided=divided)
        faults = (len(seeds) for seeds in (tally.unequal, tally.unproven, tally.unsound))
        rows.append((what, f"{tally.tried:,}", *map(str, faults), f"{tally.seconds:.0f}"))
    return "\n".join((TITLE, "", WHAT, "", table(HEAD, rows)))


def main() -> int:
    """0 = every country was placed as well as can be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.levels")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--units", action="store_true", help="with units at some locations")
    asked = parser.parse_args()
    tally = try_all_plans(asked.first, asked.count, divided=asked.units)
    print(tally)
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
