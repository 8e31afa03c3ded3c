# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From a row of a plan to paragraphs: what is proposed, why, what it means, what else there is, what is in the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup
from luwte.placement.placement import Action, Cause
from luwte.planning.outputs import PlacementRow
from luwte.planning.placement_rows import in_the_way_of
from luwte.reporting.explained.causes import ACTIONS, CAUSES
from luwte.reporting.explained.facts import Facts
from luwte.reporting.explained.in_the_way import in_the_way, what_would_help
from luwte.reporting.explained.terms import RULES, TERMS
from luwte.reporting.explained.voice import Voice, voice_for
from luwte.reporting.numbers import whole
from luwte.words import N_, Words

BOUND = (Cause.LOCKED, Cause.RESERVED, Cause.MOVE_LATER)  # nobody looked for another place
RULES_TOLD = 2  # rules that exclude most; the page shows all of them in a table
TOGETHER = N_("You stay together with your family.")
KEEPS_BED = {
    Voice.ADULT: N_("You keep your bed where you live now until the location closes, on {day}."),
    Voice.CHILD: N_("Until {day} you can stay where you live now."),
}
NO_DIFFERENCE = (0, 0, 0)
LOCATIONS = (
    N_("{n} location is open on this day."),
    N_("{n} locations are open on this day."),
)
MAY_LIVE = N_("You may live at {n} of them.")
OVERLAP = N_("One location can be ruled out for more than one reason.")
OTHER = N_("The next best place for you is {other}.")
OTHER_IS_STAYING = N_("Next best for you is to stay where you live now.")
STAYING_IS_BETTER = N_("For you alone it would be better to stay, but others need that place more.")
BETTER_BUT_FULL = N_("{other} would suit you better, but it has no room for all of you.")
BETTER = N_("{other} would suit you better and has room. Ask a person to look at that.")
OTHER_IS_EQUAL = N_("For you that place is just as good.")
OTHER_IS_WORSE_FOR_CHILDREN = N_("For the children that place is worse.")
OTHER_IS_WORSE = N_("That place suits you less.")
OTHER_IS_FULL = N_("It has no room now.")
CHILD_OTHER_FULL = N_("We also looked at {other}, but that is full.")
CHILD_OTHER = N_("We also looked at {other}, but this is better for you.")


@dataclass(frozen=True)
class Explanation:
    """Sentences by what they tell, in one language and one voice; every part may be empty but the first two."""

    proposal: tuple[str, ...]
    reasons: tuple[str, ...]
    meaning: tuple[str, ...]
    elsewhere: tuple[str, ...]
    in_the_way: tuple[str, ...]
    would_help: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All of it, a paragraph for each part that has something to tell."""
        parts = (
            (*self.proposal, *self.reasons),
            self.in_the_way,
            self.would_help,
            self.meaning,
            self.elsewhere,
        )
        return tuple(" ".join(part) for part in parts if part)


def explain(row: PlacementRow, dataset: Dataset, on: date, words: Words, voice: Voice | None = None) -> Explanation:
    """What is proposed for a household and why; `on` is the day of the plan, `voice` that of the household itself."""
    speaks = voice or voice_for(row)
    facts, found = Facts(row, dataset, words), in_the_way_of(row)
    return Explanation(
        proposal=tuple(map(facts.say, _proposal(facts, on, speaks))),
        reasons=tuple(map(facts.say, CAUSES[row.cause][speaks])),
        meaning=tuple(facts.say(message) for message in _meaning(row, speaks)),
        elsewhere=tuple(_elsewhere(facts, on, speaks)),
        in_the_way=tuple(in_the_way(facts, found, speaks)) if found else (),
        would_help=tuple(what_would_help(facts, found)) if found and speaks is Voice.ADULT else (),
    )


def _proposal(facts: Facts, on: date, voice: Voice) -> Iterator[str]:
    row = facts.row
    yield from ACTIONS[row.action][voice]
    origin = facts.dataset.location.get(row.origin or "")
    if row.action is Action.UNPLACED and origin and origin.is_open(on) and origin.closes:
        yield KEEPS_BED[voice]
    if row.action is not Action.UNPLACED and voice is Voice.CHILD and row.group == HouseholdGroup.FAMILY:
        yield TOGETHER


def _meaning(row: PlacementRow, voice: Voice) -> Iterator[str]:
    """What weighs, the heaviest first, level by level."""
    for name, _ in sorted(row.terms, key=lambda term: (term[0][:2], -term[1])):
        message = TERMS.get(name[3:], {}).get(voice)
        if message:
            yield message


def _elsewhere(facts: Facts, on: date, voice: Voice) -> Iterator[str]:
    row = facts.row
    if row.cause in BOUND:
        return
    if voice is Voice.ADULT:
        is_open = sum(place.is_open(on) for place in facts.dataset.locations)
        yield facts.count(LOCATIONS, is_open)
        yield facts.words.text(MAY_LIVE, n=whole(row.lawful, facts.words))
        worded = [(rule, number) for rule, number in row.excluded if rule in RULES]
        told = sorted(worded, key=lambda each: -each[1])[:RULES_TOLD]
        for rule, number in told:
            yield facts.count(RULES[rule], number)
        if sum(number for _, number in told) > is_open - row.lawful:
            yield facts.say(OVERLAP)
    if row.next_best:
        yield from _next_best(facts, voice)


def _next_best(facts: Facts, voice: Voice) -> Iterator[str]:
    """The next best place, and why it is not proposed."""
    row, other = facts.row, facts.place(facts.row.next_best)
    price = (row.next_best_level_1 or 0, row.next_best_level_2 or 0, row.next_best_level_3 or 0)
    is_home = row.next_best == row.origin
    if voice is Voice.CHILD:
        if not is_home and (price > NO_DIFFERENCE or not row.next_best_room):
            yield facts.words.text(CHILD_OTHER if price > NO_DIFFERENCE else CHILD_OTHER_FULL, other=other)
    elif price < NO_DIFFERENCE:
        better = STAYING_IS_BETTER if is_home else BETTER if row.next_best_room else BETTER_BUT_FULL
        yield facts.words.text(better, other=other)
    else:
        yield facts.words.text(OTHER_IS_STAYING if is_home else OTHER, other=other)
        worse = OTHER_IS_WORSE_FOR_CHILDREN if price[1] > 0 and row.minors else OTHER_IS_WORSE
        yield facts.say(worse if price > NO_DIFFERENCE else OTHER_IS_EQUAL)
        if not row.next_best_room and not is_home:
            yield facts.say(OTHER_IS_FULL)
