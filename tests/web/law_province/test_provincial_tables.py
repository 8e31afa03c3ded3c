# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Provinces see their table, try an exchange, agree it once they saw what it does, and take it back."""

from datetime import date, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path

import fastexcel
import pytest
from django.http import Http404
from django.test import Client
from page import validate_pdf_bytes

from luwte.data.checks.municipal import AMV_PART, OTHER_PROVINCE, WITH_ITSELF
from luwte.law.exchange import MORE_THAN_ITS_NUMBER
from luwte.model.findings import FindingKind
from luwte.model.pledges import Exchange
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.registry import models
from luwte_web.registry.cycle_steps import NOT_YET
from luwte_web.registry.editing import CHANGED_SINCE, NO_REASON, mark
from luwte_web.registry.exchanging import NOT_HERE, agree, exchanges_in, take_back
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import NOT_THERE, ChangeRefused
from luwte_web.registry.services import change, know
from web.people import few
from web.people.few import AUDITOR, GUARDIAN, INSPECTOR, MINISTRY, MUNICIPALITY, OFFICER, PROVINCE, TEAM_NORTH
from web.people.few_tables import AMSTERDAM, GRONINGEN, TODAY
from web.people.test_people_pages import As, signed_in

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db
NORTH_HOLLAND, HERE, OTHER = "PV27", AMSTERDAM, "GM0392"
WHY = "minutes of the table of 3 November"
ALL, PAGE = "/en/law/provinces/", f"/en/law/provinces/{NORTH_HOLLAND}/"
FORM = f"{PAGE}exchange/"
EXCHANGE = Exchange(HERE, OTHER, 40, 5, TODAY - timedelta(days=3))
NOT_PROVINCE = [OFFICER, INSPECTOR, MUNICIPALITY, MINISTRY, AUDITOR, GUARDIAN, TEAM_NORTH]


@pytest.fixture(autouse=True)
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def marks() -> list[str]:
    return list(map(mark, exchanges_in(NORTH_HOLLAND)))


def agreed() -> list[tuple[str, str, int]]:
    return [(row.giver, row.taker, row.places) for row in exchanges_in(NORTH_HOLLAND)]


def said(page: Client, address: str) -> str:
    answer = page.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_smoke(signed_in: As) -> None:
    browser = signed_in(PROVINCE)
    text = said(browser, PAGE)
    said(browser, ALL)
    said(browser, FORM)
    print(text[:100])
