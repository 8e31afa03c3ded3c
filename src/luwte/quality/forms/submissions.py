# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What ODK Central and KoboToolbox export: one filled-in form to a row, its cells by the names of their questions."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from luwte.data.csv_files import read_csv
from luwte.data.raw import RawTable, at
from luwte.data.workbook import read_first_sheet
from luwte.model.findings import Finding, FindingKind
from luwte.quality.forms import faults
from luwte.quality.forms.names import ANSWERS, About, bare

# What the servers add to the answers, by the last part of the heading; KoboToolbox begins its own with an underscore.
OF_THE_SERVER = frozenset(
    {
        "KEY", "SubmissionDate", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
        "ReviewState", "DeviceID", "Edits", "FormVersion", "instanceID", "instanceName", "uuid", "how_to", "start",
        "end", "today", "deviceid",
    }
)  # fmt: skip
TURNED_DOWN = {"ReviewState": {"rejected"}, "_validation_status": {"validation_status_not_approved", "Not Approved"}}


@dataclass(frozen=True)
class Submission:
    """One filled-in form: where it stands, and its cells by question, each with the heading that it stands under."""

    file: str
    row: int
    cells: Mapping[str, tuple[str, str]]

    def text(self, name: str) -> str:
        """What stands under a question; nothing where it was not asked."""
        return self.cells.get(name, ("", ""))[1]

    def finding(self, kind: FindingKind, name: str, **params: object) -> Finding:
        """Something about a cell, with what stands in it."""
        header, text = self.cells.get(name, (name, ""))
        return at(kind, self.file, self.row, header, text, **params)

    def discreet(self, kind: FindingKind, name: str, **params: object) -> Finding:
        """The same without what stands there: free text, in which a person may be named."""
        return at(kind, self.file, self.row, self.cells.get(name, (name, ""))[0], None, **params)

    @property
    def is_turned_down(self) -> bool:
        """Whether somebody on the server looked at it and said no."""
        return any(self.text(name) in said for name, said in TURNED_DOWN.items())

    @property
    def place(self) -> str:
        """Where it stands, in one phrase."""
        return f"{self.file}:{self.row}"


def read_submissions(path: Path) -> tuple[list[Submission], list[Finding]]:
    """Every form in an export (CSV with commas or semicolons, or XLSX), and what is wrong with the file as a whole."""
    raw, findings = read_first_sheet(path) if path.suffix.lower() == ".xlsx" else read_csv(path, also=";")
    if raw is None:
        return [], findings
    names = [bare(header) for header in raw.header]
    findings += _of_header(raw, names)
    submissions = []
    for number, row in zip(raw.numbers, raw.rows, strict=True):
        texts = (cell.replace("\r\n", "\n").strip() for cell in row)
        cells = {name: (header, text) for name, header, text in zip(names, raw.header, texts, strict=True)}
        submissions.append(Submission(raw.file, number, cells))
    return submissions, findings


def not_read(submissions: Collection[Submission], names: Collection[str]) -> Iterator[Finding]:
    """The columns that hold something and are no question, once for each file; answers in them are told elsewhere."""
    told: set[tuple[str, str]] = set()
    for submission in submissions:
        for name, (header, text) in submission.cells.items():
            of_the_server = name.startswith("_") or name in OF_THE_SERVER
            unknown = name not in names and not of_the_server and text and text not in ANSWERS
            if unknown and (submission.file, header) not in told:
                told.add((submission.file, header))
                yield at(faults.NOT_READ, submission.file, 1, header, header)


def _of_header(raw: RawTable, names: list[str]) -> Iterator[Finding]:
    for about in About:
        if about not in names:
            yield at(faults.NO_QUESTION, raw.file, 1, about.value, None, name=about.value)
    for name in dict.fromkeys(names):
        if name and names.count(name) > 1 and name not in OF_THE_SERVER:
            yield at(faults.TWICE, raw.file, 1, name, name, name=name)
