# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The boundaries of PDOK: one shape for every municipality of the edition, closed, inside the country."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from luwte.data.raw import at, error
from luwte.data.refresh.answers import Answers
from luwte.data.refresh.contract import Contract
from luwte.data.refresh.pages import items
from luwte.model.findings import Finding
from luwte.words import N_

SOURCE = "PDOK"
WEST, SOUTH, EAST, NORTH = 3, 50, 8, 54  # degrees WGS84, generously around the European Netherlands
LEAST_POINTS = 4  # of a ring: a triangle and its first point again
DECIMALS = 5  # of a degree: about a metre

NO_SHAPE = error(
    "refresh.no_shape", N_("The boundaries have no shape of {place}."), N_("The answer is not whole: try again later.")
)
UNKNOWN_SHAPE = error(
    "refresh.unknown_shape",
    N_("The boundaries have a shape of {place}, which is no municipality in the table of CBS."),
    N_("Look whether the edition in the contract is one of both."),
)
BROKEN_SHAPE = error(
    "refresh.broken_shape",
    N_("The shape of {place} is not closed, or lies outside the country."),
    N_("Look whether PDOK still gives degrees (WGS84); else try again later."),
)
KINDS = (NO_SHAPE, UNKNOWN_SHAPE, BROKEN_SHAPE)

Shapes = Mapping[str, Any]


def fetch_shapes(contract: Contract, answers: Answers) -> Shapes:
    """The parts of each municipality by code, as PDOK gives them; raises InputRefused where nothing can be read."""
    found: dict[str, Any] = {}
    for feature in items(answers, *contract.boundaries, "features"):
        about, shape = feature.get("properties") or {}, feature.get("geometry") or {}
        if str(about.get("jaarcode", contract.edition)) != str(contract.edition):
            continue
        parts = shape.get("coordinates")
        found[str(about.get("statcode", "")).strip()] = [parts] if shape.get("type") == "Polygon" else parts
    return found


def check_shapes(shapes: Shapes, codes: Iterable[str], findings: list[Finding]) -> None:
    """One sound shape for every municipality and none for others."""
    wanted = set(codes)
    findings += [at(NO_SHAPE, SOURCE, place=code) for code in sorted(wanted - set(shapes))]
    findings += [at(UNKNOWN_SHAPE, SOURCE, place=code or "-") for code in sorted(set(shapes) - wanted)]
    findings += [at(BROKEN_SHAPE, SOURCE, place=code) for code, parts in sorted(shapes.items()) if not _is_sound(parts)]


def as_geojson(shapes: Shapes) -> bytes:
    """The shapes as one GeoJSON file, coordinates to about a metre."""
    features = [
        {"type": "Feature", "id": code, "properties": {"code": code}, "geometry": _geometry(parts)}
        for code, parts in sorted(shapes.items())
    ]
    return (json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n").encode()


def _geometry(parts: list[Any]) -> Mapping[str, Any]:
    rounded = [
        [[[float(round(at, DECIMALS)) for at in point[:2]] for point in ring] for ring in part] for part in parts
    ]
    return {"type": "MultiPolygon", "coordinates": rounded}


def _is_sound(parts: Any) -> bool:
    try:
        rings = [ring for part in parts for ring in part]
        return bool(rings) and all(_is_closed(ring) and all(_inside(ring)) for ring in rings)
    except (TypeError, ValueError, IndexError):
        return False


def _is_closed(ring: list[Any]) -> bool:
    return len(ring) >= LEAST_POINTS and ring[0] == ring[-1]


def _inside(ring: list[Any]) -> Iterator[bool]:
    for lon, lat, *_ in ring:
        yield WEST < lon < EAST and SOUTH < lat < NORTH
