# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How even a spread is: a measure of ours for an open norm (Act 5(2)), which people weigh and do not have to follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Evenness:
    """`elsewhere`: the part of all places that would have to lie elsewhere for everybody to have the same part of
    their number, from 0 (quite even) to 1 (half the sum of the differences between two shares: Hoover's index).

    `lowest` and `highest` are the least and the most that anybody has of their number; `None` without numbers.
    """

    elsewhere: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None


def evenness(places: Mapping[str, int], numbers: Mapping[str, int]) -> Evenness:
    """How evenly places are spread, measured by the numbers; both by the same keys."""
    all_places, all_numbers = sum(places.values()), sum(numbers.values())
    of_number = [Fraction(places[key], number) for key, number in numbers.items() if number]
    if not all_places or not all_numbers:
        return Evenness(None, min(of_number, default=None), max(of_number, default=None))
    differences = (abs(Fraction(places[key], all_places) - Fraction(numbers[key], all_numbers)) for key in numbers)
    return Evenness(sum(differences, Fraction(0)) / 2, min(of_number), max(of_number))
