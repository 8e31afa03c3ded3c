# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Making room for who has no place, on a ground of two locations that is laid by hand.

One household needs the one accessible place of the first location, where beds are free. A young adult lives there, who
may have a place for adults or one for minors who came alone.
"""

import numpy as np

from luwte.placement.contested import NOWHERE, Contested
from luwte.placement.ground import Ground
from luwte.placement.sites import ADULT, AMV, FAMILY, SLOTS_EACH
from luwte.placement.steps import make_room, seats_of

WHO, YOUNG_ADULT = 0, 1
ELSEWHERE = SLOTS_EACH + ADULT
BEDS = 3


def _ground(young_adult_needs_it: int) -> Ground:
    """Everybody at home: one accessible place is taken, by the young adult or by somebody who cannot leave."""
    slots = 2 * SLOTS_EACH
    places, none = np.full(slots, BEDS), np.zeros(slots, dtype=np.int64)
    people = none.copy()
    people[ADULT] = 1
    here = np.arange(slots) < SLOTS_EACH
    return Ground(
        size=np.array([1, 1]),
        home=np.array([NOWHERE, ADULT]),
        amount=np.array([[1], [young_adult_needs_it]]),
        begin=np.r_[0, np.cumsum(here)],
        row=np.zeros(SLOTS_EACH, dtype=np.int64),
        thing=np.zeros(SLOTS_EACH, dtype=np.int64),
        table=np.array([-1]),
        need=np.zeros((0, 0, slots), dtype=np.int64),
        places=places,
        own=places.copy(),
        over=none.copy(),
        kept_free=np.zeros(slots, dtype=np.bool_),
        flexible=np.zeros(2, dtype=np.int64),
        beyond=np.zeros(1, dtype=np.int64),
        people=people,
        left=np.zeros(1, dtype=np.int64),
    )


def _contested(slots_of_the_young_adult: list[int]) -> Contested:
    slots = [FAMILY, *slots_of_the_young_adult]
    ones = np.ones(2, dtype=np.int64)
    return Contested(
        household=np.array([WHO, YOUNG_ADULT]),
        warmth=ones,
        regret=ones,
        nowhere=ones * 100,
        begin=np.array([0, 1, len(slots)]),
        slot=np.array(slots),
        cost=np.arange(len(slots)),
    )


def test_who_may_leave_for_another_place_of_the_same_location_is_not_sent_round_and_round() -> None:
    contested, now = _contested([AMV, ADULT]), np.array([NOWHERE, 2])
    make_room(_ground(0), contested, seats_of(contested, now, 2 * SLOTS_EACH), now, WHO)
    assert now.tolist() == [NOWHERE, 2]


def test_who_takes_what_another_needs_leaves_the_location_and_not_only_its_group_of_places() -> None:
    contested, now = _contested([AMV, ADULT, ELSEWHERE]), np.array([NOWHERE, 2])
    ground = _ground(1)
    make_room(ground, contested, seats_of(contested, now, 2 * SLOTS_EACH), now, WHO)
    assert now.tolist() == [0, 3]
    assert ground.left.tolist() == [0]
    assert ground.people.tolist() == [1, 0, 0, 0, 0, 1]
