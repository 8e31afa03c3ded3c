# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody can use every page: axe finds nothing, nothing is cut off, and the browser has no complaint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from browser.addresses import every_page

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = {"wide": (1280, 900), "phone": (360, 740)}
EACH_ONCE = pytest.mark.parametrize(("language", "size"), [("nl", "wide"), ("en", "phone")])
NARROWEST = 320  # CSS pixels: WCAG 2.2, success criterion 1.4.10
RUN = "() => axe.run(document, {resultTypes: ['violations']})"


@pytest.fixture
def screen(size: str, browser: Browser) -> Iterator[Page]:
    width, height = SCREENS[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    yield page
    page.close()


@EACH_ONCE
def test_axe_finds_nothing_on_any_page(screen: Page, base: str, language: str) -> None:
    axe = AXE.read_text(encoding="utf-8")
    violations = []
    for name, address in every_page(screen, base, language).items():
        screen.goto(address)
        screen.evaluate(axe)
        found = screen.evaluate(RUN)["violations"]
        violations += [(name, one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
    assert violations == []


@EACH_ONCE
def test_the_browser_has_no_complaint_and_asks_nobody_else(screen: Page, base: str, language: str) -> None:
    complaints: list[str] = []
    asked: set[str] = set()

    def listen(message: ConsoleMessage) -> None:
        if "404" not in message.text:  # the page that says what is not there
            complaints.append(message.text)

    def note(request: Request) -> None:
        asked.add(request.url)

    screen.on("console", listen)
    screen.on("pageerror", lambda error: complaints.append(str(error)))
    screen.on("requestfailed", lambda request: complaints.append(request.url))
    screen.on("request", note)
    for address in every_page(screen, base, language).values():
        screen.goto(address, wait_until="networkidle")
        assert screen.evaluate("document.scripts.length") == 0
    assert complaints == []
    assert {url for url in asked if not url.startswith(base + "/")} == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_cut_off_on_the_narrowest_screen(browser: Browser, base: str, language: str) -> None:
    page = browser.new_page(viewport={"width": NARROWEST, "height": 640})
    for name, address in every_page(page, base, language).items():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST, name
        wide = page.evaluate(
            """limit => [...document.querySelectorAll('header *, nav *, h1, h2, p, dl, form *, footer *')]
               .filter(one => !one.closest('svg, .utrecht-skip-link') && one.getBoundingClientRect().right > limit + 1)
               .map(one => one.outerHTML.slice(0, 120))""",
            NARROWEST,
        )
        assert wide == [], name
    page.close()


def test_the_typeface_and_the_components_arrive(page: Page, base: str) -> None:
    page.goto(base + "/", wait_until="networkidle")
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3\"')")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.utrecht-nav-bar')).backgroundColor")
        == "rgb(31, 95, 99)"
    )


def test_on_paper_only_the_page_and_its_receipt_remain(page: Page, base: str) -> None:
    page.goto(base + "/plan/")
    page.emulate_media(media="print")
    assert not page.locator(".utrecht-nav-bar").is_visible()
    assert not page.locator(".sheet__foot").first.is_visible()
    assert page.locator(".receipt").is_visible()
    assert page.locator("#levels table").is_visible()
