# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page of all terms: exact and with a way on for who reads about people, rounded for who reads figures."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.words import words_in
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.pages.few import FEWEST, rounded, told
from luwte_web.pages.reader import Reader
from luwte_web.registry.models import PersonFacts
from luwte_web.registry.selectors import persons_counted
from luwte_web.registry.services import change, correct
from web.people.few import (
    ADMINISTRATOR,
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OF_GRONINGEN,
    OFFICER,
    PARTNER,
    PROVINCE,
    TEAM_NORTH,
)
from web.people.few_tables import TODAY
from web.people.test_people_pages import As, signed_in

__all__ = ["signed_in"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
HERE = "/en/terms/"


def school_is_late(person: str) -> None:
    with change(SYSTEM, "for a test") as made:
        correct(made, PersonFacts.objects.known().get(person__key=person), lodged_on=TODAY - timedelta(days=70))


def text(client_page: bytes) -> str:
    return " ".join(client_page.decode().split())


@pytest.mark.parametrize("actor", [OFFICER, OF_GRONINGEN, GUARDIAN, TEAM_NORTH])
def test_who_reads_about_people_sees_exact_numbers_and_a_way_to_who_they_are(signed_in: As, actor: Actor) -> None:
    school_is_late("F1c")
    page = signed_in(actor).get(HERE)
    assert page.status_code == 200
    assert 'href="/en/work/school/"' in page.content.decode()
    row = page.context["counted"].body[0]
    assert [cell.shown for cell in row[1:3]] == (["0", "0"] if actor is GUARDIAN else ["1", "0"])


@pytest.mark.parametrize("actor", [INSPECTOR, MUNICIPALITY, PROVINCE, MINISTRY, AUDITOR])
def test_who_reads_figures_sees_no_small_number_and_no_way_to_anybody(signed_in: As, actor: Actor) -> None:
    school_is_late("F1c")
    page = signed_in(actor).get(HERE)
    row = page.context["counted"].body[0]
    assert row[1].shown == ("0" if actor is PROVINCE else f"fewer than {FEWEST}")
    assert "/en/work/school/" not in page.content.decode()
    saved = signed_in(actor).get(HERE, {"table": "terms", "as": "csv"}).content.decode()
    assert saved.splitlines()[1].split(",")[2:3] != ["1"]


@pytest.mark.parametrize("actor", [ADMINISTRATOR, PARTNER])
def test_who_reads_neither_finds_no_such_page(signed_in: As, actor: Actor) -> None:
    client = signed_in(actor)
    assert client.get(HERE).status_code == 404
    assert HERE not in client.get("/en/work/").content.decode()


def test_what_cannot_be_counted_is_named_with_what_is_missing(signed_in: As) -> None:
    page = text(signed_in(OFFICER).get("/termijnen/").content)
    assert "de dag waarop de beoordeling klaar was" in page
    assert "Schoolvakanties tellen mee" in page


def test_counting_reads_about_nobody(signed_in: As) -> None:
    client = signed_in(MINISTRY)
    before = Line.objects.count()
    client.get(HERE)
    assert Line.objects.count() == before


def test_everybody_counts_only_whom_their_scope_reaches() -> None:
    people = {
        actor: persons_counted(actor).count() for actor in (OFFICER, MINISTRY, PROVINCE, MUNICIPALITY, TEAM_NORTH)
    }
    assert people[OFFICER] == people[MINISTRY] == PersonFacts.objects.known().count()
    assert people[MUNICIPALITY] == people[TEAM_NORTH] == persons_counted(OF_GRONINGEN).count()
    assert people[PROVINCE] + people[MUNICIPALITY] == people[MINISTRY] - 1, "one has no place yet"
    assert persons_counted(PARTNER).count() == 0


@given(st.integers(0, 10_000))
def test_no_number_of_fewer_than_five_people_can_be_told_apart(count: int) -> None:
    reader = Reader(words_in("en"))
    shown = told(count, reader)
    if 0 < count < FEWEST:
        assert shown == told(1, reader)
    else:
        assert abs(rounded(count) - count) <= FEWEST // 2
        assert rounded(count) % FEWEST == 0
