# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Counts of people on a page, exact only for who may read about them; `luwte.reporting.few` has the rule."""

from collections.abc import Callable
from typing import Any

from luwte.reporting import few
from luwte.reporting.few import FEWER, FEWEST, rounded
from luwte_web.pages import columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column

__all__ = ["FEWER", "FEWEST", "people", "rounded", "told"]


def people(reader: Reader, title: str, count: Callable[[Any], int], *, exact: bool) -> Column[Any]:
    """A column of counts of people, exact for who reads about them."""
    if exact:
        return columns.counts(reader, title, count)
    return Column(title, lambda row: told(count(row), reader), numeric=True)


def told(count: int, reader: Reader) -> str:
    """A count of people for who may not read about them."""
    return few.told(count, reader.words)
