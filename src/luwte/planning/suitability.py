# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a location is fit for a group, and by which rule: by its gates, else stated, else by building, else by kind.

What an assessment found at the gates goes before what a person stated, and that before what a building or a kind
suggests; fitness by kind alone is an assumption, and is counted apart until the location is assessed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.people import Phase
from luwte.model.places import EMERGENCY_KINDS, Building, Fitness, Location, LocationKind, PlaceGroup, StatedFitness
from luwte.model.quality import Assessment, Improvement
from luwte.planning.outputs import SuitabilityRow
from luwte.quality.assess import Assessed, assess, has_places
from luwte.quality.catalogue import Catalogue, load_catalogue
from luwte.quality.fitness import Grounds, Verdict, verdict
from luwte.quality.participation import answers_from, with_tables
from luwte.quality.triage import Layer, triage
from luwte.quality.yardstick import yardstick
from luwte.words import N_

AssessedAt = Mapping[tuple[str, PlaceGroup], Assessed]
Verdicts = Mapping[tuple[str, PlaceGroup], Verdict]

BUILDINGS_NOT_FOR_CHILDREN = frozenset(
    {Building.HOTEL, Building.SHIP, Building.SPORTS_HALL, Building.EVENT_HALL, Building.TENT}
)
GROUPS_OF_CHILDREN = frozenset({PlaceGroup.FAMILY, PlaceGroup.AMV})

NO_PLACES_FOR_GROUP = "no_places_for_group"
STATED = {
    StatedFitness.YES: (Fitness.FIT_ASSESSED, "stated_fit"),
    StatedFitness.NO: (Fitness.UNFIT, "stated_unfit"),
    StatedFitness.UNKNOWN: (Fitness.UNKNOWN, "stated_unknown"),
}
REASONS: Mapping[str, str] = {
    NO_PLACES_FOR_GROUP: N_("no places for this group"),
    Grounds.GATE_FAILED.value: N_("assessed: a gate is not met"),
    Grounds.GATE_MENDING.value: N_("assessed: a gate is not met, and is being mended within twelve weeks"),
    Grounds.GATES_MET.value: N_("assessed: all gates are met"),
    "stated_fit": N_("stated as fit in the tables"),
    "stated_unfit": N_("stated as not fit in the tables"),
    "stated_unknown": N_("stated as unknown in the tables"),
    "building_unfit": N_("a building that is not fit for children"),
    "kind_emergency": N_("emergency reception"),
    "kind_temporary": N_("temporary municipal reception, not assessed"),
    "kind_registration": N_("registration, outside that phase"),
    "assumed_by_kind": N_("assumed by kind, not assessed"),
}


@dataclass(frozen=True, slots=True)
class Suitability:
    """One verdict: how fit a location is for a group, and the code in `REASONS` of the rule that decided."""

    fit: Fitness
    reason: str


def suitability(
    location: Location, group: PlaceGroup, phase: Phase | None = None, assessed: Verdict | None = None
) -> Suitability:
    """The first rule that speaks, in the order of the table of locations; `phase` is a household's.

    `assessed` is what its gates say, `None` where they do not tell. A repair that is planned while other gates have no
    answer never makes a place better than it is without an assessment.
    """
    if not has_places(location, group):
        return Suitability(Fitness.UNFIT, NO_PLACES_FOR_GROUP)
    if assessed is not None and assessed.whole:
        return Suitability(assessed.fit, assessed.grounds.value)
    otherwise = _not_assessed(location, group, phase)
    if assessed is not None and otherwise.fit is not Fitness.UNFIT:
        return Suitability(assessed.fit, assessed.grounds.value)
    return otherwise


def fitness(
    location: Location, group: PlaceGroup, phase: Phase | None = None, assessed: Verdict | None = None
) -> Fitness:
    """How fit a location is for a group; a registration location is fit by kind only in the phase of registration."""
    return suitability(location, group, phase, assessed).fit


def fitness_of_all(
    locations: Iterable[Location], verdicts: Verdicts | None = None
) -> Mapping[tuple[str, PlaceGroup], Fitness]:
    """Fitness by location and group for who is in the phase that the location is meant for, as `place` takes it.

    That a registration location is not fit outside its phase depends on the household, not on the location alone:
    placement and recount each apply it (docs/decisions/0003, reading 7).
    """
    verdicts = verdicts or {}
    return {
        (location.key, group): fitness(location, group, Phase.REGISTRATION, verdicts.get((location.key, group)))
        for location in locations
        for group in PlaceGroup
    }


def assessed_at(
    locations: Iterable[Location],
    answers: Collection[Assessment],
    improvements: Iterable[Improvement],
    on: date,
    catalogue: Catalogue | None = None,
    residents: Collection[tuple[str, PlaceGroup]] = (),
) -> AssessedAt:
    """The locations about which somebody answered anything up to a day, for each group with places, or residents."""
    answered = {answer.location for answer in answers if answer.date <= on}
    if not answered:
        return {}
    looked_at = [location for location in locations if location.key in answered]
    found = assess((catalogue or load_catalogue()).norms, looked_at, answers, improvements, on, residents=residents)
    return {(assessed.location.key, assessed.group): assessed for assessed in found}


def assessed_in(
    dataset: Dataset,
    on: date,
    catalogue: Catalogue | None = None,
    *,
    answers: Sequence[Assessment] | None = None,
    residents: Collection[tuple[str, PlaceGroup]] = (),
) -> AssessedAt:
    """The same for a dataset, with what its other tables say; `answers` stand in for its own, as carried over."""
    given = dataset.assessments if answers is None else answers
    joined = with_tables(given, answers_from(dataset, on), on) if given else ()
    return assessed_at(dataset.locations, joined, dataset.improvements, on, catalogue, residents)


def verdicts_of(assessed: AssessedAt) -> Verdicts:
    """What the gates say, where they tell."""
    found = ((at, verdict(one)) for at, one in assessed.items())
    return {at: told for at, told in found if told is not None}


def verdicts_in(dataset: Dataset, on: date) -> Verdicts:
    """What the gates of all locations of a dataset say on a day, by the bundled catalogue."""
    return verdicts_of(assessed_in(dataset, on))


def judged_by(dataset: Dataset) -> Mapping[str, str]:
    """The hashes of what answers were judged by, for the receipt; none where a dataset has no answers."""
    if not dataset.assessments:
        return {}
    return {"catalogue": load_catalogue().hash, "yardstick": yardstick().hash}


def rows_of(locations: Iterable[Location], assessed: AssessedAt) -> Iterator[SuitabilityRow]:
    """suitability.csv: every location and group, assessed or not, in the order of the tables."""
    verdicts = verdicts_of(assessed)
    for location in locations:
        for group in PlaceGroup:
            at = location.key, group
            yield _row(location, group, assessed.get(at), verdicts.get(at))


def _row(location: Location, group: PlaceGroup, assessed: Assessed | None, told: Verdict | None) -> SuitabilityRow:
    found = suitability(location, group, assessed=told)
    layer = triage(assessed).layer if assessed else Layer.UNKNOWN
    failed = tuple(gate.norm.id for gate in assessed.failed_gates) if assessed else ()
    return SuitabilityRow(location.key, group, layer.value, found.fit, found.reason, failed)


def _not_assessed(location: Location, group: PlaceGroup, phase: Phase | None) -> Suitability:
    stated = location.stated_fitness(group)
    if stated is not None:
        return Suitability(*STATED[stated])
    if group in GROUPS_OF_CHILDREN and location.building in BUILDINGS_NOT_FOR_CHILDREN:
        return Suitability(Fitness.UNFIT, "building_unfit")
    return _by_kind(location.kind, phase)


def _by_kind(kind: LocationKind, phase: Phase | None) -> Suitability:
    if kind in EMERGENCY_KINDS:
        return Suitability(Fitness.UNFIT, "kind_emergency")
    if kind is LocationKind.TEMPORARY_MUNICIPAL:
        return Suitability(Fitness.UNKNOWN, "kind_temporary")
    if kind is LocationKind.REGISTRATION and phase is not Phase.REGISTRATION:
        return Suitability(Fitness.UNFIT, "kind_registration")
    return Suitability(Fitness.FIT_ASSUMED, "assumed_by_kind")
