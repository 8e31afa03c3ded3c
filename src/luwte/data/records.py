# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Make records of parsed columns."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from luwte.data.cells import Value
from luwte.data.schema import Table, day_of
from luwte.model.cycles import CycleStep, HousingBalance, MunicipalStatus
from luwte.model.geography import Municipality
from luwte.model.participation import Contact, Feedback, Programme
from luwte.model.people import Household, Person
from luwte.model.periods import Holiday
from luwte.model.places import Location, Unit
from luwte.model.pledges import Commitment, Decision, Exchange, Offer
from luwte.model.quality import Assessment, Improvement, SelfCheck
from luwte.model.sites import Condition, Operation
from luwte.model.stays import Headcount, Move, Stay


@dataclass(frozen=True, slots=True)
class About:
    """What dataset.csv says."""

    reference_date: date | None = None
    title: str = ""
    synthetic: bool = False
    seed: int | None = None


RECORDS: Mapping[str, type[Any]] = {
    "dataset": About, "municipalities": Municipality, "locations": Location, "households": Household,
    "persons": Person, "units": Unit, "stays": Stay, "moves": Move, "headcounts": Headcount, "holidays": Holiday,
    "assessments": Assessment, "improvements": Improvement, "selfchecks": SelfCheck, "feedback": Feedback,
    "programmes": Programme, "contacts": Contact, "offers": Offer, "exchanges": Exchange, "commitments": Commitment,
    "decisions": Decision, "steps": CycleStep, "statuses": MunicipalStatus, "housing": HousingBalance,
    "conditions": Condition, "operations": Operation,
}  # fmt: skip


def make_records(table: Table, columns: Mapping[str, Sequence[Value]], count: int) -> tuple[Any, ...]:
    """The records of a table from its parsed columns (by header name), in their order; empty cells give the default."""
    record = RECORDS[table.table]
    by_field: dict[str, Sequence[Any]] = {}
    for name, values in columns.items():
        column = table.column(name)
        if column is not None and column.field is not None and not column.dated:
            by_field[column.field] = _as_field(record, column.field, values)
    if record is Municipality:
        by_field["inhabitants"] = inhabitants(columns, count)
    return tuple(map(record, *(by_field.get(f.name, [default_of(record, f.name)] * count) for f in fields(record))))


def inhabitants(columns: Mapping[str, Sequence[Value]], count: int) -> list[dict[date | None, int]]:
    """The counts of each municipality by day of the count."""
    counts: list[dict[date | None, int]] = [{} for _ in range(count)]
    for name, values in columns.items():
        day = day_of(name)
        if name != "inhabitants" and (day is None or not name.startswith("inhabitants_")):
            continue
        for known, value in zip(counts, values, strict=True):
            if isinstance(value, int):
                known[day] = value
    return counts


def _as_field(record: type[Any], name: str, values: Sequence[Value]) -> Sequence[Any]:
    """Values as the record wants them: codes become members of their enum, empty cells the default."""
    kind = choice_of(record, name)
    default = default_of(record, name)
    if kind is None:
        return values if default is None else [default if value is None else value for value in values]
    members: dict[Value, Any] = {None: default, **{member.value: member for member in kind}}
    return [members[value] for value in values]


def choice_of(record: type[Any], name: str) -> type[StrEnum] | None:
    """The enum that a field of a record holds, if it holds one."""
    hint = get_type_hints(record)[name]
    return next(
        (kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, StrEnum)), None
    )


def default_of(record: type[Any], name: str) -> Any:
    """The default of a field, `None` where it has none."""
    default = next(f.default for f in fields(record) if f.name == name)
    return None if default is MISSING else default
