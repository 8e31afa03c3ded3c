# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What another place would do is shown before it is chosen, and is what counting the whole plan again finds."""

from collections import Counter
from decimal import Decimal
from itertools import product

import pytest

from luwte.model.places import Fitness
from luwte.planning.elsewhere import elsewhere
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.levels import HOUSEHOLD_TERMS, terms_of_locations, terms_of_placed, terms_of_unplaced
from luwte_web.artefacts import selectors
from luwte_web.pages.country import Country
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.workspace.assumed import Assumed
from luwte_web.workspace.effect import effect_of
from luwte_web.workspace.models import PlanJob
from web.workspace.country import NEW, OLD, OTHER, SPARE

pytestmark = pytest.mark.django_db


def counted(answer: Answer) -> Counter[str]:
    """Every term of the whole plan, in thousandths."""
    total: Counter[str] = Counter(terms_of_locations(answer))
    for placed in answer.placed:
        total.update(terms_of_placed(answer.situation, placed))
    for household in answer.unplaced:
        total.update(terms_of_unplaced(answer.situation, household))
    return total


def holds(answer: Answer, household: str, to: str) -> None:
    found = elsewhere(answer, household, to)
    others = [proposal for proposal in answer.proposals if proposal.household != household]
    difference = counted(Answer(answer.situation, (*others, found.put)))
    difference.subtract(counted(answer))
    assert {name: value for name, value in difference.items() if value} == {
        name: int(value * 1000) for name, value in found.terms.items()
    }
    assert sum(found.levels.values()) == sum(found.terms.values())


def test_the_effect_is_what_the_recount_finds(job: PlanJob) -> None:
    answer = Assumed(selectors.published(job.plan_id)).answer
    for proposal, to in product(answer.proposals, (OLD, NEW, OTHER, SPARE)):
        holds(answer, proposal.household, to)


def test_it_is_so_in_the_example_country_too(country: Country) -> None:
    stored = selectors.published(country.address)
    answer, locations = Assumed(stored).answer, [place.key for place in stored.dataset.locations]
    for number, proposal in enumerate(answer.proposals[::40]):
        holds(answer, proposal.household, locations[number % len(locations)])
    assert len(HOUSEHOLD_TERMS) > 10


def test_levels_rules_and_who_would_be_without_the_place_are_told(job: PlanJob) -> None:
    found = effect_of(job, "F1", OTHER)
    assert found.levels[2][1] - found.levels[2][0] == Decimal("3.0")
    assert found.short == 2
    assert [one.household for one in found.rivals] == ["F5"]
    assert [finding.kind.code for finding in found.found.broken] == ["recount.places", "recount.brought_over"]


def test_a_place_with_room_takes_from_nobody(job: PlanJob) -> None:
    found = effect_of(job, "F1", SPARE)
    assert (found.short, found.rivals, found.fitness) == (0, (), Fitness.UNKNOWN)
    assert found.levels[2][1] > found.levels[2][0]


def test_a_place_or_household_that_the_plan_does_not_know_is_refused(job: PlanJob) -> None:
    for household, to in (("F1", "L99"), ("H99", NEW)):
        with pytest.raises(ChangeRefused):
            effect_of(job, household, to)
