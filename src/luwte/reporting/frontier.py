# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The frontier as a drawing: children in unfit places against children moved who could stay, one point for each rate.

Inline SVG without script or style; the table beside it says the same.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import hypot

from luwte.planning.outputs import FrontierRow
from luwte.reporting.numbers import decimal, whole
from luwte.words import N_, Words

TITLE = N_("One child out of an unfit place, another moved: what each rate gives")
ACROSS, UP = N_("children moved who could have stayed"), N_("children in a place that is not fit")
DESCRIPTION = N_(
    "Every point is a plan. Further to the right more children move who could have stayed; further down fewer children "
    "live in a place that is not fit. The default lies at {moved} children moved, {unfit} in a place that is not fit."
)
TIMES = N_("{times} ×")
DEFAULT = N_("1 × (default)")
RANGE, WITH_DEFAULT = N_("{first} to {last}"), N_("{first} to {last}, with the default")
NAMED = 2  # points that fall together and are each named on the drawing
ENDS = {"places-first": N_("places first"), "stay-first": N_("nobody moved")}
DOMINATED = N_(
    "Counted in children, another point is at least as good as {rates}. The weights see more than the count: how long "
    "a child has been in an unfit place, its school and its region; and a difference may lie within the gap."
)

WIDTH, HEIGHT = 560, 400
LEFT, RIGHT, TOP, BOTTOM = 72, 20, 28, 64
STEPS = (1, 2, 5)  # times a power of ten: what the marks of an axis are apart
MARKS = 6  # at most on an axis
BEAD = 6  # units between the points at which labels keep clear of the curve
LETTER, LINE = 8, 18  # about the width and the height of a letter, in units
INK, SOFT, GRID, PAPER = "#22303a", "#52616b", "#d9d3c7", "#ffffff"
CURVE, WARM = "#1f5f63", "#8a4b14"


Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """The values that an axis shows, and the marks on it."""

    least: int
    most: int
    step: int

    @property
    def marks(self) -> range:
        """The values that are marked."""
        return range(self.least, self.most + 1, self.step)

    def part(self, value: int) -> float:
        """Where a value lies, from 0 to 1."""
        return (value - self.least) / (self.most - self.least)


def rate_in_words(row: FrontierRow, words: Words) -> str:
    """What a point is called: `4 ×`, or which side goes first."""
    if row.is_default:
        return words.text(DEFAULT)
    if row.rate is None:
        return words.text(ENDS.get(row.point, row.point))
    return words.text(TIMES, times=decimal(row.rate, words))


def draw(rows: Sequence[FrontierRow], words: Words, *, link: Callable[[FrontierRow], str], name: str) -> str:
    """The curve as one `<svg>`; `link` gives the address of a point's plan, or nothing; `name` begins every id."""
    across = axis_for([row.moved_who_could_stay for row in rows])
    up = axis_for([row.children_in_unfit for row in rows])
    places = [(_x(across, row.moved_who_could_stay), _y(up, row.children_in_unfit)) for row in rows]
    default = next(row for row in rows if row.is_default)
    curve = sorted(place for row, place in zip(rows, places, strict=True) if not row.dominated)
    told = words.text(
        DESCRIPTION,
        moved=whole(default.moved_who_could_stay, words),
        unfit=whole(default.children_in_unfit, words),
    )
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="curve" role="group" aria-labelledby="{name}-title"'
            f' aria-describedby="{name}-desc" viewBox="0 0 {WIDTH} {HEIGHT}" font-size="15">',
            f'<title id="{name}-title">{escape(words.text(TITLE))}</title>',
            f'<desc id="{name}-desc">{escape(told)}</desc>',
            *_grid(across, up, words),
            f'<polyline points="{" ".join(f"{x:g},{y:g}" for x, y in curve)}" fill="none" stroke="{CURVE}"'
            ' stroke-width="2.5" stroke-linejoin="round"/>',
            *_points(rows, places, curve, words, link),
            "</svg>",
        )
    )


def axis_for(values: Sequence[int]) -> Axis:
    """An axis that begins and ends at a mark, around all values."""
    least, most = min(values), max(values)
    step = next(size for size in _sizes() if (most - least) / size <= MARKS - 1)
    first = least - least % step
    return Axis(first, max(first + step, most + -most % step), step)


def _sizes() -> Iterator[int]:
    power = 1
    while True:
        yield from (step * power for step in STEPS)
        power *= 10


def _x(axis: Axis, value: int) -> float:
    return round(LEFT + axis.part(value) * (WIDTH - LEFT - RIGHT), 1)


def _y(axis: Axis, value: int) -> float:
    return round(HEIGHT - BOTTOM - axis.part(value) * (HEIGHT - TOP - BOTTOM), 1)


def _grid(across: Axis, up: Axis, words: Words) -> Iterator[str]:
    low, high = HEIGHT - BOTTOM, TOP
    for value in across.marks:
        x = _x(across, value)
        yield f'<path d="M{x:g} {high}V{low}" stroke="{GRID}"/>'
        yield _text(x, low + LINE + 2, whole(value, words), anchor="middle")
    for value in up.marks:
        y = _y(up, value)
        yield f'<path d="M{LEFT} {y:g}H{WIDTH - RIGHT}" stroke="{GRID}"/>'
        yield _text(LEFT - 8, y + 4, whole(value, words), anchor="end")
    middle = (TOP + HEIGHT - BOTTOM) / 2
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, words.text(ACROSS), anchor="middle")
    turned = f' transform="rotate(-90 16 {middle:g})"'
    yield _text(16, middle, words.text(UP), anchor="middle", more=turned)


def _points(
    rows: Sequence[FrontierRow],
    places: Sequence[Place],
    curve: Sequence[Place],
    words: Words,
    link: Callable[[FrontierRow], str],
) -> Iterator[str]:
    """Points that fall together share one label."""
    together: dict[Place, list[FrontierRow]] = {}
    for row, place in zip(rows, places, strict=True):
        together.setdefault(place, []).append(row)
    taken = [_Box(x - 8, y - 8, 16, 16) for x, y in together] + list(_along(curve))
    default_first = sorted(together.items(), key=lambda item: not any(row.is_default for row in item[1]))
    for (x, y), here in default_first:
        label = _label(here, words)
        box = _free_box(x, y, LETTER * len(label), taken)
        taken.append(box)
        is_default = any(row.is_default for row in here)
        shape = _mark(x, y, here)
        bold = ' font-weight="700"' if is_default else ""
        drawn = shape + _text(box.x, box.y + LINE - 4, label, ink=WARM if is_default else INK, more=bold)
        address = next((link(row) for row in here if link(row)), "")
        yield f'<a href="{escape(address)}" aria-label="{escape(label)}">{drawn}</a>' if address else drawn


def _label(here: Sequence[FrontierRow], words: Words) -> str:
    """The rates of points that fall together; of many the first and the last, and whether the default is among them."""
    named = [rate_in_words(row, words) for row in here]
    if len(named) <= NAMED:
        return ", ".join(named)
    message = WITH_DEFAULT if any(row.is_default for row in here) else RANGE
    return words.text(message, first=named[0], last=named[-1])


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    @property
    def is_inside(self) -> bool:
        return (
            self.x >= LEFT and self.x + self.width <= WIDTH and self.y >= 0 and self.y + self.height <= HEIGHT - BOTTOM
        )


def _along(curve: Sequence[Place]) -> Iterator[_Box]:
    """The curve as a row of small boxes, so that no label lies on it."""
    for (x, y), (next_x, next_y) in pairwise(curve):
        steps = max(1, round(hypot(next_x - x, next_y - y) / BEAD))
        for step in range(1, steps):
            part = step / steps
            yield _Box(x + part * (next_x - x) - 1, y + part * (next_y - y) - 1, 2, 2)


def _free_box(x: float, y: float, width: float, taken: Sequence[_Box]) -> _Box:
    """Where a label stands free of points and other labels, near its point; beside it where there is no such place."""
    corners = [(x + 10, y - LINE - 6), (x + 10, y + 8), (x - width - 10, y + 8), (x - width - 10, y - LINE - 6)]
    above = [(x + 10, y - LINE * lines - 6) for lines in range(2, 8)]
    boxes = [_Box(*corner, width, LINE) for corner in (*corners, *above)]
    return next((box for box in boxes if box.is_inside and not any(box.meets(other) for other in taken)), boxes[0])


def _mark(x: float, y: float, here: Sequence[FrontierRow]) -> str:
    """A full point for the default, a square for an end, an empty point off the curve where another is better."""
    if any(row.is_default for row in here):
        return f'<circle cx="{x:g}" cy="{y:g}" r="8" fill="{WARM}" stroke="{PAPER}" stroke-width="2"/>'
    if all(row.dominated for row in here):
        return f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{PAPER}" stroke="{SOFT}" stroke-width="1.5"/>'
    if all(row.rate is None for row in here):
        return f'<path d="M{x - 6:g} {y - 6:g}h12v12h-12z" fill="{PAPER}" stroke="{CURVE}" stroke-width="2.5"/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="5.5" fill="{CURVE}" stroke="{PAPER}" stroke-width="1.5"/>'


def _text(x: float, y: float, text: str, *, anchor: str = "start", ink: str = SOFT, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{ink}"{more}>{escape(text)}</text>'
