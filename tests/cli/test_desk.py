# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a person at a terminal sees, and what a script gets."""

import time
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from luwte.cli import progress
from luwte.cli.desk import HANDFUL, SHOWN_AT_TERMINAL, Desk, Sheet
from luwte.cli.language import Language, language_asked
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.words import words_in

ERROR = FindingKind("test.error", Severity.ERROR, "Wrong {n}.", "Mend.")
NOTE = FindingKind("test.note", Severity.NOTE, "Noted {n}.", "")


def desk(*, terminal: bool, width: int = 40, language: str = "en") -> tuple[Desk, StringIO, StringIO]:
    out, err = StringIO(), StringIO()
    consoles = [Console(file=stream, force_terminal=terminal, width=width, markup=False) for stream in (out, err)]
    return Desk(words_in(language), *consoles), out, err


def test_away_from_a_terminal_a_finding_is_one_line_however_long() -> None:
    at, _, err = desk(terminal=False)
    at.findings([Finding(ERROR, params={"n": "word " * 10}) for _ in range(3)])
    assert len(err.getvalue().splitlines()) == 3


def test_errors_come_before_notes() -> None:
    at, _, err = desk(terminal=False)
    at.findings([Finding(NOTE, params={"n": "1"}), Finding(ERROR, params={"n": "2"})])
    assert [line.split(":")[0] for line in err.getvalue().splitlines()] == ["error", "note"]


def test_a_terminal_counts_what_it_does_not_show_and_a_script_gets_all() -> None:
    many = [Finding(ERROR, params={"n": str(n)}) for n in range(SHOWN_AT_TERMINAL + 2)]
    at, _, err = desk(terminal=True, width=200)
    at.findings(many)
    assert "and 2 more findings" in err.getvalue()
    at, _, err = desk(terminal=False)
    at.findings(many)
    assert len(err.getvalue().splitlines()) == len(many)


def test_of_many_findings_of_a_kind_a_handful_is_shown_and_the_file_named_that_keeps_them_all() -> None:
    findings = [Finding(NOTE, params={"n": str(n)}) for n in range(1300)] + [Finding(ERROR, params={"n": "1"})]
    for terminal in (True, False):
        at, _, err = desk(terminal=terminal, width=200)
        at.findings(findings, kept_in=Path("out") / "findings.csv")
        lines = Text.from_ansi(err.getvalue()).plain.splitlines()
        assert len(lines) == 1 + HANDFUL + 1
        assert lines[0].startswith("error")
        assert lines[-1] == "and 1,295 more of this kind; all stand in out/findings.csv"


def test_a_handful_is_not_counted() -> None:
    at, _, err = desk(terminal=False)
    at.findings([Finding(NOTE, params={"n": str(n)}) for n in range(HANDFUL)], kept_in=Path("findings.csv"))
    assert len(err.getvalue().splitlines()) == HANDFUL


def test_a_table_away_from_a_terminal_is_aligned_and_never_wrapped() -> None:
    at, out, _ = desk(terminal=False)
    at.table(
        Sheet(["Name", "Places"], [["A" * 60, "1"], ["[b]", "10,000"]], numeric=frozenset({1}), footer=["All", "2"])
    )
    lines = out.getvalue().splitlines()
    assert len(lines) == 4
    assert len({len(line) for line in lines}) == 1
    assert lines[2].startswith("[b] ")


def test_a_table_at_a_terminal_fits_the_terminal() -> None:
    at, out, _ = desk(terminal=True)
    at.table(Sheet(["Name", "Places"], [["A" * 60, "1"]], numeric=frozenset({1})))
    assert all(cell_len(line) <= 40 for line in Text.from_ansi(out.getvalue()).plain.splitlines())


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [(7, 0, "+7", "+7"), (-1234, 0, "−1.234", "−1,234"), (0, 0, "0", "0"), (Fraction(-67, 100), 2, "−0,67", "−0.67")],
)
def test_a_difference_carries_its_sign(value: Fraction, decimals: int, dutch: str, english: str) -> None:
    assert desk(terminal=False, language="nl")[0].signed(value, decimals) == dutch
    assert desk(terminal=False)[0].signed(value, decimals) == english


def test_long_work_shows_a_bar_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    at, _, err = desk(terminal=True, width=100)
    with at.progress() as report:
        report("Reading the tables", 0.5)
        deadline = time.monotonic() + 60
        while "50%" not in err.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)
    assert "Reading the tables" in err.getvalue()
    assert "50%" in err.getvalue()


def test_short_work_shows_nothing_and_neither_does_work_away_from_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    at, _, err = desk(terminal=True)
    with at.progress() as report:
        report("Reading the tables", 0.5)
    assert "Reading" not in err.getvalue()
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    at, _, err = desk(terminal=False)
    with at.progress() as report:
        report("Reading the tables")
    assert err.getvalue() == ""


@pytest.mark.parametrize(
    ("args", "language"),
    [
        ([], Language.NL),
        (["distribute", "--language", "en"], Language.EN),
        (["--language=en"], Language.EN),
        (["--language"], Language.NL),
        (["--language", "fr"], Language.NL),
    ],
)
def test_the_language_is_known_before_the_arguments_are_understood(args: list[str], language: Language) -> None:
    assert language_asked(args) is language
