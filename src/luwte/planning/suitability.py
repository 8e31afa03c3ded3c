# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a location is fit for a group, and by which rule: stated, else by building, else by kind.

Fitness that a person stated goes before what a building or a kind suggests; fitness by kind alone is an
assumption, and is counted apart until the location is assessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.people import Phase
from luwte.model.places import Building, Fitness, Location, LocationKind, PlaceGroup, StatedFitness
from luwte.planning.outputs import SuitabilityRow
from luwte.words import N_

BUILDINGS_NOT_FOR_CHILDREN = frozenset(
    {Building.HOTEL, Building.SHIP, Building.SPORTS_HALL, Building.EVENT_HALL, Building.TENT}
)
GROUPS_OF_CHILDREN = frozenset({PlaceGroup.FAMILY, PlaceGroup.AMV})
EMERGENCY_KINDS = frozenset({LocationKind.EMERGENCY, LocationKind.CRISIS_EMERGENCY})
NOT_ASSESSED = "unknown"

NO_PLACES_FOR_GROUP = "no_places_for_group"
STATED = {
    StatedFitness.YES: (Fitness.FIT_ASSESSED, "stated_fit"),
    StatedFitness.NO: (Fitness.UNFIT, "stated_unfit"),
    StatedFitness.UNKNOWN: (Fitness.UNKNOWN, "stated_unknown"),
}
REASONS: Mapping[str, str] = {
    NO_PLACES_FOR_GROUP: N_("no places for this group"),
    "stated_fit": N_("stated as fit in the tables"),
    "stated_unfit": N_("stated as not fit in the tables"),
    "stated_unknown": N_("stated as unknown in the tables"),
    "building_unfit": N_("a building that is not fit for children"),
    "kind_emergency": N_("emergency reception"),
    "kind_temporary": N_("temporary municipal reception, not assessed"),
    "kind_registration": N_("registration, outside that phase"),
    "assumed_by_kind": N_("assumed by kind, not assessed"),
}

NOT_WEIGHED = FindingKind(
    code="planning.assessments_not_weighed",
    severity=Severity.NOTE,
    what=N_("The dataset holds {count} answers of assessments; fitness does not follow from them yet."),
    mend=N_("Fitness comes from family_fit, amv_fit and adult_fit, else from building and kind: state it there."),
)
KINDS = (NOT_WEIGHED,)


@dataclass(frozen=True, slots=True)
class Suitability:
    """One verdict: how fit a location is for a group, and the code in `REASONS` of the rule that decided."""

    fit: Fitness
    reason: str


def suitability(location: Location, group: PlaceGroup, phase: Phase | None = None) -> Suitability:
    """The first rule that speaks, in the order of the table of locations; `phase` is a household's."""
    if not has_places(location, group):
        return Suitability(Fitness.UNFIT, NO_PLACES_FOR_GROUP)
    stated = location.stated_fitness(group)
    if stated is not None:
        return Suitability(*STATED[stated])
    if group in GROUPS_OF_CHILDREN and location.building in BUILDINGS_NOT_FOR_CHILDREN:
        return Suitability(Fitness.UNFIT, "building_unfit")
    return _by_kind(location.kind, phase)


def fitness(location: Location, group: PlaceGroup, phase: Phase | None = None) -> Fitness:
    """How fit a location is for a group; a registration location is fit by kind only in the phase of registration."""
    return suitability(location, group, phase).fit


def fitness_of_all(locations: Iterable[Location]) -> Mapping[tuple[str, PlaceGroup], Fitness]:
    """Fitness by location and group for who is in the phase that the location is meant for, as `place` takes it.

    That a registration location is not fit outside its phase depends on the household, not on the location alone:
    placement and recount each apply it (docs/decisions/0003, reading 7).
    """
    return {
        (location.key, group): fitness(location, group, Phase.REGISTRATION)
        for location in locations
        for group in PlaceGroup
    }


def suitability_rows(dataset: Dataset) -> tuple[SuitabilityRow, ...]:
    """suitability.csv: every location and group, in the order of the tables."""
    rows = []
    for location in dataset.locations:
        for group in PlaceGroup:
            verdict = suitability(location, group)
            rows.append(SuitabilityRow(location.key, group, NOT_ASSESSED, verdict.fit, verdict.reason, ()))
    return tuple(rows)


def suitability_findings(dataset: Dataset) -> tuple[Finding, ...]:
    """What the reader must know of how fitness was found."""
    if not dataset.assessments:
        return ()
    return (Finding(NOT_WEIGHED, params={"count": str(len(dataset.assessments))}),)


def has_places(location: Location, group: PlaceGroup) -> bool:
    """Whether a location has a place for a group; a flexible one is never for an unaccompanied minor."""
    flexible = 0 if group is PlaceGroup.AMV else location.flexible_places
    return location.places_for(group) + flexible > 0


def _by_kind(kind: LocationKind, phase: Phase | None) -> Suitability:
    if kind in EMERGENCY_KINDS:
        return Suitability(Fitness.UNFIT, "kind_emergency")
    if kind is LocationKind.TEMPORARY_MUNICIPAL:
        return Suitability(Fitness.UNKNOWN, "kind_temporary")
    if kind is LocationKind.REGISTRATION and phase is not Phase.REGISTRATION:
        return Suitability(Fitness.UNFIT, "kind_registration")
    return Suitability(Fitness.FIT_ASSUMED, "assumed_by_kind")
