# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lists about the newest plan: the proposals that nobody decided on, and those that are out of date."""

from collections.abc import Mapping
from datetime import date

from luwte.placement.placement import Action
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.registry.models import LocationNow
from luwte_web.worklists.found import Entry, Listed
from luwte_web.workspace import waiting
from luwte_web.workspace.proposals import Standing
from luwte_web.workspace.waiting import Waiting

WOULD: Mapping[Action, str] = {
    Action.UNPLACED: N_("No place was found. People: {people}, of whom children: {minors}."),
    Action.NEW: N_("Would get a first place: {place}. People: {people}, of whom children: {minors}."),
    Action.MOVE: N_("Would move to {place}. People: {people}, of whom children: {minors}."),
}
MUST_LEAVE = N_("Must leave, and would move to {place}. People: {people}, of whom children: {minors}.")


def undecided(actor: Actor, on: date) -> Listed:
    """Proposals that wait for a decision, the urgent first."""
    return _listed(actor, Standing.OPEN)


def out_of_date(actor: Actor, on: date) -> Listed:
    """Proposals on which nobody decided and that do not hold any more, the urgent first."""
    return _listed(actor, Standing.STALE)


def _listed(actor: Actor, standing: Standing) -> Listed:
    job, found = waiting.newest(actor)
    if job is None:
        return Listed()
    names = dict(LocationNow.objects.values_list("location__key", "name"))
    return Listed(_entry(one, names, job.key) for one in found if one.standing is standing)


def _entry(one: Waiting, names: Mapping[str, str], plan: str) -> Entry:
    ask = one.ask
    said = {"people": ask.size, "minors": ask.minors}
    if ask.destination is not None:
        said["place"] = names.get(ask.destination, ask.destination)
    what = MUST_LEAVE if ask.must_leave and ask.destination else WOULD[ask.action]
    return Entry(what, said, ask.household, other=plan, urgent=ask.is_urgent)
