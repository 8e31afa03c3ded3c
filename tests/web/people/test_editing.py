# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people write down of a household: who may, what is refused, what is kept, and what stands on the log."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404

from luwte.data import read
from luwte.model.people import HouseholdGroup, Phase, Relation, WishBy, WishKind
from luwte.model.periods import Month
from luwte.quality.eighteen import is_near
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit.models import Line
from luwte_web.registry import (
    arrivals,
    circumstances,
    corrections,
    editing,
    eighteen,
    exporting,
    missing,
    moves,
    refusals,
    selectors,
    wishes,
)
from luwte_web.registry.arrivals import Arrival, Arriving
from luwte_web.registry.circumstances import Kin
from luwte_web.registry.corrections import Known, Lasted, Who
from luwte_web.registry.editing import mark
from luwte_web.registry.eighteen import Agreed
from luwte_web.registry.models import (
    Answer,
    AtEighteen,
    Change,
    Disappearance,
    EighteenPlan,
    HouseholdFacts,
    PersonFacts,
    Relative,
    Stay,
    Tie,
)
from luwte_web.registry.moves import MoveCause, Proposed
from luwte_web.registry.wishes import Wish
from web.people.few import ADMINISTRATOR, GUARDIAN, MINISTRY, OF_GRONINGEN, OFFICER, TEAM_NORTH
from web.people.few_tables import TODAY

WHY = "told by the team"
MAY = date(2026, 5, 4)
TO_STAY = Wish(WishKind.STAY, WishBy.CHILD, MAY)
AGREED = Agreed(AtEighteen.STAY, "a mentor", "school goes on", "own room here", "football", "with the mentor", "glad")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def facts(key: str) -> HouseholdFacts:
    return HouseholdFacts.objects.known().get(household__key=key)


def person(key: str) -> PersonFacts:
    return PersonFacts.objects.known().get(person__key=key)


def refused(act: Callable[[], object], *kinds: object) -> None:
    """It is refused for these reasons, and nothing was written."""
    before, lines = selectors.latest_change(), Line.objects.count()
    with pytest.raises(refusals.ChangeRefused) as why:
        act()
    assert [finding.kind for finding in why.value.findings] == list(kinds)
    assert (selectors.latest_change(), Line.objects.count()) == (before, lines)


def test_a_household_arrives_and_waits_for_a_place() -> None:
    persons = (Arriving(Month(1990, 1), Relation.PARENT), Arriving(Month(2020, 1), Relation.CHILD))
    key = arrivals.arrive(OFFICER, Arrival(HouseholdGroup.FAMILY, Phase.REGISTRATION, persons), WHY)
    assert (facts(key).location, facts(key).on_place) == (None, None)
    assert [one.key for one in selectors.records("persons", household__key=key)] == [f"{key}-1", f"{key}-2"]
    assert Change.objects.latest("id").reason == WHY


def test_a_household_arrives_where_it_was_brought_with_a_stay() -> None:
    child = Arriving(Month(2010, 1), Relation.SELF)
    arrival = Arrival(HouseholdGroup.AMV, Phase.PROCEDURE, (child,), guardian="G2", location="L2", since=MAY)
    key = arrivals.arrive(OF_GRONINGEN, arrival, WHY)
    (stay,) = selectors.records("stays", household__key=key)
    assert (facts(key).on_place, stay.location, stay.since) == ("amv", "L2", MAY)


def test_what_is_wrong_with_an_arrival_is_told_all_at_once() -> None:
    ahead = date(2027, 1, 1)
    wrong = Arrival(HouseholdGroup.ADULT, Phase.PROCEDURE, (), location="nowhere", since=ahead)
    kinds = (arrivals.NOBODY_ARRIVES, refusals.NOT_THERE, arrivals.NOT_YET, editing.NO_REASON)
    refused(lambda: arrivals.arrive(OFFICER, wrong, " "), *kinds)


def test_a_household_whose_group_contradicts_its_persons_does_not_arrive() -> None:
    child = Arriving(Month(2015, 1), Relation.SELF)
    with pytest.raises(refusals.ChangeRefused, match="household_group"):
        arrivals.arrive(OFFICER, Arrival(HouseholdGroup.ADULT, Phase.PROCEDURE, (child,)), WHY)
    assert not selectors.records("persons", birth_month="2015-01")


@pytest.mark.parametrize("actor", [TEAM_NORTH, GUARDIAN, MINISTRY, ADMINISTRATOR, OF_GRONINGEN])
def test_who_may_not_cannot_write_down_an_arrival(actor: Actor) -> None:
    grown = Arriving(Month(1990, 1), Relation.SELF)
    with pytest.raises(Http404):
        arrivals.arrive(actor, Arrival(HouseholdGroup.ADULT, Phase.PROCEDURE, (grown,)), WHY)


def test_a_wish_is_heard_answered_and_not_asked_again() -> None:
    wishes.hear(GUARDIAN, "M1", TO_STAY, WHY)
    open_wishes = wishes.unanswered(HouseholdFacts.objects.known())
    assert [row.household.key for row in open_wishes] == ["M1"]
    wishes.answer(OFFICER, "M1", Answer.REFUSED, TODAY, "the site closes")
    assert not open_wishes.all().exists()
    assert facts("M1").wish_kind is WishKind.STAY
    (answer,) = wishes.answers_of("M1")
    assert (answer.answer, answer.why, answer.wish_by) == (Answer.REFUSED, "the site closes", WishBy.CHILD)
    wishes.hear(GUARDIAN, "M1", Wish(WishKind.STAY, WishBy.CHILD, TODAY), WHY)
    assert open_wishes.all().exists()


def test_a_wish_that_is_withdrawn_is_asked_for_no_more() -> None:
    wishes.hear(GUARDIAN, "M1", TO_STAY, WHY)
    with pytest.raises(Http404):
        wishes.answer(GUARDIAN, "M1", Answer.GRANTED, TODAY, WHY)
    wishes.answer(GUARDIAN, "M1", Answer.WITHDRAWN, TODAY, "made friends elsewhere")
    assert facts("M1").wish_kind is None
    refused(lambda: wishes.answer(OFFICER, "M1", Answer.GRANTED, TODAY, WHY), wishes.NO_WISH)


def test_a_wish_for_a_place_that_does_not_exist_is_refused_as_tables_would_be() -> None:
    with pytest.raises(refusals.ChangeRefused):
        wishes.hear(OFFICER, "M1", Wish(WishKind.PLACE, WishBy.CHILD, MAY), WHY)
    assert facts("M1").wish_kind is None


def test_who_is_locked_is_not_moved_until_it_is_unlocked() -> None:
    circumstances.lock(OFFICER, "A1", "exams until June")
    assert (facts("A1").locked, facts("A1").lock_reason) == (True, "exams until June")
    with pytest.raises(refusals.ChangeRefused, match="registry_locked"):
        moves.accept(SYSTEM, Proposed("A1", "L1", TODAY), WHY)
    circumstances.unlock(OFFICER, "A1", "exams are over")
    moves.accept(SYSTEM, Proposed("A1", "L1", TODAY), WHY)


def test_a_guardian_is_appointed_since_a_day() -> None:
    circumstances.guard(OFFICER, "M2", "G7", MAY, WHY)
    assert (facts("M2").guardian, person("M2s").guardian_since) == ("G7", date(2025, 1, 1))
    refused(lambda: circumstances.guard(OFFICER, "F1", "G7", MAY, WHY), circumstances.NO_WARD)


def test_needs_are_written_down_and_a_need_that_nobody_knows_is_refused() -> None:
    circumstances.need(OFFICER, "F1", frozenset({"accessible", "other:garden"}), WHY)
    assert facts("F1").needs == {"accessible", "other:garden"}
    with pytest.raises(refusals.ChangeRefused):
        circumstances.need(OFFICER, "F1", frozenset({"gold"}), WHY)


def test_relatives_are_kept_near_while_they_are_relatives() -> None:
    circumstances.relate(OFFICER, "M1", Kin(Tie.SIBLING, household="F1", near=True), WHY)
    circumstances.relate(OFFICER, "M1", Kin(Tie.RELATIVE, municipality="GM0014"), WHY)
    assert facts("M1").keep_near.key == "F1"
    first = Relative.objects.known().get(household__key="M1", tie=Tie.SIBLING)
    circumstances.unrelate(OFFICER, "M1", first.line, WHY)
    assert facts("M1").keep_near is None
    assert Relative.objects.known().count() == 1


def test_a_relative_one_may_not_see_looks_like_one_who_is_not_there() -> None:
    answers = []
    for other in ("F2", "nobody"):
        with pytest.raises(refusals.ChangeRefused) as why:
            circumstances.relate(OF_GRONINGEN, "M1", Kin(Tie.SIBLING, household=other), WHY)
        (finding,) = why.value.findings
        answers.append((finding.kind, finding.params["key"] == other))
    assert answers == [(refusals.NOT_THERE, True)] * 2
    refused(lambda: circumstances.relate(OFFICER, "M1", Kin(Tie.SIBLING), WHY), circumstances.ONE_OF_BOTH)
    own = Kin(Tie.SIBLING, household="M1")
    refused(lambda: circumstances.relate(OFFICER, "M1", own, WHY), circumstances.ONESELF)


def test_birth_months_and_group_are_corrected_together_or_not_at_all() -> None:
    grown = Known(Month(2007, 5), Relation.SELF)
    amv = Who(HouseholdGroup.AMV, Phase.PROCEDURE, {"M2s": grown})
    before = facts("M2").pk
    with pytest.raises(refusals.ChangeRefused, match="household_group"):
        corrections.correct_household(OFFICER, "M2", Who(HouseholdGroup.FAMILY, Phase.PROCEDURE, {"M2s": grown}), WHY)
    assert facts("M2").pk == before
    corrections.correct_household(OFFICER, "M2", Who(HouseholdGroup.YOUNG_ADULT, amv.phase, amv.persons), WHY)
    assert (facts("M2").group, str(person("M2s").birth_month)) == (HouseholdGroup.YOUNG_ADULT, "2007-05")
    assert PersonFacts.objects.filter(person__key="M2s").count() == 2


def test_a_child_is_born_into_a_family() -> None:
    parent, child = (Known(one.birth_month, one.relation) for one in selectors.records("persons", household__key="F1"))
    born = Known(Month(2026, 11), Relation.CHILD)
    who = Who(HouseholdGroup.FAMILY, Phase.PROCEDURE, {"F1p": parent, "F1c": child}, new=(born,))
    corrections.correct_household(OFFICER, "F1", who, WHY)
    assert [one.key for one in selectors.records("persons", household__key="F1")] == ["F1p", "F1c", "F1-3"]


def test_a_stay_that_began_on_another_day_changes_the_arrival_too() -> None:
    stay = Stay.objects.known().get(household__key="F1")
    corrections.correct_stay(OFFICER, "F1", stay.line, Lasted("L2", MAY, None, MoveCause.CLOSURE, True), WHY)
    assert (facts("F1").since, facts("F1").forced_moves) == (MAY, 1)
    assert Stay.objects.filter(household__key="F1").count() == 2
    with pytest.raises(refusals.ChangeRefused, match="stay_no_current"):
        corrections.correct_stay(OFFICER, "F1", stay.line, Lasted("L2", MAY, TODAY), WHY)


def test_a_child_is_missing_and_found() -> None:
    missing.report(TEAM_NORTH, "M1s", TODAY, WHY)
    refused(lambda: missing.report(GUARDIAN, "M1s", TODAY, WHY), missing.ALREADY)
    missing.follow(GUARDIAN, "M1s", WHY, missing.Alert("the police", TODAY), "called the family")
    missing.follow(GUARDIAN, "M1s", WHY, done="walked along the station")
    refused(lambda: missing.found(GUARDIAN, "M1s", date(2026, 1, 1), WHY), missing.BEFORE)
    refused(lambda: missing.found(GUARDIAN, "M1s", date(2027, 1, 1), WHY), missing.AHEAD)
    missing.found(GUARDIAN, "M1s", TODAY, "came back by itself")
    told = Disappearance.objects.known().get()
    assert (told.alerted, told.found_on, told.reported_by) == ("the police", TODAY, TEAM_NORTH.key)
    assert told.done == f"{TODAY}: called the family\n{TODAY}: walked along the station"
    refused(lambda: missing.found(GUARDIAN, "M1s", TODAY, WHY), missing.NOT_MISSING)
    with pytest.raises(Http404):
        missing.report(GUARDIAN, "M2s", TODAY, WHY)


def test_half_a_year_ahead_everybody_who_came_alone_has_a_plan() -> None:
    lacking = eighteen.without_plan(PersonFacts.objects.known(), TODAY)
    assert [one.person.key for one in lacking] == ["M1s"]
    eighteen.agree(GUARDIAN, "M1s", AGREED, WHY)
    assert not lacking.all().exists()
    assert eighteen.turning(PersonFacts.objects.known(), TODAY).exists()
    better = Agreed(**{name: getattr(AGREED, name) for name in AGREED.__slots__} | {"school": "to college"})
    eighteen.agree(OFFICER, "M1s", better, WHY)
    assert eighteen.plan_of("M1s").school == "to college"  # type: ignore[union-attr]
    assert EighteenPlan.objects.filter(person__key="M1s").count() == 2


@pytest.mark.parametrize(("on", "lacks"), [
    (date(2026, 7, 31), False), (date(2026, 8, 1), True), (date(2027, 2, 28), True), (date(2027, 3, 1), False),
])  # fmt: skip
def test_half_a_year_ahead_is_counted_from_the_month_of_the_birthday(on: date, lacks: bool) -> None:
    assert eighteen.without_plan(PersonFacts.objects.known(), on).exists() is lacks
    assert is_near(Month(2009, 2), on) is lacks


def test_an_unfinished_plan_and_a_stay_that_is_not_allowed_are_refused() -> None:
    empty = Agreed(AtEighteen.STAY, "", "", "own room", "football", "mentor", "glad")
    refused(lambda: eighteen.agree(GUARDIAN, "M1s", empty, WHY), *[eighteen.NOT_WHOLE] * 2)
    refused(lambda: eighteen.agree(OFFICER, "M2s", AGREED, WHY), eighteen.NOT_TO_STAY)


def test_nobody_is_moved_for_a_birthday_alone() -> None:
    move = Proposed("M1", "L1", date(2027, 3, 1), MoveCause.EIGHTEEN)
    refused(lambda: moves.accept(OFFICER, move, WHY), eighteen.BIRTHDAY_ALONE)
    eighteen.agree(GUARDIAN, "M1s", AGREED, WHY)
    refused(lambda: moves.accept(OFFICER, move, WHY), eighteen.BIRTHDAY_ALONE)
    onwards = {name: getattr(AGREED, name) for name in AGREED.__slots__} | {"where": AtEighteen.RECEPTION}
    eighteen.agree(GUARDIAN, "M1s", Agreed(**onwards), WHY)
    assert moves.accept(OFFICER, move, WHY)


def test_a_birthday_leaves_everybody_on_the_place_they_have() -> None:
    assert facts("M1").on_place == "amv"
    circumstances.need(OFFICER, "M1", frozenset({"quiet"}), WHY)
    assert facts("M1").on_place == "amv"


def test_what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten() -> None:
    seen = [mark(facts("F1"))]
    circumstances.need(OFFICER, "F1", frozenset({"quiet"}), WHY)
    with pytest.raises(editing.ChangedSince) as why:
        circumstances.lock(OFFICER, "F1", WHY, seen)
    assert why.value.differences == {"needs": (frozenset(), frozenset({"quiet"}))}
    assert facts("F1").locked is False
    circumstances.lock(OFFICER, "F1", WHY, [mark(facts("F1"))])


def test_every_change_is_one_line_on_the_log_without_the_key() -> None:
    circumstances.need(OFFICER, "F1", frozenset({"quiet"}), WHY)
    line = Line.objects.latest("number")
    assert (line.actor, line.kind, line.told) == (OFFICER.key, "household", {"change": selectors.latest_change()})
    assert "F1" not in f"{line.thing}{line.content}"


def everything(actor: Actor) -> dict[str, Callable[[], Any]]:
    """Everything that somebody can try to write about M1."""
    who = Who(HouseholdGroup.AMV, Phase.PROCEDURE, {})
    stay = Stay.objects.known().get(household__key="M1").line
    return {
        "need": lambda: circumstances.need(actor, "M1", frozenset({"quiet"}), WHY),
        "lock": lambda: circumstances.lock(actor, "M1", WHY),
        "unlock": lambda: circumstances.unlock(actor, "M1", WHY),
        "guard": lambda: circumstances.guard(actor, "M1", "G2", MAY, WHY),
        "relate": lambda: circumstances.relate(actor, "M1", Kin(Tie.SIBLING, municipality="GM0014"), WHY),
        "correct": lambda: corrections.correct_household(actor, "M1", who, WHY),
        "stay": lambda: corrections.correct_stay(actor, "M1", stay, Lasted("L2", MAY), WHY),
        "hear": lambda: wishes.hear(actor, "M1", TO_STAY, WHY),
        "missing": lambda: missing.report(actor, "M1s", TODAY, WHY),
        "eighteen": lambda: eighteen.agree(actor, "M1s", AGREED, WHY),
    }


@pytest.mark.parametrize(("actor", "may"), [
    (OFFICER, None),
    (GUARDIAN, {"hear", "missing", "eighteen"}),
    (TEAM_NORTH, {"hear", "missing", "eighteen"}),
    (MINISTRY, set()),
    (ADMINISTRATOR, set()),
])  # fmt: skip
def test_each_role_writes_down_what_it_may(actor: Actor, may: set[str] | None) -> None:
    for name, act in everything(actor).items():
        if may is None or name in may:
            act()
        else:
            with pytest.raises(Http404):
                act()


def test_what_people_wrote_down_can_be_exported_and_read_again(tmp_path: Path) -> None:
    for act in everything(OFFICER).values():
        act()
    test_a_household_arrives_where_it_was_brought_with_a_stay()
    exporting.export(tmp_path / "out", OFFICER)
    assert len(read(tmp_path / "out").households) == 8
