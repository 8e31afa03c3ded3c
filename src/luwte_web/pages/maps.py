# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map of realised places over the task, with every municipality leading to its page, and its legend."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from luwte.data.in_use import boundaries_in_use
from luwte.reporting.map import swatch
from luwte.reporting.share_map import class_of, classes, share_map
from luwte_web.pages.country import Country
from luwte_web.pages.links import to_municipality
from luwte_web.pages.reader import Reader


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One class of the map: a sample, its words, and how many municipalities are in it."""

    swatch: str
    label: str
    count: int


def realised_map(country: Country, reader: Reader) -> str:
    """Inline SVG; the tables say the same."""
    return share_map(
        country.plan.tasks,
        country.dataset.municipality,
        reader.words,
        link=to_municipality,
        outlines=boundaries_in_use(),
    )


def legend(country: Country, reader: Reader) -> Iterator[LegendLine]:
    """The classes of the map."""
    counted = Counter(class_of(row) for row in country.plan.tasks)
    for at, one in enumerate(classes(reader.words)):
        yield LegendLine(swatch(one, name=f"legend-{at}"), one.label, counted[at])
