# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A batch placed with sampled futures in mind: a scarce place is left to those expected who need it more.

The idea is that of N. Ahani, P. Goelz, A. Procaccia, A. Teytelboym and A. Trapp, Dynamic placement in refugee
resettlement (Operations Research, 2024): what a place is worth to those who still come, in sampled futures, is its
price now. Here this week and the futures are solved together, the futures each with the same chance. With prices alone
many places are equally good at their price, and the batch as a whole picks badly among them.
"""

from collections.abc import Iterator, Sequence

from luwte.placement.sites import Ints
from luwte.planning.arrivals.assign import Assigned, Week, assign, prices
from luwte.planning.arrivals.kinds import Kinds
from luwte.planning.arrivals.room import Room

FUTURES = 5  # sampled; so many gave 99 % of the optimum in the paper named above (published)

Future = Sequence[tuple[Ints, Room]]  # the kinds that come in each later week, and what comes free


def place_batch(kinds: Kinds, batch: Ints, room: Room, futures: Sequence[Future] = ()) -> Assigned:
    """Places for whole households of a batch, by itself or with futures in mind."""
    return assign(kinds, [Week(batch, room), *_weeks(futures)], whole=1)


def prices_now(kinds: Kinds, batch: Ints, room: Room, futures: Sequence[Future]) -> Room:
    """What one more place of every sort would gain now and in the futures, in weighed persons per place."""
    return prices(kinds, [Week(batch, room), *_weeks(futures)])


def in_hindsight(kinds: Kinds, weeks: Future) -> Assigned:
    """All weeks at once, households divisible: no way of placing them as they come gains more."""
    return assign(kinds, [Week(batch, free, number - 1) for number, (batch, free) in enumerate(weeks)])


def _weeks(futures: Sequence[Future]) -> Iterator[Week]:
    """The weeks of all futures; each future begins after the first week, which is number 0."""
    number = 0
    for future in futures:
        before = 0
        for batch, free in future:
            number += 1
            yield Week(batch, free, before, 1 / len(futures))
            before = number
