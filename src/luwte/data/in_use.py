# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The national tables in use: those that come with the package, or those of a refreshed folder that somebody named.

Who sets `LUWTE_NATIONAL` names the folder once, and every verb without tables of its own, and every page, takes it. A
folder of which a file is not what the refresh wrote is refused.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from luwte.data import national
from luwte.data.national import Polygon
from luwte.data.raw import at, error, note
from luwte.data.refresh import RECEIPT, known_in
from luwte.data.refresh.changes import Editions
from luwte.data.refresh.files import BOUNDARIES, REQUESTS
from luwte.model.findings import Finding, InputRefused
from luwte.model.geography import Municipality
from luwte.words import N_

VARIABLE = "LUWTE_NATIONAL"
NOT_REFRESHED = error(
    "national.not_refreshed",
    N_("The folder {folder} does not hold the tables as luwte refresh wrote them."),
    N_("Name a folder of luwte refresh in LUWTE_NATIONAL, or run it again; without the name those of Luwte are used."),
)
IN_USE = note(
    "national.in_use",
    N_("Refreshed national tables are in use: inhabitants of {day}, SES-WOA of {scores}, boundaries of {division}."),
    N_("Nothing to mend: LUWTE_NATIONAL names them."),
)
KINDS = (NOT_REFRESHED, IN_USE)


@dataclass(frozen=True)
class National:
    """Refreshed tables: their edition, the year of the boundaries, and the hash of the receipt that they came with.

    `outlines` are the boundaries as GeoJSON, read at once with the rest, so that all are of one refresh.
    """

    folder: Path
    municipalities: tuple[Municipality, ...]
    editions: Editions
    division: int
    receipt: str
    outlines: bytes

    @property
    def day(self) -> date | None:
        """The day of the newest count of inhabitants."""
        return self.editions.day

    @property
    def scores_of(self) -> int | None:
        """The year of the SES-WOA scores; None where the derived weight stays in use."""
        return self.editions.scores_of

    @property
    def requests(self) -> Path:
        """The asylum requests by month."""
        return self.folder / REQUESTS

    @property
    def inputs(self) -> Mapping[str, str]:
        """What an account tells of them."""
        return {f"{VARIABLE}/{RECEIPT}": self.receipt}

    @property
    def finding(self) -> Finding:
        """That they are in use, with their editions."""
        told = {"day": str(self.day), "scores": str(self.scores_of or "-"), "division": str(self.division)}
        return Finding(IN_USE, params=told)


def national_in_use() -> National | None:
    """The tables that are named; None for those of the package. Raises InputRefused where they are not sound."""
    named = os.environ.get(VARIABLE)
    return _read(Path(named).absolute()) if named else None


def municipalities_in_use() -> tuple[Municipality, ...]:
    """The municipalities by name and count."""
    named = national_in_use()
    return named.municipalities if named else national.national_municipalities()


def boundaries_in_use() -> Mapping[str, tuple[Polygon, ...]]:
    """The boundaries by code, for a map of the country."""
    named = national_in_use()
    return _boundaries(named.outlines) if named else national.boundaries()


@cache
def _read(folder: Path) -> National:
    try:
        content = (folder / RECEIPT).read_bytes()
        told = json.loads(content)
        hashes: Mapping[str, str] = told["files"]
        is_whole = all(_sha256((folder / name).read_bytes()) == wanted for name, wanted in hashes.items())
        division, outlines = int(told["division_of"]), (folder / BOUNDARIES).read_bytes()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        is_whole, content, division, outlines = False, b"", 0, b""
    if not is_whole:
        raise InputRefused((at(NOT_REFRESHED, RECEIPT, folder=folder),))
    known = known_in(folder)
    return National(folder, tuple(known.municipalities), known.editions, division, _sha256(content), outlines)


@cache
def _boundaries(outlines: bytes) -> Mapping[str, tuple[Polygon, ...]]:
    features = json.loads(outlines)["features"]
    return {feature["properties"]["code"]: tuple(map(_polygon, _parts(feature["geometry"]))) for feature in features}


def _parts(geometry: Mapping[str, Any]) -> Sequence[Any]:
    parts: Sequence[Any] = geometry["coordinates"]
    return [parts] if geometry["type"] == "Polygon" else parts


def _polygon(rings: Sequence[Any]) -> Polygon:
    return tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in rings)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
