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
    "people": (
        "people/test_who_sees_whom.py",
        "people/test_editing.py",
        "people/test_leaving.py",
        "people/test_parting.py",
        "people/test_worklists.py",
        "people/test_people_pages.py",
        "people/test_participation.py",
        "people/test_terms_agree.py",
        "people/test_terms_page.py",
        "inspections/test_looking_at_a_location.py",
        "inspections/test_inspection_pages.py",
        "inspections/test_photos.py",
    ),
    "accounts": (
        "accounts/test_signing_in.py",
        "accounts/test_users.py",
        "accounts/test_demo.py",
        "accounts/test_access.py",
        "accounts/test_organisation.py",
        "api/test_deciding.py",
        "api/test_reading.py",
        "api/test_tables.py",
        "api/test_whatever_is_asked.py",
    ),
    "registry": (
        "registry/test_assessed_now.py",
        "registry/test_headcounts.py",
        "registry/test_moves.py",
        "registry/test_previews.py",
        "registry/test_there_and_back.py",
        "registry/test_what_was_known_when.py",
        "audit/test_record.py",
        "audit/test_check.py",
        "audit/test_terms.py",
        "audit/test_spans.py",
        "audit/test_reading.py",
        "audit/test_log_page.py",
        "records/test_handing_over.py",
        "records/test_forgetting.py",
        "records/test_inspections_kept.py",
        "records/test_stored_plans.py",
    ),
    "workspace": (
        "workspace/test_making_a_plan.py",
        "workspace/test_what_if.py",
        "workspace/test_deciding.py",
        "workspace/test_out_of_date.py",
        "workspace/test_waiting.py",
        "workspace/test_best_interests.py",
        "workspace/test_review_pages.py",
        "workspace/test_trading_places.py",
    ),
    "pages": (
        "test_artefacts.py",
        "test_pages.py",
        "test_counts.py",
        "norms/test_where_not_met.py",
        "triage/test_triage_pages.py",
        "triage/test_stating.py",
        "selfcheck/test_municipalities_check_themselves.py",
    ),
    "law": (
        "law_municipal/test_municipal_task.py",
        "law_national/test_the_cycle.py",
        "law_national/test_the_country_decides.py",
        "law_province/test_provincial_tables.py",
        "law_sites/test_municipalities_offer_sites.py",
        "law_regimes/test_regimes_pages.py",
        "law_regimes/test_housing_pages.py",
    ),
}


def database_of(area: str) -> str:
    """The address of a database for this area alone, so that areas can be tested at once; Django makes it."""
    return urlunsplit(urlsplit(os.environ["LUWTE_TEST_DATABASE"])._replace(path=f"/luwte_{area}"))


@pytest.mark.postgresql
@pytest.mark.parametrize("area", AGAIN)
def test_the_application_is_the_same_on_postgresql(area: str, folders: Folders) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *(str(HERE / name) for name in AGAIN[area])],
        env=os.environ | {"LUWTE_DATABASE_URL": database_of(area), MADE: str(folders.tables.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " skipped" not in done.stdout
