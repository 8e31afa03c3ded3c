# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which day it is for who works with the registry, and months counted from it."""

from calendar import monthrange
from datetime import date

from django.utils import timezone

from luwte.model.periods import ADULT_AGE, Month
from luwte_web.registry.models import Change, DatasetFacts
from luwte_web.registry.services import correct

MONTHS = 12


def today() -> date:
    """The calendar's day; where the people are made up, the day that their tables describe."""
    about = DatasetFacts.objects.known().first()
    return about.reference_date if about and about.synthetic and about.reference_date else timezone.localdate()


def describe_today(made: Change) -> None:
    """Let the tables describe today, once something of today is written in them."""
    about = DatasetFacts.objects.known().first()
    if about and about.reference_date and about.reference_date < today():
        correct(made, about, reference_date=today())


def months_later(day: date, months: int) -> date:
    """The same day of a later or earlier month; of a shorter month its last day."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def born_at(age: int, on: date) -> Month:
    """The month of birth of who has the birthday of this age in the month of a day."""
    return Month(on.year - age, on.month)


def eighteen_in(birth_month: Month) -> date:
    """The first day of the month of the eighteenth birthday."""
    return date(birth_month.year + ADULT_AGE, birth_month.month, 1)
