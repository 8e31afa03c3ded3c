# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The housing task: divided by inhabitants, asked for where it is not known; who waits; and arrears written down."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from django.http import Http404
from django.test import Client

from luwte.law.housing import housing_tasks
from luwte.model.cycles import HousingBalance
from luwte.model.people import Phase
from luwte_web.accounts.actors import Actor
from luwte_web.audit.models import Line
from luwte_web.pages.country import Country
from luwte_web.registry import models
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.housing_balance import balance_now, write_balance
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import ChangeRefused
from web.law_regimes.test_law_answers import words
from web.people import few
from web.people.few import AUDITOR, GUARDIAN, INSPECTOR, MINISTRY, MUNICIPALITY, OFFICER, PARTNER, PROVINCE, TEAM_NORTH
from web.people.few_tables import AMSTERDAM, GRONINGEN
from web.people.test_people_pages import As, signed_in

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db
PAGE, FORM = "/en/law/housing/", f"/en/law/housing/{GRONINGEN}/"
WHY = "letter of 3 November"
BALANCE = HousingBalance("2026-II", GRONINGEN, 12, 0)
PROVINCE_THERE = replace(PROVINCE, roles=(replace(PROVINCE.roles[0], within="PV20"),))


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def rows(client: Client, **asked: str) -> dict[str, dict[str, str]]:
    answer = client.get(PAGE, {"table": "municipalities", "as": "csv", **asked})
    read = csv.DictReader(answer.content.decode("utf-8-sig").splitlines())
    return {row["Municipality"]: row for row in read}


def waiting(country: Country, code: str) -> int:
    return sum(
        country.placement_of[one.key].size
        for one in country.dataset.households
        if one.phase is Phase.PERMIT and one.location and one.linked_municipality == code
    )


def test_a_half_year_that_is_known_is_divided_by_inhabitants(client: Client, country: Country) -> None:
    shown = rows(client, half_year="2023-I")
    tasks = housing_tasks(country.dataset.municipalities, "2023-I").tasks
    names = {one.code: one.name for one in country.dataset.municipalities}
    assert {name: int(row["Task"]) for name, row in shown.items()} == {
        names[one.municipality]: one.task for one in tasks
    }
    assert "Ministerial figures" in words(client.get(PAGE, {"half_year": "2023-I"}))


def test_one_that_is_not_known_is_asked_for_and_nothing_is_computed(client: Client) -> None:
    page = words(client.get(PAGE))
    assert "Nothing was computed." in page
    assert "The national housing task of 2026-II is not known here." in page
    assert {row["Task"] for row in rows(client).values()} == {""}
    given = rows(client, national="15000")
    assert sum(int(row["Task"]) for row in given.values()) == pytest.approx(15000, abs=171)


@pytest.mark.parametrize("national", ["many", "-5", "1.5", "99999999", "²"])
def test_what_is_no_number_of_people_is_told(client: Client, national: str) -> None:
    assert f"'{national}' is no number of people." in words(client.get(PAGE, {"national": national}))


def test_who_waits_takes_a_place_until_there_is_a_home(client: Client, country: Country) -> None:
    counted = [int(row["People: so many places come free when they have a home"]) for row in rows(client).values()]
    codes = [one.code for one in country.dataset.municipalities]
    assert sum(counted) == sum(waiting(country, code) for code in codes) > 0


@pytest.mark.usefixtures("of_real_people")
def test_of_real_people_no_small_number_shows(client: Client) -> None:
    told = {row["Children among them"] for row in rows(client).values()}
    assert told & {"1", "2", "3", "4"} == set()
    assert "rounded to fives" in words(client.get(PAGE))


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("actor", [MUNICIPALITY, PROVINCE_THERE])
def test_arrears_are_written_down_with_a_reason_and_show_at_once(signed_in: As, actor: Actor) -> None:
    browser = signed_in(actor)
    sent = {"half_year": "2026-II", "backlog": "12", "lead": "0", "reason": WHY}
    assert browser.post(FORM, sent).headers["Location"] == "/en/law/housing/?half_year=2026-II"
    line, made = Line.objects.latest("number"), Change.objects.latest("id")
    assert (line.kind, line.thing, made.reason, made.actor) == ("municipality", GRONINGEN, WHY, line.actor)
    row = rows(browser, national="15000", half_year="2026-II")["Groningen"]
    assert int(row["To house"]) == int(row["Task"]) + 12


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("actor", [OFFICER, INSPECTOR, MINISTRY, AUDITOR, GUARDIAN, TEAM_NORTH, PARTNER])
def test_nobody_else_writes_arrears(signed_in: As, actor: Actor) -> None:
    with pytest.raises(Http404):
        write_balance(actor, BALANCE, WHY)
    assert signed_in(actor).get(FORM).status_code == 404


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("code", [AMSTERDAM, "GM9999"])
def test_nor_do_they_of_another_municipality(signed_in: As, code: str) -> None:
    for actor in (MUNICIPALITY, PROVINCE_THERE):
        with pytest.raises(Http404):
            write_balance(actor, replace(BALANCE, municipality=code), WHY)
        assert signed_in(actor).get(FORM.replace(GRONINGEN, code)).status_code == 404


@pytest.mark.usefixtures("people")
def test_arrears_and_lead_together_are_refused_and_nothing_is_kept(signed_in: As) -> None:
    with pytest.raises(ChangeRefused) as refused:
        write_balance(MUNICIPALITY, replace(BALANCE, lead=3), WHY)
    assert [finding.kind.code for finding in refused.value.findings] == ["housing_both_ways"]
    assert not models.HousingBalance.objects.exists()
    kept = signed_in(MUNICIPALITY).post(FORM, {"half_year": "2026-3", "backlog": "1", "lead": "0", "reason": WHY})
    assert kept.status_code == 400
    assert 'value="2026-3"' in kept.content.decode()


@pytest.mark.usefixtures("people")
def test_what_was_written_before_is_kept_and_nobody_writes_over_another() -> None:
    write_balance(MUNICIPALITY, BALANCE, WHY)
    seen = balance_now(GRONINGEN, "2026-II")
    assert seen is not None
    with pytest.raises(ChangeRefused):
        write_balance(MUNICIPALITY, BALANCE, WHY, [mark(seen)])
    write_balance(PROVINCE_THERE, replace(BALANCE, backlog=9), WHY, [mark(seen)])
    with pytest.raises(ChangedSince):
        write_balance(MUNICIPALITY, replace(BALANCE, backlog=10), WHY, [mark(seen)])
    assert [one.backlog for one in models.HousingBalance.objects.order_by("id")] == [12, 9]
