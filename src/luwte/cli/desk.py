# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The desk at which a command speaks to a person or to a script: lines, tables, findings, progress.

Results go to standard output, everything else to standard error. At a terminal there is colour and wrapping; away
from one there is one plain unwrapped line per finding, and tables are aligned text.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

from babel.numbers import format_decimal
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from luwte.cli.language import Language, words_for
from luwte.cli.progress import Bar
from luwte.model.describe import line
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.words import N_, Words

if TYPE_CHECKING:
    from luwte.reporting.listed import Listed

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
SHOWN_AT_TERMINAL = 40  # findings; more would scroll the result out of sight
MORE = (N_("and {n} more finding; send standard error to a file to see it"),
        N_("and {n} more findings; send standard error to a file to see them"))  # fmt: skip

HANDFUL = 5  # findings of one kind that are shown where a file keeps them all
MORE_OF_A_KIND = N_("and {number} more of this kind; all stand in {file}")


@dataclass(frozen=True)
class Sheet:
    """A table of texts: `numeric` columns are set to the right. Headings are already in the reader's language."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: frozenset[int] = frozenset()
    title: str = ""
    footer: Sequence[str] = ()


def sheet_of(listed: "Listed") -> Sheet:
    """The same table as a report shows."""
    return Sheet(listed.headings, listed.rows, listed.numeric, listed.title)


@dataclass(frozen=True)
class Desk:
    """Where one command speaks, in one language."""

    words: Words
    out: Console = field(default_factory=lambda: _console(sys.stdout))
    err: Console = field(default_factory=lambda: _console(sys.stderr))

    @classmethod
    def speaking(cls, language: Language) -> Self:
        """A desk on the process's own streams."""
        return cls(words_for(language))

    def say(self, message: str, /, **params: object) -> None:
        """One line of the result; `message` is an English message id."""
        self._line(self.out, Text(self.words.text(message, **params)))

    def tell(self, message: str, /, **params: object) -> None:
        """One line beside the result, on standard error."""
        self._line(self.err, Text(self.words.text(message, **params)))

    def number(self, value: int) -> str:
        """A whole number as the reader writes it: 96.002 in Dutch, 96,002 in English."""
        return str(format_decimal(value, locale=self.words.language))

    def signed(self, value: int | Fraction, decimals: int = 0) -> str:
        """A difference with its sign: +7, −33, 0."""
        rounded = round(Decimal(value.numerator) / value.denominator, decimals)
        plain = "#,##0" + ("." + "0" * decimals if decimals else "")
        pattern = f"+{plain};−{plain}" if rounded else plain
        return str(format_decimal(rounded, format=pattern, locale=self.words.language))

    def print(self, text: str, *, quiet: bool = False) -> None:
        """A line of the result that is already in words; `quiet` is set back at a terminal."""
        self._line(self.out, Text(text, style="dim" if quiet else ""))

    def findings(self, findings: Sequence[Finding], *, kept_in: Path | None = None) -> None:
        """Every finding on a line of its own, errors first; the overflow of a terminal is counted.

        Of findings that a file keeps as well, a handful of each kind is shown and the others of the kind are counted.
        """
        ordered = sorted(findings, key=lambda finding: list(Severity).index(finding.kind.severity))
        if kept_in is not None:
            self._handfuls(ordered, kept_in)
            return
        shown = ordered[:SHOWN_AT_TERMINAL] if self.err.is_terminal else ordered
        for finding in shown:
            self._finding(finding)
        if left := len(ordered) - len(shown):
            self._line(self.err, Text(self.words.count(*MORE, left)))

    def table(self, sheet: Sheet) -> None:
        """A table on standard output."""
        if self.out.is_terminal:
            self.out.print(_drawn(sheet))
        else:
            for text in _aligned(sheet):
                self._line(self.out, Text(text))

    def progress(self) -> Bar:
        """A progress bar for `with`: `with desk.progress() as progress: ...`."""
        return Bar(self.err, self.words)

    def _handfuls(self, ordered: Sequence[Finding], kept_in: Path) -> None:
        of_a_kind: dict[FindingKind, list[Finding]] = {}
        for finding in ordered:
            of_a_kind.setdefault(finding.kind, []).append(finding)
        for kind, found in of_a_kind.items():
            for finding in found[:HANDFUL]:
                self._finding(finding)
            if (left := len(found) - HANDFUL) > 0:
                more = self.words.text(MORE_OF_A_KIND, number=self.number(left), file=kept_in)
                self._line(self.err, Text(more, style=STYLES[kind.severity]))

    def _finding(self, finding: Finding) -> None:
        self._line(self.err, Text(line(finding, self.words), style=STYLES[finding.kind.severity]))

    @staticmethod
    def _line(console: Console, text: Text) -> None:
        console.print(text, soft_wrap=not console.is_terminal, highlight=False)


def _console(stream: TextIO) -> Console:
    """A console that never fails on a sign the stream cannot write; it writes a question mark instead."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return Console(file=stream, markup=False, emoji=False, highlight=False)


def _drawn(sheet: Sheet) -> Table:
    table = Table(box=SIMPLE_HEAD, title=sheet.title or None, title_justify="left", show_footer=bool(sheet.footer))
    for at, heading in enumerate(sheet.headings):
        footer = sheet.footer[at] if sheet.footer else ""
        table.add_column(Text(heading), Text(footer), justify="right" if at in sheet.numeric else "left")
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _aligned(sheet: Sheet) -> list[str]:
    rows = [sheet.headings, *sheet.rows, *([sheet.footer] if sheet.footer else [])]
    widths = [max(len(row[at]) for row in rows) for at in range(len(sheet.headings))]
    texts = [
        "  ".join(
            cell.rjust(width) if at in sheet.numeric else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return [sheet.title, *texts] if sheet.title else texts
