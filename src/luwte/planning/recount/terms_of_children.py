# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Level 2, the welfare of children, counted again: one term, one function, in thousandths of a weighed person.

Every function gives the term of one household at the place where the plan puts it; numbers between brackets are the
readings in docs/decisions/0003.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from luwte.model.people import HouseholdGroup
from luwte.model.places import Fitness, Location
from luwte.model.stays import Stay
from luwte.planning.recount.answer import Placed
from luwte.planning.recount.situation import Situation
from luwte.planning.recount.voices import brings_what_was_asked

Term = Callable[[Situation, Placed], int]

QUARTERS, DAYS = 16, 1461  # sixteen quarters are four years of 1461 days, leap day included


def brought_unfit(situation: Situation, placed: Placed) -> int:
    """Protected persons newly brought to a place that is not fit (19)."""
    if not placed.brought or situation.fitness(placed.household, placed.at, placed.group).is_fit:
        return 0
    return situation.members[placed.household.key].protected * situation.question.values.term["brought_unfit"].weight


def stays_unfit(situation: Situation, placed: Placed) -> int:
    """Minors who stay in an unfit place, more for every whole quarter of a year in unfit places so far (20)."""
    minors = situation.members[placed.household.key].minors
    if placed.brought or not minors:
        return 0
    if situation.fitness(placed.household, placed.at, placed.group) is not Fitness.UNFIT:
        return 0
    values = situation.question.values.term["stays_unfit"]
    quarters = days_in_unfit_places(situation, placed) * QUARTERS // DAYS
    return minors * min(values.at_most, values.weight + values.per_quarter * quarters)


def moved_from_fit(situation: Situation, placed: Placed) -> int:
    """Minors moved from a place not known to be unfit that stays open, more for every forced move so far (21)."""
    household, now = placed.household, situation.home.get(placed.household.key)
    if not placed.brought or now is None or not situation.stays_open(now):
        return 0
    if situation.fitness(household, now, situation.group_at_home(household, now)) is Fitness.UNFIT:
        return 0
    if brings_what_was_asked(situation, placed, now):
        return 0
    values = situation.question.values.term["moved_from_fit"]
    per_minor = values.weight + values.per_forced_move * household.forced_moves
    return situation.members[household.key].minors * per_minor


def brought_closing_year(situation: Situation, placed: Placed) -> int:
    """Minors newly brought to a place that closes within the year (22)."""
    values = situation.question.values
    last = situation.question.on + timedelta(days=values.closing_soon_days)
    if not placed.brought or placed.at.closes is None or placed.at.closes > last:
        return 0
    return situation.members[placed.household.key].minors * values.term["brought_closing_year"].weight


def moved_in_term(situation: Situation, placed: Placed) -> int:
    """Children of school age moved on a day outside the school holidays of where they live (23)."""
    origin = _left(situation, placed)
    if origin is None or not is_school_day(situation, origin):
        return 0
    return _pupils(situation, placed) * situation.question.values.term["moved_in_term"].weight


def moved_municipality(situation: Situation, placed: Placed) -> int:
    """Children of school age moved to another municipality (23)."""
    origin = _left(situation, placed)
    if origin is None or origin.municipality == placed.at.municipality:
        return 0
    return _pupils(situation, placed) * situation.question.values.term["moved_municipality"].weight


def moved_region(situation: Situation, placed: Placed) -> int:
    """Children of school age moved to another province (23)."""
    origin = _left(situation, placed)
    if origin is None or situation.province(origin) == situation.province(placed.at):
        return 0
    return _pupils(situation, placed) * situation.question.values.term["moved_region"].weight


def school_place_unknown(situation: Situation, placed: Placed) -> int:
    """Children of school age newly brought where no school place is known to be free (24)."""
    if not placed.brought or placed.at.school_places is not None:
        return 0
    return _pupils(situation, placed) * situation.question.values.term["school_place_unknown"].weight


def large_amv_site(situation: Situation, placed: Placed) -> int:
    """Persons of a household of unaccompanied minors at a site with many places for them (25)."""
    values = situation.question.values.term["large_amv_site"]
    if placed.household.group is not HouseholdGroup.AMV or placed.at.amv_places <= values.above:
        return 0
    return situation.members[placed.household.key].size * values.weight


TERMS: Mapping[str, Term] = {
    "brought_unfit": brought_unfit,
    "stays_unfit": stays_unfit,
    "moved_from_fit": moved_from_fit,
    "brought_closing_year": brought_closing_year,
    "moved_in_term": moved_in_term,
    "moved_municipality": moved_municipality,
    "moved_region": moved_region,
    "school_place_unknown": school_place_unknown,
    "large_amv_site": large_amv_site,
}


def days_in_unfit_places(situation: Situation, stayer: Placed) -> int:
    """Days so far in unfit places, all stays together; without a history, those of the present stay."""
    household, on = stayer.household, situation.question.on
    stays = situation.stays_of.get(household.key, ())
    if not stays:
        return _days(household.since, None, on)
    return sum(
        _days(stay.since, stay.until, on) for stay in stays if stay.until is None or _was_unfit(situation, stay, stayer)
    )


def is_school_day(situation: Situation, at: Location) -> bool:
    """Whether the day lies in the calendar of the location's region and outside its holidays."""
    region, on = situation.question.school_regions.get(at.municipality), situation.question.on
    holidays = [h for h in situation.question.dataset.holidays if h.region is region]
    covered = any(h.first_day <= on for h in holidays) and any(on <= h.last_day for h in holidays)
    return covered and not any(h.first_day <= on <= h.last_day for h in holidays)


def _was_unfit(situation: Situation, stay: Stay, stayer: Placed) -> bool:
    return situation.question.fit.get((stay.location, stayer.group)) is Fitness.UNFIT


def _days(first: date | None, until: date | None, on: date) -> int:
    if first is None:
        return 0
    return max(0, (min(until or on, on) - first).days)


def _left(situation: Situation, placed: Placed) -> Location | None:
    """The location that the household leaves, open or not; `None` where it had none or stays."""
    origin = situation.question.dataset.location.get(placed.household.location or "")
    return origin if origin is not None and placed.brought and origin.key != placed.at.key else None


def _pupils(situation: Situation, placed: Placed) -> int:
    return situation.members[placed.household.key].school_age
