# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a place is fit: stated, else by building, else by kind, and never without places for the group."""

from dataclasses import replace

import pytest

from luwte.model.people import Phase
from luwte.model.places import Building, Fitness, LocationKind, PlaceGroup, StatedFitness
from luwte.planning.suitability import REASONS, fitness, fitness_of_all, suitability
from luwte.quality.fitness import Grounds, Verdict
from planning.country import UTRECHT, site

FAMILY, AMV, ADULT = PlaceGroup.FAMILY, PlaceGroup.AMV, PlaceGroup.ADULT
PLACES = "5/5/5"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (LocationKind.AZC, Fitness.FIT_ASSUMED),
        (LocationKind.SMALL_SCALE, Fitness.FIT_ASSUMED),
        (LocationKind.AMV_SITE, Fitness.FIT_ASSUMED),
        (LocationKind.MUNICIPAL, Fitness.FIT_ASSUMED),
        (LocationKind.EMERGENCY, Fitness.UNFIT),
        (LocationKind.CRISIS_EMERGENCY, Fitness.UNFIT),
        (LocationKind.TEMPORARY_MUNICIPAL, Fitness.UNKNOWN),
        (LocationKind.REGISTRATION, Fitness.UNFIT),
    ],
)
def test_a_kind_tells_where_nobody_looked(kind: LocationKind, expected: Fitness) -> None:
    at = site("L", UTRECHT, kind, Building.HOUSE, PLACES)
    assert {fitness(at, group, Phase.PROCEDURE) for group in PlaceGroup} == {expected}


@pytest.mark.parametrize("building", ["hotel", "ship", "sports_hall", "event_hall", "tent"])
def test_some_buildings_are_never_fit_for_children(building: str) -> None:
    at = site("L", UTRECHT, LocationKind.AZC, Building(building), PLACES)
    assert (fitness(at, FAMILY), fitness(at, AMV)) == (Fitness.UNFIT, Fitness.UNFIT)
    assert fitness(at, ADULT) is Fitness.FIT_ASSUMED


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (StatedFitness.YES, Fitness.FIT_ASSESSED),
        (StatedFitness.NO, Fitness.UNFIT),
        (StatedFitness.UNKNOWN, Fitness.UNKNOWN),
    ],
)
def test_what_is_stated_goes_before_building_and_kind(stated: StatedFitness, expected: Fitness) -> None:
    hall = site("L", UTRECHT, LocationKind.EMERGENCY, Building.SPORTS_HALL, PLACES, family_fit=stated)
    assert fitness(hall, FAMILY) is expected
    assert fitness(hall, AMV) is Fitness.UNFIT


def test_registration_is_fit_in_its_own_phase_only() -> None:
    at = site("L", UTRECHT, LocationKind.REGISTRATION, Building.OFFICE, PLACES)
    assert fitness(at, FAMILY, Phase.REGISTRATION) is Fitness.FIT_ASSUMED
    assert fitness(at, FAMILY, Phase.PERMIT) is Fitness.UNFIT
    assert fitness_of_all([at])["L", FAMILY] is Fitness.FIT_ASSUMED


def test_a_location_without_places_for_a_group_is_not_fit_for_it() -> None:
    at = site("L", UTRECHT, LocationKind.AZC, Building.HOUSE, "0/0/0", family_fit=StatedFitness.YES)
    assert suitability(at, FAMILY).reason == "no_places_for_group"
    flexible = replace(at, flexible_places=1)
    assert [fitness(flexible, group) for group in (FAMILY, ADULT, AMV)] == [
        Fitness.FIT_ASSESSED,
        Fitness.FIT_ASSUMED,
        Fitness.UNFIT,
    ]


@pytest.mark.parametrize("kind", [LocationKind.EMERGENCY, LocationKind.AZC])
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Verdict(Fitness.FIT_ASSESSED, Grounds.GATES_MET), Fitness.FIT_ASSESSED),
        (Verdict(Fitness.UNFIT, Grounds.GATE_FAILED), Fitness.UNFIT),
        (Verdict(Fitness.UNKNOWN, Grounds.GATE_MENDING), Fitness.UNKNOWN),
    ],
)
def test_what_the_gates_say_goes_before_what_is_stated(kind: LocationKind, told: Verdict, expected: Fitness) -> None:
    for stated in (None, *StatedFitness):
        at = site("L", UTRECHT, kind, Building.OFFICE, PLACES, family_fit=stated)
        assert fitness(at, FAMILY, assessed=told) is expected
        assert suitability(at, FAMILY, assessed=told).reason == told.grounds


def test_a_repair_while_other_gates_have_no_answer_makes_nothing_better() -> None:
    told = Verdict(Fitness.UNKNOWN, Grounds.GATE_MENDING, whole=False)
    hall, azc = (
        site("L", UTRECHT, kind, Building.OFFICE, PLACES) for kind in (LocationKind.EMERGENCY, LocationKind.AZC)
    )
    assert suitability(hall, FAMILY, assessed=told).reason == "kind_emergency"
    assert fitness(azc, FAMILY, assessed=told) is Fitness.UNKNOWN


def test_no_gates_make_up_for_places_that_are_not_there() -> None:
    at = site("L", UTRECHT, LocationKind.AZC, Building.HOUSE, "0/0/5")
    assert suitability(at, FAMILY, assessed=Verdict(Fitness.FIT_ASSESSED, Grounds.GATES_MET)).reason == (
        "no_places_for_group"
    )


def test_every_reason_has_words() -> None:
    reasons = {grounds.value for grounds in Grounds} | {
        suitability(site("L", UTRECHT, kind, building, places, family_fit=stated), FAMILY).reason
        for kind in LocationKind
        for building in Building
        for places in ("0/0/0", PLACES)
        for stated in (None, *StatedFitness)
    }
    assert reasons == set(REASONS)
