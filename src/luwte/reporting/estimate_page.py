# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The report of an estimate: one HTML file that opens from disk, without network or script, and prints."""

from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from luwte.law.estimate import Estimate, published_beside
from luwte.law.estimate.parameters import Counted
from luwte.model.describe import describe
from luwte.model.receipt import Receipt
from luwte.reporting import estimated
from luwte.reporting.frontier import Axis, axis_for
from luwte.reporting.numbers import whole
from luwte.reporting.printed import printed
from luwte.words import N_, Words

TITLE = N_("How many places are needed?")
DRAWN = N_("Places by month, with the band; dashed: what was published")
WIDTH, HEIGHT = 480, 300
LEFT, RIGHT, TOP, BOTTOM = 72, 122, 16, 34
LINE = 17  # units that a label takes in height
INK, SOFT, GRID, CURVE, SHADE, WARM = "#22303a", "#52616b", "#d9d3c7", "#1f5f63", "#dcebe7", "#8a4b14"


def page(estimate: Estimate, receipt: Receipt, words: Words) -> str:
    """The whole page in one language. The same estimate gives the same text."""
    tables = [estimated.beside(words)]
    if estimate.months:
        tables.insert(0, estimated.months(estimate, words))
    return printed(
        "estimate.html",
        title=words.text(TITLE),
        headline=list(estimated.headline(estimate, words)),
        grounds=list(estimated.rests_on(estimate, words)),
        findings=[describe(finding, words) for finding in estimate.findings],
        drawing=Markup(draw(estimate, words)) if estimate.months else "",  # noqa: S704 - drawn and escaped there
        tables=tables,
        receipt=receipt,
        text=words.text,
        language=words.language,
    )


def draw(estimate: Estimate, words: Words) -> str:
    """The places of each month as a line with its band, and the published estimates as dashed lines."""
    published = [(one.places, str(one.cycle)) for one in published_beside() if one.what is Counted.ESTIMATE]
    sides = [[getattr(one, name) for one in estimate.months] for name in ("places_low", "places_high", "places")]
    low, high, middle = sides
    axis = axis_for([*low, *high, *(places for places, _ in published)])
    band = [*_points(low, axis), *reversed(_points(high, axis))]
    told = words.text(DRAWN)
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="curve" role="img" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' font-size="15" aria-label="{escape(told)}">',
            *_marks(axis, words),
            f'<polygon points="{_joined(band)}" fill="{SHADE}"/>',
            *_dashed(published, axis, words),
            f'<polyline points="{_joined(_points(middle, axis))}" fill="none" stroke="{CURVE}" stroke-width="2.5"/>',
            *_ends(estimate, words),
            "</svg>",
        )
    )


def _points(numbers: Sequence[int], axis: Axis) -> list[tuple[float, float]]:
    step = (WIDTH - LEFT - RIGHT) / max(1, len(numbers) - 1)
    return [(round(LEFT + at * step, 1), _y(axis, number)) for at, number in enumerate(numbers)]


def _y(axis: Axis, number: int) -> float:
    return round(HEIGHT - BOTTOM - axis.part(number) * (HEIGHT - TOP - BOTTOM), 1)


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _marks(axis: Axis, words: Words) -> Iterator[str]:
    for number in axis.marks:
        y = _y(axis, number)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:g}" y2="{y:g}" stroke="{GRID}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 5:g}" text-anchor="end" fill="{SOFT}">{whole(number, words)}</text>'


def _dashed(published: Sequence[tuple[int, str]], axis: Axis, words: Words) -> Iterator[str]:
    """Each published number as a dashed line; the labels keep clear of each other, the highest number on top."""
    free = 0.0
    for places, cycle in sorted(published, reverse=True):
        y = _y(axis, places)
        beside = max(y + 5, free)
        free = beside + LINE
        yield (
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:g}" y2="{y:g}" stroke="{WARM}" stroke-dasharray="6 4"/>'
            f'<text x="{WIDTH - RIGHT + 6}" y="{beside:g}" fill="{WARM}">{cycle}: {whole(places, words)}</text>'
        )


def _ends(estimate: Estimate, words: Words) -> Iterator[str]:
    for x, one, anchor in (
        (LEFT, estimate.months[0], "start"),
        (WIDTH - RIGHT, estimate.months[-1], "end"),
    ):
        name = escape(estimated.month(one.month, words))
        yield f'<text x="{x}" y="{HEIGHT - 8}" text-anchor="{anchor}" fill="{INK}">{name}</text>'
