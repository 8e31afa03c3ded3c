# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a refresh changes: old beside new, per municipality, with the edition of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date

from luwte.data.refresh.written import csv_bytes
from luwte.data.rows import as_text
from luwte.model.geography import Municipality

COUNT, SCORE = "inhabitants", "ses_woa"
COMPARED = (COUNT, SCORE, "name", "province_code")


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is another one now; an empty text is unknown, or a municipality that is not there."""

    municipality: str
    name: str
    what: str
    old_edition: str
    old: str
    new_edition: str
    new: str


@dataclass(frozen=True, slots=True)
class Editions:
    """Which edition tables are: the newest day of the counts, the year of the scores, the last month of requests."""

    day: date | None
    scores_of: int | None
    requests_to: str

    def of(self, what: str) -> str:
        """The edition that a column is of."""
        if what == COUNT:
            return as_text(self.day)
        return as_text(self.scores_of) if what == SCORE else ""


def changes(
    old: Sequence[Municipality], old_editions: Editions, new: Sequence[Municipality], new_editions: Editions
) -> tuple[Change, ...]:
    """Everything that differs, by code: the newest count and score, name and province, and corrected earlier counts."""
    before, after = ({one.code: one for one in table} for table in (old, new))
    return tuple(
        change
        for code in sorted(before.keys() | after.keys())
        for change in _of_one(before.get(code), old_editions, after.get(code), new_editions)
    )


def as_csv(found: Sequence[Change]) -> bytes:
    """The changes as a file."""
    return csv_bytes([field.name for field in fields(Change)], map(astuple, found))


def _of_one(before: Municipality | None, then: Editions, after: Municipality | None, now: Editions) -> Iterator[Change]:
    present = after or before
    if present is None:
        return
    old, new = _values(before, then), _values(after, now)
    for what in COMPARED:
        if old[what] != new[what]:
            editions = then.of(what), now.of(what)
            yield Change(present.code, present.name, what, editions[0], old[what], editions[1], new[what])
    if before and after:
        for day, count in before.inhabitants.items():
            corrected = after.inhabitants.get(day)
            if corrected not in (None, count) and not day == then.day == now.day:
                edition = as_text(day)
                yield Change(after.code, after.name, COUNT, edition, str(count), edition, str(corrected))


def _values(one: Municipality | None, editions: Editions) -> Mapping[str, str]:
    if one is None:
        return dict.fromkeys(COMPARED, "")
    counted = {COUNT: as_text(one.inhabitants.get(editions.day))}
    return counted | {what: as_text(getattr(one, what)) for what in COMPARED if what != COUNT}
