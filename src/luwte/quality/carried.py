# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What answers given under one catalogue say under another: as much as is sure, and never more.

Nothing is lost: every answer comes back, under each norm that it says something about, or as one that stands alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.quality import Answer, Assessment
from luwte.quality.catalogue import Catalogue, Match
from luwte.quality.norm import Norm, measured
from luwte.words import N_

STANDS_ALONE = FindingKind(
    "quality.answer_stands_alone",
    Severity.WARNING,
    N_("Answers about {norm} ({number}): the catalogue {catalogue} has no such norm and none that is mapped on it."),
    N_("They are kept and count for nothing; add a line to the mapping of the catalogue if a norm asks the like."),
)
ASK_AGAIN = FindingKind(
    "quality.answer_ask_again",
    Severity.NOTE,
    N_("Answers about {norm} ({number}) do not tell whether {theirs} is met: what is asked there differs ({match})."),
    N_("Ask again under {theirs}; until then it counts as unknown."),
)
KINDS = (STANDS_ALONE, ASK_AGAIN)

# What an answer under ours is worth under theirs; what is not listed is unknown. A gap under ours is a gap under what
# is stricter; what is met under ours is met under what is weaker.
FOLLOWS: Mapping[Match, Mapping[Answer, Answer]] = {
    Match.SAME: {answer: answer for answer in Answer},
    Match.STRICTER: {
        Answer.NOT_MET: Answer.NOT_MET,
        Answer.PARTLY: Answer.PARTLY,
        Answer.NOT_APPLICABLE: Answer.NOT_APPLICABLE,
    },
    Match.WEAKER: {Answer.MET: Answer.MET, Answer.NOT_APPLICABLE: Answer.NOT_APPLICABLE},
    Match.PART: {},
}


@dataclass(frozen=True, slots=True)
class Carried:
    """One answer under a norm of another catalogue: `given` is what was said, `counts` what it is worth there."""

    given: Assessment
    norm: Norm
    match: Match
    answer: Answer

    @property
    def counts(self) -> Assessment:
        """The answer as it counts; who gave it, when and how stay as they were."""
        return replace(self.given, indicator=self.norm.id, answer=self.answer)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """All answers under another catalogue; `alone` are those that say nothing there, and stay as they were given."""

    carried: tuple[Carried, ...]
    alone: tuple[Assessment, ...]
    findings: tuple[Finding, ...]

    @property
    def answers(self) -> tuple[Assessment, ...]:
        """What to assess under the other catalogue."""
        return tuple(one.counts for one in self.carried)


def carry_over(answers: Iterable[Assessment], catalogue: Catalogue) -> CarriedOver:
    """Read answers under a catalogue: by their own id where it has that norm, else by its mapping."""
    theirs = _theirs(catalogue)
    carried: list[Carried] = []
    alone: list[Assessment] = []
    for given in answers:
        readings = [Carried(given, norm, match, _worth(given, norm, match)) for norm, match in theirs[given.indicator]]
        carried.extend(readings)
        if not readings:
            alone.append(given)
    return CarriedOver(tuple(carried), tuple(alone), (*_told_alone(alone, catalogue), *_told_again(carried)))


def _theirs(catalogue: Catalogue) -> Mapping[str, list[tuple[Norm, Match]]]:
    """The norms of a catalogue by the id under which answers to them were given."""
    found: defaultdict[str, list[tuple[Norm, Match]]] = defaultdict(list)
    for norm in catalogue.norms:
        found[norm.id].append((norm, Match.SAME))
    for line in catalogue.mapping:
        if line.ours is not None and line.ours != line.theirs:
            found[line.ours].append((catalogue[line.theirs], line.match))
    return found


def _worth(given: Assessment, norm: Norm, match: Match) -> Answer:
    """A measured value is held against the bar of the norm itself; without one only what follows is sure."""
    if match is Match.PART:
        return Answer.UNKNOWN
    number = measured(given.value)
    is_met = norm.measure.is_met_by(number) if number is not None and match is not Match.SAME else None
    if is_met is None or given.answer in (Answer.UNKNOWN, Answer.NOT_APPLICABLE):
        return FOLLOWS[match].get(given.answer, Answer.UNKNOWN)
    return Answer.MET if is_met else Answer.NOT_MET


def _told_alone(alone: Iterable[Assessment], catalogue: Catalogue) -> Iterator[Finding]:
    for norm, number in Counter(given.indicator for given in alone).items():
        params = {"norm": norm, "number": str(number), "catalogue": catalogue.id}
        yield Finding(STANDS_ALONE, subject=norm, params=params)


def _told_again(carried: Iterable[Carried]) -> Iterator[Finding]:
    lost = (one for one in carried if one.answer is Answer.UNKNOWN is not one.given.answer)
    times = Counter((one.given.indicator, one.norm.id, one.match) for one in lost)
    for (norm, theirs, match), number in times.items():
        params = {"norm": norm, "theirs": theirs, "match": match, "number": str(number)}
        yield Finding(ASK_AGAIN, subject=norm, params=params)
