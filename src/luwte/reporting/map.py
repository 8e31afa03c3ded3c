# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A map of municipalities as inline SVG in RD New: classes by colour and by pattern, words on each area.

No script, no style, no event handlers: presentation attributes alone, so that it stands under a strict content policy.
The figures stand in a table beside it, which is what keyboards and screen readers use.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from luwte.reporting.outlines import Polygons, Sheet, area_path, border_path, sheet_for

PATTERN_SIZE = 60  # units: six kilometres on the map
NO_FIGURE = "#ffffff"
AREA_LINE, PROVINCE_LINE = "#ffffff", "#3d4852"


@dataclass(frozen=True, slots=True)
class MapClass:
    """One class: its words, its colour, and how many lines of `ink` cross a tile of its pattern (0 is plain)."""

    label: str
    fill: str
    lines: int = 0
    ink: str = "#3d4852"


@dataclass(frozen=True, slots=True)
class Area:
    """One municipality: the index of its class, the words shown on it, its province, and where it links to."""

    belongs_to: int
    text: str
    province: str = ""
    href: str | None = None


def draw(
    areas: Mapping[str, Area],
    boundaries: Mapping[str, Polygons],
    classes: Sequence[MapClass],
    *,
    title: str,
    description: str,
    name: str = "map",
) -> str:
    """The map as one `<svg>`; `name` begins every id in it. An area without a boundary is left out."""
    shown = {code: area for code, area in areas.items() if code in boundaries}
    drawn = _drawn(tuple(boundaries.items()), tuple((code, area.province) for code, area in shown.items()))
    linked = any(area.href for area in shown.values())
    role = "group" if linked else "img"
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map" role="{role}"'
            f' aria-labelledby="{name}-title {name}-desc"'
            f' viewBox="0 0 {drawn.sheet.width} {drawn.sheet.height}" fill-rule="evenodd">',
            f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>',
            f"<defs>{''.join(_patterns(classes, name))}</defs>",
            f'<g stroke="{AREA_LINE}" stroke-width="4" stroke-linejoin="round">',
            *(_area(area, drawn.paths[code], classes, name) for code, area in shown.items()),
            f'</g><path class="provinces" d="{drawn.borders}" fill="none" stroke="{PROVINCE_LINE}" stroke-width="7"'
            ' stroke-linejoin="round" pointer-events="none"/></svg>',
        )
    )


def swatch(one: MapClass, *, name: str) -> str:
    """A small sample of a class for the legend; `name` begins its ids."""
    pattern, fill = "".join(_patterns([one], name)), _fill(0, [one], name)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="swatch" viewBox="0 0 120 80" width="30" height="20"'
        f' aria-hidden="true"><defs>{pattern}</defs>'
        f'<rect x="2" y="2" width="116" height="76" fill="{fill}" stroke="{PROVINCE_LINE}" stroke-width="4"/></svg>'
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    sheet: Sheet
    paths: Mapping[str, str]
    borders: str


@lru_cache(maxsize=4)
def _drawn(boundaries: tuple[tuple[str, Polygons], ...], provinces: tuple[tuple[str, str], ...]) -> _Drawn:
    """Everything that depends on the boundaries alone, kept: pages draw the same country again and again."""
    by_code = dict(boundaries)
    sheet = sheet_for(by_code)
    members: dict[str, list[Polygons]] = {}
    for code, province in provinces:
        members.setdefault(province, []).append(by_code[code])
    borders = "".join(border_path(polygons, sheet) for polygons in members.values())
    return _Drawn(sheet, {code: area_path(polygons, sheet) for code, polygons in boundaries}, borders)


def _area(area: Area, path: str, classes: Sequence[MapClass], name: str) -> str:
    shape = f'<path d="{path}" fill="{_fill(area.belongs_to, classes, name)}"><title>{escape(area.text)}</title></path>'
    if area.href is None:
        return shape
    return f'<a href="{escape(area.href)}" tabindex="-1" aria-label="{escape(area.text)}">{shape}</a>'


def _fill(index: int, classes: Sequence[MapClass], name: str) -> str:
    return f"url(#{name}-{index})" if classes[index].lines else classes[index].fill


def _patterns(classes: Sequence[MapClass], name: str) -> Iterator[str]:
    for index, one in enumerate(classes):
        if not one.lines:
            continue
        gap = PATTERN_SIZE / one.lines
        lines = "".join(f'<path d="M{gap * at + gap / 2:g} 0v{PATTERN_SIZE}"/>' for at in range(one.lines))
        yield (
            f'<pattern id="{name}-{index}" width="{PATTERN_SIZE}" height="{PATTERN_SIZE}" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate(45)"><rect width="{PATTERN_SIZE}" height="{PATTERN_SIZE}" fill="{one.fill}"/>'
            f'<g stroke="{one.ink}" stroke-width="5">{lines}</g></pattern>'
        )
