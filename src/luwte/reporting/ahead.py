# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the counts of looking ahead are called, and what they rest on."""

from collections.abc import Mapping

from luwte.words import N_

ASSUMED = N_(
    "This takes it that nobody arrives or leaves, that locations open and close on the day that is given, and that "
    "each week's plan is followed. In truth people decide each week anew."
)
COUNTS: Mapping[str, str] = {
    "forced_moves_of_children": N_("forced moves of children"),
    "forced_moves_of_families": N_("forced moves of households with children"),
    "children_moved_more_than_once": N_("children who have to move more than once"),
    "households_moved_more_than_once": N_("households that have to move more than once"),
    "children_brought_to_not_fit": N_("children brought to a place that is not known to be fit"),
    "child_weeks_unfit": N_("weeks of children in places that are not fit"),
    "person_weeks_without_place": N_("weeks of people without a place"),
}
