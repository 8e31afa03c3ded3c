# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does what is known of a household hold together? It is asked of the very checks that tables pass when they are read.

So whatever is written in the registry by hand can be exported, and read again.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from luwte.data import read, write
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.model.people import Household
from luwte_web import bridge
from luwte_web.registry.days import today
from luwte_web.registry.selectors import record_about, records


def faults(key: str) -> list[Finding]:
    """The errors that reading would find in what is known now of a household, with the columns where they stand."""
    with TemporaryDirectory() as folder:
        tables = Path(folder, "tables")
        write(_tables_about(key), tables)
        try:
            read(tables)
        except InputRefused as refused:
            return [finding for finding in refused.findings if finding.kind.severity is Severity.ERROR]
    return []


def _tables_about(key: str) -> Dataset:
    """The lines of a household with the lines that they name, as the tables of a small country."""
    households = _named(key)
    keys = [household.key for household in households]
    stays, moves = records("stays", household__key=key), records("moves", household__key=key)
    places = {h.location for h in households} | {stay.location for stay in stays} | {move.to for move in moves}
    about = records("dataset")
    return bridge.dataset_of_records(
        {
            "dataset": [replace(each, reference_date=today()) for each in about],
            "municipalities": records("municipalities"),
            "locations": records("locations", location__key__in=places),
            "households": households,
            "persons": records("persons", household__key__in=keys),
            "stays": stays,
            "moves": moves,
        }
    )


def _named(key: str) -> Collection[Household]:
    """The household, and the one that it should stay near to, which itself names nobody here."""
    household: Household | None = record_about("households", key)
    if household is None:
        return ()
    near: Household | None = record_about("households", household.keep_near) if household.keep_near else None
    return (household, replace(near, keep_near=None)) if near else (household,)
