# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People open the plan of another rate at its own address, walk through all its pages, and find the way back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_script_prefix

from luwte.planning import load_plan
from luwte.planning.outputs import FrontierRow
from luwte_web.artefacts import selectors, services
from luwte_web.pages.country import country_of
from web.along_rates import along_rates
from web.reading import Seen, read_page
from web.small_country import Folders, as_if_real

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def along() -> Folders:
    return along_rates()


@pytest.fixture
def rows(db: None, along: Folders) -> dict[str, FrontierRow]:
    """The points of the published plan, by their rate."""
    services.publish_folders(along.tables, along.plan)
    return {row.point: row for row in load_plan(along.plan).frontier}


def seen(client: Client, address: str) -> Seen:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return read_page(address, answer.content)


def own(row: FrontierRow) -> str:
    return f"/plan-{(row.plan or '')[:12]}"


def test_the_plan_draws_the_rates_and_lists_them(client: Client, rows: dict[str, FrontierRow]) -> None:
    content = client.get("/en/plan/").content.decode()
    sheet = read_page("/en/plan/", content.encode()).sheets["frontier"]
    assert [row[0] for row in sheet.rows] == [
        "places first", "0 ×", "0.25 ×", "0.5 ×", "1 × (default), this plan", "2 ×", "4 ×", "8 ×", "nobody moved",
    ]  # fmt: skip
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="curve"' in content
    assert "places first to nobody moved, with the default</text>" in content


def test_every_point_leads_to_its_plan(client: Client, rows: dict[str, FrontierRow]) -> None:
    page = seen(client, "/en/plan/")
    for row in rows.values():
        if row.plan:
            assert f"{own(row)}/en/plan/" in page.links
            assert selectors.published(row.plan).plan.summary.trade.out_of_unfit == row.out_of_unfit


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_link_of_an_opened_plan_stays_within_it(
    client: Client, rows: dict[str, FrontierRow], language: str
) -> None:
    inside = own(rows["4"])
    for name in ("", "plan/"):
        page = seen(client, f"{inside}/{language}{name}")
        links = {link for link in page.links if link.startswith("/")}
        outside = {link for link in links if not link.startswith(inside)}
        assert links - outside
        assert all(link == f"/{language}plan/" or link.startswith("/plan-") for link in outside), outside
        assert {client.get(link).status_code for link in sorted(links)[::5]} == {200}


def test_an_opened_plan_is_read_in_the_other_language_too(client: Client, rows: dict[str, FrontierRow]) -> None:
    inside = own(rows["2"])
    page = seen(client, f"{inside}/plan/eerlijkheid/")
    assert page.of_language == {"nl": f"{inside}/plan/eerlijkheid/", "en": f"{inside}/en/plan/fairness/"}


def test_an_opened_plan_shows_itself_and_says_so(client: Client, rows: dict[str, FrontierRow]) -> None:
    row = rows["stay-first"]
    content = client.get(f"{own(row)}/en/plan/").content.decode()
    assert row.plan is not None
    assert row.plan in content
    assert "You are reading another plan than the one that is shown first." in content
    sheet = read_page("", content.encode()).sheets["frontier"]
    assert [line[0] for line in sheet.rows if line[0].endswith("this plan")] == ["nobody moved, this plan"]


def test_the_plan_that_is_shown_is_not_another_plan(client: Client, rows: dict[str, FrontierRow]) -> None:
    assert b"You are reading another plan" not in client.get("/en/plan/").content


def test_an_earlier_plan_can_still_be_opened(client: Client, folders: Folders, rows: dict[str, FrontierRow]) -> None:
    earlier = services.store_plan(folders.plan, services.store_dataset(folders.tables, NOON), NOON).address
    content = client.get(f"/plan-{earlier[:12]}/en/plan/").content.decode()
    assert earlier in content
    assert "What other rates would give" not in content


@pytest.mark.parametrize("start", ["000000000000", "0123456789ab"])
def test_a_plan_that_is_not_stored_is_not_found(client: Client, rows: dict[str, FrontierRow], start: str) -> None:
    for page in ("plan/", "en/plan/", "plan/verslag/"):
        assert client.get(f"/plan-{start}/{page}").status_code == 404


@pytest.mark.parametrize("address", ["/plan-/plan/", "/plan-xyz/plan/", "/plan-0123456789abcd/plan/"])
def test_what_is_no_address_of_a_plan_is_no_page(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_addresses_are_as_before_after_an_opened_plan(client: Client, rows: dict[str, FrontierRow]) -> None:
    before = get_script_prefix()
    client.get(f"{own(rows['8'])}/plan/")
    assert get_script_prefix() == before


def test_a_point_that_is_not_stored_has_no_link(client: Client, along: Folders, tmp_path: Path) -> None:
    alone = tmp_path / "plan"
    shutil.copytree(along.plan, alone, ignore=shutil.ignore_patterns("frontier"))
    services.publish_folders(along.tables, alone)
    assert not [link for link in seen(client, "/en/plan/").links if link.startswith("/plan-")]


def test_households_of_real_people_stay_closed_in_an_opened_plan(
    client: Client, folders: Folders, tmp_path: Path
) -> None:
    real = as_if_real(folders, tmp_path)
    stored = services.store_plan(real.plan, services.store_dataset(real.tables, NOON), NOON)
    assert not country_of(stored.address).shows_households
    inside = f"/plan-{stored.address[:12]}"
    assert client.get(f"{inside}/plan/voorstellen/").status_code == 403
    assert client.get(f"{inside}/plan/verslag/").status_code == 404
