# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where an offer and its site do not say the same. It stops nobody: people tell which of them is so."""

from collections.abc import Iterable, Iterator

from luwte.law.counting.durable import after
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.pledges import Offer, OfferStatus
from luwte.planning.law.candidates import Candidate
from luwte.words import N_

OTHER_PLACES = FindingKind(
    "law.offer_other_places",
    Severity.WARNING,
    N_("Offer {offer} is of {places} places, and {location} has {other} in the tables."),
    N_("Make both the same, or tell in the conditions what is to be added."),
)
OTHER_AMV_PLACES = FindingKind(
    "law.offer_other_amv_places",
    Severity.WARNING,
    N_("Offer {offer} is of {places} places for unaccompanied minors, and {location} has {other} in the tables."),
    N_("Make both the same, or tell in the conditions what is to be added."),
)
OUTLASTS_SITE = FindingKind(
    "law.offer_outlasts_site",
    Severity.WARNING,
    N_("Offer {offer} goes on after {location} closes ({closes})."),
    N_("Correct one of the days; what counts is told by the day on which the site closes."),
)
MONEY_ENDS_FIRST = FindingKind(
    "law.offer_money_ends_first",
    Severity.WARNING,
    N_("The money for offer {offer} ends on {funded}, before the offer does."),
    N_("Find money for the rest of the time, or tell until when the places are there."),
)
KINDS = (OTHER_PLACES, OTHER_AMV_PLACES, OUTLASTS_SITE, MONEY_ENDS_FIRST)


def contradictions(found: Iterable[Candidate]) -> Iterator[Finding]:
    """What the tables contradict about these offers; nothing about those that were refused."""
    for one in found:
        if one.offer.status is not OfferStatus.REFUSED:
            yield from _about_the_site(one)
            yield from _about_the_money(one.offer)


def _about_the_site(one: Candidate) -> Iterator[Finding]:
    offer, site = one.offer, one.site
    if site is None:
        return
    named = {"offer": offer.key, "location": site.name}
    if offer.places != site.total_places:
        counts = {"places": str(offer.places), "other": str(site.total_places)}
        yield Finding(OTHER_PLACES, offer.key, params=named | counts)
    if offer.amv_places != site.amv_places:
        counts = {"places": str(offer.amv_places), "other": str(site.amv_places)}
        yield Finding(OTHER_AMV_PLACES, offer.key, params=named | counts)
    ends = after(offer.available_until)
    if site.closes and (ends is None or ends > site.closes):
        yield Finding(OUTLASTS_SITE, offer.key, params=named | {"closes": site.closes.isoformat()})


def _about_the_money(offer: Offer) -> Iterator[Finding]:
    funded, until = offer.funded_until, offer.available_until
    if funded and (until is None or funded < until):
        yield Finding(MONEY_ENDS_FIRST, offer.key, params={"offer": offer.key, "funded": funded.isoformat()})
