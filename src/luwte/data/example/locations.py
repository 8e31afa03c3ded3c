# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Locations as records: synthetic places at random points, and they say so."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from luwte.data.example.assumptions import Assumptions, SiteFigures
from luwte.data.example.country import Country
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.sites import Site, day_of
from luwte.model.places import ACCESSIBLE, Location, LocationKind, PlaceGroup, StatedFitness

NAME = "Voorbeeldlocatie {municipality} {number} (synthetisch)"
CENTS = 100  # in a euro


def location_records(
    assumed: Assumptions,
    country: Country,
    seed: int,
    sites: Sequence[Site],
    names: Sequence[str],
    accessible: Mapping[int, int],
) -> list[Location]:
    """One record per site; `accessible` counts by site the persons who need an accessible place and live there."""
    dice, numbers = Dice(seed, "locations"), Counter[str]()
    records = []
    for at, site in enumerate(sites):
        numbers[site.municipality.code] += 1
        name = NAME.format(municipality=site.municipality.name, number=numbers[site.municipality.code])
        records.append(_location(assumed, country, site, names[at], name, accessible.get(at, 0), dice))
    return records


def _location(
    assumed: Assumptions, country: Country, site: Site, key: str, name: str, accessible: int, dice: Dice
) -> Location:
    figures, reference = assumed.sites, assumed.calendar.reference_date
    operator, building = dice.draw(site.profile.operators), dice.draw(site.profile.buildings)
    lon, lat = country.point_in(site.municipality.code, dice)
    flexible = _flexible(figures, site)
    fit = {group: _stated(figures, site, group, dice) for group in PlaceGroup}
    supervised = not dice.happens(figures.supervisor_missing[site.sector])
    contractor = dice.number((1, figures.contractors))
    return Location(
        key=key,
        name=name,
        municipality=site.municipality.code,
        kind=site.profile.kind,
        operator=operator,
        building=building,
        family_places=site.places.get(PlaceGroup.FAMILY, 0),
        amv_places=site.places.get(PlaceGroup.AMV, 0),
        adult_places=site.places.get(PlaceGroup.ADULT, 0) - flexible,
        opens=day_of(reference, site.opened_days_ago),
        closes=day_of(reference, site.closed_days_ago),
        supervisor=figures.supervisors[operator] if supervised else None,
        scheme=dice.draw(site.profile.schemes),
        contractor=f"C{contractor:02d}" if building in figures.contracted_buildings else None,
        flexible_places=flexible,
        accessible_places=_accessible(figures, site, accessible),
        school_places=_school_places(figures, site, dice),
        provides=site.provides - {ACCESSIBLE},
        only=site.only,
        family_fit=fit[PlaceGroup.FAMILY],
        amv_fit=fit[PlaceGroup.AMV],
        adult_fit=fit[PlaceGroup.ADULT],
        stays_until_age=site.stays_until_age,
        own_amv_team=site.own_amv_team,
        cost_per_place_day=_cost(figures, site, dice),
        lon=lon,
        lat=lat,
        school_km=Decimal(dice.number(figures.school_km)).scaleb(-1),
        gp_km=Decimal(dice.number(figures.gp_km)).scaleb(-1),
    )


def _flexible(figures: SiteFigures, site: Site) -> int:
    if site.profile.kind not in figures.flexible_kinds or PlaceGroup.FAMILY not in site.profile.groups:
        return 0
    return half_up(site.places.get(PlaceGroup.ADULT, 0) * figures.flexible)


def _stated(figures: SiteFigures, site: Site, group: PlaceGroup, dice: Dice) -> StatedFitness | None:
    shares = figures.fit_stated[site.sector]
    drawn: StatedFitness | None = dice.draw({None: 1 - sum(shares.values()), **shares})
    return drawn if site.places.get(group, 0) and site.profile.kind is not LocationKind.REGISTRATION else None


def _accessible(figures: SiteFigures, site: Site, needed: int) -> int:
    if ACCESSIBLE not in site.provides:
        return 0
    return min(site.size, max(needed, half_up(site.size * figures.accessible[site.sector])))


def _school_places(figures: SiteFigures, site: Site, dice: Dice) -> int | None:
    spare = dice.number(figures.school_places_spare)
    known = dice.happens(figures.school_places_known)
    return site.school_children + spare if known and site.school_children else None


def _cost(figures: SiteFigures, site: Site, dice: Dice) -> Decimal:
    spread = 1 + figures.cost_spread * (2 * float(dice.uniform(1)[0]) - 1)
    per_day = figures.cost_per_resident_year[site.profile.cost] * spread / figures.days_per_year
    return Decimal(half_up(per_day * CENTS)).scaleb(-2)
