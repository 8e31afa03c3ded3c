# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of inspections: what is planned and still to be handed in, and actions of whoever sees to them."""

from datetime import date

from django.db.models import Q

from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import visible
from luwte_web.inspections import selectors
from luwte_web.inspections.models import Inspection
from luwte_web.registry.models import Improvement
from luwte_web.worklists.found import Entry, Found
from luwte_web.worklists.of_places import AHEAD, TO_IMPROVE

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


def own_actions(actor: Actor, on: date) -> Found:
    """What was agreed for gaps and the actor sees to in one of its roles, due within two months or overdue."""
    rows = visible(actor, Improvement.objects.known()).select_related("location__now")
    own = rows.filter(owner__in=[each.role for each in actor.roles], done_on=None, due__lte=on + AHEAD)

    def entry(row: Improvement) -> Entry:
        at, said = row.location, {"action": row.action}
        return Entry(TO_IMPROVE, said, location=at.key, place=at.now.name, due=row.due, late=row.due < on)

    return Found(own.order_by("due", "id"), entry, late=Q(due__lt=on))
