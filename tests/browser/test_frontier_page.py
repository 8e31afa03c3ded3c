# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody can read the frontier and open a point of it: on a wide screen, on a phone, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from web.along_rates import along_rates
from web.installations import installed, serving

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = "() => axe.run(document, {resultTypes: ['violations']})"


@pytest.fixture(scope="module")
def along(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows a plan with its frontier."""
    with serving(installed(tmp_path_factory.mktemp("home")), along_rates(), "127.0.0.1") as address:
        yield address


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["/plan/", "/en/plan/"])
def test_axe_finds_nothing_where_the_frontier_is_drawn(browser: Browser, along: str, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(along + path)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert [(one["id"], one["nodes"][0]["html"]) for one in page.evaluate(RUN)["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_point_is_opened_by_keyboard_and_the_way_back_too(page: Page, along: str) -> None:
    page.goto(along + "/en/plan/")
    page.get_by_role("link", name="4 ×").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are reading another plan than the one that is shown first.")).to_be_visible()
    assert "/plan-" in page.url
    page.get_by_role("link", name="Back to that plan").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(along + "/en/plan/")
