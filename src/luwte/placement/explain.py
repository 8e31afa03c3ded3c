# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Why every household is where the plan puts it: cause, terms, next best place, and what excludes the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from luwte.model.dataset import Dataset
from luwte.placement.block import Block
from luwte.placement.columns import UNPLACED
from luwte.placement.levels import children, protection, voice
from luwte.placement.linear import THOUSANDTHS
from luwte.placement.options import CHUNK, Options, Panel
from luwte.placement.placement import Action, Cause, NextBest, Proposal
from luwte.placement.present import EITHER
from luwte.placement.problem import Problem
from luwte.placement.rules import RULES
from luwte.placement.sites import FIT, GROUPS, UNFIT, Ints
from luwte.placement.value import people_after

WEIGH = 2**31  # level 2 before level 3 in one number: prices are under 2**31 thousandths


@dataclass(frozen=True, eq=False)
class Around:
    """What surrounds the choice of a household; prices are pairs of level 2 and 3, in thousandths."""

    chosen: tuple[int, int]
    at_home: tuple[int, int] | None
    other: int
    other_price: tuple[int, int]
    lawful: int
    excluded: Mapping[str, int]


def weighed(thousandths: int) -> Decimal:
    """Thousandths as weighed persons."""
    return Decimal(thousandths) / THOUSANDTHS


def proposals(dataset: Dataset, problem: Problem, options: Options, plan: Ints) -> tuple[Proposal, ...]:
    """One proposal per household, in the order of the dataset."""
    terms = terms_of(problem, plan)
    around = dict(_around(problem, options, plan))
    after = people_after(problem, plan)
    return tuple(
        _proposal(dataset, problem, row, int(plan[row]), terms[row], around[row], after) for row in range(len(plan))
    )


def terms_of(problem: Problem, plan: Ints) -> list[dict[str, Decimal]]:
    """Every household's terms that are not nought, by name, in weighed persons (level 1: persons)."""
    terms: list[dict[str, Decimal]] = [{} for _ in plan]
    for slot in np.unique(plan[plan != UNPLACED]):
        rows = np.flatnonzero(plan == slot)
        block = Block(problem, rows, np.array([slot]))
        for term in (*children.TERMS, *voice.TERMS):
            _note(terms, rows, term.__name__, np.broadcast_to(term(block), (len(rows), 1))[:, 0])
    rows = np.flatnonzero(plan == UNPLACED)
    _note(terms, rows, "unplaced", protection.unplaced(problem)[rows])
    for name, price in (
        ("unplaced_protected", protection.unplaced_protected),
        ("wish_not_met", protection.unmet_wish),
        ("not_near", protection.unmet_nearness),
        ("not_linked_region", protection.unmet_linked_region),
    ):
        _note(terms, rows, name, price(problem)[rows])
    return terms


def _note(terms: list[dict[str, Decimal]], rows: Ints, name: str, values: Ints) -> None:
    for row, value in zip(rows, values, strict=True):
        if value:
            terms[row][name] = weighed(int(value))


def _around(problem: Problem, options: Options, plan: Ints) -> Iterator[tuple[int, Around]]:
    for panel in options.panels:
        for begin in range(0, len(panel.rows), CHUNK):
            yield from _around_some(problem, options, panel.cut(slice(begin, begin + CHUNK)), plan)


def _around_some(problem: Problem, options: Options, panel: Panel, plan: Ints) -> Iterator[tuple[int, Around]]:
    _, no_place_2, no_place_3 = options.unplaced_prices
    if not len(panel.slots):
        for row in panel.rows:
            nothing = (int(no_place_2[row]), int(no_place_3[row]))
            yield int(row), Around(nothing, None, UNPLACED, nothing, 0, {})
        return
    block = Block(problem, panel.rows, panel.slots)
    excluded = {
        rule.__name__: _locations_excluded(block, np.broadcast_to(rule(block), panel.lawful.shape)) for rule in RULES
    }
    combined = panel.level_2.astype(np.int64) * WEIGH + panel.level_3
    mine = panel.slots == plan[panel.rows][:, None]
    combined = np.where(panel.lawful & ~mine, combined, np.iinfo(np.int64).max)
    other = combined.argmin(axis=1)
    for index, row in enumerate(panel.rows):
        here, best = np.flatnonzero(mine[index]), other[index]
        home = np.flatnonzero(panel.slots == problem.people.home[row])
        prices = [(int(panel.level_2[index, at]), int(panel.level_3[index, at])) for at in (*here, *home, best)]
        has_other = bool(panel.lawful[index, best] and not mine[index, best])
        yield (
            int(row),
            Around(
                chosen=prices[0] if len(here) else (int(no_place_2[row]), int(no_place_3[row])),
                at_home=prices[len(here)] if len(home) else None,
                other=int(panel.slots[best]) if has_other else UNPLACED,
                other_price=prices[-1],
                lawful=int(panel.lawful[index].sum()),
                excluded={name: int(count[index]) for name, count in excluded.items() if count[index]},
            ),
        )


def _locations_excluded(block: Block, excluded: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Ints:
    """Open locations that a rule excludes for each household; who may take either kind of place loses both."""
    away = excluded & block.brought
    either = bool((block.problem.people.group[block.rows] == EITHER).any())
    per_location = away.reshape(len(block.rows), 2 if either else 1, -1).all(axis=1)
    return np.asarray(per_location.sum(axis=1))


def _proposal(
    dataset: Dataset,
    problem: Problem,
    row: int,
    slot: int,
    terms: Mapping[str, Decimal],
    around: Around,
    after: Ints,
) -> Proposal:
    household, people, sites = dataset.households[row], problem.people, problem.sites
    destination = None if slot == UNPLACED else sites.keys[slot // 3]
    action = _action(household.location, destination)
    return Proposal(
        household=household.key,
        group=household.group,
        size=int(people.size[row]),
        minors=int(people.minors[row]),
        origin=household.location,
        destination=destination,
        place_group=None if slot == UNPLACED else GROUPS[slot % 3],
        action=action,
        cause=_cause(problem, row, slot, action, around),
        terms=terms,
        next_best=_next_best(problem, row, slot, around, after),
        excluded=around.excluded,
    )


def _action(origin: str | None, destination: str | None) -> Action:
    if destination is None:
        return Action.UNPLACED
    if destination == origin:
        return Action.STAY
    return Action.NEW if origin is None else Action.MOVE


def _cause(problem: Problem, row: int, slot: int, action: Action, around: Around) -> Cause:
    people = problem.people
    if action is Action.UNPLACED:
        return Cause.NO_ROOM if around.lawful else Cause.NO_LOCATION_FITS
    if people.reserved[row]:
        return Cause.RESERVED
    if action is Action.STAY:
        return Cause.LOCKED if people.only[row] >= 0 else Cause.STAYS
    if action is Action.NEW:
        return Cause.NO_PLACE_YET
    return _cause_of_move(problem, row, slot, around)


def _cause_of_move(problem: Problem, row: int, slot: int, around: Around) -> Cause:
    people = problem.people
    if not people.stays_open[row]:
        return Cause.LOCATION_CLOSES
    if around.at_home is not None and around.chosen > around.at_home:
        return Cause.MAKES_ROOM
    if people.fit_now[row] == UNFIT and problem.sites.fit[slot // 3, slot % 3] == FIT:
        return Cause.LEAVES_UNFIT_PLACE
    if problem.wish_met[people.wish[row], slot]:
        return Cause.WISH
    return Cause.BETTER_FIT


def _next_best(problem: Problem, row: int, slot: int, around: Around, after: Ints) -> NextBest | None:
    if around.other == UNPLACED:
        return None
    size = int(problem.people.size[row])
    placed_now = size * problem.policy.weight("unplaced") if slot == UNPLACED else 0
    location, group = divmod(around.other, 3)
    return NextBest(
        location=problem.sites.keys[location],
        price=(
            weighed(-placed_now),
            weighed(around.other_price[0] - around.chosen[0]),
            weighed(around.other_price[1] - around.chosen[1]),
        ),
        room=bool(after[around.other] + size <= problem.sites.places[location, group]),
    )
