# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The first page: the number and where it comes from, what counts towards it, how far it is, and three ways on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from luwte.law.counting import Places, Verdict
from luwte.law.explain import cite
from luwte.law.ways import Way, yearly, yearly_in_emergency
from luwte.planning.law.municipal import Municipal
from luwte.reporting import few
from luwte.reporting.fact_sheet.facts import Facts
from luwte.reporting.law import ways as worked
from luwte.reporting.law.counting import VERDICTS, why
from luwte.reporting.law.municipal import asked, housing, how_far
from luwte.reporting.law.told import UNKNOWN, listed
from luwte.reporting.municipal_map import municipal_map
from luwte.reporting.numbers import whole
from luwte.reporting.paper import Beside, Block, Figure, Figures, Fine, Grid, Heading, Picture, Points, Text
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
HOW_FAR = N_("How far it is")
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


def first_page(facts: Facts, words: Words) -> Iterator[Block]:
    """The blocks of the first page."""
    one = facts.one
    yield Figures(tuple(_figures(facts, words)))
    yield Beside((tuple(_number(facts, words)), tuple(_map(facts, words))), (5, 2))
    yield Heading(words.text(WHAT_COUNTS))
    yield from _counting(one, words)
    yield Heading(words.text(HOW_FAR))
    yield Points((*how_far(one, words), *(housing(one.housing, words) if one.housing else ())))
    yield from _ways(facts, words)


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
    yield Grid(listed("", REASON, _reasons(one.places, words), len(REASON) - 1, words), (9, 3, 2, 2))
    if unsure := one.sums[Verdict.UNKNOWN]:
        left = max(one.to_add - unsure, 0)
        yield Text(words.text(MAY_COUNT, unsure=whole(unsure, words), left=whole(left, words)))


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


def _ways(facts: Facts, words: Words) -> Iterator[Block]:
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
    yield Grid(listed("", WAY, rows, 2, words), (12, 15, 7, 7, 9, 10))
    if any(way.above for way in one.ways):
        yield Text(words.text(FEWER))
    is_given = facts.small is not None and any(way.way is Way.SMALL for way in one.ways)
    given = words.text(AS_GIVEN, small=worked.euros(facts.small, words)) if is_given and facts.small else ""
    yield Fine(" ".join(filter(None, (worked.by_costs(words), given or words.text(ASKED_FOR)))))
