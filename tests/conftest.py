# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the whole suite shares: which tests can run on this machine, and how hypothesis searches.

A test that needs what the machine lacks is left out, and one line at the end says so and how to get it. With
LUWTE_NOTHING_SKIPPED=1, as in CI, a run that left anything out has failed.
"""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NEEDS = {
    "browser": ("Chromium", "apt install chromium", CHROMIUM is not None),
    "postgresql": ("PostgreSQL", "apt install postgresql", "LUWTE_TEST_DATABASE" in os.environ),
}
NOTHING_SKIPPED = os.environ.get("LUWTE_NOTHING_SKIPPED") == "1"
CI = os.environ.get("CI") == "true"

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start many processes: let them compile our modules once

settings.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if CI else "dev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what needs a program that this machine lacks; begin with the longest, so that nobody waits for them."""
    items.sort(key=lambda item: item.get_closest_marker("postgresql") is None)
    for marker, (what, _, present) in NEEDS.items():
        if not present:
            lacking = pytest.mark.skip(reason=f"no {what} on this machine")
            for item in items:
                if item.get_closest_marker(marker):
                    item.add_marker(lacking)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where nothing may be skipped, a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", ())) if reporter else 0
    if NOTHING_SKIPPED and skipped and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was left out and how to get it."""
    reasons = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    lines = []
    for what, how, _ in NEEDS.values():
        count = sum(f"no {what} on this machine" in reason for reason in reasons)
        if count:
            lines.append(f"tests that need {what}: {count} ({how})")
    if lines:
        terminalreporter.write_line(f"Left out: {'; '.join(lines)}.")
    if NOTHING_SKIPPED and reasons:
        terminalreporter.write_line(f"Nothing may be skipped here, and {len(reasons)} tests were.", red=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, one for the whole suite: Playwright does not run twice in one process.

    From its start on Django sees a loop of events in this thread, in which nothing of Django runs: it is told so.
    """
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()
