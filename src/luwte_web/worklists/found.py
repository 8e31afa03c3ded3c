# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a worklist holds: entries, read from the database only as far as they are looked at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, overload

from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that waits for somebody: about whom or where, what is so (a message id with params), and by when.

    `since` and `due` are days; `late` says that the day is over. A household, person or user stands here by its key.
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


class Found(Sequence[Entry]):
    """Rows of a query, in its order, each made an entry when it is looked at."""

    def __init__(self, rows: "QuerySet[Any]", entry: Callable[[Any], Entry]) -> None:
        self.rows, self._entry = rows, entry

    @cached_property
    def _count(self) -> int:
        return self.rows.count()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entry, self.rows)

    @overload
    def __getitem__(self, at: int) -> Entry: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...

    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        return [self._entry(row) for row in self.rows[at]] if isinstance(at, slice) else self._entry(self.rows[at])
