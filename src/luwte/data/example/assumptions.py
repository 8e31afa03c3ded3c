# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The assumptions behind the example country: values that the code uses, notes that the documents show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from luwte.data.example.profiles import Profile, Sector
from luwte.model.marks import Mark
from luwte.model.participation import Ages, ProgrammeKind, RunBy, Through
from luwte.model.people import Relation
from luwte.model.places import Building, CoaCategory, LocationKind, Operator, PlaceGroup, StatedFitness
from luwte.model.pledges import OfferStatus
from luwte.model.quality import Answer, AssessedGroup, Method
from luwte.model.sites import ConditionKind, ConditionState, Responsible
from luwte.model.stays import MoveCause

FILE = Path(__file__).with_name("assumptions.yaml")

Share = Annotated[
    float, BeforeValidator(lambda given: float(Fraction(given)) if isinstance(given, str) else given), Field(ge=0, le=1)
]
Count = Annotated[int, Field(ge=0)]
Range = tuple[int, int]
Steps = dict[int, float]


class Section(BaseModel):
    """A part of the assumptions; a name that the code does not use is an error, as is a missing one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Calendar(Section):
    """The day."""

    reference_date: date


class Capacity(Section):
    """Places by province and sector, and over how much they are spread."""

    places: dict[str, dict[Sector, Count]]
    municipalities: Count
    locations: Count
    smallest_location: Count
    smallest_province: Count
    fewest_of_a_profile: Count


class SiteFigures(Section):
    """What locations are like."""

    profiles: dict[str, Profile]
    cost_per_resident_year: dict[str, Count]
    cost_spread: Share
    days_per_year: Count
    lasting_kinds: list[LocationKind]
    closing_within_14_days: dict[Sector, Share]
    closing_within_56_days: dict[Sector, Share]
    closing_within_a_year: dict[Sector, Share]
    closed_earlier: Share
    closed_months_ago: Range
    closed_lasted_months: Range
    winding_down: Share
    crowded: Share
    crowded_by: Range
    flexible: Share
    flexible_kinds: list[LocationKind]
    accessible: dict[Sector, Share]
    provides: dict[Sector, dict[str, Share]]
    school_places_known: Share
    school_places_spare: Range
    fit_stated: dict[Sector, dict[StatedFitness, Share]]
    own_amv_team: Share
    stays_until_age: Steps
    supervisors: dict[Operator, str]
    supervisor_missing: dict[Sector, Share]
    contractors: Count
    contracted_buildings: list[Building]
    school_km: Range
    gp_km: Range
    with_units: Share
    unit_places: dict[PlaceGroup, Range]
    free_in_units: Share
    persons_per_room: Count
    units_out_of_use: Share


class PeopleFigures(Section):
    """Who lives in reception."""

    persons: Count
    households: Count
    children: Count
    unaccompanied: Count
    children_in_emergency: Share
    unaccompanied_in_emergency: Share
    young_adults: Count
    permit_holders: Share
    in_return: Share
    arrivals_per_year: Count
    weeks_per_year: Count
    arriving: dict[PlaceGroup, float]
    children_per_family: Steps
    one_parent: Share
    legal_carer: Share
    grown_children: Steps
    relatives: Steps
    child_age: Steps
    grown_child_age: Range
    parent_older_by: Range
    relative_age: Range
    amv_siblings: Steps
    amv_age: Steps
    amv_turned_eighteen: Share
    young_adult_age: Steps
    young_adults_staying_on: Share
    staying_on_places: Share
    adults_per_household: Steps
    adult_age: Steps
    second_adult: dict[Relation, float]
    further_adult: dict[Relation, float]
    girls_and_women: dict[str, Share]
    vulnerable: dict[str, Share]


class Occupancy(Section):
    """How full locations are."""

    registration: Share
    emergency: Share
    regular_family: Share
    regular_amv: Share
    emergency_children: Share
    fewest_free: Count
    fewest_free_share: Share
    free_in_blocks: Share
    sites_with_blocks: Share
    smallest_block: Count
    largest_block: Share


class StayFigures(Section):
    """How long people have been where, and why they moved."""

    months_in_reception: dict[Sector, Steps]
    months_in_emergency_of_children: float
    moves_per_child_year: float
    further_moves_per_year: dict[str, float]
    most_moves: Count
    days_in_registration: Range
    registration_backlog: Share
    backlog_days: Range
    earlier_in_emergency: dict[Sector, Share]
    ended_by_closure: Share
    causes: dict[MoveCause, float]
    unforced: list[MoveCause]
    before_eighteen_months: Range
    permit_after_months: Count
    school_within_three_months: Share
    three_months_days: Count
    children_counted: dict[date, Count]
    school_after_days: Steps
    health_intake_after_days: Range
    guardian_after_days: Steps


class Voices(Section):
    """What households need and want."""

    needs: dict[str, Share]
    needs_of_women: list[str]
    needs_met: Share
    wishes: dict[str, float]
    child_speaks_from: Count
    voices: dict[str, float]
    linked: Share
    keep_near: Share
    locked: Share
    lock_reasons: dict[str, float]
    wards_per_guardian: Count
    guardian_missing: Share


class PledgeFigures(Section):
    """What is planned, offered, exchanged, decided and accepted."""

    planned_locations: Share
    planned_profiles: dict[str, float]
    opening_unknown: Share
    opens_in_days: Range
    loose_offers: Share
    loose_statuses: dict[OfferStatus, float]
    planned_statuses: dict[OfferStatus, float]
    offer_places: Range
    offer_years: Steps
    exchanges_per_province: Count
    exchange_places: Range
    exchange_agreed_days_ago: Range
    cycle_1_tasks: dict[str, Count]
    cycle_1_amv: Count
    cycle_1_year: Count
    cycle_1_inhabitants: date
    cycle_1_decided_on: date
    cycle_1_available_by: date
    accepted_moves: Share
    moves_in_days: Range


class Standing(StrEnum):
    """How an assessed location stands."""

    SOUND = "sound"
    GAPS = "gaps"
    FAILING = "failing"
    UNSEEN = "unseen"


class Stated(StrEnum):
    """What people state of one condition."""

    YES = "yes"
    NO = "no"
    UNSTATED = "unstated"


Norms = dict[AssessedGroup, list[str]]


class QualityFigures(Section):
    """What is known of the quality of locations."""

    assessed: dict[Sector, Share]
    standing: dict[Sector, dict[Standing, float]]
    gates: Norms
    emergency_gates: Norms
    others: Norms
    emergency_others: Norms
    failed_by_building: dict[str, list[Building]]
    gate_answers: dict[Standing, dict[Answer, float]]
    other_answers: dict[Standing, dict[Answer, float]]
    methods: dict[Method, float]
    assessed_days_ago: Range
    reported_before: Share
    visited_before: Share
    heard_before_days: dict[Method, Count]
    assessors: Count
    improved: dict[Standing, Share]
    improvement_due_days: dict[Standing, Range]
    improvement_cost: Range
    improvement_action: str
    coa_category: dict[Standing, dict[CoaCategory, float]]
    stated: dict[Stated, float]


class ProgrammeFigures(Section):
    """A programme of the example: where it is, for whom, and what it costs in thousand EUR a year."""

    kind: ProgrammeKind
    share: Share
    ages: list[Ages]
    places: Count
    budget: Count
    run_by: RunBy
    on_site: bool


class ParticipationFigures(Section):
    """What children say, what there is for them to do, and who is there for them."""

    heard: dict[Sector, Share]
    rounds: Range
    heard_days_ago: Range
    through: dict[Through, float]
    ages: dict[Ages, float]
    children_heard: Range
    raised: dict[str, str]
    done: str
    done_share: Share
    done_after_days: Range
    told_share: Share
    told_after_days: Range
    programmes: dict[str, ProgrammeFigures]
    times_a_week: Range
    hours_each_time: Count
    reach_known: Share
    funded_for_days: Range
    funding_known: Share
    contact: dict[Sector, Share]
    contact_left: Share
    contact_hours: Range
    contact_since_days: Range
    known_share: Share
    known_through: str


class Checks(Section):
    """How near an outcome must come to its target."""

    tolerances: dict[str, float]


class AgreementFigures(Section):
    """What municipalities ask for sites, and who is responsible at those that they run."""

    with_conditions: Share
    conditions: dict[ConditionKind, str]
    states: dict[ConditionState, float]
    due_in_days: Range
    owner: str
    told: Share
    responsible: dict[Responsible, float]
    nobody: Share
    contractor: str


class Assumptions(Section):
    """All values, by section."""

    calendar: Calendar
    capacity: Capacity
    sites: SiteFigures
    people: PeopleFigures
    occupancy: Occupancy
    stays: StayFigures
    voices: Voices
    pledges: PledgeFigures
    quality: QualityFigures
    participation: ParticipationFigures
    agreements: AgreementFigures
    checks: Checks


class Note(Section):
    """What stands beside every value."""

    unit: Annotated[str, Field(min_length=1)]
    why: Annotated[str, Field(min_length=1)]
    source: Annotated[str, Field(min_length=1)]
    mark: Mark


@dataclass(frozen=True)
class Book:
    """The values, and for each `section.name` its note and the value as it is written in the file."""

    values: Assumptions
    notes: Mapping[str, Note]
    written: Mapping[str, object]


def read_book(text: str) -> Book:
    """Read assumptions from YAML; raises pydantic's ValidationError naming every wrong, missing and unknown entry."""
    sections: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(text)
    entries = {f"{part}.{name}": entry for part, names in sections.items() for name, entry in names.items()}
    written = {name: entry.get("value") for name, entry in entries.items()}
    notes = {name: Note(**{k: v for k, v in entry.items() if k != "value"}) for name, entry in entries.items()}
    values = {part: {name: written[f"{part}.{name}"] for name in names} for part, names in sections.items()}
    return Book(Assumptions.model_validate(values), notes, written)


@cache
def bundled_book() -> Book:
    """The assumptions of the bundled example."""
    return read_book(FILE.read_text(encoding="utf-8"))
