# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Steps on the ground, compiled: who goes where, by lawful steps only.

`now` (n) holds the way of everybody who is contested, among the ways of `contested`; -1 is no place.
"""

from typing import NamedTuple

import numpy as np

from luwte.placement.compiled import compiled, compiled_lean
from luwte.placement.contested import NOWHERE, Contested, slots_of_ways
from luwte.placement.ground import Ground
from luwte.placement.sites import ADULT, AMV, FAMILY, SLOTS_EACH, Flags, Floats, Ints, Words

BEGINNINGS = 12  # times that a start from scratch is tried until everybody has room
BITS = 31  # of a draw
OUT_OF_BOTH = 2  # times that somebody may have to leave: a slot, then its location


class Seats(NamedTuple):
    """Who is `at` which slot (n), and the other way round: slot s has `who[begin[s]:]`, as many as are `held` there.

    `number` (n) tells each one's place among those.
    """

    at: Ints
    begin: Ints
    who: Ints
    held: Ints
    number: Ints


@compiled_lean
def room(ground: Ground, slot: int) -> int:
    """Beds left for one more household; flexible places that nobody uses count for both groups."""
    location, group = slot // SLOTS_EACH, slot % SLOTS_EACH
    free = ground.places[slot] - ground.people[slot]
    if group == AMV:
        return 0 if ground.kept_free[slot] else free
    flexible = ground.flexible[location]
    other = slot - FAMILY + ADULT if group == FAMILY else slot - ADULT + FAMILY
    if group == ADULT and ground.kept_free[other]:
        flexible = 0
    return int(free + max(0, flexible - max(0, ground.people[other] - ground.own[other])))


@compiled_lean
def taken(ground: Ground, thing: int, household: int, slot: int) -> int:
    """What a household takes at a slot of a thing counted beside beds."""
    amount, table = ground.amount[household, thing], ground.table[thing]
    return int(amount if amount == 0 or table < 0 else ground.need[table, amount, slot])


@compiled_lean
def has_room(ground: Ground, household: int, slot: int) -> bool:
    """Whether there is room for a household at a slot: for who comes back, and for who is new."""
    return slot == NOWHERE or fits(ground, household, slot, slot == ground.home[household])


@compiled_lean
def fits(ground: Ground, household: int, slot: int, returns: bool) -> bool:
    """Whether there is room for a household at a slot; who returns may have what is beyond the room."""
    if room(ground, slot) - (0 if returns else ground.over[slot]) < ground.size[household]:
        return False
    for index in range(ground.begin[slot], ground.begin[slot + 1]):
        amount, row = taken(ground, ground.thing[index], household, slot), ground.row[index]
        if amount and ground.left[row] - (0 if returns else ground.beyond[row]) < amount:
            return False
    return True


@compiled_lean
def change(ground: Ground, household: int, slot: int, sign: int) -> None:
    """A household comes to a slot (+1) or leaves it (-1)."""
    if slot == NOWHERE:
        return
    ground.people[slot] += sign * ground.size[household]
    for index in range(ground.begin[slot], ground.begin[slot + 1]):
        ground.left[ground.row[index]] -= sign * taken(ground, ground.thing[index], household, slot)


@compiled
def first_with_room(ground: Ground, household: int, slots: Ints, otherwise: int) -> int:
    """The first slot with room; the one that a household has needs none."""
    for slot in slots:
        if slot == otherwise or has_room(ground, household, slot):
            return int(slot)
    return otherwise


@compiled_lean
def move_all(ground: Ground, households: Ints, plan: Ints, wanted: Ints, goes: Flags) -> None:
    """Everybody goes where they are wanted (H) as far as there is room; changes `plan` (H).

    First all of those leave and come at once: who then finds no room stays, and the others try again; `goes` tells who
    is left of them. Then who stayed tries alone, again and again, until nobody more finds room.
    """
    while not all_go(ground, households, plan, wanted, goes):
        pass
    for index, household in enumerate(households):
        if goes[index]:
            plan[household] = wanted[household]
    moved = True
    while moved:
        moved = False
        for household in households:
            was, to = plan[household], wanted[household]
            if was != to:
                change(ground, household, was, -1)
                if has_room(ground, household, to):
                    plan[household] = to
                    moved = True
                change(ground, household, plan[household], 1)


@compiled_lean
def all_go(ground: Ground, households: Ints, plan: Ints, wanted: Ints, goes: Flags) -> bool:
    """All who go leave, then come where they are wanted; who finds no room goes no more, and nobody has moved."""
    for index, household in enumerate(households):
        if goes[index]:
            change(ground, household, plan[household], -1)
    done = True
    for index, household in enumerate(households):
        if goes[index] and has_room(ground, household, wanted[household]):
            change(ground, household, wanted[household], 1)
        elif goes[index]:
            change(ground, household, plan[household], 1)
            goes[index], done = False, False
    for index, household in enumerate(households):
        if goes[index] and not done:
            change(ground, household, wanted[household], -1)
            change(ground, household, plan[household], 1)
    return done


@compiled_lean
def slot_of(contested: Contested, way: int) -> int:
    """The slot of a way."""
    return NOWHERE if way == NOWHERE else int(contested.slot[way])


@compiled_lean
def cost_of(contested: Contested, who: int, way: int) -> int:
    """What a way costs who goes it."""
    return int(contested.nowhere[who] if way == NOWHERE else contested.cost[way])


@compiled_lean
def go(ground: Ground, contested: Contested, now: Ints, who: int, way: int) -> None:
    """Go another way, whether there is room or not."""
    household = contested.household[who]
    change(ground, household, slot_of(contested, now[who]), -1)
    change(ground, household, slot_of(contested, way), 1)
    now[who] = way


def seats_of(contested: Contested, now: Ints, slots: int) -> Seats:
    """Who is at which of so many slots."""
    most = np.bincount(contested.slot, minlength=slots)
    none, nought = np.full(len(now), NOWHERE, dtype=np.int64), np.zeros(len(now), dtype=np.int64)
    begin = np.r_[0, np.cumsum(most)].astype(np.int64)
    seats = Seats(none, begin, np.zeros(begin[-1], dtype=np.int64), np.zeros(slots, dtype=np.int64), nought)
    for who, slot in enumerate(slots_of_ways(contested, now).tolist()):
        note(seats, who, slot)
    return seats


@compiled_lean
def note(seats: Seats, who: int, slot: int) -> None:
    """Somebody comes to a slot, or to `NOWHERE`, from where they were."""
    was = seats.at[who]
    if was != NOWHERE:
        seats.held[was] -= 1
        last, gap = seats.who[seats.begin[was] + seats.held[was]], seats.number[who]
        seats.who[seats.begin[was] + gap], seats.number[last] = last, gap
    if slot != NOWHERE:
        seats.who[seats.begin[slot] + seats.held[slot]], seats.number[who] = who, seats.held[slot]
        seats.held[slot] += 1
    seats.at[who] = slot


@compiled_lean
def sit(ground: Ground, contested: Contested, seats: Seats, now: Ints, who: int, way: int) -> None:
    """Go another way, whether there is room or not, and note it."""
    go(ground, contested, now, who, way)
    note(seats, who, slot_of(contested, way))


@compiled
def from_scratch(ground: Ground, contested: Contested, seats: Seats, now: Ints) -> None:
    """Everybody leaves; then each goes the nearest way with room, first who has most to lose by going another.

    Who finds no room takes it where others can go elsewhere; who finds none that way goes first the next time.
    """
    before, first = now.copy(), np.zeros(len(now), dtype=np.int64)
    for _ in range(BEGINNINGS):
        for who in range(len(now)):
            sit(ground, contested, seats, now, who, NOWHERE)
        order = np.argsort(-contested.regret, kind="mergesort")
        for who in order[np.argsort(1 - first[order], kind="mergesort")]:
            for way in range(contested.begin[who], contested.begin[who + 1]):
                if has_room(ground, contested.household[who], contested.slot[way]):
                    sit(ground, contested, seats, now, who, way)
                    break
        left = 0
        for who in range(len(now)):
            if now[who] == NOWHERE and before[who] != NOWHERE:
                make_room(ground, contested, seats, now, who)
                if now[who] == NOWHERE:
                    first[who] = 1
                    left += 1
        if left == 0:
            break


@compiled
def settle(ground: Ground, contested: Contested, seats: Seats, now: Ints) -> None:
    """Who has no place gets one where that is possible; then everybody goes the best way that has room."""
    for who in range(len(now)):
        if now[who] == NOWHERE:
            make_room(ground, contested, seats, now, who)
    changed = True
    while changed:
        changed = False
        for who in range(len(now)):
            best, cost = now[who], cost_of(contested, who, now[who])
            for way in range(contested.begin[who], contested.begin[who + 1]):
                if contested.cost[way] < cost and has_room(ground, contested.household[who], contested.slot[way]):
                    best, cost = way, contested.cost[way]
            if best != now[who]:
                sit(ground, contested, seats, now, who, best)
                changed = True


@compiled_lean
def way_out(ground: Ground, contested: Contested, who: int, slot: int, shared: bool) -> int:
    """The cheapest way with room that leaves a slot, or its whole location; `NOWHERE` is none."""
    best, cost = NOWHERE, 0
    for way in range(contested.begin[who], contested.begin[who + 1]):
        to = contested.slot[way]
        leaves = to // SLOTS_EACH != slot // SLOTS_EACH if shared else to != slot
        is_better = leaves and (best == NOWHERE or contested.cost[way] < cost)
        if is_better and has_room(ground, contested.household[who], to):
            best, cost = way, contested.cost[way]
    return best


@compiled
def make_room(ground: Ground, contested: Contested, seats: Seats, now: Ints, who: int) -> None:
    """Who has no room takes it where others can go elsewhere, where that costs least; nothing changes if nobody can."""
    gone, were = np.empty(OUT_OF_BOTH * len(now), dtype=np.int64), np.empty(OUT_OF_BOTH * len(now), dtype=np.int64)
    best, least = NOWHERE, 0
    for way in range(contested.begin[who], contested.begin[who + 1]):
        number = send_away(ground, contested, seats, now, who, way, gone, were)
        if has_room(ground, contested.household[who], contested.slot[way]):
            cost = contested.cost[way]
            for other, was in zip(gone[:number], were[:number]):  # noqa: B905 - not known to the compiler
                cost += contested.cost[now[other]] - contested.cost[was]
            if best == NOWHERE or cost < least:
                best, least = way, cost
        for index in range(number - 1, -1, -1):
            sit(ground, contested, seats, now, gone[index], were[index])
    if best != NOWHERE:
        send_away(ground, contested, seats, now, who, best, gone, were)
        sit(ground, contested, seats, now, who, best)


@compiled
def send_away(
    ground: Ground, contested: Contested, seats: Seats, now: Ints, who: int, way: int, gone: Ints, were: Ints
) -> int:
    """Others leave where a way leads, each the cheapest way out, until there is room or nobody can; how many did.

    Where beds are free, what else is shared there is not: then who has another slot of the location may leave too, and
    everybody leaves the location. So nobody leaves more often than once for either; `gone` and `were` tell who, and the
    ways that they had.
    """
    slot, number = contested.slot[way], 0
    household = contested.household[who]
    while not has_room(ground, household, slot):
        shared = room(ground, slot) >= ground.size[household]
        leaves, out, least = NOWHERE, NOWHERE, 0
        first = slot - slot % SLOTS_EACH if shared else slot
        for here in range(first, first + SLOTS_EACH if shared else first + 1):
            for other in seats.who[seats.begin[here] : seats.begin[here] + seats.held[here]]:
                found = way_out(ground, contested, other, slot, shared)
                if found != NOWHERE:
                    more = contested.cost[found] - contested.cost[now[other]]
                    if leaves == NOWHERE or more < least:
                        leaves, out, least = other, found, more
        if leaves == NOWHERE:
            break
        gone[number], were[number] = leaves, now[leaves]
        number += 1
        sit(ground, contested, seats, now, leaves, out)
    return number


@compiled_lean
def draw(state: Words) -> int:
    """The next of a row of numbers that look like chance, under 2**31 (G. Marsaglia, 2003, Xorshift RNGs)."""
    word = state[0]
    word ^= word << np.uint64(13)
    word ^= word >> np.uint64(7)
    word ^= word << np.uint64(17)
    state[0] = word
    return int(word >> np.uint64(33))


@compiled_lean
def any_of(state: Words, number: int) -> int:
    """One of so many, each as likely."""
    return (draw(state) * number) >> BITS


@compiled_lean
def near_way(contested: Contested, who: int, state: Words) -> int:
    """One of the ways of somebody, the nearer the likelier."""
    begin, number, drawn = contested.begin[who], contested.begin[who + 1] - contested.begin[who], draw(state)
    return int(begin + ((((drawn * drawn) >> BITS) * number) >> BITS))


@compiled_lean
def walk(
    ground: Ground,
    contested: Contested,
    seats: Seats,
    now: Ints,
    tries: int,
    heat: float,
    patience: Floats,
    state: Words,
    others: Ints,
) -> None:
    """So many tries to go another way, alone or where others make room; `heat` says how much worse it may become.

    `patience` is a table of how much of the heat is used how often, `state` the last draw, `others` scratch: a row
    for each who may have to make room (who it is, the way before, the way out).
    """
    for _ in range(tries):
        who = any_of(state, len(now))
        way, was = near_way(contested, who, state), now[who]
        if way == was:
            continue
        household, slot = contested.household[who], contested.slot[way]
        more = contested.cost[way] - cost_of(contested, who, was)
        bears = heat * contested.warmth[who] * patience[any_of(state, len(patience))]
        if has_room(ground, household, slot):
            if more <= bears:
                go(ground, contested, now, who, way)
                note(seats, who, slot)
            continue
        number = 0
        go(ground, contested, now, who, NOWHERE)
        while number < len(others) and not has_room(ground, household, slot):
            full = slot_in_the_way(ground, household, slot, state)
            if seats.held[full] == 0:
                break
            other = seats.who[seats.begin[full] + any_of(state, seats.held[full])]
            out = way_of_other(contested, other, slot_of(contested, was), state)
            if out == NOWHERE or now[other] == NOWHERE or contested.slot[out] == full:
                break
            more += contested.cost[out] - contested.cost[now[other]]
            others[number, 0], others[number, 1], others[number, 2] = other, now[other], out
            number += 1
            go(ground, contested, now, other, NOWHERE)
        fits = more <= bears and has_room(ground, household, slot)
        if fits:
            go(ground, contested, now, who, way)
        for index in range(number):
            other, out = others[index, 0], others[index, 2]
            fits = fits and has_room(ground, contested.household[other], contested.slot[out])
            if fits:
                go(ground, contested, now, other, out)
        if fits:
            note(seats, who, slot)
            for index in range(number):
                note(seats, others[index, 0], contested.slot[others[index, 2]])
        else:
            go(ground, contested, now, who, was)
            for index in range(number):
                go(ground, contested, now, others[index, 0], others[index, 1])


@compiled_lean
def slot_in_the_way(ground: Ground, household: int, slot: int, state: Words) -> int:
    """Where somebody must leave for a household to come: the slot itself, or one of its location that shares."""
    if room(ground, slot) < ground.size[household]:
        return slot
    return slot - slot % SLOTS_EACH + any_of(state, SLOTS_EACH)


@compiled_lean
def way_of_other(contested: Contested, other: int, slot: int, state: Words) -> int:
    """Where who must make room goes: now to the slot that the other leaves, now the way that comes up."""
    if draw(state) & 1:
        return near_way(contested, other, state)
    for way in range(contested.begin[other], contested.begin[other + 1]):
        if contested.slot[way] == slot:
            return way
    return NOWHERE
