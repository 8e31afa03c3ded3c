# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Kinds of households as arrays: what each takes of a place, where it may go, and what it gains by having a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte.model.progress import silent
from luwte.placement import Policy
from luwte.placement.options import all_options
from luwte.placement.problem import describe_problem
from luwte.placement.sites import GROUPS, Flags, Ints
from luwte.planning.recount import Question

PLACE_AT_ALL = 100_000  # thousandths per person: more than any place of level 2 can cost; ours (assumption)
TENTH = 10


@dataclass(frozen=True, eq=False)
class Kinds:
    """Arrays over kinds (K), and over kinds and slots (K x 3L).

    `gain` is what a place gains over none, in thousandths of a weighed person: level 1 at `PLACE_AT_ALL` a person,
    level 2 of the policy, and a tenth of level 3. `lawful` tells who may go where, as far as one household alone tells.
    """

    keys: tuple[str, ...]
    size: Ints
    access: Ints
    school: Ints
    lawful: Flags
    gain: Ints

    def __len__(self) -> int:
        return len(self.keys)

    def rows(self, which: Ints) -> "Kinds":
        """Some of the kinds, in an order, some of them twice."""
        keys = tuple(self.keys[kind] for kind in which.tolist())
        return Kinds(
            keys, self.size[which], self.access[which], self.school[which], self.lawful[which], self.gain[which]
        )

    def preferring(self, slot: Mapping[str, int], gain: int) -> "Kinds":
        """The same with so many thousandths more for one slot of each household that is named."""
        more = self.gain.copy()
        for row, key in enumerate(self.keys):
            if key in slot:
                more[row, slot[key]] += gain
        return replace(self, gain=more)

    def joined(self, other: "Kinds") -> "Kinds":
        """These kinds and then the others."""
        pairs = ((getattr(self, field.name), getattr(other, field.name)) for field in fields(self)[1:])
        return Kinds(self.keys + other.keys, *(np.concatenate(pair) for pair in pairs))


def kinds_of(question: Question, policy: Policy, households: Sequence[Household]) -> Kinds:
    """Households as if each had no place yet, on the day of the question."""
    dataset = question.dataset
    newcomers = alone(dataset, households)
    problem = describe_problem(newcomers, policy, question.on, question.fit, question.shares)
    options, people = all_options(problem, silent), problem.people
    shape = (len(households), len(GROUPS) * len(dataset.locations))
    lawful, gain = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.int64)
    _, second, third = options.unplaced_prices
    without = PLACE_AT_ALL * people.size + second + third // TENTH
    for panel in options.panels:
        lawful[np.ix_(panel.rows, panel.slots)] = panel.lawful
        level_2, level_3 = panel.prices
        gain[np.ix_(panel.rows, panel.slots)] = without[panel.rows][:, None] - level_2 - level_3 // TENTH
    return Kinds(people.keys, people.size, people.access, people.school_age, lawful, gain)


def alone(dataset: Dataset, households: Sequence[Household]) -> Dataset:
    """The dataset with these households only, newly arrived: no place, no history, nobody to be near."""
    newcomers = tuple(newly_arrived(household) for household in households)
    keys = {household.key for household in households}
    persons = tuple(person for person in dataset.persons if person.household in keys)
    return replace(dataset, households=newcomers, persons=persons, stays=(), moves=())


def newly_arrived(household: Household) -> Household:
    """A household as it was on arrival."""
    return replace(household, location=None, since=None, forced_moves=0, keep_near=None, locked=None, lock_reason=None)
