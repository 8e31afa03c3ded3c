# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What it does to a plan when a person puts one household elsewhere: counted at once, without planning again.

Terms are of a household alone, or of the people at a location; so only this household and the two locations differ,
and the sums below are those that the recount of the whole plan finds.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from luwte.model.findings import Finding
from luwte.model.places import Location, PlaceGroup
from luwte.planning.recount import breaches
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.levels import THOUSANDTHS, terms_of_locations, terms_of_placed, terms_of_unplaced
from luwte.planning.recount.rules import amv_team, closing, group, needs, no_worse, only, registration
from luwte.planning.recount.rules_of_room import accessible, brought_over, brought_over_units, places, school, units
from luwte.planning.recount.situation import Situation

RULES_THERE: tuple[Callable[[Answer], Iterator[Finding]], ...] = (
    places, brought_over, units, brought_over_units, accessible, school, group, amv_team, needs, only, no_worse,
    closing, registration,
)  # fmt: skip
OF_THE_LOCATION = frozenset((breaches.PLACES, breaches.UNITS, breaches.ACCESSIBLE_PLACES, breaches.SCHOOL_PLACES))


@dataclass(frozen=True, slots=True)
class PutElsewhere:
    """A proposal in which a person chose another location."""

    household: str
    origin: str | None
    destination: str | None
    place_group: PlaceGroup | None
    action: str
    size: int
    minors: int
    terms: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What differs: by level and by term, in weighed persons; which rules it breaks; how many people are too many.

    `put` is the proposal as it would be. `over` counts the people of its group above the places of the location, those
    included who come there by the plan.
    """

    put: PutElsewhere
    levels: Mapping[int, Decimal]
    terms: Mapping[str, Decimal]
    broken: tuple[Finding, ...]
    over: int


def elsewhere(answer: Answer, household: str, to: str) -> Elsewhere:
    """Put a household at another open or planned location of the tables; the rest of the plan stays as it is."""
    situation = answer.situation
    at = situation.question.dataset.location[to]
    now = next(proposal for proposal in answer.proposals if proposal.household == household)
    takes = _whose_place(situation, household, at)
    action = "stay" if to == now.origin else "move" if now.origin else "new"
    then = PutElsewhere(household, now.origin, to, takes, action, now.size, now.minors, {})
    concerned = {key for key in (now.destination, to) if key is not None}
    nearby = [p for p in answer.proposals if p.destination in concerned and p.household != household]
    before, after = Answer(situation, (*nearby, now)), Answer(situation, (*nearby, then))
    terms = _terms(after, household)
    terms.subtract(_terms(before, household))
    exact = {name: Decimal(value) / THOUSANDTHS for name, value in terms.items() if value}
    return Elsewhere(
        put=then,
        levels=_by_level(situation, exact),
        terms=exact,
        broken=tuple(_broken(before, after, household, to)),
        over=after.after[to].over(at)[takes],
    )


def _whose_place(situation: Situation, household: str, at: Location) -> PlaceGroup:
    """Whose place the household takes: of who may choose, the one that is not yet crowded there."""
    record = situation.question.dataset.household[household]
    if at is situation.home.get(household):
        return situation.group_at_home(record, at)
    lawful = situation.groups_there(record, at)
    return PlaceGroup.AMV if PlaceGroup.AMV in lawful and at.amv_places else min(lawful - {PlaceGroup.AMV} or lawful)


def _terms(answer: Answer, household: str) -> Counter[str]:
    """Every term of the household, and those of the locations as far as the answer knows who lives there."""
    counted: Counter[str] = Counter(terms_of_locations(answer))
    placed = answer.destination.get(household)
    record = answer.situation.question.dataset.household[household]
    own = terms_of_placed(answer.situation, placed) if placed else terms_of_unplaced(answer.situation, record)
    counted.update(own)
    return counted


def _by_level(situation: Situation, terms: Mapping[str, Decimal]) -> Mapping[int, Decimal]:
    values = situation.question.values.term
    levels = dict.fromkeys(sorted({term.level for term in values.values()}), Decimal(0))
    for name, value in terms.items():
        levels[values[name].level] += value
    return levels


def _broken(before: Answer, after: Answer, household: str, to: str) -> Iterator[Finding]:
    """The rules that are broken for this household, or there, and would not be otherwise."""
    known = {(finding.kind, finding.subject) for rule in RULES_THERE for finding in rule(before)}
    for rule in RULES_THERE:
        for finding in rule(after):
            own = finding.subject == (to if finding.kind in OF_THE_LOCATION else household)
            if own and (finding.kind, finding.subject) not in known:
                yield finding
