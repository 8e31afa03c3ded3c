# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where a municipality lies: a map of its province with the municipality itself filled in."""

from collections.abc import Iterable

from luwte.data.national import boundaries
from luwte.model.geography import Municipality
from luwte.reporting.map import Area, MapClass, draw
from luwte.words import N_, Words

OTHER, ITSELF = "#d9e6e3", "#0b5e57"
TITLE = N_("Map of {province}, with {name} filled in")
DESCRIPTION = N_("It shows where the municipality lies, and nothing else.")


def municipal_map(own: Municipality, municipalities: Iterable[Municipality], words: Words) -> str:
    """The map as SVG; empty where the boundary of the municipality is not known."""
    outlines = boundaries()
    if own.code not in outlines:
        return ""
    around = [one for one in municipalities if one.province_code == own.province_code and one.code in outlines]
    return draw(
        {one.code: Area(int(one.code == own.code), one.name, own.province_code) for one in around},
        {one.code: outlines[one.code] for one in around},
        (MapClass(own.province, OTHER), MapClass(own.name, ITSELF)),
        title=words.text(TITLE, province=own.province, name=own.name),
        description=words.text(DESCRIPTION),
        name="municipal-map",
    )
