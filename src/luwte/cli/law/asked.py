# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the verbs of the law share: the tables and tasks of a day, and telling and writing what came out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from luwte.cli.desk import Desk, sheet_of
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.law.given import given_to
from luwte.cli.planned import day_of, input_hashes
from luwte.data import read
from luwte.data.in_use import IN_USE
from luwte.law import Tasks, distribute, latest_cycle_published
from luwte.law.parameters import rules_hash
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, Severity
from luwte.model.receipt import Receipt, software
from luwte.planning.accounts import with_account
from luwte.planning.cells import to_csv
from luwte.planning.finding_rows import finding_rows
from luwte.planning.outputs import FindingRow
from luwte.reporting.law import Told, page
from luwte.reporting.listed import Listed
from luwte.words import N_

REPORT, FINDINGS = "report.html", "findings.csv"
LOOKED_AT = (
    "municipalities", "locations", "offers", "exchanges", "decisions", "steps", "statuses", "housing", "conditions",
    "operations",
)  # fmt: skip
SHOWN_AT_TERMINAL = 40  # rows of a table
WRITTEN = N_("Written to {folder}: {files}.")
MORE_ROWS = N_("and {number} more rows; --out writes all of them")


@dataclass(frozen=True)
class Asked:
    """The tables of a folder on a day, with the tasks of a cycle."""

    directory: Path
    dataset: Dataset
    tasks: Tasks
    on: date

    @property
    def names(self) -> Mapping[str, str]:
        """Municipalities and provinces by code."""
        provinces = {one.province_code: one.province for one in self.tasks.provinces}
        return provinces | {task.municipality: task.name for task in self.tasks.municipalities}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the key has to say, and reading about the tables that the law looks at."""
        return (*findings_of(self.dataset), *self.tasks.findings)


@dataclass(frozen=True)
class Answer:
    """What a verb found: words for people, tables for machines, and what else its account tells."""

    verb: str
    told: Told
    tables: Mapping[str, bytes]
    findings: Sequence[Finding]
    on: date
    dataset_hash: str
    inputs: Mapping[str, str]
    asked: Mapping[str, Any]
    synthetic: bool = False

    @property
    def receipt_name(self) -> str:
        """The file that shows that a folder is an earlier result of this verb."""
        return receipt_of(self.verb)


def findings_of(dataset: Dataset) -> tuple[Finding, ...]:
    """What is wrong with the tables that the law looks at; notes on who lives where are for who plans."""
    about = (one for one in dataset.findings if one.place and Path(one.place.file).stem in LOOKED_AT)
    named = (one for one in dataset.findings if one.kind is IN_USE)
    return (*named, *(one for one in about if one.kind.severity is not Severity.NOTE))


def receipt_of(verb: str) -> str:
    """The name of the account of a verb."""
    return f"law_{verb}.json"


def check_out(verb: str, out: Path | None) -> None:
    """Refuse a folder with other files before any work."""
    if out is not None:
        check_folder(out, receipt=receipt_of(verb))


def ask(desk: Desk, directory: Path, day: date | None, cycle: int | None, *, need_amv: int | None = None) -> Asked:
    """Read the tables, and the tasks of the cycle: the latest published on the day where none is named."""
    with desk.progress() as progress:
        dataset = read(directory, progress=progress)
    on = day_of(dataset, day)
    first_year = latest_cycle_published(on) if cycle is None else cycle
    return Asked(directory, dataset, distribute(dataset.municipalities, cycle=first_year, need_amv=need_amv), on)


def answer_about(
    asked: Asked, verb: str, told: Told, tables: Mapping[str, bytes], findings: Sequence[Finding], **more: Any
) -> Answer:
    """An answer from the tables of a folder; `more` is what the question said besides."""
    return Answer(
        verb,
        told,
        tables,
        (*asked.findings, *findings),
        asked.on,
        asked.dataset.content_hash,
        input_hashes(asked.directory),
        {"cycle": asked.tasks.cycle, **more},
        asked.dataset.synthetic,
    )


def deliver(desk: Desk, answer: Answer, out: Path | None) -> None:
    """Tell it at the terminal, and write tables, report and account where a folder was given."""
    desk.findings(answer.findings, kept_in=out / FINDINGS if out else None)
    desk.print(answer.told.title)
    for sentence in answer.told.sentences:
        desk.print(sentence)
    for table in answer.told.tables:
        _show(desk, table)
    if out is not None:
        files = _files(desk, answer, out)
        write_folder(out, files, receipt=answer.receipt_name)
        desk.tell(WRITTEN, folder=out, files=", ".join(files))


def _show(desk: Desk, table: Listed) -> None:
    """A table, at a terminal its first rows; nothing of an empty one."""
    rows = table.rows[:SHOWN_AT_TERMINAL] if desk.out.is_terminal else table.rows
    if rows:
        desk.table(sheet_of(replace(table, rows=rows)))
    if left := len(table.rows) - len(rows):
        desk.say(MORE_ROWS, number=desk.number(left))


def _files(desk: Desk, answer: Answer, out: Path) -> Mapping[str, bytes]:
    """The tables, the findings, the report, and the account of them all."""
    receipt = Receipt(software(), answer.dataset_hash, answer.on, {"law": rules_hash()})
    files = {
        **answer.tables,
        FINDINGS: to_csv(FindingRow, finding_rows(answer.findings)),
        REPORT: page(answer.told, answer.findings, receipt, desk.words, synthetic=answer.synthetic).encode(),
    }
    told = {**answer.asked, **given_to(out, answer.on)}
    return with_account(f"law {answer.verb}", answer.receipt_name, receipt, files, answer.inputs, **told)
