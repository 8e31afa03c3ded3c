# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Are the dates of persons possible, do unaccompanied minors have a guardian, and are keys pseudonyms?"""

from collections.abc import Iterator
from datetime import date

from luwte.data.raw import error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.people import HouseholdGroup
from luwte.model.periods import age
from luwte.words import N_

OLDEST = 120  # years; nobody on record in the Netherlands grew older
GUARDIAN_NORM = "Directive (EU) 2024/1346 art. 27"
CITIZEN_NUMBER_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # the eleven test of the citizen service number (BSN)

BORN_AHEAD = error(
    "person_born_ahead", N_("Person {person} would be born after {date}."), N_("Correct the birth month.")
)
TOO_OLD = error("person_too_old", N_("Person {person} would be {age} years old."), N_("Correct the birth month."))
AHEAD = error(
    "person_date_ahead",
    N_("This day of person {person} lies after {date}."),
    N_("Correct the day; only what has happened is recorded."),
)
BEFORE_BIRTH = error(
    "person_before_birth",
    N_("This day of person {person} lies before the month of birth."),
    N_("Correct the day or the birth month."),
)
BEFORE_LODGING = warning(
    "person_before_lodging",
    N_("This day of person {person} lies before the application was lodged ({lodged})."),
    N_("Check both days."),
)
NO_GUARDIAN = warning(
    "household_no_guardian",
    N_("No guardian is named for the unaccompanied minors of household {household}."),
    N_("Fill in the guardian's pseudonym, or ask Nidos to name one."),
    GUARDIAN_NORM,
)
OTHER_GUARDIAN = warning(
    "household_other_guardian",
    N_("A guardian is named for household {household}, which is not of unaccompanied minors."),
    N_("Correct the group, or empty the guardian."),
    GUARDIAN_NORM,
)
CITIZEN_NUMBERS = error(
    "keys_citizen_numbers",
    N_("The keys of this column look like citizen service numbers (BSN)."),
    N_("Replace them by pseudonyms before you hand in the table; such numbers may not be here."),
    "Wet algemene bepalingen burgerservicenummer art. 10",
)

DAYS = ("lodged_on", "first_school_day", "health_intake_on", "guardian_since")


def ages_are_possible(tables: Tables) -> Iterator[Finding]:
    """Nobody is born after the reference date or older than people get."""
    on = tables.data.reference_date
    if on is None:
        return
    for i, person in enumerate(tables.data.persons):
        if person.birth_month > (on.year, on.month):
            yield tables.finding(
                BORN_AHEAD, "persons", i, "birth_month", subject=person.key, person=person.key, date=on
            )
        elif person.birth_month.year < on.year - OLDEST:
            years = age(person.birth_month, on)
            yield tables.finding(TOO_OLD, "persons", i, "birth_month", subject=person.key, person=person.key, age=years)


def days_come_in_order(tables: Tables) -> Iterator[Finding]:
    """Nothing happens before birth or after the reference date; school, intake and guardian come after lodging."""
    on = tables.data.reference_date or date.max
    for i, person in enumerate(tables.data.persons):
        about = {"subject": person.key, "person": person.key}
        for column in DAYS:
            day: date | None = getattr(person, column)
            if day is None:
                continue
            if day > on:
                yield tables.finding(AHEAD, "persons", i, column, date=on, **about)
            elif (day.year, day.month) < person.birth_month:
                yield tables.finding(BEFORE_BIRTH, "persons", i, column, **about)
            elif person.lodged_on and day < person.lodged_on:
                yield tables.finding(BEFORE_LODGING, "persons", i, column, lodged=person.lodged_on, **about)


def who_came_alone_has_a_guardian(tables: Tables) -> Iterator[Finding]:
    """Unaccompanied minors have a guardian, and only they (and young adults, who had one) do."""
    for i, household in enumerate(tables.data.households):
        about = {"subject": household.key, "household": household.key}
        if household.group is HouseholdGroup.AMV and not household.guardian:
            yield tables.finding(NO_GUARDIAN, "households", i, "guardian", **about)
        elif household.guardian and household.group in (HouseholdGroup.FAMILY, HouseholdGroup.ADULT):
            yield tables.finding(OTHER_GUARDIAN, "households", i, "guardian", **about)


def keys_are_pseudonyms(tables: Tables) -> Iterator[Finding]:
    """Keys of people are no citizen service numbers: not all of nine digits that pass the eleven test."""
    for table, column in (("persons", "person"), ("households", "household")):
        sheet = tables.sheets.get(table)
        cells = sheet.cells.get(column, ()) if sheet else ()
        if sheet and cells and all(map(_looks_like_citizen_number, cells)):
            yield tables.finding(CITIZEN_NUMBERS, table, 0, column) if sheet.records else Finding(CITIZEN_NUMBERS)


def _looks_like_citizen_number(text: str) -> bool:
    if len(text) not in (8, 9) or not (text.isascii() and text.isdigit()):
        return False
    digits = map(int, text.zfill(9))
    return sum(weight * digit for weight, digit in zip(CITIZEN_NUMBER_WEIGHTS, digits, strict=True)) % 11 == 0


CHECKS: tuple[Check, ...] = (ages_are_possible, days_come_in_order, who_came_alone_has_a_guardian, keys_are_pseudonyms)
KINDS = (
    BORN_AHEAD, TOO_OLD, AHEAD, BEFORE_BIRTH, BEFORE_LODGING, NO_GUARDIAN, OTHER_GUARDIAN, CITIZEN_NUMBERS,
)  # fmt: skip
