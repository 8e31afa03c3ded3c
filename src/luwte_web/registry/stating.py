# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people state of a location: COA's own category, whether it can become regular, and that its intake stops.

    state(actor, "L12", {"intake_stopped_on": monday}, reason)

What is stated is one transaction with one change, its reason and one line on the log, or it is nothing. Who may state
what stands in `STATING`: a permit is for the municipality to speak of, the intake for who answers for the reception.
"""

from collections.abc import Mapping
from typing import Any

from luwte.data.raw import error
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, demand
from luwte_web.audit.acts import Act
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import Seen, placeless, refuse, same_as, unexplained
from luwte_web.registry.models import LocationFacts
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.selectors import location_thing
from luwte_web.registry.services import change, correct
from luwte_web.registry.soundness import faults_at

STATING: Mapping[str, Action] = {
    "coa_category": Action.WRITE_LOCATION,
    "term_long_enough": Action.STATE_LOCATION,
    "permit_feasible": Action.STATE_LOCATION,
    "regional_support": Action.STATE_LOCATION,
    "intake_stopped_on": Action.STOP_INTAKE,
}
NOTHING_NEW = error(
    "stating_nothing_new",
    N_("This is what is known of location {location} already."),
    N_("Change what is not so any more, or go back without saving."),
)
KINDS = (NOTHING_NEW,)


def may_state(actor: Actor, location: str) -> list[str]:
    """What the actor may state of a location, by the names of its columns."""
    thing = location_thing(location)
    return [name for name, action in STATING.items() if can(actor, action, thing)]


def state(actor: Actor, location: str, facts: Mapping[str, Any], reason: str, seen: Seen = ()) -> None:
    """Write down what is stated; `seen` is the mark of the version that was looked at.

    Raises Http404 to whom may not state one of these, ChangedSince where somebody else stated otherwise since, and
    ChangeRefused with all that would be wrong.
    """
    for name in facts:
        demand(actor, STATING[name], location_thing(location))
    refuse(unexplained(reason, location))
    with change(actor, reason.strip(), act=Act.DECIDE, about=f"location:{location}") as made:
        known = there(LocationFacts.objects.known().filter(location__key=location).first(), location)
        same_as(seen, location, known, of=STATING)
        before = placeless(faults_at(location))
        if all(getattr(known, name) == value for name, value in facts.items()):
            refuse([refusal(NOTHING_NEW, location, location=location)])
        correct(made, known, **facts)
        refuse([fault for fault in faults_at(location) if placeless([fault])[0] not in before])
        describe_today(made)
