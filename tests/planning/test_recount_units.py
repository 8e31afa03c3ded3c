# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Families take whole units and unaccompanied minors have a team of their own; who breaks that is found out."""

from collections import Counter
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.data.places import with_units
from luwte.model.findings import Finding
from luwte.model.places import PlaceGroup, Unit
from luwte.planning import Placing
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.division import FamilyUnits
from luwte.planning.recount.rules_of_room import brought_over_units, units
from luwte.planning.recount.situation import Situation
from planning.test_recount_rules import Proposals, findings, found, to, without_place

FAMILY, AMV, ADULT = PlaceGroup.FAMILY, PlaceGroup.AMV, PlaceGroup.ADULT
NO_UNIT_LEFT = {"recount.units", "recount.brought_over_units"}


def without_a_unit(placing: Placing, proposals: Proposals) -> list[Finding]:
    """What the rules about units find."""
    answer = Answer(Situation(placing.question), tuple(proposals.values()))
    return [*units(answer), *brought_over_units(answer)]


def codes(found: list[Finding]) -> set[str]:
    return {finding.kind.code for finding in found}


def divided(placing: Placing, *units: Unit) -> Placing:
    """The same answer, to a country in which locations are divided into these units."""
    question = placing.question
    locations = with_units(question.dataset.locations, units)
    dataset = replace(question.dataset, units=units, locations=locations)
    return replace(placing, question=replace(question, dataset=dataset))


def changed(placing: Placing, key: str, **changes: Any) -> Placing:
    """The same answer, to a country in which one location is another."""
    dataset = placing.question.dataset
    locations = tuple(replace(at, **changes) if at.key == key else at for at in dataset.locations)
    return replace(placing, question=replace(placing.question, dataset=replace(dataset, locations=locations)))


def azc(*places: int) -> tuple[Unit, ...]:
    """Family units of the azc, where households of 2, 3, 2 and 2 persons live after the plan; the last is brought."""
    return tuple(Unit("AZC", f"flat {number}", FAMILY, size) for number, size in enumerate(places))


@pytest.mark.parametrize("places", [(2, 2, 2, 3), (3, 3, 3, 3), (2, 2, 2, 2, 2), (1, 1, 3, 3, 3, 3)])
def test_families_that_each_have_a_unit_pass(placing: Placing, places: tuple[int, ...]) -> None:
    answer = divided(placing, *azc(*places))
    assert without_a_unit(answer, dict(placing.placement.of)) == []
    assert findings(answer, dict(placing.placement.of)) == ()


@pytest.mark.parametrize("places", [(2, 3, 3), (2, 2, 2, 2), (4, 4, 4), (1, 1, 1, 3, 3, 3), (12,)])
def test_a_family_brought_where_beds_are_free_and_no_unit_is_found(placing: Placing, places: tuple[int, ...]) -> None:
    """Four families, one of three persons: two in a flat for four, or without a flat, is not a plan."""
    answer = divided(placing, *azc(*places))
    broken = without_a_unit(answer, dict(placing.placement.of))
    assert codes(broken) == NO_UNIT_LEFT
    assert {f.params["household"] for f in broken if "household" in f.params} == {"F-CLOSING"}


def test_flexible_places_make_no_unit(placing: Placing) -> None:
    """Three flats of three: the fourth family would fit on the four flexible places, by beds alone."""
    answer = divided(placing, *azc(3, 3, 3))
    assert not {"recount.places", "recount.brought_over"} & found(answer, dict(placing.placement.of))
    assert codes(without_a_unit(answer, dict(placing.placement.of))) == NO_UNIT_LEFT


def test_who_lives_there_above_the_units_may_stay(placing: Placing) -> None:
    """One flat for three families, one of them by an accepted move: a fact, and no reason to put anybody out."""
    proposals = dict(placing.placement.of)
    to("F-CLOSING", "SHARED", FAMILY)(proposals)
    assert without_a_unit(divided(placing, *azc(3)), proposals) == []


def test_who_leaves_a_shared_flat_makes_no_room_for_another(placing: Placing) -> None:
    """Three families in one flat, one goes and one comes: no more than before, and still nobody may be brought."""
    proposals = dict(placing.placement.of)
    to("F-FIT", "SHARED", FAMILY)(proposals)
    assert codes(without_a_unit(divided(placing, *azc(3)), proposals)) == {"recount.brought_over_units"}


def test_a_large_family_takes_as_many_of_the_largest_units_as_it_needs(placing: Placing) -> None:
    """The family of three in flats of two takes two: five flats for four families, not four."""
    assert without_a_unit(divided(placing, *azc(2, 2, 2, 2, 2)), dict(placing.placement.of)) == []
    finding, *_ = without_a_unit(divided(placing, *azc(2, 2, 2, 2)), dict(placing.placement.of))
    assert finding.params == {"location": "AZC", "size": "2", "after": "5", "before": "4", "units": "4"}


def test_a_unit_that_nobody_can_live_in_is_not_counted(placing: Placing) -> None:
    closed = Unit("AZC", "damp", FAMILY, 3, out_of_use=True)
    empty = Unit("AZC", "store", FAMILY, 0)
    answer = divided(placing, *azc(2, 3, 3), closed, empty)
    assert codes(without_a_unit(answer, dict(placing.placement.of))) == NO_UNIT_LEFT
    all_closed = divided(placing, closed, empty)
    assert without_a_unit(all_closed, dict(placing.placement.of)) == [], "no unit in use divides nothing"


def test_a_family_is_left_out_only_where_a_unit_stands_empty(placing: Placing) -> None:
    proposals = dict(placing.placement.of)
    without_place("F-CLOSING")(proposals)
    full_hall = changed(placing, "HALL", family_places=0)
    assert "recount.room_left" in found(divided(full_hall, *azc(2, 2, 2, 3)), proposals)
    assert "recount.room_left" not in found(divided(full_hall, *azc(2, 3, 3)), proposals)


def shared(amv_team: str | None, family_team: str | None, *, out_of_use: bool = False) -> tuple[Unit, ...]:
    """A living group and two flats at the site that is shared."""
    return (
        Unit("SHARED", "living group", AMV, 3, team=amv_team),
        Unit("SHARED", "flat 1", FAMILY, 4, team=family_team, out_of_use=out_of_use),
        Unit("SHARED", "flat 2", FAMILY, 4),
    )


def with_a_minor_at_the_shared_site(placing: Placing) -> Proposals:
    proposals = dict(placing.placement.of)
    to("M-NEW", "SHARED", AMV, placing.placement.of["M-NEW"].action)(proposals)
    return proposals


@pytest.mark.parametrize(
    ("teams", "has_team"),
    [
        (shared("youth", "families"), True),
        (shared("youth", None), True),
        (shared("site", "site"), False),
        (shared("site", "site", out_of_use=True), True),
        (shared(None, "families"), False),
        ((*shared("youth", None), Unit("SHARED", "second group", AMV, 2)), False),
        ((*shared("youth", None), Unit("SHARED", "second group", AMV, 2, out_of_use=True)), True),
        ((*shared("youth", None), Unit("SHARED", "corridor", ADULT, 4, team="youth")), False),
    ],
)
def test_units_tell_whether_minors_have_a_team_of_their_own(
    placing: Placing, teams: tuple[Unit, ...], has_team: bool
) -> None:
    broken = found(divided(placing, *teams), with_a_minor_at_the_shared_site(placing))
    assert ("recount.amv_team" in broken) is not has_team


@pytest.mark.parametrize(
    ("teams", "counts"), [(shared("site", "site"), False), (shared(None, "site"), True), ((), True)]
)
def test_the_column_counts_where_units_do_not_tell(placing: Placing, teams: tuple[Unit, ...], counts: bool) -> None:
    says_yes = changed(placing, "SHARED", own_amv_team=True)
    broken = found(divided(says_yes, *teams), with_a_minor_at_the_shared_site(says_yes))
    assert ("recount.amv_team" not in broken) is counts


@given(
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=5),
    households=st.lists(st.integers(1, 7), min_size=1, max_size=4),
)
def test_counting_by_size_tells_whether_units_can_be_handed_out(sizes: list[int], households: list[int]) -> None:
    """Compared with trying every way to hand them out."""
    there, largest = FamilyUnits(tuple(sorted(sizes))), max(sizes)
    asked = [min(persons, largest) for persons in households for _ in range(-(-persons // largest))]
    can = any(
        all(unit >= least for unit, least in zip(handed_out, asked, strict=True))
        for handed_out in permutations(sizes, len(asked))
    )
    among = Counter(households)
    assert all(there.is_enough_for(persons, among) for persons in households) is can
