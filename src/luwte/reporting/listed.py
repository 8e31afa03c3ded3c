# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A table in words, the same one for the screen and for a page that prints."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Listed:
    """A table in words; `numeric` columns stand to the right."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    numeric: frozenset[int]
