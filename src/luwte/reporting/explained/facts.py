# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What sentences about a household fill in: its places, its wish, its days, by the names that people use."""

from dataclasses import dataclass
from functools import cached_property

from luwte.model.dataset import Dataset
from luwte.model.people import Household, WishKind
from luwte.planning.outputs import PlacementRow
from luwte.reporting import numbers
from luwte.words import N_, Words

WISHES = {
    WishKind.STAY: N_("to stay in the same place"),
    WishKind.PLACE: N_("to live in {place}"),
    WishKind.REGION: N_("to live in {place}"),
    WishKind.SMALL_SCALE: N_("to live in a small-scale place"),
}


@dataclass(frozen=True)
class Facts:
    """One row of a plan with the tables that it was made from, for a reader of one language."""

    row: PlacementRow
    dataset: Dataset
    words: Words

    @cached_property
    def household(self) -> Household:
        """The household of the row."""
        return self.dataset.household[self.row.household]

    @cached_property
    def filled_in(self) -> dict[str, str]:
        """Every place to fill in of the sentences."""
        return {
            "here": self.place(self.row.origin),
            "there": self.place(self.row.destination),
            "day": self._closing_day(),
            "wish": self._wish(),
            "home": self._municipality(self.household.linked_municipality),
        }

    def place(self, key: str | None) -> str:
        """A location by its name, with its municipality where the name does not tell it."""
        location = self.dataset.location.get(key or "")
        if location is None:
            return ""
        municipality = self._municipality(location.municipality)
        if municipality in location.name:
            return location.name
        return self.words.text(N_("{name} in {municipality}"), name=location.name, municipality=municipality)

    def say(self, message: str) -> str:
        """A sentence with all that it asks for filled in."""
        return self.words.text(message, **self.filled_in)

    def count(self, message: tuple[str, str], number: int, **more: str) -> str:
        """A sentence that depends on a number, which it fills in as {n}."""
        one, many = message
        text = self.words.catalogue.ngettext(one, many, number)
        return text.format(n=numbers.whole(number, self.words), **(self.filled_in | more))

    def _closing_day(self) -> str:
        location = self.dataset.location.get(self.row.origin or "")
        return numbers.day(location.closes if location else None, self.words)

    def _municipality(self, code: str | None) -> str:
        found = self.dataset.municipality.get(code or "")
        return found.name if found else code or ""

    def _wish(self) -> str:
        household = self.household
        if household.wish_kind is None:
            return ""
        provinces = {each.province_code: each.province for each in self.dataset.municipalities}
        code = household.wish or ""
        if household.wish_kind is WishKind.REGION and code in self.dataset.municipality:
            code = self.dataset.municipality[code].province_code
        place = provinces.get(code) or self._municipality(code)
        return self.words.text(WISHES[household.wish_kind], place=place)
