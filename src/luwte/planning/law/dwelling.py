# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The housing task of one municipality, of the last half-year of which the national task is known."""

from dataclasses import dataclass
from datetime import date

from luwte.law.housing import HousingTask, National, housing_tasks, national_tasks
from luwte.law.housing.figures import first_day
from luwte.model.cycles import HousingBalance
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.planning.law.years import balances_in


@dataclass(frozen=True, slots=True)
class Dwelling:
    """A housing task with the national one that it is a part of, and the last balance that the tables hold."""

    national: National
    task: HousingTask
    balance: HousingBalance | None


def dwelling(dataset: Dataset, on: date, code: str) -> Dwelling | None:
    """What is known of a municipality on a day; None where nobody knows its inhabitants."""
    known = [one for one in national_tasks() if first_day(one.half_year) <= on]
    if not known:
        return None
    national = known[-1]
    balances = balances_in(dataset, national.half_year)
    try:
        found = housing_tasks(dataset.municipalities, national.half_year, balances=balances)
    except InputRefused:
        return None
    task = next(one for one in found.tasks if one.municipality == code)
    return Dwelling(national, task, _last_balance(dataset, on, code))


def _last_balance(dataset: Dataset, on: date, code: str) -> HousingBalance | None:
    own = [one for one in dataset.housing if one.municipality == code and first_day(one.half_year) <= on]
    return max(own, key=lambda one: first_day(one.half_year), default=None)
