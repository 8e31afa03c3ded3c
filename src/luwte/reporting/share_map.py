# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map of realised places over the task, by municipality: classes, words and drawing in one place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from luwte.data.national import boundaries
from luwte.model.geography import Municipality
from luwte.planning.outputs import TaskRow
from luwte.reporting.map import Area, MapClass, draw
from luwte.reporting.numbers import percentage, whole
from luwte.reporting.outlines import Polygons
from luwte.words import N_, Words

BELOW = (Fraction(1, 3), Fraction(2, 3), Fraction(1))
CLASSES: Sequence[tuple[str, str, int]] = (
    (N_("no places"), "#f6efe6", 0),
    (N_("less than a third"), "#e9cfa3", 3),
    (N_("a third to two thirds"), "#a9c4ae", 2),
    (N_("two thirds to all"), "#5f9a8c", 1),
    (N_("all or more"), "#1f5f63", 0),
)
INKS = ("#3d4852", "#8a6d3b", "#5b7f66", "#2f6a5f", "#ffffff")


def classes(words: Words) -> tuple[MapClass, ...]:
    """The classes of the map, in words."""
    return tuple(
        MapClass(words.text(label), fill, lines, ink) for (label, fill, lines), ink in zip(CLASSES, INKS, strict=True)
    )


def class_of(row: TaskRow) -> int:
    """The index of a municipality's class: its realised places over its task (binding, else agreed)."""
    task = row.realised + row.gap
    if row.realised == 0:
        return 0 if task > 0 else len(BELOW) + 1
    if task <= 0:
        return len(BELOW) + 1
    share = Fraction(row.realised, task)
    return 1 + sum(share >= limit for limit in BELOW)


def share_map(
    tasks: Iterable[TaskRow],
    municipalities: Mapping[str, Municipality],
    words: Words,
    *,
    link: Callable[[str], str] | None = None,
    name: str = "share-map",
    outlines: Mapping[str, Polygons] | None = None,
) -> str:
    """The map as inline SVG; `link` gives the address of a page by code, `outlines` others than those bundled."""
    areas = {
        row.municipality: Area(
            belongs_to=class_of(row),
            text=_text(row, municipalities[row.municipality], words),
            province=municipalities[row.municipality].province_code,
            href=link(row.municipality) if link else None,
        )
        for row in tasks
        if row.municipality in municipalities
    }
    return draw(
        areas,
        outlines or boundaries(),
        classes(words),
        title=words.text(
            N_("Map of the Netherlands: reception places realised, as a part of the task, by municipality")
        ),
        description=words.text(N_("The same figures stand in the table of municipalities.")),
        name=name,
    )


def _text(row: TaskRow, municipality: Municipality, words: Words) -> str:
    task = row.realised + row.gap
    if task <= 0:
        return words.text(
            N_("{name}: {realised} places, no task"), name=municipality.name, realised=whole(row.realised, words)
        )
    return words.text(
        N_("{name}: {realised} of {task} places ({share})"),
        name=municipality.name,
        realised=whole(row.realised, words),
        task=whole(task, words),
        share=percentage(Fraction(row.realised, task), words),
    )
