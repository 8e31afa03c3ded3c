# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Grants for places as they are made (Act 9(2)): of a special nature, and durable ones above a number that is set."""

from decimal import Decimal


def grant_for_special(places: int, amount: Decimal) -> Decimal:
    """Act 9(2): so many EUR for each place of a special nature."""
    return places * amount


def grant_for_durable(places: int, above: int, amount: Decimal) -> Decimal:
    """Act 9(2), on request: so many EUR for each durable place above a set number."""
    return durable_above(places, above) * amount


def durable_above(places: int, above: int) -> int:
    """The durable places that the grant is for."""
    return max(0, places - above)
