# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Children in emergency reception at the end of earlier quarters of the example, as somebody would have counted them.

The stays of the example are of who is in reception now. A count of then also holds those who left since.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from luwte.data.example.apportion import apportion
from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import half_up
from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte.model.periods import is_minor, lies_within
from luwte.model.places import EMERGENCY_RECEPTION, LocationKind
from luwte.model.stays import Headcount

SOURCE = "Telling van het voorbeeld (synthetisch)"


def headcount_records(assumed: Assumptions, dataset: Dataset) -> Iterator[Headcount]:
    """A count for each day and kind; who is gone since is divided over the kinds like who is still here."""
    on = assumed.calendar.reference_date
    usual = half_up(assumed.people.children * assumed.people.children_in_emergency)
    size = Fraction(_still_here(dataset, on).total(), usual)
    for day, children in assumed.stays.children_counted.items():
        here = _still_here(dataset, day)
        gone = max(0, half_up(float(children * size)) - here.total())
        parts = apportion(gone, [here[kind] for kind in EMERGENCY_RECEPTION])
        for kind, left in zip(EMERGENCY_RECEPTION, parts, strict=True):
            yield Headcount(day, kind, here[kind] + int(left), SOURCE, Mark.ASSUMPTION)


def _still_here(dataset: Dataset, day: date) -> Counter[LocationKind]:
    """Of the children of now: at which kind they slept in the night after a day."""
    found: Counter[LocationKind] = Counter()
    for stay in dataset.stays:
        kind = dataset.location[stay.location].kind
        if kind in EMERGENCY_RECEPTION and lies_within(day, stay.since, stay.until):
            for person in dataset.persons_of[stay.household]:
                born = date(person.birth_month.year, person.birth_month.month, 1) <= day
                found[kind] += born and is_minor(person.birth_month, day)
    return found
