# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a proposal weighs, and the rules that exclude places, in sentences.

Places to fill in are those of the causes; `{n}` is a number of locations. What a child need not carry has no sentence
for a child; what only chooses among destinations, or counts for a whole location, stands in the table alone.
"""

from collections.abc import Mapping

from luwte.reporting.explained.voice import Voice
from luwte.words import N_

TERMS: Mapping[str, Mapping[Voice, str]] = {
    "unplaced": {Voice.ADULT: N_("Nobody should be without a place. That weighs most of all.")},
    "unplaced_protected": {
        Voice.ADULT: N_("There are children or vulnerable people among you. So you come first on the list.")
    },
    "brought_unfit": {
        Voice.ADULT: N_("We do not know that the new place is fit for you. A person must look at that first."),
        Voice.CHILD: N_("We do not know yet if the new place is good enough. Somebody looks at that first."),
    },
    "stays_unfit": {
        Voice.ADULT: N_("The longer children live in a place that is not fit, the sooner it is their turn."),
        Voice.CHILD: N_("The longer you have to wait, the sooner it is your turn."),
    },
    "moved_from_fit": {
        Voice.ADULT: N_(
            "The children could have stayed. Every earlier move that was forced makes this one weigh more."
        ),
        Voice.CHILD: N_("You could have stayed as well. That is why you should say what you think of it."),
    },
    "brought_closing_year": {
        Voice.ADULT: N_("The new location closes within a year. Then you have to move once more."),
        Voice.CHILD: N_("You cannot stay in the new place for long: it closes within a year."),
    },
    "moved_in_term": {
        Voice.ADULT: N_("The move falls outside the school holidays."),
        Voice.CHILD: N_("You would move while there is school."),
    },
    "moved_municipality": {
        Voice.ADULT: N_("The new place is in another municipality. The children may have to change schools."),
        Voice.CHILD: N_("The new place is in another town. You may have to go to another school."),
    },
    "moved_region": {
        Voice.ADULT: N_("The new place is in another province."),
        Voice.CHILD: N_("The new place is in another part of the country."),
    },
    "school_place_unknown": {
        Voice.ADULT: N_("We do not know whether a school place is free there. That has to be asked first."),
        Voice.CHILD: N_("We do not know yet which school has a place for you."),
    },
    "large_amv_site": {
        Voice.ADULT: N_("It is a large location for young people who came alone."),
        Voice.CHILD: N_("Many other young people live there."),
    },
    "wish_not_met": {
        Voice.ADULT: N_("There was a wish: {wish}. It does not come true in this plan."),
        Voice.CHILD: N_("We know what was asked for: {wish}. It does not work out now."),
    },
    "not_near": {
        Voice.ADULT: N_("You do not live near the people whom you want to be near."),
        Voice.CHILD: N_("You do not live close to the people who belong with you."),
    },
    "not_linked_region": {
        Voice.ADULT: N_("Your home will be in {home}. This place is in another region."),
        Voice.CHILD: N_("Later you get a home in {home}. This place is not in that region."),
    },
    "large_site": {
        Voice.ADULT: N_("It is a large location."),
        Voice.CHILD: N_("It is a big place where many people live."),
    },
    "adult_need_unfit": {Voice.ADULT: N_("The place does not have all that you need.")},
}

RULES: Mapping[str, tuple[str, str]] = {
    "closing": (
        N_("{n} location closes too soon, or takes nobody in."),
        N_("{n} locations close too soon, or take nobody in."),
    ),
    "group": (N_("{n} location has no places for your group."), N_("{n} locations have no places for your group.")),
    "amv_team": (
        N_("{n} location houses families too, and has no own team for young people who came alone."),
        N_("{n} locations house families too, and have no own team for young people who came alone."),
    ),
    "registration": (
        N_("{n} location is only for people who are being registered."),
        N_("{n} locations are only for people who are being registered."),
    ),
    "needs": (
        N_("{n} location does not have what you need."),
        N_("{n} locations do not have what you need."),
    ),
    "only_for_others": (N_("{n} location is meant for others only."), N_("{n} locations are meant for others only.")),
    "no_worse": (
        N_("{n} location is not fit, while your present place is."),
        N_("{n} locations are not fit, while your present place is."),
    ),
    "too_small": (
        N_("{n} location is too small for all of you together."),
        N_("{n} locations are too small for all of you together."),
    ),
}
