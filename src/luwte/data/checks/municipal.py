# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do municipalities, their offers, exchanges and decisions hold together?"""

import re
from collections.abc import Iterator

from luwte.data.national import national_municipalities
from luwte.data.raw import at, error, note, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.pledges import OfferStatus
from luwte.words import N_

MISREAD_LETTERS = re.compile("[ÂÃ][\u0080-\u00bf]|â€")  # UTF-8 read as Windows-1252 and saved again

TWO_NAMES = error(
    "province_two_names",
    N_("Province {code} is called {name} here and {other} elsewhere."),
    N_("Use one name for one code."),
)
NOT_NATIONAL = note(
    "municipalities_not_national",
    N_("The table names {count} municipalities; {missing} of the country are not among them."),
    N_("Add them where the whole country is meant; a distribution is over those that are named."),
)
NO_COUNT = error(
    "municipality_no_count",
    N_("{municipality} has no number of inhabitants at all."),
    N_("Fill in at least one count."),
)
MISREAD = warning(
    "text_misread",
    N_("Letters with accents were misread when this was saved."),
    N_("Save the source again as UTF-8, or type the name again."),
)
OTHER_PROVINCE = error(
    "exchange_other_province",
    N_("{giver} and {taker} do not lie in one province."),
    N_("Exchange inside the province only (Act art. 4(1))."),
    "Act art. 4(1)",
)
WITH_ITSELF = error(
    "exchange_with_itself",
    N_("{giver} would hand places to itself."),
    N_("Correct one of the two codes."),
    "Act art. 4(1)",
)
NOTHING = warning("exchange_nothing", N_("The exchange is of no places."), N_("Fill in the places, or remove the row."))
AMV_PART = error(
    "amv_places_part",
    N_("There are more places for unaccompanied minors than places in all ({places})."),
    N_("The first are part of the second: correct one of them."),
)
OFFER_ENDS = error(
    "offer_ends_first", N_("The offer ends before it begins ({begins})."), N_("Correct one of the days.")
)
OFFER_UNFUNDED = warning(
    "offer_unfunded", N_("The money ends before the places are available ({begins})."), N_("Check both days.")
)
OFFER_ELSEWHERE = error(
    "offer_elsewhere",
    N_("{location} lies in another municipality ({other})."),
    N_("Correct the location or the municipality."),
)
OFFER_KIND = warning("offer_kind", N_("{location} is of another kind ({other})."), N_("Make both the same."))
OFFER_NO_GROUND = warning(
    "offer_no_ground",
    N_("The offer is called viable and no ground for that is given."),
    N_("Fill in the grounds, 1 to 4."),
)
OFFER_NO_LOCATION = warning(
    "offer_no_location", N_("The offer is called realised and names no location."), N_("Fill in the location.")
)
DECISION_DAYS = error(
    "decision_days",
    N_("The places would be due before the decision was taken ({decided})."),
    N_("Correct one of the days."),
)


def municipalities_are_complete(tables: Tables) -> Iterator[Finding]:
    """Every municipality has a count, a province has one name, and what is left out of the country is said."""
    if "municipalities" not in tables.sheets or "municipalities" in tables.data.bundled:
        return
    names: dict[str, str] = {}
    for i, municipality in enumerate(tables.data.municipalities):
        if not municipality.inhabitants:
            yield tables.finding(
                NO_COUNT, "municipalities", i, None, subject=municipality.code, municipality=municipality.name
            )
        other = names.setdefault(municipality.province_code, municipality.province)
        if other != municipality.province:
            yield tables.finding(
                TWO_NAMES, "municipalities", i, "province", subject=municipality.code,
                code=municipality.province_code, name=municipality.province, other=other,
            )  # fmt: skip
    there = tables.known("municipalities", "code") or frozenset()
    if missing := {m.code for m in national_municipalities()} - there:
        yield at(NOT_NATIONAL, tables.sheets["municipalities"].file, count=len(there), missing=len(missing))


def names_are_read_well(tables: Tables) -> Iterator[Finding]:
    """No name shows the marks of a text that was read in the wrong encoding and saved again."""
    for sheet in tables.sheets.values():
        for column, cells in sheet.cells.items():
            misread = {text for text in set(cells) if not text.isascii() and MISREAD_LETTERS.search(text)}
            for row, text in zip(sheet.rows, cells, strict=True) if misread else ():
                if text in misread:
                    yield at(MISREAD, sheet.file, row, column, text)


def exchanges_stay_in_a_province(tables: Tables) -> Iterator[Finding]:
    """An exchange is between two municipalities of one province (Act 4)."""
    for i, exchange in enumerate(tables.data.exchanges):
        about = {"subject": exchange.giver, "giver": exchange.giver, "taker": exchange.taker}
        giver, taker = (tables.data.municipality.get(code) for code in (exchange.giver, exchange.taker))
        if exchange.giver == exchange.taker:
            yield tables.finding(WITH_ITSELF, "exchanges", i, "to", **about)
        elif giver and taker and giver.province_code != taker.province_code:
            yield tables.finding(OTHER_PROVINCE, "exchanges", i, "to", **about)
        if not exchange.places and not exchange.amv_places:
            yield tables.finding(NOTHING, "exchanges", i, "places", subject=exchange.giver)


def amv_places_are_part_of_places(tables: Tables) -> Iterator[Finding]:
    """In exchanges, offers and decisions places for unaccompanied minors are counted among the places."""
    for table in ("exchanges", "offers", "decisions"):
        for i, record in enumerate(getattr(tables.data, table)):
            if (record.amv_places or 0) > record.places:
                yield tables.finding(AMV_PART, table, i, "amv_places", places=record.places)


def offers_hold_together(tables: Tables) -> Iterator[Finding]:
    """An offer's days come in order, and it agrees with the location that it names."""
    for i, offer in enumerate(tables.data.offers):
        about = {"subject": offer.key, "begins": str(offer.available_from)}
        if offer.available_from and offer.available_until and offer.available_until < offer.available_from:
            yield tables.finding(OFFER_ENDS, "offers", i, "available_until", **about)
        if offer.available_from and offer.funded_until and offer.funded_until < offer.available_from:
            yield tables.finding(OFFER_UNFUNDED, "offers", i, "funded_until", **about)
        if offer.status is OfferStatus.VIABLE and not offer.viable_because:
            yield tables.finding(OFFER_NO_GROUND, "offers", i, "viable_because", subject=offer.key)
        if offer.status is OfferStatus.REALISED and not offer.location:
            yield tables.finding(OFFER_NO_LOCATION, "offers", i, "location", subject=offer.key)
        location = tables.data.location.get(offer.location or "")
        if location and location.municipality != offer.municipality:
            yield tables.finding(
                OFFER_ELSEWHERE,
                "offers",
                i,
                "location",
                subject=offer.key,
                location=location.key,
                other=location.municipality,
            )
        elif location and offer.kind and location.kind is not offer.kind:
            yield tables.finding(
                OFFER_KIND, "offers", i, "kind", subject=offer.key, location=location.key, other=location.kind
            )


def decisions_come_before_places(tables: Tables) -> Iterator[Finding]:
    """Places are due after the decision that asks for them."""
    for i, decision in enumerate(tables.data.decisions):
        if decision.decided_on and decision.available_by and decision.available_by < decision.decided_on:
            yield tables.finding(
                DECISION_DAYS,
                "decisions",
                i,
                "available_by",
                subject=decision.municipality,
                decided=decision.decided_on,
            )


CHECKS: tuple[Check, ...] = (
    municipalities_are_complete,
    names_are_read_well,
    exchanges_stay_in_a_province,
    amv_places_are_part_of_places,
    offers_hold_together,
    decisions_come_before_places,
)
KINDS = (
    TWO_NAMES, NOT_NATIONAL, NO_COUNT, MISREAD, OTHER_PROVINCE, WITH_ITSELF, NOTHING, AMV_PART, OFFER_ENDS,
    OFFER_UNFUNDED, OFFER_ELSEWHERE, OFFER_KIND, OFFER_NO_GROUND, OFFER_NO_LOCATION, DECISION_DAYS,
)  # fmt: skip
