# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which answer counts where several people answered, and that a doubt never counts as met."""

import pytest

from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, Assessment
from luwte.quality.answers import hear
from luwte.quality.yardstick import yardstick
from quality.norms import FLOOR, ROOM, said

FAMILY = PlaceGroup.FAMILY


def counts(*answers: Assessment) -> str:
    return hear(ROOM, FAMILY, answers, yardstick().trust).answer.value


def test_the_newest_answer_of_a_method_counts() -> None:
    assert counts(said("ROOM", "not_met", days_ago=90), said("ROOM", "met", days_ago=3)) == "met"
    assert counts(said("ROOM", "met", days_ago=90), said("ROOM", "not_met", days_ago=3)) == "not_met"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # who, what, how many days ago
        (("visit", "met", 10), ("self", "not_met", 30), "met"),  # the visit came after, and looked
        (("visit", "met", 10), ("self", "not_met", 10), "met"),
        (("visit", "met", 10), ("self", "not_met", 5), "unknown"),  # the team found something since
        (("visit", "not_met", 10), ("self", "met", 5), "not_met"),  # their own word does not repair it
        (("visit", "not_met", 200), ("self", "met", 1), "not_met"),
        (("visit", "met", 10), ("document", "not_met", 5), "unknown"),
        (("document", "met", 10), ("self", "not_met", 12), "met"),
        (("document", "not_met", 10), ("self", "met", 12), "not_met"),
        (("visit", "met", 10), ("child_survey", "not_met", 40), "met"),  # a visit made after they spoke
        (("visit", "met", 10), ("child_survey", "not_met", 10), "unknown"),
        (("visit", "met", 10), ("child_survey", "partly", 2), "unknown"),
        (("self", "met", 1), ("child_survey", "not_met", 40), "not_met"),  # children go before the site's own word
        (("document", "met", 1), ("child_survey", "not_met", 40), "unknown"),  # paper does not answer children
        (("visit", "not_met", 10), ("child_survey", "met", 1), "not_met"),
        (("visit", "unknown", 10), ("self", "met", 20), "unknown"),  # who came could not see it
        (("visit", "unknown", 10), ("self", "met", 5), "met"),
        (("visit", "unknown", 10), ("self", "not_met", 20), "not_met"),  # what is admitted stays
        (("visit", "met", 10), ("self", "unknown", 1), "met"),
        (("visit", "partly", 10), ("self", "met", 1), "partly"),
        (("visit", "partly", 10), ("self", "not_met", 1), "not_met"),
        (("visit", "not_applicable", 10), ("child_survey", "not_met", 5), "unknown"),
        (("child_survey", "not_met", 10), ("child_survey", "not_met", 10), "not_met"),
    ],
)
def test_what_counts_where_two_answer(first: tuple[str, str, int], second: tuple[str, str, int], expected: str) -> None:
    given = [said("ROOM", what, method=who, days_ago=ago) for who, what, ago in (first, second)]
    assert counts(*given) == expected
    assert counts(*reversed(given)) == expected


def test_two_who_came_together_and_disagree_are_both_shown_and_the_worst_counts() -> None:
    seen = hear(
        ROOM, FAMILY, [said("ROOM", "met", assessor="B01"), said("ROOM", "not_met", assessor="B02")], yardstick().trust
    )
    assert seen.answer is Answer.NOT_MET
    assert seen.disagreement
    assert [given.assessor for given in seen.voices[0].answers] == ["B01", "B02"]


def test_what_is_settled_by_a_visit_is_still_shown() -> None:
    heard = hear(ROOM, FAMILY, [said("ROOM"), said("ROOM", "not_met", method="self", days_ago=20)], yardstick().trust)
    assert heard.answer is Answer.MET
    assert heard.disagreement
    assert heard.doubts == ()


def test_all_speaks_for_a_group_that_has_no_answer_of_its_own() -> None:
    assert counts(said("ROOM", "met", "all")) == "met"
    assert counts(said("ROOM", "met", "amv")) == "unknown"
    assert counts(said("ROOM", "not_met", "family"), said("ROOM", "met", "all")) == "not_met"
    assert counts(said("ROOM", "met", "family"), said("ROOM", "not_met", "all", days_ago=40)) == "met"


def test_a_newer_word_for_all_stands_beside_an_older_one_for_the_group() -> None:
    assert counts(said("ROOM", "met", "family", days_ago=40), said("ROOM", "not_met", "all")) == "not_met"
    assert counts(said("ROOM", "not_met", "family", days_ago=40), said("ROOM", "met", "all")) == "not_met"


@pytest.mark.parametrize(
    ("value", "expected"), [("3.49", "not_met"), ("3.5", "met"), ("plenty", "met"), (None, "met"), ("NaN", "met")]
)
def test_a_measured_value_goes_before_the_word_met(value: str | None, expected: str) -> None:
    heard = hear(FLOOR, FAMILY, [said("HOU-019", "met", value=value)], yardstick().trust)
    assert heard.answer.value == expected
    assert heard.beyond_bar is (expected == "not_met")
