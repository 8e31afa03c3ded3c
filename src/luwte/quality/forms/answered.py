# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One filled-in form read into answers: every cell judged as the table of answers judges it."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from luwte.data.cells import Value, parse_column
from luwte.data.checks import references
from luwte.data.rows import as_text
from luwte.data.schema import Column, Type, input_tables
from luwte.model.findings import Finding
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.quality.catalogue import Catalogue
from luwte.quality.forms import faults
from luwte.quality.forms.names import ANSWERS, PSEUDONYM, About, Part, is_measured, question
from luwte.quality.forms.submissions import Submission
from luwte.quality.norm import Kind, Level, Norm

VISIT = (About.LOCATION, About.GROUP, About.DATE, About.METHOD, About.ASSESSOR)


@dataclass
class Answered:
    """What one form says, and everything that is wrong with it."""

    answers: list[Assessment] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def questions_of(catalogue: Catalogue) -> Mapping[str, Norm]:
    """The norms that a form can ask about, by the name of their question."""
    return {question(norm.id): norm for norm in catalogue.norms if norm.level is Level.LOCATION}


def names_of(questions: Mapping[str, Norm]) -> frozenset[str]:
    """Every name that a form gives to a question."""
    of_norms = (question(norm.id, part) for norm in questions.values() for part in Part)
    return frozenset((*About, *of_norms))


def answered(submission: Submission, catalogue: Catalogue, locations: Collection[str], today: date) -> Answered:
    """The answers of a form that asked from a catalogue; none of them where something about the visit is wrong."""
    found = Answered()
    visit = {about.value: _cell(submission, about, _column(about), found) for about in VISIT}
    found.findings += _about_visit(submission, visit, locations, today)
    is_sound, questions = not found.findings, questions_of(catalogue)
    for norm in questions.values():
        said = _said(submission, norm, found)
        if said and is_sound:
            found.answers.append(_assessment(visit, norm, said))
    found.findings += _to_nothing(submission, names_of(questions), catalogue)
    return found


def _about_visit(
    submission: Submission, visit: Mapping[str, Any], locations: Collection[str], today: date
) -> Iterator[Finding]:
    location, day, assessor = visit[About.LOCATION], visit[About.DATE], visit[About.ASSESSOR]
    if location and location not in locations:
        params = {"table": "locations", "column": "location"}
        near = difflib.get_close_matches(location, locations, n=1, cutoff=0.8)
        kind = references.UNKNOWN_NEAR if near else references.UNKNOWN
        yield submission.finding(kind, About.LOCATION, **params, better="".join(near))
    if day and day > today:
        yield submission.finding(faults.FUTURE, About.DATE, today=today)
    if assessor and not re.fullmatch(PSEUDONYM, assessor):
        yield submission.discreet(faults.NO_PSEUDONYM, About.ASSESSOR)


def _said(submission: Submission, norm: Norm, found: Answered) -> Mapping[Part, Value]:
    """Answer, value and remark about one norm; nothing where it was left open or something is wrong with it."""
    names = {part: question(norm.id, part) for part in Part if part is not Part.VALUE or is_measured(norm)}
    filled = [name for name in names.values() if submission.text(name)]
    if filled and not submission.text(names[Part.ANSWER]):
        found.findings += [submission.discreet(faults.NO_ANSWER, name, norm=norm.id) for name in filled]
        return {}
    before = len(found.findings)
    said = (
        {part: _cell(submission, name, _of_norm(norm, part), found) for part, name in names.items()} if filled else {}
    )
    return said if len(found.findings) == before else {}


def _assessment(visit: Mapping[str, Any], norm: Norm, said: Mapping[Part, Any]) -> Assessment:
    value = said.get(Part.VALUE)
    return Assessment(
        location=visit[About.LOCATION],
        group=AssessedGroup(visit[About.GROUP]),
        indicator=norm.id,
        answer=Answer(said[Part.ANSWER]),
        date=visit[About.DATE],
        method=Method(visit[About.METHOD]),
        value=None if value is None else as_text(value),
        assessor=visit[About.ASSESSOR],
        note=said[Part.NOTE],
    )


def _to_nothing(submission: Submission, names: Collection[str], catalogue: Catalogue) -> Iterator[Finding]:
    """Answers to questions that the catalogue does not have."""
    for name, (_, text) in submission.cells.items():
        if text in ANSWERS and name not in names:
            yield submission.finding(faults.UNKNOWN_NORM, name, catalogue=f"{catalogue.id} {catalogue.version}")


def _cell(submission: Submission, name: str, column: Column, found: Answered) -> Value:
    values, wrong = parse_column(column, [submission.text(name)])
    found.findings += [submission.finding(fault.kind, name, **fault.params) for fault in wrong.values()]
    return values[0]


def _of_norm(norm: Norm, part: Part) -> Column:
    if part is not Part.VALUE:
        return _column(part)
    most = Decimal(100) if norm.measure.kind is Kind.PERCENTAGE else None
    return Column(name=part.value, type=Type.DECIMAL, en="", nl="", minimum=Decimal(0), maximum=most)


def _column(name: str) -> Column:
    """The column of the table of answers."""
    column = input_tables()["assessments"].column(name)
    assert column is not None  # noqa: S101 - a test holds the names of the form against the table
    return column
