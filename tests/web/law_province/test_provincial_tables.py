# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Provinces see their table, try an exchange, agree it once they saw what it does, and take it back."""

from datetime import timedelta
from html import unescape
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


def filled(**more: object) -> dict[str, object]:
    given = {"give": HERE, "take": OTHER, "places": 40, "amv": 5, "agreed_on": TODAY.isoformat(), "reason": WHY}
    return {**given, "seen": " ".join(marks()), **more}


def test_all_provinces_stand_side_by_side_and_lead_to_their_table(client: Client) -> None:
    text = said(client, ALL)
    for code in range(20, 32):
        assert f'href="/en/law/provinces/PV{code}/?cycle=2026"' in text
    table = client.get(ALL, {"table": "provinces", "as": "csv"}).content.decode()
    assert table.splitlines()[0].startswith("Province,Indicative,Agreed,Offered,Places short,More than asked,Binding")
    assert len(table.splitlines()) == 13


def test_a_table_shows_every_municipality_with_its_number_and_where_that_comes_from(signed_in: As) -> None:
    page = signed_in(PROVINCE)
    text = said(page, PAGE)
    assert f'href="/en/municipalities/{HERE}/#computation"' in text
    assert "Draft. This becomes a report when the commissioner says so" in text
    assert "before 1 November" in text
    assert "What municipalities, province and COA agree on." in text
    table = page.get(PAGE, {"table": "municipalities", "as": "csv"}).content.decode().splitlines()
    assert len(table) == 1 + 44 + 1
    assert table[-1].startswith('"Noord-Holland, together",')


def test_what_is_not_a_province_is_not_there(client: Client) -> None:
    assert client.get("/en/law/provinces/PV99/").status_code == 404
    assert client.get("/en/law/provinces/PV99/report/pdf/").status_code == 404
    assert client.get(f"{PAGE}report/docx/").status_code == 404


def test_an_exchange_can_be_tried_by_anybody_and_nothing_is_saved(client: Client) -> None:
    before = Change.objects.count(), Line.objects.count()
    text = said(client, f"{PAGE}?give={HERE}&take={OTHER}&places=40&amv=5")
    assert "What this exchange would do" in text
    assert "Noord-Holland, together: agreed" in text
    assert (Change.objects.count(), Line.objects.count(), agreed()) == (*before, [])


def test_a_try_out_across_provinces_is_refused_with_the_article(client: Client) -> None:
    text = said(client, f"{PAGE}?give={HERE}&take={GRONINGEN}&places=40")
    assert "This exchange cannot be made." in text
    assert "Exchange inside the province only (Act art. 4(1))." in text


def test_an_exchange_is_one_decision_with_its_reason_and_keeps_the_sum(signed_in: As) -> None:
    page = signed_in(PROVINCE)
    sums = [said(page, PAGE).partition('lead">')[2].partition("</p>")[0]]
    agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, WHY, [])
    made, line = Change.objects.latest("id"), Line.objects.latest("number")
    assert (made.actor, made.reason, agreed()) == (PROVINCE.key, WHY, [(HERE, OTHER, 40)])
    assert (line.act, line.kind, line.thing) == ("decide", "province", NORTH_HOLLAND)
    sums.append(said(page, PAGE).partition('lead">')[2].partition("</p>")[0])
    assert "The number of Noord-Holland is" in sums[0]
    assert sums[0].partition(" are offered")[0] == sums[1].partition(" are offered")[0]


@pytest.mark.parametrize("actor", NOT_PROVINCE)
def test_nobody_else_agrees_an_exchange_or_takes_one_back(actor: Actor) -> None:
    agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, WHY, [])
    with pytest.raises(Http404):
        agree(actor, NORTH_HOLLAND, EXCHANGE, WHY, marks())
    with pytest.raises(Http404):
        take_back(actor, NORTH_HOLLAND, exchanges_in(NORTH_HOLLAND)[0].line, WHY, marks())
    assert len(agreed()) == 1


def test_no_province_agrees_for_another(signed_in: As) -> None:
    with pytest.raises(Http404):
        agree(PROVINCE, "PV20", Exchange(GRONINGEN, "GM1966", 5, 0, TODAY), WHY, [])
    assert signed_in(PROVINCE).get("/en/law/provinces/PV20/exchange/").status_code == 404


@pytest.mark.parametrize(
    ("exchange", "kind"),
    [
        (Exchange(HERE, GRONINGEN, 40, 5, TODAY), OTHER_PROVINCE),
        (Exchange(GRONINGEN, HERE, 40, 5, TODAY), OTHER_PROVINCE),
        (Exchange(GRONINGEN, "GM1966", 4, 0, TODAY), NOT_HERE),
        (Exchange(HERE, "GM9999", 4, 0, TODAY), NOT_HERE),
        (Exchange(HERE, HERE, 40, 5, TODAY), WITH_ITSELF),
        (Exchange(HERE, OTHER, 40, 41, TODAY), AMV_PART),
        (Exchange(HERE, OTHER, 99_000, 0, TODAY), MORE_THAN_ITS_NUMBER),
        (Exchange(HERE, OTHER, 40, 5, TODAY + timedelta(days=1)), NOT_YET),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_nothing_is_written(exchange: Exchange, kind: FindingKind) -> None:
    with pytest.raises(ChangeRefused) as refused:
        agree(PROVINCE, NORTH_HOLLAND, exchange, WHY, [])
    assert {one.kind for one in refused.value.findings} == {kind}
    assert agreed() == []


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_exchange_without_a_reason(reason: str) -> None:
    with pytest.raises(ChangeRefused) as refused:
        agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, reason, [])
    assert [one.kind for one in refused.value.findings] == [NO_REASON]


def test_who_looked_before_somebody_else_exchanged_is_told_so() -> None:
    seen = marks()
    agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, WHY, seen)
    with pytest.raises(ChangeRefused) as refused:
        agree(PROVINCE, NORTH_HOLLAND, Exchange(OTHER, HERE, 1, 0, TODAY), WHY, seen)
    assert [one.kind for one in refused.value.findings] == [CHANGED_SINCE]
    agree(PROVINCE, NORTH_HOLLAND, Exchange(OTHER, HERE, 1, 0, TODAY), WHY, marks())
    assert len(agreed()) == 2


def test_an_exchange_is_taken_back_with_a_reason_and_stays_on_record() -> None:
    agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, WHY, [])
    row = exchanges_in(NORTH_HOLLAND)[0]
    take_back(PROVINCE, NORTH_HOLLAND, row.line, "the council did not agree", marks())
    kept = models.Exchange.objects.get(pk=row.pk)
    assert agreed() == []
    assert (kept.places, kept.superseded_by) == (40, Change.objects.latest("id"))
    with pytest.raises(ChangeRefused) as refused:
        take_back(PROVINCE, NORTH_HOLLAND, row.line, "once more", marks())
    assert [one.kind for one in refused.value.findings] == [NOT_THERE]


def test_what_was_handed_on_cannot_lose_its_ground() -> None:
    with change(SYSTEM, "for a test") as made:
        know(made, models.Exchange(giver=HERE, taker=OTHER, places=2_500, amv_places=0, agreed_on=TODAY))
    agree(PROVINCE, NORTH_HOLLAND, Exchange(OTHER, "GM0394", 2_000, 0, TODAY), WHY, marks())
    first = exchanges_in(NORTH_HOLLAND).get(taker=OTHER)
    with pytest.raises(ChangeRefused) as refused:
        take_back(PROVINCE, NORTH_HOLLAND, first.line, WHY, marks())
    assert [one.kind for one in refused.value.findings] == [MORE_THAN_ITS_NUMBER]


def test_the_form_shows_first_what_it_does_and_saves_only_what_was_shown(signed_in: As) -> None:
    page = signed_in(PROVINCE)
    shown = page.post(FORM, filled())
    assert shown.status_code == 200
    text = unescape(shown.content.decode())
    assert "What this exchange would do" in text
    assert agreed() == []
    seen = f"{HERE}-{OTHER}-40-5"
    assert f'value="{seen}"' in text
    assert page.post(FORM, filled(shown=seen, places=41)).status_code == 200
    assert agreed() == []
    assert page.post(FORM, filled(shown=seen)).status_code == 302
    assert agreed() == [(HERE, OTHER, 40)]
    assert WHY in said(page, PAGE)


def test_the_form_keeps_what_was_typed_and_tells_the_article(signed_in: As) -> None:
    answer = signed_in(PROVINCE).post(FORM, filled(take=GRONINGEN))
    text = unescape(answer.content.decode())
    assert answer.status_code == 400
    assert "It is not saved yet." in text
    assert "Exchange inside the province only (Act art. 4(1))." in text
    assert WHY in text
    assert agreed() == []


def test_the_form_tells_that_somebody_changed_it_meanwhile_and_then_goes_on(signed_in: As) -> None:
    page = signed_in(PROVINCE)
    old = filled(shown=f"{HERE}-{OTHER}-40-5")
    agree(PROVINCE, NORTH_HOLLAND, Exchange(OTHER, HERE, 1, 0, TODAY), WHY, marks())
    answer = page.post(FORM, old)
    assert answer.status_code == 400
    assert "Somebody changed this after you opened it." in unescape(answer.content.decode())
    assert page.post(FORM, {**old, "seen": " ".join(marks())}).status_code == 302
    assert len(agreed()) == 2


def test_an_exchange_is_taken_back_on_its_page(signed_in: As) -> None:
    page = signed_in(PROVINCE)
    agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, WHY, [])
    address = f"{FORM}{exchanges_in(NORTH_HOLLAND)[0].line}/take-back/"
    assert f'href="{address}"' in said(page, PAGE)
    assert "handed 40 places over to" in said(page, address)
    assert page.post(address, {"reason": "", "seen": " ".join(marks())}).status_code == 400
    assert page.post(address, {"reason": WHY, "seen": " ".join(marks())}).status_code == 302
    assert agreed() == []
    assert page.get(address).status_code == 404


def test_who_may_not_agree_sees_the_exchange_without_its_reason(signed_in: As) -> None:
    agree(PROVINCE, NORTH_HOLLAND, EXCHANGE, WHY, [])
    text = said(signed_in(AUDITOR), PAGE)
    assert "Exchanges inside the province" in text
    assert WHY not in text
    assert "Take it back" not in text


def test_tables_that_the_act_does_not_allow_are_told_and_can_be_mended_here(signed_in: As) -> None:
    with change(SYSTEM, "for a test") as made:
        know(made, models.Exchange(giver=HERE, taker=OTHER, places=99_000, amv_places=0, agreed_on=TODAY))
    page = signed_in(PROVINCE)
    text = said(page, PAGE)
    assert "would hand over 99000 places" in text
    assert "Take it back" in text
    assert "The tables hold what the Act does not allow." in said(page, ALL)
    assert page.get(FORM).status_code == 302
    assert page.get(f"{PAGE}report/pdf/").status_code == 404


@pytest.mark.parametrize(
    ("language", "title"), [("", "Verslag van de provinciale regietafel"), ("/en", "Report on the")]
)
def test_the_report_is_a_document_that_an_independent_checker_accepts(signed_in: As, language: str, title: str) -> None:
    where = "/wet/provincies/PV27/verslag/pdf/" if not language else f"{PAGE}report/pdf/"
    answer = signed_in(PROVINCE).get(where)
    assert answer["Content-Disposition"].startswith('attachment; filename="luwte-province-PV27-2026-')
    assert validate_pdf_bytes(answer.content, profile="ua1").is_compliant
    book = fastexcel.read_excel(signed_in(PROVINCE).get(where.replace("pdf", "xlsx")).content)
    about = book.load_sheet(0, header_row=None).to_polars()
    assert about.row(0)[0].startswith(title)


def test_of_a_real_country_conditions_are_for_who_signed_in(client: Client, of_real_people: None) -> None:
    book = fastexcel.read_excel(client.get("/en/law/provinces/PV25/report/xlsx/").content)
    conditions = book.load_sheet("Offers").to_polars()
    assert set(conditions.get_column("conditions").to_list()) <= {"–"} if conditions.height else True
