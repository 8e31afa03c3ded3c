# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same application on PostgreSQL: what is tested on SQLite and touches the database is run again there."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from web.small_country import MADE, Folders

HERE = Path(__file__).parent
AGAIN = {
    ".": ("test_artefacts.py", "test_pages.py", "test_counts.py"),
    "registry": (
        "test_assessed_now.py",
        "test_headcounts.py",
        "test_moves.py",
        "test_previews.py",
        "test_there_and_back.py",
        "test_what_was_known_when.py",
    ),
    "audit": (
        "test_record.py",
        "test_check.py",
        "test_terms.py",
        "test_spans.py",
        "test_reading.py",
        "test_log_page.py",
    ),
    "accounts": (
        "test_signing_in.py",
        "test_users.py",
        "test_demo.py",
        "test_access.py",
        "test_organisation.py",
    ),
    "people": (
        "test_who_sees_whom.py",
        "test_editing.py",
        "test_leaving.py",
        "test_parting.py",
        "test_worklists.py",
        "test_people_pages.py",
        "test_participation.py",
        "test_terms_agree.py",
        "test_terms_page.py",
    ),
    "norms": ("test_where_not_met.py",),
    "triage": ("test_triage_pages.py", "test_stating.py"),
    "selfcheck": ("test_municipalities_check_themselves.py",),
    "law_municipal": ("test_municipal_task.py",),
    "law_national": ("test_the_cycle.py", "test_the_country_decides.py"),
    "law_province": ("test_provincial_tables.py",),
    "law_sites": ("test_municipalities_offer_sites.py",),
    "law_regimes": ("test_regimes_pages.py", "test_housing_pages.py"),
    "inspections": ("test_looking_at_a_location.py", "test_inspection_pages.py", "test_photos.py"),
    "records": ("test_handing_over.py", "test_forgetting.py", "test_inspections_kept.py", "test_stored_plans.py"),
    "workspace": (
        "test_making_a_plan.py",
        "test_what_if.py",
        "test_deciding.py",
        "test_out_of_date.py",
        "test_waiting.py",
        "test_best_interests.py",
        "test_review_pages.py",
        "test_trading_places.py",
    ),
    "api": ("test_deciding.py", "test_reading.py", "test_tables.py", "test_whatever_is_asked.py"),
}


def database_of(area: str) -> str:
    """The address of a database for this area alone, so that areas can be tested at once; Django makes it."""
    name = "pages" if area == "." else area
    return urlunsplit(urlsplit(os.environ["LUWTE_TEST_DATABASE"])._replace(path=f"/luwte_{name}"))


@pytest.mark.postgresql
@pytest.mark.parametrize("area", AGAIN)
def test_the_application_is_the_same_on_postgresql(area: str, folders: Folders) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *(str(HERE / area / name) for name in AGAIN[area])],
        env=os.environ | {"LUWTE_DATABASE_URL": database_of(area), MADE: str(folders.tables.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " skipped" not in done.stdout
