# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of the tables are called on the pages: one name for one thing."""

from collections.abc import Mapping
from enum import StrEnum

from luwte.model.findings import Severity
from luwte.model.people import HouseholdGroup, Phase, WishBy, WishKind
from luwte.model.places import Building, Fitness, LocationKind, Operator, PlaceGroup, Scheme
from luwte.model.pledges import OfferStatus
from luwte.placement.placement import Action, Cause
from luwte.words import N_

NAMES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    LocationKind: {
        LocationKind.AZC: N_("asylum seekers' centre (azc)"),
        LocationKind.SMALL_SCALE: N_("small-scale reception"),
        LocationKind.AMV_SITE: N_("site for unaccompanied minors"),
        LocationKind.REGISTRATION: N_("registration centre"),
        LocationKind.EMERGENCY: N_("emergency reception"),
        LocationKind.CRISIS_EMERGENCY: N_("crisis emergency reception"),
        LocationKind.TEMPORARY_MUNICIPAL: N_("temporary municipal reception"),
        LocationKind.MUNICIPAL: N_("municipal reception"),
    },
    Operator: {
        Operator.COA: N_("COA"),
        Operator.MUNICIPALITY: N_("municipality"),
        Operator.NIDOS: N_("Nidos"),
        Operator.OTHER: N_("another organisation"),
    },
    Scheme: {
        Scheme.COA: N_("COA"),
        Scheme.DGOS: N_("DGOS"),
        Scheme.KSOS: N_("KSOS"),
        Scheme.TGO: N_("TGO"),
        Scheme.OTHER: N_("another arrangement"),
    },
    Building: {
        Building.HOUSE: N_("house"),
        Building.FLATS: N_("flats"),
        Building.RESIDENTIAL: N_("residential building"),
        Building.SCHOOL: N_("former school"),
        Building.OFFICE: N_("office"),
        Building.HOLIDAY_PARK: N_("holiday park"),
        Building.CONTAINERS: N_("container homes"),
        Building.HOTEL: N_("hotel"),
        Building.SHIP: N_("ship"),
        Building.SPORTS_HALL: N_("sports hall"),
        Building.EVENT_HALL: N_("event hall"),
        Building.TENT: N_("tent"),
        Building.OTHER: N_("other building"),
    },
    PlaceGroup: {
        PlaceGroup.FAMILY: N_("families"),
        PlaceGroup.AMV: N_("unaccompanied minors"),
        PlaceGroup.ADULT: N_("adults"),
    },
    HouseholdGroup: {
        HouseholdGroup.FAMILY: N_("family"),
        HouseholdGroup.AMV: N_("unaccompanied minor"),
        HouseholdGroup.YOUNG_ADULT: N_("young adult who came alone"),
        HouseholdGroup.ADULT: N_("adults without children"),
    },
    Phase: {
        Phase.REGISTRATION: N_("being registered"),
        Phase.PROCEDURE: N_("in the asylum procedure"),
        Phase.PERMIT: N_("has a permit, waits for a home"),
        Phase.RETURN: N_("in the return phase"),
    },
    WishKind: {
        WishKind.STAY: N_("to stay here"),
        WishKind.PLACE: N_("a certain municipality"),
        WishKind.REGION: N_("a certain region"),
        WishKind.SMALL_SCALE: N_("a small-scale place"),
    },
    WishBy: {
        WishBy.CHILD: N_("the child"),
        WishBy.GUARDIAN: N_("the guardian"),
        WishBy.PARENTS: N_("the parents"),
    },
    Fitness: {
        Fitness.FIT_ASSESSED: N_("fit, assessed"),
        Fitness.FIT_ASSUMED: N_("fit, assumed by kind"),
        Fitness.UNKNOWN: N_("unknown"),
        Fitness.UNFIT: N_("not fit"),
    },
    OfferStatus: {
        OfferStatus.IDEA: N_("idea"),
        OfferStatus.INTENTION: N_("intention"),
        OfferStatus.VIABLE: N_("viable initiative"),
        OfferStatus.DECIDED: N_("decided"),
        OfferStatus.REALISED: N_("realised"),
        OfferStatus.REFUSED: N_("refused"),
    },
    Action: {
        Action.STAY: N_("stays"),
        Action.MOVE: N_("moves"),
        Action.NEW: N_("gets a first place"),
        Action.UNPLACED: N_("no place found"),
    },
    Cause: {
        Cause.STAYS: N_("the present place is the best one"),
        Cause.LOCKED: N_("a person decided that they stay"),
        Cause.RESERVED: N_("a move that people accepted before"),
        Cause.NO_PLACE_YET: N_("had no place yet"),
        Cause.LOCATION_CLOSES: N_("the location closes"),
        Cause.LEAVES_UNFIT_PLACE: N_("leaves a place that is not fit"),
        Cause.MAKES_ROOM: N_("makes room for others"),
        Cause.WISH: N_("own wish"),
        Cause.BETTER_FIT: N_("a place that fits better"),
        Cause.NO_LOCATION_FITS: N_("no location fits"),
        Cause.NO_ROOM: N_("no room where they fit"),
    },
    Severity: {
        Severity.ERROR: N_("error"),
        Severity.WARNING: N_("warning"),
        Severity.NOTE: N_("note"),
    },
}

NEEDS: Mapping[str, str] = {
    "accessible": N_("accessible without stairs"),
    "quiet": N_("a quiet place"),
    "women_only": N_("women only"),
    "medical_near": N_("medical care close by"),
    "lgbtiq_safe": N_("safe for lgbtiq+ people"),
}

TERMS: Mapping[str, str] = {
    "unplaced": N_("no place was found"),
    "unplaced_protected": N_("a child or vulnerable person has no place"),
    "brought_unfit": N_("a child or vulnerable person comes to a place that is not fit"),
    "stays_unfit": N_("a child stays in a place that is not fit; more after each quarter of a year"),
    "moved_from_fit": N_("a child leaves a fit place that stays open; more after each forced move"),
    "brought_closing_year": N_("a child comes to a place that closes within a year"),
    "moved_in_term": N_("a pupil moves outside the school holidays"),
    "moved_municipality": N_("a pupil moves to another municipality"),
    "moved_region": N_("a pupil moves out of the region"),
    "school_place_unknown": N_("a pupil comes where nobody knows of a free school place"),
    "large_amv_site": N_("an unaccompanied minor lives at a site of more than 20"),
    "over_places_children": N_("more children at a location than it has places"),
    "wish_not_met": N_("a wish is not met; a child's own wish counts double"),
    "not_near": N_("not near the people they want to be near"),
    "not_linked_region": N_("away from the region where their home will be"),
    "large_site": N_("a family at a site of more than 300 places"),
    "adult_need_unfit": N_("an adult with a need is in a place that is not fit"),
    "adult_moved": N_("an adult moves who could have stayed"),
    "share_exceeded": N_("the municipality already does more than its task"),
    "distance": N_("the distance of the move"),
    "cost": N_("the cost of the place"),
    "over_places_adults": N_("more adults at a location than it has places"),
}

RULES: Mapping[str, str] = {
    "places": N_("no place free"),
    "flexible": N_("no flexible place free"),
    "accessible": N_("no accessible place free"),
    "school": N_("no school place free"),
    "together": N_("too small for the household together"),
    "group": N_("no places for this group"),
    "needs": N_("does not provide what they need"),
    "only": N_("meant for others only"),
    "no_worse": N_("not fit, while the present place is"),
    "closing": N_("closes too soon"),
    "locked": N_("a person decided that they stay"),
    "registration": N_("only for people who are being registered"),
    "open": N_("not open"),
}

LEVELS: Mapping[int, tuple[str, str]] = {
    1: (N_("Protection"), N_("people without a place")),
    2: (N_("Welfare of children"), N_("weighed persons")),
    3: (N_("Voice and fit"), N_("weighed persons")),
}
