# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The weeks ahead as a drawing: children in places that are not fit, both ways of planning, and what opens and closes.

Inline SVG without script or style; the table beside it says the same.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from luwte.planning.outputs import AheadWeekRow
from luwte.reporting.frontier import Axis, axis_for
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("Children in places that are not fit, week by week")
DESCRIPTION = N_(
    "From {first} until {last}. Looking ahead: {ahead_first} children in the first week, {ahead_last} in the last. "
    "Each week planned by itself: {other_first} and {other_last}."
)
AHEAD, BY_ITSELF = N_("looking ahead"), N_("each week by itself")
OPENS, CLOSES = N_("opens"), N_("closes")

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 44, 92
EVENTS = HEIGHT - 50  # the height of the marks of what opens and closes
LABELLED = 4  # days written under the axis
INK, SOFT, GRID, PAPER = "#22303a", "#52616b", "#d9d3c7", "#ffffff"
CURVE, WARM = "#1f5f63", "#8a4b14"


def draw(rows: Sequence[AheadWeekRow], words: Words, *, name: str) -> str:
    """The weeks as one `<svg>`; `name` begins every id."""
    up = axis_for([0, *(row.children_unfit for row in rows), *(row.children_unfit_week_by_week for row in rows)])
    first, last = rows[0], rows[-1]
    told = words.text(
        DESCRIPTION,
        first=day(first.week, words),
        last=day(last.week, words),
        ahead_first=whole(first.children_unfit, words),
        ahead_last=whole(last.children_unfit, words),
        other_first=whole(first.children_unfit_week_by_week, words),
        other_last=whole(last.children_unfit_week_by_week, words),
    )
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="curve" role="img" aria-labelledby="{name}-title'
            f' {name}-desc" viewBox="0 0 {WIDTH} {HEIGHT}" font-size="15">',
            f'<title id="{name}-title">{escape(words.text(TITLE))}</title>',
            f'<desc id="{name}-desc">{escape(told)}</desc>',
            *_grid(rows, up, words),
            _line(rows, up, lambda row: row.children_unfit_week_by_week, WARM, ' stroke-dasharray="6 5"'),
            _line(rows, up, lambda row: row.children_unfit, CURVE, ""),
            *_legend(words),
            *_events(rows, words),
            "</svg>",
        )
    )


def _line(rows: Sequence[AheadWeekRow], up: Axis, value: Callable[[AheadWeekRow], int], colour: str, more: str) -> str:
    """Steps: what holds in a week holds until the next."""
    path = [f"M{_x(0, rows):g} {_y(up, value(rows[0])):g}"]
    path += [f"H{_x(number, rows):g}V{_y(up, value(row)):g}" for number, row in enumerate(rows) if number]
    return f'<path d="{"".join(path)}H{WIDTH - RIGHT}" fill="none" stroke="{colour}" stroke-width="2.5"{more}/>'


def _grid(rows: Sequence[AheadWeekRow], up: Axis, words: Words) -> Iterator[str]:
    for value in up.marks:
        y = _y(up, value)
        yield f'<path d="M{LEFT} {y:g}H{WIDTH - RIGHT}" stroke="{GRID}"/>'
        yield _text(LEFT - 8, y + 5, whole(value, words), anchor="end")
    every = max(1, -(-len(rows) // LABELLED))
    for number in range(0, len(rows), every):
        yield _text(_x(number, rows), HEIGHT - BOTTOM + 20, rows[number].week.isoformat())


def _legend(words: Words) -> Iterator[str]:
    yield f'<path d="M{LEFT} 20h28" stroke="{CURVE}" stroke-width="2.5"/>'
    yield _text(LEFT + 36, 25, words.text(AHEAD), ink=INK)
    middle = (LEFT + WIDTH) // 2
    yield f'<path d="M{middle} 20h28" stroke="{WARM}" stroke-width="2.5" stroke-dasharray="6 5"/>'
    yield _text(middle + 36, 25, words.text(BY_ITSELF), ink=INK)


def _events(rows: Sequence[AheadWeekRow], words: Words) -> Iterator[str]:
    """A triangle upward for a week in which something opens, downward for one in which something closes."""
    for row_of_marks, (title, shape, colour) in enumerate(
        ((OPENS, "l6 -11l6 11z", CURVE), (CLOSES, "h12l-6 11z", WARM))
    ):
        y = EVENTS + 24 * row_of_marks
        yield _text(LEFT - 8, y + 5, words.text(title), anchor="end")
        for number, row in enumerate(rows):
            if row.opens if title is OPENS else row.closes:
                start = y + 5 if title is OPENS else y - 5
                yield f'<path d="M{_x(number, rows) - 6:g} {start}{shape}" fill="{colour}"/>'


def _x(number: int, rows: Sequence[AheadWeekRow]) -> float:
    return round(LEFT + number / len(rows) * (WIDTH - LEFT - RIGHT), 1)


def _y(axis: Axis, value: int) -> float:
    return round(HEIGHT - BOTTOM - axis.part(value) * (HEIGHT - TOP - BOTTOM), 1)


def _text(x: float, y: float, text: str, *, anchor: str = "start", ink: str = SOFT) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{ink}">{escape(text)}</text>'
