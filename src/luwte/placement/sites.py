# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The locations of a dataset as arrays, for the kernels of placement.

A *slot* is a place group at a location: slot = 3 x location + group, groups in the order of `GROUPS`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from luwte.model.dataset import Dataset
from luwte.model.places import Fitness, Location, LocationKind, PlaceGroup, Unit
from luwte.placement.policy import Policy

GROUPS = (PlaceGroup.FAMILY, PlaceGroup.AMV, PlaceGroup.ADULT)
FAMILY, AMV, ADULT = range(3)
SLOTS_EACH = len(GROUPS)  # of a location
UNFIT, UNKNOWN, FIT = range(3)
NOT_KNOWN = -1
NO_LIMIT = np.iinfo(np.int64).max
EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG 1980

Flags = NDArray[np.bool_]
SmallInts = NDArray[np.int32]
Floats = NDArray[np.float64]
Words = NDArray[np.uint64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Sites:
    """Arrays over locations (L), or over locations x groups (L x 3). Days are ordinals; -1 is unknown.

    `family_units` are the places of every family unit in use, smallest first; none where a location is not divided.
    """

    keys: tuple[str, ...]
    open: Flags
    must_be_left: Flags
    on_notice: Flags
    too_short: Flags
    intake_stopped: Flags
    closing_soon: Flags
    places: Ints
    flexible: Ints
    accessible: Ints
    school: Ints
    total: Ints
    fit: Ints
    is_registration: Flags
    closed_to_amv: Flags
    stays_until_age: Ints
    municipality: Ints
    province: Ints
    cost: Ints
    share_exceeded: Flags
    point: NDArray[np.float64]
    family_units: tuple[tuple[int, ...], ...]
    municipality_codes: tuple[str, ...]
    province_codes: tuple[str, ...]

    @property
    def most(self) -> Ints:
        """The most people a group can have there (L x 3): its own places and the flexible ones."""
        return self.places + np.stack([self.flexible, np.zeros_like(self.flexible), self.flexible], axis=1)

    @cached_property
    def largest_family(self) -> Ints:
        """The most people of one family that units hold (L); no limit where there are none."""
        return ints(units.count(units[-1]) * units[-1] if units else NO_LIMIT for units in self.family_units)


def describe_sites(
    dataset: Dataset,
    policy: Policy,
    on: date,
    fit: Mapping[tuple[str, PlaceGroup], Fitness],
    shares: Mapping[str, Fraction],
) -> Sites:
    """The arrays of all locations of the dataset, in its order."""
    where = dataset.locations
    days = policy.days
    codes = tuple(sorted({m.code for m in dataset.municipalities} | {place.municipality for place in where}))
    at = {code: index for index, code in enumerate(codes)}
    province_of = {m.code: m.province_code for m in dataset.municipalities}
    provinces = tuple(sorted(set(province_of.values())))
    opened = flags(place.is_open(on) for place in where)
    own_team = _own_teams(dataset)
    left = opened & _closes_within(where, on, days.must_leave.value)
    return Sites(
        keys=tuple(place.key for place in where),
        open=opened,
        must_be_left=left,
        on_notice=opened & ~left & _closes_within(where, on, days.notice.value),
        too_short=_closes_within(where, on, days.minimum_remaining.value - 1),
        intake_stopped=flags(not place.takes_in(on) for place in where),
        closing_soon=_closes_within(where, on, days.closing_soon.value),
        places=ints(place.places_for(group) for place in where for group in GROUPS).reshape(-1, 3),
        flexible=ints(place.flexible_places for place in where),
        accessible=ints(place.accessible_places for place in where),
        school=ints(NOT_KNOWN if place.school_places is None else place.school_places for place in where),
        total=ints(place.total_places for place in where),
        fit=ints(_fit_code(place, group, fit) for place in where for group in GROUPS).reshape(-1, 3),
        is_registration=flags(place.kind is LocationKind.REGISTRATION for place in where),
        closed_to_amv=flags(
            place.family_places + place.flexible_places > 0 and not own_team.get(place.key, place.own_amv_team is True)
            for place in where
        ),
        stays_until_age=ints(place.stays_until_age for place in where),
        municipality=ints(at[place.municipality] for place in where),
        province=ints(_index(provinces, province_of.get(place.municipality)) for place in where),
        cost=ints(_whole_euros(place.cost_per_place_day) for place in where),
        share_exceeded=flags(shares.get(place.municipality, Fraction(0)) > 1 for place in where),
        point=np.array([_radians(place) for place in where], dtype=np.float64).reshape(-1, 2),
        family_units=_family_units(dataset),
        municipality_codes=codes,
        province_codes=provinces,
    )


def _family_units(dataset: Dataset) -> tuple[tuple[int, ...], ...]:
    places: dict[str, list[int]] = {}
    for unit in dataset.units:
        if unit.group is PlaceGroup.FAMILY and _in_use(unit):
            places.setdefault(unit.location, []).append(unit.places)
    return tuple(tuple(sorted(places.get(location.key, ()))) for location in dataset.locations)


def _own_teams(dataset: Dataset) -> Mapping[str, bool]:
    """Whether unaccompanied minors share their team with nobody, where every unit of theirs names one."""
    teams: dict[str, set[str | None]] = {}
    others: dict[str, set[str | None]] = {}
    for unit in dataset.units:
        if _in_use(unit):
            (teams if unit.group is PlaceGroup.AMV else others).setdefault(unit.location, set()).add(unit.team)
    return {location: named.isdisjoint(others.get(location, ())) for location, named in teams.items() if all(named)}


def _in_use(unit: Unit) -> bool:
    return not unit.out_of_use and unit.places > 0


def kilometres(sites: Sites) -> Ints:
    """Great-circle distances between all locations (L x L), in whole kilometres; -1 where a point is unknown."""
    lon, lat = sites.point[:, 0], sites.point[:, 1]
    east, north = (lon[:, None] - lon) / 2, (lat[:, None] - lat) / 2
    half = np.sin(north) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * np.sin(east) ** 2
    distance = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return np.where(np.isnan(distance), NOT_KNOWN, np.floor(np.nan_to_num(distance) + 0.5)).astype(np.int64)


def flags(values: Iterable[bool]) -> Flags:
    """An array of truth values."""
    return np.fromiter(values, dtype=np.bool_)


def ints(values: Iterable[int]) -> Ints:
    """An array of whole numbers."""
    return np.fromiter(values, dtype=np.int64)


def _closes_within(where: tuple[Location, ...], on: date, days: int) -> Flags:
    limit = on + timedelta(days=days)
    return flags(place.closes is not None and place.closes <= limit for place in where)


def _fit_code(place: Location, group: PlaceGroup, fit: Mapping[tuple[str, PlaceGroup], Fitness]) -> int:
    known = fit.get((place.key, group), Fitness.UNKNOWN)
    if known is Fitness.UNFIT:
        return UNFIT
    return FIT if known.is_fit else UNKNOWN


def _index(values: tuple[str, ...], value: str | None) -> int:
    return values.index(value) if value in values else NOT_KNOWN


def _whole_euros(amount: Decimal | None) -> int:
    return NOT_KNOWN if amount is None else int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _radians(place: Location) -> tuple[float, float]:
    if place.lon is None or place.lat is None:
        return (float("nan"), float("nan"))
    return (float(np.radians(float(place.lon))), float(np.radians(float(place.lat))))
