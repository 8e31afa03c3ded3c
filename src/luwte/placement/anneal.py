# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A search over whole households where there are too many ways to try them all: simulated annealing at the prices.

Only who has more than one way near the cheapest is tried, and only those ways (S. Kirkpatrick, C. D. Gelatt, M. P.
Vecchi, 1983, Optimization by simulated annealing; for assignment with sizes and room: M. Yagiura, T. Ibaraki and
F. Glover, 2004, An ejection chain approach for the generalized assignment problem). Every step keeps to every rule. The
number of tries is fixed by the number of households, so the same input gives the same plan.
"""

from functools import cache

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.clock import Clock
from luwte.placement.columns import UNPLACED
from luwte.placement.contested import Contested, contested_of, cost_of_ways, slots_of_ways, ways_of_plan
from luwte.placement.ground import Ground, ground_of
from luwte.placement.options import Panel
from luwte.placement.prices import Search
from luwte.placement.relax import Relaxed
from luwte.placement.sites import ADULT, SLOTS_EACH, Flags, Floats, Ints
from luwte.placement.steps import Seats, from_scratch, seats_of, settle, walk
from luwte.words import N_

SEED = 1
TRIES = {True: (8_000, 12_000_000), False: (1_000, 1_000_000)}  # with children and without: per household, or least
LEAST_TRIES = 20  # per pair of ways, where that is less than the least
WARM, COLD = 0.075, 0.008  # a worsening that is still taken now and then, first (of what is near) and last (of a price)
WARMEST = 0.4
NEAREST, FARTHEST = 0.4, 6.4  # usual prices of a place that a near way may be dearer
ENOUGH_WAYS = 4_000  # for a walk; where there are fewer, farther ones come with it
MOST_OTHERS = 3  # who make room for one who comes
BLOCKS = 100  # the heat falls, and the clock is looked at, so many times
QUANTILES = 2**12
FINE = 2**20


def anneal(search: Search, relaxed: Relaxed, plan: Ints, clock: Clock, progress: Progress, *, fresh: bool) -> Ints:
    """A plan at least nearly as good as the one given, usually much better; everybody stands for themselves.

    `fresh`: nobody holds to the plan yet; otherwise it is changed only where that is better. Places that are dear
    to children are first kept free of adults; then children go, then adults again, who find what children left.
    """
    young = [panel for panel in search.options.panels if _is_for_children(panel)]
    others = [panel for panel in search.options.panels if not _is_for_children(panel)]
    stages = ((others, _dear_to_children(search, relaxed)), (young, None), (others, None))
    for number, (panels, kept_free) in enumerate(stages if fresh else stages[1:]):
        near, contested = _enough_ways(search, panels, relaxed, plan)
        if len(contested.household) == 0 or clock.is_over():
            continue
        ground = ground_of(search, plan, kept_free)
        before = ways_of_plan(contested, plan)
        now = before.copy()
        seats = seats_of(contested, now, len(ground.people))
        if fresh and number < len(stages) - 1:
            from_scratch(ground, contested, seats, now)
        warm = min(WARMEST, WARM * near) if fresh else COLD
        _walk(ground, contested, seats, now, _tries(contested, panels is young), warm, clock, progress)
        if kept_free is not None or cost_of_ways(contested, now) <= cost_of_ways(contested, before):
            plan = plan.copy()
            plan[contested.household] = slots_of_ways(contested, now)
    return _rescued(search, relaxed, plan) if (plan == UNPLACED).any() and not clock.is_over() else plan


def _rescued(search: Search, relaxed: Relaxed, plan: Ints) -> Ints:
    """Who has no place yet gets one where others can go elsewhere, however far that is from what suits them best."""
    contested = contested_of(search, list(search.options.panels), relaxed, plan, None)
    now = ways_of_plan(contested, plan)
    ground = ground_of(search, plan)
    settle(ground, contested, seats_of(contested, now, len(ground.people)), now)
    plan = plan.copy()
    plan[contested.household] = slots_of_ways(contested, now)
    return plan


def _enough_ways(search: Search, panels: list[Panel], relaxed: Relaxed, plan: Ints) -> tuple[float, Contested]:
    """How far a near way may be, and who has several: a small country is looked at more widely than a big one."""
    near = NEAREST
    while True:
        contested = contested_of(search, panels, relaxed, plan, near)
        if len(contested.slot) >= ENOUGH_WAYS or near >= FARTHEST:
            return near, contested
        near *= 2


def _tries(contested: Contested, with_children: bool) -> int:
    tries, most_of_least = TRIES[with_children]
    return max(tries * len(contested.household), min(LEAST_TRIES * len(contested.slot) ** 2, most_of_least))


def _dear_to_children(search: Search, relaxed: Relaxed) -> Flags:
    """Slots (3L) where a place for families or minors has a higher price than one for adults."""
    price = np.append(relaxed.prices.rows, 0)[search.capacity.taken].reshape(-1, SLOTS_EACH)
    dear: Flags = (price > price[:, [ADULT]]).reshape(-1)
    return dear


def _is_for_children(panel: Panel) -> bool:
    return bool((panel.slots % SLOTS_EACH != ADULT).all())


def _walk(
    ground: Ground,
    contested: Contested,
    seats: Seats,
    now: Ints,
    tries: int,
    warm: float,
    clock: Clock,
    progress: Progress,
) -> None:
    """Walk while it cools, then settle; changes `now`, the ways of who is contested."""
    state, others = np.array([SEED], dtype=np.uint64), np.zeros((MOST_OTHERS, 3), dtype=np.int64)
    for block in range(BLOCKS):
        if clock.is_over():
            break
        progress(N_("Choose places"), block / BLOCKS)
        heat = round(warm * (COLD / warm) ** (block / BLOCKS) * FINE) / FINE
        walk(ground, contested, seats, now, tries // BLOCKS, heat, _patience(), state, others)
    settle(ground, contested, seats, now)


@cache
def _patience() -> Floats:
    """How much worse a step may make it, how often: quantiles of the exponential distribution, the same anywhere."""
    middles = (np.arange(QUANTILES) + 0.5) / QUANTILES
    patience: Floats = np.rint(-np.log(middles) * FINE) / FINE
    return patience
