# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Counts of people for who may not read about them: no small number shows, nor follows from others beside it.

Below five only that it is below five is told; above it the number is rounded to fives, so that no sum gives away a
small one that was left out.
"""

from collections.abc import Callable
from typing import Any

from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Column

FEWEST = 5  # persons; fewer are not told
FEWER = N_("fewer than {fewest}")


def people(reader: Reader, title: str, count: Callable[[Any], int], *, exact: bool) -> Column[Any]:
    """A column of counts of people, exact for who reads about them."""
    if exact:
        return columns.counts(reader, title, count)
    return Column(title, lambda row: told(count(row), reader), numeric=True)


def told(count: int, reader: Reader) -> str:
    """A count of people for who may not read about them."""
    if 0 < count < FEWEST:
        return reader.text(FEWER, fewest=reader.number(FEWEST))
    return reader.number(rounded(count))


def rounded(count: int) -> int:
    """To the nearest five."""
    return (count + FEWEST // 2) // FEWEST * FEWEST
