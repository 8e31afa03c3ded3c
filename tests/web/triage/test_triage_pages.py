# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people see of the triage: what fails is never hidden, everybody's word is there, and no small number."""

import csv
from datetime import timedelta
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from luwte.model.places import CoaCategory
from luwte.model.quality import Answer, AssessedGroup, Method
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.registry.models import Assessment, Improvement, Location, LocationFacts
from luwte_web.registry.services import change, correct, know
from luwte_web.worklists.lists import worklists
from web.people import few
from web.people.few import (
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OF_NORTH_HOLLAND,
    OFFICER,
    PARTNER,
    TEAM_NORTH,
)
from web.people.few_tables import TODAY
from web.people.test_people_pages import As, signed_in

__all__ = ["signed_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
HERE, NORTH = "/en/triage/", "/en/registry/locations/L2/quality/"


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def said(norm: str, answer: Answer, method: Method = Method.VISIT, days_ago: int = 5, who: str = "B01") -> Assessment:
    return Assessment(
        location=Location.objects.get(key="L2"),
        group=AssessedGroup.ALL,
        indicator=norm,
        answer=answer,
        date=TODAY - timedelta(days=days_ago),
        method=method,
        assessor=who,
    )


def write_down(*answers: Assessment) -> None:
    with change(SYSTEM, "for a test") as made:
        for answer in answers:
            know(made, answer)


def words(page: bytes) -> str:
    return " ".join(unescape(page.decode()).split())


def rows(client: As, actor: Actor, table: str, **asked: str) -> list[list[str]]:
    saved = client(actor).get(HERE, {"table": table, "as": "csv", **asked}).content.decode("utf-8-sig")
    return list(csv.reader(saved.splitlines()[1:]))


def test_an_answer_changes_the_worklist_of_unfit_places_and_the_triage(signed_in: As) -> None:
    (unfit,) = (each for each in worklists() if each.code == "unfit-sites")
    assert "L2" not in {entry.location for entry in unfit.find(INSPECTOR, TODAY)}
    assert rows(signed_in, OFFICER, "pressing") == []
    write_down(said("HOU-008", Answer.NOT_MET))
    assert "L2" in {entry.location for entry in unfit.find(INSPECTOR, TODAY)}
    found = {row[1]: row for row in rows(signed_in, OFFICER, "pressing")}
    assert found["families"][2] == "unknown, and gates are known to fail"
    assert found["families"][-1] == "HOU-008"
    in_words = words(signed_in(OFFICER).get(HERE).content)
    assert "unknown, and gates are known to fail" in in_words


def test_the_product_is_days_of_all_children_times_gates(signed_in: As) -> None:
    write_down(said("HOU-008", Answer.NOT_MET), said("HOU-003", Answer.NOT_MET))
    found = rows(signed_in, OFFICER, "pressing")
    assert {int(row[5]) for row in found} >= {1, 2}
    for row in found:
        assert int(row[6]) == int(row[4]) * int(row[5])
        assert int(row[5]) == len(row[7].split(", "))


@pytest.mark.parametrize("actor", [INSPECTOR, MUNICIPALITY, MINISTRY, AUDITOR])
def test_who_reads_about_no_people_sees_no_small_number_and_no_product_of_it(signed_in: As, actor: Actor) -> None:
    write_down(said("HOU-008", Answer.NOT_MET))
    for row in rows(signed_in, actor, "pressing"):
        assert row[3] in ("0", "fewer than 5")
        assert row[4] in ("0", "–")
        assert row[6] in ("0", "–")
    for table in ("children-by-kind", "children-by-fitness"):
        assert all(row[1] == "fewer than 5" or int(row[1]) % 5 == 0 for row in rows(signed_in, actor, table))


def test_both_counts_count_the_same_children(signed_in: As) -> None:
    totals = {sum(int(row[1]) for row in rows(signed_in, OFFICER, f"children-by-{by}")) for by in ("kind", "fitness")}
    assert len(totals) == 1
    assert totals != {0}


@pytest.mark.parametrize("actor", [GUARDIAN, PARTNER])
def test_who_reads_about_no_location_finds_no_page(signed_in: As, actor: Actor) -> None:
    assert signed_in(actor).get(HERE).status_code == 404
    assert signed_in(actor).get(NORTH).status_code == 404


def test_one_sees_only_the_locations_that_one_reads_about(signed_in: As) -> None:
    write_down(said("HOU-008", Answer.NOT_MET))
    assert rows(signed_in, OF_NORTH_HOLLAND, "pressing") == []
    assert signed_in(OF_NORTH_HOLLAND).get(NORTH).status_code == 404
    assert rows(signed_in, TEAM_NORTH, "pressing") != []


def test_filters_choose_and_stand_in_the_address(signed_in: As) -> None:
    write_down(said("HOU-008", Answer.NOT_MET))
    assert rows(signed_in, OFFICER, "pressing", layer="unknown_failing", province="PV20", group="family")
    assert not rows(signed_in, OFFICER, "pressing", layer="critical")
    assert not rows(signed_in, OFFICER, "pressing", municipality="GM0363")


def test_a_location_shows_every_voice_what_counts_and_what_is_agreed(signed_in: As) -> None:
    write_down(
        said("HOU-008", Answer.NOT_MET),
        said("HOU-008", Answer.MET, Method.SELF, 9, "T-2"),
        said("HOU-003", Answer.MET, days_ago=30),
        said("HOU-003", Answer.NOT_MET, Method.CHILD_SURVEY, 2, "C-1"),
    )
    late = TODAY - timedelta(days=3)
    with change(SYSTEM, "for a test") as made:
        at = Location.objects.get(key="L2")
        action = Improvement(location=at, indicator="HOU-008", action="Put in locks", due=late, cost=Decimal(1200))
        action.owner = "site manager"
        know(made, action)
        facts = LocationFacts.objects.known().get(location=at)
        correct(made, facts, coa_category=CoaCategory.GOOD, permit_feasible=True)
    page = words(signed_in(INSPECTOR).get(NORTH).content)
    for part in (
        "a visit, B01, ",
        "the team itself, T-2, ",
        "children, C-1, ",
        "which is believed before the others",
        "Those who answered do not say the same.",
        "in doubt",
        "COA and the norms do not agree.",
        "Put in locks Owner: site manager.",
        "€ 1,200",
        "late",
        "A permit is feasible",
        "yes, written down on",
    ):
        assert part in page, part
    assert page.index("Why this layer") < page.index("A gate is not met") < page.index("Nobody knows whether this gate")
    in_dutch = words(signed_in(INSPECTOR).get("/register/locaties/L2/kwaliteit/").content)
    assert "Aan een poort is niet voldaan" in in_dutch


def test_a_loss_is_an_alarm(signed_in: As) -> None:
    write_down(said("HOU-008", Answer.MET, days_ago=60), said("HOU-008", Answer.NOT_MET))
    assert {row[2] for row in rows(signed_in, OFFICER, "losses")} == {"HOU-008"}


def test_where_nobody_looked_that_is_said(signed_in: As) -> None:
    assert "Nobody has answered anything about this location yet." in words(signed_in(OFFICER).get(NORTH).content)
