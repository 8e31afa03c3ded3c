# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every page about norms, what was seen at locations, what children said and what runs for them can be used by
everybody: in both languages, wide and on a phone.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.test_a_guardians_day import PASSWORD, Reader, signed_in, usable
from web.installations import installed, prepared, serving
from web.people import few_tables
from web.registry import few_people
from web.small_country import small_country

pytestmark = pytest.mark.browser

SHOTS = os.environ.get("LUWTE_SHOTS", "")  # a folder for pictures of what is seen
PREPARE = Path(__file__).with_name("seen_and_heard.py")
WHO = ("inspector", "team", "officer", "ministry")


@dataclass(frozen=True)
class Served:
    """Where the server is, and the pages that each user opens, by name in each language."""

    base: str
    pages: dict[str, dict[str, dict[str, str]]]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with a registry in which somebody looked at a location, and children were heard."""
    home = tmp_path_factory.mktemp("home")
    brought = few_people.write(home / "tables", few_tables.tables())
    where = installed(home)
    pages = json.loads(prepared(where, PREPARE.read_text(encoding="utf-8"), brought, PASSWORD))
    with serving(where, small_country()) as address:
        yield Served(address, pages)


@pytest.mark.parametrize(("language", "screen"), [("nl", "phone"), ("en", "wide")])
@pytest.mark.parametrize("who", WHO)
def test_everybody_can_use_the_pages_about_what_is_seen_and_heard(
    served: Served, browser: Browser, who: str, language: str, screen: str
) -> None:
    me = signed_in(served.base, browser, who, language, screen)
    for name, address in served.pages[who][language].items():
        answer = me.page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        shot(me, f"{name}_{screen}")
        usable(me)
    me.context.close()


def shot(me: Reader, name: str) -> None:
    if SHOTS:
        me.page.screenshot(path=f"{SHOTS}/{name}_{me.language}.png", full_page=True)
