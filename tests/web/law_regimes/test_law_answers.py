# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of the law answer: provisions counted, a grant redone by hand, an estimate with how well it did."""

import csv
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from luwte.law.computed import computed
from luwte.law.estimate import bundled_inflow, from_inflow
from luwte.law.grants import Offered, Provincial
from luwte.words import words_in
from luwte_web.pages.law.grants import computed as computed_grants
from luwte_web.pages.law.grants import province_table, shares_of, working_table
from luwte_web.pages.law.grants_form import Given
from luwte_web.pages.reader import Reader

pytestmark = pytest.mark.django_db
PROVISIONS, GRANTS, ESTIMATE = (f"/en/law/{name}/" for name in ("provisions", "grants", "estimate"))


def words(page: Any) -> str:
    return " ".join(unescape(strip_tags(page.content.decode())).split())


def table(client: Client, address: str, key: str, **asked: str) -> list[dict[str, str]]:
    answer = client.get(address, {"table": key, "as": "csv", **asked})
    assert answer.status_code == 200
    return list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))


def test_every_provision_is_computed_or_for_people_and_counted(client: Client) -> None:
    rows = {row["Article"]: row for row in table(client, PROVISIONS, "computed")}
    assert rows["Act art. 9(3)"]["Law cases"] == str(computed()["Act 9(3)"].cases)
    assert rows["Act art. 9(3)"]["Computed by"] == "luwte.law.grants.grant_after"
    people = {row["Article"]: row for row in table(client, PROVISIONS, "people")}
    assert people.keys() - rows.keys() == {"Act art. 6(2)", "Decree art. 2.1(1)"}
    shown = words(client.get(PROVISIONS))
    assert f"{sum(one.cases for one in computed().values())} law cases" in shown
    assert "https://wetten.overheid.nl/BWBR0049307/2024-01-31#Artikel9" in client.get(PROVISIONS).content.decode()


def test_without_an_amount_no_money_is_guessed(client: Client) -> None:
    rows = table(client, GRANTS, "provinces")
    assert len(rows) == 12
    assert {row["Grant"] for row in rows} == {""}
    assert "no money is computed" in words(client.get(GRANTS))


def test_the_grant_of_the_documentation_comes_out_as_worked_by_hand() -> None:
    offered = (Offered("A", 900, True), Offered("B", 500, True), Offered("C", 400, False), Offered("D", 0, True))
    province = Provincial("PV20", 2000, 1820, 20, offered)
    rows, refused = computed_grants([province], Given(Decimal(1500), Decimal("0.2"), {"PV20": 20}))
    reader = Reader(words_in("en"))
    (money,) = province_table(reader, {"PV20": "Groningen"}, rows).values
    assert (refused, money[4:]) == ([], [300, Decimal(450_000), Decimal(90_000), Decimal(360_000)])
    shares = {row.offered.municipality: row.money for row in shares_of(rows)}
    assert shares == {"A": Decimal("231428.57"), "B": Decimal("128571.43"), "C": Decimal(0)}
    working = {row[0].shown: row[2].shown for row in working_table(reader, {"PV20": "Groningen"}, rows[0]).body}
    assert working["75 % of it"] == "1,500"
    assert [each for each in working.values() if "450,000" in each]


def test_the_working_of_every_province_stands_on_the_page(client: Client) -> None:
    for row in table(client, GRANTS, "provinces", amount="1500", part="20"):
        number, realised = int(row["Number"]), int(row["Realised"])
        above = max(0, realised - number * 3 // 4)
        assert int(row["Above 75 %"]) == above
        assert Decimal(row["Grant"]) == above * 1500
    page = client.get(GRANTS).content.decode()
    assert page.count("working-PV") > 12


@pytest.mark.parametrize(
    "asked", [{"amount": "-1"}, {"amount": "many"}, {"amount": "1500", "part": "101"}, {"amount": "1", "PV25": "-3"}]
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_computed(client: Client, asked: dict[str, str]) -> None:
    page = client.get(GRANTS, asked)
    assert 'role="alert"' in page.content.decode()
    assert {row["Grant"] for row in table(client, GRANTS, "provinces", **asked)} == {""}


def test_more_places_granted_than_there_are_is_refused(client: Client) -> None:
    page = words(client.get(GRANTS, {"amount": "1500", "PV25": "99999"}))
    assert "Nothing was computed." in page
    assert "a grant of Act 9(2) is stated for 99999 places" in page


def test_inflow_alone_gives_no_places_but_tells_how_well_it_was_told_before(client: Client) -> None:
    coverage = table(client, ESTIMATE, "coverage")
    found = from_inflow(bundled_inflow()).coverage
    assert [int(row["The band held what came"]) for row in coverage] == [one.inside for one in found]
    assert "How many places that asks for cannot be told" in words(client.get(ESTIMATE))


def test_what_people_say_makes_places_of_it(client: Client) -> None:
    asked = {"inflow-now": "72000", "inflow-stay": "23", "inflow-entering": "100"}
    rows = table(client, ESTIMATE, "months", **asked)
    assert len(rows) == 24
    assert all(int(row["Places, at least"]) <= int(row["Places"]) <= int(row["Places, at most"]) for row in rows)
    assert "residents divided by 0.91" in words(client.get(ESTIMATE, asked))


def test_residents_that_somebody_expects_are_divided_by_the_occupancy(client: Client) -> None:
    asked = {"expected-residents": "91000", "expected-low": "", "expected-high": ""}
    assert "For 91,000 residents 100,000 places are needed." in words(client.get(ESTIMATE, asked))


def test_a_band_upside_down_is_refused(client: Client) -> None:
    asked = {"expected-residents": "100", "expected-low": "200", "expected-high": "300"}
    assert "does not hold the 100 residents expected" in words(client.get(ESTIMATE, asked))
