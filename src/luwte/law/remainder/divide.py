# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ways to divide what provinces are short, side by side. The Act names none: people choose, with reasons (Act 5(2))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from luwte.law.apportion import apportion
from luwte.law.remainder.evenness import Evenness, evenness
from luwte.law.remainder.reported import Reported, shortfalls
from luwte.words import N_


class Way(StrEnum):
    """How the remainder is divided over municipalities of provinces that are short."""

    KEY = "key"
    KEY_EXEMPTING = "key_exempting"
    GAP = "gap"


WAYS: Mapping[Way, str] = {
    Way.KEY: N_("by the key, over all municipalities of provinces that are short"),
    Way.KEY_EXEMPTING: N_("by the key, and who offers their number is exempt"),
    Way.GAP: N_("in proportion to what each municipality is short"),
}


class Scope(StrEnum):
    """Whether each province carries its own remainder, or those that are short carry theirs together."""

    PROVINCE = "province"
    COUNTRY = "country"


SCOPES: Mapping[Scope, str] = {
    Scope.PROVINCE: N_("each province its own"),
    Scope.COUNTRY: N_("the provinces that are short together"),
}


@dataclass(frozen=True)
class Division:
    """What one way asks of whom. `places` is what was offered plus what was assigned, by municipality."""

    way: Way
    scope: Scope
    assigned: Mapping[str, int]
    places: Mapping[str, int]
    over_municipalities: Evenness
    over_provinces: Evenness
    above_their_number: tuple[str, ...]


def side_by_side(reports: Sequence[Reported]) -> tuple[Division, ...]:
    """Every way in every scope."""
    return tuple(divide(reports, way, scope) for scope in Scope for way in Way)


def divide(reports: Sequence[Reported], way: Way, scope: Scope) -> Division:
    """Divide the remainder in one way; what is assigned adds up to it exactly, inside each province where so asked."""
    short = {one.province_code: one.remainder for one in shortfalls(reports) if one.remainder}
    carriers = [one for one in reports if one.province_code in short]
    pools: list[tuple[int, Sequence[Reported]]] = [(sum(short.values()), carriers)]
    if scope is Scope.PROVINCE:
        pools = [(left, [one for one in carriers if one.province_code == code]) for code, left in short.items()]
    assigned = dict.fromkeys((one.municipality for one in reports), 0)
    for left, members in pools:
        assigned |= apportion(left, _weights(members, way))
    return _division(reports, way, scope, assigned)


def _weights(members: Sequence[Reported], way: Way) -> Mapping[str, Fraction | int]:
    gaps = {one.municipality: one.gap for one in members}
    if way is Way.GAP:
        return gaps
    shares = {one.municipality: one.share for one in members if way is Way.KEY or one.gap}
    return shares if any(shares.values()) else gaps  # where the key asks nothing of any of them, only gaps are left


def _division(reports: Sequence[Reported], way: Way, scope: Scope, assigned: Mapping[str, int]) -> Division:
    places = {one.municipality: (one.offered or 0) + assigned[one.municipality] for one in reports}
    numbers = {one.municipality: one.number for one in reports}
    above = tuple(code for code in numbers if assigned[code] and places[code] > numbers[code])
    province = {one.municipality: one.province_code for one in reports}
    return Division(
        way,
        scope,
        assigned,
        places,
        over_municipalities=evenness(places, numbers),
        over_provinces=evenness(_summed(places, province), _summed(numbers, province)),
        above_their_number=above,
    )


def _summed(counts: Mapping[str, int], into: Mapping[str, str]) -> Mapping[str, int]:
    sums: dict[str, int] = {}
    for key, count in counts.items():
        sums[into[key]] = sums.get(into[key], 0) + count
    return sums
