# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What it would take: what would help most, and what places, other use of places and homes are worth."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from luwte.data.in_use import boundaries_in_use
from luwte.model.places import PlaceGroup
from luwte.planning.scenarios.recommend import RecommendationRow
from luwte.planning.worth.rows import ProvinceWorthRow
from luwte.reporting.labels import LEVELS
from luwte.reporting.map import swatch
from luwte.reporting.needed import COUNTS, effects, leading, result, title
from luwte.reporting.worth_map import WorthScale, worth_map
from luwte.words import N_
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.links import to
from luwte_web.pages.maps import LegendLine
from luwte_web.pages.needed_tables import (
    conversions_table,
    homes_table,
    locations_table,
    provinces_table,
    results_table,
    units_table,
)

SHOWN = 8  # rows of a long table on the page; the download has them all
TENTH = Decimal("0.1")
UNSURE = N_("not proven")
GROUPS = {
    PlaceGroup.FAMILY: N_("Families"),
    PlaceGroup.AMV: N_("Unaccompanied minors"),
    PlaceGroup.ADULT: N_("Adults"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A group to look at, and whether it is looked at now."""

    name: str
    link: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """One recommendation: what changes, what it does for children, and how sure that is."""

    title: str
    result: str
    level: str
    predicted: str
    came_out: str
    certain: str
    counts: tuple[tuple[str, int], ...]


@page
def needed(asked: Asked) -> Page:
    """What it would take, for one group of places at a time."""
    country, reader = asked.country, asked.reader
    group = _group_asked(asked)
    rows = [row for row in country.plan.needed.provinces if row.group is group]
    level = _level_shown(rows)
    scale = WorthScale({row.province_code: row.worth[level - 1] if row.worth else None for row in rows})
    tables = (
        results_table(country, reader),
        provinces_table(country, reader, rows, level),
        locations_table(country, reader, group).part(0, SHOWN),
        units_table(country, reader, group).part(0, SHOWN),
        conversions_table(country, reader).part(0, SHOWN),
        homes_table(country, reader),
    )
    context = {
        "advice": list(_advice(asked)),
        "choices": list(_choices(asked, group)),
        "group": reader.text(GROUPS[group]),
        "level": _level_name(asked, level),
        "map": worth_map(
            scale, country.dataset.municipalities, reader.words, link=_to_locations, outlines=boundaries_in_use()
        ),
        "legend": list(_legend(asked, scale)),
        "stays": country.policy.term["stays_unfit"],
        "moves": country.policy.term["moved_from_fit"],
    }
    return Page("needed.html", reader.text("What it would take"), context, tables)


def _group_asked(asked: Asked) -> PlaceGroup:
    given = asked.query.get("group", "")
    return PlaceGroup(given) if given in set(PlaceGroup) else PlaceGroup.FAMILY


def _level_shown(rows: list[ProvinceWorthRow]) -> int:
    """The first level on which a place is worth anything: more help there goes before all help on later ones."""
    return next((level for level in LEVELS if any(row.worth and row.worth[level - 1] for row in rows)), len(LEVELS))


def _choices(asked: Asked, chosen: PlaceGroup) -> Iterator[Choice]:
    for group, name in GROUPS.items():
        yield Choice(asked.reader.text(name), to("needed", group=group.value) + "#worth-title", group is chosen)


def _legend(asked: Asked, scale: WorthScale) -> Iterator[LegendLine]:
    counted = Counter(scale.class_of(province) for province in scale.worth)
    for at, one in enumerate(scale.classes(asked.reader.words)):
        if counted[at]:
            yield LegendLine(swatch(one, name=f"worth-legend-{at}"), one.label, counted[at])


def _advice(asked: Asked) -> Iterator[Advice]:
    country, reader, words = asked.country, asked.reader, asked.reader.words
    for row in country.plan.needed.recommendations:
        effect = leading(effects(row, country.plan.summary.levels))
        yield Advice(
            title=title(row, country.dataset, words),
            result=result(row, words),
            level=_level_name(asked, effect.level),
            predicted=reader.weight(effect.predicted.quantize(TENTH, ROUND_CEILING)),
            came_out=reader.weight(effect.came_out.quantize(TENTH, ROUND_HALF_UP)),
            certain=reader.weight(effect.proven.quantize(TENTH, ROUND_FLOOR)) if effect.proven else reader.text(UNSURE),
            counts=tuple(_other_counts(row, asked)),
        )


def _level_name(asked: Asked, level: int) -> str:
    return f"{level}. {asked.reader.text(LEVELS[level][0])}"


def _other_counts(row: RecommendationRow, asked: Asked) -> Iterator[tuple[str, int]]:
    """The changes that the result does not tell yet."""
    for name, label in COUNTS.items():
        change: int = getattr(row, name)
        if change and name != "children_unfit":
            yield asked.reader.text(label), change


def _to_locations(province: str) -> str:
    return to("locations", province=province)
