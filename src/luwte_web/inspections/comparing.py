# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What changed since the last time, norm by norm, and what others say of the same beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from luwte.model.quality import Answer, Assessment
from luwte.quality.answers import BADNESS
from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Norm
from luwte_web.inspections.asked import Asked
from luwte_web.inspections.models import Given

TELLING = (Answer.MET, Answer.PARTLY, Answer.NOT_MET)


class Trend(StrEnum):
    """How an answer stands to that of the last time, by the same way of finding answers and about the same group."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    GONE = "gone"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Compared:
    """One norm: what each respondent says now, the worst of the last time, and what others said last in other ways."""

    norm: Norm
    now: tuple[Given, ...]
    before: Assessment | None
    trend: Trend
    others: tuple[Assessment, ...]


def compared(questions: Asked, given: Iterable[Given]) -> list[Compared]:
    """What was answered now or the last time, in the order of the catalogue."""
    of = questions.inspection
    now: defaultdict[str, list[Given]] = defaultdict(list)
    for one in given:
        if one.answer:
            now[one.norm].append(one)
    same = [one for one in questions.before if one.method is of.method and one.group is of.group]
    last_round = max((one.date for one in same), default=None)
    rows = []
    for norm in load_catalogue().norms:
        before = _worst_of_last([one for one in same if one.indicator == norm.id])
        was_asked = before is not None and before.date == last_round
        if norm.id in now or was_asked:
            said = tuple(now[norm.id])
            rows.append(Compared(norm, said, before, _trend(said, before), tuple(_others(questions, norm))))
    return rows


def trend(before: Answer | None, now: Answer | None) -> Trend:
    """How one answer stands to another; what is unknown or does not apply is neither better nor worse than anything."""
    if now is None:
        return Trend.GONE
    if before is None:
        return Trend.NEW
    if now is before:
        return Trend.SAME
    if now not in TELLING or before not in TELLING:
        return Trend.UNTOLD
    return Trend.BETTER if BADNESS[now] < BADNESS[before] else Trend.WORSE


def _trend(now: Sequence[Given], before: Assessment | None) -> Trend:
    worst = max((one.answer for one in now if one.answer), key=BADNESS.__getitem__, default=None)
    return trend(before.answer if before else None, worst)


def _worst_of_last(answers: Sequence[Assessment]) -> Assessment | None:
    last = max((one.date for one in answers), default=None)
    return max((one for one in answers if one.date == last), key=lambda one: BADNESS[one.answer], default=None)


def _others(questions: Asked, norm: Norm) -> Iterator[Assessment]:
    """The last word of each other way of finding answers, for the groups of the inspection."""
    seen = set()
    for heard in questions.heard(norm):
        for voice in heard.voices:
            for one in voice.answers:
                if one.method is not questions.inspection.method and one not in seen:
                    seen.add(one)
                    yield one
