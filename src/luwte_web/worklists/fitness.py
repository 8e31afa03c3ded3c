# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who lives where they should not: by the same rules as plans, for the place that a household takes where it lives."""

from collections.abc import Iterable

from django.db.models import Q

from luwte.data.places import with_units
from luwte.model.people import Phase
from luwte.model.places import Fitness, Location, PlaceGroup
from luwte.planning.suitability import GROUPS_OF_CHILDREN, Verdicts, fitness
from luwte_web.registry.assessed import verdicts_now
from luwte_web.registry.models import LocationNow
from luwte_web.registry.selectors import records


def lives_unfit() -> Q:
    """The condition that a household lives at a location that is not fit for whose place it takes there."""
    locations = with_units(records("locations"), records("units"))
    ids = dict(LocationNow.objects.values_list("location__key", "location_id"))
    verdicts = verdicts_now()
    unfit, anywhere = Q(pk__in=()), set[int]()
    for group in sorted(GROUPS_OF_CHILDREN):
        registered = [ids[key] for key in unfit_for(group, Phase.REGISTRATION, locations, verdicts)]
        others = [ids[key] for key in unfit_for(group, None, locations, verdicts)]
        here = Q(phase=Phase.REGISTRATION, location__in=registered)
        here |= ~Q(phase=Phase.REGISTRATION) & Q(location__in=others)
        unfit |= Q(on_place=group) & here
        anywhere |= {*registered, *others}
    return Q(location__in=anywhere) & unfit


def unfit_for(group: PlaceGroup, phase: Phase | None, locations: Iterable[Location], verdicts: Verdicts) -> list[str]:
    """The keys of the locations that are not fit for a group in a phase; registration alone makes a difference."""
    fit = {place.key: fitness(place, group, phase, verdicts.get((place.key, group))) for place in locations}
    return [key for key, found in fit.items() if found is Fitness.UNFIT]
