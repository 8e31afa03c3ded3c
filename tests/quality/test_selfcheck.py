# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A municipality answers about itself: the newest day counts, the worst of it, and no heavy gap stays silent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luwte.model.quality import Answer, SelfCheck
from luwte.quality.answers import BADNESS
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.norm import Norm
from luwte.quality.selfcheck import Checked, checked
from luwte.quality.yardstick import yardstick

CATALOGUE = load_catalogue()
HERE, SOMEBODY, OTHER = "GM0344", "policy officer", "alderman"
TODAY = date(2026, 11, 16)
LAST_YEAR = TODAY - timedelta(days=300)
HEAVY, LIGHT, MEASURED = CATALOGUE["MUN-102"], CATALOGUE["MUN-405"], CATALOGUE["MUN-801"]
TERM = yardstick().action_term


def said(answer: Answer, on: date = TODAY, norm: Norm = HEAVY, who: str = SOMEBODY, **more: object) -> SelfCheck:
    return replace(SelfCheck(HERE, norm.id, answer, on, who), **more)  # type: ignore[arg-type]


def doing(due: date, answer: Answer = Answer.NOT_MET, on: date = TODAY) -> SelfCheck:
    return said(answer, on, action="Choose a limit", owner="alderman", due=due)


def one(*answers: SelfCheck, norm: Norm = HEAVY, on: date = TODAY) -> Checked:
    (found,) = checked([norm], answers, on)
    return found


def test_what_nobody_answered_is_unknown_and_no_gap() -> None:
    found = one()
    assert (found.answer, found.is_gap, found.lacks_action, found.now) == (Answer.UNKNOWN, False, False, None)


def test_the_newest_day_counts_and_the_day_before_stands_beside_it() -> None:
    found = one(said(Answer.NOT_MET, LAST_YEAR), said(Answer.MET), said(Answer.PARTLY, LAST_YEAR - timedelta(days=300)))
    assert found.answer is Answer.MET
    assert found.before is not None
    assert (found.before.date, found.before.answer) == (LAST_YEAR, Answer.NOT_MET)


def test_what_will_be_answered_later_is_not_known_yet() -> None:
    assert one(said(Answer.MET, TODAY + timedelta(days=1))).now is None


def test_two_who_disagree_both_stand_there_and_the_worst_counts() -> None:
    found = one(said(Answer.MET), said(Answer.PARTLY, who=OTHER))
    assert found.answer is Answer.PARTLY
    assert found.now is not None
    assert found.now.differ
    assert len(found.now.answers) == 2


def test_who_could_not_tell_does_not_disagree() -> None:
    found = one(said(Answer.MET), said(Answer.UNKNOWN, who=OTHER))
    assert found.answer is Answer.MET
    assert found.now is not None
    assert not found.now.differ


@pytest.mark.parametrize(("value", "counts"), [("100", Answer.MET), ("99.9", Answer.NOT_MET), ("many", Answer.MET)])
def test_a_value_beyond_the_bar_is_a_gap_whatever_was_answered(value: str, counts: Answer) -> None:
    assert one(said(Answer.MET, norm=MEASURED, value=value), norm=MEASURED).answer is counts


def test_a_heavy_gap_without_an_action_is_told_and_a_light_one_is_not() -> None:
    assert one(said(Answer.NOT_MET)).lacks_action
    assert not one(said(Answer.NOT_MET, norm=LIGHT), norm=LIGHT).lacks_action
    assert not one(doing(TODAY + TERM)).lacks_action


@pytest.mark.parametrize(("days", "goes_on"), [(0, True), (1, True), (-1, False)])
def test_an_action_of_the_last_time_goes_on_while_its_day_was_not_over(days: int, goes_on: bool) -> None:
    found = one(doing(TODAY + timedelta(days=days), on=LAST_YEAR), said(Answer.NOT_MET))
    assert (found.agreed is not None, found.lacks_action) == (goes_on, not goes_on)


@pytest.mark.parametrize(("more", "in_time"), [(0, True), (1, False)])
def test_an_action_for_a_heavy_gap_comes_within_twelve_weeks(more: int, in_time: bool) -> None:
    assert one(doing(TODAY + TERM + timedelta(days=more))).is_in_time(TERM) is in_time


def test_an_action_is_late_from_the_day_after_it_was_due() -> None:
    found = one(doing(TODAY, on=LAST_YEAR))
    assert not found.is_late(TODAY)
    assert found.is_late(TODAY + timedelta(days=1))


def test_a_gap_that_is_closed_has_no_action_any_more() -> None:
    assert one(doing(TODAY + TERM, on=LAST_YEAR), said(Answer.MET)).agreed is None


def test_every_norm_for_municipalities_is_there_once_and_no_other() -> None:
    norms = CATALOGUE.profile(Profile.MUNICIPAL, TODAY)
    found = checked(norms, [said(Answer.MET), replace(said(Answer.MET), indicator="HOU-001")], TODAY)
    assert [each.norm.id for each in found] == [norm.id for norm in norms]
    assert sum(each.now is not None for each in found) == 1


ANSWERS = st.lists(
    st.builds(said, st.sampled_from(Answer), st.sampled_from([TODAY, LAST_YEAR]), who=st.sampled_from("abc")),
    max_size=6,
    unique_by=lambda each: (each.date, each.respondent),
)


@given(ANSWERS, st.randoms())
def test_the_order_of_answers_does_not_matter(answers: list[SelfCheck], chance: object) -> None:
    shuffled = list(answers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert one(*shuffled) == one(*answers)


@given(ANSWERS)
def test_one_more_voice_on_the_newest_day_never_makes_it_better(answers: list[SelfCheck]) -> None:
    before, after = one(*answers), one(*answers, said(Answer.NOT_MET, who="z"))
    if before.now and before.now.date == TODAY:
        assert BADNESS[after.answer] >= BADNESS[before.answer]
    assert after.is_gap
