# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Regimes side by side: what is exposed, with children beside; and what people say of it, kept with who wrote it."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as checker
import pytest
from django.http import Http404
from django.test import Client

from luwte.law.regimes import Holds, Regime, resting
from luwte.planning.shares import decided_by
from luwte_web.accounts.actors import Actor, Role
from luwte_web.audit.models import Line
from luwte_web.pages.country import Country
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.models import Change, RegimeStatement
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.regime_statements import Said, own_statement, state, statements, take_back, writes_as
from web.law_regimes.test_law_answers import words
from web.people import few
from web.people.few import AUDITOR, GUARDIAN, INSPECTOR, MINISTRY, MUNICIPALITY, OFFICER, PARTNER, PROVINCE, TEAM_NORTH
from web.people.test_people_pages import As, signed_in

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db
PAGE, PAPER = "/en/law/regimes/", "/en/law/regimes/paper/"
FORM = "/en/law/regimes/repealed/children/"
WHY = "asked for by the committee"
SAID = Said(dutch="Zij moeten weer verhuizen.", sources="Brief van 3 november")
FORM_SAYS = {"dutch": SAID.dutch, "english": "", "sources": SAID.sources, "organisation": "", "reason": WHY}


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def table(client: Client, key: str, **asked: str) -> list[list[str]]:
    answer = client.get(PAGE, {"table": key, "as": "csv", **asked})
    return list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))[1:]


def test_the_counts_are_those_of_the_law(client: Client, country: Country) -> None:
    dataset, cycle = country.dataset, country.tasks.cycle
    lines = resting(dataset.locations, dataset.offers, decided_by(dataset, cycle, country.on), country.on)
    rows = table(client, "regimes", cycle=str(cycle))
    for row, regime in zip(rows, Regime, strict=True):
        exposed = [one for one in lines if one.holds(regime) is Holds.EXPOSED]
        assert int(row[2]) == sum(one.places for one in exposed)
        children = sum(country.change_of(key).before.children for key in {one.key for one in exposed if one.key})
        assert row[4] == f"{children:,}"
    assert len(table(client, "lines", cycle=str(cycle))) == len(lines)


def test_provinces_and_municipalities_add_up_to_the_country(client: Client) -> None:
    whole = table(client, "regimes")
    for key in ("provinces", "municipalities"):
        rows = table(client, key)
        assert [sum(int(row[at]) for row in rows) for at in (1, 4)] == [int(whole[1][2]), int(whole[2][2])]


def test_one_chooses_a_province_and_what_is_exposed(client: Client) -> None:
    all_of_them = table(client, "lines")
    chosen = table(client, "lines", province="PV25", exposed="repealed")
    assert 0 < len(chosen) < len(all_of_them)
    assert {row[3] for row in chosen} == {"exposed"}
    assert table(client, "lines", province="PV99") == all_of_them


@pytest.mark.usefixtures("of_real_people")
def test_no_small_number_of_real_children_shows(client: Client) -> None:
    for key, at in (("municipalities", 3), ("lines", 7)):
        assert {row[at] for row in table(client, key) if row[at] in ("1", "2", "3", "4")} == set()


def test_the_document_is_accessible_and_tells_what_people_say(client: Client, settings: Any) -> None:
    made = client.get(PAPER)
    assert made["Content-Type"] == "application/pdf"
    assert checker.validate_pdf_bytes(made.content, profile="ua1").is_compliant


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("actor", "role"), [(MINISTRY, Role.MINISTRY), (INSPECTOR, Role.INSPECTOR), (PARTNER, Role.PARTNER)]
)
def test_who_writes_is_told_with_role_and_day(client: Client, actor: Actor, role: Role) -> None:
    state(actor, Regime.REPEALED, SAID, WHY)
    (one,) = statements(Regime.REPEALED)
    line, made = Line.objects.latest("number"), Change.objects.latest("id")
    assert (one.role, one.known_by) == (role, made)
    assert (line.kind, line.thing, made.reason) == ("regime", "repealed", WHY)
    page = client.get(PAGE)
    assert SAID.dutch in words(page)
    assert SAID.sources in words(page)
    assert f'lang="nl">{SAID.dutch}' in page.content.decode()


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("actor", [OFFICER, MUNICIPALITY, PROVINCE, AUDITOR, GUARDIAN, TEAM_NORTH])
def test_nobody_else_writes(signed_in: As, actor: Actor) -> None:
    assert writes_as(actor) is None
    for write in (lambda: state(actor, Regime.REPEALED, SAID, WHY), lambda: take_back(actor, Regime.REPEALED, WHY)):
        with pytest.raises(Http404):
            write()
    assert signed_in(actor).get(FORM).status_code == 404
    assert not RegimeStatement.objects.exists()


@pytest.mark.usefixtures("people")
def test_each_writer_has_one_statement_and_what_was_said_before_is_kept() -> None:
    other = replace(PARTNER, key="u-other")
    state(PARTNER, Regime.REPEALED, SAID, WHY)
    state(other, Regime.REPEALED, replace(SAID, english="They have to move again."), WHY)
    state(PARTNER, Regime.REPEALED, replace(SAID, sources="Een ander rapport"), WHY)
    assert [one.sources for one in statements(Regime.REPEALED)] == ["Een ander rapport", SAID.sources]
    assert RegimeStatement.objects.count() == 3
    take_back(PARTNER, Regime.REPEALED, WHY)
    assert [one.known_by.actor for one in statements(Regime.REPEALED)] == [other.key]
    assert own_statement(PARTNER, Regime.REPEALED) is None


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("said", "reason", "codes"),
    [
        (Said(), "", ["edit_no_reason", "regime_no_words", "regime_no_sources"]),
        (replace(SAID, sources=" "), WHY, ["regime_no_sources"]),
        (Said(sources="here"), WHY, ["regime_no_words"]),
    ],
)
def test_all_that_is_missing_is_told_at_once(said: Said, reason: str, codes: list[str]) -> None:
    with pytest.raises(ChangeRefused) as refused:
        state(MINISTRY, Regime.LOOSE_PARTS, said, reason)
    assert [finding.kind.code for finding in refused.value.findings] == codes
    assert not RegimeStatement.objects.exists()


@pytest.mark.usefixtures("people")
def test_the_same_again_and_what_changed_meanwhile_are_refused() -> None:
    state(MINISTRY, Regime.REPEALED, SAID, WHY)
    first = own_statement(MINISTRY, Regime.REPEALED)
    assert first is not None
    with pytest.raises(ChangeRefused):
        state(MINISTRY, Regime.REPEALED, SAID, WHY, [mark(first)])
    state(MINISTRY, Regime.REPEALED, replace(SAID, english="Again."), WHY, [mark(first)])
    with pytest.raises(ChangedSince):
        state(MINISTRY, Regime.REPEALED, SAID, WHY, [mark(first)])


@pytest.mark.usefixtures("people")
def test_the_form_keeps_what_was_typed_and_leads_back(signed_in: As) -> None:
    browser = signed_in(MINISTRY)
    kept = browser.post(FORM, {**FORM_SAYS, "sources": ""})
    assert kept.status_code == 400
    assert SAID.dutch in words(kept)
    assert browser.post(FORM, FORM_SAYS).headers["Location"] == f"{PAGE}#children-title"
    assert SAID.dutch in words(browser.get(FORM))
    assert browser.get(FORM.replace("repealed", "never")).status_code == 404
