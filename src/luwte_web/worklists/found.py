# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a worklist holds: entries, read from the database only as far as they are looked at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, overload

from django.db.models import Count, Q, QuerySet


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that waits for somebody: about whom or where, what is so (a message id with params), and by when.

    `since` and `due` are days; `late` says that the day is over, `urgent` that it goes before others without a day. A
    household, person or user stands here by its key.
    """

    what: str
    params: Mapping[str, Any] = field(default_factory=dict)
    household: str = ""
    person: str = ""
    location: str = ""
    place: str = ""
    other: str = ""
    since: date | None = None
    due: date | None = None
    late: bool = False
    urgent: bool = False


NEVER = Q(pk__in=())


class Found(Sequence[Entry]):
    """Rows of a query in its order, each an entry once it is looked at; `late` is the condition that one is late."""

    urgent = 0

    def __init__(self, rows: "QuerySet[Any]", entry: Callable[[Any], Entry], late: Q = NEVER) -> None:
        self._rows, self._entry, self._is_late = rows, entry, late

    @property
    def late(self) -> int:
        """How many of them are late."""
        return self._counts["late"]

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return self._rows.order_by().aggregate(all=Count("pk"), late=Count("pk", filter=self._is_late))

    def __len__(self) -> int:
        return self._counts["all"]

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entry, self._rows)

    @overload
    def __getitem__(self, at: int) -> Entry: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...

    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        return [self._entry(row) for row in self._rows[at]] if isinstance(at, slice) else self._entry(self._rows[at])


class Listed(tuple[Entry, ...]):
    """Entries that were worked out already."""

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(entry.late for entry in self)

    @property
    def urgent(self) -> int:
        """How many of them are urgent."""
        return sum(entry.urgent for entry in self)
