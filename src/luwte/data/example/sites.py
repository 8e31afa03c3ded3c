# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which locations there are: places by province and sector, divided over profiles and municipalities."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

import numpy as np

from luwte.data.example.apportion import apportion, halves
from luwte.data.example.assumptions import Assumptions
from luwte.data.example.country import Country, inhabitants
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.profiles import Profile, Sector
from luwte.model.geography import Municipality
from luwte.model.periods import ADULT_AGE
from luwte.model.places import PlaceGroup

DAYS_PER_MONTH = 30  # for opening and closing days, which are drawn anyway


@dataclass
class Site:
    """A location in the making. `residents` counts persons by the group whose places they take."""

    profile: Profile
    province: str
    municipality: Municipality
    size: int
    opened_days_ago: int | None
    closed_days_ago: int | None = None
    places: dict[PlaceGroup, int] = field(default_factory=dict)
    residents: dict[PlaceGroup, int] = field(default_factory=dict)
    school_children: int = 0
    stays_until_age: int = ADULT_AGE
    provides: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    own_amv_team: bool | None = None

    @property
    def sector(self) -> Sector:
        """Regular or emergency."""
        return self.profile.sector

    @property
    def is_open(self) -> bool:
        """Open on the reference date."""
        opened, closed = self.opened_days_ago, self.closed_days_ago
        return opened is not None and opened >= 0 and (closed is None or closed < 0)

    def closes_within(self, days: int) -> bool:
        """Open, and closing at most so many days from now."""
        return self.is_open and self.closed_days_ago is not None and -self.closed_days_ago <= days

    def free(self, group: PlaceGroup) -> int:
        """Places of the group that nobody takes."""
        return self.places.get(group, 0) - self.residents.get(group, 0)


def day_of(reference: date, days: int | None) -> date | None:
    """The day so many days before the reference date; none where the number is not known."""
    return None if days is None else reference - timedelta(days=int(days))


def places_by_province(assumed: Assumptions, sector: Sector, scale: Fraction) -> dict[str, int]:
    """Places of one sector in each province; exact at scale 1, in small examples without the smallest provinces."""
    published = {code: sectors[sector] for code, sectors in assumed.capacity.places.items()}
    total = half_up(float(sum(published.values()) * scale))
    while True:
        parts = apportion(total, list(published.values()))
        least = int(np.argmin(parts))
        if parts[least] >= assumed.capacity.smallest_province or len(published) == 1:
            return dict(zip(published, parts.tolist(), strict=True))
        published.pop(list(published)[least])


def open_sites(assumed: Assumptions, country: Country, scale: Fraction, seed: int) -> list[Site]:
    """All open locations with municipality, size and opening day; places are not divided over groups yet."""
    dice = Dice(seed, "open sites")
    drafts: list[tuple[str, Profile, int]] = []
    for sector in Sector:
        provinces = places_by_province(assumed, sector, scale)
        drafts += _sector_drafts(assumed, sector, provinces, scale, dice)
    return _settled_in_municipalities(assumed, country, drafts, dice)


def _sector_drafts(
    assumed: Assumptions, sector: Sector, provinces: dict[str, int], scale: Fraction, dice: Dice
) -> list[tuple[str, Profile, int]]:
    wanted: dict[str, list[tuple[Profile, int]]] = {code: [] for code in provinces}
    for profile in assumed.sites.profiles.values():
        if profile.sector is sector:
            for code, size in _wanted(assumed, profile, provinces, scale, dice):
                wanted[code].append((profile, size))
    drafts = []
    for code, profiles in wanted.items():
        total = provinces[code]
        limits = [size if profile.capped else total for profile, size in profiles]
        sizes = apportion(total, [size for _, size in profiles], limits)
        drafts += [(code, profile, int(size)) for (profile, _), size in zip(profiles, sizes, strict=True) if size]
    return drafts


def _wanted(
    assumed: Assumptions, profile: Profile, provinces: dict[str, int], scale: Fraction, dice: Dice
) -> list[tuple[str, int]]:
    """Provinces and wished sizes of one profile's locations; a main profile stands in every province."""
    places = float(sum(provinces.values())) * profile.share
    at_full_scale = places / float(scale) / profile.places
    affordable = int(places) // assumed.capacity.smallest_location
    fewest = max(1, min(assumed.capacity.fewest_of_a_profile, affordable))
    allowed = {code: n for code, n in provinces.items() if profile.provinces is None or code in profile.provinces}
    if not allowed:
        return []
    number = max(fewest, half_up(at_full_scale * float(scale)), len(allowed) if profile.main else 0)
    sizes = halves(max(number, half_up(places)), number, (dice.uniform(number) * profile.spread).tolist())
    spread = list(allowed) if profile.main else []
    spread += systematic(allowed, number - len(spread), dice)
    return list(zip(spread, sizes.tolist(), strict=True))


def systematic(weights: dict[str, int], number: int, dice: Dice) -> list[str]:
    """So many keys, spread over the weights at even distances from a random start."""
    edges = np.cumsum(list(weights.values()))
    marks = (np.arange(number) + dice.uniform(1)[0]) * (edges[-1] / max(number, 1))
    keys = list(weights)
    return [keys[at] for at in np.searchsorted(edges, marks, side="right")]


def _settled_in_municipalities(
    assumed: Assumptions, country: Country, drafts: Sequence[tuple[str, Profile, int]], dice: Dice
) -> list[Site]:
    per_province: dict[str, list[tuple[Profile, int]]] = {}
    for province, profile, size in drafts:
        per_province.setdefault(province, []).append((profile, size))
    limits = [min(len(country.of_province[code]), len(sites)) for code, sites in per_province.items()]
    numbers = apportion(assumed.capacity.municipalities, [len(sites) for sites in per_province.values()], limits)
    made = []
    for (province, sites), number in zip(per_province.items(), numbers.tolist(), strict=True):
        hosts = _hosts(country.of_province[province], max(1, number), len(sites), dice)
        for (profile, size), host in zip(sites, hosts, strict=True):
            made.append(Site(profile, province, host, size, opened_days_ago(profile, dice)))
    return made


def _hosts(candidates: Sequence[Municipality], number: int, sites: int, dice: Dice) -> list[Municipality]:
    """A municipality for every site: first each chosen one once, then by inhabitants, in random order."""
    pool = list(candidates)
    chosen = []
    for _ in range(number):
        at = int(dice.picks(1, [inhabitants(m) for m in pool])[0])
        chosen.append(pool.pop(at))
    more = dice.picks(sites - number, [inhabitants(m) for m in chosen]).tolist()
    hosts = chosen + [chosen[at] for at in more]
    return [hosts[at] for at in dice.order(sites)]


def opened_days_ago(profile: Profile, dice: Dice) -> int:
    """How long ago a location of this profile opened."""
    return dice.number(profile.opened_months_ago) * DAYS_PER_MONTH + dice.number((0, DAYS_PER_MONTH - 1))
