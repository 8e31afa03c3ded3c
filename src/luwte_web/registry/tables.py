# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which table of a dataset is kept where: records of the library become versions, and come back the same."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from functools import cached_property
from typing import Any

from django.db.models import ForeignKey

from luwte.data.records import RECORDS
from luwte_web.registry import models
from luwte_web.registry.models import Thing, Version


@dataclass(frozen=True)
class Kept:
    """One table: the versions that keep it, and the record that each of them is."""

    table: str
    versions: type[Version]
    record: type[Any]

    @cached_property
    def lookups(self) -> tuple[str, ...]:
        """Where each field of the record stands, seen from a version: things are read as their keys."""
        return tuple(f"{name}__key" if name in self.things else name for name in self._columns)

    @cached_property
    def things(self) -> Mapping[str, type[Thing]]:
        """The columns that point to things."""
        columns = {name: self.versions._meta.get_field(name) for name in self._columns}
        return {
            name: column.related_model  # type: ignore[misc]
            for name, column in columns.items()
            if isinstance(column, ForeignKey)
        }

    def records_of(self, rows: Sequence[tuple[Any, ...]]) -> list[Any]:
        """The records of what stands at the lookups; words that are not there are stored as empty ones."""
        if not rows:
            return []
        columns = (self._emptied(f, values) for f, values in zip(self._fields, zip(*rows, strict=True), strict=True))
        return list(map(self.record, *columns))

    def columns_of(self, records: Sequence[Any], ids: Mapping[type[Thing], Mapping[str, int]]) -> dict[str, list[Any]]:
        """What versions say for records, by the names of their fields; `ids` are the things by their keys."""
        columns: dict[str, list[Any]] = {}
        for column, field in zip(self._columns, self._fields, strict=True):
            values = [getattr(record, field.name) for record in records]
            if thing := self.things.get(column):
                known = ids[thing]
                columns[f"{column}_id"] = [None if value is None else known[value] for value in values]
            else:
                columns[column] = self._filled(column, values)
        return columns

    @cached_property
    def _fields(self) -> tuple[Field[Any], ...]:
        return fields(self.record)

    @cached_property
    def _columns(self) -> tuple[str, ...]:
        """The column of each field: a record's own key is the thing that the version is about."""
        return tuple(self.versions.thing or f.name if f.name == "key" else f.name for f in self._fields)

    def _filled(self, column: str, values: list[Any]) -> list[Any]:
        """Words that are not there are stored as empty ones, where the column takes no nothing."""
        if self.versions._meta.get_field(column).null:
            return values
        return ["" if value is None else value for value in values]

    @staticmethod
    def _emptied(field: Field[Any], values: Sequence[Any]) -> Sequence[Any]:
        if field.default not in (None, MISSING):
            return values
        return [None if value == "" else value for value in values]


def _kept(table: str, versions: type[Version]) -> Kept:
    return Kept(table, versions, RECORDS[table])


KEPT: Mapping[str, Kept] = {
    kept.table: kept
    for kept in (
        _kept("dataset", models.DatasetFacts),
        _kept("municipalities", models.MunicipalityFacts),
        _kept("locations", models.LocationFacts),
        _kept("households", models.HouseholdFacts),
        _kept("persons", models.PersonFacts),
        _kept("units", models.Unit),
        _kept("stays", models.Stay),
        _kept("moves", models.MoveFacts),
        _kept("headcounts", models.Headcount),
        _kept("holidays", models.Holiday),
        _kept("assessments", models.Assessment),
        _kept("improvements", models.Improvement),
        _kept("selfchecks", models.SelfCheck),
        _kept("feedback", models.FeedbackFacts),
        _kept("programmes", models.ProgrammeFacts),
        _kept("contacts", models.Contact),
        _kept("offers", models.OfferFacts),
        _kept("exchanges", models.Exchange),
        _kept("commitments", models.CommitmentFacts),
        _kept("decisions", models.Decision),
        _kept("steps", models.CycleStep),
        _kept("statuses", models.MunicipalStatus),
        _kept("housing", models.HousingBalance),
        _kept("conditions", models.Condition),
        _kept("operations", models.Operation),
    )
}
