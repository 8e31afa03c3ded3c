# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which of several answers about one norm counts: respondents stay side by side, and doubt never counts as met.

How it is decided, and why, stands in docs/decisions/0020.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.quality.norm import Norm, measured

BADNESS = {Answer.MET: 0, Answer.NOT_APPLICABLE: 0, Answer.PARTLY: 1, Answer.UNKNOWN: 2, Answer.NOT_MET: 3}
IN_DOUBT = {Answer.MET: Answer.UNKNOWN, Answer.NOT_APPLICABLE: Answer.UNKNOWN, Answer.PARTLY: Answer.NOT_MET}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one way of finding answers says last: `answers` that stand side by side, the worst of which it says."""

    method: Method
    date: date
    says: Answer
    answers: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of one norm for one group at one location.

    `answer` is what counts; `speaker` says it, `None` where nobody answered. `doubts` are the voices because of which
    what is said to be met counts as unknown, and what is said to be partly met as not met. `beyond_bar`: a value was
    measured that misses the bar of the norm.
    """

    norm: Norm
    answer: Answer = Answer.UNKNOWN
    speaker: Voice | None = None
    voices: tuple[Voice, ...] = ()
    doubts: tuple[Voice, ...] = ()
    beyond_bar: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether something is known."""
        return self.answer is not Answer.UNKNOWN

    @property
    def disagreement(self) -> bool:
        """Whether two who answered do not say the same; who said `unknown` did not answer."""
        answers = (given.answer for voice in self.voices for given in voice.answers)
        return len({answer for answer in answers if answer is not Answer.UNKNOWN}) > 1

    @property
    def failed(self) -> bool:
        """Whether the norm is known not to be met; a gate that is partly met is not met."""
        return self.answer is Answer.NOT_MET or (self.norm.is_gate and self.answer is Answer.PARTLY)


def hear(norm: Norm, group: PlaceGroup, answers: Iterable[Assessment], trust: Sequence[Method]) -> Heard:
    """What counts for one norm and group, of the answers of one location about that norm up to the day.

    `trust` has the methods in the order in which they are believed.
    """
    voices = _voices(group, answers, trust)
    spoken = [voice for voice in voices if voice.says is not Answer.UNKNOWN]
    if not spoken:
        return Heard(norm, voices=voices)
    speaker = spoken[0]
    beyond = any(misses_bar(norm, given.value) for given in speaker.answers)
    says = Answer.NOT_MET if beyond else speaker.says
    doubts = tuple(voice for voice in voices if _puts_in_doubt(voice, speaker, says, trust))
    return Heard(norm, IN_DOUBT[says] if doubts else says, speaker, voices, doubts, beyond)


def misses_bar(norm: Norm, value: str | None) -> bool:
    """Whether a measured value lies beyond the bar of a norm; a value that is no number says nothing."""
    number = measured(value)
    return number is not None and norm.measure.is_met_by(number) is False


def by_norm(answers: Iterable[Assessment]) -> Mapping[tuple[str, str], Sequence[Assessment]]:
    """Answers by location and norm."""
    found: defaultdict[tuple[str, str], list[Assessment]] = defaultdict(list)
    for answer in answers:
        found[answer.location, answer.indicator].append(answer)
    return found


def _voices(group: PlaceGroup, answers: Iterable[Assessment], trust: Sequence[Method]) -> tuple[Voice, ...]:
    """The newest word of each method, the most trusted first."""
    by_method: defaultdict[Method, list[Assessment]] = defaultdict(list)
    for answer in answers:
        if answer.group in (AssessedGroup.ALL, AssessedGroup(group.value)):
            by_method[answer.method].append(answer)
    return tuple(_voice(method, by_method[method]) for method in trust if method in by_method)


def _voice(method: Method, answers: Sequence[Assessment]) -> Voice:
    """The newest of the group's own answers, else of those for all; a newer word for all stands beside an own one."""
    own = _newest([answer for answer in answers if answer.group is not AssessedGroup.ALL])
    for_all = _newest([answer for answer in answers if answer.group is AssessedGroup.ALL])
    if own and for_all and for_all[0].date <= own[0].date:
        for_all = []
    standing = sorted([*own, *for_all], key=_place_among_others)
    says = max((given.answer for given in standing), key=BADNESS.__getitem__)
    return Voice(method, standing[-1].date, says, tuple(standing))


def _newest(answers: Sequence[Assessment]) -> list[Assessment]:
    last = max((answer.date for answer in answers), default=None)
    return [answer for answer in answers if answer.date == last]


def _place_among_others(given: Assessment) -> tuple[date, str, int, str, str, str, str]:
    """Where an answer stands beside others: by all that it says, so that the order of the tables does not matter."""
    who, value, note = given.assessor or "", given.value or "", given.note or ""
    return given.date, who, BADNESS[given.answer], given.answer, given.group, value, note


def _puts_in_doubt(voice: Voice, speaker: Voice, says: Answer, trust: Sequence[Method]) -> bool:
    """Whether a voice keeps a favourable answer of the speaker from counting: it is worse, and was not looked into.

    Who is trusted more and did not know, blocks what was said no later. Who is trusted less, and says worse, was looked
    into by a speaker who came no earlier; children only by a visit made after they spoke.
    """
    if voice is speaker or BADNESS[voice.says] <= BADNESS[says] or says is Answer.NOT_MET:
        return False
    if trust.index(voice.method) < trust.index(speaker.method):
        return voice.date >= speaker.date
    if voice.says is Answer.UNKNOWN:
        return False
    if voice.method is Method.CHILD_SURVEY:
        return not (speaker.method is Method.VISIT and speaker.date > voice.date)
    return voice.date > speaker.date
