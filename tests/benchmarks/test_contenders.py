# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The benchmark is fair: every contender's answer is lawful, and none comes below the bounds that Luwte proves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.countries import example, tight, weekly
from benchmarks.judge import judge
from benchmarks.ours import Solved, place_by_levels, place_singly
from benchmarks.peer import peer
from benchmarks.published import Size, published
from benchmarks.question import Instance, arrays, ask, work_of
from benchmarks.rounding import whole_households
from benchmarks.rows import value_of
from benchmarks.work import LEVEL_1_WEIGHT, TENTHS, Ints, Work

SMALL = Fraction(1, 200)
GENERAL = ("desk", "full-milp")
MECHANISMS = ("in-turn", "deferred", "full-milp")
LEFT_WITH_ROOM = ("recount.room_left",)


@dataclass(frozen=True, eq=False)
class Contest:
    """A question, the work of the peers, and ours on it."""

    given: Instance
    work: Work
    ours: Solved


def contest(given: Instance) -> Contest:
    return Contest(given, work_of(*arrays(given)), place_by_levels(given))


@pytest.fixture(scope="module")
def contests() -> Mapping[str, Contest]:
    country = contest(ask(example(SMALL)))
    dataset, values = published(Size(24, 4), seed=3)
    after = weekly(country.given, country.ours.problem, country.ours.solution.plan)
    return {
        "country": country,
        "tight": contest(ask(tight(country.given.dataset))),
        "weekly": contest(ask(after)),
        "published": contest(replace(ask(dataset), values=values)),
    }


def assert_lawful(contest: Contest, slot: Ints) -> None:
    verdict = judge(contest.given, contest.ours.problem, slot)
    assert verdict.breaches == 0
    bounds = [Decimal(decided.bound) / 1000 for decided in contest.ours.solution.decided]
    own = judge(contest.given, contest.ours.problem, contest.ours.solution.plan).values
    for level in range(1 if contest.given.values is not None else 3):
        if verdict.values[:level] == own[:level]:  # a bound holds where the earlier levels are as good
            assert verdict.values[level] >= bounds[level]


@pytest.mark.parametrize("name", GENERAL)
@pytest.mark.parametrize("case", ["country", "tight", "weekly"])
def test_every_contender_gives_a_lawful_answer_that_no_bound_forbids(
    case: str, name: str, contests: Mapping[str, Contest]
) -> None:
    found = contests[case]
    assert_lawful(found, peer(name)(found.work))
    assert_lawful(found, found.ours.solution.plan)


def test_the_full_model_of_the_peers_finds_what_ours_proves(contests: Mapping[str, Contest]) -> None:
    for case in ("country", "tight", "weekly"):
        found = contests[case]
        best = value_of(found.work, peer("full-milp")(found.work))
        single = place_singly(found.given, Decimal(0))
        first, second, _ = single.solution.decided
        assert value_of(found.work, single.solution.plan) == best
        assert TENTHS * LEVEL_1_WEIGHT * first.bound + second.bound <= best


def test_in_the_published_setting_ours_is_the_proven_optimum(contests: Mapping[str, Contest]) -> None:
    found = contests["published"]
    first, second, _ = found.ours.solution.decided
    assert (first.value, second.value) == (first.bound, second.bound)
    best = value_of(found.work, found.ours.solution.plan)
    others = {name: value_of(found.work, peer(name)(found.work)) for name in MECHANISMS}
    assert others["full-milp"] == best
    assert all(value >= best for value in others.values())


def test_the_published_mechanisms_keep_every_capacity(contests: Mapping[str, Contest]) -> None:
    found = contests["published"]
    for name in MECHANISMS[:2]:
        slot = peer(name)(found.work)
        assert judge(found.given, found.ours.problem, slot, but=LEFT_WITH_ROOM).breaches == 0


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6))
def test_however_persons_part_the_rounding_is_lawful(seed: int, contests: Mapping[str, Contest]) -> None:
    rng = np.random.default_rng(seed)
    for case in ("country", "tight", "weekly"):
        work = contests[case].work
        chosen = work.starts[:-1] + rng.integers(0, np.diff(work.starts))
        persons = np.zeros(len(work.household), dtype=np.int64)
        persons[chosen] = work.size - (rng.random(len(chosen)) < 0.1)  # some part
        slot = whole_households(work, persons)
        verdict = judge(contests[case].given, contests[case].ours.problem, slot, but=LEFT_WITH_ROOM)
        assert verdict.breaches == 0
