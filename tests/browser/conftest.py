# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The real server with the small country, and a page to look at it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from web.installations import installed, serving
from web.small_country import small_country


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server."""
    with serving(installed(tmp_path_factory.mktemp("home")), small_country(), "127.0.0.1") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a wide screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()
