# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out of the example, every number counted a second time and day by day; and intake that people stopped."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil

import pytest

from luwte.data.example import make_example
from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup, Person
from luwte.model.periods import is_minor
from luwte.model.places import EMERGENCY_RECEPTION, LocationKind, PlaceGroup
from luwte.model.stays import Stay
from luwte.placement import Policy, load_policy
from luwte.placement.placement import Action
from luwte.planning import place_all
from luwte.planning.assessing import assessing
from luwte.planning.phase_out import PhaseOut, phase_out
from luwte.planning.phase_out.parts import By
from luwte.planning.recount import recount
from luwte.quality.catalogue import load_catalogue
from planning.country import DAY, country

ON, UNTIL = date(2026, 11, 16), date(2027, 7, 1)
ENDS = [date(2024, 9, 30), date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30),
        date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), ON]  # fmt: skip
KINDS = [kind.value for kind in EMERGENCY_RECEPTION]
LONG_BEFORE = 900  # days; nobody of the example came earlier
UNBORN, GROWN, NOWHERE, REGULAR = "unborn", "grown", "nowhere", "regular"


@pytest.fixture(scope="module")
def example() -> Dataset:
    """The example at a fiftieth."""
    return make_example(scale=0.02)


@pytest.fixture(scope="module")
def found(example: Dataset) -> PhaseOut:
    return phase_out(example, ON, until=UNTIL, policy=load_policy())


class Days:
    """Where each child was on each day, from the tables alone, without anything that the phase-out uses."""

    def __init__(self, dataset: Dataset) -> None:
        self.kind = {place.key: place.kind for place in dataset.locations}
        self.stays: dict[str, list[Stay]] = {}
        for stay in dataset.stays:
            self.stays.setdefault(stay.household, []).append(stay)
        housed = [h for h in dataset.households if h.location and h.key not in self.stays]
        assert not housed, "everybody who lives somewhere has a history in the example"
        touched = {key for key, stays in self.stays.items() if any(self._in_emergency(stay) for stay in stays)}
        self.children = [person for person in dataset.persons if person.household in touched]

    def _in_emergency(self, stay: Stay) -> bool:
        return self.kind[stay.location] in EMERGENCY_RECEPTION

    def state(self, person: Person, day: date) -> str:
        """The kind of emergency reception, or why not there."""
        if (day.year, day.month) < tuple(person.birth_month):
            return UNBORN
        if not is_minor(person.birth_month, day):
            return GROWN
        for stay in self.stays[person.household]:
            if stay.since <= day and (stay.until is None or day < stay.until):
                return self.kind[stay.location].value if self._in_emergency(stay) else REGULAR
        return NOWHERE

    def on(self, day: date) -> Counter[str]:
        """Children by state on a day."""
        return Counter(self.state(person, day) for person in self.children)

    def crossings(self, after: date, until: date) -> Counter[tuple[str, str]]:
        """Who went into emergency reception from what, or out of it to what, day after day."""
        found: Counter[tuple[str, str]] = Counter()
        for person in self.children:
            been, before = False, self.state(person, ENDS[0] - timedelta(days=LONG_BEFORE))
            assert before not in KINDS
            for ahead in range((until - ENDS[0]).days + LONG_BEFORE):
                day = ENDS[0] - timedelta(days=LONG_BEFORE - 1 - ahead)
                now = self.state(person, day)
                if now != before and after < day <= until:
                    if now in KINDS and before not in KINDS:
                        found["in", before if before == UNBORN else "again" if been else "new"] += 1
                    if before in KINDS and now not in KINDS:
                        found["out", now] += 1
                been, before = been or now in KINDS, now
        return found


@pytest.fixture(scope="module")
def days(example: Dataset) -> Days:
    return Days(example)


def test_children_by_quarter_and_kind_are_those_of_the_tables_and_the_counts(
    example: Dataset, found: PhaseOut, days: Days
) -> None:
    counted = {(count.on, count.kind.value): count.children for count in example.headcounts}
    today = days.on(ON)
    for row in found.quarters:
        if row.by is By.KIND:
            before = ENDS[ENDS.index(row.last_day) - 1]
            assert row.before == counted[before, row.part], row
            assert row.children == (today[row.part] if row.last_day == ON else counted[row.last_day, row.part]), row
    assert found.children == sum(today[kind] for kind in KINDS)
    assert found.children > 50


@pytest.mark.parametrize("quarter", [6, 8])
def test_who_came_and_went_is_found_again_day_by_day(found: PhaseOut, days: Days, quarter: int) -> None:
    after, until = ENDS[quarter - 1], ENDS[quarter]
    (row,) = [row for row in found.quarters if row.by is By.ALL and row.last_day == until]
    crossed = days.crossings(after, until)
    assert (row.new, row.again, row.born) == (crossed["in", "new"], crossed["in", "again"], crossed["in", UNBORN])
    went = (crossed["out", REGULAR], crossed["out", GROWN], crossed["out", NOWHERE])
    assert (row.to_regular, row.eighteen, row.away) == went
    assert row.from_other_site == row.to_other_site
    assert row.new > 0
    assert row.to_regular > 0


def test_who_left_reception_follows_from_the_counts(example: Dataset, found: PhaseOut, days: Days) -> None:
    rows = [row for row in found.quarters if row.by is By.ALL]
    gone = {day: sum(c.children for c in example.headcounts if c.on == day) for day in ENDS[:-1]} | {ON: None}
    for row, before in zip(rows, ENDS, strict=False):
        here_then = sum(days.on(before)[kind] for kind in KINDS)
        here_now = sum(days.on(row.last_day)[kind] for kind in KINDS)
        missing_then = (gone[before] or 0) - here_then
        missing_now = 0 if row.last_day == ON else (gone[row.last_day] or 0) - here_now
        assert row.not_kept == missing_now - missing_then


def test_every_line_of_every_part_adds_up(found: PhaseOut) -> None:
    for row in found.quarters:
        came = row.new + row.again + row.born + row.from_other_site + row.unknown_since
        went = row.to_regular + row.eighteen + row.to_other_site + row.away
        assert row.before + came + row.another_part + (row.not_kept or 0) - went == row.children, row


def test_both_counts_of_today_come_to_the_same_children(found: PhaseOut) -> None:
    for by in By:
        assert sum(row.children for row in found.quarters if row.by is by and row.last_day == ON) == found.children


def test_pace_and_day_by_hand(example: Dataset, found: PhaseOut) -> None:
    for row, since in zip(found.pace, (date(2026, 3, 31), date(2025, 9, 30)), strict=True):
        then = sum(count.children for count in example.headcounts if count.on == since)
        passed = (ON - since).days
        fell = then - found.children
        assert (row.since, row.days, row.fell, row.is_floor) == (since, passed, fell, False)
        assert row.a_day == (Decimal(fell) / passed).quantize(Decimal("0.001"), ROUND_HALF_UP)
        left = ceil(found.children * passed / fell)
        assert (row.days_left, row.last_leaves) == (left, ON + timedelta(days=left))


def test_what_the_first_of_july_takes_by_hand(example: Dataset, found: PhaseOut, days: Days) -> None:
    assert found.ahead.asked.days == 227
    assert found.ahead.asked.a_week == Fraction(found.children, 227) * 7
    here = [person for person in days.children if days.state(person, ON) in KINDS]
    assert found.ahead.turning_eighteen == sum(not is_minor(person.birth_month, UNTIL) for person in here)
    at = {h.key: example.location[h.location] for h in example.households if h.location}
    closing = [at[p.household] for p in here if (closes := at[p.household].closes) is not None and closes <= UNTIL]
    assert found.ahead.at_closing_sites == len(closing)
    assert found.ahead.closing_sites == len({site.key for site in closing})


def test_places_that_it_takes_are_whole_families(example: Dataset, found: PhaseOut) -> None:
    family, amv = found.places
    living = {place.key for place in example.locations if place.kind in EMERGENCY_RECEPTION and place.is_open(ON)}
    for row, group in ((family, HouseholdGroup.FAMILY), (amv, HouseholdGroup.AMV)):
        homes = [h for h in example.households if h.group is group and h.location in living]
        members = [example.persons_of[h.key] for h in homes]
        minors = [sum(is_minor(p.birth_month, ON) for p in persons) for persons in members]
        assert row.people == sum(len(persons) for persons, own in zip(members, minors, strict=True) if own)
        assert row.children == sum(minors)
        assert row.short == max(0, row.people + row.without + row.closing - row.free - row.opening)
        assert row.free > 0
    assert family.children + amv.children == found.children


def test_critical_sites_are_ranked_as_assess_ranks_them(example: Dataset, found: PhaseOut, policy: Policy) -> None:
    told = assessing(example, ON, policy=policy, catalogue=load_catalogue())
    emergency = {place.key for place in example.locations if place.kind in EMERGENCY_RECEPTION}
    expected = [row for row in told.critical if row.location in emergency and row.children]
    assert [(r.location, r.group, r.weight) for r in found.critical] == [
        (r.location, r.group, r.weight) for r in expected
    ]
    assert expected
    for row in found.critical:
        assert row.weight == row.child_days * row.failed_gates


def test_what_nobody_decided_stays_open(example: Dataset, found: PhaseOut) -> None:
    for row in found.sites:
        site = example.location[row.location]
        assert (row.term_long_enough, row.permit_feasible) == (site.term_long_enough, site.permit_feasible)
        assert not (row.gates_met and (row.failed_gates or row.open_gates))
    assert sum(row.children for row in found.sites) == found.children
    assert any(row.gates_met is None and row.permit_feasible is None for row in found.sites)


def test_without_counts_nobody_is_told_a_day_that_nobody_knows(example: Dataset) -> None:
    seen = phase_out(replace(example, headcounts=()), ON, until=UNTIL, policy=load_policy())
    assert all(row.not_kept is None for row in seen.quarters)
    for look in seen.outlooks:
        assert look.pace.is_floor
        assert look.best is None
        assert not look.pace.is_known  # of who is here now ever more came, and who left is not in the tables


def test_a_count_below_what_the_tables_know_is_told(example: Dataset) -> None:
    first, *others = example.headcounts
    low = replace(first, on=ENDS[-2], children=0, kind=LocationKind.EMERGENCY)
    rest = [count for count in others if (count.on, count.kind) != (low.on, low.kind)]
    seen = phase_out(replace(example, headcounts=(low, *rest)), ON, until=UNTIL, policy=load_policy())
    assert [finding.kind.code for finding in seen.findings] == ["phase_out.count_too_low"]


def stopped(day: date | None) -> Dataset:
    """The small country, where nobody newly comes to the shared site from a day on."""
    made = country()
    sites = tuple(replace(x, intake_stopped_on=day) if x.key == "SHARED" else x for x in made.locations)
    return replace(made, locations=sites)


def test_nobody_is_newly_brought_where_a_person_stopped_the_intake(policy: Policy) -> None:
    brought = place_all(stopped(DAY), DAY, policy=policy).placement.proposals
    assert not [p for p in brought if p.destination == "SHARED" and p.origin != "SHARED"]
    assert [p for p in brought if p.destination == "SHARED" and p.origin == "SHARED"]


def test_a_stop_that_begins_tomorrow_stops_nobody_today(policy: Policy) -> None:
    before = place_all(stopped(None), DAY, policy=policy).placement.proposals
    tomorrow = place_all(stopped(DAY + timedelta(days=1)), DAY, policy=policy).placement.proposals
    assert tomorrow == before
    assert [p for p in before if p.destination == "SHARED" and p.origin != "SHARED"]


def test_the_recount_finds_who_is_brought_there_all_the_same(policy: Policy) -> None:
    placing = place_all(stopped(DAY), DAY, policy=policy)
    proposals = {p.household: p for p in placing.placement.proposals}
    brought = replace(proposals["A-NEW"], destination="SHARED", place_group=PlaceGroup.ADULT, action=Action.NEW)
    changed = tuple((proposals | {"A-NEW": brought}).values())
    codes = {f.kind.code for f in recount(placing.question, changed, placing.placement.terms, placing.placement.levels)}
    assert "recount.closed" in codes
