# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An auditor reads the log, finds lines in it, and is on it; to all others the page is not there."""

import csv
import io
import re
from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.http import HttpResponse
from django.test import Client

from luwte_web.accounts.actors import Actor, Role
from luwte_web.audit import services
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Head, Line, Token
from luwte_web.audit.services import record
from web.audit.conftest import ComeIn
from web.audit.emptied import without_guards

OFFICER = Actor("5f1c")
OTHERS = [role for role in Role if role is not Role.AUDITOR]
NEXT_DAY_HERE = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam

pytestmark = pytest.mark.django_db


def lines_on(page: HttpResponse) -> list[list[str]]:
    body = page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows
    ]


def without_secrets(page: HttpResponse) -> str:
    """A page without what differs each time it is made."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page.content.decode())


def test_an_auditor_reads_who_did_what(auditor: Client) -> None:
    record(OFFICER, Act.DECIDE, "household:H7", {"accepted": True, "reason": "near school", "with": ["H", 2]})
    page = auditor.get("/en/log/")
    assert page.status_code == 200
    newest, decided = lines_on(page)[:2]
    assert newest[3] == "read the log"
    assert decided[2:4] == ["5f1c", "took a decision"]
    assert decided[4] == f"household {Token.objects.get(key='H7').token}"
    assert decided[5] == "accepted: yes; reason: near school; with: H, 2"
    assert "H7" not in decided[4]


def test_the_page_is_there_in_dutch(auditor: Client) -> None:
    page = auditor.get("/log/")
    assert page.status_code == 200
    assert lines_on(page)[0][3] == "las het logboek"


@pytest.mark.parametrize("role", OTHERS)
def test_to_all_others_the_page_is_not_there(role: Role, come_in: ComeIn) -> None:
    browser = come_in(role)
    before = Line.objects.count()
    page, nowhere = browser.get("/en/log/"), browser.get("/en/nowhere/")
    assert page.status_code == nowhere.status_code == 404
    assert without_secrets(page) == without_secrets(nowhere)
    assert Line.objects.count() == before
    assert 'href="/en/log/"' not in browser.get("/en/").content.decode()


def test_to_who_did_not_sign_in_the_page_is_not_there(client: Client) -> None:
    assert client.get("/en/log/").status_code == 404


def test_the_menu_leads_an_auditor_to_the_log(auditor: Client) -> None:
    assert 'href="/en/log/"' in auditor.get("/en/").content.decode()


def test_every_reading_is_on_the_log_with_what_was_looked_for_and_nobodys_key(auditor: Client) -> None:
    record(OFFICER, Act.READ_PERSON, "household:H7")
    auditor.get("/en/log/?act=read_person&thing=household:H7&day=2026-11-21&page=2")
    line = Line.objects.order_by("-number")[0]
    assert line.act == Act.READ_LOG
    assert (line.kind, line.thing) == ("household", Token.objects.get(key="H7").token)
    assert line.told == {"act": "read_person", "day": "2026-11-21", "part": "2", "as": None}


def test_a_key_that_the_log_does_not_know_is_not_kept_by_asking_for_it(auditor: Client) -> None:
    page = auditor.get("/en/log/?thing=household:H99")
    assert lines_on(page) == []
    assert not Token.objects.filter(key="H99").exists()
    assert not any("H99" in f"{line.thing}{line.content}" for line in Line.objects.all())


def test_lines_are_found_by_act_by_thing_and_by_who(auditor: Client) -> None:
    record(OFFICER, Act.WRITE, "location:L1")
    record(OFFICER, Act.READ_PERSON, "household:H7")
    record(Actor("77aa"), Act.READ_PERSON, "household:H8")
    token = Token.objects.get(key="H7").token
    assert len(lines_on(auditor.get("/en/log/?act=read_person"))) == 2
    assert [row[2] for row in lines_on(auditor.get("/en/log/?who=77aa"))] == ["77aa"]
    assert [row[4] for row in lines_on(auditor.get("/en/log/?thing=location:L1&act=write"))] == ["location L1"]
    by_key = lines_on(auditor.get("/en/log/?act=read_person&thing=household:H7"))
    by_token = lines_on(auditor.get(f"/en/log/?act=read_person&thing=household:{token}"))
    assert by_key == by_token
    assert len(by_key) == 1


def test_a_day_is_a_day_as_it_was_lived_here(auditor: Client) -> None:
    with patch.object(services.timezone, "now", return_value=NEXT_DAY_HERE):
        record(OFFICER, Act.WRITE, "location:L1")
    assert len(lines_on(auditor.get("/en/log/?act=write&day=2026-11-21"))) == 1
    assert lines_on(auditor.get("/en/log/?act=write&day=2026-11-20")) == []
    assert "21 November 2026 00:30:00" in auditor.get("/en/log/?act=write").content.decode()


@pytest.mark.parametrize("day", ["yesterday", "0001-01-01", "9999-12-31", "2026-02-30", "\0"])
def test_what_is_no_day_counts_as_not_asked(day: str, auditor: Client) -> None:
    record(OFFICER, Act.WRITE, "location:L1")
    assert len(lines_on(auditor.get("/en/log/", {"day": day, "act": "write"}))) == 1


def test_long_logs_come_in_parts(auditor: Client) -> None:
    for number in range(60):
        record(OFFICER, Act.WRITE, f"location:L{number}")
    first, second = (auditor.get(f"/en/log/?act=write&page={part}") for part in (1, 2))
    assert [len(lines_on(page)) for page in (first, second)] == [50, 10]
    assert lines_on(second)[-1][4] == "location L0"


def test_the_download_has_all_lines_that_were_asked_for(auditor: Client) -> None:
    for number in range(60):
        record(OFFICER, Act.WRITE, f"location:L{number}", {"reason": "=1+1"})
    answer = auditor.get("/en/log/?act=write&table=log&as=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert len(rows) == 61
    assert Line.objects.order_by("-number")[0].told == {"act": "write", "day": None, "part": "1", "as": "csv"}
    assert auditor.get("/en/log/?table=log&as=xlsx").status_code == 200
    assert auditor.get("/en/log/?table=log&as=pdf").status_code == 404


def test_content_that_was_removed_is_said_to_be(auditor: Client) -> None:
    record(OFFICER, Act.WRITE, "household:H7", {"reason": "told"})
    services.forget(OFFICER, "household:H7", "term over")
    assert lines_on(auditor.get("/en/log/?act=write"))[0][5] == "removed, its term was over"


def test_nobody_else_keeps_the_page(auditor: Client) -> None:
    assert "no-store" in auditor.get("/en/log/")["Cache-Control"]


def test_a_log_that_cannot_be_written_is_not_shown(auditor: Client) -> None:
    record(OFFICER, Act.WRITE, "location:L1", {"reason": "told"})
    with without_guards():
        Head.objects.all().delete()
    page = auditor.get("/en/log/")
    assert page.status_code == 500
    assert "told" not in page.content.decode()


def test_a_line_that_somebody_spoiled_is_shown_as_it_stands(auditor: Client) -> None:
    spoiled = record(OFFICER, Act.WRITE, "location:L1")
    with without_guards():
        Line.objects.filter(number=spoiled.number).update(moment="once", act="stole", content="{", kind="?")
    assert lines_on(auditor.get("/en/log/"))[1][1:] == ["once", "5f1c", "stole", "? L1", "{"]
