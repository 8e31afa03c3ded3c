# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Offers, exchanges, and the decisions of the first cycle."""

from collections.abc import Sequence
from datetime import date, timedelta

from luwte.data.example.apportion import apportion
from luwte.data.example.assumptions import Assumptions, PledgeFigures
from luwte.data.example.country import Country
from luwte.data.example.dice import Dice
from luwte.data.example.sites import Site, day_of
from luwte.model.geography import Municipality
from luwte.model.places import PlaceGroup
from luwte.model.pledges import Decision, Exchange, Offer, OfferStatus

CONDITIONS = "Synthetisch voorbeeld"
GROUNDS = ("1", "2", "3", "4")  # of a viable initiative, December 2024
DAYS_PER_YEAR = 365


def offer_records(
    assumed: Assumptions, country: Country, seed: int, planned: Sequence[tuple[str, Site]], loose: int
) -> list[Offer]:
    """An offer for every planned location, and some without a site."""
    dice, figures = Dice(seed, "offers"), assumed.pledges
    reference = assumed.calendar.reference_date
    offers = []
    for number, (location, site) in enumerate(planned, start=1):
        begins = day_of(reference, site.opened_days_ago)
        status = dice.draw(figures.planned_statuses) if begins else OfferStatus.VIABLE
        offers.append(_planned(figures, f"A{number:03d}", location, site, status, begins, dice))
    for number in range(len(planned) + 1, len(planned) + loose + 1):
        host = country.municipalities[dice.number((0, len(country.municipalities) - 1))]
        status = dice.draw(figures.loose_statuses)
        places = dice.number(figures.offer_places)
        grounds = _grounds(status, dice)
        offers.append(Offer(f"A{number:03d}", host.code, places, status, viable_because=grounds, conditions=CONDITIONS))
    return offers


def _planned(
    figures: PledgeFigures, key: str, location: str, site: Site, status: OfferStatus, begins: date | None, dice: Dice
) -> Offer:
    ends = begins + timedelta(days=dice.draw(figures.offer_years) * DAYS_PER_YEAR) if begins else None
    return Offer(
        key=key,
        municipality=site.municipality.code,
        places=site.size,
        amv_places=site.places.get(PlaceGroup.AMV, 0),
        kind=site.profile.kind,
        status=status,
        available_from=begins,
        available_until=ends,
        viable_because=_grounds(status, dice),
        funded_until=ends,
        conditions=CONDITIONS,
        location=location,
    )


def _grounds(status: OfferStatus, dice: Dice) -> frozenset[str]:
    if status is not OfferStatus.VIABLE:
        return frozenset()
    return frozenset({GROUNDS[dice.number((0, len(GROUNDS) - 1))]})


def exchange_records(
    assumed: Assumptions, country: Country, seed: int, decisions: Sequence[Decision]
) -> list[Exchange]:
    """A few exchanges inside each province; nobody hands over more than half of what was asked of it."""
    dice, figures = Dice(seed, "exchanges"), assumed.pledges
    asked = {decision.municipality: decision.places for decision in decisions}
    exchanges = []
    for members in country.of_province.values():
        order = dice.order(len(members)).tolist()
        pairs = list(zip(order[0::2], order[1::2], strict=False))[: figures.exchanges_per_province]
        for giver, taker in ((members[one], members[other]) for one, other in pairs):
            places = min(dice.number(figures.exchange_places), asked[giver.code] // 2)
            agreed = day_of(assumed.calendar.reference_date, dice.number(figures.exchange_agreed_days_ago))
            exchanges.append(Exchange(giver.code, taker.code, places, 0, agreed))
    return exchanges


def decision_records(assumed: Assumptions, country: Country) -> list[Decision]:
    """A decision for every municipality: the first cycle's provincial tasks, divided by the key; not the real ones."""
    figures, members = assumed.pledges, country.municipalities
    weight = {municipality.code: _weight(municipality, figures.cycle_1_inhabitants) for municipality in members}
    amv = dict(zip(weight, apportion(figures.cycle_1_amv, list(weight.values())).tolist(), strict=True))
    places: dict[str, int] = {}
    for province, towns in country.of_province.items():
        parts = apportion(figures.cycle_1_tasks[province], [weight[town.code] for town in towns])
        places |= dict(zip((town.code for town in towns), parts.tolist(), strict=True))
    return [
        Decision(
            cycle=figures.cycle_1_year,
            municipality=code,
            places=places[code],
            amv_places=amv[code],
            decided_on=figures.cycle_1_decided_on,
            available_by=figures.cycle_1_available_by,
        )
        for code in weight
    ]


def _weight(municipality: Municipality, day: date) -> float:
    return municipality.inhabitants[day] * float(municipality.key_weight or 1)
