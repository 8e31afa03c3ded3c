# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is weighed for a child is written down by who knows it, never overwritten, and what is missing is told."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.refusals import NOT_THERE, ChangeRefused
from luwte_web.workspace import best_interests
from luwte_web.workspace.best_interests import Lack, Missing, Weighed, missing, record_of
from luwte_web.workspace.children import Children, children_of, record_child_view, view_of
from luwte_web.workspace.models import BestInterests, ChildView, GuardianView, Stance
from luwte_web.workspace.refusals import NO_GUARDIAN, NOT_A_CHILD, NOT_ITS_GUARDIAN
from web.workspace.country import DAY, NEW, OLD, OTHER
from web.workspace.written import heard, weighed, write_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
PUPIL = Children(("P",), school_age=1, came_alone=False)
TODDLER = Children(("P",), school_age=0, came_alone=False)
ALONE = Children(("P",), school_age=1, came_alone=True)
TWO = Children(("P", "Q"), school_age=1, came_alone=False)
NO_CHILDREN = Children((), 0, came_alone=False)
VIEW = GuardianView(stance=Stance.AGREES)
HEARD = {"P": heard()}


def lacks(*told: Any) -> set[Missing]:
    return {lack.what for lack in missing(*told)}


def test_of_a_child_everything_is_missing_at_first() -> None:
    assert lacks(None, {}, None, ALONE) == set(Missing) - {Missing.VIEW}
    assert lacks(None, {}, None, PUPIL) == set(Missing) - {Missing.VIEW, Missing.GUARDIAN}
    assert lacks(None, {}, None, TODDLER) == set(Missing) - {Missing.VIEW, Missing.GUARDIAN, Missing.SCHOOL}
    assert missing(None, {}, None, NO_CHILDREN) == ()


def test_nothing_is_missing_of_a_whole_record() -> None:
    assert missing(weighed(), HEARD, VIEW, ALONE) == ()
    assert missing(weighed(), HEARD, None, PUPIL) == ()


@given(st.sets(st.sampled_from(["family", "wellbeing", "safety", "school_on", "care_on"])))
def test_just_what_was_left_out_is_missing(left_out: set[str]) -> None:
    empty = {name: None if name.endswith("_on") else "" for name in left_out}
    told = missing(weighed(**empty), HEARD, VIEW, ALONE)
    assert {each.code for each in told} == {name.removesuffix("_on") for name in left_out}


def test_a_child_is_heard_or_it_is_said_why_not() -> None:
    def told(**otherwise: Any) -> tuple[Lack, ...]:
        return missing(weighed(), {"P": heard(**otherwise)}, VIEW, PUPIL)

    nobody = {"heard_by": None, "heard_on": None, "view": "", "stance": None}
    assert told(**nobody) == (Lack(Missing.HEARD, "P"),)
    assert told(**nobody, not_heard_because="three months old") == ()
    assert told(heard_by=None) == (Lack(Missing.HEARD, "P"),)
    assert told(stance=None) == (Lack(Missing.VIEW, "P"),)


@given(st.sets(st.sampled_from("ABCDE")), st.sets(st.sampled_from("ABCDE")))
def test_each_child_that_was_not_heard_is_named(children: set[str], was_heard: set[str]) -> None:
    of = Children(tuple(sorted(children)), 0, came_alone=False)
    told = missing(weighed(), {key: heard() for key in was_heard}, None, of)
    assert [lack.code for lack in told] == [f"heard:{key}" for key in sorted(children - was_heard)]


def test_the_children_are_counted_on_the_day_of_the_move() -> None:
    assert children_of("F1", DAY) == Children(("F1c",), 1, came_alone=False)
    assert children_of("M1", DAY) == Children(("M1s",), 1, came_alone=True)
    assert children_of("M1", date(2029, 6, 1)) == NO_CHILDREN
    assert children_of("A1", DAY) == NO_CHILDREN


def test_each_child_says_it_in_its_own_words(guardian: Actor, site_team: Actor) -> None:
    record_child_view(site_team, "F1", NEW, "F1c", heard(view="misses school", stance=Stance.OBJECTS))
    record_child_view(guardian, "M1", NEW, "M1s", heard(view="wants to stay"))
    said = view_of("F1", NEW, "F1c")
    assert said is not None
    assert (said.view, said.stance, said.known_by.actor) == ("misses school", Stance.OBJECTS, "u-site")
    assert view_of("F1", OTHER, "F1c") is None


def test_who_is_no_child_of_the_household_has_no_view_there(officer: Actor) -> None:
    for other in ("F1p", "F2c", "nobody"):
        with pytest.raises(ChangeRefused) as why:
            record_child_view(officer, "F1", NEW, other, heard())
        assert [finding.kind for finding in why.value.findings] == [NOT_A_CHILD]
    assert not ChildView.objects.exists()


def test_of_two_who_write_of_one_child_the_second_sees_what_the_first_wrote(officer: Actor, site_team: Actor) -> None:
    record_child_view(site_team, "F1", NEW, "F1c", heard(view="misses school"), seen="")
    with pytest.raises(ChangedSince) as why:
        record_child_view(officer, "F1", NEW, "F1c", heard(view="is glad"), seen="")
    assert why.value.differences == {"view": ("is glad", "misses school")}
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildView.objects.update(view="never said")


def test_a_child_is_not_both_heard_and_not_heard(officer: Actor) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        record_child_view(officer, "F1", NEW, "F1c", heard(not_heard_because="too young"))


def test_every_version_stays_with_who_wrote_it(officer: Actor, site_team: Actor) -> None:
    best_interests.record(site_team, "F1", NEW, Weighed(family="an aunt"))
    best_interests.record(officer, "F1", NEW, weighed())
    versions = BestInterests.objects.order_by("id").values_list("family", "known_by__actor", "superseded_by__actor")
    assert list(versions) == [("an aunt", "u-site", "u-officer"), (weighed().family, "u-officer", None)]
    with pytest.raises(IntegrityError), transaction.atomic():
        BestInterests.objects.update(family="never said")


def test_who_wrote_at_the_same_time_is_not_overwritten_unseen(officer: Actor, site_team: Actor) -> None:
    best_interests.record(site_team, "F1", NEW, weighed(family="an aunt"), seen="")
    with pytest.raises(ChangedSince) as why:
        best_interests.record(officer, "F1", NEW, weighed(family="nobody"), seen="")
    assert why.value.differences == {"family": ("nobody", "an aunt")}
    now = record_of("F1", NEW)
    assert now is not None
    best_interests.record(officer, "F1", NEW, weighed(family="an aunt and a cousin"), seen=mark(now))


def test_a_record_belongs_to_one_move(officer: Actor) -> None:
    write_all(officer, "F1", NEW)
    assert record_of("F1", OTHER) is None
    assert best_interests.missing_for("F1", NEW, DAY) == ()
    assert Lack(Missing.FAMILY) in best_interests.missing_for("F1", OTHER, DAY)


def test_a_guardian_writes_the_view_of_a_guardian_and_the_team_does_not(guardian: Actor, site_team: Actor) -> None:
    best_interests.record_guardian_view(guardian, "M1", NEW, Stance.OBJECTS, "too far from school", DAY)
    with pytest.raises(ChangeRefused) as why:
        best_interests.record_guardian_view(site_team, "M1", NEW, Stance.AGREES, "", DAY)
    assert [finding.kind for finding in why.value.findings] == [NOT_ITS_GUARDIAN]
    kept = best_interests.guardian_view_of("M1", NEW)
    assert kept is not None
    assert (kept.stance, kept.known_by.actor) == (Stance.OBJECTS, "u-guardian")


def test_who_has_parents_has_no_guardian_here(officer: Actor) -> None:
    with pytest.raises(ChangeRefused) as why:
        best_interests.record_guardian_view(officer, "F1", NEW, Stance.AGREES, "", DAY)
    assert [finding.kind for finding in why.value.findings] == [NO_GUARDIAN]


def test_a_place_that_is_not_there_is_told(officer: Actor) -> None:
    with pytest.raises(ChangeRefused) as why:
        best_interests.record(officer, "F1", "L99", weighed())
    assert [finding.kind for finding in why.value.findings] == [NOT_THERE]


def test_outside_their_scope_nobody_writes_anything(guardian: Actor) -> None:
    with pytest.raises(Http404):
        best_interests.record(guardian, "M4", NEW, weighed())
    with pytest.raises(Http404):
        record_child_view(guardian, "M4", NEW, "M4s", heard())
    with pytest.raises(Http404):
        best_interests.record_guardian_view(guardian, "M4", NEW, Stance.AGREES, "", DAY)
    elsewhere = Actor("u-2", (Membership(Role.SITE_TEAM, Scope.LOCATION, NEW),))
    with pytest.raises(Http404):
        best_interests.record(elsewhere, "F1", NEW, weighed())
    with pytest.raises(Http404):
        record_child_view(elsewhere, "F1", NEW, "F1c", heard())
    for role in (Role.INSPECTOR, Role.MINISTRY, Role.AUDITOR, Role.ADMINISTRATOR):
        with pytest.raises(Http404):
            best_interests.record(Actor("u-3", (Membership(role, Scope.COUNTRY),)), "F1", NEW, weighed())
    assert record_of("F1", OLD) is None
