# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Take a picture of every page of a running server, in both languages, on a wide screen and on a phone.

    python tools/screenshots.py http://127.0.0.1:8000 pictures
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SCREENS = {"wide": (1280, 900), "phone": (360, 740)}
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
LISTS = ("municipalities", "locations", "proposals")
MARKS = {"municipality": "table a[href*='GM']", "location": "tbody th a", "proposal": "tbody th a"}


def addresses(page: Page, base: str, language: str) -> dict[str, str]:
    """The address of one page of every sort, found by following the links of the pages themselves."""
    found = {"overview": f"{base}/en/" if language == "en" else f"{base}/"}
    page.goto(found["overview"])
    links = [link.get_attribute("href") or "" for link in page.query_selector_all(".sections__link")]
    for name, link in zip(("overview", "municipalities", "locations", "plan", "about"), links, strict=True):
        found[name] = base + link
    page.goto(found["plan"])
    own = found["plan"].removeprefix(base)
    for link in page.query_selector_all(f"main p a[href^='{own}']"):
        address = base + (link.get_attribute("href") or "")
        name = {"plan/proposals": "proposals", "plan/voorstellen": "proposals"}.get(_tail(address), "findings")
        if not address.endswith(("report/", "rapport/")):
            found[name] = address
    for name, inside in (("municipality", "municipalities"), ("location", "locations"), ("proposal", "proposals")):
        page.goto(found[inside])
        first = page.query_selector("tbody th a")
        found[name] = base + (first.get_attribute("href") or "") if first else found[inside]
    return found


def _tail(address: str) -> str:
    return "/".join(address.strip("/").split("/")[-2:])


def main() -> None:
    """Take them all."""
    base, folder = sys.argv[1].rstrip("/"), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        for screen, (width, height) in SCREENS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            for language in ("nl", "en"):
                for name, address in addresses(page, base, language).items():
                    page.goto(address)
                    page.screenshot(path=folder / f"{name}-{language}-{screen}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
