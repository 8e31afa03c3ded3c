# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People look at the weeks after a plan: what opens and closes, who moves, and what looking ahead changes."""

from pathlib import Path

import pytest
from django.test import Client

from luwte.cli.app import app
from luwte.data import write
from luwte_web.artefacts import services
from planning.country import country
from web.reading import Seen, read_page
from web.small_country import Folders, as_if_real

PAGES = {"nl": "/plan/vooruit/", "en": "/en/plan/ahead/"}
UNTIL = "2026-12-28"


@pytest.fixture(scope="module")
def weeks_ahead(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A country of a few households, planned with the weeks until the end of the year."""
    folder = tmp_path_factory.mktemp("ahead")
    folders = Folders(folder / "tables", folder / "plan")
    write(country(), folders.tables)
    assert not app(["plan", str(folders.tables), "--out", str(folders.plan), "--until", UNTIL], standalone_mode=False)
    return folders


@pytest.fixture
def page(client: Client, weeks_ahead: Folders) -> Seen:
    services.publish_folders(weeks_ahead.tables, weeks_ahead.plan)
    return read_page(PAGES["en"], client.get(PAGES["en"]).content)


def table(folder: Path, name: str) -> list[list[str]]:
    return [line.split(",") for line in (folder / name).read_text(encoding="utf-8").splitlines()[1:]]


def test_every_move_of_the_weeks_ahead_stands_on_the_page(page: Seen, weeks_ahead: Folders) -> None:
    moves = table(weeks_ahead.plan, "ahead.csv")
    assert [row[1] for row in page.sheets["ahead-moves"].rows] == [row[1] for row in moves]
    assert len(moves) > 1


def test_both_ways_of_planning_stand_beside_each_other(page: Seen, weeks_ahead: Folders) -> None:
    counts = table(weeks_ahead.plan, "ahead_counts.csv")
    assert [row[1:] for row in page.sheets["ahead-counts"].rows] == [row[1:] for row in counts]


def test_the_weeks_in_which_something_happens_are_named(page: Seen) -> None:
    closing = [row for row in page.sheets["ahead-weeks"].rows if "CLOSING" in row[2]]
    assert [row[0] for row in closing] == ["30 November 2026"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_draws_the_weeks_and_says_what_it_assumes(client: Client, weeks_ahead: Folders, language: str) -> None:
    services.publish_folders(weeks_ahead.tables, weeks_ahead.plan)
    content = client.get(PAGES[language]).content.decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="curve" role="img"' in content
    assert {"nl": "niemand aankomt of vertrekt", "en": "nobody arrives or leaves"}[language] in content


def test_the_plan_leads_to_the_weeks_ahead(client: Client, weeks_ahead: Folders) -> None:
    services.publish_folders(weeks_ahead.tables, weeks_ahead.plan)
    assert PAGES["nl"] in read_page("/plan/", client.get("/plan/").content).links


def test_a_plan_that_was_not_asked_for_them_says_how_to_ask(client: Client, folders: Folders) -> None:
    services.publish_folders(folders.tables, folders.plan)
    assert b"luwte plan DIR --out OUT --until" in client.get(PAGES["en"]).content


def test_a_country_of_real_people_shows_the_weeks_but_no_household(
    client: Client, weeks_ahead: Folders, tmp_path: Path
) -> None:
    real = as_if_real(weeks_ahead, tmp_path)
    services.publish_folders(real.tables, real.plan)
    seen = read_page(PAGES["en"], client.get(PAGES["en"]).content)
    assert "ahead-weeks" in seen.sheets
    assert "ahead-moves" not in seen.sheets
