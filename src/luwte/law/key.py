# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The key of Decree 2.1(3), one function per quantity, in exact arithmetic until the one rounding."""

from fractions import Fraction
from math import floor

HALF = Fraction(1, 2)


def weighting_factor(weight: Fraction, inhabitants: int, country: int) -> Fraction:
    """Wf = (SES-WOA + 1) x iG / In. `weight` is 1 + SES-WOA, or the derived weight in its place."""
    return weight * inhabitants / country


def share(factor: Fraction, total: Fraction) -> Fraction:
    """Wf / TWf: the part of the national need that falls to the municipality."""
    return factor / total


def indicative_number(need: int, part: Fraction) -> int:
    """Iv = BO x Wf / TWf, rounded to a whole number of places; the same for unaccompanied minors (Decree 2.2(1)).

    Every municipality is rounded on its own: the numbers need not add up to the need, and no remainder is handed out.
    """
    return half_up(need * part)


def half_up(number: Fraction) -> int:
    """Round to a whole number as the Decree means it (arithmetically): a half goes up."""
    return floor(number + HALF)
