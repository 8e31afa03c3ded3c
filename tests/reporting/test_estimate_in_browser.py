# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The report of an estimate as people open it: from disk, wide and on a phone, accessible."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from luwte.law.estimate import Assumptions, bundled_inflow, from_inflow
from luwte.model.receipt import Receipt
from luwte.reporting.estimate_page import page
from luwte.words import words_in

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = "axe.run().then(found => found.violations.map(each => each.id + ': ' + each.nodes[0].html))"


@pytest.fixture(params=["nl", "en"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "estimate.html"
    found = from_inflow(bundled_inflow(), Assumptions(72_000, Fraction(23)))
    receipt = Receipt("luwte 0", "a" * 64, date(2025, 12, 31), {"estimate": "b" * 64})
    path.write_text(page(found, receipt, words_in(request.param)), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1200, 390, 320])
def test_the_estimate_opens_from_disk_and_fits(browser: Browser, file: Path, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    fetched: list[str] = []
    opened.on("request", lambda request: fetched.append(request.url))
    opened.goto(file.as_uri())
    assert fetched == [file.as_uri()]
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    drawn = opened.locator("svg").bounding_box()
    assert drawn
    for label in opened.locator("svg text").all():
        box = label.bounding_box()
        assert box
        assert drawn["x"] <= box["x"]
        assert box["x"] + box["width"] <= drawn["x"] + drawn["width"]
    opened.close()


def test_the_estimate_is_accessible(browser: Browser, file: Path) -> None:
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    opened.goto(file.as_uri())
    opened.add_script_tag(path=AXE)
    assert opened.evaluate(SERIOUS) == []
    opened.close()
