# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The log in a real browser: everybody can use it, on a wide screen and a narrow one, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from web.installations import installed, prepared, serving
from web.small_country import small_country

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = "() => axe.run(document, {resultTypes: ['violations']})"
SCREENS = {"wide": (1280, 900), "phone": (360, 740), "narrowest": (320, 640)}
PREPARE = """
from luwte_web.start import start
start()
from django.conf import settings
from django.test import Client
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.audit.acts import Act
from luwte_web.audit.services import forget, record
user = services.add_user(SYSTEM, "auditor@example.org", (Membership(Role.AUDITOR, Scope.COUNTRY),))
for number in range(60):
    record(Actor("u-5f1c77aa90b1c2d3"), Act.READ_PERSON, f"household:H{number % 7}", {"page": "household"})
record(Actor("u-5f1c77aa90b1c2d3"), Act.DECIDE, "household:H3", {"reason": "the school is near", "accepted": True})
forget(SYSTEM, "household:H5", "term over")
browser = Client()
browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
print(browser.cookies[settings.SESSION_COOKIE_NAME].value)
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """An installation with a log, and the session of an auditor who signed in."""
    where = installed(tmp_path_factory.mktemp("home"))
    session = prepared(where, PREPARE).strip()
    with serving(where, small_country()) as address:
        yield address, session


@pytest.fixture(params=SCREENS)
def auditor(request: pytest.FixtureRequest, served: tuple[str, str], browser: Browser) -> Iterator[BrowserContext]:
    """An auditor who signed in, at a screen of this size."""
    width, height = SCREENS[request.param]
    base, session = served
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=base)
    context.add_cookies([{"name": "sessionid", "value": session, "url": base}])
    yield context
    context.close()


@pytest.mark.parametrize("address", ["/log/", "/en/log/", "/en/log/?act=read_person&page=2", "/log/?act=job"])
def test_everybody_can_use_the_log(auditor: BrowserContext, address: str) -> None:
    page = auditor.new_page()
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)["violations"]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == []


def test_an_auditor_finds_a_decision_and_who_read_about_the_same_household(auditor: BrowserContext) -> None:
    page = auditor.new_page()
    page.goto("/en/")
    page.get_by_role("link", name="Log", exact=True).click()
    page.get_by_label("What was done").select_option("took a decision")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status")).to_have_text("1 line")
    expect(page.get_by_role("row").nth(1)).to_contain_text("reason: the school is near")
    page.get_by_label("What was done").select_option("read about a person")
    page.get_by_label("About (household:H12)").fill("household:H3")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status")).to_have_text("9 lines")
