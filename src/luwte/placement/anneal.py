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
from dataclasses import dataclass

import numpy as np

from luwte.model.progress import Progress
from luwte.placement.clock import Clock
from luwte.placement.columns import UNPLACED, Columns, columns_for
from luwte.placement.ground import Ground, Way
from luwte.placement.options import Panel
from luwte.placement.prices import STEPS, Search, at_rates, rates_in_steps, reduced_costs, unplaced_costs
from luwte.placement.relax import CHUNK, Relaxed
from luwte.placement.sites import ADULT, FAMILY, GROUPS, Ints
from luwte.words import N_

SEED = 1
TRIES = 900  # per household that is tried
NEAR = 1.2  # ways are near within so many usual prices of a place
MOST_WAYS = 60  # of one household
WARM, COLD = 0.12, 0.008  # usual prices of a place: a worsening that is still taken now and then, first and last
LOOK = 4_096  # tries between two looks at the clock
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


def anneal(
    search: Search, relaxed: Relaxed, plan: Ints, clock: Clock, progress: Progress, *, fresh: bool
) -> Ints:
    """A plan at least nearly as good as the one given, usually much better; everybody stands for themselves.

    `fresh`: nobody holds to the plan yet; otherwise it is changed only where that is better. Flexible places that are dear to families are first kept free of adults; then children go, then adults again, who
    find what children left.
    """
    young = [panel for panel in search.options.panels if _is_for_children(panel)]
    others = [panel for panel in search.options.panels if not _is_for_children(panel)]
    stages = ((others, _dear_to_families(search, relaxed)), (young, None), (others, None))
    for number, (panels, kept_free) in enumerate(stages if fresh else stages[1:]):
        contested = _contested(search, panels, relaxed, plan)
        if not contested.household or clock.is_over():
            continue
        ground = Ground(search, plan, kept_free)
        from_scratch = fresh and number < len(stages) - 1
        now = _from_scratch(contested, ground, plan) if from_scratch else _before(contested, plan)
        found = _tried(contested, ground, now, WARM if fresh else COLD, clock, progress)
        plan = plan.copy()
        plan[contested.household] = [way[0] for way in found]
    return plan


def _dear_to_families(search: Search, relaxed: Relaxed) -> list[bool]:
    """Locations (L) where a family place has a higher price than an adult one."""
    price = np.append(relaxed.prices.rows, 0)[search.capacity.taken].reshape(-1, len(GROUPS))
    dear: list[bool] = (price[:, FAMILY] > price[:, ADULT]).tolist()
    return dear


def _is_for_children(panel: Panel) -> bool:
    return bool((panel.slots % len(GROUPS) != ADULT).all())


def _tried(
    contested: Contested, ground: Ground, now: list[Way], warm: float, clock: Clock, progress: Progress
) -> list[Way]:
    """The ways of who is contested, in the end."""
    rnd = random.Random(SEED).random
    size, ways, warmth = contested.size, contested.ways, contested.warmth
    count = len(size)
    number = [len(each) for each in ways]
    there: dict[int, list[int]] = {}
    for who, way in enumerate(now):
        there.setdefault(way[0], []).append(who)
    tries = TRIES * count
    heat = warm
    for turn in range(tries):
        if turn % LOOK == 0:
            if clock.is_over():
                break
            heat = warm * (COLD / warm) ** (turn / tries)
            progress(N_("Choose places"), turn / tries)
        who = int(rnd() * count)
        near = rnd()
        way = ways[who][int(near * near * number[who])]
        old = now[who]
        to = way[0]
        if to == old[0]:
            continue
        more = way[1] - old[1]
        if to == UNPLACED or ground.room(to) >= size[who]:
            if more <= 0 or rnd() < math.exp(-more / (heat * warmth[who])):
                ground.leave(old, size[who])
                if ground.takes(way, size[who]):
                    ground.come(way, size[who])
                    there[old[0]].remove(who)
                    there.setdefault(to, []).append(who)
                    now[who] = way
                else:
                    ground.come(old, size[who])
            continue
        others = there.get(to)
        if not others:
            continue
        other = others[int(rnd() * len(others))]
        if ground.room(to) + size[other] < size[who]:
            continue
        out = _way_out(ways[other], number[other], old[0], rnd)
        if out is None or out[0] == to:
            continue
        more += out[1] - now[other][1]
        if more > 0 and rnd() >= math.exp(-more / (heat * warmth[who])):
            continue
        was = now[other]
        ground.leave(old, size[who])
        ground.leave(was, size[other])
        if ground.takes(way, size[who]):
            ground.come(way, size[who])
            if ground.takes(out, size[other]):
                ground.come(out, size[other])
                there[old[0]].remove(who)
                others.remove(other)
                others.append(who)
                there.setdefault(out[0], []).append(other)
                now[who], now[other] = way, out
                continue
            ground.leave(way, size[who])
        ground.come(old, size[who])
        ground.come(was, size[other])
    _settle(contested, ground, now)
    return now


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


def _from_scratch(contested: Contested, ground: Ground, plan: Ints) -> list[Way]:
    """Everybody leaves; then each goes the nearest way with room, first who has most to lose by going another.

    Who finds no room takes it where others can go elsewhere.
    """
    ways, size = contested.ways, contested.size
    before = _before(contested, plan)
    for who, way in enumerate(before):
        ground.leave(way, size[who])
    now = list(contested.nowhere)
    for who in sorted(range(len(size)), key=lambda who: -contested.regret[who]):
        now[who] = next((way for way in ways[who] if ground.takes(way, size[who])), now[who])
        ground.come(now[who], size[who])
    for who, way in enumerate(now):
        if way[0] == UNPLACED:
            _make_room(contested, ground, now, who)
    return now


def _make_room(contested: Contested, ground: Ground, now: list[Way], who: int) -> None:
    """Who has no room takes it where others can go elsewhere, where that costs least; nothing changes if nobody can."""
    size, ways = contested.size, contested.ways
    at: dict[int, list[int]] = {}
    for other, way in enumerate(now):
        at.setdefault(way[0], []).append(other)
    chances = []
    for way in ways[who]:
        price, going = way[1], []
        free = ground.room(way[0])
        elsewhere = [
            (out[1] - now[other][1], other)
            for other in at.get(way[0], ())
            for out in [_out_of(ways[other], way[0], ground, size[other])]
            if out is not None
        ]
        for more, other in sorted(elsewhere, key=lambda pair: (pair[0] / size[pair[1]], pair[1])):
            if free >= size[who]:
                break
            going.append(other)
            free += size[other]
            price += more
        if free >= size[who]:
            chances.append((price, way, going))
    for _, way, going in sorted(chances, key=lambda chance: chance[0]):
        if _change_places(contested, ground, now, who, way, going):
            return


def _change_places(
    contested: Contested, ground: Ground, now: list[Way], who: int, way: Way, going: list[int]
) -> bool:
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


def _way_out(ways, number, place, rnd):
    """Where who must make room goes: to the place the other came from, or near."""
    if rnd() < SWAP:
        for way in ways:
            if way[0] == place:
                return way
        return None
    near = rnd()
    return ways[int(near * near * number)]


def _contested(search: Search, panels: list[Panel], relaxed: Relaxed, plan: Ints) -> Contested:
    """Who has more than one near way, with its present one among them."""
    household, size, warmth, regret, ways = [], [], [], [], []
    for panel in panels:
        usual = _usual_price(search, relaxed, panel)
        limit = int(usual * NEAR)
        for begin in range(0, len(panel.rows), CHUNK):
            part = slice(begin, begin + CHUNK)
            cut = panel.cut(part)
            slack = reduced_costs(search, panel, relaxed.prices, part) - relaxed.cheapest[cut.rows][:, None]
            cost = at_rates(cut, search.rates)
            is_now = cut.slots == plan[cut.rows][:, None]
            near = (slack <= limit) | is_now
            for row in np.flatnonzero((near.sum(axis=1) > 1)).tolist():
                columns = np.flatnonzero(near[row])
                columns = columns[np.argsort(slack[row, columns], kind="stable")]
                keep = columns[:MOST_WAYS]
                here = np.flatnonzero(is_now[row])
                if len(here) and here[0] not in keep:
                    keep = np.append(keep, here)
                who = int(cut.rows[row])
                household.append(who)
                size.append(int(search.problem.people.size[who]))
                regret.append(int(slack[row, keep[1]] - slack[row, keep[0]]))
                warmth.append(max(1.0, usual / STEPS))
                ways.append(_ways(search, who, cut.slots[keep].tolist(), cost[row, keep].tolist()))
    nowhere = search.total_of_unplaced()[household].tolist()
    return Contested(household, size, warmth, regret, ways, [(UNPLACED, cost, ()) for cost in nowhere])


def _ways(search, who, slots, costs):
    return [(slot, cost, search.capacity.beside_beds(who, slot)) for slot, cost in zip(slots, costs)]


def _usual_price(search: Search, relaxed: Relaxed, panel: Panel) -> float:
    """The middle price of a place that has one, in steps of a thousandth, where this panel may go."""
    rows = search.capacity.taken[panel.slots]
    prices = relaxed.prices.rows[rows[rows >= 0]]
    prices = prices[prices > 0]
    return float(np.median(prices)) if len(prices) else 0.0
