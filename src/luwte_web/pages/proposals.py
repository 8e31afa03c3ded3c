# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Proposals: the list with its filters, and for each household why it is proposed and what it would cost otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from django.http import Http404

from luwte.model.people import Household, HouseholdGroup
from luwte.placement.placement import Action, Cause
from luwte.planning.outputs import PlacementRow
from luwte.reporting.explained import Voice, explain, voice_for
from luwte.reporting.labels import LEVELS, TERMS
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.answers import Asked, HouseholdsClosed, Page, page
from luwte_web.pages.country import Country
from luwte_web.pages.filters import Filters
from luwte_web.pages.fitness import TONES
from luwte_web.pages.in_the_way import in_the_way_table, move_table
from luwte_web.pages.letters import letters_of
from luwte_web.pages.links import to_household, to_location, to_municipality
from luwte_web.pages.locations import Fact
from luwte_web.pages.names import RULES
from luwte_web.pages.paging import Paging
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

MOST_URGENT_FIRST = {Action.UNPLACED: 0, Action.NEW: 1, Action.MOVE: 2, Action.STAY: 3}
CHILDREN, NO_CHILDREN = "yes", "no"
TO_ADULTS, TO_A_CHILD = N_("To read aloud"), N_("To read aloud to the young person")


@dataclass(frozen=True, slots=True)
class Abode:
    """Where the household lives, or would live."""

    when: str
    name: str
    link: str
    kind: str
    fitness: str
    tone: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """One term of a proposal: in the tables its name begins with its level, as in `l2_stays_unfit`."""

    level: int
    name: str
    value: Decimal

    @classmethod
    def of(cls, name: str, value: Decimal) -> Self:
        """A term as it stands in a row."""
        level, _, term = name.partition("_")
        return cls(int(level[1:]), term, value)


@page
def proposals(asked: Asked) -> Page:
    """What is proposed for whom."""
    country, reader = asked.country, asked.reader
    if not country.shows_households:
        raise HouseholdsClosed
    filters = Filters(asked.query, reader)
    rows = sorted(_chosen(country, reader, filters), key=lambda row: MOST_URGENT_FIRST[row.action])
    parts = Paging(asked.query, len(rows))
    table = proposals_table(country, reader, rows)
    context = {"filters": filters, "table": parts.of(table), "parts": parts}
    return Page("proposals.html", reader.text("Proposals"), context, (table,))


@page
def proposal(asked: Asked, key: str) -> Page:
    """One household: where it lives, what is proposed, why, and what else there is."""
    country, reader = asked.country, asked.reader
    if not country.shows_households:
        raise HouseholdsClosed
    row = country.placement_of.get(key)
    if row is None:
        raise Http404
    household = country.dataset.household[key]
    moving_there = move_table(reader, row)
    tables = (
        terms_table(reader, row),
        next_best_table(reader, row),
        excluded_table(reader, row),
        in_the_way_table(country, reader, row),
        moving_there,
    )
    context = {
        "row": row,
        "household": household,
        "action": reader.name(row.action),
        "cause": reader.name(row.cause),
        "aloud": reader.text(TO_A_CHILD if voice_for(row) is Voice.CHILD else TO_ADULTS),
        "told": explain(row, country.dataset, country.on, reader.words).paragraphs,
        "letters": list(letters_of(reader, row)),
        "moving_there": moving_there.rows,
        "facts": list(_facts(asked, household, row)),
        "factors": list(_factors(asked, household, row)) if row.minors else [],
        "places": list(_places(asked, household, row)),
        "next_best": country.dataset.location.get(row.next_best or ""),
    }
    return Page("proposal.html", reader.text("Household {key}", key=key), context, tables)


def proposals_table(country: Country, reader: Reader, rows: Sequence[PlacementRow]) -> Table[Any]:
    """Proposals, one household a row."""
    shown = (
        columns.words(reader.text("Household"), lambda r: r.household, lambda r: to_household(r.household)),
        columns.names(reader, reader.text("Group"), lambda r: HouseholdGroup(r.group)),
        columns.counts(reader, reader.text("People"), lambda r: r.size),
        columns.counts(reader, reader.text("Children"), lambda r: r.minors),
        columns.names(reader, reader.text("Proposal"), lambda r: r.action),
        columns.words(reader.text("From"), lambda r: country.place_name(r.origin), lambda r: to_location(r.origin)),
        columns.words(
            reader.text("To"), lambda r: country.place_name(r.destination), lambda r: to_location(r.destination)
        ),
        columns.names(reader, reader.text("Why"), lambda r: r.cause),
        columns.weights(reader, reader.text("Welfare of children"), lambda r: r.level_2),
    )
    return Table.of("proposals", reader.text("Proposals"), shown, rows)


def terms_table(reader: Reader, row: PlacementRow) -> Table[Any]:
    """What weighs on this household in this proposal."""
    shown = (
        columns.words(reader.text("What weighs"), lambda term: reader.text(TERMS.get(term.name, term.name))),
        columns.words(reader.text("Level"), lambda term: reader.text(LEVELS[term.level][0])),
        columns.weights(reader, reader.text("Weight"), lambda term: term.value),
    )
    rows = [Weighed.of(name, value) for name, value in row.terms]
    return Table.of("terms", reader.text("What weighs in this proposal"), shown, rows)


def next_best_table(reader: Reader, row: PlacementRow) -> Table[Any]:
    """What the next best place would cost this household more, or less, per level."""
    prices = (row.next_best_level_1, row.next_best_level_2, row.next_best_level_3)
    names = (reader.text("Protection"), reader.text("Welfare of children"), reader.text("Voice and fit"))
    rows = list(zip(names, prices, strict=True)) if row.next_best else []
    shown = (
        columns.words(reader.text("Level"), lambda price: price[0]),
        columns.differences(reader, reader.text("Difference with this proposal"), lambda price: price[1]),
    )
    return Table.of("next-best", reader.text("What the next best place would cost"), shown, rows)


def excluded_table(reader: Reader, row: PlacementRow) -> Table[Any]:
    """How many locations each rule excludes for this household."""
    shown = (
        columns.words(reader.text("Rule"), lambda rule: reader.text(RULES.get(rule[0], rule[0]))),
        columns.counts(reader, reader.text("Locations excluded"), lambda rule: rule[1]),
    )
    return Table.of("excluded", reader.text("Why not elsewhere"), shown, row.excluded)


def _chosen(country: Country, reader: Reader, filters: Filters) -> Iterator[PlacementRow]:
    provinces = {row.province_code: row.province for row in country.plan.provinces}
    places = {place.key: place.name for place in country.dataset.locations}
    with_children = {CHILDREN: reader.text("with children"), NO_CHILDREN: reader.text("without children")}
    action = filters.code("action", reader.text("Proposal"), Action, reader.text("all"))
    cause = filters.code("cause", reader.text("Why"), Cause, reader.text("all reasons"))
    group = filters.code("group", reader.text("Group"), HouseholdGroup, reader.text("all groups"))
    minors = filters.choose("minors", reader.text("Children"), with_children, reader.text("with or without"))
    province = filters.choose("province", reader.text("From or to province"), provinces, reader.text("all provinces"))
    place = filters.choose("location", reader.text("From or to location"), places, reader.text("all locations"))
    for row in country.plan.placements:
        ends = (row.origin, row.destination)
        if (
            action in (None, row.action)
            and cause in (None, row.cause)
            and (group is None or group.value == row.group)
            and minors in ("", CHILDREN if row.minors else NO_CHILDREN)
            and (not place or place in ends)
            and (not province or province in {country.province_at(end) for end in ends})
        ):
            yield row


def _places(asked: Asked, household: Household, row: PlacementRow) -> Iterator[Abode]:
    country, reader = asked.country, asked.reader
    for when, key in ((reader.text("Now"), row.origin), (reader.text("Proposed"), row.destination)):
        place = country.dataset.location.get(key or "")
        fit = country.fitness_at(household, key)
        yield Abode(
            when,
            place.name if place else reader.text("no place"),
            to_location(key),
            reader.name(place.kind) if place else "",
            reader.name(fit) if fit else "",
            TONES[fit.value] if fit else "",
        )


def _facts(asked: Asked, household: Household, row: PlacementRow) -> Iterator[Fact]:
    reader, country = asked.reader, asked.country
    yield Fact(reader.text("Group"), reader.name(household.group))
    yield Fact(reader.text("People"), reader.number(row.size))
    yield Fact(reader.text("Children"), reader.number(row.minors))
    yield Fact(reader.text("Phase"), reader.name(household.phase))
    yield Fact(reader.text("Needs of a place"), reader.listing(household.needs))
    if household.linked_municipality:
        home = country.dataset.municipality.get(household.linked_municipality)
        name = home.name if home else household.linked_municipality
        yield Fact(reader.text("Home will be in"), name, to_municipality(home.code) if home else "")
    if row.room_for:
        yield Fact(reader.text("Makes room for"), row.room_for, to_household(row.room_for))
    if household.locked:
        yield Fact(reader.text("Held by a person, because"), household.lock_reason or reader.text("no reason given"))


def _factors(asked: Asked, household: Household, row: PlacementRow) -> Iterator[Fact]:
    """The four factors of Directive (EU) 2024/1346, art. 26(2), as far as the tables know them."""
    reader, country = asked.reader, asked.country
    near = reader.text("no wish to be near others is known")
    yield Fact(
        reader.text("Family"),
        household.keep_near or near,
        to_household(household.keep_near) if household.keep_near else "",
    )
    stay = (
        reader.text("no place yet")
        if household.since is None
        else reader.text("here since {day}", day=reader.day(household.since))
    )
    moves = reader.count("{shown} forced move before", "{shown} forced moves before", household.forced_moves)
    yield Fact(reader.text("Well-being and continuity"), f"{stay}; {moves}")
    fits = [country.fitness_at(household, key) for key in (row.origin, row.destination)]
    safety = " → ".join(reader.name(fit) if fit else reader.text("no place") for fit in fits)
    yield Fact(reader.text("Safety and fitness, now → proposed"), safety)
    yield Fact(reader.text("The child's views"), _wish(asked, household))


def _wish(asked: Asked, household: Household) -> str:
    reader, country = asked.reader, asked.country
    if household.wish_kind is None:
        return reader.text("no wish is written down")
    places = country.dataset.municipalities
    named = {m.province_code: m.province for m in places} | {m.code: m.name for m in places}
    parts = [reader.name(household.wish_kind), named.get(household.wish or "", household.wish or "")]
    said = reader.text("said by {who} on {day}", who=reader.name(household.wish_by), day=reader.day(household.wish_on))
    return f"{' '.join(part for part in parts if part)} ({said})"
