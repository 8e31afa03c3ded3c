# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A search over whole households where there are too many ways to try them all: simulated annealing at the prices.

Only who has more than one way near the cheapest is tried, and only those ways (S. Kirkpatrick, C. D. Gelatt, M. P.
Vecchi, 1983, Optimization by simulated annealing; for assignment with sizes and room: M. Yagiura, T. Ibaraki and
F. Glover, 2004, An ejection chain approach for the generalized assignment problem). Every step is a lawful plan. The
number of tries is fixed by the number of households, so the same input gives the same plan.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.clock import Clock
from luwte.placement.columns import UNPLACED
from luwte.placement.ground import Ground, Way
from luwte.placement.options import Panel
from luwte.placement.prices import STEPS, Search, at_rates, reduced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import ADULT, GROUPS, Flags, Ints
from luwte.words import N_

SEED = 1
TRIES = 900  # per household that is tried
LEAST_TRIES = 400_000
NEAR = 0.6  # ways are near within so many usual prices of a place
MOST_WAYS = 60  # of one household
WARM, COLD = 0.06, 0.008  # usual prices of a place: a worsening that is still taken now and then, first and last
LOOK = 4_096  # tries between two looks at the clock
BEGINNINGS = 12  # times that a start from scratch is tried until everybody has room
SWAP = 0.5  # how often who must make room goes where the other came from


@dataclass(frozen=True, eq=False)
class Contested:
    """Who can go several near ways (n): the household, the warmth of its group, its ways from near to far.

    `regret` is how much farther the second way is than the first, in steps; `nowhere` the way of who finds no room.
    """

    household: list[int]
    size: list[int]
    warmth: list[float]
    regret: list[int]
    ways: list[list[Way]]
    nowhere: list[Way]


def anneal(search: Search, relaxed: Relaxed, plan: Ints, clock: Clock, progress: Progress, *, fresh: bool) -> Ints:
    """A plan at least nearly as good as the one given, usually much better; everybody stands for themselves.

    `fresh`: nobody holds to the plan yet; otherwise it is changed only where that is better. Places that are dear
    to children are first kept free of adults; then children go, then adults again, who find what children left.
    """
    young = [panel for panel in search.options.panels if _is_for_children(panel)]
    others = [panel for panel in search.options.panels if not _is_for_children(panel)]
    stages = ((others, _dear_to_children(search, relaxed)), (young, None), (others, None))
    for number, (panels, kept_free) in enumerate(stages if fresh else stages[1:]):
        contested = _contested(search, panels, relaxed, plan)
        if not contested.household or clock.is_over():
            continue
        ground = Ground(search, plan, kept_free)
        from_scratch = fresh and number < len(stages) - 1
        before = _before(contested, plan)
        now = _from_scratch(contested, ground, before) if from_scratch else before
        found = _tried(contested, ground, now, WARM if fresh else COLD, clock, progress)
        if _cost(found) <= _cost(_before(contested, plan)) or kept_free:
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
    _settle(contested, ground, now)
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


def _settle(contested: Contested, ground: Ground, now: list[Way]) -> None:
    """Who has no place gets one where that is possible; then everybody goes the best way that has room."""
    for who, way in enumerate(now):
        if way[0] == UNPLACED:
            _make_room(contested, ground, now, who)
    changed = True
    while changed:
        changed = False
        for who, size in enumerate(contested.size):
            better = [way for way in contested.ways[who] if way[1] < now[who][1] and ground.takes(way, size)]
            if better:
                ground.leave(now[who], size)
                now[who] = min(better, key=_cost_of)
                ground.come(now[who], size)
                changed = True


def _before(contested: Contested, plan: Ints) -> list[Way]:
    """The ways that the plan goes."""
    return [
        next((way for way in ways if way[0] == slot), nowhere)
        for ways, nowhere, slot in zip(
            contested.ways, contested.nowhere, plan[contested.household].tolist(), strict=True
        )
    ]


def _cost(ways: list[Way]) -> int:
    return sum(way[1] for way in ways)


def _from_scratch(contested: Contested, ground: Ground, before: list[Way]) -> list[Way]:
    """Everybody leaves; then each goes the nearest way with room, first who has most to lose by going another.

    Who finds no room takes it where others can go elsewhere; who finds none that way goes first the next time.
    """
    ways, size = contested.ways, contested.size
    first: set[int] = set()
    now = before
    for _ in range(BEGINNINGS):
        for who, way in enumerate(now):
            ground.leave(way, size[who])
        now = list(contested.nowhere)
        for who in sorted(range(len(size)), key=lambda who: (who not in first, -contested.regret[who])):
            now[who] = next((way for way in ways[who] if ground.takes(way, size[who])), now[who])
            ground.come(now[who], size[who])
        left = [who for who, way in enumerate(before) if way[0] != UNPLACED and now[who][0] == UNPLACED]
        for who in left:
            _make_room(contested, ground, now, who)
        left = [who for who in left if now[who][0] == UNPLACED]
        if not left:
            break
        first |= set(left)
    return now


def _make_room(contested: Contested, ground: Ground, now: list[Way], who: int) -> None:
    """Who has no room takes it where others can go elsewhere, where that costs least; nothing changes if nobody can."""
    size, ways = contested.size, contested.ways
    at: dict[int, list[int]] = {}
    for other, way in enumerate(now):
        at.setdefault(way[0], []).append(other)
    chances = []
    for way in ways[who]:
        leaving = sorted(
            (out[1] - now[other][1], other)
            for other in at.get(way[0], ())
            for out in [_out_of(ways[other], way[0], ground, size[other])]
            if out is not None
        )
        price, going = way[1], []
        for more, other in leaving:
            if ground.takes(way, size[who]):
                break
            ground.leave(now[other], size[other])
            going.append(other)
            price += more
        if ground.takes(way, size[who]):
            chances.append((price, way, going))
        for other in going:
            ground.come(now[other], size[other])
    for _, way, going in sorted(chances, key=_cost_of_chance):
        if _change_places(contested, ground, now, who, way, going):
            return


def _cost_of_chance(chance: tuple[int, Way, list[int]]) -> int:
    return chance[0]


def _change_places(contested: Contested, ground: Ground, now: list[Way], who: int, way: Way, going: list[int]) -> bool:
    """Others go where there is room, one after another, and the household comes; all is undone if that fails."""
    size, were = contested.size, [now[other] for other in going]
    for other in going:
        out = _out_of(contested.ways[other], way[0], ground, size[other])
        if out is not None:
            ground.leave(now[other], size[other])
            ground.come(out, size[other])
            now[other] = out
    if ground.takes(way, size[who]):
        ground.come(way, size[who])
        now[who] = way
        return True
    for other, was in zip(going, were, strict=True):
        ground.leave(now[other], size[other])
        now[other] = was
    for other in going:
        ground.come(now[other], size[other])
    return False


def _out_of(ways: list[Way], place: int, ground: Ground, size: int) -> Way | None:
    return min((way for way in ways if way[0] != place and ground.takes(way, size)), key=_cost_of, default=None)


def _cost_of(way: Way) -> int:
    return way[1]


def _way_out(ways: list[Way], place: int, rnd: Callable[[], float]) -> Way | None:
    """Where who must make room goes: to the place the other came from, or near."""
    if rnd() < SWAP:
        return next((way for way in ways if way[0] == place), None)
    near = rnd()
    return ways[int(near * near * len(ways))]


def _contested(search: Search, panels: list[Panel], relaxed: Relaxed, plan: Ints) -> Contested:
    """Who has more than one near way, the present one among them."""
    contested = Contested([], [], [], [], [], [])
    nowhere = search.total_of_unplaced()
    for panel in panels:
        usual = _usual_price(search, relaxed, panel)
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            cut = panel.cut(part)
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[cut.rows][:, None]
            cost = at_rates(cut, search.rates)
            is_now = cut.slots == plan[cut.rows][:, None]
            open_to_all = ~_is_over(search, cut) | (cut.slots == search.problem.people.home[cut.rows][:, None])
            near = ((slack <= int(usual * NEAR)) & open_to_all) | is_now
            for row in np.flatnonzero(near.sum(axis=1) > 1).tolist():
                columns = _nearest(near[row], slack[row], is_now[row])
                who = int(cut.rows[row])
                contested.household.append(who)
                contested.size.append(int(search.problem.people.size[who]))
                contested.warmth.append(max(1.0, usual / STEPS))
                contested.regret.append(int(slack[row, columns[1]] - slack[row, columns[0]]))
                contested.ways.append(
                    [
                        (slot, price, search.capacity.beside_beds(who, slot))
                        for slot, price in zip(cut.slots[columns].tolist(), cost[row, columns].tolist(), strict=True)
                    ]
                )
                contested.nowhere.append((UNPLACED, int(nowhere[who]), ()))
    return contested


def _is_over(search: Search, panel: Panel) -> Flags:
    """Where there is more than there is room for of something that a household takes."""
    over = np.zeros(panel.lawful.shape, dtype=np.bool_)
    for count in search.capacity.counts:
        crowded = count.over[panel.slots] > 0
        if crowded.any():
            over |= crowded & (count.taken(panel.rows[:, None], panel.slots) > 0)
    return over


def _nearest(near: Flags, slack: Ints, is_now: Flags) -> Ints:
    """The columns of near ways, nearest first; the present one is kept."""
    columns = np.flatnonzero(near)
    columns = columns[np.argsort(slack[columns], kind="stable")]
    here = np.setdiff1d(np.flatnonzero(is_now), columns[:MOST_WAYS])
    return np.concatenate([columns[:MOST_WAYS], here])


def _usual_price(search: Search, relaxed: Relaxed, panel: Panel) -> float:
    """The middle price of a place that has one, in steps of a thousandth, where this panel may go."""
    rows = search.capacity.taken[panel.slots]
    prices = relaxed.prices.rows[rows[rows >= 0]]
    prices = prices[prices > 0]
    return float(np.median(prices)) if len(prices) else 0.0
