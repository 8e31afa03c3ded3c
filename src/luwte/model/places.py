# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Reception locations, their places, and how a location is divided into units."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from luwte.model.periods import lies_within


class PlaceGroup(StrEnum):
    """The three groups that places are kept for."""

    FAMILY = "family"
    AMV = "amv"
    ADULT = "adult"


class LocationKind(StrEnum):
    """What a location is in the system of reception."""

    AZC = "azc"
    SMALL_SCALE = "small_scale"
    AMV_SITE = "amv_site"
    REGISTRATION = "registration"
    EMERGENCY = "emergency"
    CRISIS_EMERGENCY = "crisis_emergency"
    TEMPORARY_MUNICIPAL = "temporary_municipal"
    MUNICIPAL = "municipal"


ACCESSIBLE = "accessible"  # the need that accessible places meet
EMERGENCY_RECEPTION = (LocationKind.EMERGENCY, LocationKind.CRISIS_EMERGENCY, LocationKind.TEMPORARY_MUNICIPAL)
EMERGENCY_KINDS = frozenset({LocationKind.EMERGENCY, LocationKind.CRISIS_EMERGENCY})  # unfit by kind


class Operator(StrEnum):
    """Who runs the location."""

    COA = "coa"
    MUNICIPALITY = "municipality"
    NIDOS = "nidos"
    OTHER = "other"


class Scheme(StrEnum):
    """The arrangement under which the location is paid and run."""

    COA = "coa"
    DGOS = "dgos"
    KSOS = "ksos"
    TGO = "tgo"
    OTHER = "other"


class Building(StrEnum):
    """What the location is built as; some buildings are never fit for children."""

    HOUSE = "house"
    FLATS = "flats"
    RESIDENTIAL = "residential"
    SCHOOL = "school"
    OFFICE = "office"
    HOLIDAY_PARK = "holiday_park"
    CONTAINERS = "containers"
    HOTEL = "hotel"
    SHIP = "ship"
    SPORTS_HALL = "sports_hall"
    EVENT_HALL = "event_hall"
    TENT = "tent"
    OTHER = "other"


class StatedFitness(StrEnum):
    """What the dataset itself says about a location's fitness for a group."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class CoaCategory(StrEnum):
    """COA's own three categories of emergency sites: kritiek, verbeterbaar, goed functionerend."""

    CRITICAL = "critical"
    IMPROVABLE = "improvable"
    GOOD = "good"


class Fitness(StrEnum):
    """Whether a location is fit for a group, and how we know."""

    FIT_ASSESSED = "fit_assessed"
    FIT_ASSUMED = "fit_assumed"
    UNKNOWN = "unknown"
    UNFIT = "unfit"

    @property
    def is_fit(self) -> bool:
        """Fit by assessment or, counted apart, assumed by kind; unknown is not fit."""
        return self in (Fitness.FIT_ASSESSED, Fitness.FIT_ASSUMED)


@dataclass(frozen=True, slots=True)
class Location:
    """A reception location as the tables describe it on the reference date.

    Place counts are persons; `flexible_places` serve family or adult persons beside the other counts;
    `accessible_places` are part of the counts. `closes` is the first day without residents; an unknown
    opening day (a planned site) is `None`. `coa_category` and the four after it are what people state of it.
    """

    key: str
    name: str
    municipality: str
    kind: LocationKind
    operator: Operator
    building: Building
    family_places: int
    amv_places: int
    adult_places: int
    opens: date | None = None
    closes: date | None = None
    supervisor: str | None = None
    scheme: Scheme | None = None
    contractor: str | None = None
    flexible_places: int = 0
    accessible_places: int = 0
    school_places: int | None = None
    provides: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    family_fit: StatedFitness | None = None
    amv_fit: StatedFitness | None = None
    adult_fit: StatedFitness | None = None
    stays_until_age: int = 18
    own_amv_team: bool | None = None
    cost_per_place_day: Decimal | None = None
    lon: Decimal | None = None
    lat: Decimal | None = None
    school_km: Decimal | None = None
    gp_km: Decimal | None = None
    coa_category: CoaCategory | None = None
    term_long_enough: bool | None = None
    permit_feasible: bool | None = None
    intake_stopped_on: date | None = None
    regional_support: bool | None = None

    @property
    def total_places(self) -> int:
        """All places of the location, in persons."""
        return self.family_places + self.amv_places + self.adult_places + self.flexible_places

    @property
    def is_for_anybody(self) -> bool:
        """Whether everybody of a group may live here: it is kept for nobody in particular, nor for registration."""
        return self.kind is not LocationKind.REGISTRATION and not self.only

    @property
    def meets(self) -> frozenset[str]:
        """The codes of the needs that it meets; `accessible` is met by accessible places, whatever else is said."""
        return self.provides - {ACCESSIBLE} | ({ACCESSIBLE} if self.accessible_places > 0 else frozenset())

    def is_open(self, on: date) -> bool:
        """Open means: opened on or before the day, and the day is before `closes`."""
        return self.opens is not None and lies_within(on, self.opens, self.closes)

    def takes_in(self, on: date) -> bool:
        """Whether somebody may newly be brought here, as far as nobody stopped it."""
        return self.intake_stopped_on is None or on < self.intake_stopped_on

    def places_for(self, group: PlaceGroup) -> int:
        """The places kept for one group, flexible ones not included."""
        return {
            PlaceGroup.FAMILY: self.family_places,
            PlaceGroup.AMV: self.amv_places,
            PlaceGroup.ADULT: self.adult_places,
        }[group]

    def stated_fitness(self, group: PlaceGroup) -> StatedFitness | None:
        """What the dataset says about this location's fitness for a group, if anything."""
        return {
            PlaceGroup.FAMILY: self.family_fit,
            PlaceGroup.AMV: self.amv_fit,
            PlaceGroup.ADULT: self.adult_fit,
        }[group]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a location that is handed out whole: a flat, a corridor, a house."""

    location: str
    unit: str
    group: PlaceGroup
    places: int
    rooms: int | None = None
    team: str | None = None
    out_of_use: bool | None = None
