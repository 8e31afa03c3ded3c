# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An inspection in a real browser, with a line that drops twice: from the empty form to the layer, what is agreed, and
the visit after it. Nothing of what was filled in is lost.
"""

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from browser.test_a_guardians_day import PASSWORD, SCREENS, Reader, usable
from web.installations import installed, prepared, serving
from web.people import few_tables
from web.registry import few_people
from web.small_country import small_country

pytestmark = pytest.mark.browser

GATE = "HOU-001"
PATIENCE = 60_000  # milliseconds: a hundred answers are sent one after the other
FIRST, SECOND = "2026-11-10", few_people.TODAY
SHOTS = os.environ.get("LUWTE_SHOTS", "")  # a folder for pictures of what is seen
WHOLE_PAGES = ("where", "whole", "handed_in", "again")
KEPT = "Kept on this device, not sent yet. Answers and photos that wait: "
STAY = "There is no connection. Stay on this page: you can go on here, and it is sent once the line is back."
PREPARE = """
import sys
from luwte_web.start import start
start()
from pathlib import Path
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.registry import importing
importing.apply(importing.preview(Path(sys.argv[1])), SYSTEM, "for a test")
user = services.add_user(SYSTEM, "inspector@example.org", (Membership(Role.INSPECTOR, Scope.COUNTRY),))
user.set_password("PASSWORD")
user.save()
""".replace("PASSWORD", PASSWORD)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a server with a registry and an inspector."""
    brought = few_people.write(tmp_path / "tables", few_tables.tables())
    where = installed(tmp_path / "home")
    prepared(where, PREPARE, brought)
    with serving(where, small_country()) as address:
        yield address


def signed_in(served: str, browser: Browser, language: str, screen: str) -> Reader:
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=served)
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    page.goto("/en/sign-in/")
    page.get_by_label("Email", exact=True).fill("inspector@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/en/work/")
    return Reader(context, page, language)


@pytest.mark.parametrize(("language", "screen"), [("nl", "phone"), ("en", "wide")])
def test_nothing_is_lost_from_the_empty_form_to_the_visit_after_it(
    served: str, browser: Browser, language: str, screen: str
) -> None:
    me = signed_in(served, browser, language, screen)
    page = me.page
    page.goto(where(language))
    shot(me, screen, "where")
    usable(me)
    page.get_by_role("link", name="new", exact=True).click()
    plan(me, FIRST)
    usable(me)
    me.press("Begin to answer")
    usable(me)

    # the line drops for the first time: one answer waits, and is sent once the line is back
    first = page.locator("[data-norm]").first
    me.context.set_offline(True)
    first.locator("input[value=met]").check()
    expect(first.locator("[data-state]")).to_have_text(me.says("Kept on this device, not sent yet."))
    shot(me, screen, "dropped")
    page.get_by_role("link", name="Luwte").first.click()
    expect(page.locator("[data-line]")).to_contain_text(me.says(STAY))
    me.context.set_offline(False)
    expect(first.locator("[data-state]")).to_have_text(me.says("Saved."))
    assert waiting(page) == 0

    # the second time on the whole form: everything is answered, with a photo, and the page is opened anew meanwhile
    me.press("Everything on one page, for where there is no connection")
    page.wait_for_url(re.compile("/whole/$"))
    page.route("**/" + ("antwoord/" if language == "nl" else "answer/"), lambda route: route.abort())
    for each in page.locator("[data-norm]").all():
        each.locator("input[value=met]").check()
    gate = page.locator(f'[data-norm="{GATE}"]')
    gate.locator("input[value=partly]").check()
    gate.get_by_label(me.says("Measured")).fill("3,5")
    gate.get_by_label(me.says("Remark (no names)")).fill("two rooms")
    gate.locator("input[type=file]").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    expect(page.locator("[data-line]")).to_contain_text(me.says(KEPT).strip())
    count = page.locator("[data-norm]").count()
    page.wait_for_function("n => Object.keys(localStorage).length >= n", arg=count)
    page.reload()
    expect(gate.locator("input[value=partly]")).to_be_checked()
    expect(gate.get_by_label(me.says("Remark (no names)"))).to_have_value("two rooms")
    gate.scroll_into_view_if_needed()
    shot(me, screen, "kept")
    page.unroute_all()
    expect(page.locator("[data-line]")).to_have_text(me.says("Everything is saved."))
    assert waiting(page) == 0
    page.reload()
    expect(gate.locator("input[value=partly]")).to_be_checked()
    expect(gate.locator("img")).to_have_count(1)
    gate.scroll_into_view_if_needed()
    shot(me, screen, "form")
    usable(me)

    # a gap asks for an action, and only then it is handed in
    page.locator(".asks__foot a").click()
    expect(page.get_by_role("button", name=me.says("Hand in my answers"))).to_have_count(0)
    shot(me, screen, "whole")
    usable(me)
    me.press("Agree on actions")
    me.fill("What is done", "fewer beds in both rooms")
    me.choose("Who sees to it", "site_team")
    me.fill("Done by", "2026-12-20")
    shot(me, screen, "actions")
    usable(me)
    me.press("Save the actions")
    hand_in(me)
    shot(me, screen, "handed_in")
    usable(me)
    layer = layer_of(me, "new")
    assert layer == me.says("critical")

    # the visit after it asks first what failed, and closes the action
    page.go_back()
    me.press("Plan another look at what failed")
    plan(me, SECOND)
    me.press("Begin to answer")
    assert [each.get_attribute("data-norm") for each in page.locator("[data-norm]").all()] == [GATE]
    page.locator("input[value=met]").check()
    expect(page.locator("[data-state]")).to_have_text(me.says("Saved."))
    page.locator(".asks__foot a").click()
    hand_in(me)
    me.sees("better")
    shot(me, screen, "again")
    assert layer_of(me, "new") == me.says("functions well")
    me.context.close()


def test_two_windows_show_both_words_and_a_person_chooses(served: str, browser: Browser) -> None:
    me = signed_in(served, browser, "en", "phone")
    me.page.goto("/en/inspections/new/L1/")
    plan(me, SECOND)
    me.press("Begin to answer")
    other = me.context.new_page()
    other.goto(me.page.url)
    me.page.locator("input[value=met]").first.check()
    expect(me.page.locator("[data-state]").first).to_have_text("Saved.")
    other.locator("input[value=not_met]").first.check()
    clash = other.locator(".ask__clash").first
    expect(clash).to_contain_text("There it says: met")
    shot(Reader(me.context, other, "en"), "phone", "clash")
    clash.get_by_role("button", name="Keep what stands here").click()
    expect(other.locator("[data-state]").first).to_have_text("Saved.")
    me.page.reload()
    expect(me.page.locator("input[value=not_met]").first).to_be_checked()
    other.close()
    me.context.close()


def where(language: str) -> str:
    return "/inspecties/waar-eerst/" if language == "nl" else "/en/inspections/where-first/"


def plan(me: Reader, on: str) -> None:
    me.choose("How answers are found", "visit")
    me.fill("On which day", on)
    me.fill("Why now", "as planned")
    me.press("Plan it")


def hand_in(me: Reader) -> None:
    me.page.locator("[data-hand-in] textarea").fill("seen on the spot")
    me.press("Hand in my answers")
    expect(me.page.locator("[data-hand-in]")).to_have_count(0)
    expect(me.page.locator("#answers")).to_be_visible()


def layer_of(me: Reader, name: str) -> str:
    me.page.goto(where(me.language))
    row = me.page.locator("tbody tr", has=me.page.get_by_role("link", name=name, exact=True))
    return row.locator("td").first.inner_text()


def waiting(page: Page) -> int:
    """How much waits on this device to be sent."""
    return int(page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('luwte ')).length"))


def picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (2400, 1800), "#7a9").save(written, "JPEG")
    return written.getvalue()


def shot(me: Reader, screen: str, name: str) -> None:
    if SHOTS:
        file = f"{SHOTS}/inspect_{name}_{me.language}_{screen}.png"
        me.page.screenshot(path=file, full_page=name in WHOLE_PAGES)
