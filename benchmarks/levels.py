# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Thousands of small random countries held against exact answers: `python -m benchmarks.levels`.

The smallest are held against all plans there are, judged by the recount alone, as the tests do (`tests/placement`).
Larger ones are held against a full model that HiGHS optimises level after level, with rows written apart from ours.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from benchmarks.highs import best_by_levels
from benchmarks.question import Instance, arrays, work_of
from benchmarks.table import table
from luwte.placement import Policy, load_policy, place
from luwte.planning.place import question_for
from luwte.planning.recount import Question, recount

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "placement"))

from all_plans import best_values
from instances import DAY, small_country

COUNT = 3_000
NODES = 100_000
SHOWN = 20  # seeds
ORDERLY = 0.5  # of the countries: only room is scarce
TITLE = "## levels: small countries held against exact answers"
WHAT = (
    "Small random countries with every rule and every term in them. All three levels must have the value of the best "
    "plan, proven, and the recount must agree. *All plans* tries every plan there is, judged by the recount; *full "
    "model* is HiGHS on all ways, level after level, each earlier level kept."
)
HEAD = ("countries", "held against", "tried", "with another value", "not proven", "recount disagrees", "seconds")


@dataclass(frozen=True)
class Kind:
    """Countries of some sizes (locations, households; in turn), and what knows their best values."""

    what: str
    against: str
    sizes: tuple[tuple[int, int], ...]
    divided: bool
    best: Callable[[Question, Policy], tuple[Decimal, ...]]


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


def by_all_plans(question: Question, _: Policy) -> tuple[Decimal, ...]:
    """The levels of the best of all plans."""
    return best_values(question)


def by_full_model(question: Question, policy: Policy) -> tuple[Decimal, ...]:
    """The levels that HiGHS reaches one after another."""
    work = work_of(*arrays(Instance(question.dataset, question.on, policy, question)))
    return tuple(Decimal(value) / 1000 for value in best_by_levels(work))


SMALLEST = ((3, 4), (4, 4), (3, 5))
KINDS: Mapping[str, Kind] = {
    "all-plans": Kind("3 to 4 locations, 4 to 5 households", "all plans", SMALLEST, False, by_all_plans),
    "units": Kind("the same, some with units", "all plans", SMALLEST, True, by_all_plans),
    "full-model": Kind("8 locations, 20 households", "full model", ((8, 20),), False, by_full_model),
}


def hold(kind: Kind, first_seed: int, count: int) -> Tally:
    """Place so many countries and compare each with the best values, level by level."""
    policy, began = to_the_end(), time.perf_counter()
    unequal, unproven, unsound = [], [], []
    for seed in range(first_seed, first_seed + count):
        locations, households = kind.sizes[seed % len(kind.sizes)]
        country = small_country(seed, locations=locations, households=households, divided=kind.divided, orderly=ORDERLY)
        question = question_for(country, DAY, policy, ())
        found = place(question.dataset, policy, DAY, fit=question.fit, shares=question.shares)
        if tuple(level.value for level in found.levels) != kind.best(question, policy):
            unequal.append(seed)
        if not all(level.is_optimal for level in found.levels):
            unproven.append(seed)
        if recount(question, found.proposals, found.terms, found.levels):
            unsound.append(seed)
    return Tally(count, tuple(unequal), tuple(unproven), tuple(unsound), time.perf_counter() - began)


def section() -> str:
    """What is reported: every kind of country."""
    rows = []
    for kind in KINDS.values():
        tally = hold(kind, 0, COUNT)
        faults = (len(seeds) for seeds in (tally.unequal, tally.unproven, tally.unsound))
        rows.append((kind.what, kind.against, f"{tally.tried:,}", *map(str, faults), f"{tally.seconds:.0f}"))
    return "\n".join((TITLE, "", WHAT, "", table(HEAD, rows)))


def main() -> int:
    """0 = every country was placed as well as can be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.levels")
    parser.add_argument("kind", choices=KINDS, default="all-plans", nargs="?")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    tally = hold(KINDS[asked.kind], asked.first, asked.count)
    print(tally)
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
