# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A search over whole households where there are too many ways to try them all: simulated annealing at the prices.

Only who has more than one way near the cheapest is tried, and only those ways (S. Kirkpatrick, C. D. Gelatt, M. P.
Vecchi, 1983, Optimization by simulated annealing; for assignment with sizes and room: M. Yagiura, T. Ibaraki and
F. Glover, 2004, An ejection chain approach for the generalized assignment problem). Every step keeps to every rule. The
number of tries is fixed by the number of households, so the same input gives the same plan.
"""

import math
import random
from collections.abc import Callable

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.beginning import from_scratch, settle
from luwte.placement.clock import Clock
from luwte.placement.contested import Contested, contested_of, ways_of_plan
from luwte.placement.ground import Ground, Way
from luwte.placement.options import Panel
from luwte.placement.prices import Search
from luwte.placement.relax import Relaxed
from luwte.placement.sites import ADULT, GROUPS, Ints
from luwte.words import N_

SEED = 1
TRIES = 900  # per household that is tried
LEAST_TRIES = 400_000
WARM, COLD = 0.06, 0.008  # usual prices of a place: a worsening that is still taken now and then, first and last
LOOK = 4_096  # tries between two looks at the clock
SWAP = 0.5  # how often who must make room goes where the other came from


def anneal(search: Search, relaxed: Relaxed, plan: Ints, clock: Clock, progress: Progress, *, fresh: bool) -> Ints:
    """A plan at least nearly as good as the one given, usually much better; everybody stands for themselves.

    `fresh`: nobody holds to the plan yet; otherwise it is changed only where that is better. Places that are dear
    to children are first kept free of adults; then children go, then adults again, who find what children left.
    """
    young = [panel for panel in search.options.panels if _is_for_children(panel)]
    others = [panel for panel in search.options.panels if not _is_for_children(panel)]
    stages = ((others, _dear_to_children(search, relaxed)), (young, None), (others, None))
    for number, (panels, kept_free) in enumerate(stages if fresh else stages[1:]):
        contested = contested_of(search, panels, relaxed, plan)
        if not contested.household or clock.is_over():
            continue
        ground = Ground(search, plan, kept_free)
        anew = fresh and number < len(stages) - 1
        before = ways_of_plan(contested, plan)
        now = from_scratch(contested, ground, before) if anew else before
        found = _tried(contested, ground, now, WARM if fresh else COLD, clock, progress)
        if _cost(found) <= _cost(ways_of_plan(contested, plan)) or kept_free:
            plan = plan.copy()
            plan[contested.household] = [way[0] for way in found]
    return plan


def _dear_to_children(search: Search, relaxed: Relaxed) -> list[bool]:
    """Slots (3L) where a place for families or minors has a higher price than one for adults."""
    price = np.append(relaxed.prices.rows, 0)[search.capacity.taken].reshape(-1, len(GROUPS))
    dear: list[bool] = (price > price[:, [ADULT]]).reshape(-1).tolist()
    return dear


def _is_for_children(panel: Panel) -> bool:
    return bool((panel.slots % len(GROUPS) != ADULT).all())


def _tried(
    contested: Contested, ground: Ground, now: list[Way], warm: float, clock: Clock, progress: Progress
) -> list[Way]:
    """The ways of who is contested, in the end."""
    rnd = random.Random(SEED).random  # noqa: S311 - nothing is kept secret here
    walk = Walk(contested, ground, now)
    size, ways, warmth, count = contested.size, contested.ways, contested.warmth, len(contested.size)
    tries, heat = max(TRIES * count, LEAST_TRIES), warm
    for turn in range(tries):
        if turn % LOOK == 0:
            if clock.is_over():
                break
            heat = warm * (COLD / warm) ** (turn / tries)
            progress(N_("Choose places"), turn / tries)
        who, near = int(rnd() * count), rnd()
        way, was = ways[who][int(near * near * len(ways[who]))], now[who]
        if way[0] == was[0]:
            continue
        bears = -heat * warmth[who] * math.log(1 - rnd())  # so much worse it may become
        if ground.takes(way, size[who]):
            if way[1] - was[1] <= bears:
                walk.go(who, way)
            continue
        others = walk.there.get(way[0])
        if others:
            other = others[int(rnd() * len(others))]
            out = _way_out(ways[other], was[0], rnd)
            if out is not None and out[0] != way[0] and way[1] - was[1] + out[1] - now[other][1] <= bears:
                walk.exchange(who, way, other, out)
    settle(contested, ground, now)
    return now


class Walk:
    """Who is where (`now`, by number among the contested), changed one lawful step at a time."""

    def __init__(self, contested: Contested, ground: Ground, now: list[Way]) -> None:
        self.size, self.ground, self.now = contested.size, ground, now
        self.there: dict[int, list[int]] = {}
        for who, way in enumerate(now):
            self.there.setdefault(way[0], []).append(who)

    def go(self, who: int, way: Way) -> None:
        """Go another way, if all that it takes is there."""
        ground, size, was = self.ground, self.size[who], self.now[who]
        ground.leave(was, size)
        if ground.takes(way, size):
            ground.come(way, size)
            self._note(who, way)
        else:
            ground.come(was, size)

    def exchange(self, who: int, way: Way, other: int, out: Way) -> None:
        """Go where another makes room and goes its way out, if all that both take is there."""
        ground, size, its = self.ground, self.size[who], self.size[other]
        was, its_was = self.now[who], self.now[other]
        ground.leave(was, size)
        ground.leave(its_was, its)
        if ground.takes(way, size):
            ground.come(way, size)
            if ground.takes(out, its):
                ground.come(out, its)
                self._note(who, way)
                self._note(other, out)
                return
            ground.leave(way, size)
        ground.come(was, size)
        ground.come(its_was, its)

    def _note(self, who: int, way: Way) -> None:
        self.there[self.now[who][0]].remove(who)
        self.there.setdefault(way[0], []).append(who)
        self.now[who] = way


def _way_out(ways: list[Way], place: int, rnd: Callable[[], float]) -> Way | None:
    """Where who must make room goes: to the place the other came from, or near."""
    if rnd() < SWAP:
        return next((way for way in ways if way[0] == place), None)
    near = rnd()
    return ways[int(near * near * len(ways))]


def _cost(ways: list[Way]) -> int:
    return sum(way[1] for way in ways)
