# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is proposed and why, in sentences that can be read aloud.

Places to fill in: {here} where they live, {there} where they would live, {day} when the present location closes,
{wish}, {home} where their home will be. An adult's sentence and a child's are never the same text, since Dutch tells
them apart.
"""

from collections.abc import Mapping

from luwte.placement.placement import Action, Cause
from luwte.reporting.explained.voice import Voice
from luwte.words import N_

Said = Mapping[Voice, tuple[str, ...]]

ACTIONS: Mapping[Action, Said] = {
    Action.STAY: {
        Voice.ADULT: (N_("The proposal is that you stay where you live now: {there}."),),
        Voice.CHILD: (N_("The idea is that you stay in the place where you live now: {there}."),),
    },
    Action.MOVE: {
        Voice.ADULT: (N_("The proposal is that you move from {here} to {there}."),),
        Voice.CHILD: (N_("The idea is that you move. You live in {here} now. You would go to {there}."),),
    },
    Action.NEW: {
        Voice.ADULT: (N_("The proposal is that you get a place at {there}."),),
        Voice.CHILD: (N_("The idea is that you come to live in {there}."),),
    },
    Action.UNPLACED: {
        Voice.ADULT: (N_("There is no place for you in this plan. A person is now looking for one."),),
        Voice.CHILD: (N_("There is no place for you yet. Somebody is looking for one now."),),
    },
}

CAUSES: Mapping[Cause, Said] = {
    Cause.STAYS: {
        Voice.ADULT: (
            N_("We looked at every location in the country where you may live. None of them is better for you."),
        ),
        Voice.CHILD: (N_("We looked at many other places. None of them is better for you than this one."),),
    },
    Cause.BETTER_IS_FULL: {
        Voice.ADULT: (
            N_("There is a location that would suit you better, but it is full."),
            N_("Staying is the best that this plan has for you."),
        ),
        Voice.CHILD: (N_("Another place would suit you even better, but it is full."),),
    },
    Cause.LOCKED: {
        Voice.ADULT: (
            N_("A person decided before that you stay. The plan keeps to that."),
            N_("You may ask for the reason."),
        ),
        Voice.CHILD: (N_("Somebody decided before that you can stay. You may ask why."),),
    },
    Cause.MOVE_LATER: {
        Voice.ADULT: (
            N_("A new place was agreed for you before. That location is not open yet."),
            N_("Until then you stay where you live now."),
        ),
        Voice.CHILD: (N_("There is a new place for you, but it is not open yet. Until then you stay here."),),
    },
    Cause.UNFIT_NO_LOCATION_FITS: {
        Voice.ADULT: (
            N_("The place where you live now is not fit for you."),
            N_("We looked for a fit place. No location in the country is fit and may house you."),
        ),
        Voice.CHILD: (
            N_("The place where you live now is not good enough for you. We know that."),
            N_("We looked everywhere, but there is no better place that may take you."),
        ),
    },
    Cause.UNFIT_NO_ROOM: {
        Voice.ADULT: (
            N_("The place where you live now is not fit for you."),
            N_("There are fit places, but all of them are full in this plan."),
        ),
        Voice.CHILD: (
            N_("The place where you live now is not good enough for you. We know that."),
            N_("There are better places, but they are full now."),
        ),
    },
    Cause.UNFIT_MOVE_WEIGHS_MORE: {
        Voice.ADULT: (
            N_("The place where you live now is not fit for you."),
            N_("There is room in a fit place, but moving there now would take more from your children than it gives."),
        ),
        Voice.CHILD: (
            N_("The place where you live now is not good enough for you. We know that."),
            N_("There is room in another place, but moving there now would make other things harder for you."),
        ),
    },
    Cause.RESERVED: {
        Voice.ADULT: (N_("This was agreed with people before. The plan keeps to it."),),
        Voice.CHILD: (N_("This was agreed before, and it stays that way."),),
    },
    Cause.LOCATION_CLOSES: {
        Voice.ADULT: (N_("The location where you live now closes on {day}. Nobody can stay there."),),
        Voice.CHILD: (N_("The place where you live now closes on {day}. Everybody leaves, not only you."),),
    },
    Cause.LOCATION_NOT_OPEN: {
        Voice.ADULT: (N_("Our list says that you live at a location that is not open. So you need another place."),),
        Voice.CHILD: (N_("The place where you are on our list is not open. So you need another place to live."),),
    },
    Cause.CLOSES_SOON: {
        Voice.ADULT: (
            N_("The location where you live now closes on {day}."),
            N_("There is a place for you now, so you need not wait for that day."),
        ),
        Voice.CHILD: (N_("The place where you live now will close on {day}. There is another place for you already."),),
    },
    Cause.LEAVES_UNFIT_PLACE: {
        Voice.ADULT: (N_("The place where you live now is not fit for you. The new place is."),),
        Voice.CHILD: (N_("The place where you live now is not good enough for you. The new place is."),),
    },
    Cause.WISH: {
        Voice.ADULT: (N_("There was a wish: {wish}. With this move the wish comes true."),),
        Voice.CHILD: (N_("We know what was asked for: {wish}. In the new place that comes true."),),
    },
    Cause.NEARER: {
        Voice.ADULT: (N_("There you live near the people whom you want to be near."),),
        Voice.CHILD: (N_("There you live close to people who belong with you."),),
    },
    Cause.LINKED_REGION: {
        Voice.ADULT: (N_("Your home will be in {home}. With this move you already live in that region."),),
        Voice.CHILD: (N_("Later you get a home in {home}. The new place is in that region already."),),
    },
    Cause.SMALLER_SITE: {
        Voice.ADULT: (N_("The new location is smaller and calmer than where you live now."),),
        Voice.CHILD: (N_("Fewer people live in the new place than where you are now."),),
    },
    Cause.MAKES_ROOM: {
        Voice.ADULT: (
            N_("Somebody else needs the place where you live now more. For you there is another place."),
            N_("That is why you are asked to make room."),
        ),
        Voice.CHILD: (
            N_("Somebody else needs the place where you live now very much. For you there is another place."),
        ),
    },
    Cause.LESS_CROWDED: {
        Voice.ADULT: (N_("More people live at your location than it has places for. With this move that gets less."),),
        Voice.CHILD: (N_("Too many people live where you live now. In the new place there is room for you."),),
    },
    Cause.BETTER_FIT: {
        Voice.ADULT: (N_("The new place suits you better than the place where you live now."),),
        Voice.CHILD: (N_("The new place suits you better than this one."),),
    },
    Cause.NO_PLACE_YET: {
        Voice.ADULT: (N_("You have no place yet. There is room for all of you together there."),),
        Voice.CHILD: (N_("You have no place of your own yet. There is room for you here."),),
    },
    Cause.NO_LOCATION_FITS: {
        Voice.ADULT: (N_("No location in the country may house you as things are now."),),
        Voice.CHILD: (N_("There is no place that suits you now. That is not your fault."),),
    },
    Cause.NO_ROOM: {
        Voice.ADULT: (N_("There are locations where you may live, but all of them are full in this plan."),),
        Voice.CHILD: (N_("The places where you could live are full now. That is not your fault."),),
    },
    Cause.NOT_SETTLED: {
        Voice.ADULT: (N_("The search stopped before this was settled. Ask a person to look at this proposal first."),),
        Voice.CHILD: (N_("The computer was not finished with this. A person will look at it first."),),
    },
}
