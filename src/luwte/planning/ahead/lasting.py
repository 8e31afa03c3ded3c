# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The end first: a lasting place for every household when what is known to open and close by a day has done so.

That day is placed as any day, with everybody where they live now. Two things are added to the prices of the policy,
with its own weights: the days that a child waits in an unfit place until a place opens, and the second move of who
cannot wait for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from luwte.model.places import Location
from luwte.model.progress import Progress
from luwte.placement import Policy
from luwte.placement.columns import UNPLACED
from luwte.placement.history import SIXTEENTHS_IN_FOUR_YEARS
from luwte.placement.options import Panel, all_options
from luwte.placement.problem import Problem, describe_problem
from luwte.placement.sites import GROUPS, UNFIT, Flags, Ints, flags, ints
from luwte.placement.solve import solve
from luwte.placement.value import people_after
from luwte.planning.recount import Question

SIXTEENTHS = 16  # of four years: a quarter of a year
NEVER = 2**20  # days: beyond any horizon


@dataclass(frozen=True, eq=False)
class Lasting:
    """The lasting slot of every household, by key (absent: none was found), and the slots that are full with them."""

    slot: Mapping[str, int]
    full: frozenset[int]


def lasting_places(question: Question, policy: Policy, by: date, since: date, progress: Progress) -> Lasting:
    """Place a later day, `by`, from where everybody lives on the day of the question.

    Who came to live where it is on the day `since` or later keeps that place, unless it must be left or a child lives
    there in a place that is not fit: nobody is asked to move again and again.
    """
    problem = describe_problem(question.dataset, policy, by, question.fit, question.shares)
    options, keeps = all_options(problem, progress), _keeps(question, problem, since)
    opens_in, leave_in = _opens_in(question), _leave_in(question, policy, problem)
    panels = (_kept(problem, panel, keeps) for panel in options.panels)
    weighed = replace(options, panels=tuple(_with_waiting(problem, panel, opens_in, leave_in) for panel in panels))
    plan = solve(problem, weighed, progress).plan
    full = np.flatnonzero(people_after(problem, plan) >= problem.sites.most.reshape(-1))
    placed = zip(problem.people.keys, plan.tolist(), strict=True)
    return Lasting({key: slot for key, slot in placed if slot != UNPLACED}, frozenset(full.tolist()))


def second_move(problem: Problem, rows: Ints) -> tuple[Ints, Ints]:
    """What one more move costs households, on level 2 and 3, in thousandths, as if they could have stayed."""
    people, policy = problem.people, problem.policy
    per_move = policy.weight("moved_from_fit", "per_forced_move")
    per_minor = policy.weight("moved_from_fit") + per_move * (people.forced_moves[rows] + 1)
    return people.minors[rows] * per_minor, people.adults[rows] * policy.weight("adult_moved")


def _keeps(question: Question, problem: Problem, since: date) -> Flags:
    """Who keeps the place that it came to lately (H)."""
    people = problem.people
    came = flags(h.since is not None and h.since >= since for h in question.dataset.households)
    return np.asarray(came & (people.home >= 0) & ((people.fit_now != UNFIT) | (people.minors == 0)))


def _kept(problem: Problem, panel: Panel, keeps: Flags) -> Panel:
    """Leave who keeps its place that one way."""
    at_home = panel.slots == problem.people.home[panel.rows][:, None]
    return Panel.of(panel.rows, panel.slots, panel.lawful & (at_home | ~keeps[panel.rows][:, None]), *panel.prices)


def _opens_in(question: Question) -> Ints:
    """In how many days every location opens (L); nought where it is open."""
    opens = (place.opens for place in question.dataset.locations)
    return ints(NEVER if day is None else max(0, (day - question.on).days) for day in opens)


def _leave_in(question: Question, policy: Policy, problem: Problem) -> Ints:
    """In how many days every household must have left where it lives (H); nought for who has no place now."""
    notice = timedelta(policy.days.must_leave.value)
    leaves = ints(_days_left(place, question.on, notice) for place in question.dataset.locations)
    origin = problem.people.origin
    return np.where(origin >= 0, leaves[origin], 0)


def _days_left(place: Location, on: date, notice: timedelta) -> int:
    if not place.is_open(on):
        return 0
    return NEVER if place.closes is None else max(0, (place.closes - notice - on).days)


def _with_waiting(problem: Problem, panel: Panel, opens_in: Ints, leave_in: Ints) -> Panel:
    """Add what waiting for a place that is not open yet costs: a second move, or the days in an unfit place."""
    rows = panel.rows
    days = opens_in[panel.slots // len(GROUPS)][None, :]
    cannot_wait = days > leave_in[rows][:, None]
    child, grown = second_move(problem, rows)
    waiting = _quarter_in_unfit_place(problem, rows)[:, None] * days * SIXTEENTHS // SIXTEENTHS_IN_FOUR_YEARS
    second, third = panel.prices
    second, third = second + np.where(cannot_wait, child[:, None], waiting), third + cannot_wait * grown[:, None]
    return Panel.of(rows, panel.slots, panel.lawful, second, third)


def _quarter_in_unfit_place(problem: Problem, rows: Ints) -> Ints:
    """What a quarter of a year in an unfit place costs the minors who live in one, in thousandths."""
    people, policy = problem.people, problem.policy
    so_far = policy.weight("stays_unfit", "per_quarter") * people.quarters[rows]
    per_minor = np.minimum(policy.weight("stays_unfit", "at_most"), policy.weight("stays_unfit") + so_far)
    return np.where(people.fit_now[rows] == UNFIT, people.minors[rows] * per_minor, 0)
