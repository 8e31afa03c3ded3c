# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Findings: what was noticed, where in the input, and what to do; words are made at the doors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the computation, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One sort of finding; defined beside the check that raises it.

    `what` and `mend` are English templates with `{named}` parameters, marked for translation with `N_`;
    `norm` names the article or norm where one applies; `codes` what codes in a parameter are called.
    """

    code: str
    severity: Severity
    what: str
    mend: str
    norm: str | None = None
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input: file, row (the header is row 1), column and the value that stood there."""

    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed. `subject` is the key of what it is about (household, location, municipality)."""

    kind: FindingKind
    subject: str = ""
    place: Place | None = None
    params: Mapping[str, str] = field(default_factory=dict)


class InputRefused(Exception):  # noqa: N818 - the word users meet
    """The input has errors: nothing was computed. Carries all findings, warnings included."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings
