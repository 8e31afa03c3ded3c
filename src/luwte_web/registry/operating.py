# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How people write down who is responsible for what at a location.

    write_operation(actor, "L12", {"task": OperationTask.CARE, "responsible": Responsible.COA, ...}, reason)

It is written by who keeps the locations, and by the municipality in which the location lies.
"""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError
from django.db.models import QuerySet

from luwte.data.raw import error
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, demand
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import Seen, placeless, refuse, same_as, unexplained
from luwte_web.registry.models import LocationFacts, Operation
from luwte_web.registry.refusals import ChangeRefused, refusal, there
from luwte_web.registry.selectors import location_thing, municipality_thing
from luwte_web.registry.services import change, correct, know
from luwte_web.registry.soundness import faults_of_sites

KNOWN_ALREADY = error(
    "operation_known_already",
    N_("That this organisation is responsible for this from that day on is known already."),
    N_("Change the line that is there, or go back without saving."),
)
KINDS = (KNOWN_ALREADY,)


def write_operation(
    actor: Actor, location: str, facts: Mapping[str, Any], reason: str, line: int | None = None, seen: Seen = ()
) -> None:
    """Write down who is responsible, or with its line say anew what was known.

    Raises Http404 to whom may not do it, ChangedSince where somebody else changed it since, and ChangeRefused with all
    that would be wrong.
    """
    demand_to_write(actor, location)
    refuse(unexplained(reason, location))
    try:
        with change(actor, reason.strip(), about=f"location:{location}") as made:
            at = there(LocationFacts.objects.known().filter(location__key=location).first(), location)
            before = placeless(faults_of_sites(at.municipality))
            if line is None:
                know(made, Operation(location=at.location, **facts))
            else:
                known = there(operations_at(location).filter(line=line).first(), line)
                same_as(seen, location, known)
                correct(made, known, **facts)
            refuse([fault for fault in faults_of_sites(at.municipality) if placeless([fault])[0] not in before])
            describe_today(made)
    except IntegrityError:
        raise ChangeRefused(refusal(KNOWN_ALREADY, location)) from None


def demand_to_write(actor: Actor, location: str) -> None:
    """Raise Http404 unless the actor may say who is responsible at a location."""
    if not may_write(actor, location):
        demand(actor, Action.WRITE_LOCATION, location_thing(location))


def may_write(actor: Actor, location: str) -> bool:
    """Whether the actor may say who is responsible at a location."""
    thing = location_thing(location)
    own = bool(thing.municipality) and can(actor, Action.WRITE_OFFER, municipality_thing(thing.municipality))
    return own or can(actor, Action.WRITE_LOCATION, thing)


def operations_at(location: str) -> "QuerySet[Operation]":
    """Who is, was and will be responsible at a location, in the order in which it was written down."""
    return Operation.objects.known().filter(location__key=location).select_related("location").order_by("line")
