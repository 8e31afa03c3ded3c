# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan leaves to people stands in its findings, household by household."""

from dataclasses import replace

from luwte.model.places import PlaceGroup
from luwte.placement.placement import Action
from luwte.planning import Placing
from luwte.planning.recount.answer import Answer
from luwte.planning.worklist import worklist


def test_a_plan_that_places_everybody_well_leaves_nothing(placing: Placing) -> None:
    assert list(worklist(placing.answer)) == []


def test_who_has_no_place_and_which_child_comes_to_a_hall(placing: Placing) -> None:
    of = dict(placing.placement.of)
    of["M-NEW"] = replace(of["M-NEW"], action=Action.UNPLACED, destination=None, place_group=None)
    of["F-FIT"] = replace(of["F-FIT"], action=Action.MOVE, destination="HALL", place_group=PlaceGroup.FAMILY)
    of["A-NEW"] = replace(of["A-NEW"], destination="HALL")
    found = list(worklist(Answer(placing.answer.situation, tuple(of.values()))))
    assert [(f.kind.code, f.subject, f.params["minors"]) for f in found] == [
        ("planning.left_without_place", "M-NEW", "1"),
        ("planning.child_to_not_fit", "F-FIT", "1"),
    ]
