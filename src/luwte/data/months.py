# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Months as tables write them (`2025-12`), and as numbers that follow each other."""

IN_A_YEAR = 12


def ordinal(month: str) -> int:
    """The number of a month; the month after it has the next number. Raises ValueError for anything else."""
    year, number = month.split("-")
    return int(year) * IN_A_YEAR + int(number) - 1


def month_at(number: int) -> str:
    """The month that has this number."""
    year, index = divmod(number, IN_A_YEAR)
    return f"{year}-{index + 1:02}"
