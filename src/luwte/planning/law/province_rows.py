# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The provincial table as the files that `luwte law province` writes; a column is named after its field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.law.counting import Verdict
from luwte.model.cycles import Status
from luwte.model.pledges import Exchange, OfferStatus
from luwte.planning.cells import to_csv
from luwte.planning.law.provincial import ProvincialTable
from luwte.planning.law.tables import cut_off


@dataclass(frozen=True, slots=True)
class ProvinceTableRow:
    """province.csv: a municipality at its provincial table, in places; empty is not known."""

    municipality: str
    name: str
    indicative: int
    indicative_amv: int | None
    exchanged: int
    exchanged_amv: int
    agreed: int
    agreed_amv: int | None
    offered: int | None
    realised: int
    viable: int
    other: int
    realised_amv: int
    viable_amv: int
    durable: int
    durable_unsure: int
    binding: int | None
    short: int
    status: Status | None
    since: date | None


@dataclass(frozen=True, slots=True)
class ProvinceOfferRow:
    """province_offers.csv: an offer with its conditions, and whether it is a viable initiative."""

    offer: str
    municipality: str
    status: OfferStatus
    viable: Verdict
    places: int
    amv_places: int
    available_from: date | None
    available_until: date | None
    funded_until: date | None
    conditions: str | None


@dataclass(frozen=True, slots=True)
class ProvinceEvennessRow:
    """province_evenness.csv: parts of all places from 0, six decimals, cut off; first without any exchange."""

    exchanges: int
    numbers_elsewhere: Decimal | None
    offers_elsewhere: Decimal | None


def province_tables(found: ProvincialTable) -> Mapping[str, bytes]:
    """province.csv, province_exchanges.csv, province_offers.csv and province_evenness.csv."""
    return {
        "province.csv": to_csv(ProvinceTableRow, _municipalities(found)),
        "province_exchanges.csv": to_csv(Exchange, found.exchanges),
        "province_offers.csv": to_csv(ProvinceOfferRow, _offers(found)),
        "province_evenness.csv": to_csv(ProvinceEvennessRow, _evenness(found)),
    }


def _municipalities(found: ProvincialTable) -> Iterator[ProvinceTableRow]:
    for one in found.municipalities:
        yield ProvinceTableRow(
            one.municipality, one.name, one.indicative, one.indicative_amv, one.exchanged, one.exchanged_amv,
            one.agreed, one.agreed_amv, one.offered, one.realised, one.viable, one.other, one.realised_amv,
            one.viable_amv, one.durable, one.durable_unsure, one.binding, one.short,
            one.held.status if one.held else None, one.held.since if one.held else None,
        )  # fmt: skip


def _offers(found: ProvincialTable) -> Iterator[ProvinceOfferRow]:
    for one in found.offers:
        offer = one.offer
        yield ProvinceOfferRow(
            offer.key, offer.municipality, offer.status, one.verdict, offer.places, offer.amv_places,
            offer.available_from, offer.available_until, offer.funded_until, offer.conditions,
        )  # fmt: skip


def _evenness(found: ProvincialTable) -> Iterator[ProvinceEvennessRow]:
    """After every exchange in its turn, so that each shows what it did."""
    for number in range(len(found.exchanges) + 1):
        spread = found.spread(found.exchanges[:number])
        yield ProvinceEvennessRow(number, cut_off(spread.numbers.elsewhere), cut_off(spread.offers.elsewhere))
