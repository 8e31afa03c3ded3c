# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a fact sheet is made from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.law.parameters import rules_hash
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.model.receipt import Receipt, software
from luwte.planning.law.municipal import Municipal, children_at, municipal
from luwte.quality.catalogue import load_catalogue


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


def facts_of(dataset: Dataset, tasks: Tasks, on: date, code: str, *, small: Decimal | None = None) -> Facts:
    """The facts of a municipality on a day; a code that is not in the tables raises `KeyError`."""
    receipt = Receipt(software(), dataset.content_hash, on, {"law": rules_hash(), "catalogue": load_catalogue().hash})
    children = children_at(dataset, on, code) if dataset.households else None
    return Facts(municipal(dataset, tasks, on, code), tasks, dataset, children, small, receipt)
