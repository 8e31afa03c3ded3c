# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People beside the tables of the law: children and households of the published plan, counted so that nobody shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.artefacts import selectors
from luwte_web.pages import few
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.law.asked import AskedOfLaw
from luwte_web.pages.links import to_location
from luwte_web.pages.reader import Reader


@dataclass(frozen=True)
class Beside:
    """The plan whose people are counted; `exact` for made-up people and for who reads about them."""

    country: Country
    exact: bool

    def children_at(self, locations: Iterable[str]) -> int:
        """Children who live at these locations now."""
        return sum(self.country.change_of(key).before.children for key in set(locations) if key)

    def page_of(self, location: str) -> str:
        """The page of a location; nowhere for one that the plan does not know."""
        return to_location(location) if location in self._locations else ""

    @cached_property
    def _locations(self) -> frozenset[str]:
        return frozenset(site.key for site in self.country.dataset.locations)

    def told(self, count: int, reader: Reader) -> str:
        """A count of people as this reader may know it."""
        return reader.number(count) if self.exact else few.told(count, reader)


def beside(asked: AskedOfLaw) -> Beside | None:
    """The plan that is shown, or the published one beside the registry; None where there is none."""
    shown = selectors.shown() if asked.country is None else None
    country = country_of(shown.address) if shown else asked.country
    if country is None:
        return None
    return Beside(country, country.dataset.synthetic or can_somewhere(asked.actor, Action.READ_PERSON))
