# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who turns eighteen soon: half a year ahead everybody who came alone has a plan for what comes after."""

from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup, Person
from luwte.model.periods import Month, eighteen_in, months_later
from luwte.quality.clocks import bundled_terms


def plan_due(birth_month: Month) -> date:
    """The day from which there is a plan."""
    return months_later(eighteen_in(birth_month), -bundled_terms().eighteen.months_ahead)


def is_near(birth_month: Month, on: date) -> bool:
    """Whether the day of the plan has come, and the month of the eighteenth birthday is not over."""
    return plan_due(birth_month) <= on < months_later(eighteen_in(birth_month), 1)


def turning(dataset: Dataset, on: date) -> tuple[Person, ...]:
    """Who came alone and turns eighteen soon, the first to do so first."""
    alone = (person for person in dataset.persons if dataset.household[person.household].group is HouseholdGroup.AMV)
    near = (person for person in alone if is_near(person.birth_month, on))
    return tuple(sorted(near, key=lambda person: (person.birth_month, person.key)))
