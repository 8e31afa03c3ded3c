# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Findings as rows of findings.csv and back: codes and values, no words."""

import json
from collections.abc import Iterable
from functools import cache

from luwte.model.findings import Finding, FindingKind, Place, Severity
from luwte.planning.kinds import KINDS
from luwte.planning.outputs import FindingRow

SEVERITIES = list(Severity)


def finding_rows(findings: Iterable[Finding]) -> tuple[FindingRow, ...]:
    """Findings with the gravest first, otherwise in the order in which they were found."""
    ordered = sorted(findings, key=lambda finding: SEVERITIES.index(finding.kind.severity))
    return tuple(_row(finding) for finding in ordered)


def finding_of(row: FindingRow) -> Finding:
    """The finding of a row; a code from another version of the software stands for itself, without words."""
    kind = _kinds().get(row.code) or FindingKind(row.code, row.severity, what=row.code, mend="", norm=row.norm)
    place = Place(row.file, row.row, row.column, row.value) if row.file is not None else None
    return Finding(kind, row.subject, place, json.loads(row.params or "{}"))


def _row(finding: Finding) -> FindingRow:
    place = finding.place
    return FindingRow(
        severity=finding.kind.severity,
        subject=finding.subject,
        code=finding.kind.code,
        norm=finding.kind.norm,
        params=json.dumps(dict(finding.params), ensure_ascii=False, sort_keys=True) if finding.params else "",
        file=place.file if place else None,
        row=place.row if place else None,
        column=place.column if place else None,
        value=(place.value or None) if place else None,
    )


@cache
def _kinds() -> dict[str, FindingKind]:
    return {kind.code: kind for kind in KINDS}
