# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the reports of the provinces would say on a day, from what the tables hold of every municipality."""

from collections import Counter
from collections.abc import Iterator, Set
from datetime import date

from luwte.law.counting import Initiative, Verdict, initiatives
from luwte.law.exchange import exchanged
from luwte.law.remainder import Reported
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.planning.shares import agreed_by, standing


def reports(dataset: Dataset, tasks: Tasks, on: date) -> tuple[Reported, ...]:
    """Every municipality with its agreed number and what it offers: open places, and viable initiatives beside them.

    Viable is what has one of the four grounds. A municipality of which the tables hold neither place, offer nor
    exchange did not answer. Exchanges that the Act does not allow raise `InputRefused`.
    """
    numbers = {task.municipality: task.indicative for task in tasks.municipalities}
    provinces = {task.municipality: task.province_code for task in tasks.municipalities}
    agreed = exchanged(numbers, agreed_by(dataset, on), provinces)
    realised = standing(dataset, tasks, on).realised
    coming = coming_by(dataset, on)
    answered = answered_in(dataset, on)
    return tuple(
        Reported(
            code,
            task.province_code,
            agreed[code],
            task.share,
            realised.get(code, 0) + coming[code] if code in answered else None,
        )
        for code, task in tasks.of.items()
    )


def answered_in(dataset: Dataset, on: date) -> Set[str]:
    """The municipalities of which the tables hold a place, an offer, whatever became of it, or an exchange."""
    exchanged = agreed_by(dataset, on)
    return {
        *(offer.municipality for offer in dataset.offers),
        *(site.municipality for site in dataset.locations),
        *(code for exchange in exchanged for code in (exchange.giver, exchange.taker)),
    }


def coming_by(dataset: Dataset, on: date) -> Counter[str]:
    """Places of viable initiatives beside what is open, by municipality."""
    places: Counter[str] = Counter()
    for one in beside_open(dataset, on):
        if one.verdict is Verdict.YES:
            places[one.offer.municipality] += one.offer.places
    return places


def beside_open(dataset: Dataset, on: date) -> Iterator[Initiative]:
    """Every offer but those about a location which is open, and counted, already."""
    is_open = {site.key for site in dataset.locations if site.is_open(on)}
    found = initiatives(dataset.offers, dataset.locations, on)
    return (one for one in found if one.offer.location not in is_open)
