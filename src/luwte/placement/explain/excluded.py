# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How many locations each rule excludes for each household: counted once for all whom the rules treat alike."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from luwte.placement.block import Block
from luwte.placement.options import WAYS_AT_ONCE, Options, Panel
from luwte.placement.present import EITHER, NOWHERE
from luwte.placement.problem import Problem
from luwte.placement.rules import RULES, Rule
from luwte.placement.sites import FIT, Flags, Ints


def excluded_by_rules(problem: Problem, options: Options) -> list[dict[str, int]]:
    """Per household, how many open locations each rule excludes, by name; where it lives now is never among them.

    Who may take either of two kinds of place loses a location when both are excluded.
    """
    counts: list[dict[str, int]] = [{} for _ in problem.people.keys]
    for panel in options.panels:
        if len(panel.slots):
            for name, number in _lost_by_rule(problem, panel):
                there = np.flatnonzero(number)
                for row, count in zip(panel.rows[there].tolist(), number[there].tolist(), strict=True):
                    counts[row][name] = count
    return counts


def locations_among(panel: Panel, flags: Flags) -> Flags:
    """Slots (n x m) as locations (n x locations of the panel): true where any kind of place there is."""
    return np.asarray(flags.reshape(len(flags), kinds_of_place(panel), -1).any(axis=1))


def kinds_of_place(panel: Panel) -> int:
    """How many kinds of place a location of the panel may offer: two to who may take either."""
    return len(np.unique(panel.slots % 3)) or 1


def _lost_by_rule(problem: Problem, panel: Panel) -> Iterator[tuple[str, Ints]]:
    """Per rule, the number of locations lost to every household of the panel."""
    example, kind = _alike(problem, panel)
    newcomers = replace(
        problem, people=replace(problem.people, home=np.full_like(problem.people.home, NOWHERE))
    )  # the rules as for who lives nowhere; the own location is taken out below
    location = panel.slots[: len(panel.slots) // kinds_of_place(panel)] // 3
    home = problem.people.home[panel.rows] // 3
    at = np.minimum(np.searchsorted(location, home), len(location) - 1)
    lives = np.flatnonzero(location[at] == home)
    for rule in RULES:
        lost = _locations_lost(newcomers, panel, rule, example)
        number = lost.sum(axis=1)[kind]
        number[lives] -= lost[kind[lives], at[lives]]
        yield rule.__name__, number


def _locations_lost(problem: Problem, panel: Panel, rule: Rule, example: Ints) -> Flags:
    parts = []
    for part in panel.cut(example).parts(WAYS_AT_ONCE):
        lost = np.broadcast_to(rule(Block(problem, part.rows, part.slots)), part.shape)
        parts.append(~locations_among(part, ~lost))
    return np.concatenate(parts)


def _alike(problem: Problem, panel: Panel) -> tuple[Ints, Ints]:
    """One household of every kind (positions in the panel), and the kind of every household of the panel.

    Households are alike when no rule can tell them apart, where they live now left aside.
    """
    people, rows = problem.people, panel.rows
    told_apart = (
        people.is_amv & (people.minors > 0),
        people.in_registration,
        people.need_set,
        (people.fit_now == FIT) & people.stays_open & (people.minors > 0),
        people.size,
        people.access,
        people.school_age,
        np.where(people.group == EITHER, people.oldest, 0),
    )
    table = np.stack([np.asarray(column[rows], dtype=np.int64) for column in told_apart], axis=1)
    _, example, kind = np.unique(table, axis=0, return_index=True, return_inverse=True)
    return example, kind.reshape(-1)
