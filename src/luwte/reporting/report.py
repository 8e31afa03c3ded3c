# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The report of a plan: one HTML file that opens from disk, without network or script, and prints."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from luwte.model.dataset import Dataset
from luwte.model.findings import Severity
from luwte.model.places import PlaceGroup
from luwte.planning import Plan
from luwte.planning.fairness import MEASURES, everybody
from luwte.planning.fairness.contrasts import FEW
from luwte.planning.outputs import WorthRow
from luwte.planning.summary import Count
from luwte.reporting import fairness, labels, numbers
from luwte.reporting.bars import pair
from luwte.reporting.country import province_tables
from luwte.reporting.groups import groups
from luwte.reporting.map import swatch
from luwte.reporting.moves import moves
from luwte.reporting.printed import printed
from luwte.reporting.share_map import classes, share_map
from luwte.words import Words

WORTH_SHOWN = 5  # rows for each group; the rest stands in worth.csv


def report(plan: Plan, dataset: Dataset, words: Words) -> str:
    """The whole page in one language. The same plan gives the same text; times are not in it."""
    return printed("report.html", **_context(plan, dataset, words))


def _context(plan: Plan, dataset: Dataset, words: Words) -> dict[str, Any]:
    found = groups(plan.findings, words)
    return {
        "plan": plan,
        "summary": plan.summary,
        "labels": labels,
        "language": words.language,
        "text": words.text,
        "word": words.text,
        "count": partial(numbers.counted, words=words),
        **_writers(words),
        "location": dataset.location,
        "municipality": dataset.municipality,
        "bars": _bars,
        "map": Markup(share_map(plan.tasks, dataset.municipality, words)),  # noqa: S704 - drawn and escaped there
        "legend": _legend(words),
        "provinces": province_tables(plan.provinces, plan.tasks, dataset.municipality),
        "moves": moves(plan.placements, dataset, list(labels.KINDS_OF_SITE)),
        "worth": _most_worth(plan),
        "fairness": _fairness(plan, words),
        "findings": found,
        "finding_counts": {severity: sum(g.count for g in found if g.severity is severity) for severity in Severity},
    }


def _fairness(plan: Plan, words: Words) -> dict[str, Any]:
    """What the section on fairness tells: the queue, what stands out, the worst classes, every class."""
    rows, provinces = plan.fairness, {row.province_code: row.province for row in plan.provinces}
    worst = fairness.worst_in_words(rows, words, provinces)
    return {
        "queue": list(fairness.beside_a_queue(plan, words)),
        "highlights": list(fairness.what_stands_out(rows, words, provinces)),
        "dimensions": fairness.DIMENSIONS,
        "contrasts": [
            (
                fairness.titled(measure, words),
                fairness.value_in_words(measure, measure.of(everybody(rows)), words),
                [worst.get((measure.name, dimension), fairness.NONE) for dimension in fairness.DIMENSIONS],
            )
            for measure in MEASURES
        ],
        "classes": {
            dimension: [
                (fairness.marked_class(row, words, provinces), row) for row in rows if row.dimension == dimension
            ]
            for dimension in fairness.DIMENSIONS
        },
        "few": FEW,
    }


def _writers(words: Words) -> Mapping[str, Any]:
    """How numbers and dates are written, by the name that templates call."""
    names = ("whole", "decimal", "percentage", "signed", "gap", "day")
    return {name: partial(getattr(numbers, name), words=words) for name in names}


def _bars(count: Count, counts: Mapping[str, Count]) -> Markup:
    most = max(max(one.before, one.after) for one in counts.values())
    return Markup(pair(count, most))  # noqa: S704 - numbers alone


def _legend(words: Words) -> list[tuple[Markup, str]]:
    return [
        (Markup(swatch(one, name=f"legend-{index}")), one.label)  # noqa: S704 - drawn and escaped there
        for index, one in enumerate(classes(words))
    ]


def _most_worth(plan: Plan) -> list[WorthRow]:
    """The places that would help most, for each group the first few, level by level."""
    worth = sorted(
        (row for row in plan.worth if row.unit is None and (row.level_1 or row.level_2)),
        key=lambda row: (-row.level_1, -row.level_2, -row.level_3, row.location),
    )
    return [row for group in PlaceGroup for row in [one for one in worth if one.group is group][:WORTH_SHOWN]]
