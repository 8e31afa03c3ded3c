# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers and dates as the reader writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from luwte.words import N_, Words

DIGITS = "#,##0.###"
SMALL_GAP = Decimal("0.0001")


def whole(value: int, words: Words) -> str:
    """A whole number: 96.002 in Dutch, 96,002 in English."""
    return str(format_decimal(value, locale=words.language))


def decimal(value: Decimal, words: Words) -> str:
    """A decimal with at most three digits behind the point."""
    return str(format_decimal(value, DIGITS, locale=words.language))


def percentage(value: Fraction | Decimal, words: Words) -> str:
    """A part of the whole in whole per cents, rounded down below all, so that almost all never reads as all."""
    hundredths = int(value * 100)
    return str(format_percent(Decimal(hundredths) / 100, locale=words.language))


def gap(value: Decimal, words: Words) -> str:
    """A gap in hundredths of a per cent; a gap that is there never reads as none."""
    if 0 < value < SMALL_GAP:
        return words.text(N_("under {gap}"), gap=str(format_percent(SMALL_GAP, "0.00 %", locale=words.language)))
    return str(format_percent(value, "0.00 %", locale=words.language))


def day(value: date | None, words: Words) -> str:
    """A date in full."""
    return format_date(value, "d MMMM y", locale=words.language) if value else words.text(N_("unknown"))


def counted(one: str, many: str, number: int, words: Words) -> str:
    """A message that depends on a number, with the number written as the reader writes it."""
    return words.catalogue.ngettext(one, many, number).format(n=whole(number, words))
