# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where to look first: each location with what makes it urgent, every factor for itself, none hidden in a sum.

The order is by layer, then by children times failed gates, by losses, by what children say otherwise than the team, and
by how long nobody came. It tells where to go first, and judges nobody.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max

from luwte.model.periods import ADULT_AGE, born_at
from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Answer, Method
from luwte.planning.suitability import GROUPS_OF_CHILDREN, AssessedAt
from luwte.quality.answers import Heard
from luwte.quality.assess import Assessed
from luwte.quality.catalogue import load_catalogue
from luwte.quality.losses import facilities_lost
from luwte.quality.triage import COUNTED, Layer, triage
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import visible
from luwte_web.inspections.selectors import drafts
from luwte_web.registry.assessed import assessed_now, tables_now
from luwte_web.registry.models import Assessment, LocationFacts, PersonFacts
from luwte_web.registry.selectors import records

FIELDS: Mapping[str, Sequence[str]] = {
    "safety": ("safety", "housing", "location", "stability", "emergency"),
    "health": ("health", "sanitation", "food"),
    "education": ("education", "play", "participation", "information"),
    "work": ("care", "guardianship", "means"),
}  # which domains of the catalogue are whose: the four inspectorates look together, the division is chosen by us
MEASURED = (Answer.MET, Answer.PARTLY, Answer.NOT_MET)


@dataclass(frozen=True, slots=True)
class Urgency:
    """One location: its worst layer for children, the gates that fail, children, losses, disagreements, last visit.

    `layer` is one of `COUNTED`, unknown where nobody answered; `visited` is None where nobody came; `planned` is when
    the first visit is planned.
    """

    location: Location
    layer: str
    failed: tuple[str, ...]
    children: int
    losses: int
    disagreements: int
    visited: date | None
    planned: date | None

    @property
    def burden(self) -> int:
        """Children times failed gates."""
        return self.children * len(self.failed)

    def days_since(self, on: date) -> int | None:
        """Days since the last visit; None where there was none."""
        return None if self.visited is None else (on - self.visited).days


def where_first(actor: Actor, on: date, field: str = "") -> list[Urgency]:
    """The open locations with places for children, or with children, that the actor may inspect; most urgent first.

    With a field, only norms of that field count: gates, losses and disagreements.
    """
    seen = visible(actor, LocationFacts.objects.known(), Action.INSPECT_LOCATION).values("location")
    locations = {place.key: place for place in records("locations", location__in=seen)}
    children = _children(seen, on)
    tables = tables_now()
    found = assessed_now(tables)
    norms = _norms_of(field)
    lost = Counter(
        finding.subject
        for finding in facilities_lost(found.values(), tables.assessments)
        if finding.params["indicator"] in norms
    )
    visits = Assessment.objects.known().filter(method=Method.VISIT, date__lte=on, location__in=seen)
    visited = dict(visits.values_list("location__key").annotate(Max("date")))
    coming = _coming(actor, on)
    rows = [
        _urgency(place, _assessed(place, found), norms, children[key], lost[key], visited.get(key), coming.get(key))
        for key, place in locations.items()
        if place.is_open(on) and (children[key] or place.family_places + place.amv_places + place.flexible_places)
    ]
    return sorted(rows, key=lambda row: _order(row, on))


def _urgency(
    place: Location, assessed: Sequence[Assessed], norms: Collection[str], children: int, losses: int,
    visited: date | None, coming: date | None,
) -> Urgency:  # fmt: skip
    layers = [triage(one).counted for one in assessed] or [Layer.UNKNOWN.value]
    failed = dict.fromkeys(gate.norm.id for one in assessed for gate in one.failed_gates if gate.norm.id in norms)
    differ = {heard.norm.id for one in assessed for heard in one.heard if heard.norm.id in norms and _differ(heard)}
    worst = min(layers, key=COUNTED.index)
    return Urgency(place, worst, tuple(failed), children, losses, len(differ), visited, coming)


def _order(row: Urgency, on: date) -> tuple[Any, ...]:
    days = row.days_since(on)
    never = days is None
    return (
        COUNTED.index(row.layer), -row.burden, -len(row.failed), -row.losses, -row.disagreements, not never,
        -(days or 0), -row.children, row.location.key,
    )  # fmt: skip


def _differ(heard: Heard) -> bool:
    """Whether children say something else than the team."""
    said = {
        voice.method: {one.answer for one in voice.answers if one.answer in MEASURED}
        for voice in heard.voices
        if voice.method in (Method.SELF, Method.CHILD_SURVEY)
    }
    team, children = said.get(Method.SELF), said.get(Method.CHILD_SURVEY)
    return bool(team and children) and team != children


def _assessed(place: Location, found: AssessedAt) -> list[Assessed]:
    groups = (group for group in PlaceGroup if group in GROUPS_OF_CHILDREN)
    return [found[place.key, group] for group in groups if (place.key, group) in found]


def _norms_of(field: str) -> frozenset[str]:
    domains = FIELDS.get(field)
    return frozenset(norm.id for norm in load_catalogue().norms if domains is None or norm.domain in domains)


def _children(seen: Any, on: date) -> Counter[str]:
    minors = PersonFacts.objects.known().filter(birth_month__gte=born_at(ADULT_AGE, on))
    here = minors.filter(household__now__location__in=seen).order_by().values_list("household__now__location__key")
    return Counter(dict(here.annotate(Count("id"))))


def _coming(actor: Actor, on: date) -> Mapping[str, date]:
    """The first visit that is planned at each location, by its key."""
    rows = drafts(actor).filter(method=Method.VISIT, on__gte=on)
    return {row.location.key: row.on for row in rows.order_by("-on")}
