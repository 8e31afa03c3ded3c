# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The cases of the benchmark: which country, and who is measured on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from benchmarks.countries import example, tight, weekly
from benchmarks.published import Size, published
from benchmarks.question import Instance, ask, problem_of
from benchmarks.work import Ints

PlanOf = Callable[[str], Ints]  # a slot per household of another case: the plan that Luwte makes there

BY_LEVELS, SINGLE, CLOSER = "luwte", "luwte single 0.1 %", "luwte single 0.05 %"
SINGLE_GAPS = {SINGLE: "0.001", CLOSER: "0.0005"}
OURS = (BY_LEVELS, SINGLE, CLOSER)
ALL = (*OURS, "desk", "flow", "flow-highs", "cp-sat", "full-milp")
WITHOUT_FULL_MILP = ALL[:-1]  # where all ways are millions
SEED = 7


@dataclass(frozen=True)
class Target:
    """What a run of ours must reach: the gap (of every level, where it runs by levels), seconds, and megabytes."""

    contender: str
    gap: str | None
    seconds: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True)
class Case:
    """A country to be measured on, in a sentence, and its contenders; the first is ours."""

    name: str
    what: str
    build: Callable[[PlanOf], Instance]
    contenders: tuple[str, ...] = (BY_LEVELS,)
    targets: tuple[Target, ...] = ()


def _at(scale: Fraction) -> Callable[[PlanOf], Instance]:
    return lambda _: ask(example(scale))


def _tight(_: PlanOf) -> Instance:
    return ask(tight(example(Fraction(1))))


def _weekly(plan_of: PlanOf) -> Instance:
    before = ask(example(Fraction(1)))
    return ask(weekly(before, problem_of(before), plan_of("national")))


def _published(families: int, affiliates: int) -> Callable[[PlanOf], Instance]:
    def build(_: PlanOf) -> Instance:
        dataset, values = published(Size(families, affiliates), SEED)
        return replace(ask(dataset), values=values)

    return build


OPTIMAL = (Target(BY_LEVELS, "0"),)
MECHANISMS = (BY_LEVELS, "in-turn", "deferred", "flow", "cp-sat", "full-milp")


def _soon(gap: str, seconds: float, megabytes: float | None = None) -> tuple[Target, ...]:
    """The targets of a large country: by levels and singly; half a thousandth in thirty seconds."""
    closer = Target(CLOSER, "0.0005", 30, megabytes)
    return (Target(BY_LEVELS, gap, seconds, megabytes), Target(SINGLE, gap, seconds, megabytes), closer)


CASES = (
    Case("municipal", "the example at 1/100", _at(Fraction(1, 100)), ALL),
    Case("provincial", "the example at 1/20", _at(Fraction(1, 20)), ALL),
    Case("national", "the example", _at(Fraction(1)), WITHOUT_FULL_MILP, _soon("0.001", 10, 700)),
    Case(
        "tight",
        "the example with scarce accessible rooms and school places everywhere",
        _tight,
        WITHOUT_FULL_MILP,
        _soon("0.001", 20),
    ),
    Case(
        "weekly",
        "the example after its plan: 800 households new, 500 may move, the others locked",
        _weekly,
        ALL,
        (Target(BY_LEVELS, "0.005", 30), Target(SINGLE, "0.005", 30)),
    ),
    Case("published", "families over affiliates, several services", _published(330, 20), MECHANISMS, OPTIMAL),
)
GROWTH = (
    Case("growth at 1/10", "the example at 1/10", _at(Fraction(1, 10))),
    Case("growth at 1/3", "the example at 1/3", _at(Fraction(1, 3))),
    Case("growth at 1", "the example", _at(Fraction(1))),
    Case("growth at 10/3", "the example at 10/3", _at(Fraction(10, 3))),
    Case("continental", "the example at 10", _at(Fraction(10)), targets=(Target(BY_LEVELS, None, 300, 8_192),)),
)
