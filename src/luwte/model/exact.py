# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Exact numbers, rounded once, where they are written down."""

import math
from decimal import Decimal
from fractions import Fraction


def to_digits(number: Fraction, digits: Decimal) -> Decimal:
    """The number in steps of `digits` (such as 0.01), a half goes up; nothing is rounded before."""
    return digits * math.floor(number / Fraction(digits) + Fraction(1, 2))
