# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The address is the state: filters show what was asked, and nothing that people can type breaks a page."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luwte.model.places import LocationKind
from luwte.placement.placement import Action
from luwte_web.pages.country import Country
from luwte_web.pages.paging import ROWS_ON_A_PAGE
from web.reading import Seen, read_page

LISTS = ("/gemeenten/", "/en/locations/", "/plan/voorstellen/", "/en/plan/findings/", "/", "/plan/", "/over/")
NAMES = (
    "action", "cause", "group", "minors", "province", "location", "kind", "closing", "name", "sort", "page",
    "severity", "code", "table", "as",
)  # fmt: skip


def seen(client: Client, address: str) -> Seen:
    answer = client.get(address)
    assert answer.status_code == 200
    return read_page(address, answer.content)


def keys(client: Client, address: str, table: str) -> list[str]:
    """The first cells of all rows that an address asks for."""
    joined = "&" if "?" in address else "?"
    rows = client.get(f"{address}{joined}table={table}&as=csv").content.decode().splitlines()
    return [row.split(",")[0] for row in rows[1:]]


@pytest.mark.parametrize("action", Action)
def test_proposals_of_one_sort(client: Client, country: Country, action: Action) -> None:
    shown = keys(client, f"/plan/voorstellen/?action={action}", "proposals")
    assert sorted(shown) == sorted(row.household for row in country.plan.placements if row.action is action)


def test_proposals_with_children_from_or_to_a_location(client: Client, country: Country) -> None:
    moved = next(row for row in country.plan.placements if row.action is Action.MOVE and row.minors)
    for end in (moved.origin, moved.destination):
        shown = keys(client, f"/en/plan/proposals/?minors=yes&location={end}", "proposals")
        expected = [
            row.household for row in country.plan.placements if row.minors and end in (row.origin, row.destination)
        ]
        assert sorted(shown) == sorted(expected)
        assert moved.household in shown


def test_findings_of_one_sort_lead_to_what_they_are_about(client: Client, country: Country) -> None:
    finding = next(found for found in country.plan.findings if found.subject in country.dataset.household)
    address = f"/en/plan/findings/?code={finding.kind.code}"
    page = seen(client, address)
    about = [found.subject for found in country.plan.findings if found.kind.code == finding.kind.code]
    assert [row[1] for row in page.sheets["findings"].rows] == about[:ROWS_ON_A_PAGE]
    assert f"/en/plan/proposals/{finding.subject}/" in page.links
    assert address in seen(client, "/en/plan/").links


def test_what_needs_a_place_comes_first(client: Client, country: Country) -> None:
    order = [country.placement_of[key].action for key in keys(client, "/plan/voorstellen/", "proposals")]
    urgency = [Action.UNPLACED, Action.NEW, Action.MOVE, Action.STAY]
    assert [urgency.index(action) for action in order] == sorted(urgency.index(action) for action in order)


def test_locations_of_one_kind(client: Client, country: Country) -> None:
    shown = keys(client, "/locaties/?kind=emergency", "locations")
    kinds = [place.name for place in country.dataset.locations if place.kind is LocationKind.EMERGENCY]
    assert sorted(shown) == sorted(kinds)


def test_municipalities_by_part_of_their_name(client: Client, country: Country) -> None:
    shown = keys(client, "/gemeenten/?name=  DRECHT ", "municipalities")
    assert shown == [place.name for place in country.dataset.municipalities if "drecht" in place.name.lower()]
    assert "Dordrecht" in shown


def test_the_form_shows_what_was_asked(client: Client) -> None:
    assert seen(client, "/gemeenten/?name=zaan&province=PV27").fields["name"] == "zaan"


def test_the_parts_of_a_long_table_make_the_whole(client: Client, country: Country) -> None:
    whole = keys(client, "/plan/voorstellen/", "proposals")
    together: list[str] = []
    for part in range(1, len(whole) // ROWS_ON_A_PAGE + 2):
        together += [row[0] for row in seen(client, f"/plan/voorstellen/?page={part}").sheets["proposals"].rows]
    assert together == whole
    assert len(whole) == len(country.plan.placements)


@pytest.mark.parametrize("page", ["0", "-1", "99999999", "9" * 40, "x", "", "１", "1e3", "%00"])
def test_a_part_that_is_not_there_becomes_one_that_is(client: Client, page: str) -> None:
    assert seen(client, f"/plan/voorstellen/?page={page}").sheets["proposals"].rows


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    address=st.sampled_from(LISTS),
    asked=st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=30), max_size=2), max_size=4),
)
def test_whatever_is_asked_no_page_breaks(client: Client, address: str, asked: dict[str, list[str]]) -> None:
    assert client.get(address, asked).status_code in (200, 404)


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "' OR 1=1 --", "../../etc/passwd", "{{ 7*7 }}", "\0", "%ff%fe", "‮", "a" * 5000],
)
def test_hostile_words_come_back_as_words(client: Client, hostile: str) -> None:
    answer = client.get("/en/locations/", {"name": hostile, "kind": hostile, "closing": hostile})
    assert answer.status_code == 200
    assert read_page("/en/locations/", answer.content).refused == []
