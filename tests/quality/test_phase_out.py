# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out of emergency reception: a made-up country of which every quarter is known by hand, and the sums."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.model.periods import Month
from luwte.model.places import EMERGENCY_RECEPTION, Building, Location, LocationKind, Operator, PlaceGroup
from luwte.quality.phase_out.flows import EVERYWHERE, Flow, PartOf, flows
from luwte.quality.phase_out.nights import Came, Slept, Spell, Went, nights_of
from luwte.quality.phase_out.pace import Asked, Pace, outlook
from luwte.quality.phase_out.quarters import Quarter, stretches

ON = date(2026, 11, 16)
BORN = Month(2015, 5)


def site(kind: LocationKind, key: str = "") -> Location:
    return Location(key or kind.value, key, "GM0001", kind, Operator.COA, Building.OTHER, 100, 100, 0)


HALL, HOTEL = site(LocationKind.CRISIS_EMERGENCY), site(LocationKind.EMERGENCY)
TOWN, AZC = site(LocationKind.TEMPORARY_MUNICIPAL), site(LocationKind.AZC)


def by_kind(_: date) -> PartOf:
    return lambda slept: slept.location.kind.value


def together(_: date) -> PartOf:
    return lambda _: EVERYWHERE


def told(name: str, *spells: Spell, born: Month = BORN) -> list[Slept]:
    return list(nights_of(name, PlaceGroup.FAMILY, born, spells))


MOVED_ON = (
    Spell(HALL, date(2026, 1, 10), date(2026, 2, 1)),
    Spell(HOTEL, date(2026, 2, 1), date(2026, 5, 1)),
    Spell(AZC, date(2026, 5, 1)),
)
CAME_BACK = (
    Spell(HOTEL, date(2025, 12, 1), date(2026, 1, 5)),
    Spell(AZC, date(2026, 1, 5), date(2026, 8, 1)),
    Spell(TOWN, date(2026, 8, 1)),
)
SIX_CHILDREN = [
    *told("moved on", *MOVED_ON),
    *told("came back", *CAME_BACK),
    *told("born there", Spell(HOTEL, date(2025, 1, 1)), born=Month(2026, 4)),
    *told("came of age", Spell(HOTEL, date(2025, 1, 1)), born=Month(2008, 6)),
    *told("nobody knows where", Spell(HOTEL, date(2026, 4, 2), date(2026, 9, 30))),
    *told("nobody knows since when", Spell(HOTEL, None)),
]


def test_a_child_who_comes_of_age_leaves_on_the_first_day_after_the_month_of_the_birthday() -> None:
    (stay,) = told("amv", Spell(HOTEL, date(2025, 1, 1)), born=Month(2008, 6))
    assert (stay.until, stay.went) == (date(2026, 7, 1), Went.EIGHTEEN)
    assert stay.on(date(2026, 6, 30))
    assert not stay.on(date(2026, 7, 1))


def test_how_every_stay_of_the_six_began_and_ended() -> None:
    assert [(stay.child, stay.came, stay.went) for stay in SIX_CHILDREN] == [
        ("moved on", Came.NEW, Went.OTHER_SITE),
        ("moved on", Came.OTHER_SITE, Went.REGULAR),
        ("came back", Came.NEW, Went.REGULAR),
        ("came back", Came.AGAIN, Went.EIGHTEEN),
        ("born there", Came.BORN, Went.EIGHTEEN),
        ("came of age", Came.NEW, Went.EIGHTEEN),
        ("nobody knows where", Came.NEW, Went.AWAY),
        ("nobody knows since when", Came.BEFORE, Went.EIGHTEEN),
    ]


def test_the_quarters_of_the_six_by_hand() -> None:
    over = list(stretches(ON, 4))
    rows = list(flows(SIX_CHILDREN, over, [EVERYWHERE], together))
    assert [str(row.stretch.quarter) for row in rows] == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    # end of Q4: came back, of age, since when. Q1: + moved on, - came back. Q2: + born, + where, - moved on.
    assert [(row.before, row.end) for row in rows] == [(2, 3), (3, 3), (3, 4), (4, 3), (3, 3)]
    assert [row.brought_in for row in rows] == [1, 1, 1, 1, 0]
    assert [row.came[Came.BORN] for row in rows] == [0, 0, 1, 0, 0]
    assert [row.went[Went.REGULAR] for row in rows] == [0, 1, 1, 0, 0]
    assert [row.went[Went.EIGHTEEN] for row in rows] == [0, 0, 0, 1, 0]
    assert [row.went[Went.AWAY] for row in rows] == [0, 0, 0, 1, 0]
    assert [row.came[Came.OTHER_SITE] for row in rows] == [0, 1, 0, 0, 0]
    assert [row.not_kept for row in rows] == [None] * 5


def test_what_people_counted_tells_how_many_left_reception() -> None:
    counted = {(date(2026, 6, 30), EVERYWHERE): 10, (date(2026, 9, 30), EVERYWHERE): 6}
    rows = list(flows(SIX_CHILDREN, list(stretches(ON, 2)), [EVERYWHERE], together, counted))
    assert [(row.before, row.not_kept, row.end) for row in rows] == [(3, None, 10), (10, -3, 6), (6, -3, 3)]
    assert [row.before_known for row in rows] == [False, True, True]


def test_kinds_of_site_are_counted_apart_and_a_move_between_them_shows_in_both() -> None:
    (first, *_) = stretches(date(2026, 3, 31), 1)
    rows = {row.part: row for row in flows(SIX_CHILDREN, [first], [k.value for k in EMERGENCY_RECEPTION], by_kind)}
    assert rows["crisis_emergency"].went[Went.OTHER_SITE] == 1
    assert rows["emergency"].came[Came.OTHER_SITE] == 1
    assert [rows[kind.value].end for kind in EMERGENCY_RECEPTION] == [3, 0, 0]


def test_a_day_at_the_end_of_a_quarter_closes_that_quarter() -> None:
    assert [stretch.is_whole for stretch in stretches(date(2026, 9, 30), 2)] == [True, True]
    assert [stretch.days for stretch in stretches(ON, 1)] == [92, 47]


DAYS = st.dates(date(2024, 1, 1), ON)


@st.composite
def lives(draw: st.DrawFn) -> list[Slept]:
    """Children with stays one after the other, some with nothing known in between."""
    children: list[Slept] = []
    for number in range(draw(st.integers(0, 6))):
        days = sorted(draw(st.sets(DAYS, min_size=1, max_size=6)))
        spells = []
        for at, since in enumerate(days):
            until = days[at + 1] if at + 1 < len(days) else draw(st.sampled_from([None, ON + timedelta(days=1)]))
            if draw(st.booleans()) or at == 0:
                spells.append(Spell(draw(st.sampled_from([HALL, HOTEL, TOWN, AZC])), since, until))
        born = draw(st.sampled_from([BORN, Month(2008, 2), Month(2025, 8)]))
        children += nights_of(f"c{number}", PlaceGroup.FAMILY, born, spells)
    return children


def sums(row: Flow) -> int:
    others = row.another_part + (row.not_kept or 0)
    return row.before + sum(row.came.values()) + others - sum(row.went.values())


@given(lives(), st.integers(1, 8))
def test_who_was_there_and_who_came_less_who_went_is_who_is_there(slept: list[Slept], whole: int) -> None:
    over = list(stretches(ON, whole))
    rows = list(flows(slept, over, [kind.value for kind in EMERGENCY_RECEPTION], by_kind))
    for row in rows:
        assert sums(row) == row.end
    for kind in EMERGENCY_RECEPTION:
        of_kind = [row for row in rows if row.part == kind.value]
        assert [row.end for row in of_kind[:-1]] == [row.before for row in of_kind[1:]]


@given(lives(), st.dictionaries(st.sampled_from([s.before for s in stretches(ON, 4)]), st.integers(0, 99)))
def test_the_sum_holds_with_counts_of_people_too(slept: list[Slept], counted: dict[date, int]) -> None:
    said = {(day, EVERYWHERE): children for day, children in counted.items()}
    for row in flows(slept, list(stretches(ON, 4)), [EVERYWHERE], together, said):
        if row.before_known and row.end_known:
            assert sums(row) == row.end
        else:
            assert row.not_kept is None


@given(lives())
def test_a_site_that_is_assessed_anew_takes_its_children_to_another_part(slept: list[Slept]) -> None:
    """Every site changes part at the end of September; nobody moves for it."""

    def parts_on(day: date) -> PartOf:
        return lambda _: "early" if day < date(2026, 9, 30) else "late"

    rows = list(flows(slept, list(stretches(ON, 3)), ["early", "late"], parts_on))
    for row in rows:
        assert sums(row) == row.end
    for early, late in zip(rows[::2], rows[1::2], strict=True):
        assert early.another_part == -late.another_part


def test_the_last_child_leaves_after_so_many_days() -> None:
    pace = Pace(children=1204, on=ON, since=date(2026, 3, 31), fell=713, days=230)
    assert pace.a_day == Fraction(31, 10)
    assert pace.days_left == 389  # 1,204 / 3.1 = 388.4 days: on day 388 there are still children
    assert pace.last_leaves == ON + timedelta(days=389)


@pytest.mark.parametrize("fell", [0, -5])
def test_no_day_is_told_where_the_pace_leads_to_none(fell: int) -> None:
    pace = Pace(children=10, on=ON, since=date(2026, 3, 31), fell=fell, days=230)
    assert pace.days_left is None
    assert pace.last_leaves is None
    assert pace.is_known
    assert not Pace(10, ON, date(2026, 3, 31), fell, 230, is_floor=True).is_known


def test_a_pace_that_takes_more_than_a_century_is_no_day() -> None:
    assert Pace(children=90_000, on=ON, since=date(2026, 3, 31), fell=1, days=230).last_leaves is None


def test_where_nobody_is_left_the_last_child_has_left() -> None:
    assert Pace(children=0, on=ON, since=date(2026, 3, 31), fell=0, days=230).last_leaves == ON


def counted_rows(*ends: int) -> list[Flow]:
    over = list(stretches(ON, len(ends) - 2))
    days = [over[0].before, *(stretch.last for stretch in over)]
    counted = {(day, EVERYWHERE): end for day, end in zip(days, ends, strict=True)}
    return list(flows(_there(ends[-1]), over, [EVERYWHERE], together, counted))


def _there(children: int) -> Iterator[Slept]:
    for number in range(children):
        yield from told(f"c{number}", Spell(HOTEL, date(2025, 1, 1)))


def test_the_band_runs_from_the_worst_quarter_to_the_best() -> None:
    rows = counted_rows(100, 90, 60, 70)
    seen = outlook(rows, 2)
    assert seen is not None
    assert seen.best is not None
    assert seen.worst is not None
    assert (seen.pace.fell, seen.pace.days) == (30, (ON - date(2026, 3, 31)).days)
    assert (seen.worst.fell, seen.best.fell) == (10, 30)
    assert seen.best.children == seen.worst.children == 70


def test_too_few_quarters_give_no_pace() -> None:
    assert outlook(counted_rows(100, 90, 80), 2) is None


@given(st.lists(st.integers(0, 60), min_size=4, max_size=7))
def test_no_quarter_is_slower_than_the_worst_or_faster_than_the_best(ends: Sequence[int]) -> None:
    seen = outlook(counted_rows(*ends), 2)
    assert seen is not None
    assert seen.best is not None
    assert seen.worst is not None
    for fell, days in ((ends[-4] - ends[-3], 91), (ends[-3] - ends[-2], 92)):
        assert seen.worst.a_day <= Fraction(fell, days) <= seen.best.a_day


def test_what_a_chosen_day_takes() -> None:
    asked = Asked(children=1204, on=ON, until=date(2027, 7, 1))
    assert asked.days == 227
    assert asked.a_week == Fraction(1204 * 7, 227)
    assert Asked(5, ON, ON).a_week is None


def test_quarters_follow_each_other() -> None:
    assert Quarter.of(ON).later(1) == Quarter(2027, 1)
    assert Quarter.of(ON).later(-4).first == date(2025, 10, 1)
    assert str(Quarter(2026, 4)) == "2026-Q4"
