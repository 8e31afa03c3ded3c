# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Counts of people for who may not read about them: no small number shows, nor follows from others beside it.

Below five only that it is below five is told; above it the number is rounded to fives, so that no sum gives away a
small one that was left out.
"""

from luwte.reporting.numbers import whole
from luwte.words import N_, Words

FEWEST = 5  # persons; fewer are not told
FEWER = N_("fewer than {fewest}")


def told(count: int, words: Words) -> str:
    """A count of people for who may not read about them."""
    if 0 < count < FEWEST:
        return words.text(FEWER, fewest=whole(FEWEST, words))
    return whole(rounded(count), words)


def rounded(count: int) -> int:
    """To the nearest five."""
    return (count + FEWEST // 2) // FEWEST * FEWEST
