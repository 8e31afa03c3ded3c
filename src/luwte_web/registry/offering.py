# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a municipality writes down what it offers, changes that, and withdraws it.

    write_offer(actor, "GM0344", {"places": 120, "status": OfferStatus.VIABLE, "location": "L12"}, reason)

People state the grounds on which an offer is viable; what the tables contradict about them is told on the page of the
offer and stops nobody. What could not be read from tables is refused.
"""

from collections.abc import Mapping
from typing import Any

from django.http import Http404

from luwte.data.raw import error
from luwte.model.pledges import OfferStatus
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import Seen, placeless, refuse, same_as, unexplained
from luwte_web.registry.models import Change, Condition, Location, LocationFacts, Offer, OfferFacts
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.selectors import municipality_thing
from luwte_web.registry.services import change, correct, know, next_line, withdraw
from luwte_web.registry.soundness import faults_of_sites

LETTER = "A"  # with which the key of a new offer begins
NOTHING_NEW = error(
    "offer_nothing_new",
    N_("This is what is known of the offer already."),
    N_("Change what is not so any more, or go back without saving."),
)
REALISED = error(
    "offer_realised",
    N_("The places of offer {offer} are there: an offer that is realised is not withdrawn."),
    N_("Let the location close instead, and fill in its last day."),
)
KINDS = (NOTHING_NEW, REALISED)


def write_offer(
    actor: Actor, municipality: str, facts: Mapping[str, Any], reason: str, key: str = "", seen: Seen = ()
) -> str:
    """Write down a new offer, or with its key say anew what was known; gives its key.

    `facts` are columns of the table, `location` by its key. Raises Http404 to whom may not do it, ChangedSince where
    somebody else changed it since, and ChangeRefused with all that would be wrong.
    """
    demand(actor, Action.WRITE_OFFER, municipality_thing(municipality))
    refuse(unexplained(reason, municipality))
    with change(actor, reason.strip(), about=f"municipality:{municipality}") as made:
        before = placeless(faults_of_sites(municipality))
        said = {**facts, "location": _site(facts.get("location"), municipality)}
        if key:
            known = offer_of(municipality, key)
            same_as(seen, key, known)
            if all(getattr(known, name) == value for name, value in said.items()):
                refuse([refusal(NOTHING_NEW, key)])
            correct(made, known, **said)
        else:
            key = _next_key()
            know(made, OfferFacts(offer=Offer.objects.create(key=key), municipality=municipality, **said))
        refuse([fault for fault in faults_of_sites(municipality) if placeless([fault])[0] not in before])
        describe_today(made)
    return key


def withdraw_offer(actor: Actor, key: str, reason: str, seen: Seen = ()) -> None:
    """Say an offer no more; its conditions go with it, but for those that hold at a location.

    What was known of it stays in the registry, with the reason on the log.
    """
    known = OfferFacts.objects.known().filter(offer__key=key).first()
    demand(actor, Action.WRITE_OFFER, municipality_thing(known.municipality if known else ""))
    if known is None:
        raise Http404
    refuse(unexplained(reason, key))
    with change(actor, reason.strip(), about=f"municipality:{known.municipality}") as made:
        present = offer_of(known.municipality, key)
        same_as(seen, key, present)
        if present.status is OfferStatus.REALISED:
            refuse([refusal(REALISED, key, offer=key)])
        _let_go(made, present)
        withdraw(made, present)
        describe_today(made)


def offer_of(municipality: str, key: str) -> OfferFacts:
    """What is known now of an offer of a municipality; ChangeRefused where nothing is."""
    known = OfferFacts.objects.known().select_related("offer", "location")
    return there(known.filter(offer__key=key, municipality=municipality).first(), key)


def _site(key: str | None, municipality: str) -> Location | None:
    """The location that an offer is about."""
    if not key:
        return None
    facts = LocationFacts.objects.known().select_related("location").filter(location__key=key)
    return there(facts.filter(municipality=municipality).first(), key).location


def _let_go(made: Change, offer: OfferFacts) -> None:
    for condition in Condition.objects.known().filter(offer=offer.offer):
        if condition.location is None:
            withdraw(made, condition)
        else:
            correct(made, condition, offer=None)


def _next_key() -> str:
    """A key that no offer had yet, not even one that was withdrawn."""
    number = next_line(OfferFacts) + 1
    while Offer.objects.filter(key=f"{LETTER}{number:03d}").exists():
        number += 1
    return f"{LETTER}{number:03d}"
