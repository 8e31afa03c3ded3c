# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A sound plan passes the recount; whoever breaks it, in any way, is found out."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from luwte.model.findings import Finding, Severity
from luwte.model.places import PlaceGroup
from luwte.placement.placement import Action, Proposal
from luwte.planning import Placing
from luwte.planning.recount import recount

Proposals = dict[str, Proposal]
FAMILY, AMV, ADULT = PlaceGroup.FAMILY, PlaceGroup.AMV, PlaceGroup.ADULT


def to(household: str, location: str, group: PlaceGroup, action: Action = Action.MOVE) -> Callable[[Proposals], None]:
    """Bring a household somewhere else than the plan does."""

    def change(proposals: Proposals) -> None:
        proposals[household] = replace(proposals[household], destination=location, place_group=group, action=action)

    return change


def without_place(household: str) -> Callable[[Proposals], None]:
    """Leave a household without a place."""

    def change(proposals: Proposals) -> None:
        proposals[household] = replace(proposals[household], destination=None, place_group=None, action=Action.UNPLACED)

    return change


def together(*changes: Callable[[Proposals], None]) -> Callable[[Proposals], None]:
    """Several changes at once."""

    def change(proposals: Proposals) -> None:
        for one in changes:
            one(proposals)

    return change


BREACHES: dict[str, tuple[Callable[[Proposals], None], str]] = {
    "a household is forgotten": (lambda p: p.pop("A-WISH") and None, "together"),
    "a household that nobody knows": (lambda p: p.update(X=replace(p["A-WISH"], household="X")), "together"),
    "a child is counted away": (lambda p: p.update({"F-FIT": replace(p["F-FIT"], minors=0)}), "nonsense"),
    "a move is called a stay": (lambda p: p.update({"A-HALL": replace(p["A-HALL"], action=Action.STAY)}), "nonsense"),
    "a location that is not there": (to("A-WISH", "NOWHERE", ADULT), "nonsense"),
    "more families than places": (
        together(*(to(h, "SHARED", FAMILY) for h in ("F-HALL", "F-CLOSING", "F-ARRIVE"))),
        "places",
    ),
    "a family brought above the places": (
        together(*(to(h, "SHARED", FAMILY) for h in ("F-HALL", "F-CLOSING", "F-ARRIVE"))),
        "brought_over",
    ),
    "a child among adults": (to("M-NEW", "HALL", ADULT, Action.NEW), "group"),
    "an adult on a place for families": (to("A-NEW", "AZC", FAMILY, Action.NEW), "group"),
    "a stayer on another group's place": (to("A-WISH", "HALL", FAMILY, Action.STAY), "group"),
    "a minor alone between families, without a team": (to("M-NEW", "SHARED", AMV, Action.NEW), "amv_team"),
    "a need that is not met": (to("A-HALL", "SHARED", ADULT), "needs"),
    "a place kept for women": (to("A-NEW", "WOMEN", ADULT, Action.NEW), "only"),
    "a child from a fit place to a hall": (to("F-FIT", "HALL", FAMILY), "no_worse"),
    "somebody brought where all must leave": (to("A-NEW", "CLOSING", ADULT, Action.NEW), "closed"),
    "somebody brought where it closes soon": (to("A-NEW", "SHORT", ADULT, Action.NEW), "closed"),
    "a family kept where it must leave": (to("F-CLOSING", "CLOSING", FAMILY, Action.STAY), "must_leave"),
    "a locked family moved": (to("F-LOCKED", "SHARED", FAMILY), "locked"),
    "an accepted move ignored": (to("F-RESERVED", "SHARED", FAMILY), "reserved"),
    "a family brought back to registration": (to("F-HALL", "ARRIVE", FAMILY), "registration"),
    "a stayer left without a place": (without_place("F-FIT"), "stayer_unplaced"),
    "somebody left out while there is room": (without_place("A-NEW"), "room_left"),
}


def found(placing: Placing, proposals: Proposals) -> set[str]:
    """The codes of what the recount finds in changed proposals."""
    return {finding.kind.code for finding in findings(placing, proposals)}


def findings(placing: Placing, proposals: Proposals) -> tuple[Finding, ...]:
    placement = placing.placement
    return recount(placing.question, tuple(proposals.values()), placement.terms, placement.levels)


def test_a_sound_plan_passes(placing: Placing) -> None:
    assert findings(placing, dict(placing.placement.of)) == ()


@pytest.mark.parametrize(("change", "rule"), BREACHES.values(), ids=BREACHES)
def test_a_broken_rule_is_found(placing: Placing, change: Callable[[Proposals], None], rule: str) -> None:
    proposals = dict(placing.placement.of)
    change(proposals)
    assert f"recount.{rule}" in found(placing, proposals)


def test_a_household_placed_twice_is_found(placing: Placing) -> None:
    placement = placing.placement
    twice = (*placement.proposals, placement.of["A-WISH"])
    codes = {f.kind.code for f in recount(placing.question, twice, placement.terms, placement.levels)}
    assert "recount.together" in codes


def test_more_wheelchairs_than_accessible_places_are_found(placing: Placing) -> None:
    question = placing.question
    needing = tuple(
        replace(h, needs=frozenset({"accessible"})) if h.key in ("A-NEW", "F-CLOSING") else h
        for h in question.dataset.households
    )
    tighter = replace(placing, question=replace(question, dataset=replace(question.dataset, households=needing)))
    proposals = dict(placing.placement.of)
    to("A-NEW", "AZC", ADULT, Action.NEW)(proposals)
    assert "recount.accessible" in found(tighter, proposals)


def test_more_pupils_than_school_places_are_found(placing: Placing) -> None:
    question = placing.question
    places = tuple(replace(at, school_places=1) if at.key == "SHARED" else at for at in question.dataset.locations)
    tighter = replace(placing, question=replace(question, dataset=replace(question.dataset, locations=places)))
    assert placing.placement.of["F-HALL"].destination == "SHARED"
    assert "recount.school" in found(tighter, dict(placing.placement.of))


def test_flexible_places_serve_families_first(placing: Placing) -> None:
    """AZC: 8 family and 4 flexible places hold 12 of a family group; the adults then lose the flexible ones."""
    proposals = dict(placing.placement.of)
    to("F-HALL", "AZC", FAMILY)(proposals)
    to("A-WISH", "AZC", ADULT)(proposals)
    to("A-NEW", "AZC", ADULT, Action.NEW)(proposals)
    assert not {"recount.places", "recount.brought_over"} & found(placing, proposals)
    to("F-ARRIVE", "AZC", FAMILY)(proposals)
    assert {"recount.places", "recount.brought_over"} <= found(placing, proposals)


def test_a_changed_term_is_found_where_it_stands(placing: Placing) -> None:
    proposals = dict(placing.placement.of)
    proposals["F-FIT"] = replace(proposals["F-FIT"], terms={"not_linked_region": Decimal(2)})
    [finding] = findings(placing, proposals)
    assert finding.kind.code == "recount.term"
    assert finding.kind.severity is Severity.ERROR
    assert finding.params == {
        "household": "F-FIT",
        "term": "not_linked_region",
        "stated": "2",
        "recounted": "3",
    }


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"value": Decimal(4)}, "level"),
        ({"bound": Decimal("3.5")}, "bound"),
        ({"gap": Decimal("0.5")}, "bound"),
    ],
)
def test_a_level_that_says_something_else_is_found(placing: Placing, change: dict[str, Decimal], code: str) -> None:
    placement = placing.placement
    levels = [replace(level, **change) if level.level == 2 else level for level in placement.levels]
    codes = {f.kind.code for f in recount(placing.question, placement.proposals, placement.terms, levels)}
    assert f"recount.{code}" in codes


def test_a_changed_total_is_found(placing: Placing) -> None:
    placement = placing.placement
    totals = {**placement.terms, "adult_moved": Decimal(0)}
    [finding] = recount(placing.question, placement.proposals, totals, placement.levels)
    assert (finding.kind.code, finding.params["recounted"]) == ("recount.total", "3")
