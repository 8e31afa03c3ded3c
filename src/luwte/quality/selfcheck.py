# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a municipality says of itself norm by norm: now, the time before, and what is agreed about a gap.

Whoever answers is a role of the municipality itself, so nobody is believed before another: of the newest day the worst
answer counts, and all stand side by side. A measured value beyond the bar is a gap, whatever was answered.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from luwte.model.quality import Answer, SelfCheck
from luwte.quality.answers import BADNESS, misses_bar
from luwte.quality.assess import HEAVY
from luwte.quality.norm import Norm

GAPS = (Answer.NOT_MET, Answer.PARTLY)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one norm on one day by all who answered then, and what counts of it."""

    date: date
    answer: Answer
    answers: tuple[SelfCheck, ...]

    @property
    def differ(self) -> bool:
        """Whether two who could tell do not say the same."""
        return len({one.answer for one in self.answers} - {Answer.UNKNOWN}) > 1


@dataclass(frozen=True, slots=True)
class Checked:
    """One norm: what was said last and the time before, and the action that is agreed about the gap, if one is."""

    norm: Norm
    now: Said | None = None
    before: Said | None = None
    agreed: SelfCheck | None = None

    @property
    def answer(self) -> Answer:
        """What counts; unknown where nobody answered."""
        return self.now.answer if self.now else Answer.UNKNOWN

    @property
    def is_gap(self) -> bool:
        """Whether the norm is known to be missed, in part or whole."""
        return self.answer in GAPS

    @property
    def lacks_action(self) -> bool:
        """Whether it is a gap that weighs heavily, and nothing is agreed about it."""
        return self.is_gap and self.norm.severity in HEAVY and self.agreed is None

    def is_late(self, on: date) -> bool:
        """Whether what is agreed should have been done before a day."""
        return self.agreed is not None and self.agreed.due is not None and self.agreed.due < on

    def is_in_time(self, term: timedelta) -> bool:
        """Whether what is agreed is done within the term after it was agreed; always so for gaps that weigh less."""
        agreed = self.agreed
        if agreed is None or agreed.due is None or self.norm.severity not in HEAVY:
            return True
        return agreed.due <= agreed.date + term


def checked(norms: Iterable[Norm], answers: Iterable[SelfCheck], on: date) -> list[Checked]:
    """What one municipality said up to a day, in the order of the norms; answers about other norms are left out."""
    by_norm: defaultdict[str, list[SelfCheck]] = defaultdict(list)
    for one in answers:
        if one.date <= on:
            by_norm[one.indicator].append(one)
    return [_checked(norm, by_norm[norm.id]) for norm in norms]


def _checked(norm: Norm, answers: Sequence[SelfCheck]) -> Checked:
    now, before = [*(_said(norm, answers, day) for day in _days(answers)[:2]), None, None][:2]
    if now is None or now.answer not in GAPS:
        return Checked(norm, now, before)
    return Checked(norm, now, before, _agreed(answers, now.date))


def _days(answers: Sequence[SelfCheck]) -> list[date]:
    return sorted({one.date for one in answers}, reverse=True)


def _said(norm: Norm, answers: Sequence[SelfCheck], day: date) -> Said:
    of_day = tuple(sorted((one for one in answers if one.date == day), key=lambda one: one.respondent))
    told = [one.answer for one in of_day if one.answer is not Answer.UNKNOWN]
    worst = max(told, key=BADNESS.__getitem__, default=Answer.UNKNOWN)
    beyond = worst is not Answer.UNKNOWN and any(misses_bar(norm, one.value) for one in of_day)
    return Said(day, Answer.NOT_MET if beyond else worst, of_day)


def _agreed(answers: Sequence[SelfCheck], on: date) -> SelfCheck | None:
    """The newest action that was agreed; one agreed an earlier time goes on while its day was not over then."""
    agreed = [one for one in answers if one.action and one.due and (one.date == on or one.due >= on)]
    return max(agreed, key=lambda one: (one.date, one.due or on, one.respondent), default=None)
