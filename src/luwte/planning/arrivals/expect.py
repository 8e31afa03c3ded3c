# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A batch placed with sampled futures in mind: a scarce place is left to those expected who need it more.

The idea is that of N. Ahani, P. Goelz, A. Procaccia, A. Teytelboym and A. Trapp, Dynamic placement in refugee
resettlement (Operations Research, 2024): what a place is worth to those who still come, in sampled futures, is its
price now. Here this week and the futures are solved together, the futures each with the same chance. With prices alone
many places are equally good at their price, and the batch as a whole picks badly among them.
"""

from collections.abc import Sequence
from itertools import chain

from luwte.placement.sites import Ints
from luwte.planning.arrivals.assign import Assigned, Week, assign
from luwte.planning.arrivals.kinds import Kinds
from luwte.planning.arrivals.room import Room

Future = Sequence[tuple[Ints, Room]]  # the kinds that come in each later week, and what comes free


def place_batch(kinds: Kinds, batch: Ints, room: Room, futures: Sequence[Future] = ()) -> Assigned:
    """Places for whole households of a batch, by itself or with futures; its prices are those of places now."""
    return assign(kinds, [Week(batch, room), *chain.from_iterable(_weeks(futures))], whole=1)


def in_hindsight(kinds: Kinds, weeks: Future) -> Assigned:
    """All weeks at once, households divisible: no way of placing them as they come gains more."""
    return assign(kinds, [Week(batch, free, number - 1) for number, (batch, free) in enumerate(weeks)])


def _weeks(futures: Sequence[Future]) -> list[list[Week]]:
    chains, number = [], 1
    for future in futures:
        befores = [0, *range(number, number + len(future) - 1)]
        chains.append(
            [Week(batch, free, before, 1 / len(futures)) for (batch, free), before in zip(future, befores, strict=True)]
        )
        number += len(future)
    return chains
