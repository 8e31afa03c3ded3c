# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Three ways to make the places that are still needed, with their cost beside that of emergency reception."""

from collections.abc import Iterator

from luwte.law.ways import yearly, yearly_in_emergency
from luwte.reporting.fact_sheet.facts import Facts
from luwte.reporting.law import ways as worked
from luwte.reporting.law.told import UNKNOWN, listed
from luwte.reporting.numbers import whole
from luwte.reporting.paper import Block, Fine, Grid, Heading, Text
from luwte.words import N_, Words

THREE_WAYS = N_("Three ways to add the {places} places")
REACHED = N_("Nothing to add")
ENOUGH = N_("What counts reaches the number. Keeping it so is the task: places that close leave a gap again.")
WAY = (
    N_("way"), N_("what it comes to"), N_("places a site"), N_("together"), N_("cost a year"),
    N_("as emergency reception"),
)  # fmt: skip
FEWER = N_(
    "Fewer places do meet the number, but they do not count as lasting. Municipalities of one province can also "
    "exchange places (Act 4(1))."
)
ASKED_FOR = N_("What a small site costs was not published, nor one for unaccompanied minors: unknown, not guessed.")
AS_GIVEN = N_("A place at a small site was taken at {small} a year, as given by who asked for this sheet.")


def three_ways(facts: Facts, words: Words) -> Iterator[Block]:
    """A heading, a table of the ways and what its costs rest on; where nothing is to be added, that."""
    one = facts.one
    if not one.ways:
        yield Heading(words.text(REACHED))
        yield Text(words.text(ENOUGH))
        return
    yield Heading(words.text(THREE_WAYS, places=whole(one.to_add, words)))
    rows = [
        (
            worked.named(way, words),
            worked.comes_to(way, words),
            worked.sized(way, words),
            whole(way.places, words),
            words.text(UNKNOWN) if cost is None else worked.euros(cost, words),
            worked.euros(yearly_in_emergency(way), words),
        )
        for way in one.ways
        for cost in (yearly(way, small=facts.small),)
    ]
    yield Grid(listed("", WAY, rows, 2, words), (12, 18, 7, 6, 9, 10))
    if any(way.above for way in one.ways):
        yield Text(words.text(FEWER))
    yield Fine(f"{worked.by_costs(words)} {_small(facts, words)}")


def _small(facts: Facts, words: Words) -> str:
    """What a small site was taken to cost, or that nobody knows it."""
    if facts.small is None:
        return words.text(ASKED_FOR)
    return words.text(AS_GIVEN, small=worked.euros(facts.small, words))
