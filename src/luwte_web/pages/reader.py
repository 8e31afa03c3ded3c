# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The person who reads a page, in one language: how numbers, days and codes are written for them."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from luwte.model.periods import Month
from luwte.planning.summary import LevelRow
from luwte.reporting import numbers
from luwte.words import N_, Words
from luwte_web.accounts.actors import Role
from luwte_web.accounts.names import ROLES
from luwte_web.pages.names import NAMES, NEEDS

UNKNOWN = N_("unknown")
NONE = "–"
OWN_CODE = "other:"
INSTRUMENTS = {"Act": N_("Act"), "Decree": N_("Decree"), "Directive": N_("Directive"), "Dir.": N_("Dir.")}
INSTRUMENT = re.compile("|".join(rf"\b{re.escape(name)}" for name in sorted(INSTRUMENTS, key=len, reverse=True)))
PARAGRAPH = re.compile(r"\((\d+)\)")


@dataclass(frozen=True)
class Reader:
    """Everything a page says goes through here."""

    words: Words

    @property
    def language(self) -> str:
        """`nl` or `en`."""
        return self.words.language

    def text(self, message: str, /, **params: object) -> str:
        """A sentence; `message` is an English message id."""
        return self.words.text(message, **params)

    def count(self, one: str, many: str, number: int, /, **params: object) -> str:
        """A sentence that depends on a number, which it writes as `{n}`."""
        return self.words.count(one, many, number, **{"shown": self.number(number), **params})

    def number(self, value: int | None) -> str:
        """A whole number with separators; unknown is said, never left empty."""
        return self.text(UNKNOWN) if value is None else numbers.whole(value, self.words)

    def weight(self, value: Decimal | None) -> str:
        """A decimal with at most three digits behind the point."""
        return self.text(UNKNOWN) if value is None else numbers.decimal(value, self.words)

    def signed(self, value: int | None) -> str:
        """A difference with its sign; the minus sign is the typographic one."""
        return self.text(UNKNOWN) if value is None else numbers.signed(value, self.words)

    def signed_weight(self, value: Decimal | None) -> str:
        """A difference in weighed persons with its sign."""
        return self.text(UNKNOWN) if value is None else _sign(value) + self.weight(abs(value))

    def share(self, part: Fraction | None) -> str:
        """A share as a whole percentage."""
        return self.text(UNKNOWN) if part is None else numbers.percentage(part, self.words)

    def gap(self, level: LevelRow) -> str:
        """How far a level may be from the best possible."""
        return numbers.gap(level, self.words)

    def day(self, value: date | None, otherwise: str = UNKNOWN) -> str:
        """A day written out, `16 november 2026`."""
        return numbers.day(value, self.words) if value else self.text(otherwise)

    def month(self, value: Month) -> str:
        """A month written out, `november 2026`."""
        return numbers.day(date(value.year, value.month, 1), self.words).partition(" ")[2]

    def name(self, code: StrEnum | None) -> str:
        """What a code of the tables is called."""
        return self.text(NAMES[type(code)][code]) if code is not None else self.text(UNKNOWN)

    def norm(self, citation: str) -> str:
        """An article or norm as it is cited in the reader's language: `Decree 2.1(3)`, `Besluit 2.1, lid 3`."""
        named = INSTRUMENT.sub(lambda found: self.text(INSTRUMENTS[found[0]]), citation)
        return PARAGRAPH.sub(lambda found: self.text(N_("({paragraph})"), paragraph=found[1]), named)

    def need(self, code: str) -> str:
        """What a need is called; a code of the dataset's own is shown as it stands."""
        return self.text(NEEDS[code]) if code in NEEDS else code.removeprefix(OWN_CODE)

    def owner(self, code: str) -> str:
        """Who sees to an action: a role by its name, anything else as it stands."""
        return self.text(ROLES[Role(code)]) if code in tuple(Role) else code

    def listing(self, codes: frozenset[str]) -> str:
        """Needs as a list in words, or a dash."""
        return ", ".join(sorted(self.need(code) for code in codes)) or NONE

    def yes(self, value: bool | None) -> str:
        """Yes, no or unknown."""
        return self.text(UNKNOWN if value is None else N_("yes") if value else N_("no"))


def _sign(value: int | Decimal) -> str:
    return "+" if value > 0 else "−" if value < 0 else ""
