# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of inspections as people use them without script: what stands there, and what is not there for others."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from PIL import Image

from luwte.model.quality import Answer, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts.actors import Actor
from luwte_web.inspections.answering import NOTHING, Says
from luwte_web.inspections.gaps import agree
from luwte_web.inspections.handing_in import hand_in
from luwte_web.inspections.models import Given, Inspection, Photo
from luwte_web.inspections.planning import Wanted, plan
from luwte_web.registry.models import Assessment, Improvement
from web.inspections.looking import (
    COLLEAGUE,
    ELSEWHERE,
    GATE,
    GUARDIAN,
    HERE,
    HIGH,
    INSPECTOR,
    MUNICIPALITY,
    OFFICER,
    TEAM,
    TO_DO,
    WHY,
    looked,
    says,
)
from web.people.few_tables import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
As = Callable[[Actor], Client]


def at(name: str, *args: object, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=args)


def told(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, address
    return str(answer.content.decode())


def photo() -> SimpleUploadedFile:
    written, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 22.0, 0.0), 3: "E", 4: (4.0, 53.0, 0.0)})
    Image.new("RGB", (40, 30), "green").save(written, "JPEG", exif=exif)
    return SimpleUploadedFile("photo.jpg", written.getvalue(), "image/jpeg")


def test_an_inspector_plans_fills_in_agrees_and_hands_in(signed_in: As) -> None:
    browser = signed_in(INSPECTOR)
    planned = browser.post(
        at("inspection_new", HERE),
        {"method": "visit", "profile": "emergency", "group": "all", "on": TODAY.isoformat(), "reason": WHY},
    )
    one = Inspection.objects.get()
    assert planned["Location"] == at("inspection", one.key)
    begun = browser.post(at("inspection", one.key), {"act": "begin"})
    housing = at("inspection_form", one.key, "housing")
    assert begun["Location"] == at("inspection_form", one.key, "location")
    empty = {f"seen-{norm}": NOTHING.mark for norm in ("HOU-001", "HOU-003")}
    sent = {f"answer-{GATE}": "partly", f"value-{GATE}": "3,5", f"note-{GATE}": "two rooms"}
    saved = browser.post(housing, empty | sent | {f"photo-{GATE}": photo()})
    assert saved["Location"] == at("inspection_form", one.key, "sanitation")
    assert (Given.objects.get().answer, Given.objects.get().value) == (Answer.PARTLY, "3.5")
    whole = told(browser, at("inspection", one.key))
    assert "no action is agreed" in whole
    assert "Hand in my answers" not in whole
    step = {
        f"{GATE}-action": "Fewer beds",
        f"{GATE}-owner": "site_team",
        f"{GATE}-due": "2026-12-20",
        f"{GATE}-cost": "",
    }
    assert browser.post(at("inspection_actions", one.key), step)["Location"] == at("inspection", one.key)
    assert "Hand in my answers" in told(browser, at("inspection", one.key))
    assert browser.post(at("inspection", one.key), {"act": "hand_in", "reason": WHY}).status_code == 302
    assert Assessment.objects.known().get().answer is Answer.PARTLY
    assert Improvement.objects.known().get().action == "Fewer beds"
    assert "Hand in my answers" not in told(browser, at("inspection", one.key))
    assert told(browser, housing, 404)


def test_a_value_that_misses_the_bar_is_told_and_the_person_decides(visit: Inspection, signed_in: As) -> None:
    browser, page = signed_in(INSPECTOR), at("inspection_form", visit.key, "housing")
    browser.post(page, {f"answer-{GATE}": "met", f"value-{GATE}": "3", f"seen-{GATE}": NOTHING.mark})
    assert "does not reach what is asked" in told(browser, page)
    assert Given.objects.get().answer is Answer.MET


def test_what_is_wrong_stands_beside_the_question_and_what_was_typed_is_kept(visit: Inspection, signed_in: As) -> None:
    browser, page = signed_in(INSPECTOR), at("inspection_form", visit.key, "housing")
    typed = {f"answer-{GATE}": "met", f"value-{GATE}": "four", f"note-{GATE}": "room 3", f"seen-{GATE}": NOTHING.mark}
    answer = browser.post(page, typed | {"answer-HOU-003": "met", "seen-HOU-003": NOTHING.mark})
    content = answer.content.decode()
    assert answer.status_code == 400
    assert "The value four is not a number." in content
    assert "room 3" in content
    assert Given.objects.get().norm == "HOU-003"


def test_two_windows_do_not_overwrite_each_other(visit: Inspection, signed_in: As) -> None:
    browser, page = signed_in(INSPECTOR), at("inspection_form", visit.key, "housing")
    says(INSPECTOR, visit, GATE, Answer.MET)
    stale = {f"answer-{GATE}": "not_met", f"seen-{GATE}": NOTHING.mark}
    answer = browser.post(page, stale)
    assert answer.status_code == 409
    assert "Somebody changed this elsewhere. There it says: met" in answer.content.decode()
    assert Given.objects.get().answer is Answer.MET
    again = {f"answer-{GATE}": "not_met", f"seen-{GATE}": Says(Answer.MET).mark}
    assert browser.post(page, again).status_code == 302
    assert Given.objects.get().answer is Answer.NOT_MET


def test_what_the_script_sends_is_answered_with_what_stands_there(visit: Inspection, signed_in: As) -> None:
    browser, address = signed_in(INSPECTOR), at("inspection_answer", visit.key)
    first = browser.post(address, {"norm": GATE, "answer": "met", "value": "3", "seen": NOTHING.mark, "writer": "a"})
    assert first.status_code == 200
    assert "does not reach" in first.json()["told"]
    clash = browser.post(address, {"norm": GATE, "answer": "partly", "seen": NOTHING.mark, "writer": "b"})
    assert clash.status_code == 409
    assert clash.json()["there"] == {"answer": "met", "value": "3", "note": ""}
    assert clash.json()["seen"] == first.json()["seen"]
    wrong = browser.post(address, {"norm": GATE, "value": "x", "seen": clash.json()["seen"]})
    assert (wrong.status_code, len(wrong.json()["wrong"])) == (400, 1)
    assert browser.post(address, {"norm": "nothing"}).status_code == 400
    assert browser.get(address).status_code == 405


def test_a_photo_is_shown_to_who_reads_the_inspection_alone(visit: Inspection, signed_in: As) -> None:
    browser = signed_in(INSPECTOR)
    sent = {"norm": GATE, "photo": photo()}
    assert browser.post(at("inspection_answer", visit.key), sent).json() == {"photo": True}
    address = at("inspection_photo", visit.key, Photo.objects.get().pk)
    shown = browser.get(address)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert signed_in(TEAM).get(address).status_code == 404
    says(INSPECTOR, visit, GATE, Answer.MET)
    signed_in(INSPECTOR)
    assert browser.post(at("inspection", visit.key), {"act": "hand_in", "reason": WHY}).status_code == 302
    assert signed_in(TEAM).get(address).status_code == 200
    assert signed_in(GUARDIAN).get(address).status_code == 404


@pytest.mark.parametrize("actor", [TEAM, MUNICIPALITY, OFFICER, ELSEWHERE, GUARDIAN])
def test_a_planned_visit_is_not_there_for_others(visit: Inspection, signed_in: As, actor: Actor) -> None:
    browser = signed_in(actor)
    for address in (
        at("inspection", visit.key),
        at("inspection_form", visit.key, "housing"),
        at("inspection_actions", visit.key),
        at("inspection_paper", visit.key),
    ):
        assert told(browser, address, 404)
    assert browser.post(at("inspection_answer", visit.key), {"norm": GATE, "answer": "met"}).status_code == 404
    listed = browser.get(at("inspections"))
    assert visit.key not in listed.content.decode()


def test_answers_stand_side_by_side_with_the_last_time_and_what_others_say(signed_in: As) -> None:
    looked(INSPECTOR, Method.VISIT, TODAY - timedelta(days=30), {GATE: Answer.MET, HIGH: Answer.NOT_MET})
    looked(TEAM, Method.CHILD_SURVEY, TODAY - timedelta(days=9), {GATE: Answer.NOT_MET})
    last = looked(INSPECTOR, Method.VISIT, TODAY, {GATE: Answer.NOT_MET, "HOU-003": Answer.MET})
    browser = signed_in(TEAM)
    table = browser.get(at("inspection", last.key) + "?table=answers&as=csv").content.decode()
    rows = {row.split(",")[0]: row for row in table.splitlines()}
    assert "worse" in rows[GATE]
    assert "children, 12 November 2026: not met" in rows[GATE]
    assert "not asked last time" in rows["HOU-003"]
    assert "not answered this time" in rows[HIGH]


def test_what_is_agreed_and_not_handed_in_is_read_by_who_fills_in_alone(visit: Inspection, signed_in: As) -> None:
    says(INSPECTOR, visit, GATE, Answer.MET)
    hand_in(INSPECTOR, visit, WHY)
    says(COLLEAGUE, visit, HIGH, Answer.NOT_MET)
    agree(COLLEAGUE, visit, HIGH, TO_DO)
    assert TO_DO.action in told(signed_in(COLLEAGUE), at("inspection", visit.key))
    assert TO_DO.action not in told(signed_in(TEAM), at("inspection", visit.key))


def test_where_to_look_first_tells_each_factor(signed_in: As) -> None:
    looked(INSPECTOR, Method.VISIT, TODAY - timedelta(days=30), {GATE: Answer.NOT_MET})
    looked(TEAM, Method.SELF, TODAY - timedelta(days=9), {"SAF-001": Answer.MET})
    looked(TEAM, Method.CHILD_SURVEY, TODAY - timedelta(days=8), {"SAF-001": Answer.NOT_MET})
    browser = signed_in(INSPECTOR)
    table = browser.get(at("inspections_where") + "?table=where&as=csv").content.decode().splitlines()
    assert [line.split(",")[0].strip('"') for line in table[1:]] == ["new", "old"]
    assert "unknown, and gates are known to fail" in table[1]
    assert GATE in table[1]
    health = browser.get(at("inspections_where") + "?field=health&table=where&as=csv").content.decode()
    assert GATE not in health
    assert told(signed_in(TEAM), at("inspections_where"), 404)


def test_the_form_on_paper_is_blank_or_filled(visit: Inspection, signed_in: As) -> None:
    says(INSPECTOR, visit, GATE, Answer.PARTLY, "3.5", "two rooms")
    browser = signed_in(INSPECTOR)
    for language, partly in (("en", "partly met ✓"), ("nl", "deels aan voldaan ✓")):
        blank = told(browser, at("inspection_paper", visit.key, language=language))
        assert GATE in blank
        assert "two rooms" not in blank
        filled = told(browser, at("inspection_paper", visit.key, language=language) + "?filled=yes")
        assert "two rooms" in filled
        assert partly in filled


def test_who_has_nothing_to_inspect_finds_no_inspections(signed_in: As) -> None:
    plan(TEAM, HERE, Wanted(Profile.FULL, Method.SELF, TODAY), WHY)
    assert "Planned, day by day" in told(signed_in(TEAM), at("inspections"))
    assert "Planned, day by day" not in told(signed_in(OFFICER), at("inspections"))
    assert told(signed_in(GUARDIAN), at("inspections"), 404)
    assert told(signed_in(OFFICER), at("inspection_new", HERE), 404)


def test_who_signs_out_leaves_nothing_on_the_device_and_is_told_so_first(signed_in: As) -> None:
    browser = signed_in(INSPECTOR)
    asked = browser.get(at("account_logout"))
    assert "are removed when you sign out" in asked.content.decode()
    assert "Clear-Site-Data" not in asked
    assert browser.post(at("account_logout"))["Clear-Site-Data"] == '"storage"'


def test_only_the_form_runs_a_script_and_asks_nobody_else(visit: Inspection, signed_in: As) -> None:
    browser = signed_in(INSPECTOR)
    for address, runs in (
        (at("inspection_form", visit.key, "housing"), True),
        (at("inspection", visit.key), True),
        (at("inspection_actions", visit.key), False),
        (at("inspections"), False),
    ):
        policy = browser.get(address)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert ("script-src 'self'" in policy, "connect-src 'self'" in policy) == (runs, runs)
        assert "unsafe" not in policy
