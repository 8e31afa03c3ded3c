# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The peer `flow`: a min-cost flow of persons to places, then whole households by rounding and repair.

The flow knows beds alone: a household sends as many persons as it has, and they may part. Where all persons of a
household go the same way, the household goes there; where they part, it stays, or waits. Who then does not fit (beds,
accessible or school places) is sent back. At last who waits, and who did not get what the flow gave, takes the best
place that has room.
"""

from pathlib import Path

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from benchmarks.rounding import whole_households
from benchmarks.rows import people_at
from benchmarks.work import ADULT, FAMILY, NO_PLACE, Ints, Work

DIVISIBLE = 2520  # by every household size up to ten: the price per person stays whole


def place_by_flow(work: Work, flow: Path) -> Ints:
    """A slot for every household, -1 for none; how many persons go each way is kept for who starts from there."""
    persons = persons_by_way(work)
    np.save(flow, persons)
    return whole_households(work, persons)


def persons_by_way(work: Work) -> Ints:
    """How many persons of its household go each way (W) in the cheapest flow."""
    room, newcomers = _room(work)
    arcs = np.flatnonzero(_has_beds(work, room, newcomers))
    households, slots = len(work.size), len(work.places) * 3
    sink, elsewhere = households + slots + len(work.flexible), households + slots + len(work.flexible) + 1
    network = SimpleMinCostFlow()
    size = work.size[work.household[arcs]]
    to = np.where(work.slot[arcs] == NO_PLACE, elsewhere, households + work.slot[arcs])
    network.add_arcs_with_capacity_and_unit_cost(
        work.household[arcs], to, size, work.weighed[arcs] * DIVISIBLE // np.maximum(1, size)
    )
    _add_places(network, work, room, households, sink)
    network.add_arc_with_capacity_and_unit_cost(elsewhere, sink, int(work.size.sum()), 0)
    network.set_nodes_supplies(np.arange(households), work.size)
    network.set_node_supply(sink, -int(work.size.sum()))
    status = network.solve()
    assert status == network.OPTIMAL, status
    persons = np.zeros(len(work.household), dtype=np.int64)
    persons[arcs] = network.flows(np.arange(len(arcs)))
    return persons


def _room(work: Work) -> tuple[Ints, Ints]:
    """Persons that every slot (3L) can hold beside flexible places, and those who may come newly."""
    there = people_at(work, work.stays)[0]
    room = np.where(np.repeat(work.bound, 3), np.maximum(work.places.reshape(-1), there), there)
    most = work.places + np.stack([work.flexible, np.zeros_like(work.flexible), work.flexible], axis=1)
    return room, np.where(there <= most.reshape(-1), most.reshape(-1), 0)


def _has_beds(work: Work, room: Ints, newcomers: Ints) -> Ints:
    """Which ways (W) lead to a slot with beds enough for the whole household."""
    fits = work.size[work.household] <= newcomers[work.slot]
    result: Ints = ~work.newly | fits
    return result


def _add_places(network: SimpleMinCostFlow, work: Work, room: Ints, households: int, sink: int) -> None:
    """Own places lead to the sink; family and adult places lead on to the flexible ones of the location."""
    slots = np.arange(len(room))
    network.add_arcs_with_capacity_and_unit_cost(
        households + slots, np.full(len(slots), sink), room, np.zeros(len(slots), dtype=np.int64)
    )
    for location in np.flatnonzero(work.flexible).tolist():
        beside, many = households + len(slots) + location, int(work.flexible[location])
        for group in (FAMILY, ADULT):
            network.add_arc_with_capacity_and_unit_cost(households + 3 * location + group, beside, many, 0)
        network.add_arc_with_capacity_and_unit_cost(beside, sink, many, 0)
