# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does what is known of a household hold together? It is asked of the very checks that tables pass when they are read.

So whatever is written in the registry by hand can be exported, and read again.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from luwte.data import read, write
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.model.people import Household
from luwte_web import bridge
from luwte_web.registry.days import today
from luwte_web.registry.selectors import record_about, records


def faults(key: str) -> list[Finding]:
    """The errors that reading would find in what is known now of a household, with the columns where they stand."""
    return _errors(_tables_about(key))


def faults_at(location: str) -> list[Finding]:
    """The same of what children say at a location, what there is to do there and who is there for them."""
    tables = ("feedback", "programmes", "contacts")
    about = {table: records(table, location__key=location) for table in tables}
    return _errors(
        bridge.dataset_of_records(_country() | about | {"locations": records("locations", location__key=location)})
    )


def faults_of(municipality: str) -> list[Finding]:
    """The same of what a municipality says of itself."""
    return faults_among("selfchecks", municipality=municipality)


def faults_among(table: str, **where: object) -> list[Finding]:
    """The same of the lines of a table that names nothing but municipalities, for which something holds."""
    return _errors(bridge.dataset_of_records(_country() | {table: records(table, **where)}))


def faults_of_sites(municipality: str) -> list[Finding]:
    """The same of what a municipality offers, the conditions that it sets, and who is responsible at its locations."""
    sites = records("locations", municipality=municipality)
    about = {table: records(table, municipality=municipality) for table in ("offers", "conditions")}
    lines = records("operations", location__key__in=[site.key for site in sites])
    return _errors(bridge.dataset_of_records(_country() | about | {"locations": sites, "operations": lines}))


def _errors(dataset: Dataset) -> list[Finding]:
    with TemporaryDirectory() as folder:
        tables = Path(folder, "tables")
        write(dataset, tables)
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
    return bridge.dataset_of_records(
        {
            **_country(),
            "locations": records("locations", location__key__in=places),
            "households": households,
            "persons": records("persons", household__key__in=keys),
            "stays": stays,
            "moves": moves,
        }
    )


def _country() -> dict[str, list[Any]]:
    """The tables around any lines: the day is today."""
    about = [replace(each, reference_date=today()) for each in records("dataset")]
    return {"dataset": about, "municipalities": records("municipalities")}


def _named(key: str) -> Collection[Household]:
    """The household, and the one that it should stay near to, which itself names nobody here."""
    household: Household | None = record_about("households", key)
    if household is None:
        return ()
    near: Household | None = record_about("households", household.keep_near) if household.keep_near else None
    return (household, replace(near, keep_near=None)) if near else (household,)
