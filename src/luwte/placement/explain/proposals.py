# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From a plan to proposals: what is proposed for every household, and all that explains it."""

from collections.abc import Iterator, Mapping

import numpy as np

from luwte.model.dataset import Dataset
from luwte.placement.columns import UNPLACED
from luwte.placement.explain.around import split
from luwte.placement.explain.causes import Causes
from luwte.placement.explain.excluded import excluded_by_rules
from luwte.placement.explain.scene import Scene
from luwte.placement.explain.terms import by_household, terms_in, weighed
from luwte.placement.options import Options
from luwte.placement.placement import Action, Cause, NextBest, Proposal
from luwte.placement.present import live_moves
from luwte.placement.problem import Problem
from luwte.placement.sites import GROUPS, Ints


def proposals(dataset: Dataset, problem: Problem, options: Options, plan: Ints) -> tuple[Proposal, ...]:
    """One proposal per household, in the order of the dataset; `plan` is the slot of each (H), -1 for none."""
    scene = Scene(problem, options, plan)
    causes = Causes(scene, _bound(dataset, problem))
    terms = by_household(terms_in(problem, np.arange(len(plan)), plan))
    excluded = excluded_by_rules(problem, options)
    people, keys = problem.people, problem.sites.keys
    sizes, minors, lawful = people.size.tolist(), people.minors.tolist(), scene.around.lawful.tolist()
    next_best = list(_next_best(scene))
    found = []
    for row, (household, slot) in enumerate(zip(dataset.households, plan.tolist(), strict=True)):
        destination, cause = None if slot == UNPLACED else keys[slot // 3], causes.of(row)
        found.append(
            Proposal(
                household=household.key,
                group=household.group,
                size=sizes[row],
                minors=minors[row],
                origin=household.location,
                destination=destination,
                place_group=None if slot == UNPLACED else GROUPS[slot % 3],
                action=_action(household.location, destination),
                cause=cause,
                terms=terms[row],
                next_best=next_best[row],
                excluded=excluded[row],
                lawful=lawful[row],
                in_the_way=causes.in_the_way.get(row),
                room_for=causes.room_for(row) if cause is Cause.MAKES_ROOM else None,
            )
        )
    return tuple(found)


def _action(origin: str | None, destination: str | None) -> Action:
    if destination is None:
        return Action.UNPLACED
    if destination == origin:
        return Action.STAY
    return Action.NEW if origin is None else Action.MOVE


def _bound(dataset: Dataset, problem: Problem) -> Mapping[int, Cause]:
    """Why those who cannot be moved are held: a person's decision, or a move that people accepted."""
    moves, bound = live_moves(dataset), dict[int, Cause]()
    for row in np.flatnonzero(problem.people.only >= 0).tolist():
        household = dataset.households[row]
        move = moves.get(household.key)
        if problem.people.reserved[row] or (move and move.to == household.location):
            bound[row] = Cause.RESERVED
        else:
            bound[row] = Cause.MOVE_LATER if move else Cause.LOCKED
    return bound


def _next_best(scene: Scene) -> Iterator[NextBest | None]:
    """The best lawful place beside the chosen one, for every household in turn."""
    problem, around, plan = scene.problem, scene.around, scene.plan
    rows = np.arange(len(plan))
    unplaced = np.where(plan == UNPLACED, scene.options.unplaced_prices[0], 0)
    second, third = split(np.where(around.other == UNPLACED, 0, around.other_price - around.chosen))
    short = scene.room.short(problem, rows, around.other)
    room = np.equal(sum(short), 0)
    each = zip(around.other.tolist(), unplaced.tolist(), second.tolist(), third.tolist(), room.tolist(), strict=True)
    for slot, placed_now, on_second, on_third, has_room in each:
        if slot == UNPLACED:
            yield None
        else:
            price = (weighed(-placed_now), weighed(on_second), weighed(on_third))
            yield NextBest(problem.sites.keys[slot // 3], price, has_room)
