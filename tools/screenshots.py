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
PAGES = {
    "nl": {
        "overview": "/", "municipalities": "/gemeenten/", "municipality": "/gemeenten/?sort=unfit",
        "locations": "/locaties/", "location": "/locaties/?sort=places", "plan": "/plan/",
        "findings": "/plan/bevindingen/", "proposals": "/plan/voorstellen/",
        "proposal": "/plan/voorstellen/?action=move&minors=yes", "about": "/over/",
    },
    "en": {
        "overview": "/en/", "municipalities": "/en/municipalities/", "municipality": "/en/municipalities/?sort=unfit",
        "locations": "/en/locations/", "location": "/en/locations/?sort=places", "plan": "/en/plan/",
        "findings": "/en/plan/findings/", "proposals": "/en/plan/proposals/",
        "proposal": "/en/plan/proposals/?action=move&minors=yes", "about": "/en/about/",
    },
}  # fmt: skip
SINGLE = ("municipality", "location", "proposal")  # the first that the list leads to


def go(page: Page, base: str, name: str, address: str) -> None:
    """Open a page; of single things the first of the list."""
    page.goto(base + address)
    if name in SINGLE:
        page.goto(base + (page.locator("tbody th a").first.get_attribute("href") or ""))


def main() -> None:
    """Take them all."""
    base, folder = sys.argv[1].rstrip("/"), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        for screen, (width, height) in SCREENS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            for language, pages in PAGES.items():
                for name, address in pages.items():
                    go(page, base, name, address)
                    page.screenshot(path=folder / f"{name}-{language}-{screen}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
