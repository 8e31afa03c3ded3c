# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One norm at one location, as people read it: what counts and why, who said what, and what is done about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.model.quality import Answer, Assessment, Improvement
from luwte.quality.answers import Heard
from luwte.quality.assess import Assessed
from luwte.quality.norm import Norm
from luwte.quality.participation import TableAnswer
from luwte.words import N_
from luwte_web.pages.norms.screens import to_norm
from luwte_web.pages.norms.unmet import FROM_TABLES, IN_DOUBT
from luwte_web.pages.reader import Reader
from luwte_web.pages.triage.sentences import why_it_counts

TONES = {Answer.MET: "good", Answer.PARTLY: "fair", Answer.NOT_MET: "bad", Answer.UNKNOWN: "open"}
NOBODY_OWNS, NO_COST = N_("nobody yet"), N_("not known")
LATE, DONE, TOO_LATE = N_("late"), N_("done, to be looked at again"), N_("later than twelve weeks")


@dataclass(frozen=True, slots=True)
class Line:
    """What one person or paper said: who, on which day, what, and the value; `why` where the tables say it."""

    who: str
    day: str
    answer: str
    tone: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is agreed about a gap; `standing` says whether it is late, done, or comes too late to count."""

    what: str
    owner: str
    due: str
    cost: str
    standing: str
    tone: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """One norm with everything that is known of it."""

    norm: Norm
    title: str
    link: str
    answer: str
    tone: str
    why: str
    differ: bool
    lines: Sequence[Line]
    deeds: Sequence[Deed]


def spoken(reader: Reader, assessed: Assessed, heard: Heard, tables: Mapping[str, TableAnswer]) -> Spoken:
    """One norm for one group; `tables` has what the tables of the registry say of each norm."""
    norm, doubtful = heard.norm, bool(heard.doubts) and not heard.is_answered
    return Spoken(
        norm,
        norm.title[reader.language],
        to_norm(norm),
        reader.text(IN_DOUBT) if doubtful else reader.name(heard.answer),
        "bad" if heard.failed else TONES.get(heard.answer, ""),
        why_it_counts(reader, heard),
        heard.disagreement,
        list(_lines(reader, heard, tables.get(norm.id))),
        [_deed(reader, assessed, action) for action in assessed.actions.get(norm.id, ())],
    )


def _lines(reader: Reader, heard: Heard, derived: TableAnswer | None) -> Iterator[Line]:
    """Every answer that stands, the most trusted first; what the tables say also where it does not count."""
    told = [given for voice in heard.voices for given in voice.answers]
    for given in told:
        yield _line(reader, given, derived if derived and given == derived.assessment else None)
    if derived and derived.assessment not in told and derived.assessment.answer is not Answer.UNKNOWN:
        yield _line(reader, derived.assessment, derived)


def _line(reader: Reader, given: Assessment, derived: TableAnswer | None) -> Line:
    method = reader.text(FROM_TABLES) if derived else reader.name(given.method)
    value = f" ({given.value})" if given.value else ""
    return Line(
        f"{method}, {given.assessor}" if given.assessor else method,
        reader.day(given.date),
        reader.name(given.answer) + value,
        TONES.get(given.answer, ""),
        reader.text(derived.why, **_written(reader, derived.params)) if derived else "",
    )


def _written(reader: Reader, params: Mapping[str, object]) -> Mapping[str, object]:
    """What fills in a sentence, days written out."""
    return {name: reader.day(value) if isinstance(value, date) else value for name, value in params.items()}


def _deed(reader: Reader, assessed: Assessed, action: Improvement) -> Deed:
    standing, tone = _standing(assessed, action)
    return Deed(
        action.action,
        reader.owner(action.owner) if action.owner else reader.text(NOBODY_OWNS),
        reader.day(action.due),
        reader.text(NO_COST) if action.cost is None else f"€ {reader.weight(action.cost)}",
        reader.text(standing) if standing else "",
        tone,
    )


def _standing(assessed: Assessed, action: Improvement) -> tuple[str, str]:
    """Whether an action is done, late, or planned after the term in which it counts."""
    if action.done_on is not None and action.done_on <= assessed.on:
        return DONE, "fair"
    if action.due is not None and action.due < assessed.on:
        return LATE, "bad"
    if action.due is not None and action.due > assessed.on + assessed.measure.action_term:
        return TOO_LATE, "open"
    return "", ""
