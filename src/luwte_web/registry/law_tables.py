# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables that the law looks at, as the registry knows them now: no people stand in any of them."""

from luwte.model.dataset import Dataset
from luwte_web import bridge
from luwte_web.registry.in_memory import UntilChanged
from luwte_web.registry.selectors import dataset_of, latest_change, lines, records
from luwte_web.registry.tables import KEPT

TABLES = (
    "dataset", "municipalities", "locations", "units", "offers", "exchanges", "decisions", "steps", "statuses",
    "housing", "commitments", "assessments", "conditions", "operations",
)  # fmt: skip


def law_tables_now() -> Dataset | None:
    """The tables about municipalities and places; None where nothing was ever written in the registry."""
    return _read.now() if latest_change() else None


def law_tables_within() -> Dataset:
    """The same within a change that is being made, what it wrote included; nothing of it is kept in memory."""
    return bridge.dataset_of_records({table: records(table) for table in TABLES})


def law_tables_before(change: int) -> Dataset:
    """The same as they were known just before the change with this number."""
    return dataset_of({table: lines(KEPT[table], change - 1) for table in TABLES})


_read = UntilChanged(law_tables_within)
