# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One account of the terms: the lists and counts of the database, the library, and a count by hand say the same."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from luwte.quality import eighteen as told_eighteen
from luwte.quality.clocks import Clock, Standing, bundled_clocks
from luwte.quality.terms import terms
from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import eighteen
from luwte_web.registry.models import PersonFacts
from luwte_web.registry.selectors import dataset_of_registry, persons_seen
from luwte_web.worklists.terms import counted, over, running
from web.registry.conftest import bring
from web.small_country import Folders

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 16)
LATER = (ON, date(2026, 12, 28), date(2027, 4, 1))
HOLIDAYS = ("2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25")
SCHOOL_FROM = "2026-06-12"


@pytest.fixture
def country(db: None, folders: Folders) -> Path:
    """The made-up country of the tests in the registry, and the folder that it came from."""
    bring(folders.tables)
    return folders.tables


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("on", LATER, ids=str)
def test_the_database_and_the_library_count_the_same(country: Path, on: date) -> None:
    found: defaultdict[str, Counter[Standing]] = defaultdict(Counter)
    for term in terms(dataset_of_registry(), on):
        found[term.clock.code][term.standing] += 1
    assert sum(found["school"].values()) > 50
    for clock in bundled_clocks():
        assert +Counter(counted(clock, persons_seen(SYSTEM), on)) == +found[clock.code], clock.code


@pytest.mark.parametrize("on", LATER, ids=str)
def test_the_lists_hold_who_is_overdue_or_nearly_so_by_the_library(country: Path, on: date) -> None:
    late, soon = set(), set()
    for term in terms(dataset_of_registry(), on):
        if term.standing is Standing.OVERDUE:
            late.add((term.clock.code, term.child.key, term.start))
        elif term.standing is Standing.SOON:
            soon.add((term.clock.code, term.child.key, term.start))
    assert late
    listed = {(clock.code, *who) for clock in bundled_clocks() for who in _listed(clock, on)}
    overdue = {(clock.code, *who) for clock in bundled_clocks() for who in _listed(clock, on, only_late=True)}
    assert (listed, overdue) == (late | soon, late)


def _listed(clock: Clock, on: date, *, only_late: bool = False) -> Iterator[tuple[str, date]]:
    found = running(clock, persons_seen(SYSTEM), on)
    for row in found.filter(over(clock, on)) if only_late else found:
        yield row.person.key, row.started  # type: ignore[attr-defined]


def test_who_is_not_at_school_is_found_by_hand_as_well(country: Path) -> None:
    """Two months after an application since 12 June 2026, for who is 5 to 17 on 16 November 2026."""
    waiting = {
        row["person"]
        for row in rows(country, "persons")
        if SCHOOL_FROM <= row["lodged_on"] < "2026-09-16"
        and not row["first_school_day"]
        and "2008-11" <= row["birth_month"] < "2021-11"
    }
    assert waiting
    assert {person for person, _ in _listed(_clock("school"), ON, only_late=True)} == waiting


def test_who_is_too_long_in_emergency_reception_is_found_by_counting_nights(country: Path) -> None:
    """Each day is asked where the household slept; half a year before 16 November 2026 is 16 May."""
    kinds = {row["location"]: row["kind"] for row in rows(country, "locations")}
    emergency = {key for key, kind in kinds.items() if kind in ("emergency", "temporary_municipal")}
    nights: defaultdict[str, set[date]] = defaultdict(set)
    for stay in rows(country, "stays"):
        first, last = date.fromisoformat(stay["from"]), date.fromisoformat(stay["until"] or "2026-11-17")
        if stay["location"] in emergency:
            nights[stay["household"]] |= {first + timedelta(days=n) for n in range((last - first).days)}
    half_a_year = {date(2026, 5, 15) + timedelta(days=n) for n in range((ON - date(2026, 5, 15)).days + 1)}
    living = {row["household"] for row in rows(country, "households") if row["location"] in emergency}
    too_long = {household for household in living if half_a_year <= nights[household]}
    minors = {row["person"]: row["household"] for row in rows(country, "persons") if row["birth_month"] >= "2008-11"}
    expected = {person for person, household in minors.items() if household in too_long}
    assert expected
    assert {person for person, _ in _listed(_clock("emergency_stay"), ON, only_late=True)} == expected


def test_who_has_no_guardian_in_time_is_found_by_crossing_off_working_days(country: Path) -> None:
    alone = {row["household"] for row in rows(country, "households") if row["group"] == "amv"}
    without = [row for row in rows(country, "persons") if row["household"] in alone and not row["guardian_since"]]
    late = set()
    for row in without:
        if row["lodged_on"] and row["birth_month"] >= "2008-11" and _working_days(row["lodged_on"]) > 15:
            late.add(row["person"])
    codes = ("guardian", "guardian_before")
    assert {person for code in codes for person, _ in _listed(_clock(code), ON, only_late=True)} == late


def _working_days(lodged: str) -> int:
    """Working days after an application, until and with the day itself; enough of them is enough."""
    day, count = date.fromisoformat(lodged), 0
    while day < ON and count <= 15:
        day += timedelta(days=1)
        count += day.weekday() < 5 and day.isoformat() not in HOLIDAYS
    return count


def _clock(code: str) -> Clock:
    return next(clock for clock in bundled_clocks() if clock.code == code)


@pytest.mark.parametrize("on", LATER, ids=str)
def test_who_turns_eighteen_is_the_same_to_both(country: Path, on: date) -> None:
    persons = PersonFacts.objects.known().select_related("person")
    listed = [row.person.key for row in eighteen.turning(persons, on)]
    assert listed == [person.key for person in told_eighteen.turning(dataset_of_registry(), on)]
