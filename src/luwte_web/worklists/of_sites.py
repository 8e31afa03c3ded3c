# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Conditions of municipalities that are late or broken, for who sets them and for who runs the sites."""

from datetime import date, timedelta

from django.db.models import F, Q

from luwte.model.sites import ConditionState
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.names import place_names
from luwte_web.accounts.policy import visible
from luwte_web.registry.models import Condition
from luwte_web.worklists.found import Entry, Found

AHEAD = timedelta(days=60)
BROKEN = N_("A condition is not met: {what}")
UNSEEN = N_("Nobody knows whether a condition is met: {what}")


def conditions(actor: Actor, on: date) -> Found:
    """Conditions that somebody saw are not met, and those due within two months that nobody knows to be met."""
    holds = Q(until=None) | Q(until__gte=on)
    open_ones = Q(state=ConditionState.NOT_MET) | Q(state=ConditionState.UNKNOWN, due__lte=on + AHEAD)
    known = Condition.objects.known().select_related("location__now")
    sets, runs = visible(actor, known, Action.WRITE_OFFER), visible(actor, known, Action.WRITE_LOCATION)
    rows = (sets | runs.exclude(location=None)).filter(holds, open_ones)

    def entry(row: Condition) -> Entry:
        is_broken = row.state is ConditionState.NOT_MET
        site = row.location.now if row.location else None
        return Entry(
            BROKEN if is_broken else UNSEEN,
            {"what": row.what},
            location=row.location.key if row.location else "",
            place=site.name if site else place_names().get(row.municipality, row.municipality),
            other=row.condition,
            due=row.due,
            late=row.due is not None and row.due < on,
            urgent=is_broken,
        )

    return Found(rows.order_by(F("due").asc(nulls_last=True), "condition"), entry, late=Q(due__lt=on))
