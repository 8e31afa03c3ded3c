# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who may be expected: weeks of arrivals drawn from those who arrived lately. Seeded: the same seed, the same draw."""

from datetime import date, timedelta

from luwte.data.example.dice import Dice
from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte.placement.sites import Ints

LATELY = timedelta(days=91)  # a quarter of arrivals is drawn from; ours (assumption)


def arrived_lately(dataset: Dataset, on: date) -> tuple[Household, ...]:
    """Households that lodged their request, or came to have no place, in the last quarter."""
    lodged = {
        key: min((p.lodged_on for p in persons if p.lodged_on is not None), default=None)
        for key, persons in dataset.persons_of.items()
    }
    return tuple(
        household
        for household in dataset.households
        if household.location is None or _within(lodged.get(household.key), on)
    )


def weekly(dataset: Dataset) -> int:
    """How many households come in a week: as many as have no place now, at least one."""
    return max(1, sum(household.location is None for household in dataset.households))


def draw(dice: Dice, pool: int, per_week: int, weeks: int) -> list[Ints]:
    """Weeks of arrivals: each week half to one and a half times the usual number, drawn from the pool."""
    numbers = dice.between(weeks, (per_week - per_week // 2, per_week + per_week // 2)).tolist()
    return [dice.between(number, (0, pool - 1)) for number in numbers]


def _within(day: date | None, on: date) -> bool:
    return day is not None and on - LATELY < day <= on
