# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a fact sheet is made from."""

from dataclasses import dataclass
from decimal import Decimal

from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.model.receipt import Receipt
from luwte.planning.law.municipal import Municipal


@dataclass(frozen=True)
class Facts:
    """One municipality with the country around it; `small` is what a place at a small site costs a year, in EUR.

    `children` live there now, `None` where the tables hold no people.
    """

    one: Municipal
    tasks: Tasks
    dataset: Dataset
    children: int | None
    small: Decimal | None
    receipt: Receipt
