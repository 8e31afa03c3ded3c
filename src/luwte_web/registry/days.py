# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which day it is for who works with the registry."""

from datetime import date

from django.utils import timezone

from luwte_web.registry.models import Change, DatasetFacts
from luwte_web.registry.services import correct


def today() -> date:
    """The calendar's day; where the people are made up, the day that their tables describe."""
    about = DatasetFacts.objects.known().first()
    return about.reference_date if about and about.synthetic and about.reference_date else timezone.localdate()


def describe_today(made: Change) -> None:
    """Let the tables describe today, once something of today is written in them."""
    about = DatasetFacts.objects.known().first()
    if about and about.reference_date and about.reference_date < today():
        correct(made, about, reference_date=today())
