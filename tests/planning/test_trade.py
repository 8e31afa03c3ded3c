# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan trades: who gets out, who moves for others, who moves because it was asked."""

from dataclasses import replace

from luwte.model.people import WishBy, WishKind
from luwte.model.places import PlaceGroup
from luwte.placement.placement import Action, Proposal
from luwte.planning import Placing
from luwte.planning.census import trade
from luwte.planning.recount.answer import Answer
from luwte.planning.recount.situation import Situation
from luwte.planning.summary import Trade


def traded(placing: Placing, key: str, destination: str, **asked: object) -> Trade:
    """The trade of the plan in which one household comes to another place instead, after it asked for something."""
    question, of = placing.question, dict(placing.placement.of)
    households = tuple(replace(one, **asked) if one.key == key else one for one in question.dataset.households)
    here: Proposal = of[key]
    of[key] = replace(here, destination=destination, place_group=PlaceGroup.FAMILY, action=Action.MOVE)
    situation = Situation(replace(question, dataset=replace(question.dataset, households=households)))
    return trade(Answer(situation, tuple(of.values())))


def test_a_child_that_is_moved_from_a_fit_place_moves_for_others(placing: Placing) -> None:
    before = trade(placing.answer)
    after = traded(placing, "F-LOCKED", "SHARED")
    assert after.moved_who_could_stay == before.moved_who_could_stay + 1
    assert after.moved_as_asked == before.moved_as_asked


def test_a_child_that_goes_where_it_asked_to_go_does_not_move_for_others(placing: Placing) -> None:
    before, shared = trade(placing.answer), placing.question.dataset.location["SHARED"]
    asked = {"wish_kind": WishKind.PLACE, "wish": shared.municipality, "wish_by": WishBy.CHILD}
    after = traded(placing, "F-LOCKED", "SHARED", **asked)
    assert after.moved_who_could_stay == before.moved_who_could_stay
    assert after.moved_as_asked == before.moved_as_asked + 1


def test_who_leaves_a_hall_could_not_have_stayed_well(placing: Placing) -> None:
    back = traded(placing, "F-HALL", "HALL")
    assert trade(placing.answer).out_of_unfit - back.out_of_unfit == 2
    assert back.moved_who_could_stay == trade(placing.answer).moved_who_could_stay
