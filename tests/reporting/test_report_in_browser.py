# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The report as people open it: from disk, offline, wide, on a phone, and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from luwte.model.dataset import Dataset
from luwte.planning import Plan
from luwte.reporting import report
from luwte.words import words_in

pytestmark = pytest.mark.browser


@pytest.fixture(params=["nl", "en"])
def file(request: pytest.FixtureRequest, tmp_path: Path, made: Plan, dataset: Dataset) -> Path:
    path = tmp_path / "report.html"
    path.write_text(report(made, dataset, words_in(request.param)), encoding="utf-8")
    return path


def opened(browser: Browser, file: Path, width: int) -> tuple[Page, list[str]]:
    """The page at a width, and everything it complained about or fetched."""
    page = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=True).new_page()
    noticed: list[str] = []
    page.on("console", lambda message: noticed.append(message.text))
    page.on("request", lambda request: noticed.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    return page, noticed


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_the_report_opens_from_disk_and_fits(browser: Browser, file: Path, width: int) -> None:
    page, noticed = opened(browser, file, width)
    assert noticed == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg.map").bounding_box()["width"] > 200  # type: ignore[index]


def test_the_keyboard_reaches_the_content_and_opens_a_province(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    province = page.locator("#tasks details").first
    province.locator("summary").focus()
    page.keyboard.press("Enter")
    assert province.get_attribute("open") is not None


def test_on_paper_every_municipality_is_printed(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file, 1280)
    page.emulate_media(media="print")
    cells = page.locator("#tasks details th[scope=row]")
    assert cells.count() == 342
    assert cells.last.is_visible()
