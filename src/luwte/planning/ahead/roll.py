# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables a step later: who moved lives at the new place, with its history and its count of forced moves."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte.model.stays import MoveCause, Stay
from luwte.placement.placement import Cause
from luwte.planning.recount.answer import Placed

NOT_FORCED = frozenset({Cause.NO_PLACE_YET, Cause.WISH, Cause.RESERVED})
CAUSE_OF_STAY: Mapping[Cause, MoveCause] = {
    Cause.LOCATION_CLOSES: MoveCause.CLOSURE,
    Cause.WISH: MoveCause.OWN_WISH,
    Cause.NO_PLACE_YET: MoveCause.PROCEDURE,
}


def is_forced(cause: Cause) -> bool:
    """Whether a move counts as forced: not a first place, not what the household asked for, not agreed before."""
    return cause not in NOT_FORCED


def rolled(dataset: Dataset, moved: Iterable[tuple[Placed, Cause]], on: date) -> Dataset:
    """The dataset after moves on a day; an accepted move that is made is accepted no longer, a lock that had to be
    broken is gone.
    """
    made = {placed.household.key: (placed, cause) for placed, cause in moved}
    if not made:
        return dataset
    return replace(
        dataset,
        households=tuple(_household(h, *made[h.key], on) if h.key in made else h for h in dataset.households),
        stays=_stays(dataset, made, on),
        moves=tuple(m for m in dataset.moves if m.household not in made or made[m.household][0].at.key != m.to),
    )


def _household(household: Household, placed: Placed, cause: Cause, on: date) -> Household:
    forced = household.forced_moves + is_forced(cause)
    return replace(household, location=placed.at.key, since=on, forced_moves=forced, locked=None, lock_reason=None)


def _stays(dataset: Dataset, made: Mapping[str, tuple[Placed, Cause]], on: date) -> tuple[Stay, ...]:
    known = {stay.household for stay in dataset.stays}
    ended = [_ended(dataset, stay, on) if stay.household in made else stay for stay in dataset.stays]
    for key, (placed, cause) in made.items():
        household = placed.household
        if key not in known and household.location is not None and household.since is not None:
            ended.append(_ended(dataset, Stay(key, household.location, household.since), on))
        ended.append(Stay(key, placed.at.key, on, None, CAUSE_OF_STAY.get(cause, MoveCause.CAPACITY), is_forced(cause)))
    return tuple(ended)


def _ended(dataset: Dataset, stay: Stay, on: date) -> Stay:
    """A stay that lasted ends on the day, or on the day its location closed."""
    if stay.until is not None:
        return stay
    closes = dataset.location[stay.location].closes
    return replace(stay, until=on if closes is None else max(stay.since, min(on, closes)))
