# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map of what one more place is worth, by province: classes that the figures themselves ask for, and drawing."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luwte.data.national import boundaries
from luwte.model.geography import Municipality
from luwte.reporting import numbers
from luwte.reporting.map import Area, MapClass, draw
from luwte.reporting.outlines import Polygons
from luwte.words import N_, Words

NO_SITE = MapClass(N_("no fit, lasting location for them there"), "#ffffff", 1, "#857a68")
SHADES = (("#e9cfa3", 3, "#8a6d3b"), ("#a9c4ae", 2, "#5b7f66"), ("#5f9a8c", 1, "#2f6a5f"), ("#1f5f63", 0, "#ffffff"))


@dataclass(frozen=True)
class WorthScale:
    """Classes for the worth of a place in provinces; None is a province without a location to put it at."""

    worth: Mapping[str, Decimal | None]

    @property
    def _limits(self) -> Sequence[Decimal]:
        """The least worth of every class: each figure its own, or four classes of about as many figures."""
        figures = sorted({value for value in self.worth.values() if value is not None})
        if len(figures) <= len(SHADES):
            return figures
        return [figures[at * len(figures) // len(SHADES)] for at in range(len(SHADES))]

    def class_of(self, province: str) -> int:
        """The index of a province's class; 0 is without a location."""
        value = self.worth.get(province)
        return 0 if value is None else bisect_right(self._limits, value)

    def classes(self, words: Words) -> tuple[MapClass, ...]:
        """The classes in words, the darkest worth most."""
        none = MapClass(words.text(NO_SITE.label), NO_SITE.fill, NO_SITE.lines, NO_SITE.ink)
        limits = self._limits
        shades = SHADES[len(SHADES) - len(limits) :]
        return (
            none,
            *(MapClass(self._label(at, words), *shade) for at, shade in enumerate(shades, start=1)),
        )

    def _label(self, index: int, words: Words) -> str:
        own = [value for code, value in self.worth.items() if value is not None and self.class_of(code) == index]
        least, most = (numbers.decimal(value, words) for value in (min(own), max(own)))
        return least if least == most else words.text(N_("{least} to {most}"), least=least, most=most)


def worth_map(
    scale: WorthScale,
    municipalities: Iterable[Municipality],
    words: Words,
    *,
    link: Callable[[str], str] | None = None,
    name: str = "worth-map",
    outlines: Mapping[str, Polygons] | None = None,
) -> str:
    """The map as inline SVG: every municipality in the class of its province; `link` leads to a province by code.

    `outlines` are other boundaries than those that come with the package.
    """
    areas = {
        municipality.code: Area(
            belongs_to=scale.class_of(municipality.province_code),
            text=_text(municipality, scale.worth.get(municipality.province_code), words),
            province=municipality.province_code,
            href=link(municipality.province_code) if link else None,
        )
        for municipality in municipalities
    }
    return draw(
        areas,
        outlines or boundaries(),
        scale.classes(words),
        title=words.text(N_("Map of the Netherlands: what one more place is worth, by province")),
        description=words.text(N_("The same figures stand in the table of provinces.")),
        name=name,
    )


def _text(municipality: Municipality, worth: Decimal | None, words: Words) -> str:
    if worth is None:
        return words.text(
            N_("{municipality}, {province}: no fit, lasting location for them"),
            municipality=municipality.name,
            province=municipality.province,
        )
    return words.text(
        N_("{municipality}, {province}: one more place is worth {worth}"),
        municipality=municipality.name,
        province=municipality.province,
        worth=numbers.decimal(worth, words),
    )
