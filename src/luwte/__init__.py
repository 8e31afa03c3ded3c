# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Luwte: a place out of the wind for every child in asylum reception.

The verbs stand here, each one function with one command of the same name:

    dataset = read(Path("tables"))
    tasks = distribute(dataset.municipalities, cycle=2026)
"""

from luwte.data import read
from luwte.law import distribute
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused

__all__ = ["Dataset", "InputRefused", "distribute", "read"]
