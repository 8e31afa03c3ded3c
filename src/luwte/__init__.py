# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Luwte: a place out of the wind for every child in asylum reception.

The verbs stand here, each one function with one command of the same name:

    dataset = read(Path("tables"))
    tasks = distribute(dataset.municipalities, cycle=2026)
    proposal = plan(dataset, date(2026, 11, 16), policy=load_policy())

`place` is the placement inside `plan`, for who brings fitness and shares of their own.
"""

from luwte.data import read
from luwte.law import Tasks, distribute
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.placement import Placement, Policy, load_policy, place
from luwte.planning import Plan, plan

__all__ = [
    "Dataset",
    "InputRefused",
    "Placement",
    "Plan",
    "Policy",
    "Tasks",
    "distribute",
    "load_policy",
    "place",
    "plan",
    "read",
]
