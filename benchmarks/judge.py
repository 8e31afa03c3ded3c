# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The judge of what comes back: rules and levels by the recount, which shares no code with any contender."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace

from benchmarks.question import LEVELS, Instance
from benchmarks.work import Ints
from luwte.placement.placement import Action
from luwte.placement.problem import Problem
from luwte.placement.sites import GROUPS
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.levels import terms_of_locations, terms_of_placed, terms_of_unplaced
from luwte.planning.recount.rules import RULES
from luwte.planning.recount.situation import Situation


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth by the recount; level values are in weighed persons."""

    values: tuple[Decimal, ...]
    moves: int
    people_without: int
    breaches: int


def judge(given: Instance, problem: Problem, slot: Ints, *, but: Collection[str] = ()) -> Verdict:
    """Count rules and levels again; breaches of the codes in `but` are not counted."""
    situation = Situation(given.question)
    answer = Answer(situation, proposals_of(given, problem, slot))
    counted = [terms_of_placed(situation, placed) for placed in answer.placed]
    counted += [terms_of_unplaced(situation, household) for household in answer.unplaced]
    counted.append(terms_of_locations(answer))
    level_of = {name: term.level for name, term in given.question.values.term.items()}
    totals = dict.fromkeys(LEVELS, 0)
    for terms in counted:
        for name, value in terms.items():
            totals[level_of[name]] += value
    return Verdict(
        values=tuple(Decimal(totals[level]) / 1000 for level in LEVELS),
        moves=sum(placed.newly_brought and placed.household.key in situation.home for placed in answer.placed),
        people_without=sum(situation.members[household.key].size for household in answer.unplaced),
        breaches=sum(breach.kind.code not in but for rule in RULES for breach in rule(answer)),
    )


def proposals_of(given: Instance, problem: Problem, slot: Ints) -> list[SimpleNamespace]:
    """A slot per household as proposals that the recount can read."""
    keys, people = problem.sites.keys, problem.people
    proposals = []
    for row, (household, at) in enumerate(zip(given.dataset.households, slot.tolist(), strict=True)):
        destination = keys[at // 3] if at >= 0 else None
        came_from = keys[people.origin[row]] if people.origin[row] >= 0 else None
        stays = destination is not None and destination == came_from
        arrives = Action.NEW if came_from is None else Action.MOVE
        proposals.append(
            SimpleNamespace(
                household=household.key,
                origin=household.location,
                destination=destination,
                place_group=GROUPS[at % 3] if at >= 0 else None,
                action=Action.UNPLACED if destination is None else Action.STAY if stays else arrives,
                size=int(people.size[row]),
                minors=int(people.minors[row]),
            )
        )
    return proposals
