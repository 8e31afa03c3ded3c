# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a municipality, or its province, writes down what it brings into a half-year of its housing task.

write_balance(actor, HousingBalance("2026-I", "GM0344", backlog=12, lead=0), reason)
"""

from dataclasses import asdict

from django.http import Http404

from luwte.data.raw import error
from luwte.model.cycles import HousingBalance
from luwte.words import N_
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can
from luwte_web.accounts.things import Thing
from luwte_web.registry import models
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import Seen, placeless, refuse, same_as, unexplained
from luwte_web.registry.models.municipalities import provinces
from luwte_web.registry.refusals import refusal
from luwte_web.registry.selectors import municipality_thing
from luwte_web.registry.services import change, correct, know
from luwte_web.registry.soundness import faults_among

NOTHING_NEW = error(
    "housing_nothing_new",
    N_("This is what is known of this half-year already."),
    N_("Change what is not so any more, or go back without saving."),
)
KINDS = (NOTHING_NEW,)


def may_write(actor: Actor, municipality: str) -> bool:
    """Whether the actor writes what this municipality brings along: it does itself, or its province."""
    province = Thing(Kind.PROVINCE, province=provinces().get(municipality, ""))
    return can(actor, Action.WRITE_OFFER, municipality_thing(municipality)) or can(
        actor, Action.AGREE_EXCHANGE, province
    )


def balance_now(municipality: str, half_year: str) -> models.HousingBalance | None:
    """What is known now of a municipality in a half-year."""
    known = models.HousingBalance.objects.known().filter(municipality=municipality, half_year=half_year)
    return known.first()


def write_balance(actor: Actor, balance: HousingBalance, reason: str, seen: Seen = ()) -> None:
    """Write it down, or anew; `seen` is the mark of the version that was looked at.

    Raises Http404 to whom may not write it, ChangedSince where somebody else wrote otherwise since, and ChangeRefused
    with all that would be wrong.
    """
    code = balance.municipality
    if not may_write(actor, code):
        raise Http404
    refuse(unexplained(reason, code))
    with change(actor, reason.strip(), about=f"municipality:{code}") as made:
        known = balance_now(code, balance.half_year)
        before = placeless(faults_among("housing", municipality=code))
        if known is None:
            know(made, models.HousingBalance(**asdict(balance)))
        else:
            same_as(seen, code, known)
            if (known.backlog, known.lead) == (balance.backlog, balance.lead):
                refuse([refusal(NOTHING_NEW, code)])
            correct(made, known, backlog=balance.backlog, lead=balance.lead)
        after = faults_among("housing", municipality=code)
        refuse([fault for fault in after if placeless([fault])[0] not in before])
        describe_today(made)
