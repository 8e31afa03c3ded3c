# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a verb of the law tells, and the page that it makes, with what people decide, findings and receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_currency

from luwte.law.explain import cite
from luwte.law.provisions import catalogue, cited
from luwte.model.exact import to_digits
from luwte.model.findings import Finding
from luwte.model.receipt import Receipt
from luwte.reporting.groups import groups
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import decimal, whole
from luwte.reporting.printed import printed
from luwte.words import N_, Words

UNKNOWN = N_("unknown")
TENTHS_OF_A_PER_CENT = Decimal("0.1")


@dataclass(frozen=True)
class Told:
    """A page in one language; `cites` are the provisions that it rests on, by their citation."""

    title: str
    sentences: Sequence[str]
    tables: Sequence[Listed]
    cites: Sequence[str]


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision as a reader meets it: the article with its link, and what people decide of it."""

    citation: str
    link: str
    person: str


def page(told: Told, findings: Sequence[Finding], receipt: Receipt, words: Words, *, synthetic: bool = False) -> str:
    """One HTML file that opens from disk and prints; the same values give the same text. `synthetic`: made-up data."""
    return printed(
        "law.html",
        told=told,
        cited=[_cited(citation, words) for citation in told.cites],
        groups=groups(findings, words),
        receipt=receipt,
        synthetic=synthetic,
        language=words.language,
        text=words.text,
    )


def listed(title: str, headings: Sequence[str], rows: Sequence[tuple[str, ...]], numeric: int, words: Words) -> Listed:
    """A table of which the columns from the `numeric`th on hold numbers."""
    shown = tuple(words.text(heading) for heading in headings)
    return Listed(words.text(title), shown, rows, frozenset(range(numeric, len(headings))))


def number(value: int | None, words: Words) -> str:
    """A whole number, or that nobody knows it."""
    return words.text(UNKNOWN) if value is None else whole(value, words)


def per_cent(value: Fraction | None, words: Words) -> str:
    """A part in tenths of a per cent, a half up."""
    if value is None:
        return words.text(UNKNOWN)
    return f"{decimal(to_digits(value * 100, TENTHS_OF_A_PER_CENT), words)} %"


def money(value: Decimal | None, words: Words) -> str:
    """EUR, or that nobody knows how much."""
    return words.text(UNKNOWN) if value is None else str(format_currency(value, "EUR", locale=words.language))


def _cited(citation: str, words: Words) -> Cited:
    provision = cited(citation)
    return Cited(cite(provision, words), provision.link, person_of(citation, words))


def person_of(citation: str, words: Words) -> str:
    """What people decide of a provision; nothing where it leaves them nothing."""
    provision = cited(citation)
    person = next((one.person for one in catalogue().provisions if catalogue().provision(one) == provision), None)
    return words.text(person) if person else ""
