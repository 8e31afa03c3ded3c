# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is known of each location for each group: every norm that it is asked, and what is done about its gaps."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Answer, Assessment, Improvement
from luwte.quality.answers import Heard, by_norm, hear
from luwte.quality.norm import WITHOUT_BAR, GapSeverity, Level, Norm
from luwte.quality.yardstick import Yardstick, yardstick

HEAVY = frozenset({GapSeverity.CRITICAL, GapSeverity.HIGH})


@dataclass(frozen=True)
class Assessed:
    """What is known of one location for one group on a day.

    `heard` holds every norm of level location that is asked there, in the order of the catalogue; `actions` are those
    agreed for the location, by norm.
    """

    location: Location
    group: PlaceGroup
    on: date
    heard: tuple[Heard, ...]
    actions: Mapping[str, Sequence[Improvement]] = field(default_factory=dict)
    measure: Yardstick = field(default_factory=yardstick)

    @cached_property
    def gates(self) -> tuple[Heard, ...]:
        """The gates that are asked, those that somebody found not to apply left out."""
        return tuple(one for one in self.heard if one.norm.is_gate and one.answer is not Answer.NOT_APPLICABLE)

    @cached_property
    def failed_gates(self) -> tuple[Heard, ...]:
        """The gates that are known not to be met."""
        return tuple(one for one in self.gates if one.failed)

    @cached_property
    def unanswered_gates(self) -> tuple[Heard, ...]:
        """The gates of which nobody knows, or on which those who know disagree."""
        return tuple(one for one in self.gates if not one.is_answered)

    @cached_property
    def below_floor(self) -> tuple[Heard, ...]:
        """The floor values that a measurement lies beyond."""
        return tuple(one for one in self.heard if one.norm.id in self.measure.floor and one.failed)

    @cached_property
    def heavy_gaps(self) -> tuple[Heard, ...]:
        """The gaps of severity critical or high, gates included."""
        gaps = (one for one in self.heard if one.answer in (Answer.NOT_MET, Answer.PARTLY))
        return tuple(one for one in gaps if one.norm.severity in HEAVY)

    @cached_property
    def met_share(self) -> Fraction | None:
        """The share of the weighted norms that apply which is met; what is unknown is not; `None` where none apply."""
        asked = [one for one in self.heard if one.norm.measure.rule not in WITHOUT_BAR]
        applying = [one for one in asked if one.answer is not Answer.NOT_APPLICABLE]
        whole = sum(self._weight(one) for one in applying)
        return sum((self._credit(one) * self._weight(one) for one in applying), Fraction(0)) / whole if whole else None

    def action_for(self, gap: Heard) -> Improvement | None:
        """The action that counts for a gap, if there is one: the one that is due first."""
        counting = [action for action in self.actions.get(gap.norm.id, ()) if self._counts(action, gap)]
        return min(counting, key=lambda action: action.due or action.done_on or date.max, default=None)

    def _counts(self, action: Improvement, gap: Heard) -> bool:
        """An owner and a day within the term; once done, until somebody looks again, and no longer than the term."""
        if not action.owner or action.due is None:
            return False
        term = self.measure.action_term
        if action.done_on is None or action.done_on > self.on:
            return self.on <= action.due <= self.on + term
        looked = gap.speaker.date if gap.speaker else date.min
        return looked <= action.done_on and self.on <= action.done_on + term

    def _weight(self, one: Heard) -> int:
        return self.measure.weights[one.norm.severity]

    def _credit(self, one: Heard) -> Fraction:
        if one.answer is Answer.PARTLY:
            return Fraction(0) if one.norm.is_gate else self.measure.partly
        return Fraction(one.answer is Answer.MET)


def assess(
    norms: Iterable[Norm],
    locations: Iterable[Location],
    answers: Iterable[Assessment],
    improvements: Iterable[Improvement],
    on: date,
    *,
    residents: Collection[tuple[str, PlaceGroup]] = (),
    measure: Yardstick | None = None,
) -> tuple[Assessed, ...]:
    """Each location and group for which it has places, or residents (`residents`, by location key), on a day.

    Answers given after the day do not count, and norms only while they hold. In the order of locations and groups.
    """
    measure = measure or yardstick()
    asked = [norm for norm in norms if norm.level is Level.LOCATION and norm.holds_on(on)]
    given = by_norm(answer for answer in answers if answer.date <= on)
    actions = _by_location(improvements)
    found = []
    for location in locations:
        for group in PlaceGroup:
            if not (has_places(location, group) or (location.key, group) in residents):
                continue
            heard = tuple(
                hear(norm, group, given.get((location.key, norm.id), ()), measure.trust)
                for norm in asked
                if group in norm.groups and _is_asked(norm, location, given, measure)
            )
            found.append(Assessed(location, group, on, heard, actions.get(location.key, {}), measure))
    return tuple(found)


def has_places(location: Location, group: PlaceGroup) -> bool:
    """Whether a location has places for a group; flexible places serve families and adults."""
    flexible = 0 if group is PlaceGroup.AMV else location.flexible_places
    return location.places_for(group) + flexible > 0


def _is_asked(
    norm: Norm, location: Location, given: Mapping[tuple[str, str], Sequence[Assessment]], measure: Yardstick
) -> bool:
    """Norms for this kind of location; a floor also where it was measured at another kind."""
    return measure.asks(norm, location.kind) or (norm.id in measure.floor and (location.key, norm.id) in given)


def _by_location(improvements: Iterable[Improvement]) -> Mapping[str, Mapping[str, Sequence[Improvement]]]:
    found: defaultdict[str, defaultdict[str, list[Improvement]]] = defaultdict(lambda: defaultdict(list))
    for action in improvements:
        found[action.location][action.indicator].append(action)
    return found
