# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The suite itself: what cannot run here is said in one line, and where nothing may be skipped a skip fails the run."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import pytest

@pytest.mark.postgresql
def test_needs_a_server():
    pass

def test_needs_nothing():
    pass
"""
MARKERS = """
[pytest]
markers =
    browser: b
    postgresql: p
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, root: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    pytester.makeconftest((root / "tests" / "conftest.py").read_text())
    pytester.makeini(MARKERS)
    pytester.makepyfile(TESTS)
    monkeypatch.delenv("LUWTE_TEST_DATABASE", raising=False)
    monkeypatch.delenv("LUWTE_NOTHING_SKIPPED", raising=False)
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:django")
    return pytester


def test_what_is_left_out_is_said_in_one_line(suite: pytest.Pytester) -> None:
    result = suite.runpytest_subprocess()
    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["Left out: tests that need PostgreSQL: 1 (apt install postgresql)."])
    assert result.ret == pytest.ExitCode.OK


def test_with_a_server_nothing_is_left_out(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUWTE_TEST_DATABASE", "postgresql://a:b@127.0.0.1:1/c")
    result = suite.runpytest_subprocess()
    result.assert_outcomes(passed=2)
    result.stdout.no_fnmatch_line("Left out*")


@pytest.mark.parametrize("processes", ["0", "2"])
def test_where_nothing_may_be_skipped_a_skip_fails_the_run(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, processes: str
) -> None:
    monkeypatch.setenv("LUWTE_NOTHING_SKIPPED", "1")
    result = suite.runpytest_subprocess("--numprocesses", processes)
    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["Left out: tests that need PostgreSQL: 1 (apt install postgresql)."])
    result.stdout.fnmatch_lines(["Nothing may be skipped here, and 1 tests were."])
    assert result.ret == pytest.ExitCode.TESTS_FAILED
