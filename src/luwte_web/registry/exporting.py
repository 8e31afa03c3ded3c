# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write the registry as the tables that it keeps: a folder of CSV files, or a workbook."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from luwte.data import write, write_workbook
from luwte.model.dataset import Dataset
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.registry import selectors

WORKBOOK = ".xlsx"


def export(out: Path, actor: Actor, as_of: datetime | None = None) -> Dataset:
    """Write all tables, as known now or as known at a moment; the log tells it, or nothing is written.

    A path that ends in .xlsx becomes a workbook. Raises FileExistsError where a folder exists and is not empty.
    """
    demand(actor, Action.EXPORT)
    with transaction.atomic():
        dataset = selectors.dataset_of_registry(as_of)
        record(actor, Act.EXPORT, "registry:", {"dataset": dataset.content_hash})
        if out.suffix.lower() == WORKBOOK:
            write_workbook(dataset, out)
        else:
            write(dataset, out)
    return dataset
