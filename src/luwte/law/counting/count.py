# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Count the places that are deducted from a province's number (Act 2(3)), and those that are there and durable."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from luwte.law.counting.durable import FiveYearsFrom, not_durable
from luwte.law.counting.places import MINIMUM, Candidate, Nature, Places, is_there, of_locations, of_offers
from luwte.law.counting.verdicts import MEANINGS, Reason, Verdict
from luwte.model.periods import months_later
from luwte.model.places import Location
from luwte.model.pledges import Offer

MONTHS_AHEAD = 12  # Act 2(3): within the next twelve months; read as: through the same day a year later
UNSURE = frozenset(reason for reason, meaning in MEANINGS.items() if meaning.verdict is Verdict.UNKNOWN)


@dataclass(frozen=True)
class Counting:
    """All places with their verdicts, of a day; `reading` is from which day the five years run."""

    on: date
    reading: FiveYearsFrom
    places: tuple[Places, ...]

    @cached_property
    def by_municipality(self) -> Mapping[str, Mapping[Verdict, int]]:
        """Places of each verdict by municipality code; a municipality without any is not in it."""
        found: dict[str, dict[Verdict, int]] = {}
        for one in self.places:
            counts = found.setdefault(one.candidate.municipality, dict.fromkeys(Verdict, 0))
            counts[one.verdict] += one.candidate.places
        return found

    def sum(self, verdict: Verdict) -> int:
        """All places of a verdict."""
        return sum(one.candidate.places for one in self.places if one.verdict is verdict)


def count(
    locations: Iterable[Location],
    offers: Iterable[Offer],
    on: date,
    *,
    reading: FiveYearsFrom = FiveYearsFrom.OPENING,
) -> Counting:
    """What is deducted on a day (Act 2(3)): durable, there or coming within twelve months, and enough in number."""
    sites, promised = tuple(locations), tuple(offers)
    candidates = [*of_locations(sites, promised, on), *of_offers(promised, sites)]
    return _counting(candidates, on, reading, until=months_later(on, MONTHS_AHEAD))


def count_realised(
    locations: Iterable[Location],
    offers: Iterable[Offer],
    on: date,
    *,
    reading: FiveYearsFrom = FiveYearsFrom.OPENING,
) -> Counting:
    """What is there on a day and durable: places of open locations alone; offers only tell until when they last."""
    candidates = [one for one in of_locations(locations, tuple(offers), on) if is_there(one, on)]
    return _counting(candidates, on, reading, until=on)


def _counting(candidates: Sequence[Candidate], on: date, reading: FiveYearsFrom, *, until: date) -> Counting:
    alone = [(one, _alone(one, on, reading, until)) for one in candidates]
    return Counting(on, reading, tuple(_together(alone, on)))


def _alone(one: Candidate, on: date, reading: FiveYearsFrom, until: date) -> Reason | None:
    """Why these places do not count, or not surely, before their number is looked at; `None` where nothing is wrong."""
    term = one.term
    if one.told is not None and MEANINGS[one.told].verdict is Verdict.NO:
        return one.told
    if term.until is not None and term.until <= on:
        return Reason.CLOSED
    if term.since is not None and term.since > until:
        return Reason.TOO_LATE
    short = not_durable(term, on, reading)
    return short if short is Reason.TOO_SHORT else one.told or short


def _together(alone: Sequence[tuple[Candidate, Reason | None]], on: date) -> Iterator[Places]:
    """Decree 3.1: durable places count from a minimum, which may be spread over facilities of the municipality."""
    sure: Counter[tuple[str, Nature]] = Counter()
    unsure: Counter[tuple[str, Nature]] = Counter()
    for one, reason in alone:
        if reason is None or reason in UNSURE:
            (sure if reason is None else unsure)[one.municipality, one.nature] += one.places
    for one, reason in alone:
        sort = (one.municipality, one.nature)
        yield Places(one, _of_number(one, reason, sure[sort], unsure[sort], on))


def _of_number(one: Candidate, reason: Reason | None, sure: int, unsure: int, on: date) -> Reason:
    if reason is not None and reason not in UNSURE:
        return reason
    minimum = MINIMUM[one.nature]
    if sure + unsure < minimum:
        return Reason.BELOW_MINIMUM
    if reason is not None:
        return reason
    if sure < minimum:
        return Reason.MINIMUM_UNSURE
    return Reason.COUNTS if is_there(one, on) else Reason.COMING
