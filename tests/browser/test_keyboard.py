# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Journeys without a mouse, and without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement)
  return [style.outlineStyle, parseFloat(style.outlineWidth)]
}"""


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, base: str) -> None:
    page.goto(base + "/en/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_where_the_focus_is_can_be_seen(page: Page, base: str) -> None:
    page.goto(base + "/plan/voorstellen/")
    for _ in range(30):
        page.keyboard.press("Tab")
        shown, width = page.evaluate(OUTLINE)
        assert shown == "solid"
        assert width >= 2


def test_proposals_are_filtered_and_read_by_keyboard(page: Page, base: str) -> None:
    page.goto(base + "/en/plan/proposals/")
    page.get_by_label("Proposal", exact=True).focus()
    page.keyboard.type("moves")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("action=move"))
    expect(page.get_by_label("Proposal", exact=True)).to_have_value("move")
    first = page.locator("tbody th a").first
    first.focus()
    name = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Household {name}")
    page.go_back()
    expect(page).to_have_url(re.compile("action=move"))


def test_a_municipality_is_found_by_its_name_and_read_in_the_other_language(page: Page, base: str) -> None:
    page.goto(base + "/gemeenten/")
    page.get_by_label("Naam").fill("utrecht")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Utrecht", exact=True).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Utrecht")
    page.get_by_role("link", name="English").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + "/en/municipalities/GM0344/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_without_script_everything_is_the_same(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/en/plan/proposals/")
    page.get_by_label("Proposal", exact=True).select_option("stay")
    page.get_by_role("button", name="Show").click()
    assert "action=stay" in page.url
    page.get_by_role("link", name="Part 2").click()
    assert "page=2" in page.url
    assert "action=stay" in page.url
    context.close()
