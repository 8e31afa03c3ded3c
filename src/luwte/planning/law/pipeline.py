# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Places for unaccompanied minors: what is asked, what is there, what comes and what goes, by municipality."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.law.tasks import Task, Tasks
from luwte.model.dataset import Dataset
from luwte.model.periods import months_later
from luwte.model.places import Location, LocationKind
from luwte.model.pledges import Offer, OfferStatus
from luwte.planning.shares import agreed_by, decided_by

SURE = (OfferStatus.DECIDED, OfferStatus.REALISED)
MONTHS_AHEAD = 12  # within which places come or close soon: the term of Act 2(3)


@dataclass(frozen=True, slots=True)
class Coming:
    """Places for unaccompanied minors that are not there yet; `opens` is None where nobody told the day."""

    municipality: str
    key: str
    name: str
    places: int
    opens: date | None
    status: OfferStatus | None

    @property
    def is_sure(self) -> bool:
        """Whether somebody decided on it: a planned location without an offer, or an offer that is decided."""
        return self.opens is not None and (self.status is None or self.status in SURE)


@dataclass(frozen=True, slots=True)
class AmvRow:
    """amv_places.csv: places for unaccompanied minors of a municipality; need and gap empty where nobody knows.

    `need` is by the key (Decree 2.2(1)), `asked` what the decision asks, else the need after exchanges. `coming` is
    decided and opens within twelve months, `later` after that, `unsure` is not decided or has no day; `closing` goes
    within twelve months. `gap` is asked less realised, `gap_ahead` the gap with what comes and what goes.
    """

    municipality: str
    name: str
    province_code: str
    need: int | None
    asked: int | None
    realised: int
    coming: int
    later: int
    unsure: int
    closing: int
    gap: int | None
    gap_ahead: int | None


def amv_rows(dataset: Dataset, tasks: Tasks, on: date) -> tuple[AmvRow, ...]:
    """Every municipality of a distribution, in its order."""
    realised, closing = _standing(dataset.locations, on)
    soon, later, unsure = _ahead(coming(dataset, on), on)
    net = _exchanged(dataset, on)
    binding = {one.municipality: one.amv_places for one in decided_by(dataset, tasks.cycle, on)}
    found = []
    for task in tasks.municipalities:
        code = task.municipality
        asked = _asked(task, net[code], binding.get(code))
        gap = None if asked is None else asked - realised[code]
        ahead = None if gap is None else gap - soon[code] + closing[code]
        found.append(
            AmvRow(
                code, task.name, task.province_code, task.indicative_amv, asked, realised[code], soon[code],
                later[code], unsure[code], closing[code], gap, ahead,
            )
        )  # fmt: skip
    return tuple(found)


def province_rows(rows: Iterable[AmvRow], names: Mapping[str, str]) -> tuple[AmvRow, ...]:
    """The same by province, under its code; a sum is known where all its parts are."""
    of: dict[str, list[AmvRow]] = {}
    for row in rows:
        of.setdefault(row.province_code, []).append(row)
    return tuple(_sum(code, names.get(code, code), own) for code, own in sorted(of.items()))


def coming(dataset: Dataset, on: date) -> tuple[Coming, ...]:
    """Places that are planned or offered and not there yet, by opening day; what is refused is none."""
    found = [*_planned(dataset, on), *_offered(dataset, on)]
    return tuple(sorted(found, key=lambda one: (one.opens is None, one.opens or on, one.key)))


def _standing(locations: Iterable[Location], on: date) -> tuple[Counter[str], Counter[str]]:
    """Open places by municipality, and those of them that close within twelve months."""
    realised, closing, last = Counter[str](), Counter[str](), months_later(on, MONTHS_AHEAD)
    for site in locations:
        if site.is_open(on) and site.kind is not LocationKind.CRISIS_EMERGENCY:
            realised[site.municipality] += site.amv_places
            if site.closes and site.closes <= last:
                closing[site.municipality] += site.amv_places
    return realised, closing


def _ahead(found: Iterable[Coming], on: date) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Places that come by municipality: within twelve months, later, and unsure."""
    soon, later, unsure, last = Counter[str](), Counter[str](), Counter[str](), months_later(on, MONTHS_AHEAD)
    for one in found:
        if not one.is_sure or one.opens is None:
            unsure[one.municipality] += one.places
        else:
            (soon if one.opens <= last else later)[one.municipality] += one.places
    return soon, later, unsure


def _planned(dataset: Dataset, on: date) -> Iterator[Coming]:
    about = {offer.location: offer for offer in dataset.offers if offer.location}
    for site in dataset.locations:
        is_ahead = site.opens is None or site.opens > on
        offer = about.get(site.key)
        if is_ahead and site.amv_places and (offer is None or offer.status is not OfferStatus.REFUSED):
            opens = site.opens or (offer.available_from if offer else None)
            status = offer.status if offer else None
            yield Coming(site.municipality, site.key, site.name, site.amv_places, opens, status)


def _offered(dataset: Dataset, on: date) -> Iterator[Coming]:
    """Offers that name no location of the table; one that is realised is there already."""
    for offer in dataset.offers:
        if offer.location not in dataset.location and offer.amv_places and _is_ahead(offer, on):
            yield Coming(offer.municipality, offer.key, offer.key, offer.amv_places, offer.available_from, offer.status)


def _is_ahead(offer: Offer, on: date) -> bool:
    is_over = offer.available_until is not None and offer.available_until < on
    return offer.status not in (OfferStatus.REFUSED, OfferStatus.REALISED) and not is_over


def _exchanged(dataset: Dataset, on: date) -> Counter[str]:
    net: Counter[str] = Counter()
    for exchange in agreed_by(dataset, on):
        net[exchange.taker] += exchange.amv_places
        net[exchange.giver] -= exchange.amv_places
    return net


def _asked(task: Task, net: int, binding: int | None) -> int | None:
    if binding is not None:
        return binding
    return None if task.indicative_amv is None else task.indicative_amv + net


def _sum(code: str, name: str, rows: Sequence[AmvRow]) -> AmvRow:
    def known(value: Callable[[AmvRow], int | None]) -> int | None:
        values = [each for row in rows if (each := value(row)) is not None]
        return sum(values) if len(values) == len(rows) else None

    return AmvRow(
        municipality=code,
        name=name,
        province_code=code,
        need=known(lambda row: row.need),
        asked=known(lambda row: row.asked),
        realised=sum(row.realised for row in rows),
        coming=sum(row.coming for row in rows),
        later=sum(row.later for row in rows),
        unsure=sum(row.unsure for row in rows),
        closing=sum(row.closing for row in rows),
        gap=known(lambda row: row.gap),
        gap_ahead=known(lambda row: row.gap_ahead),
    )
