# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Bring the national tables up to date: ask everything, then check everything; one fault, and there is no answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from luwte.data.refresh import asylum, outlines
from luwte.data.refresh import changes as differences
from luwte.data.refresh.answers import Answers
from luwte.data.refresh.asylum import MonthOfRequests
from luwte.data.refresh.changes import Change, Editions
from luwte.data.refresh.contract import Contract
from luwte.data.refresh.country import Country, country
from luwte.data.refresh.odata import Fetched, fetch
from luwte.data.refresh.outlines import Shapes
from luwte.data.refresh.scores import never_older
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.model.geography import Municipality
from luwte.model.progress import Progress, silent
from luwte.words import N_

ASKING = N_("Asking CBS and PDOK")
SHAPES = "boundaries"


@dataclass(frozen=True)
class Known:
    """What is in use before a refresh, and which edition it is."""

    municipalities: Sequence[Municipality]
    editions: Editions
    receipt: str = ""


@dataclass(frozen=True)
class Refreshed:
    """Sound national tables: nothing in them is older than what was known, or unknown in silence."""

    country: Country
    months: Sequence[MonthOfRequests]
    shapes: Shapes
    fetched: Mapping[str, Fetched]
    editions: Editions
    before: Known
    changes: Sequence[Change]
    findings: Sequence[Finding]


def refresh(
    answers: Answers,
    contract: Contract,
    known: Known,
    *,
    others_allowed: bool = False,
    progress: Progress = silent,
) -> Refreshed:
    """Ask all tables and check them; raises InputRefused with everything that is wrong, and then nothing was made.

    `others_allowed`: a person has seen that the municipalities are others than those known.
    """
    fetched, shapes = _ask(answers, contract, progress)
    findings: list[Finding] = []
    found = country(
        fetched["regions"],
        fetched["inhabitants"],
        fetched["scores"],
        known.municipalities,
        others_allowed=others_allowed,
        findings=findings,
    )
    never_older(fetched["scores"], known.editions.scores_of, found.scores_of, findings)
    months = asylum.requests(fetched["requests"], findings)
    editions = Editions(found.day, found.scores_of, months[-1].month if months else "")
    asylum.never_older(fetched["requests"], known.editions.requests_to, editions.requests_to, findings)
    outlines.check_shapes(shapes, (one.code for one in found.municipalities), findings)
    if any(finding.kind.severity is Severity.ERROR for finding in findings):
        raise InputRefused(tuple(findings))
    changed = differences.changes(known.municipalities, known.editions, found.municipalities, editions)
    return Refreshed(found, months, shapes, fetched, editions, known, changed, tuple(findings))


def _ask(answers: Answers, contract: Contract, progress: Progress) -> tuple[Mapping[str, Fetched], Shapes]:
    """Every table, also after one that does not come, so that all that is wrong is told at once."""
    jobs: dict[str, Callable[[], Any]] = {
        name: partial(fetch, table, contract, answers) for name, table in contract.tables.items()
    }
    jobs[SHAPES] = partial(outlines.fetch_shapes, contract, answers)
    came: dict[str, Any] = {}
    findings: list[Finding] = []
    for done, (name, job) in enumerate(jobs.items()):
        progress(ASKING, done / len(jobs))
        try:
            came[name] = job()
        except InputRefused as refused:
            findings += refused.findings
    if findings:
        raise InputRefused(tuple(findings))
    shapes: Shapes = came.pop(SHAPES)
    return came, shapes
