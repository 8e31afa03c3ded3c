# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The person who reads a page, in one language: how numbers, days and codes are written for them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from luwte.words import Words
from luwte_web.pages.names import NAMES, NEEDS

UNKNOWN = "unknown"
NONE = "–"
OWN_CODE = "other:"


@dataclass(frozen=True)
class Reader:
    """Everything a page says goes through here."""

    words: Words

    @property
    def language(self) -> str:
        """`nl` or `en`; British dates and numbers stand for English."""
        return self.words.language

    @property
    def _locale(self) -> str:
        return "en_GB" if self.language == "en" else self.language

    def text(self, message: str, /, **params: object) -> str:
        """A sentence; `message` is an English message id."""
        return self.words.text(message, **params)

    def count(self, one: str, many: str, number: int, /, **params: object) -> str:
        """A sentence that depends on a number, which it writes as `{n}`."""
        return self.words.count(one, many, number, **{"shown": self.number(number), **params})

    def number(self, value: int | float | Decimal | None, digits: int = 0) -> str:
        """A number with separators; at most `digits` behind the point; unknown is said, never left empty."""
        if value is None:
            return self.text(UNKNOWN)
        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        return str(format_decimal(value, format=pattern, locale=self._locale))

    def signed(self, value: int | None) -> str:
        """A difference with its sign; the minus sign is the typographic one."""
        if value is None:
            return self.text(UNKNOWN)
        return ("+" if value > 0 else "−" if value < 0 else "") + self.number(abs(value))

    def share(self, part: Fraction | float | None) -> str:
        """A share as a whole percentage."""
        return self.text(UNKNOWN) if part is None else str(format_percent(float(part), "0 %", locale=self._locale))

    def day(self, value: date | None, otherwise: str = UNKNOWN) -> str:
        """A day written out, `16 november 2026`."""
        return str(format_date(value, "d MMMM y", locale=self._locale)) if value else self.text(otherwise)

    def name(self, code: StrEnum | None) -> str:
        """What a code of the tables is called."""
        return self.text(NAMES[type(code)][code]) if code is not None else self.text(UNKNOWN)

    def need(self, code: str) -> str:
        """What a need is called; a code of the dataset's own is shown as it stands."""
        return self.text(NEEDS[code]) if code in NEEDS else code.removeprefix(OWN_CODE)

    def listing(self, codes: frozenset[str]) -> str:
        """Needs as a list in words, or a dash."""
        return ", ".join(sorted(self.need(code) for code in codes)) or NONE

    def yes(self, value: bool | None) -> str:
        """Yes, no or unknown."""
        return self.text(UNKNOWN if value is None else "yes" if value else "no")
