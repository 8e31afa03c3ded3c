# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page about the end of emergency reception: the answer, how it follows, and who is told how exactly."""

import csv
import io
import re
from datetime import date

import pytest
from django.test import Client

from luwte.model.places import EMERGENCY_RECEPTION
from luwte.planning.phase_out import phase_out
from luwte_web.pages.country import Country

DUTCH, ENGLISH = "/afbouw/", "/en/phase-out/"
JULY = date(2027, 7, 1)


def table(client: Client, key: str, **asked: str) -> list[dict[str, str]]:
    """A table of the page, as it is downloaded."""
    answer = client.get(ENGLISH, {"table": key, "as": "csv", **asked})
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


@pytest.mark.parametrize(("address", "leaves"), [(DUTCH, "vertrekt het laatste kind op"), (ENGLISH, "leaves on")])
def test_the_page_tells_the_day_in_both_languages(client: Client, address: str, leaves: str) -> None:
    shown = client.get(address).content.decode()
    assert shown.count(leaves) == 2  # over half a year and over a year
    assert "2026D05450" in shown


def test_the_tables_are_those_of_the_library(client: Client, country: Country) -> None:
    found = phase_out(country.dataset, country.on, until=JULY, policy=country.policy)
    quarters = table(client, "quarters-all")
    told = [(row["Quarter"], int(row["At its end"]), row["Others, on balance"]) for row in quarters]
    rows = sorted((row for row in found.quarters if row.by == "all"), key=lambda row: row.last_day, reverse=True)
    assert told == [(row.quarter, row.children, str(row.not_kept)) for row in rows]
    assert sum(int(row["Children"]) for row in table(client, "now-kind")) == found.children
    assert sum(int(row["Children"]) for row in table(client, "now-fitness")) == found.children
    assert len(table(client, "conditions")) == len(found.sites)


def test_another_day_takes_another_number_a_week(client: Client) -> None:
    def a_week(until: str) -> float:
        shown = client.get(ENGLISH, {"until": until}).content.decode()
        (number,) = re.findall(r"([\d,.]+) children must leave each week", shown)
        return float(number.replace(",", ""))

    assert a_week("2027-01-01") > a_week("2027-07-01") > a_week("2028-07-01") > 0


@pytest.mark.parametrize("until", ["", "tomorrow", "2027-02-30", "2027-13-01", "0000-00-00"])
def test_what_is_no_day_is_answered_with_the_usual_one(client: Client, until: str) -> None:
    shown = client.get(ENGLISH, {"until": until})
    assert shown.status_code == 200
    assert 'value="2027-07-01"' in shown.content.decode()


def test_a_day_that_has_passed_is_told_to_have_passed(client: Client) -> None:
    assert "is not ahead any more" in client.get(ENGLISH, {"until": "2020-01-01"}).content.decode()


def test_of_real_people_a_stranger_is_told_no_small_number(client: Client, of_real_people: None) -> None:
    shown = client.get(ENGLISH).content.decode()
    assert "rounded to fives" in shown
    for key in ("now-kind", "now-fitness", "quarters-all", "quarters-kind", "places", "critical", "conditions"):
        for row in table(client, key):
            for title in ("Children", "New, at least", "Of these children", "At its end", "Turned eighteen"):
                number = re.sub(r"at least |,", "", row.get(title, "0"))
                assert number.startswith("fewer than 5") or int(number) % 5 == 0, (key, title, row)
    for row in table(client, "critical"):
        assert row["Children x days x failed gates"] == "not told"


def test_every_site_of_emergency_reception_with_children_has_its_conditions(client: Client, country: Country) -> None:
    names = {row["Location"] for row in table(client, "conditions")}
    children = {place.key for place in country.dataset.locations if place.kind in EMERGENCY_RECEPTION}
    with_children = {key for key in children if country.change_of(key).before.children}
    assert names == {country.place_name(key) for key in with_children}
