# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of CBS and PDOK: addresses, filters, and the titles of columns, read from `contract.yaml`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from luwte.data.raw import at, error
from luwte.model.findings import InputRefused
from luwte.words import N_

BUNDLED = Path(__file__).parent / "contract.yaml"
PARTS = {"properties": "DataProperties", "about": "TableInfos", "rows": "TypedDataSet"}

NOT_A_CONTRACT = error(
    "refresh.not_a_contract",
    N_("This is no description of what to ask of CBS and PDOK."),
    N_("Begin with a copy of the bundled contract.yaml and change only ids, filters and titles."),
)
KINDS = (NOT_A_CONTRACT,)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Strict):
    """A column by its title, and words that stand in the names of the groups around it."""

    title: str
    under: str = ""


class Table(_Strict):
    """One table of CBS."""

    id: str
    filter: str
    columns: Mapping[str, Column]
    only: Mapping[str, str] = {}


class Contract(_Strict):
    """All that is asked."""

    cbs: str
    pdok: str
    edition: int
    regions: Table
    inhabitants: Table
    scores: Table
    requests: Table

    @property
    def tables(self) -> Mapping[str, Table]:
        """The four tables of CBS by what they are for."""
        return {
            "regions": self.regions,
            "inhabitants": self.inhabitants,
            "scores": self.scores,
            "requests": self.requests,
        }

    def address(self, table: Table, part: str) -> tuple[str, str]:
        """The name of the file in which an answer can be kept, and where to ask for it."""
        name = PARTS[part]
        asked = f"$filter={table.filter.replace(' ', '%20')}&" if part == "rows" else ""
        return f"{table.id}.{name}.json", f"{self.cbs}/{table.id}/{name}?{asked}$format=json"

    @property
    def boundaries(self) -> tuple[str, str]:
        """The same of the boundaries."""
        return "boundaries.json", f"{self.pdok}?f=json&jaarcode={self.edition}&limit=1000"

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every first page: the name of its file, and where it stands."""
        for table in self.tables.values():
            yield from (self.address(table, part) for part in PARTS)
        yield self.boundaries


def read_contract(file: Path = BUNDLED) -> Contract:
    """Read a contract; raises InputRefused for a file that is none."""
    try:
        content: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
        return Contract.model_validate(content)
    except (yaml.YAMLError, UnicodeDecodeError, ValidationError):
        raise InputRefused((at(NOT_A_CONTRACT, file.name),)) from None
