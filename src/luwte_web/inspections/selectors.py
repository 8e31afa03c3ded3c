# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who may fill in which inspection, and who reads which: a draft is there for who may fill it in, for nobody else."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from luwte.model.quality import Method
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, can_somewhere, visible
from luwte_web.inspections.models import Inspection, Sheet
from luwte_web.registry.selectors import location_thing

FILLS: Mapping[Method, tuple[Action, ...]] = {
    Method.VISIT: (Action.INSPECT_LOCATION,),
    Method.DOCUMENT: (Action.INSPECT_LOCATION,),
    Method.CHILD_SURVEY: (Action.INSPECT_LOCATION, Action.HEAR_CHILDREN),
    Method.SELF: (Action.ASSESS_LOCATION,),
}
HANDED_IN = Exists(Sheet.objects.filter(inspection=OuterRef("pk"), change__isnull=False))
SOON = timedelta(days=14)  # ahead of a planned day, so that it can still be prepared (chosen by us)


def methods_of(actor: Actor, location: str) -> list[Method]:
    """The ways of finding answers that somebody may use at a location."""
    thing = location_thing(location)
    return [method for method, actions in FILLS.items() if any(can(actor, action, thing) for action in actions)]


def fills_somewhere(actor: Actor) -> bool:
    """Whether there can be a location that somebody fills in a form about: for menus."""
    return any(can_somewhere(actor, action) for actions in FILLS.values() for action in actions)


def inspections_seen(actor: Actor) -> "QuerySet[Inspection]":
    """What somebody reads: handed in at locations that they read about, and what they may fill in themselves."""
    rows = Inspection.objects.select_related("location__now", "after")
    return visible(actor, rows).filter(HANDED_IN | _filled_by(actor))


def inspections_filled(actor: Actor) -> "QuerySet[Inspection]":
    """What somebody may fill in, and was not called off."""
    rows = Inspection.objects.select_related("location__now", "after")
    return rows.filter(_filled_by(actor), dropped_at=None)


def drafts(actor: Actor) -> "QuerySet[Inspection]":
    """What somebody may fill in and nobody handed in, the first day first."""
    return inspections_filled(actor).filter(~HANDED_IN).order_by("on", "id")


def planned(actor: Actor, on: date) -> "QuerySet[Inspection]":
    """Those of them that are due within two weeks, or were due."""
    return drafts(actor).filter(on__lte=on + SOON)


def sheets_seen(actor: Actor, inspection: Inspection) -> list[Sheet]:
    """The sheets side by side: all that were handed in, and the reader's own."""
    sheets = inspection.sheets.filter(Q(change__isnull=False) | Q(respondent=actor.key))
    return list(sheets.prefetch_related("given"))


def own_sheet(actor: Actor, inspection: Inspection) -> Sheet | None:
    """The reader's own sheet, where they began one."""
    return inspection.sheets.filter(respondent=actor.key).first()


def _filled_by(actor: Actor) -> Q:
    rows, found = Inspection.objects.all(), Q(pk__in=())
    for action, methods in _by_action():
        found |= Q(method__in=methods, pk__in=visible(actor, rows, action).values("pk"))
    return found


def _by_action() -> Iterator[tuple[Action, list[Method]]]:
    for action in dict.fromkeys(action for actions in FILLS.values() for action in actions):
        yield action, [method for method, actions in FILLS.items() if action in actions]
