# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Luwte: a place out of the wind for every child in asylum reception.

The verbs stand here, each one function with one command of the same name:

    dataset = read(Path("tables"))
    tasks = distribute(dataset.municipalities, cycle=2026)
    proposal = plan(dataset, date(2026, 11, 16), policy=load_policy())

`place` is the placement inside `plan`, for who brings fitness and shares of their own. A verb is loaded when it is
first asked for, so that the command line answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Dataset": "luwte.model.dataset",
    "InputRefused": "luwte.model.findings",
    "Placement": "luwte.placement",
    "Plan": "luwte.planning",
    "Policy": "luwte.placement",
    "Tasks": "luwte.law",
    "distribute": "luwte.law",
    "load_policy": "luwte.placement",
    "place": "luwte.placement",
    "plan": "luwte.planning",
    "read": "luwte.data",
}


def __getattr__(name: str) -> object:
    """Load a verb or type from the package it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'luwte' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """What the library shows."""
    return list(__all__)
