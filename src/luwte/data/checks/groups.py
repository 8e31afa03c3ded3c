# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does the group of a household agree with its persons, by relation and not by age alone?

Family: a minor with a parent or legal carer. Amv: minors without one; an adult relative who is no legal carer does not
make a family. Young adult: 18 to 22, came as amv. Adult: no minor. Who turned eighteen since the last stay began keeps
the group. All at the reference date.
"""

from collections.abc import Collection, Iterator
from datetime import date

from luwte.data.raw import error, note, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.people import Household, HouseholdGroup, Person, Relation
from luwte.model.periods import age, is_minor
from luwte.words import N_

CARERS = (Relation.PARENT, Relation.LEGAL_CARER)
YOUNG_ADULT_AGES = range(18, 23)
YOUNGEST_PARENT = 12  # years between parent and child below which the dates are probably wrong; ours
LARGE_HOUSEHOLD = 15  # persons above which two households probably share a key; ours

NO_PERSONS = error(
    "household_no_persons", N_("Household {household} has no persons."), N_("Add its persons, or remove the household.")
)
CONTRADICTED = error(
    "household_group",
    N_("Household {household} is called {group}, but its persons make it {expected}."),
    N_("Correct the group, or the relations and birth months of its persons."),
)
TOO_OLD = error(
    "household_young_adult",
    N_("Household {household} is called young_adult, but a person in it is {age}; young adults are 18 to 22."),
    N_("Correct the group or the birth month."),
)
KEEPS_GROUP = note(
    "household_turned_eighteen",
    N_("The last minor of household {household} turned eighteen during this stay; it keeps its group ({group})."),
    N_("Plan together where it goes from here."),
    "Directive (EU) 2024/1346 art. 27",
)
ADULT_AMONG_AMV = warning(
    "household_adult_among_amv",
    N_("An adult lives in household {household} of unaccompanied minors."),
    N_("Record a legal carer as such, or make the adult a household of its own and name it in keep_near."),
    "Directive (EU) 2024/1346 art. 27",
)
YOUNG_PARENT = warning(
    "household_young_parent",
    N_("In household {household} a parent and a child are less than {years} years apart."),
    N_("Check the birth months and who is the parent."),
)
LARGE = warning(
    "household_large",
    N_("Household {household} has {size} persons."),
    N_("Check that two households do not share this key."),
)
NO_REFERENCE_DATE = warning(
    "no_reference_date",
    N_("The dataset does not say which day it describes, so that ages, stays and openings were not checked."),
    N_("Fill in reference_date in dataset.csv."),
)


def every_household_has_persons(tables: Tables) -> Iterator[Finding]:
    """A household is made of at least one person."""
    named = tables.known("persons", "household")
    if named is None or "persons" not in tables.sheets:
        return
    for i, household in enumerate(tables.data.households):
        if household.key not in named:
            yield tables.finding(
                NO_PERSONS, "households", i, "household", subject=household.key, household=household.key
            )


def the_group_agrees_with_the_persons(tables: Tables) -> Iterator[Finding]:
    """The stated group is the one that relations and ages at the reference date make."""
    on = tables.data.reference_date
    if on is None:
        return
    for i, household in enumerate(tables.data.households):
        persons = tables.data.persons_of.get(household.key, ())
        if not persons or household.key in tables.half_read_households:
            continue
        expected = groups_of(persons, on)
        if household.group not in expected:
            yield _contradiction(tables, i, household, persons, expected, on)
        elif household.group is HouseholdGroup.AMV and any(not is_minor(p.birth_month, on) for p in persons):
            turned = all(_was_minor(p, household) for p in persons)
            if not turned:
                yield tables.finding(
                    ADULT_AMONG_AMV, "households", i, "group", subject=household.key, household=household.key
                )


def groups_of(persons: Collection[Person], on: date) -> frozenset[HouseholdGroup]:
    """The groups that persons can make on a day. Minors whose only carers are minors themselves can be either."""
    minors = [person for person in persons if is_minor(person.birth_month, on)]
    carers = [person for person in persons if person.relation in CARERS]
    if not minors:
        young = all(age(person.birth_month, on) in YOUNG_ADULT_AGES for person in persons)
        return frozenset({HouseholdGroup.ADULT, HouseholdGroup.YOUNG_ADULT} if young else {HouseholdGroup.ADULT})
    if not carers or all(person in carers for person in minors):
        return frozenset({HouseholdGroup.AMV})
    if all(is_minor(person.birth_month, on) for person in carers):
        return frozenset({HouseholdGroup.FAMILY, HouseholdGroup.AMV})
    return frozenset({HouseholdGroup.FAMILY})


def _contradiction(
    tables: Tables, i: int, household: Household, persons: Collection[Person],
    expected: frozenset[HouseholdGroup], on: date,
) -> Finding:  # fmt: skip
    """The error that a group contradicts the persons, or the note that somebody turned eighteen."""
    about = {"household": household.key, "group": household.group.value}
    if household.since and household.since < on and household.group in groups_of(persons, household.since):
        no_minor_now = HouseholdGroup.ADULT in expected
        if no_minor_now and household.group in (HouseholdGroup.FAMILY, HouseholdGroup.AMV):
            return tables.finding(KEEPS_GROUP, "households", i, "group", subject=household.key, **about)
    oldest = max(age(person.birth_month, on) for person in persons)
    if household.group is HouseholdGroup.YOUNG_ADULT and HouseholdGroup.ADULT in expected:
        return tables.finding(TOO_OLD, "households", i, "group", subject=household.key, age=oldest, **about)
    meant = ", ".join(sorted(expected))
    return tables.finding(CONTRADICTED, "households", i, "group", subject=household.key, expected=meant, **about)


def _was_minor(person: Person, household: Household) -> bool:
    return household.since is not None and is_minor(person.birth_month, household.since)


def parents_are_older_than_children(tables: Tables) -> Iterator[Finding]:
    """A parent is at least twelve years older than a child of the household."""
    for i, household in enumerate(tables.data.households):
        persons = tables.data.persons_of.get(household.key, ())
        parents = [p.birth_month for p in persons if p.relation is Relation.PARENT]
        children = [p.birth_month for p in persons if p.relation is Relation.CHILD]
        if parents and children and min(children).year - max(parents).year < YOUNGEST_PARENT:
            yield tables.finding(
                YOUNG_PARENT,
                "households",
                i,
                None,
                subject=household.key,
                household=household.key,
                years=YOUNGEST_PARENT,
            )


def households_are_not_mixed_up(tables: Tables) -> Iterator[Finding]:
    """A very large household is probably two that share a key."""
    for i, household in enumerate(tables.data.households):
        size = len(tables.data.persons_of.get(household.key, ()))
        if size > LARGE_HOUSEHOLD:
            yield tables.finding(
                LARGE, "households", i, None, subject=household.key, household=household.key, size=size
            )


def the_day_is_known(tables: Tables) -> Iterator[Finding]:
    """Ages and openings can only be checked on a known day."""
    if tables.data.reference_date is None and tables.data.households and "dataset" not in tables.unreadable:
        yield Finding(NO_REFERENCE_DATE)


CHECKS: tuple[Check, ...] = (
    the_day_is_known,
    every_household_has_persons,
    the_group_agrees_with_the_persons,
    parents_are_older_than_children,
    households_are_not_mixed_up,
)
KINDS = (
    NO_PERSONS, CONTRADICTED, TOO_OLD, KEEPS_GROUP, ADULT_AMONG_AMV, YOUNG_PARENT, LARGE, NO_REFERENCE_DATE,
)  # fmt: skip
