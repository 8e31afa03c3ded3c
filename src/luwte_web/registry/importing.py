# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Bring tables into the registry: first look at what would change, then change it, all or nothing.

The tables are the whole: a line that they do not have is gone from the registry, and stays in its history.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from luwte.data import read
from luwte.data.raw import warning
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.model.people import Household, Person
from luwte.model.places import PlaceGroup
from luwte.model.progress import Progress, silent
from luwte.model.stays import Move
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry import selectors
from luwte_web.registry.differences import Difference, difference
from luwte_web.registry.group_of_place import place_at, place_kept
from luwte_web.registry.models import Change, Thing, Version
from luwte_web.registry.refusals import STALE, ChangeRefused, refusal, told
from luwte_web.registry.rows import Columns, count_anew, insert
from luwte_web.registry.selectors import Line
from luwte_web.registry.services import change, next_line
from luwte_web.registry.tables import KEPT, Kept

AT_ONCE = 2_000  # lines that one statement supersedes
MOVES = "moves"

EMPTIED = warning(
    "import_empties_table",
    N_("The table {table} is not there, and the registry has {count} lines in it. All of them would be gone."),
    N_("Add the table, or go on if that is meant."),
)
KINDS = (EMPTIED,)


@dataclass(frozen=True)
class Preview:
    """What an import would do: differences by table, and everything that reading found.

    `rejected` counts the lines with an error by table; where there are any, nothing is compared or can be applied.
    `basis` is the change of the registry that the preview was made upon.
    """

    findings: tuple[Finding, ...]
    rejected: Mapping[str, int] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    dataset: Dataset | None = None
    basis: int = selectors.NOTHING_YET

    @property
    def changes_nothing(self) -> bool:
        """Whether the registry already says what the tables say."""
        return self.dataset is not None and not any(self.differences)


def preview(path: Path, progress: Progress = silent) -> Preview:
    """Look at what a folder or workbook would change. Nothing is written."""
    try:
        dataset = read(path, progress=progress)
    except InputRefused as refused:
        return Preview(refused.findings, _rejected(refused.findings))
    return compare(dataset, progress)


def compare(dataset: Dataset, progress: Progress = silent) -> Preview:
    """Look at what tables that were read already would change. Nothing is written."""
    basis = selectors.latest_change()
    progress(N_("Comparing with the registry"))
    lines = selectors.all_lines()
    before = selectors.dataset_of(lines)
    differences = tuple(difference(table, before, lines[table], dataset) for table in KEPT)
    return Preview((*dataset.findings, *_emptied(differences, lines)), {}, differences, dataset, basis)


def apply(seen: Preview, actor: Actor, reason: str, progress: Progress = silent) -> Change | None:
    """Do what a preview showed, in one transaction; None where there is nothing to do.

    Raises InputRefused where reading found errors, and ChangeRefused where the registry has changed since the preview
    or the database refuses a line; nothing is written then.
    """
    demand(actor, Action.IMPORT)
    if seen.dataset is None:
        raise InputRefused(seen.findings)
    if seen.changes_nothing:
        return None
    with change(actor, reason, act=Act.IMPORT) as made:
        if Change.objects.filter(id__gt=seen.basis, id__lt=made.pk).exists():
            raise ChangeRefused(refusal(STALE))
        _write(_Import(made, seen.dataset), seen.differences, progress)
    count_anew()
    return made


def _rejected(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Lines with an error by table; the place of a finding is `table.csv`, or `book.xlsx#table`."""
    places = {f.place for f in findings if f.place and f.place.row and f.kind.severity is Severity.ERROR}
    lines = {(place.file, place.row) for place in places}
    return Counter(file.partition("#")[2] or Path(file).stem for file, _ in lines)


def _emptied(differences: Iterable[Difference], lines: Mapping[str, list[Line]]) -> Iterable[Finding]:
    """The tables of which no line would be left."""
    for each in differences:
        if each.gone and len(each.gone) == len(lines[each.table]) and not each.new:
            yield refusal(EMPTIED, each.table, table=each.table, count=len(each.gone))


@dataclass(frozen=True)
class _Import:
    """What lines need to become versions: the change, the dataset, and the things that its keys stand for."""

    made: Change
    dataset: Dataset
    ids: dict[type[Thing], dict[str, int]] = field(default_factory=dict)

    def columns(self, kept: Kept, records: Sequence[Any], lines: Sequence[int]) -> Columns:
        """The versions that records are, by their fields."""
        same = {"line": lines, "known_by_id": [self.made.pk] * len(records)}
        return kept.columns_of(records, self.ids) | self._whose_places(kept.table, records) | same

    def _whose_places(self, table: str, records: Sequence[Any]) -> Columns:
        """Whose place a household takes, where it lives or where it goes; not a column of any table."""
        on = self.dataset.reference_date or timezone.localdate()
        if table == "households":
            return {"on_place": [self._place_kept(household, on) for household in records]}
        if table == MOVES:
            return {"to_place": [self._place_at(move) for move in records]}
        return {}

    def _place_kept(self, household: Household, on: date) -> PlaceGroup | None:
        at = household.location and self.dataset.location[household.location]
        return place_kept(household, self._members(household), at, on) if at else None

    def _place_at(self, move: Move) -> PlaceGroup:
        household, to = self.dataset.household[move.household], self.dataset.location[move.to]
        return place_at(household, self._members(household), to, move.on)

    def _members(self, household: Household) -> tuple[Person, ...]:
        return self.dataset.persons_of.get(household.key, ())


def _write(into: _Import, differences: Iterable[Difference], progress: Progress) -> None:
    """Say no more what is gone or changed, in all tables; then say what is new, table by table."""
    found = [each for each in differences if each]
    for each in found:
        _supersede(into.made, KEPT[each.table], [*(g.line for g in each.gone), *(c.line for c in each.changed)])
    for each in found:
        _find_things(into, KEPT[each.table], each)
    for done, each in enumerate(found):
        progress(N_("Writing the registry"), done / len(found))
        kept = KEPT[each.table]
        first = next_line(kept.versions)
        lines = [*(c.line.number for c in each.changed), *range(first, first + len(each.new))]
        if records := [*(c.record for c in each.changed), *(n.record for n in each.new)]:
            write = _write_moves if each.table == MOVES else insert
            write(kept.versions, into.columns(kept, records, lines))


def _supersede(made: Change, kept: Kept, lines: list[Line]) -> None:
    for start in range(0, len(lines), AT_ONCE):
        ids = [line.version for line in lines[start : start + AT_ONCE]]
        kept.versions.objects.filter(id__in=ids).update(superseded_by=made)


def _find_things(into: _Import, kept: Kept, found: Difference) -> None:
    """Make the things that a table's own keys stand for where they are new, and know the number of every thing used."""
    for kind in kept.things.values():
        if kind not in into.ids:
            into.ids[kind] = dict(kind.objects.values_list("key", "id"))
    if kept.versions.thing is None:
        return
    own = kept.things[kept.versions.thing]
    if fresh := [n.record.key for n in found.new if n.record.key not in into.ids[own]]:
        insert(own, {"key": fresh})
        into.ids[own] = dict(own.objects.values_list("key", "id"))


def _write_moves(versions: type[Version], columns: Columns) -> None:
    """One by one, so that a refusal names its household; and again after others, who may have made place for it."""
    waiting = [versions(**dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)]
    while waiting:
        refused: list[tuple[Version, IntegrityError]] = []
        for move in waiting:
            try:
                with transaction.atomic():
                    move.save(force_insert=True)
            except IntegrityError as error:
                refused.append((move, error))
        if len(refused) == len(waiting):
            raise ChangeRefused(*(_told(move, error) for move, error in refused))
        waiting = [move for move, _ in refused]


def _told(move: Any, error: IntegrityError) -> Finding:
    household, to = move.household.key, move.to.key
    return told(error, household, household=household, location=to, date=move.on)
