# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the way of a place or of a fit one, in sentences, and what would have to happen."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from luwte.model.places import PlaceGroup
from luwte.placement.placement import Action, InTheWay, Lack
from luwte.reporting.explained.facts import Facts
from luwte.reporting.explained.voice import Voice
from luwte.reporting.labels import TERMS
from luwte.reporting.numbers import whole
from luwte.words import N_

MAY_HOUSE = (
    N_("There is {n} other location that may house you."),
    N_("There are {n} other locations that may house you."),
)
FIT = (N_("{n} of them is fit for you."), N_("{n} of them are fit for you."))
NONE_FIT = N_("None of them is fit for you.")
ALL_FULL = N_("None of these has room for all of you together.")
WITH_ROOM = (N_("{n} of these has room for all of you."), N_("{n} of these have room for all of you."))
WEIGHS_MORE = N_("Going there would weigh more, because: {reasons}.")
LIVE_THERE = N_("The people in the full places live there already. Nobody is sent away to make room.")
NEWCOMERS = (
    N_("{n} household newly comes to a place that is full by that."),
    N_("{n} households newly come to the places that are full by that."),
)
AHEAD = (
    N_("{n} of them needs the place more than you: it has none, or children there wait longer in an unfit place."),
    N_("{n} of them need the place more than you: they have none, or children there wait longer in an unfit place."),
)
AHEAD_OF_UNPLACED = (
    N_("In {n} of them there are more children or vulnerable people for each place they take."),
    N_("In {n} of them there are more children or vulnerable people for every place they take."),
)
LEVEL = (N_("{n} of them needs it just as much."), N_("{n} of them need it just as much."))
EXCHANGING = (
    N_("{n} of them changes places: it leaves a place that goes to somebody else."),
    N_("{n} of them change places: they leave a place that goes to somebody else."),
)
BEHIND = (
    N_("For {n} of them it weighs less than for you; it fits in the room that was left. Ask a person to look at that."),
    N_(
        "For {n} of them it weighs less than for you; they fit in the room that was left. Ask a person to look at that."
    ),
)
HELPS: Mapping[Lack, Mapping[PlaceGroup | None, tuple[str, str]]] = {
    Lack.PLACES: {
        PlaceGroup.FAMILY: (
            N_("What would help: {n} more place for families at {wanted}."),
            N_("What would help: {n} more places for families at {wanted}."),
        ),
        PlaceGroup.AMV: (
            N_("What would help: {n} more place for unaccompanied minors at {wanted}."),
            N_("What would help: {n} more places for unaccompanied minors at {wanted}."),
        ),
        PlaceGroup.ADULT: (
            N_("What would help: {n} more place for adults at {wanted}."),
            N_("What would help: {n} more places for adults at {wanted}."),
        ),
    },
    Lack.ACCESSIBLE: {
        None: (
            N_("What would help: {n} more place without stairs at {wanted}."),
            N_("What would help: {n} more places without stairs at {wanted}."),
        )
    },
    Lack.SCHOOL: {
        None: (
            N_("What would help: {n} more school place near {wanted}."),
            N_("What would help: {n} more school places near {wanted}."),
        )
    },
    Lack.UNITS: {
        None: (
            N_("What would help: {n} more unit for at least {persons} people at {wanted}."),
            N_("What would help: {n} more units for at least {persons} people at {wanted}."),
        )
    },
}
NO_WHOLE_UNIT = N_(
    "There are places free for you at {wanted}, but no whole unit. A family lives in a unit of its own there."
)
WAITING = (
    N_("{n} other child or family comes first, because they need it even more."),
    N_("{n} other children or families come first, because they need it even more."),
)


def in_the_way(facts: Facts, found: InTheWay, voice: Voice) -> Iterator[str]:
    """What stands in the way."""
    if voice is Voice.CHILD:
        if found.ahead:
            yield facts.count(WAITING, found.ahead)
        return
    is_unplaced = facts.row.action is Action.UNPLACED
    yield facts.count(MAY_HOUSE, found.lawful)
    if not is_unplaced and found.lawful:
        yield facts.count(FIT, found.fit) if found.fit else facts.say(NONE_FIT)
    wanted = found.lawful if is_unplaced else found.fit
    if not wanted:
        return
    if found.with_room:
        yield facts.count(WITH_ROOM, found.with_room)
        reasons = [facts.words.text(TERMS[name]) for name, value in _heaviest(found) if value > 0]
        if reasons:
            yield facts.words.text(WEIGHS_MORE, reasons="; ".join(reasons))
    else:
        yield facts.say(ALL_FULL)
    if found.wanted:
        if found.lacks.keys() == {Lack.UNITS}:
            yield facts.words.text(NO_WHOLE_UNIT, wanted=facts.place(found.wanted))
        yield from _queue(facts, found, AHEAD_OF_UNPLACED if is_unplaced else AHEAD)


def what_would_help(facts: Facts, found: InTheWay) -> Iterator[str]:
    """What would have to happen, so that the household can go to the full place that weighs least for it."""
    come_with_units = found.lacks.get(Lack.UNITS, 0) * found.unit
    filled_in = {"wanted": facts.place(found.wanted), "persons": whole(found.unit, facts.words)}
    for lack, number in found.lacks.items():
        if lack is Lack.PLACES and number <= come_with_units:
            continue
        messages = HELPS[lack]
        message = messages.get(found.wanted_group) or messages[None]
        yield facts.count(message, number, **filled_in)


def _queue(facts: Facts, found: InTheWay, ahead: tuple[str, str]) -> Iterator[str]:
    if not found.newcomers:
        yield facts.say(LIVE_THERE)
        return
    yield facts.count(NEWCOMERS, found.newcomers)
    behind = found.newcomers - found.exchanging - found.ahead - found.level
    said = ((ahead, found.ahead), (LEVEL, found.level), (EXCHANGING, found.exchanging), (BEHIND, behind))
    for message, number in said:
        if number:
            yield facts.count(message, number)


def _heaviest(found: InTheWay) -> list[tuple[str, Decimal]]:
    return sorted(found.move.items(), key=lambda item: -item[1])
