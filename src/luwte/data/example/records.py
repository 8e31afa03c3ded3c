# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households, persons, stays and accepted moves as records, under keys that carry no meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice, Ints
from luwte.data.example.history import CAUSES, FIRST, History
from luwte.data.example.people import AMV, GROUPS, MONTHS, RELATIONS, People
from luwte.data.example.sites import DAYS_PER_MONTH
from luwte.data.example.voices import Voices
from luwte.model.people import Household, Person, Sex
from luwte.model.periods import ADULT_AGE, SCHOOL_AGE, Month
from luwte.model.stays import Stay

SCHOOL_FROM_MONTHS = 48  # children may go to primary school from their fourth birthday (Wet op het primair onderwijs)
NOT_YET = -1


@dataclass(frozen=True)
class Guardians:
    """Per household: the number of its guardian (`NOT_YET` for none), and days since the appointment."""

    number: Ints
    since: Ints


def keys(prefix: str, n: int, dice: Dice) -> list[str]:
    """Pseudonymous keys in random order."""
    width = len(str(n))
    return [f"{prefix}{number + 1:0{width}d}" for number in dice.order(n).tolist()]


def days_back(reference: date, furthest: int) -> list[date]:
    """The day so many days before the reference date, by the number of days."""
    return [reference - timedelta(days=days) for days in range(furthest + 1)]


def appoint(assumed: Assumptions, people: People, lodged: Ints, dice: Dice) -> Guardians:
    """A guardian for unaccompanied minors, once the days to the appointment have passed; a few have none yet."""
    came_alone = np.flatnonzero(people.group == AMV)
    after = np.ceil(dice.up_to(len(came_alone), assumed.stays.guardian_after_days)).astype(np.int64)
    since = lodged[came_alone] - after
    missing = dice.some(len(came_alone), assumed.voices.guardian_missing)
    number = np.full(len(people), NOT_YET, dtype=np.int64)
    days = np.full(len(people), NOT_YET, dtype=np.int64)
    guardians = max(1, len(came_alone) // assumed.voices.wards_per_guardian)
    number[came_alone] = dice.order(len(came_alone)) % guardians
    days[came_alone] = since
    none_yet = came_alone[(since < 0) | missing]
    number[none_yet], days[none_yet] = NOT_YET, NOT_YET
    return Guardians(number, days)


def household_records(
    reference: date,
    people: People,
    names: Sequence[str],
    sites: Sequence[str],
    history: History,
    voices: Voices,
    guardians: Guardians,
) -> list[Household]:
    """One record per household, in the order of the rows."""
    day = days_back(reference, int(history.lodged.max(initial=0)))
    place: list[str | None] = [None] * len(people)
    since: list[date | None] = [None] * len(people)
    present = history.is_present
    for row, site, ago in zip(history.household[present], history.site[present], history.since[present], strict=True):
        place[row], since[row] = sites[site], day[ago]
    forced = np.bincount(history.household[history.forced], minlength=len(people)).tolist()
    records = []
    for row, group in enumerate(people.group.tolist()):
        wish, near = voices.wish.get(row), voices.near.get(row)
        number = int(guardians.number[row])
        records.append(
            Household(
                key=names[row],
                group=GROUPS[group],
                location=place[row],
                phase=voices.phase[row],
                since=since[row],
                forced_moves=forced[row],
                guardian=None if number == NOT_YET else f"V{number + 1:04d}",
                needs=voices.needs.get(row, frozenset()),
                wish_kind=wish.kind if wish else None,
                wish=wish.code if wish else None,
                wish_by=wish.by if wish else None,
                wish_on=day[wish.days_ago] if wish else None,
                linked_municipality=voices.linked.get(row),
                keep_near=None if near is None else names[near],
                locked=True if row in voices.lock else None,
                lock_reason=voices.lock.get(row),
            )
        )
    return records


def stay_records(reference: date, names: Sequence[str], sites: Sequence[str], history: History) -> list[Stay]:
    """One record per stay."""
    day = days_back(reference, int(history.since.max(initial=0)))
    return [
        Stay(
            household=names[household],
            location=sites[site],
            since=day[since],
            until=day[until] if until >= 0 else None,
            cause=None if cause == FIRST else CAUSES[cause],
            forced=forced,
        )
        for household, site, since, until, cause, forced in zip(
            history.household.tolist(),
            history.site.tolist(),
            history.since.tolist(),
            history.until.tolist(),
            history.cause.tolist(),
            history.forced.tolist(),
            strict=True,
        )
    ]


def person_records(
    assumed: Assumptions,
    people: People,
    names: Sequence[str],
    history: History,
    guardians: Guardians,
    dice: Dice,
) -> list[Person]:
    """One record per person, with the days of lodging, school, health intake and guardian."""
    reference, persons, n = assumed.calendar.reference_date, people.persons, len(people.persons)
    minor = persons.age < ADULT_AGE
    pupil = (persons.age >= SCHOOL_AGE.start) & minor
    lodged = np.minimum(history.lodged[persons.household], (persons.months - 1) * DAYS_PER_MONTH)
    wait = np.ceil(dice.up_to(n, assumed.stays.school_after_days)).astype(np.int64)
    old_enough = np.maximum(0, persons.months - SCHOOL_FROM_MONTHS - 1) * DAYS_PER_MONTH
    school = np.where(pupil, np.minimum(lodged - wait, old_enough), NOT_YET)
    intake = np.where(minor, lodged - dice.between(n, assumed.stays.health_intake_after_days), NOT_YET)
    shares = assumed.people.vulnerable
    vulnerable = dice.chance(n, np.where(minor, shares["child"], shares["adult"]))
    day: list[date | None] = [*days_back(reference, int(lodged.max(initial=0))), None]  # the last for NOT_YET
    first_month = reference.year * MONTHS + reference.month - 1
    columns = (
        keys("P", n, dice),
        persons.household.tolist(),
        (first_month - persons.months).tolist(),
        persons.relation.tolist(),
        persons.female.tolist(),
        lodged.tolist(),
        np.maximum(school, NOT_YET).tolist(),
        np.maximum(intake, NOT_YET).tolist(),
        guardians.since[persons.household].tolist(),
        vulnerable.tolist(),
    )
    return [
        Person(
            key=key,
            household=names[household],
            birth_month=Month(month // MONTHS, month % MONTHS + 1),
            relation=RELATIONS[relation],
            sex=Sex.FEMALE if female else Sex.MALE,
            lodged_on=day[lodged_ago],
            first_school_day=day[school_ago],
            health_intake_on=day[intake_ago],
            guardian_since=day[guardian_ago],
            vulnerable=is_vulnerable,
        )
        for (
            key, household, month, relation, female, lodged_ago, school_ago, intake_ago, guardian_ago, is_vulnerable
        ) in zip(*columns, strict=True)
    ]  # fmt: skip
