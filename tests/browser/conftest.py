# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The real server with the small country, and a page to look at it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from web.small_country import small_country

LUWTE = Path(sys.executable).parent / "luwte"
NOT_OURS = ("DJANGO_SETTINGS_MODULE", "LUWTE_DATABASE_URL")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    folders, home = small_country(), str(tmp_path_factory.mktemp("home"))
    surroundings = {name: value for name, value in os.environ.items() if name not in NOT_OURS} | {"LUWTE_HOME": home}
    words = ["serve", "--data", folders.tables, "--plan", folders.plan, "--port", str(port)]
    with subprocess.Popen([LUWTE, *words], env=surroundings, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert f"127.0.0.1:{port}" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a wide screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()
