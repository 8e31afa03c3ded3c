# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How many children were in emergency reception at the end of each quarter, and how they came and went.

The sum holds exactly, for all sites together and for every part of them: who was there, and who came, less who went,
is who is there. The tables hold who is in reception now. Where people counted the children of an earlier day, the
difference with the tables is children who are not in them any more, such as those who left reception; else nobody
knows how many these are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.quality.phase_out.nights import Came, Slept, Went
from luwte.quality.phase_out.quarters import Stretch

PartOf = Callable[[Slept], str]
PartsOn = Callable[[date], PartOf]
Counted = Mapping[tuple[date, str], int]
EVERYWHERE = "all"


@dataclass(frozen=True, slots=True)
class Flow:
    """One part of emergency reception over one quarter: children at its beginning and end, and all between.

    `before` + came + `another_part` + `not_kept` - went = `end`. `another_part` are children whose site is in another
    part now than a quarter ago, by an assessment. `not_kept` is who came less who left among those whom the tables do
    not hold any more. A day of which nobody counted the children, and that is past, has at least so many; then
    `not_kept` is not known, and stands out of the sum.
    """

    stretch: Stretch
    part: str
    before: int
    came: Mapping[Came, int]
    went: Mapping[Went, int]
    another_part: int
    not_kept: int | None
    end: int
    before_known: bool
    end_known: bool

    @property
    def brought_in(self) -> int:
        """Children brought into emergency reception: for the first time, or once more."""
        return self.came[Came.NEW] + self.came[Came.AGAIN]

    @property
    def fell(self) -> int:
        """By how many there are fewer at the end; below zero where there are more."""
        return self.before - self.end


def flows(
    slept: Iterable[Slept],
    over: Sequence[Stretch],
    parts: Sequence[str],
    parts_on: PartsOn,
    counted: Counted | None = None,
) -> Iterator[Flow]:
    """Every part over every quarter, quarter by quarter; `parts_on` tells of a day which part a stay is in.

    The last day of the last quarter is that of the tables: who is there then is all in them. `counted` are the
    children of earlier days as people counted them, by day and part.
    """
    stays, counted = tuple(slept), counted or {}
    today = over[-1].last if over else date.max
    for stretch in over:
        tally = _tally(stays, stretch, parts_on)
        for name in parts:
            yield _flow(stretch, name, tally, counted, today)


@dataclass(frozen=True, slots=True)
class _Tally:
    """What the tables know of one quarter, by part."""

    before: Counter[str]
    before_as_now: Counter[str]
    end: Counter[str]
    came: Counter[tuple[str, Came]]
    went: Counter[tuple[str, Went]]


def _tally(stays: Sequence[Slept], stretch: Stretch, parts_on: PartsOn) -> _Tally:
    now, then = parts_on(stretch.last), parts_on(stretch.before)
    return _Tally(
        before=Counter(then(stay) for stay in stays if stay.on(stretch.before)),
        before_as_now=Counter(now(stay) for stay in stays if stay.on(stretch.before)),
        end=Counter(now(stay) for stay in stays if stay.on(stretch.last)),
        came=Counter((now(stay), stay.came) for stay in stays if stretch.holds(stay.since)),
        went=Counter((now(stay), stay.went) for stay in stays if stretch.holds(stay.until)),
    )


def _flow(stretch: Stretch, part: str, tally: _Tally, counted: Counted, today: date) -> Flow:
    before, end = tally.before[part], tally.end[part]
    told_before = counted.get((stretch.before, part))
    told_end = end if stretch.last == today else counted.get((stretch.last, part))
    both = told_before is not None and told_end is not None
    return Flow(
        stretch=stretch,
        part=part,
        before=before if told_before is None else told_before,
        came={way: tally.came[part, way] for way in Came},
        went={way: tally.went[part, way] for way in Went},
        another_part=tally.before_as_now[part] - before,
        not_kept=(told_end - end) - (told_before - before) if both else None,  # type: ignore[operator]
        end=end if told_end is None else told_end,
        before_known=told_before is not None,
        end_known=told_end is not None,
    )
