# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A municipality reads what counts, what it would take, and hands its council two pages."""

import csv
import re
from html import unescape
from typing import Any

import page as checker
import pytest
from django.test import Client
from django.utils.html import strip_tags

from luwte.law.counting import Verdict, count
from luwte.planning.law.municipal import children_at, municipal
from luwte_web.pages.country import Country

pytestmark = pytest.mark.django_db
PAGE = re.compile(rb"/Type */Page\b")


@pytest.fixture
def busy(country: Country) -> str:
    """The municipality with the most places."""
    return max(country.task_of.values(), key=lambda row: (row.realised, row.municipality)).municipality


def task(code: str) -> str:
    return f"/en/municipalities/{code}/task/"


def sheet(code: str) -> str:
    return f"/en/municipalities/{code}/fact-sheet/"


def words(page: Any) -> str:
    return " ".join(unescape(strip_tags(page.content.decode())).split())


def table(client: Client, address: str, key: str, **asked: str) -> list[dict[str, str]]:
    answer = client.get(address, {"table": key, "as": "csv", **asked})
    assert answer.status_code == 200
    return list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))


def test_every_place_stands_there_with_why_it_counts_or_not(client: Client, country: Country, busy: str) -> None:
    counted = count(country.dataset.locations, country.dataset.offers, country.on)
    own = [one for one in counted.places if one.candidate.municipality == busy]
    rows = table(client, task(busy), "places")
    assert sorted(int(row["Places"]) for row in rows) == sorted(one.candidate.places for one in own)
    assert {row["Counts"] for row in rows} <= {"yes", "no", "not sure"}
    assert all(row["Why"] and row["Article"] for row in rows)


def test_the_page_and_the_library_count_the_same(client: Client, country: Country, busy: str) -> None:
    one = municipal(country.dataset, country.tasks, country.on, busy)
    shown = words(client.get(f"/en/municipalities/{busy}/"))
    assert f"{one.sums[Verdict.YES]:,} places last and count for the law" in shown
    assert (f"To add, so that enough count: {one.to_add:,}." in shown) == bool(one.to_add)
    assert children_at(country.dataset, country.on, busy) == country.change_in(busy).before.children


def test_a_small_site_costs_what_people_say_and_otherwise_nobody_knows(client: Client, country: Country) -> None:
    short = max(country.task_of, key=lambda code: municipal(country.dataset, country.tasks, country.on, code).to_add)
    larger, small, minors = table(client, task(short), "ways")
    assert int(larger["Cost a year (EUR)"]) == int(larger["Together"]) * 30_400
    assert int(larger["The same places as emergency reception (EUR)"]) == int(larger["Together"]) * 69_400
    assert small["Cost a year (EUR)"] == minors["Cost a year (EUR)"] == ""
    _, given, still = table(client, task(short), "ways", small="25000")
    assert int(given["Cost a year (EUR)"]) == int(given["Together"]) * 25_000
    assert still["Cost a year (EUR)"] == ""


@pytest.mark.parametrize("said", ["-1", "much", "0", "1e9"])
def test_an_amount_that_cannot_be_is_refused_and_stays_where_it_was_typed(
    client: Client, country: Country, busy: str, said: str
) -> None:
    answer = client.get(task("GM0363"), {"small": said})
    assert answer.status_code == 200
    assert 'class="entry__wrong"' in answer.content.decode()
    assert f'value="{said}"' in answer.content.decode()
    assert client.get(sheet(busy), {"small": said}).status_code == 200


def test_norms_of_a_good_site_lead_to_their_pages(client: Client) -> None:
    shown = client.get(task("GM0363")).content.decode()
    assert 'href="/en/norms/HOU-001/"' in shown
    assert 'href="/en/norms/EME-006/"' not in shown  # about emergency reception, not about a site that lasts


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("code", ["GM0363", "GM1950", "GM0088"])
def test_a_council_gets_two_pages_that_an_independent_checker_finds_accessible(
    client: Client, code: str, language: str
) -> None:
    name = "fact-sheet" if language else "feitenblad"
    answer = client.get(f"{language}/{'municipalities' if language else 'gemeenten'}/{code}/{name}/")
    assert answer["Content-Type"] == "application/pdf"
    assert checker.validate_pdf_bytes(answer.content, profile="ua1").is_compliant
    assert len(PAGE.findall(answer.content)) == 2


@pytest.mark.parametrize("address", [task("GM9999"), sheet("GM9999"), sheet("nowhere")])
def test_a_municipality_that_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
