# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Columns of the sorts that tables are made of: each knows what it downloads and how the reader sees it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from luwte.reporting.law.told import money
from luwte_web.pages.reader import UNKNOWN, Reader
from luwte_web.pages.tables import Column

Link = Callable[[Any], str]


def words(
    title: str, value: Callable[[Any], str], link: Link | None = None, tone: Link | None = None, language: str = ""
) -> Column[Any]:
    """A column of text; `language` tells a reading voice when it is not the page's own."""
    return Column(title, value, link=link, tone=tone, language=language)


def names(reader: Reader, title: str, code: Callable[[Any], StrEnum | None]) -> Column[Any]:
    """A column of codes, called by their names."""
    return Column(title, lambda row: reader.name(code(row)))


def counts(reader: Reader, title: str, value: Callable[[Any], int | None]) -> Column[Any]:
    """A column of whole numbers."""
    return Column(title, value, lambda row: reader.number(value(row)), numeric=True)


def changes(reader: Reader, title: str, value: Callable[[Any], int | None]) -> Column[Any]:
    """A column of differences, with their sign."""
    return Column(title, value, lambda row: reader.signed(value(row)), numeric=True)


def weights(reader: Reader, title: str, value: Callable[[Any], Decimal | None]) -> Column[Any]:
    """A column of weighed persons."""
    return Column(title, value, lambda row: reader.weight(value(row)), numeric=True)


def euros(reader: Reader, title: str, value: Callable[[Any], Decimal | None]) -> Column[Any]:
    """A column of amounts in EUR; what nobody knows is said, never nought."""
    return Column(title, value, lambda row: money(value(row), reader.words), numeric=True)


def differences(reader: Reader, title: str, value: Callable[[Any], Decimal | None]) -> Column[Any]:
    """A column of differences in weighed persons, with their sign."""
    return Column(title, value, lambda row: reader.signed_weight(value(row)), numeric=True)


def shares(reader: Reader, title: str, value: Callable[[Any], Fraction | None]) -> Column[Any]:
    """A column of shares, shown as percentages and downloaded as decimals."""

    def plain(row: Any) -> float | None:
        part = value(row)
        return None if part is None else float(part)

    return Column(title, plain, lambda row: reader.share(value(row)), numeric=True)


def days(reader: Reader, title: str, value: Callable[[Any], date | None], otherwise: str = UNKNOWN) -> Column[Any]:
    """A column of days; `otherwise` is what an empty day means."""
    return Column(title, value, lambda row: reader.day(value(row), otherwise))
