# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which locations were assessed, what was answered there, what is done about gaps, and what people state of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from luwte.data.example.assumptions import Assumptions, Norms, QualityFigures, Standing, Stated
from luwte.data.example.dice import Dice
from luwte.data.example.profiles import Sector
from luwte.data.example.sites import Site
from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement, Method

GAPS = (Answer.PARTLY, Answer.NOT_MET)
STATEMENTS = ("term_long_enough", "permit_feasible", "regional_support")
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Visit:
    """One assessment of a location: how it stands, and who answered when."""

    location: Location
    sector: Sector
    groups: frozenset[PlaceGroup]
    standing: Standing
    day: date
    method: Method
    assessor: str


def visits_of(assumed: Assumptions, seed: int, locations: Sequence[Location], sites: Sequence[Site]) -> list[Visit]:
    """The locations that were assessed; `locations` stand in the order of their sites."""
    dice, figures = Dice(seed, "assessments"), assumed.quality
    visits = []
    for site, location in zip(sites, locations, strict=True):
        if not (dice.happens(figures.assessed[site.sector]) and site.is_open):
            continue
        visits.append(
            Visit(
                location=location,
                sector=site.sector,
                groups=frozenset(group for group in PlaceGroup if site.residents.get(group)),
                standing=dice.draw(figures.standing[site.sector]),
                day=assumed.calendar.reference_date - timedelta(days=dice.number(figures.assessed_days_ago)),
                method=dice.draw(figures.methods),
                assessor=f"B{dice.number((1, figures.assessors)):02d}",
            )
        )
    return visits


def assessment_records(assumed: Assumptions, seed: int, visits: Sequence[Visit]) -> list[Assessment]:
    """Answers to every norm that is asked there, for the groups that live there, and at some what was said before."""
    dice, figures = Dice(seed, "answers"), assumed.quality
    answers: list[Assessment] = []
    for visit in visits:
        gates, others = _asked(figures, visit)
        answers += _before(figures, visit, gates, dice)
        for norms, weights in ((gates, figures.gate_answers), (others, figures.other_answers)):
            says = dice.draws(len(norms), weights[visit.standing])
            answers += [_answer(figures, visit, *about, answer) for about, answer in zip(norms, says, strict=True)]
    return answers


def improvement_records(
    assumed: Assumptions, seed: int, visits: Sequence[Visit], answers: Sequence[Assessment]
) -> list[Improvement]:
    """An action with owner and day for most gaps, by how the location stands; no action makes another building."""
    dice, figures = Dice(seed, "improvements"), assumed.quality
    standing = {visit.location.key: visit.standing for visit in visits}
    improvements = {}
    for answer in answers:
        how = standing[answer.location]
        can_mend = answer.answer in GAPS and answer.indicator not in figures.failed_by_building
        if can_mend and dice.happens(figures.improved[how]):
            due = assumed.calendar.reference_date + timedelta(days=dice.number(figures.improvement_due_days[how]))
            cost = Decimal(dice.number(figures.improvement_cost) * THOUSAND)
            improvements[answer.location, answer.indicator] = Improvement(
                answer.location, answer.indicator, figures.improvement_action, answer.assessor, due, cost
            )
    return list(improvements.values())


def stated(assumed: Assumptions, seed: int, locations: Sequence[Location], visits: Sequence[Visit]) -> list[Location]:
    """The locations with what people state of assessed emergency sites: COA's category, and three conditions."""
    dice, figures = Dice(seed, "statements"), assumed.quality
    told: dict[str, Mapping[str, object]] = {}
    for visit in visits:
        if visit.sector is not Sector.EMERGENCY:
            continue
        told[visit.location.key] = {"coa_category": dice.draw(figures.coa_category[visit.standing])}
        if visit.standing is Standing.SOUND:
            drawn = dict(zip(STATEMENTS, dice.draws(len(STATEMENTS), figures.stated), strict=True))
            yes_or_no = {name: says is Stated.YES for name, says in drawn.items() if says is not Stated.UNSTATED}
            told[visit.location.key] = {**told[visit.location.key], **yes_or_no}
    return [replace(location, **told.get(location.key, {})) for location in locations]  # type: ignore[arg-type]


def _asked(figures: QualityFigures, visit: Visit) -> tuple[list[tuple[AssessedGroup, str]], ...]:
    """The gates and the other norms that are asked, each with the group that an answer speaks for."""
    emergency = visit.sector is Sector.EMERGENCY
    gates = [figures.gates, *([figures.emergency_gates] if emergency else [])]
    others = [figures.others, *([figures.emergency_others] if emergency else [])]
    there = {AssessedGroup.ALL, *(AssessedGroup(group.value) for group in visit.groups)}
    return tuple([about for norms in lists for about in _of_groups(norms, there)] for lists in (gates, others))


def _of_groups(norms: Norms, there: set[AssessedGroup]) -> Iterator[tuple[AssessedGroup, str]]:
    for group, indicators in norms.items():
        if group in there:
            yield from ((group, indicator) for indicator in indicators)


def _answer(figures: QualityFigures, visit: Visit, group: AssessedGroup, indicator: str, answer: Answer) -> Assessment:
    never = visit.location.building in figures.failed_by_building.get(indicator, ())
    says = Answer.NOT_MET if never else answer
    return Assessment(visit.location.key, group, indicator, says, visit.day, visit.method, assessor=visit.assessor)


def _before(
    figures: QualityFigures, visit: Visit, gates: Sequence[tuple[AssessedGroup, str]], dice: Dice
) -> Iterator[Assessment]:
    """What the location said itself before a visit, and what a visit found the year before: every gate met."""
    shares = {Method.SELF: figures.reported_before, Method.VISIT: figures.visited_before}
    for method, share in shares.items():
        if not dice.happens(share) or visit.method is not Method.VISIT:
            continue
        day = visit.day - timedelta(days=figures.heard_before_days[method])
        for group, indicator in gates:
            met = _answer(figures, visit, group, indicator, Answer.MET)
            yield replace(met, date=day, method=method)
