# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a proposal and its letters: to read aloud, to print, and closed where people are real."""

import pytest
from django.test import Client

from luwte.planning.placement_rows import in_the_way_of
from luwte_web.pages.country import Country
from web.reading import read_page


def test_the_page_of_a_household_can_be_read_aloud(client: Client, country: Country) -> None:
    family = next(row for row in country.plan.placements if row.group == "family")
    alone = next(row for row in country.plan.placements if row.group == "amv" and row.minors)
    headings = read_page("", client.get(f"/en/plan/proposals/{family.household}/").content).headings
    assert "h2 To read aloud" in headings
    headings = read_page("", client.get(f"/en/plan/proposals/{alone.household}/").content).headings
    assert "h2 To read aloud to the young person" in headings


def test_what_stands_in_the_way_is_counted_on_the_page(client: Client, country: Country) -> None:
    row = next(row for row in country.plan.placements if row.in_the_way and row.wanted)
    found = in_the_way_of(row)
    assert found is not None
    sheet = read_page("", client.get(f"/en/plan/proposals/{row.household}/").content).sheets["in-the-way"]
    counted = {cells[0]: cells[1] for cells in sheet.rows}
    assert counted["of these, with room for all of them"] == str(found.with_room)
    assert counted["households that newly come to the full ones"] == str(found.newcomers)
    assert len(sheet.rows) == 8 + len(found.lacks)


@pytest.mark.parametrize("address", ["/plan/voorstellen/{key}/brief/", "/en/plan/proposals/{key}/letter/"])
@pytest.mark.parametrize("asked", ["", "?for=adult", "?for=child"])
def test_every_letter_opens_in_both_languages(address: str, asked: str, client: Client, country: Country) -> None:
    row = next(row for row in country.plan.placements if row.minors)
    answer = client.get(address.format(key=row.household) + asked)
    assert answer.status_code == 200
    page = read_page("", answer.content)
    assert page.refused == []
    assert len([heading for heading in page.headings if heading.startswith("h1")]) == 1


@pytest.mark.parametrize("asked", ["?for=child", "?for=nobody"])
def test_a_letter_that_does_not_exist_is_not_found(asked: str, client: Client, country: Country) -> None:
    adult = next(row for row in country.plan.placements if not row.minors)
    assert client.get(f"/en/plan/proposals/{adult.household}/letter/{asked}").status_code == 404
    assert client.get("/en/plan/proposals/NOBODY/letter/").status_code == 404


@pytest.mark.usefixtures("of_real_people")
def test_letters_to_real_people_are_closed(client: Client, country: Country) -> None:
    row = country.plan.placements[0]
    assert client.get(f"/plan/voorstellen/{row.household}/brief/").status_code == 403
