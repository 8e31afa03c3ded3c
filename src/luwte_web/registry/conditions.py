# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a municipality sets conditions for a site, and how people write down whether they are met.

    set_condition(actor, "GM0344", {"kind": ConditionKind.SAFETY, "what": "...", "offer": "A012"}, reason)
    look_at(actor, "V3", ConditionState.MET, monday, reason)

The municipality sets them. Whether they are met is for the municipality to say, and for COA that runs most sites.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from luwte.data.raw import error
from luwte.model.sites import ConditionState
from luwte.words import N_
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can, demand
from luwte_web.accounts.things import Thing
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import Seen, placeless, refuse, same_as, unexplained
from luwte_web.registry.models import Change, Condition, Location, LocationFacts, Offer, OfferFacts
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.selectors import location_thing, municipality_thing
from luwte_web.registry.services import change, correct, know, next_line
from luwte_web.registry.soundness import faults_of_sites

LETTER = "V"  # with which the key of a new condition begins
NOTHING_NEW = error(
    "condition_nothing_new",
    N_("This is what is known of the condition already."),
    N_("Change what is not so any more, or go back without saving."),
)
KINDS = (NOTHING_NEW,)


def set_condition(
    actor: Actor, municipality: str, facts: Mapping[str, Any], reason: str, key: str = "", seen: Seen = ()
) -> str:
    """Set a new condition, or with its key say an earlier one anew; gives its key.

    `offer` and `location` come as keys. Raises Http404 to whom may not do it, ChangedSince where somebody else changed
    it since, and ChangeRefused with all that would be wrong.
    """
    demand(actor, Action.WRITE_OFFER, municipality_thing(municipality))
    refuse(unexplained(reason, municipality))
    with change(actor, reason.strip(), about=f"municipality:{municipality}") as made:
        before = placeless(faults_of_sites(municipality))
        said = {**facts, **_things(municipality, facts)}
        if key:
            known = condition_of(municipality, key)
            _say_anew(made, known, said, seen)
        else:
            key = _next_key()
            about = {"condition": key, "municipality": municipality, "state": ConditionState.UNKNOWN}
            know(made, Condition(**about | said))
        refuse([fault for fault in faults_of_sites(municipality) if placeless([fault])[0] not in before])
        describe_today(made)
    return key


def look_at(actor: Actor, key: str, state: ConditionState, on: date | None, reason: str, seen: Seen = ()) -> None:
    """Write down whether a condition is met, as somebody saw it on a day; how it stood before stays known."""
    known = Condition.objects.known().filter(condition=key).first()
    demand_to_look(actor, known)
    code = there(known, key).municipality
    refuse(unexplained(reason, key))
    with change(actor, reason.strip(), about=f"municipality:{code}") as made:
        before = placeless(faults_of_sites(code))
        day = None if state is ConditionState.UNKNOWN else on
        _say_anew(made, condition_of(code, key), {"state": state, "state_on": day}, seen)
        refuse([fault for fault in faults_of_sites(code) if placeless([fault])[0] not in before])
        describe_today(made)


def demand_to_look(actor: Actor, known: Condition | None) -> None:
    """Raise Http404 unless the actor may say whether this condition is met."""
    if known is None or not may_look(actor, known):
        demand(actor, Action.WRITE_OFFER, Thing(Kind.MUNICIPALITY))


def may_look(actor: Actor, known: Condition) -> bool:
    """Whether the actor may say whether a condition is met."""
    at = location_thing(known.location.key) if known.location else None
    own = can(actor, Action.WRITE_OFFER, municipality_thing(known.municipality))
    return own or (at is not None and can(actor, Action.WRITE_LOCATION, at))


def condition_of(municipality: str, key: str) -> Condition:
    """What is known now of a condition that a municipality set; ChangeRefused where nothing is."""
    known = Condition.objects.known().select_related("offer", "location")
    return there(known.filter(condition=key, municipality=municipality).first(), key)


def conditions_at(location: str) -> "QuerySet[Condition]":
    """The conditions that hold at a location: set for it, or for an offer about it."""
    offers = OfferFacts.objects.known().filter(location__key=location).values("offer")
    rows = Condition.objects.known().select_related("offer", "location")
    return rows.filter(Q(location__key=location) | Q(offer__in=offers)).order_by("due", "condition")


def _say_anew(made: Change, known: Condition, said: Mapping[str, Any], seen: Seen) -> None:
    same_as(seen, known.condition, known)
    if all(getattr(known, name) == value for name, value in said.items()):
        refuse([refusal(NOTHING_NEW, known.condition)])
    correct(made, known, **said)


def _things(municipality: str, facts: Mapping[str, Any]) -> dict[str, Offer | Location | None]:
    """The offer and the location of the municipality that a condition names."""
    offers = OfferFacts.objects.known().select_related("offer").filter(municipality=municipality)
    sites = LocationFacts.objects.known().select_related("location").filter(municipality=municipality)
    offer, site = facts.get("offer"), facts.get("location")
    return {
        "offer": there(offers.filter(offer__key=offer).first(), offer).offer if offer else None,
        "location": there(sites.filter(location__key=site).first(), site).location if site else None,
    }


def _next_key() -> str:
    """A key that no condition ever had."""
    number = next_line(Condition) + 1
    while Condition.objects.filter(condition=f"{LETTER}{number}").exists():
        number += 1
    return f"{LETTER}{number}"
