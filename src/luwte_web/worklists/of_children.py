# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of what children said and of what there is to do for them: figures and dates, and nobody's page."""

from datetime import date

from django.db.models import Q

from luwte.model.periods import months_later
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.registry import participation
from luwte_web.registry.models import FeedbackFacts, ProgrammeFacts
from luwte_web.worklists.found import Entry, Found

SAID = N_("Children said: {raised}")
MONEY_ENDS = N_("The money for {name} ends.")
ALL = Q(pk__isnull=False)


def not_told(actor: Actor, on: date) -> Found:
    """What children raised over a month ago and heard nothing about; all of it is late."""

    def entry(row: FeedbackFacts) -> Entry:
        due = months_later(row.date, participation.ANSWER_WITHIN)
        return _at(row, SAID, due, late=True, raised=row.raised)

    return Found(participation.waiting(actor, on), entry, late=ALL)


def money_ends(actor: Actor, on: date) -> Found:
    """Programmes whose money ends within three months, or ended already."""

    def entry(row: ProgrammeFacts) -> Entry:
        return _at(row, MONEY_ENDS, row.funded_until, late=row.funded_until < on, name=row.name)

    return Found(participation.ending(actor, on), entry, late=Q(funded_until__lt=on))


def _at(row: FeedbackFacts | ProgrammeFacts, what: str, due: date, *, late: bool, **said: str) -> Entry:
    at = row.location
    return Entry(what, said, location=at.key, place=at.now.name, other=str(row.line), due=due, late=late)
