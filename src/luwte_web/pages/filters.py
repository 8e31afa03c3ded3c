# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Filters: what an address asks for, and the form that asks for it. The address is the state; nothing else is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from django.http import QueryDict

from luwte_web.pages.reader import Reader

LONGEST_SEARCH = 100
Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form; without options it is a field to write in."""

    name: str
    label: str
    value: str
    options: tuple[Option, ...] = ()


@dataclass
class Filters:
    """Reads the query field by field and remembers the form. What is not among the choices counts as not asked."""

    query: QueryDict
    reader: Reader
    fields: list[Field] = field(default_factory=list)

    def choose(self, name: str, label: str, choices: Mapping[str, str], otherwise: str) -> str:
        """A choice from a list, or the empty text, which the form calls `otherwise`."""
        asked = self.query.get(name, "")
        chosen = asked if asked in choices else ""
        options = (Option("", otherwise, not chosen), *(Option(v, t, v == chosen) for v, t in choices.items()))
        self.fields.append(Field(name, label, chosen, options))
        return chosen

    def code(self, name: str, label: str, codes: Iterable[Code], otherwise: str) -> Code | None:
        """A choice among codes of the tables, or None."""
        of_value = {code.value: code for code in codes}
        chosen = self.choose(name, label, {v: self.reader.name(c) for v, c in of_value.items()}, otherwise)
        return of_value.get(chosen)

    def search(self, name: str, label: str) -> str:
        """What was written in a field, without blanks around it, ready to compare without regard to capitals."""
        written = self.query.get(name, "").replace("\0", "").strip()[:LONGEST_SEARCH]
        self.fields.append(Field(name, label, written))
        return written.casefold()

    @property
    def is_set(self) -> bool:
        """Whether anything is asked for."""
        return any(field.value for field in self.fields)
