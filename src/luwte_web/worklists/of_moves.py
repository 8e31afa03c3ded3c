# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists about moves that were decided: what must still be written down about the children in them."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from luwte.model.people import HouseholdGroup
from luwte.model.periods import ADULT_AGE, born_at
from luwte.model.stays import MoveStatus
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.registry import selectors
from luwte_web.registry.models import MoveFacts, PersonFacts
from luwte_web.worklists.found import Entry, Found, Listed
from luwte_web.workspace.models import ChildView, GuardianView, PlanJob
from luwte_web.workspace.owed import owed

TO_HEAR = N_("Would move to {place}. What they think of it is not written down.")
OWED = N_("Moved in haste, and not everything is written down.")


def views(actor: Actor, on: date) -> Found:
    """Accepted moves of children of which nobody wrote down what each child or its guardian thinks, the first first."""
    same = {"household": OuterRef("household"), "to": OuterRef("to")}
    told = ChildView.objects.known().filter(~Q(view="") | ~Q(not_heard_because=""))
    heard = told.filter(person=OuterRef("person"), household=OuterRef("household"), to=OuterRef(OuterRef("to")))
    guardians = GuardianView.objects.known().filter(**same)
    minors = PersonFacts.objects.known().filter(
        birth_month__gte=born_at(ADULT_AGE, on), household=OuterRef("household")
    )
    rows = selectors.moves_seen(actor).filter(
        Exists(minors.filter(~Exists(heard))) | Q(household__now__group=HouseholdGroup.AMV) & ~Exists(guardians),
        Exists(minors),
        status=MoveStatus.ACCEPTED,
    )
    plans = dict(PlanJob.objects.filter(plan__isnull=False).order_by("id").values_list("plan_id", "key"))

    def entry(row: MoveFacts) -> Entry:
        said = {"place": row.to.now.name}
        plan = plans.get(row.plan, "")
        return Entry(TO_HEAR, said, row.household.key, other=plan, due=row.on, late=row.on < on)

    return Found(rows.order_by("on", "move__key"), entry, late=Q(on__lt=on))


def in_haste(actor: Actor, on: date) -> Listed:
    """Moves that could not wait, and of which something is still to be written down."""
    found = owed(actor)
    return Listed(Entry(OWED, {}, one.household, other=one.plan, due=one.on, late=one.on < on) for one in found)
