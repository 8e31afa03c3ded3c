# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What grants and the housing task ask of the tables: provinces after two years, and what half-years begin with."""

from collections.abc import Mapping
from datetime import date

from luwte.law.grants import Offered, Provincial
from luwte.law.housing import Balance
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.planning.shares import standing, task_rows


def balances_in(dataset: Dataset, half_year: str) -> Mapping[str, Balance]:
    """What municipalities bring into a half-year, by code, as far as the tables know it."""
    return {one.municipality: Balance(one.backlog, one.lead) for one in dataset.housing if one.half_year == half_year}


def provincials(dataset: Dataset, tasks: Tasks, on: date, *, granted: Mapping[str, int]) -> tuple[Provincial, ...]:
    """Every province: its number, its places, and of each municipality what it made and whether it met its task.

    `granted` are the places for which a grant of Act 9(2) was given, by province code. What a municipality offered is
    read as what it realised. Whether it met its task is known only where a decision names its number.
    """
    rows = {row.municipality: row for row in task_rows(tasks, standing(dataset, tasks, on))}
    found = []
    for province in tasks.provinces:
        own = [rows[task.municipality] for task in tasks.municipalities if task.province_code == province.province_code]
        offered = tuple(
            Offered(row.municipality, row.realised, None if row.binding is None else row.realised >= row.binding)
            for row in own
        )
        realised = sum(row.realised for row in own)
        code = province.province_code
        found.append(Provincial(code, province.indicative, realised, granted.get(code, 0), offered))
    return tuple(found)
