# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Single households are explained where they are made up, and closed where they are real."""

import pytest
from django.test import Client

from luwte.placement.placement import Action
from luwte.reporting.labels import LEVELS, TERMS
from luwte_web.pages.country import Country
from web.addresses import every_page
from web.reading import read_page

CLOSED = (
    "/plan/voorstellen/",
    "/plan/voorstellen/H001/",
    "/plan/bevindingen/",
    "/en/plan/proposals/?table=proposals&as=csv",
)


def test_a_proposal_says_what_weighs_in_words(client: Client, country: Country) -> None:
    row = next(row for row in country.plan.placements if row.action is Action.MOVE and row.terms)
    page = read_page("", client.get(f"/en/plan/proposals/{row.household}/").content)
    weighed = {cells[0]: cells[1] for cells in page.sheets["terms"].rows}
    for name, _ in row.terms:
        level, term = int(name[1]), name[3:]
        assert weighed[TERMS[term]] == LEVELS[level][0]


def test_a_proposal_for_a_child_shows_the_four_factors(client: Client, country: Country) -> None:
    child = next(row for row in country.plan.placements if row.minors)
    adult = next(row for row in country.plan.placements if not row.minors)
    heading = "h2 The best interests of the child"
    assert heading in read_page("", client.get(f"/en/plan/proposals/{child.household}/").content).headings
    assert heading not in read_page("", client.get(f"/en/plan/proposals/{adult.household}/").content).headings


@pytest.mark.usefixtures("of_real_people")
@pytest.mark.parametrize("address", CLOSED)
def test_real_households_are_closed(client: Client, address: str) -> None:
    assert client.get(address).status_code == 403


@pytest.mark.usefixtures("of_real_people")
def test_the_report_of_real_people_is_not_given_away(client: Client) -> None:
    assert client.get("/plan/rapport/").status_code == 404


@pytest.mark.usefixtures("of_real_people")
def test_no_other_page_names_a_real_household(client: Client, country: Country) -> None:
    names = [row.household for row in country.plan.placements]
    for address in every_page(country, "en"):
        answer = client.get(address)
        if answer.status_code == 200:
            content = answer.content.decode()
            assert [name for name in names if f">{name}<" in content or f"/{name}/" in content] == []
            assert "Synthetic example country" not in content
