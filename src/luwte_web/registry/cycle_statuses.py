# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How people write down how far a municipality is with its task: each what is for them to say, in the order of the Act.

    write_status(actor, MunicipalStatus(2026, "GM0344", Status.LATE_REPORTED, monday, "letter of 3 November"), reason)

That places will not be there on time the municipality reports itself (Act 8). What was agreed at its table, the
province says. What a decision names, and what follows on it, the ministry says. A status that is not on the ladder is
refused with the article.
"""

from collections.abc import Mapping, Set
from dataclasses import asdict
from datetime import date

from django.http import Http404

from luwte.model.cycles import MunicipalStatus, Status
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.planning.law import statuses_in
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, can_somewhere
from luwte_web.accounts.things import THE_COUNTRY, Thing
from luwte_web.registry import models
from luwte_web.registry.cycle_steps import still_ahead
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import placeless, refuse, unexplained
from luwte_web.registry.models import Change
from luwte_web.registry.models.municipalities import provinces
from luwte_web.registry.selectors import records
from luwte_web.registry.services import change, know

WRITING: Mapping[Action, Set[Status]] = {
    Action.WRITE_OFFER: {Status.IN_CONSULTATION, Status.LATE_REPORTED},
    Action.AGREE_EXCHANGE: {Status.IN_CONSULTATION, Status.AGREED, Status.NOT_AGREED},
    Action.DECIDE_DISTRIBUTION: set(Status),
}


def may_write(actor: Actor) -> bool:
    """Whether there can be a municipality of which the actor writes a status."""
    return any(can_somewhere(actor, action) for action in WRITING)


def statuses_for(actor: Actor) -> Mapping[str, list[Status]]:
    """What the actor may say of which municipality, in the order of the ladder."""
    said = {code: _said_by(actor, code, province) for code, province in provinces().items()}
    return {code: statuses for code, statuses in said.items() if statuses}


def write_status(actor: Actor, status: MunicipalStatus, reason: str) -> None:
    """Write down a status.

    Raises Http404 to whom may not say it, and ChangeRefused with all that would be wrong.
    """
    at = provinces().get(status.municipality, "")
    if status.status not in _said_by(actor, status.municipality, at):
        raise Http404
    refuse([*unexplained(reason, status.municipality), *still_ahead(status.since)])
    with change(actor, reason.strip(), about=f"municipality:{status.municipality}") as made:
        know_status(made, status)
        describe_today(made)


def know_status(made: Change, status: MunicipalStatus) -> None:
    """Add the status to a change; ChangeRefused where it is not on the ladder, or the term of Act 7(1) still runs."""
    before = placeless(_faults(status))
    facts = asdict(status) | {"note": status.note or ""}
    know(made, models.MunicipalStatus(**facts))
    refuse([fault for fault in _faults(status) if placeless([fault])[0] not in before])


def _faults(about: MunicipalStatus) -> tuple[Finding, ...]:
    """What is wrong on the ladder of this municipality in this cycle."""
    own = {"cycle": about.cycle, "municipality": about.municipality}
    dataset = Dataset(statuses=tuple(records("statuses", **own)), decisions=tuple(records("decisions", **own)))
    try:
        statuses_in(dataset, about.cycle, date.max)
    except InputRefused as refused:
        return refused.findings
    return ()


def _said_by(actor: Actor, municipality: str, province: str) -> list[Status]:
    things = {
        Kind.MUNICIPALITY: Thing(Kind.MUNICIPALITY, municipality=municipality, province=province),
        Kind.PROVINCE: Thing(Kind.PROVINCE, province=province),
        Kind.COUNTRY: THE_COUNTRY,
    }
    granted = [WRITING[action] for action in WRITING if can(actor, action, things[action.on])]
    return [status for status in Status if any(status in each for each in granted)]
