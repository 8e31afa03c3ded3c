# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the locations that somebody reads about stand today for each group of children, and which children live there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from luwte.data.places import with_units
from luwte.model.people import Phase
from luwte.model.periods import ADULT_AGE, born_at
from luwte.model.places import Fitness, Location, PlaceGroup
from luwte.planning.suitability import GROUPS_OF_CHILDREN, fitness
from luwte.quality.assess import has_places
from luwte.quality.triage import Layer, Triage
from luwte_web.accounts.actors import Actor
from luwte_web.registry.assessed import Judged, judged_now
from luwte_web.registry.models import HouseholdFacts
from luwte_web.registry.selectors import locations_seen, persons_counted, records

NOWHERE = ("", None)
At = tuple[str, PlaceGroup | None]


@dataclass
class There:
    """The children who take places of one group at one location: by phase, and the days that they have been there.

    Who has been there since when is unknown, counts for no days.
    """

    by_phase: Counter[Phase | None] = field(default_factory=Counter)
    days: int = 0

    @property
    def count(self) -> int:
        """How many there are."""
        return self.by_phase.total()


@dataclass(frozen=True, slots=True)
class Stands:
    """One location for one group; `judged` is None where nobody answered anything."""

    location: Location
    group: PlaceGroup
    judged: Judged | None
    there: There

    @property
    def triage(self) -> Triage:
        """The layer with its reasons; unknown without any where nobody looked."""
        return self.judged.triage if self.judged else Triage(Layer.UNKNOWN, (), self.location.coa_category)

    @property
    def is_pressing(self) -> bool:
        """Whether it is critical, or fails a gate whatever its layer."""
        return self.triage.is_pressing

    @property
    def weight(self) -> int:
        """Children x days x failed gates."""
        return self.there.days * len(self.triage.failed)

    def by_fitness(self) -> Counter[Fitness]:
        """The children by how fit the place is for them, which for registration depends on their phase."""
        told = self.judged.verdict if self.judged else None
        found: Counter[Fitness] = Counter()
        for phase, children in self.there.by_phase.items():
            found[fitness(self.location, self.group, phase, told)] += children
        return found


@dataclass(frozen=True, slots=True)
class Everywhere:
    """All that the reader reads about; `nowhere` counts the children without a place among those it may count."""

    standing: tuple[Stands, ...]
    nowhere: int


def everywhere(actor: Actor, on: date) -> Everywhere:
    """The open locations that the actor reads about, for the groups of children, and for others where children live."""
    seen = locations_seen(actor).values("location")
    locations = with_units(records("locations", location__in=seen), records("units", location__in=seen))
    children, judged = _children(actor, on), judged_now()
    standing = tuple(row for place in locations for row in _of(place, children, judged, on))
    return Everywhere(standing, children[NOWHERE].count)


def _of(
    place: Location, children: Mapping[At, There], judged: Mapping[tuple[str, PlaceGroup], Judged], on: date
) -> Iterator[Stands]:
    for group in PlaceGroup:
        there = children.get((place.key, group), There())
        meant = group in GROUPS_OF_CHILDREN and has_places(place, group) and place.is_open(on)
        if meant or there.count:
            yield Stands(place, group, judged.get((place.key, group)), there)


def _children(actor: Actor, on: date) -> Mapping[At, There]:
    """The children whom the actor may count, by location and whose places they take."""
    minors = persons_counted(actor).filter(birth_month__gte=born_at(ADULT_AGE, on)).order_by()
    of_household = dict(minors.values_list("household").annotate(Count("id")))
    households = HouseholdFacts.objects.known().filter(household__in=minors.values("household"))
    rows = households.values_list("household", "location__key", "on_place", "phase", "since")
    found: defaultdict[At, There] = defaultdict(There)
    for household, key, group, phase, since in rows:
        children = of_household[household]
        there = found[(key, PlaceGroup(group)) if key else NOWHERE]
        there.by_phase[Phase(phase) if phase else None] += children
        there.days += children * max((on - since).days, 0) if since else 0
    return found
