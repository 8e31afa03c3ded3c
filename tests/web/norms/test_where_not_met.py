# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a norm shows where it is not met, at the locations that its reader may see, with who said what."""

from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

from luwte.quality.catalogue import load_catalogue
from luwte_web.accounts.actors import Actor, Role, Scope
from luwte_web.pages.norms.unmet import voices_at
from luwte_web.registry.assessed import judged_now
from web.accounts.at_the_pages import signed_in
from web.people.few import GUARDIAN, INSPECTOR, MINISTRY, MUNICIPALITY, OF_NORTH_HOLLAND, TEAM_NORTH
from web.people.few_tables import tables
from web.registry import few_people
from web.registry.conftest import bring

pytestmark = pytest.mark.django_db
NORMS = load_catalogue()
LOCKABLE, CONTACT, DRINKING = NORMS["HOU-008"], NORMS["SAF-001"], NORMS["SAN-006"]

LEFT = {"location": "L2", "contact": "K1", "since": "2026-01-01", "until": "2026-06-01"}


def said(location: str, norm: str, answer: str, method: str = "visit", on: str = "2026-11-02") -> dict[str, str]:
    told = {"location": location, "group": "all", "indicator": norm, "answer": answer, "date": on, "method": method}
    return {**told, "assessor": "A-1"}


@pytest.fixture(autouse=True)
def assessed(tmp_path: Path) -> None:
    """Families have no room of their own at both; at L1 a paper names a contact person, children know of none; that of
    L2 left.
    """
    answers = [
        said("L1", "HOU-008", "not_met"),
        said("L2", "HOU-008", "met", on="2026-10-01"),
        said("L2", "HOU-008", "not_met"),
        said("L1", "SAF-001", "met", "document"),
        said("L1", "SAF-001", "not_met", "child_survey", "2026-11-09"),
        said("L1", "SAN-006", "met"),
    ]
    bring(few_people.write(tmp_path / "assessed", {**tables(), "assessments": answers, "contacts": [LEFT]}))


@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (INSPECTOR, {"L1", "L2"}),
        (MINISTRY, {"L1", "L2"}),
        (OF_NORTH_HOLLAND, {"L1"}),
        (TEAM_NORTH, {"L2"}),
        (MUNICIPALITY, {"L2"}),
        (GUARDIAN, set()),
        (Actor("u-nobody"), set()),
    ],
)
def test_one_reads_of_the_locations_that_one_may_see(actor: Actor, seen: set[str]) -> None:
    assert {row.location.key for row in voices_at(actor, LOCKABLE)} == seen


def test_the_newest_answer_counts_and_what_is_met_does_not_stand_there() -> None:
    assert voices_at(INSPECTOR, DRINKING) == []
    north = next(row for row in voices_at(INSPECTOR, LOCKABLE) if row.location.key == "L2")
    assert north.heard.failed


def test_where_children_say_otherwise_both_are_shown_and_it_is_in_doubt() -> None:
    with override("en"):
        page = signed_in(Role.INSPECTOR, Scope.COUNTRY, "").get(reverse("norm", args=[CONTACT.id])).content.decode()
    assert "in doubt" in page
    assert "a document 2 November 2026: met" in page
    assert "children 9 November 2026: not met" in page


def test_what_the_tables_say_of_a_norm_stands_there_as_the_triage_has_it() -> None:
    """At L2 somebody looked, and the contact person of the children left in June."""
    north = [row for row in voices_at(INSPECTOR, CONTACT) if row.location.key == "L2"]
    assert north
    assert all(CONTACT.id in judged_now()["L2", row.group].triage.failed for row in north)
    with override("en"):
        page = signed_in(Role.INSPECTOR, Scope.COUNTRY, "").get(reverse("norm", args=[CONTACT.id])).content.decode()
    assert "the tables of the registry 21 November 2026: not met" in page


def test_a_download_holds_no_more_than_the_page() -> None:
    with override("en"):
        address = reverse("norm", args=[LOCKABLE.id])
    team = signed_in(Role.SITE_TEAM, Scope.LOCATION, "L2")
    rows = team.get(address, {"table": "unmet", "as": "csv"}).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 1
    guardian = signed_in(Role.GUARDIAN, Scope.OWN_WARDS, "G2")
    assert guardian.get(address, {"table": "unmet", "as": "csv"}).status_code == 404
