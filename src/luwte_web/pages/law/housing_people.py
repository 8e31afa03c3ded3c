# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who waits in reception for a home: people with a permit, by the municipality that they are linked to."""

from collections.abc import Mapping
from dataclasses import dataclass

from luwte.model.people import Phase
from luwte_web.pages.country import Country

NOT_LINKED = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Households, people and children with a permit who live in reception; each person takes a place."""

    households: int = 0
    people: int = 0
    children: int = 0

    def __add__(self, other: "Waiting") -> "Waiting":
        return Waiting(self.households + other.households, self.people + other.people, self.children + other.children)


def waiting_by_municipality(country: Country) -> Mapping[str, Waiting]:
    """By the code of the municipality; `NOT_LINKED` for who is linked to none yet."""
    found: dict[str, Waiting] = {}
    for household in country.dataset.households:
        row = country.placement_of.get(household.key)
        if household.phase is Phase.PERMIT and household.location and row:
            code = household.linked_municipality or NOT_LINKED
            found[code] = found.get(code, Waiting()) + Waiting(1, row.size, row.minors)
    return found


def together(waiting: Mapping[str, Waiting], *, linked: bool) -> Waiting:
    """All who are linked to a municipality, or all who are not."""
    return sum((one for code, one in waiting.items() if (code != NOT_LINKED) is linked), Waiting())
