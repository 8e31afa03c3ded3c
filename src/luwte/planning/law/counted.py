# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What counts in every municipality, and its five quantities side by side: never one for another."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from luwte.law.counting import Counting, FiveYearsFrom, Initiative, Verdict, count, count_realised, initiatives
from luwte.law.counting.notes import notes
from luwte.law.tasks import Tasks
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding
from luwte.planning.law.rows import QuantityRow
from luwte.planning.shares import standing, task_rows


@dataclass(frozen=True)
class Counted:
    """Everything that counts on a day: for the number of the province, as realised and durable, and as viable.

    `otherwise` are the places that would be deducted if the five years ran from the other day.
    """

    on: date
    deducted: Counting
    realised: Counting
    initiatives: tuple[Initiative, ...]
    quantities: tuple[QuantityRow, ...]
    otherwise: int
    findings: tuple[Finding, ...]


def counted(dataset: Dataset, tasks: Tasks, on: date, *, reading: FiveYearsFrom = FiveYearsFrom.OPENING) -> Counted:
    """Count every location and offer of a dataset on a day, beside the tasks of a cycle."""
    locations, offers = dataset.locations, dataset.offers
    deducted = count(locations, offers, on, reading=reading)
    realised = count_realised(locations, offers, on, reading=reading)
    viable = initiatives(offers, locations, on)
    other = next(one for one in FiveYearsFrom if one is not reading)
    return Counted(
        on,
        deducted,
        realised,
        viable,
        _quantities(dataset, tasks, deducted, realised, _viable_places(viable)),
        count(locations, offers, on, reading=other).sum(Verdict.YES),
        tuple(notes(deducted)),
    )


def _viable_places(viable: tuple[Initiative, ...]) -> Mapping[str, int]:
    places: Counter[str] = Counter()
    for one in viable:
        if one.verdict is Verdict.YES:
            places[one.offer.municipality] += one.offer.places
    return places


def _quantities(
    dataset: Dataset, tasks: Tasks, deducted: Counting, realised: Counting, viable: Mapping[str, int]
) -> tuple[QuantityRow, ...]:
    rows = task_rows(tasks, standing(dataset, tasks, deducted.on))
    nothing = dict.fromkeys(Verdict, 0)
    return tuple(
        QuantityRow(
            municipality=row.municipality,
            name=tasks.of[row.municipality].name,
            province_code=tasks.of[row.municipality].province_code,
            indicative=row.indicative,
            agreed=row.agreed,
            binding=row.binding,
            realised=row.realised,
            durable=(durable := realised.by_municipality.get(row.municipality, nothing))[Verdict.YES],
            durable_unsure=durable[Verdict.UNKNOWN],
            deducted=(counts := deducted.by_municipality.get(row.municipality, nothing))[Verdict.YES],
            deducted_unsure=counts[Verdict.UNKNOWN],
            viable=viable.get(row.municipality, 0),
        )
        for row in rows
    )
