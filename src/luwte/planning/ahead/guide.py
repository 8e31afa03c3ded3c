# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The guide of who looks ahead: who may stay, stays or goes to its lasting place; who cannot may go anywhere lawful.

It looks as far ahead as the policy gives notice. Further would let children wait in unfit places for changes that are
long to come; benchmarks/RESULTS.md has the numbers.
"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from luwte.model.progress import silent
from luwte.placement import Policy
from luwte.placement.options import Options, Panel
from luwte.placement.problem import Problem
from luwte.placement.sites import ints
from luwte.planning.ahead.lasting import Lasting, lasting_places, second_move
from luwte.planning.recount import Question

NO_SLOT = -2  # of who gets no lasting place; it is no slot, nor is it "no place"


def blindly(question: Question, problem: Problem, options: Options) -> Options:
    """The guide that looks at nothing but the day itself."""
    return options


def towards_lasting(policy: Policy, first: date, question: Question, problem: Problem, options: Options) -> Options:
    """Leave who may stay two ways, and let who cannot pay for a place that it or another will need to leave again.

    `first` is the first day of the horizon: who moves in it keeps its place where that can be.
    """
    by = question.on + timedelta(policy.days.notice.value)
    lasting = lasting_places(question, policy, by, first, silent)
    return replace(options, panels=tuple(_panel(lasting, problem, panel) for panel in options.panels))


def _panel(lasting: Lasting, problem: Problem, panel: Panel) -> Panel:
    people, rows = problem.people, panel.rows
    home = np.where(people.only[rows] >= 0, people.only[rows], people.home[rows])[:, None]
    target = ints(lasting.slot.get(people.keys[row], NO_SLOT) for row in rows)[:, None]
    cannot_stay, is_target = home < 0, panel.slots == target
    target_open = (panel.lawful & is_target).any(axis=1, keepdims=True)
    promised = np.isin(panel.slots, list(lasting.full))
    again = cannot_stay & ~is_target & (target_open | promised)
    child, grown = second_move(problem, rows)
    second, third = panel.prices
    return Panel.of(
        rows,
        panel.slots,
        panel.lawful & (cannot_stay | is_target | (panel.slots == home)),
        second + again * child[:, None],
        third + again * grown[:, None],
    )
