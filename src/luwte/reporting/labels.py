# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of a plan are called in a report: English message ids, one name for one thing."""

from collections.abc import Mapping

from luwte.quality import called
from luwte.words import N_

KINDS_OF_SITE: Mapping[str, str] = {
    "azc": N_("asylum seekers' centre (azc)"),
    "small_scale": N_("small-scale reception"),
    "amv_site": N_("site for unaccompanied minors"),
    "municipal": N_("municipal reception"),
    "registration": N_("registration centre"),
    "temporary_municipal": N_("temporary municipal reception"),
    "emergency": N_("emergency reception"),
    "crisis_emergency": N_("crisis emergency reception"),
    "no_place": N_("no place"),
}

FITNESS: Mapping[str, str] = {
    "fit_assessed": N_("fit, assessed"),
    "fit_assumed": N_("fit, assumed by kind"),
    "unknown": N_("unknown"),
    "unfit": N_("not fit"),
    "no_place": N_("no place"),
}

LAYERS: Mapping[str, str] = called.LAYERS

ACTIONS: Mapping[str, str] = {
    "stay": N_("stays"),
    "move": N_("moves"),
    "new": N_("gets a first place"),
    "unplaced": N_("no place found"),
}

CAUSES: Mapping[str, str] = {
    "stays": N_("the present place is the best one"),
    "better_is_full": N_("a better place is full"),
    "locked": N_("a person decided that they stay"),
    "move_later": N_("the place that people accepted is not open yet"),
    "unfit_no_location_fits": N_("not fit, and no fit location may house them"),
    "unfit_no_room": N_("not fit, and every fit place is full"),
    "unfit_move_weighs_more": N_("not fit, but moving would weigh more"),
    "reserved": N_("a move that people accepted before"),
    "location_closes": N_("the location closes"),
    "location_not_open": N_("registered at a location that is not open"),
    "closes_soon": N_("the location closes soon"),
    "leaves_unfit_place": N_("leaves a place that is not fit"),
    "wish": N_("own wish"),
    "nearer": N_("near the people they want to be near"),
    "linked_region": N_("in the region where their home will be"),
    "smaller_site": N_("a smaller site"),
    "makes_room": N_("makes room for others"),
    "less_crowded": N_("more people than places where they live"),
    "better_fit": N_("a place that fits better"),
    "no_place_yet": N_("had no place yet"),
    "no_location_fits": N_("no location fits"),
    "no_room": N_("no room where they fit"),
    "not_settled": N_("not settled: the search stopped here"),
}

GROUPS: Mapping[str, str] = {
    "family": N_("families"),
    "amv": N_("unaccompanied minors"),
    "young_adult": N_("young adults who came alone"),
    "adult": N_("adults"),
}

HOUSEHOLDS: Mapping[str, str] = {
    "family": N_("family"),
    "amv": N_("unaccompanied minor"),
    "young_adult": N_("young adult who came alone"),
    "adult": N_("adults without children"),
}

LEVELS: Mapping[int, tuple[str, str]] = {
    1: (N_("Protection"), N_("people without a place")),
    2: (N_("Welfare of children"), N_("weighed persons")),
    3: (N_("Voice and fit"), N_("weighed persons")),
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

WHO: Mapping[str, str] = {
    "people": N_("people"),
    "children": N_("children"),
    "amv": N_("unaccompanied minors"),
}


PARAMETERS: Mapping[str, str] = {
    "policy": N_("policy"),
    "cycle": N_("parameters of the cycle"),
    "catalogue": N_("catalogue of norms"),
    "yardstick": N_("yardstick of the triage"),
}

FORCES: Mapping[str, str] = {
    "binding": N_("binding law"),
    "court": N_("judgment of a court"),
    "policy": N_("policy of parliament, ministry or COA"),
    "inspection": N_("finding of an inspectorate"),
    "guidance": N_("published guidance"),
    "ngo": N_("position of organisations for children"),
    "research": N_("research"),
    "proposal": N_("our own proposal"),
    "media": N_("report in the media"),
    "statistics": N_("statistics"),
}
