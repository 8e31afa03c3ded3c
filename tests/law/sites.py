# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Locations and offers as law cases write them."""

from datetime import date

from law.cases_read import Strict
from luwte.model.places import Building, Location, LocationKind, Operator, Scheme
from luwte.model.pledges import Offer, OfferStatus


class Site(Strict):
    key: str
    municipality: str = "GM0001"
    places: int = 0
    amv: int = 0
    kind: LocationKind = LocationKind.AZC
    operator: Operator = Operator.COA
    scheme: Scheme | None = None
    opens: date | None = None
    closes: date | None = None

    def location(self) -> Location:
        return Location(
            self.key, self.key, self.municipality, self.kind, self.operator, Building.RESIDENTIAL, self.places,
            self.amv, 0, self.opens, self.closes, scheme=self.scheme,
        )  # fmt: skip


class Promise(Strict):
    key: str
    places: int
    status: OfferStatus
    amv: int = 0
    location: str | None = None
    available_from: date | None = None
    available_until: date | None = None
    funded_until: date | None = None

    def offer(self) -> Offer:
        return Offer(
            self.key, "GM0001", self.places, self.status, self.amv, None, self.available_from, self.available_until,
            location=self.location, funded_until=self.funded_until,
        )  # fmt: skip
