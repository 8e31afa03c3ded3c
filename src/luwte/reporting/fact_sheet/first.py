# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The first page: the number and where it comes from, what counts, how far it is, three ways on, children."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from luwte.law.counting import Places, Verdict
from luwte.law.explain import cite
from luwte.planning.law.municipal import Municipal
from luwte.reporting import few
from luwte.reporting.fact_sheet.children import children_here
from luwte.reporting.fact_sheet.facts import Facts
from luwte.reporting.fact_sheet.three_ways import three_ways
from luwte.reporting.law.counting import VERDICTS, why
from luwte.reporting.law.municipal import asked, housing, how_far
from luwte.reporting.law.told import UNKNOWN, listed
from luwte.reporting.municipal_map import municipal_map
from luwte.reporting.numbers import whole
from luwte.reporting.paper import Beside, Block, Figure, Figures, Grid, Heading, Picture, Points, Text
from luwte.words import N_, Words

MAP_HEIGHT = 52  # mm
REASONS_SHOWN = 5

ASKED_BINDING, ASKED = N_("places asked, binding"), N_("places asked, not binding yet")
THERE = N_("places there now")
COUNTS = N_("places that last and count")
TO_ADD = N_("places to add, so that enough count")
CHILDREN = N_("children in reception here")
FROM = N_("Where the number comes from")
MAP_ALT = N_("Map of {province}: {name} is filled in, the other municipalities are pale.")
MAP_CAPTION = N_("{name} in {province}")
WHAT_COUNTS = N_("What counts, and what does not")
COUNTS_WHEN = N_(
    "Places count when they last five years or more, are there within twelve months, and are enough together: 100 "
    "regular ones, or 16 for unaccompanied minors (Act 2(3), Decree 1.1 and 3.1)."
)
NOTHING_THERE = N_("The tables know no places and no offers here.")
REASON = (N_("why"), N_("article"), N_("counts"), N_("places"))
OTHER_REASONS = N_("Other reasons")
MAY_COUNT = N_("Nobody can tell of {unsure} places whether they count. If they do, {left} are to be added.")
ALL_COUNT = N_("Nobody can tell of {unsure} places whether they count. If they do, nothing is to be added.")
HOW_FAR = N_("How far it is")


def first_page(facts: Facts, words: Words) -> Iterator[Block]:
    """The blocks of the first page."""
    one = facts.one
    yield Figures(tuple(_figures(facts, words)))
    yield Beside((tuple(_number(facts, words)), tuple(_map(facts, words))), (5, 2))
    yield Heading(words.text(WHAT_COUNTS))
    yield from _counting(one, words)
    yield Heading(words.text(HOW_FAR))
    yield Points((*how_far(one, words), *(housing(one.housing, words) if one.housing else ())))
    yield from three_ways(facts, words)
    yield from children_here(facts, words)


def _figures(facts: Facts, words: Words) -> Iterator[Figure]:
    one = facts.one
    yield Figure(whole(one.number, words), words.text(ASKED if one.row.binding is None else ASKED_BINDING))
    yield Figure(whole(one.row.realised, words), words.text(THERE))
    yield Figure(whole(one.sums[Verdict.YES], words), words.text(COUNTS))
    yield Figure(whole(one.to_add, words), words.text(TO_ADD))
    children = words.text(UNKNOWN) if facts.children is None else few.told(facts.children, words)
    yield Figure(children, words.text(CHILDREN))


def _number(facts: Facts, words: Words) -> Iterator[Block]:
    yield Heading(words.text(FROM))
    for sentence in asked(facts.one, facts.tasks, words):
        yield Text(sentence)


def _map(facts: Facts, words: Words) -> Iterator[Block]:
    place = facts.one.place
    if svg := municipal_map(place, facts.dataset.municipalities, words):
        said = {"province": place.province, "name": place.name}
        yield Picture(svg, words.text(MAP_ALT, **said), words.text(MAP_CAPTION, **said), height=MAP_HEIGHT)


def _counting(one: Municipal, words: Words) -> Iterator[Block]:
    yield Text(words.text(COUNTS_WHEN))
    if not one.places:
        yield Text(words.text(NOTHING_THERE))
        return
    yield Grid(listed("", REASON, _reasons(one.places, words), len(REASON) - 1, words), (8, 5, 2, 2))
    if unsure := one.sums[Verdict.UNKNOWN]:
        left = max(one.to_add - unsure, 0)
        message = MAY_COUNT if left else ALL_COUNT
        yield Text(words.text(message, unsure=whole(unsure, words), left=whole(left, words)))


def _reasons(places: Sequence[Places], words: Words) -> list[tuple[str, ...]]:
    """Places by why they count or do not, the most first; what is past the last line stands together in one."""
    sums: dict[tuple[str, str, str], int] = defaultdict(int)
    for place in places:
        said = (why(place, words), cite(place.provision, words), words.text(VERDICTS[place.verdict]))
        sums[said] += place.candidate.places
    ordered = sorted(sums.items(), key=lambda entry: (-entry[1], entry[0]))
    rows: list[tuple[str, ...]] = [(*said, whole(count, words)) for said, count in ordered[:REASONS_SHOWN]]
    if rest := sum(count for _, count in ordered[REASONS_SHOWN:]):
        rows.append((words.text(OTHER_REASONS), "–", "–", whole(rest, words)))
    return rows
