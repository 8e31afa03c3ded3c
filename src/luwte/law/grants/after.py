# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The grant after the two years (Act 9(3)), for each place above 75 % of a province's number, and who shares in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from luwte.law.apportion import apportion
from luwte.law.grants.checks import MET_UNKNOWN, NOBODY_SHARES, faults, findings
from luwte.law.grants.province import Provincial
from luwte.law.key import half_up
from luwte.law.provision import TraceStep
from luwte.law.provisions import cited
from luwte.law.trace import written
from luwte.model.findings import Finding, InputRefused
from luwte.words import N_

THRESHOLD = Fraction(3, 4)  # Act 9(3): 75 % of the province's number
CENTS = 100  # in a EUR

NUMBER = N_("Number of the province")
LIMIT = N_("75 % of it")
REALISED = N_("Places realised")
GRANTED = N_("Of these granted under 9(2), which do not count")
ABOVE = N_("Places above 75 %; the place in which 75 % is passed is the first")
MONEY = N_("Grant in EUR")
PROVINCE_PART = N_("Part of the province in EUR, half a cent up")
MUNICIPAL_PART = N_("Left for the municipalities in EUR")


@dataclass(frozen=True)
class AfterGrant:
    """The grant of one province. Money in EUR; `None` where what it takes was not given or is not known."""

    province_code: str
    above: int
    money: Decimal | None
    of_province: Decimal | None
    of_municipalities: Mapping[str, Decimal] | None
    steps: tuple[TraceStep, ...]
    findings: tuple[Finding, ...]


def grant_after(province: Provincial, *, amount: Decimal | None, province_part: Decimal | None) -> AfterGrant:
    """Act 9(3) for one province: so many EUR (`amount`) for each place above 75 %, and its division.

    `province_part` (0 to 1) is what the province keeps; the rest goes to municipalities that offered places and met
    their task, in proportion to what they offered, exactly to the cent. What is wrong raises `InputRefused`.
    """
    if wrong := tuple(faults(province, amount, province_part)):
        raise InputRefused(wrong)
    above = places_above(province)
    cents = None if amount is None else half_up(above * Fraction(amount) * CENTS)
    own = None if cents is None or province_part is None else half_up(cents * Fraction(province_part))
    left = None if cents is None or own is None else cents - own
    found = tuple(findings(province, amount, province_part, left if above else 0))
    blocked = any(finding.kind in (MET_UNKNOWN, NOBODY_SHARES) for finding in found)
    offers = {one.municipality: one.places for one in province.offered if one.shares}
    divided = None if left is None or blocked else apportion(left, offers) if left else dict.fromkeys(offers, 0)
    return AfterGrant(
        province.province_code,
        above,
        _euro(cents),
        _euro(own),
        None if divided is None else {code: _money(part) for code, part in divided.items()},
        tuple(_steps(province, above, amount, province_part, cents, own)),
        found,
    )


def places_above(province: Provincial) -> int:
    """The places beyond 75 % of the number; those granted under 9(2) do not count.

    Where 75 % is no whole number, the place in which it is passed is the first: with 5 asked (3.75), the fourth.
    """
    return max(0, province.realised - province.granted - floor(THRESHOLD * province.number))


def _steps(
    province: Provincial,
    above: int,
    amount: Decimal | None,
    part: Decimal | None,
    cents: int | None,
    own: int | None,
) -> Iterator[TraceStep]:
    norm, limit = cited("Act 9(3)"), THRESHOLD * province.number
    for label, number in ((NUMBER, province.number), (REALISED, province.realised), (GRANTED, province.granted)):
        yield TraceStep(label, str(number), number, str(number), norm)
    yield TraceStep(LIMIT, f"0.75 × {province.number}", limit, written(limit), norm)
    formula = f"max(0, {province.realised} − {province.granted} − ⌊{written(limit)}⌋)"
    yield TraceStep(ABOVE, formula, above, str(above), norm)
    if cents is not None:
        yield TraceStep(MONEY, f"{above} × {amount}", Fraction(cents, CENTS), f"{_money(cents)}", norm)
    if cents is not None and own is not None:
        yield TraceStep(PROVINCE_PART, f"{part} × {_money(cents)}", Fraction(own, CENTS), f"{_money(own)}", norm)
        left = cents - own
        yield TraceStep(
            MUNICIPAL_PART, f"{_money(cents)} − {_money(own)}", Fraction(left, CENTS), f"{_money(left)}", norm
        )


def _euro(cents: int | None) -> Decimal | None:
    return None if cents is None else _money(cents)


def _money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
