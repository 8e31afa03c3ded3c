# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Room for everybody who is contested: from scratch, by sending others elsewhere, or where it is free and better."""

from luwte.placement.columns import UNPLACED
from luwte.placement.contested import Contested
from luwte.placement.ground import Ground, Way

BEGINNINGS = 12  # times that a start from scratch is tried until everybody has room


def from_scratch(contested: Contested, ground: Ground, before: list[Way]) -> list[Way]:
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


def settle(contested: Contested, ground: Ground, now: list[Way]) -> None:
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
