# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which locations close soon, which closed earlier, and which are still to open."""

from collections.abc import Sequence

from luwte.data.example.apportion import apportion
from luwte.data.example.assumptions import Assumptions
from luwte.data.example.country import Country
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.profiles import Profile, Sector
from luwte.data.example.settle import MUST_LEAVE_DAYS, NOTICE_DAYS
from luwte.data.example.sites import DAYS_PER_MONTH, Site
from luwte.model.places import PlaceGroup

YEAR = 365  # days; the term within which the placement policy weighs a closing


def plan_closings(assumed: Assumptions, sites: Sequence[Site], seed: int) -> None:
    """Give some open locations a closing day: within 14 days (smaller ones only), within 56, within a year."""
    dice, figures = Dice(seed, "closings"), assumed.sites
    terms = (
        (figures.closing_within_14_days, (1, MUST_LEAVE_DAYS)),
        (figures.closing_within_56_days, (MUST_LEAVE_DAYS + 1, NOTICE_DAYS)),
        (figures.closing_within_a_year, (NOTICE_DAYS + 1, YEAR)),
    )
    for sector in Sector:
        of_sector = [site for site in sites if site.sector is sector]
        candidates = [site for site in of_sector if site.profile.kind not in figures.lasting_kinds]
        number = len(of_sector)
        waiting = [candidates[at] for at in dice.order(len(candidates))]
        for shares, span in terms:
            closing = half_up(number * shares[sector]) or int(shares[sector] > 0 and sector is Sector.EMERGENCY)
            if span[1] == MUST_LEAVE_DAYS:
                mean = sum(site.size for site in waiting) / max(1, len(waiting))
                waiting.sort(key=lambda site: site.size > mean)
            for site in waiting[:closing]:
                site.closed_days_ago = -dice.number(span)
            waiting = waiting[closing:]


def closed_sites(assumed: Assumptions, country: Country, sites: Sequence[Site], seed: int) -> list[Site]:
    """Emergency locations that closed in the past: they stand in the history of stays and hold nobody."""
    dice, figures = Dice(seed, "closed sites"), assumed.sites
    alike = [site for site in sites if site.sector is Sector.EMERGENCY]
    closed = []
    for at in dice.order(len(alike))[: max(1, half_up(len(alike) * figures.closed_earlier))]:
        model = alike[at]
        host = country.of_province[model.province]
        ago = dice.number(figures.closed_months_ago) * DAYS_PER_MONTH + dice.number((0, DAYS_PER_MONTH - 1))
        lasted = dice.number(figures.closed_lasted_months) * DAYS_PER_MONTH
        site = Site(model.profile, model.province, host[dice.number((0, len(host) - 1))], model.size, ago + lasted, ago)
        closed.append(_with_usual_places(site))
    return closed


def planned_sites(assumed: Assumptions, country: Country, sites: Sequence[Site], seed: int) -> list[Site]:
    """Locations that still have to open; some without a known day."""
    dice, figures = Dice(seed, "planned sites"), assumed.pledges
    number = max(len(figures.planned_profiles), half_up(len(sites) * figures.planned_locations))
    planned = []
    for name in dice.draws(number, figures.planned_profiles):
        profile = assumed.sites.profiles[name]
        host = country.municipalities[dice.number((0, len(country.municipalities) - 1))]
        opens = None if dice.happens(figures.opening_unknown) else -dice.number(figures.opens_in_days)
        size = _usual_size(profile, sites)
        planned.append(_with_usual_places(Site(profile, host.province_code, host, size, opens)))
    return planned


def _usual_size(profile: Profile, sites: Sequence[Site]) -> int:
    sizes = sorted(site.size for site in sites if site.profile is profile)
    return sizes[len(sizes) // 2] if sizes else profile.places


def _with_usual_places(site: Site) -> Site:
    groups = site.profile.groups
    parts = apportion(site.size, list(groups.values())).tolist()
    site.places = {PlaceGroup(group): places for group, places in zip(groups, parts, strict=True)}
    return site
