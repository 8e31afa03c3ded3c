# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The weeks of a horizon, and what is known to happen in each: which locations open, which close."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from luwte.model.places import Location
from luwte.placement import Policy

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """A week that begins on a day, with the keys of the locations that opened or closed since the week before.

    `decides` tells whether a plan is made on that day: on the first, and when a location opened, closed, came on
    notice or came to be left since the week before.
    """

    on: date
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    decides: bool


def weeks(locations: Iterable[Location], policy: Policy, on: date, until: date) -> Iterator[Week]:
    """The weeks from a day on, the last one beginning on `until` or in the week before it."""
    known = tuple(locations)
    yield Week(on, (), (), decides=True)
    day = on + WEEK
    while day <= until:
        since = day - WEEK
        opened = tuple(place.key for place in known if _within(place.opens, since, day))
        closed = tuple(place.key for place in known if _within(place.closes, since, day))
        warned = any(_within(turn, since, day) for place in known for turn in _turns(place, policy))
        yield Week(day, opened, closed, decides=bool(opened or closed or warned))
        day += WEEK


def _turns(place: Location, policy: Policy) -> Iterator[date]:
    """The days on which a location that closes comes on notice, and on which it must be left."""
    if place.closes is not None:
        for days in (policy.days.notice, policy.days.must_leave):
            yield place.closes - timedelta(days=days.value)


def _within(day: date | None, since: date, until: date) -> bool:
    return day is not None and since < day <= until
