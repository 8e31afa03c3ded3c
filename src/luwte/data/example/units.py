# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How locations are divided: units that hold today's families whole, living groups, rooms, and who cares for whom."""

from collections.abc import Mapping, Sequence

from luwte.data.example.assumptions import Assumptions, Range, SiteFigures
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.profiles import Sector
from luwte.data.example.sites import Site
from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup
from luwte.model.places import Location, LocationKind, PlaceGroup, Unit

OWN_TEAM, SITE_TEAM = "amv", "site"


def unit_records(assumed: Assumptions, seed: int, dataset: Dataset, sites: Mapping[str, Site]) -> list[Unit]:
    """Units of some open locations; those in use add up to the places of each group, flexible places apart.

    Locations that families share with unaccompanied minors are divided, so that teams are told apart. `sites` are
    by key; the dataset tells places, residents and accepted moves.
    """
    dice, figures = Dice(seed, "units"), assumed.sites
    families = _families(dataset)
    homely = [location for location in dataset.locations if _has_rooms(sites[location.key])]
    divided = dice.some(len(homely), figures.with_units).tolist()
    units = []
    for location, is_divided in zip(homely, divided, strict=True):
        if is_divided or _is_shared(location):
            for group in PlaceGroup:
                units += _units_of(figures, location, group, families.get(location.key, ()), dice)
    return units


def _has_rooms(site: Site) -> bool:
    return site.is_open and site.sector is Sector.REGULAR and site.profile.kind is not LocationKind.REGISTRATION


def _is_shared(location: Location) -> bool:
    return bool(location.amv_places and location.family_places)


def _families(dataset: Dataset) -> Mapping[str, Sequence[int]]:
    """The sizes of the families that live at each location or have an accepted move to it."""
    comes_to = {move.household: move.to for move in dataset.moves}
    sizes: dict[str, list[int]] = {}
    for household in dataset.households:
        if household.group is HouseholdGroup.FAMILY:
            for key in {household.location, comes_to.get(household.key)} - {None}:
                sizes.setdefault(str(key), []).append(len(dataset.persons_of[household.key]))
    return sizes


def _units_of(
    figures: SiteFigures, location: Location, group: PlaceGroup, families: Sequence[int], dice: Dice
) -> list[Unit]:
    places, span = location.places_for(group), figures.unit_places[group]
    sizes = _for_families(places, families, figures, dice) if group is PlaceGroup.FAMILY else []
    sizes = _filled_up(sizes, places, span, dice)
    in_use = [sizes[at] for at in dice.order(len(sizes))]
    spare = in_use[: half_up(len(in_use) * figures.units_out_of_use)]
    return [
        Unit(
            location=location.key,
            unit=f"{group.value}-{number:03d}",
            group=group,
            places=size,
            rooms=-(-size // figures.persons_per_room),
            team=_team(location, group),
            out_of_use=number > len(in_use),
        )
        for number, size in enumerate(in_use + spare, start=1)
    ]


def _team(location: Location, group: PlaceGroup) -> str | None:
    """Unaccompanied minors have a team of their own, or one that cares for the whole site; elsewhere none is named."""
    if not location.amv_places:
        return None
    is_own = group is PlaceGroup.AMV and location.own_amv_team
    return f"{location.key}-{OWN_TEAM if is_own else SITE_TEAM}"


def _for_families(places: int, families: Sequence[int], figures: SiteFigures, dice: Dice) -> list[int]:
    """A unit for every family, of the usual size or just of its own, for which free places are used in part.

    Where the places allow no more, the smallest families are left without a unit.
    """
    usual, largest = figures.unit_places[PlaceGroup.FAMILY]
    sizes = [min(largest, persons) for persons in families for _ in range(-(-persons // largest))]
    sizes.sort(reverse=True)
    while sum(sizes) > places:
        sizes.pop()
    spare = half_up((places - sum(sizes)) * (1 - figures.free_in_units))
    for at in dice.order(len(sizes)).tolist():
        more = min(spare, max(0, usual - sizes[at]))
        sizes[at] += more
        spare -= more
    return sizes


def _filled_up(sizes: Sequence[int], places: int, span: Range, dice: Dice) -> list[int]:
    """The units with free ones beside them, so that all places are in units; crumbs make other units larger."""
    usual, largest = span
    filled, left = list(sizes), places - sum(sizes)
    while left >= usual:
        size = min(left, dice.number(span))
        if 0 < left - size < usual:
            size = left if left <= largest else left - usual
        filled.append(size)
        left -= size
    for at in range(len(filled)):
        more = min(left, max(0, largest - filled[at]))
        filled[at] += more
        left -= more
    return [*filled, left] if left else filled
