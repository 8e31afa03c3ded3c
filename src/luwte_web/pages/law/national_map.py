# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map of what municipalities offer of their number, with its legend; the tables say the same."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from luwte.data.in_use import boundaries_in_use
from luwte.law.remainder import Reported
from luwte.reporting.map import Area, MapClass, draw, swatch
from luwte.reporting.numbers import whole
from luwte.words import N_, Words
from luwte_web.pages.links import to_municipality
from luwte_web.pages.maps import LegendLine

HALF = Fraction(1, 2)
CLASSES = (
    MapClass(N_("nothing known"), "#ffffff", 2, "#8a8f94"),
    MapClass(N_("offers nothing"), "#f6efe6"),
    MapClass(N_("less than half of its number"), "#e9cfa3", 3, "#8a6d3b"),
    MapClass(N_("half of its number or more"), "#5f9a8c", 1, "#2f6a5f"),
    MapClass(N_("its number or more"), "#1f5f63"),
)
TITLE = N_("Map of the Netherlands: what municipalities offer of their number")
TEXT, SILENT = N_("{name}: offers {offered} of {number} places"), N_("{name}: nothing known of {number} places")


@dataclass(frozen=True, slots=True)
class OfferedMap:
    """The drawing as inline SVG, and what its classes mean."""

    svg: str
    legend: Sequence[LegendLine]


def offered_map(reports: Sequence[Reported], names: Mapping[str, str], words: Words) -> OfferedMap:
    """Every municipality by what it offers, leading to its page."""
    classes = [MapClass(words.text(one.label), one.fill, one.lines, one.ink) for one in CLASSES]
    areas = {
        one.municipality: Area(
            _class_of(one), _text(one, names, words), one.province_code, to_municipality(one.municipality)
        )
        for one in reports
    }
    description = words.text(N_("The same figures stand in the tables."))
    title = words.text(TITLE)
    svg = draw(areas, boundaries_in_use(), classes, title=title, description=description, name="offered-map")
    counted = Counter(area.belongs_to for area in areas.values())
    legend = [LegendLine(swatch(one, name=f"offered-{at}"), one.label, counted[at]) for at, one in enumerate(classes)]
    return OfferedMap(svg, legend)


def _class_of(one: Reported) -> int:
    if one.offered is None:
        return 0
    if one.offered >= one.number:
        return 4
    if not one.offered:
        return 1
    return 3 if Fraction(one.offered, one.number) >= HALF else 2


def _text(one: Reported, names: Mapping[str, str], words: Words) -> str:
    name, number = names.get(one.municipality, one.municipality), whole(one.number, words)
    if one.offered is None:
        return words.text(SILENT, name=name, number=number)
    return words.text(TEXT, name=name, offered=whole(one.offered, words), number=number)
