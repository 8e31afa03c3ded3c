# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Columns that hold the library's own values, exactly, on every database."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from luwte.data.cells import LONGEST_KEY, LONGEST_TEXT
from luwte.data.rows import as_text, decimal_text
from luwte.model.periods import Month

LONGEST_MEMBER = 32
WRITTEN_MONTH = len("2026-11")
BAR = "|"


def key() -> "models.CharField[str, str]":
    """A key or code; empty where there is none."""
    return models.CharField(max_length=LONGEST_KEY, blank=True)


def text() -> "models.CharField[str, str]":
    """Words; empty where there are none."""
    return models.CharField(max_length=LONGEST_TEXT, blank=True)


class MemberField(models.CharField):  # type: ignore[type-arg]
    """A member of an enum; the database refuses any other word."""

    def __init__(self, kind: type[StrEnum], *, members: Iterable[str] = (), **options: Any) -> None:
        self.kind = kind
        self.members = tuple(members) or tuple(member.value for member in kind)
        self._member_of = {member.value: member for member in kind}
        super().__init__(**{"max_length": LONGEST_MEMBER} | options)

    def deconstruct(self) -> Any:
        """The members stand in the migration too, so that a new member is a change of the table."""
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"kind": self.kind, "members": self.members}

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """Only a member."""
        listed = ", ".join(f"'{member}'" for member in self.members)
        return f"{connection.ops.quote_name(self.column)} IN ({listed})"

    def from_db_value(self, value: str | None, *_: object) -> StrEnum | None:
        """The member of the word that is stored."""
        return None if value is None else self._member_of[value]


class ExactField(models.Field):  # type: ignore[type-arg]
    """A decimal of any precision. SQLite would make it a binary fraction, so there it is kept as it is written."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type that loses nothing."""
        return "numeric" if connection.vendor == "postgresql" else "text"

    def to_python(self, value: Decimal | str | None) -> Decimal | None:
        """The number, from how it is written."""
        return None if value is None else Decimal(value)

    def get_db_prep_value(self, value: Decimal | None, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """The number, or how it is written."""
        return value if value is None or connection.vendor == "postgresql" else decimal_text(value)

    def from_db_value(self, value: Decimal | str | None, *_: object) -> Decimal | None:
        """The number."""
        return None if value is None else Decimal(value)


class CodesField(models.CharField):  # type: ignore[type-arg]
    """A set of codes, kept as it is written in a table: sorted, with bars between."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": LONGEST_TEXT, "blank": True, "default": frozenset} | options)

    def get_prep_value(self, value: frozenset[str] | str) -> str:
        """How the set is written."""
        return value if isinstance(value, str) else as_text(value)

    def from_db_value(self, value: str, *_: object) -> frozenset[str]:
        """The set."""
        return frozenset(value.split(BAR)) if value else frozenset()


class MonthField(models.CharField):  # type: ignore[type-arg]
    """A calendar month, YYYY-MM."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": WRITTEN_MONTH} | options)

    def get_prep_value(self, value: Month | str | None) -> str | None:
        """How the month is written."""
        return None if value is None else str(value)

    def from_db_value(self, value: str | None, *_: object) -> Month | None:
        """The month."""
        return None if value is None else Month.parse(value)


class CountsField(models.JSONField):  # type: ignore[type-arg]
    """Counts by the day of counting; the day is empty where the table does not tell it."""

    def get_prep_value(self, value: Mapping[date | None, int]) -> Any:
        """Days as they are written."""
        return super().get_prep_value({as_text(day): count for day, count in value.items()})

    def get_db_prep_value(
        self, value: Mapping[date | None, int], connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """The same for one database."""
        written = value if prepared else self.get_prep_value(value)
        return super().get_db_prep_value(written, connection, prepared=True)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        """Counts by day."""
        written: dict[str, int] = super().from_db_value(value, expression, connection)
        return {date.fromisoformat(day) if day else None: count for day, count in written.items()}
