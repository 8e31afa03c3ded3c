# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The gates of level child, answered from the tables: terms, the place where a child lives, and since when.

They are findings about the child and never turn the layer of a location. An answer is only as sure as the tables: where
these hold no day or no reason, the answer is unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup
from luwte.model.places import EMERGENCY_KINDS, Location, LocationKind, PlaceGroup, StatedFitness
from luwte.model.quality import Answer
from luwte.quality.clocks import Standing
from luwte.quality.terms import Child, Term, children_of, terms_of

ALLOWED_FORM, SCREENED_BEFORE, NEEDS_MET = "GUA-006", "HEA-005", "EME-009"
OF_TERMS: Mapping[Standing, Answer] = {
    Standing.MET: Answer.MET,
    Standing.LATE: Answer.NOT_MET,
    Standing.OVERDUE: Answer.NOT_MET,
    Standing.SOON: Answer.NOT_APPLICABLE,
    Standing.RUNNING: Answer.NOT_APPLICABLE,
    Standing.UNKNOWN: Answer.UNKNOWN,
    Standing.NOT_APPLICABLE: Answer.NOT_APPLICABLE,
}
OF_STATED: Mapping[StatedFitness, Answer] = {
    StatedFitness.YES: Answer.MET,
    StatedFitness.NO: Answer.NOT_MET,
    StatedFitness.UNKNOWN: Answer.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class ChildAnswer:
    """How one gate is met for one child; `term` where a term tells it, `lacking` the needs that the place lacks.

    A term that still runs is not applicable: nobody can tell yet.
    """

    norm: str
    child: Child
    answer: Answer
    term: Term | None = None
    lacking: frozenset[str] = frozenset()


def child_answers(dataset: Dataset, on: date) -> Iterator[ChildAnswer]:
    """Every gate of level child for every child, child by child."""
    for child in children_of(dataset, on):
        for term in terms_of(child, on):
            if term.clock.answers:
                yield ChildAnswer(term.clock.answers, child, OF_TERMS[term.standing], term)
        place = dataset.location[child.location] if child.location else None
        yield ChildAnswer(ALLOWED_FORM, child, _allowed_form(child, place))
        yield ChildAnswer(SCREENED_BEFORE, child, _screened_before(child))
        lacking = _lacking(dataset.household[child.household].needs, place)
        yield ChildAnswer(NEEDS_MET, child, _needs_met(child, lacking), lacking=lacking)


def _allowed_form(child: Child, place: Location | None) -> Answer:
    """Who came alone lives at a site for them, with a team of their own, or where a person stated that it is fit."""
    if child.group is not HouseholdGroup.AMV or place is None:
        return Answer.NOT_APPLICABLE
    if stated := place.stated_fitness(PlaceGroup.AMV):
        return OF_STATED[stated]
    if place.kind in EMERGENCY_KINDS or not place.amv_places:
        return Answer.NOT_MET
    return Answer.MET if place.kind is LocationKind.AMV_SITE or place.own_amv_team else Answer.UNKNOWN


def _screened_before(child: Child) -> Answer:
    """The tables hold no day of a screening: only an intake before the emergency shows that there was one."""
    if child.lives_at not in EMERGENCY_KINDS:
        return Answer.NOT_APPLICABLE
    since, intake = child.unbroken_since(EMERGENCY_KINDS), child.health_intake_on
    return Answer.MET if since and intake and intake <= since else Answer.UNKNOWN


def _needs_met(child: Child, lacking: frozenset[str]) -> Answer:
    """A need that the place lacks is not met; that all are met asks for written reasons, which the tables lack."""
    if child.lives_at not in EMERGENCY_KINDS:
        return Answer.NOT_APPLICABLE
    return Answer.NOT_MET if lacking else Answer.UNKNOWN


def _lacking(needs: frozenset[str], place: Location | None) -> frozenset[str]:
    return needs - place.meets if place else frozenset()
