# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a household is called, and what its persons make it."""

from datetime import date
from pathlib import Path

import pytest

from data.spoil import codes, errors, found_in, set_cell
from luwte.data.checks.groups import groups_of
from luwte.model.people import HouseholdGroup, Person, Relation
from luwte.model.periods import Month

ON = date(2026, 11, 16)
FAMILY, AMV = HouseholdGroup.FAMILY, HouseholdGroup.AMV
YOUNG, ADULT = HouseholdGroup.YOUNG_ADULT, HouseholdGroup.ADULT

CASES = {
    "a parent and a child": ([("parent", "1990-01"), ("child", "2015-01")], {FAMILY}),
    "a legal carer and a nephew": ([("legal_carer", "1990-01"), ("relative", "2010-01")], {FAMILY}),
    "an adult brother is no carer": ([("sibling", "2000-01"), ("self", "2010-01")], {AMV}),
    "an uncle without custody": ([("relative", "1980-01"), ("child", "2012-01")], {AMV}),
    "siblings alone": ([("self", "2010-01"), ("sibling", "2013-05")], {AMV}),
    "a girl with her baby": ([("parent", "2009-12"), ("child", "2026-01")], {FAMILY, AMV}),
    "a girl called parent, alone": ([("parent", "2009-12")], {AMV}),
    "seventeen until the month is over": ([("self", "2008-11")], {AMV}),
    "eighteen since last month": ([("self", "2008-10")], {YOUNG, ADULT}),
    "twenty-two": ([("self", "2003-12")], {YOUNG, ADULT}),
    "twenty-three": ([("self", "2003-10")], {ADULT}),
    "a couple": ([("self", "1990-01"), ("partner", "2004-01")], {ADULT}),
    "parents with a grown child": ([("parent", "1970-01"), ("child", "2001-01")], {ADULT}),
}


@pytest.mark.parametrize("name", CASES)
def test_persons_make_the_group(name: str) -> None:
    people, expected = CASES[name]
    persons = [Person(f"P{i}", "H", Month.parse(born), Relation(relation)) for i, (relation, born) in enumerate(people)]
    assert groups_of(persons, ON) == expected


def test_who_turned_eighteen_during_this_stay_keeps_the_group(copy: Path) -> None:
    set_cell(copy, "persons", 21, "birth_month", "2008-10")
    findings = found_in(copy)
    assert errors(findings) == []
    [finding] = [f for f in findings if f.kind.code == "household_turned_eighteen"]
    assert finding.subject == "H09"


def test_who_was_eighteen_before_this_stay_does_not(copy: Path) -> None:
    set_cell(copy, "persons", 22, "birth_month", "2007-12")
    assert "household_group" in codes(tuple(errors(found_in(copy))))


def test_an_adult_among_unaccompanied_minors_is_named(copy: Path) -> None:
    set_cell(copy, "persons", 24, "birth_month", "1999-01")
    findings = found_in(copy)
    assert errors(findings) == []
    assert "household_adult_among_amv" in codes(findings)


def test_without_a_reference_date_ages_are_not_judged(copy: Path) -> None:
    set_cell(copy, "dataset", 2, "reference_date", "")
    set_cell(copy, "households", 2, "group", "adult")
    findings = found_in(copy)
    assert errors(findings) == []
    assert "no_reference_date" in codes(findings)


@pytest.mark.parametrize("table", ["persons", "households"])
def test_citizen_service_numbers_are_refused(table: str, copy: Path) -> None:
    path = copy / f"{table}.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    numbers = ["111222333", "123456782"]  # pass the eleven test; given out to nobody
    rest = {"persons": ",H01,1988-03,parent,f,,,,,", "households": ",adult,,,,procedure,,,,,,,,,,"}[table]
    path.write_text("\n".join([header, *(number + rest for number in numbers)]) + "\n", encoding="utf-8")
    assert "keys_citizen_numbers" in codes(found_in(copy))
