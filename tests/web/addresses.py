# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The addresses of one page of every sort."""

from django.urls import reverse
from django.utils.translation import override

from luwte_web.pages.country import Country

LISTS = (
    "overview", "municipalities", "locations", "plan", "fairness", "findings", "proposals", "needed", "phase_out",
    "about", "law", "cycle", "national", "estimate", "grants", "provinces", "provisions",
    "offers", "at_risk", "amv_places", "regimes", "housing",
)  # fmt: skip


def lists(language: str) -> list[str]:
    """Every page that needs no key."""
    with override(language):
        return [reverse(name) for name in LISTS]


def single(country: Country, language: str) -> list[str]:
    """A municipality with a location, one without; a full location, an empty one; households of each sort."""
    dataset, placements = country.dataset, country.plan.placements
    municipalities = {dataset.locations[0].municipality, "GM0088"}
    locations = {dataset.locations[0].key, *(unit.location for unit in dataset.units[:1])}
    locations |= {place.key for place in dataset.locations if place.closes}
    households = {row.action: row.household for row in placements} | {row.group: row.household for row in placements}
    with override(language):
        return [
            *(
                reverse(name, args=[code])
                for code in sorted(municipalities)
                for name in ("municipality", "municipal_task")
            ),
            *(reverse("location", args=[key]) for key in sorted(locations)[:4]),
            reverse("province", args=["PV25"]),
            *(reverse("proposal", args=[key]) for key in sorted(set(households.values()))),
            *(reverse("letter", args=[key]) for key in sorted(set(households.values()))[:2]),
        ]


def every_page(country: Country, language: str) -> list[str]:
    """One page of every sort."""
    return lists(language) + single(country, language)
