# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page about what it would take: what is recommended, the map, and the tables behind them."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client

from luwte.data import read
from luwte.model.places import PlaceGroup
from luwte.placement import load_policy
from luwte.placement.policy import BUNDLED
from luwte.planning import Request, files_of, plan
from luwte.planning.files import POLICY
from luwte_web.artefacts import services
from luwte_web.pages.country import Country
from web.small_country import Folders

DUTCH, ENGLISH = "/wat-is-nodig/", "/en/what-it-takes/"


@pytest.fixture(scope="session")
def advised(folders: Folders, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The same country with a plan that recommends."""
    dataset = read(folders.tables)
    assert dataset.reference_date is not None
    made = plan(dataset, dataset.reference_date, policy=load_policy(None), recommend=2)
    out = tmp_path_factory.mktemp("advised")
    beside = {POLICY: BUNDLED.read_bytes()}
    for name, content in files_of(made, request=Request(recommend=2), inputs={}, beside=beside).items():
        (out / name).write_bytes(content)
    return Folders(folders.tables, out)


def test_a_plan_without_recommendations_says_how_to_get_them(client: Client) -> None:
    assert "luwte plan DIR --out OUT --recommend 3" in client.get(ENGLISH).content.decode()


def test_what_is_recommended_stands_with_what_was_promised_and_what_came_out(client: Client, advised: Folders) -> None:
    services.publish_folders(advised.tables, advised.plan)
    shown = client.get(ENGLISH).content.decode()
    assert shown.count('<li class="advice">') == 2
    for words in ("Promised at most", "Came out", "For certain"):
        assert shown.count(f"<dt>{words}</dt>") == 2


@pytest.mark.parametrize("group", list(PlaceGroup))
def test_map_and_table_of_a_group_show_every_province(client: Client, country: Country, group: PlaceGroup) -> None:
    shown = client.get(DUTCH, {"group": group.value}).content.decode()
    assert shown.count('id="worth-map-title"') == 1
    rows = [row for row in country.plan.needed.provinces if row.group is group]
    assert len(rows) == 12
    answer = client.get(DUTCH, {"group": group.value, "table": "worth-provinces", "as": "csv"})
    assert len(list(csv.reader(io.StringIO(answer.content.decode())))) == 1 + 12


def test_a_group_that_does_not_exist_shows_families(client: Client) -> None:
    shown = client.get(ENGLISH, {"group": "horses"}).content.decode()
    assert 'aria-current="true">Families</a>' in shown


def test_the_table_of_homes_counts_every_household_with_a_permit(client: Client, country: Country) -> None:
    answer = client.get(ENGLISH, {"table": "worth-homes", "as": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    waiting = sum(int(row["Households that wait for a home"]) for row in rows)
    assert waiting == sum(h.phase.value == "permit" for h in country.dataset.households)


def test_the_worth_that_a_page_shows_is_that_of_the_plan(client: Client, country: Country) -> None:
    answer = client.get(ENGLISH, {"table": "worth-locations", "as": "csv"})
    shown = [Decimal(row["Welfare of children"]) for row in csv.DictReader(io.StringIO(answer.content.decode()))]
    stored = [row.level_2 for row in country.plan.worth if row.group is PlaceGroup.FAMILY and not row.unit]
    assert sorted(shown) == sorted(stored)
    assert shown == sorted(shown, reverse=True)


def test_a_whole_unit_stands_on_the_page_of_its_location_with_its_worth(client: Client, country: Country) -> None:
    of_units = [row for row in country.plan.worth if row.unit]
    assert of_units
    answer = client.get(ENGLISH, {"table": "worth-units", "as": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert sorted(Decimal(row["Welfare of children"]) for row in rows) == sorted(row.level_2 for row in of_units)
    one = of_units[0]
    said = "whole unit for 1 person" if one.unit == 1 else f"whole unit for {one.unit} people"
    shown = client.get(f"/en/locations/{one.location}/").content.decode()
    assert said in shown


def test_no_household_is_named_on_the_page(client: Client, country: Country, of_real_people: Path) -> None:
    shown = client.get(ENGLISH).content.decode()
    assert not [h.key for h in country.dataset.households if f">{h.key}<" in shown]
