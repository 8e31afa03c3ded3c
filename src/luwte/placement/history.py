# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long children have lived in unfit places: the weight of one more quarter there grows with it."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.stays import Stay
from luwte.placement.present import Present
from luwte.placement.sites import ADULT, UNFIT, Ints, Sites

SIXTEENTHS_IN_FOUR_YEARS = 1461  # days of four years: a quarter is 1461 / 16 = 91.3125 days


def quarters(days: int) -> int:
    """Whole quarters of a year in a number of days."""
    return days * 16 // SIXTEENTHS_IN_FOUR_YEARS


def quarters_in_unfit_places(dataset: Dataset, sites: Sites, present: Present, fit_now: Ints, on: date) -> Ints:
    """Whole quarters (H) that households have spent in places unfit for their group, all stays together.

    Past stays are judged by today's fitness of the location; the present stay by the household's own fitness.
    Without a history the present stay counts from `since`.
    """
    at = {key: index for index, key in enumerate(sites.keys)}
    stays_of: dict[str, list[Stay]] = {}
    for stay in dataset.stays:
        stays_of.setdefault(stay.household, []).append(stay)
    result = np.zeros(len(dataset.households), dtype=np.int64)
    for row, household in enumerate(dataset.households):
        now_unfit = fit_now[row] == UNFIT
        group = int(present.group[row]) if present.group[row] >= 0 else _group_of_home(int(present.home[row]))
        history = stays_of.get(household.key)
        if history is None:
            days = (on - household.since).days if now_unfit and household.since else 0
        else:
            days = sum(
                _days(stay, on)
                for stay in history
                if (now_unfit if stay.until is None else _was_unfit(sites, at, stay, group))
            )
        result[row] = quarters(max(days, 0))
    return result


def _group_of_home(home: int) -> int:
    return home % 3 if home >= 0 else ADULT


def _was_unfit(sites: Sites, at: Mapping[str, int], stay: Stay, group: int) -> bool:
    return stay.location in at and bool(sites.fit[at[stay.location], group] == UNFIT)


def _days(stay: Stay, on: date) -> int:
    return max(0, (min(stay.until or on, on) - stay.since).days)
