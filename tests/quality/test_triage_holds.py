# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What holds for whatever is answered: a failure never helps, an unknown is never met, order does not matter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from luwte.model.places import Fitness, Location, LocationKind, PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement, Method
from luwte.quality.assess import Assessed, assess
from luwte.quality.fitness import verdict
from luwte.quality.norm import Scope
from luwte.quality.triage import UNKNOWN_FAILING, Layer, triage
from quality.norms import DAY, NORMS, action, site

KEYS = [each.id for each in NORMS]
GATES = [each.id for each in NORMS if each.is_gate]
LAYERS, FITS = list(Layer), [Fitness.UNFIT, Fitness.UNKNOWN, None, Fitness.FIT_ASSESSED]

ANSWERS = st.builds(
    Assessment,
    location=st.just("L"),
    group=st.sampled_from(AssessedGroup),
    indicator=st.sampled_from(KEYS),
    answer=st.sampled_from(Answer),
    date=st.integers(-3, 120).map(lambda ago: DAY - timedelta(days=ago)),
    method=st.sampled_from(Method),
    value=st.none() | st.sampled_from(["3.4", "3.5", "9", "?"]),
    assessor=st.none() | st.sampled_from(["B1", "B2"]),
)
ACTIONS = st.builds(
    action,
    st.sampled_from(KEYS),
    due_in=st.none() | st.integers(-90, 90),
    owner=st.none() | st.just("site manager"),
    done_ago=st.none() | st.integers(-90, 90),
)
MET = {
    each.id: Assessment("L", AssessedGroup.ALL, each.id, Answer.MET, DAY - timedelta(days=130), Method.VISIT)
    for each in NORMS
}


@st.composite
def looked_at(draw: st.DrawFn) -> list[Assessment]:
    """A site that met all long ago, some of it, and what was answered since: so that no layer is rare."""
    before = draw(st.sets(st.sampled_from(KEYS))) if draw(st.booleans()) else set(KEYS)
    return [*(MET[key] for key in sorted(before)), *draw(st.lists(ANSWERS, max_size=4))]


SITES = st.builds(
    site,
    st.sampled_from([LocationKind.EMERGENCY, LocationKind.AZC]),
    term_long_enough=st.booleans(),
    permit_feasible=st.just(True),
    regional_support=st.booleans(),
)


def assessed(
    at: Location, answers: Sequence[Assessment], actions: Sequence[Improvement]
) -> Mapping[PlaceGroup, Assessed]:
    return {one.group: one for one in assess(NORMS, [at], answers, actions, DAY)}


def rank(one: Assessed) -> tuple[int, int]:
    """How good the layer and the fitness are, the worst 0."""
    told = verdict(one)
    return LAYERS.index(triage(one).layer), FITS.index(told.fit if told else None)


@given(SITES, looked_at(), st.lists(ACTIONS, max_size=3), st.sampled_from(GATES), st.sampled_from(Method))
def test_a_gate_that_is_found_to_fail_never_helps(
    at: Location, answers: list[Assessment], actions: list[Improvement], gate: str, method: Method
) -> None:
    failed = Assessment("L", AssessedGroup.ALL, gate, Answer.NOT_MET, DAY, method)
    before, after = assessed(at, answers, actions), assessed(at, [*answers, failed], actions)
    for group, one in after.items():
        layer, _ = rank(one)
        assert layer <= rank(before[group])[0]
        assert FITS[rank(one)[1]] is not Fitness.FIT_ASSESSED or rank(before[group])[1] == len(FITS) - 1


@given(SITES, looked_at(), st.lists(ACTIONS, max_size=3), st.sampled_from(GATES))
def test_a_new_gate_that_fails_never_helps(
    at: Location, answers: list[Assessment], actions: list[Improvement], key: str
) -> None:
    new = replace(
        next(each for each in NORMS if each.id == key), id="NEW", groups=frozenset(PlaceGroup), scope=Scope.ALL
    )
    failed = Assessment("L", AssessedGroup.ALL, "NEW", Answer.NOT_MET, DAY, Method.VISIT)
    (*before,) = assess(NORMS, [at], answers, actions, DAY)
    (*after,) = assess([*NORMS, new], [at], [*answers, failed], actions, DAY)
    for was, now in zip(before, after, strict=True):
        assert "NEW" in triage(now).failed
        assert triage(now).layer in (Layer.CRITICAL, Layer.UNKNOWN)
        assert rank(now)[0] <= rank(was)[0]
        assert rank(now)[1] <= rank(was)[1]


@given(SITES, looked_at(), st.lists(ACTIONS, max_size=3))
def test_a_gate_without_an_answer_leaves_the_layer_unknown_and_hides_nothing(
    at: Location, answers: list[Assessment], actions: list[Improvement]
) -> None:
    for one in assessed(at, answers, actions).values():
        found, failed = triage(one), [gate.norm.id for gate in one.failed_gates]
        floors = [floor.norm.id for floor in one.below_floor]
        if any(not gate.doubts for gate in one.unanswered_gates):
            assert found.layer is (Layer.CRITICAL if floors else Layer.UNKNOWN)
        elif failed or floors:
            assert found.layer is Layer.CRITICAL
        assert [each.norm for each in found.because[: len(floors) + len(failed)]] == [*floors, *failed]
        assert (found.counted == UNKNOWN_FAILING) is (found.layer is Layer.UNKNOWN and bool(failed))


@given(SITES, looked_at(), st.sampled_from(KEYS), st.sampled_from(AssessedGroup), st.sampled_from(Method))
def test_an_unknown_never_counts_as_met(
    at: Location, answers: list[Assessment], key: str, group: AssessedGroup, method: Method
) -> None:
    others = [answer for answer in answers if answer.indicator != key]
    unknown = Assessment("L", group, key, Answer.UNKNOWN, DAY, method)
    for one in assessed(at, [*others, unknown], []).values():
        heard = next((heard for heard in one.heard if heard.norm.id == key), None)
        assert heard is None or heard.answer is Answer.UNKNOWN
        none_at_all = assessed(at, others, [])[one.group]
        assert one.met_share is None or none_at_all.met_share is None or one.met_share <= none_at_all.met_share
        if heard is not None and heard.norm.is_gate:
            assert triage(one).layer in (Layer.UNKNOWN, Layer.CRITICAL)


@given(SITES, looked_at())
def test_what_stands_in_doubt_never_counts_as_met(at: Location, answers: list[Assessment]) -> None:
    for one in assessed(at, answers, []).values():
        for heard in one.heard:
            if heard.doubts:
                assert heard.answer in (Answer.UNKNOWN, Answer.NOT_MET)
            elif heard.answer is Answer.MET:
                assert heard.speaker
                assert {given.answer for given in heard.speaker.answers} <= {Answer.MET, Answer.NOT_APPLICABLE}


@given(SITES, looked_at(), st.lists(ACTIONS, max_size=3), st.randoms())
def test_the_order_of_answers_does_not_matter(
    at: Location, answers: list[Assessment], actions: list[Improvement], chance: Random
) -> None:
    shuffled, turned = list(answers), list(reversed(actions))
    chance.shuffle(shuffled)
    before, after = assessed(at, answers, actions), assessed(at, shuffled, turned)
    for group, one in before.items():
        assert triage(after[group]) == triage(one)
        assert verdict(after[group]) == verdict(one)
        assert after[group].heard == one.heard


@given(SITES, looked_at())
def test_an_action_plan_alone_never_makes_a_place_fit(at: Location, answers: list[Assessment]) -> None:
    for group, one in assessed(at, answers, [action(each, 10) for each in KEYS]).items():
        without = verdict(assessed(at, answers, [])[group])
        told = verdict(one)
        assert (told.fit if told else None) is not Fitness.FIT_ASSESSED or told == without
