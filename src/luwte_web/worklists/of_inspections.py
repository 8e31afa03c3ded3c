# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of inspections: what is planned and what somebody still has to hand in."""

from datetime import date

from django.db.models import Q

from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.inspections import selectors
from luwte_web.inspections.models import Inspection
from luwte_web.worklists.found import Entry, Found

PLANNED = N_("Planned: {method}")
AGAIN = N_("Planned, to look again at what failed: {method}")


def planned(actor: Actor, on: date) -> Found:
    """Inspections that somebody may fill in and are due within two weeks, or were due and are not handed in."""

    def entry(row: Inspection) -> Entry:
        what = AGAIN if row.after else PLANNED
        place = row.location.now.name
        said = {"method": row.method}
        return Entry(what, said, location=row.location.key, place=place, other=row.key, due=row.on, late=row.on < on)

    return Found(selectors.planned(actor, on), entry, late=Q(on__lt=on))
