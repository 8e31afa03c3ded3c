# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers and dates as the reader writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from luwte.planning.summary import LevelRow
from luwte.words import N_, Words

DIGITS = "#,##0.###"
SMALL_GAP = Decimal("0.0001")


def whole(value: int, words: Words) -> str:
    """A whole number: 96.002 in Dutch, 96,002 in English."""
    return _whole(value, words.language)


@lru_cache(maxsize=10_000)
def _whole(value: int, language: str) -> str:
    return str(format_decimal(value, locale=language))


def decimal(value: Decimal, words: Words) -> str:
    """A decimal with at most three digits behind the point."""
    return str(format_decimal(value, DIGITS, locale=words.language))


def percentage(value: Fraction | Decimal, words: Words) -> str:
    """A part of the whole in whole per cents, rounded down below all, so that almost all never reads as all."""
    hundredths = int(value * 100)
    return str(format_percent(Decimal(hundredths) / 100, locale=words.language))


def signed(value: int, words: Words) -> str:
    """A difference with its sign; none is a plain nought."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{whole(abs(value), words)}"


def gap(level: LevelRow, words: Words) -> str:
    """A gap in hundredths of a per cent of its bound; without a bound to measure by, in the unit of the level.

    A gap that is there never reads as none.
    """
    if level.value == level.bound:
        return words.text(N_("none: proven best"))
    if level.bound < 1:
        return words.text(N_("{number} above it"), number=decimal(level.value - level.bound, words))
    if 0 < level.gap < SMALL_GAP:
        return words.text(N_("under {gap}"), gap=_per_cent(SMALL_GAP, words))
    return _per_cent(level.gap, words)


def day(value: date | None, words: Words) -> str:
    """A date in full."""
    return format_date(value, "d MMMM y", locale=words.language) if value else words.text(N_("unknown"))


def counted(one: str, many: str, number: int, words: Words) -> str:
    """A message that depends on a number, with the number written as the reader writes it."""
    return words.catalogue.ngettext(one, many, number).format(n=whole(number, words))


def _per_cent(value: Decimal, words: Words) -> str:
    return str(format_percent(value, "0.00 %", locale=words.language))
