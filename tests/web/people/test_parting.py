# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A person is taken out of a household, or turns out to be in it; a stay that nobody wrote down is added or mended."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import transaction
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luwte.data import read
from luwte.model.people import HouseholdGroup, Phase, Relation
from luwte.model.periods import Month
from luwte.model.stays import MoveCause
from luwte_web.accounts.actors import Actor
from luwte_web.audit.models import Line
from luwte_web.records import forgetting
from luwte_web.records.terms import load_terms
from luwte_web.registry import corrections, departures, eighteen, exporting, missing, partings, refusals, selectors
from luwte_web.registry.corrections import Known, Lasted, Who
from luwte_web.registry.departures import Left
from luwte_web.registry.models import (
    Change,
    EighteenPlan,
    HouseholdFacts,
    LeftFor,
    PartedFor,
    Parting,
    Person,
    Stay,
)
from luwte_web.registry.partings import Parted
from luwte_web.registry.refusals import ChangeRefused
from web.people.few import GUARDIAN, MINISTRY, OF_GRONINGEN, OF_NORTH_HOLLAND, OFFICER, TEAM_NORTH
from web.people.few_tables import TODAY
from web.people.test_editing import AGREED, WHY, refused

GONE = Parted(PartedFor.OTHER_PARENT, TODAY, HouseholdGroup.ADULT)
BEFORE = Lasted("L1", date(2025, 3, 1), date(2026, 1, 1), MoveCause.PROCEDURE, True)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def facts(key: str) -> HouseholdFacts:
    return HouseholdFacts.objects.known().get(household__key=key)


def persons(household: str) -> list[str]:
    return [one.key for one in selectors.records("persons", household__key=household)]


def a_sibling_comes(group: HouseholdGroup = HouseholdGroup.AMV, key: str = "M1") -> None:
    new = (Known(Month(2010, 5), Relation.SELF),)
    corrections.correct_household(OFFICER, key, Who(group, Phase.PROCEDURE, {}, new=new), WHY)


@pytest.mark.parametrize("why", PartedFor)
def test_who_is_taken_out_is_in_no_table_and_what_was_known_is_kept(why: PartedFor, tmp_path: Path) -> None:
    then = selectors.latest_change()
    partings.part(OFFICER, "F1c", Parted(why, TODAY, HouseholdGroup.ADULT), "told by the team")
    assert Line.objects.latest("number").told == {"change": Change.objects.latest("id").pk}
    assert persons("F1") == ["F1p"]
    assert (facts("F1").group, facts("F1").on_place) == ("adult", "adult")
    exporting.export(tmp_path / "now", OFFICER)
    assert "F1c" not in (tmp_path / "now" / "persons.csv").read_text()
    read(tmp_path / "now")
    before = selectors.dataset_of(selectors.all_lines(then))
    assert [person.key for person in before.persons_of["F1"]] == ["F1p", "F1c"]
    (parting,) = partings.partings_of("F1")
    assert (parting.person.key, parting.parted_for, parting.known_by.reason) == ("F1c", why, "told by the team")


def test_a_household_is_not_left_as_what_it_is_not() -> None:
    with pytest.raises(ChangeRefused, match="household_group"):
        partings.part(OFFICER, "F1c", Parted(PartedFor.DIED, TODAY, HouseholdGroup.FAMILY), WHY)
    assert persons("F1") == ["F1p", "F1c"]


def test_what_stands_in_the_way_is_told_all_at_once() -> None:
    missing.report(GUARDIAN, "M1s", TODAY, "not at school")
    ahead = Parted(PartedFor.DIED, TODAY + timedelta(days=1), HouseholdGroup.AMV)
    kinds = (partings.AHEAD, partings.LAST, partings.MISSING)
    refused(lambda: partings.part(OFFICER, "M1s", ahead, WHY), *kinds)


def test_who_was_taken_out_wrongly_comes_back_with_all_that_was_known() -> None:
    a_sibling_comes()
    eighteen.agree(GUARDIAN, "M1s", AGREED, "talked")
    before = selectors.records("persons", household__key="M1")
    partings.part(OFFICER, "M1s", Parted(PartedFor.NEVER, TODAY, HouseholdGroup.AMV), WHY)
    assert not EighteenPlan.objects.known().exists()
    (parting,) = partings.partings_of("M1")
    partings.take_back(OFFICER, "M1", parting.line, HouseholdGroup.AMV, "it was another child")
    assert selectors.records("persons", household__key="M1") == before
    assert eighteen.plan_of("M1s") is not None
    assert list(partings.partings_of("M1")) == []


def test_who_is_in_the_tables_again_is_not_told_as_gone_and_can_be_taken_out_again() -> None:
    partings.part(OFFICER, "F1c", GONE, WHY)
    parting = partings.partings_of("F1").get()
    partings.take_back(OFFICER, "F1", parting.line, HouseholdGroup.FAMILY, WHY)
    with pytest.raises(ChangeRefused, match="registry_not_there"):
        partings.take_back(OFFICER, "F1", parting.line, HouseholdGroup.FAMILY, WHY)
    partings.part(OFFICER, "F1c", GONE, WHY)
    assert partings.partings_of("F1").count() == Parting.objects.known().count() == 1


def test_a_household_that_left_and_came_back_still_tells_who_had_parted() -> None:
    partings.part(OFFICER, "F1c", GONE, WHY)
    departures.leave(OFFICER, "F1", Left(LeftFor.HOME, TODAY), WHY)
    departures.take_back(OFFICER, "F1", WHY)
    assert persons("F1") == ["F1p"]
    assert [one.person.key for one in partings.partings_of("F1")] == ["F1c"]


def test_who_was_taken_out_is_forgotten_with_the_household() -> None:
    partings.part(OFFICER, "F1c", GONE, WHY)
    departures.leave(OFFICER, "F1", Left(LeftFor.HOME, TODAY), WHY)
    forgetting.forget(OFFICER, "F1", load_terms(), "the term is over", early=True)
    assert not Person.objects.filter(key="F1c").exists()
    assert not Parting.objects.exists()


@pytest.mark.parametrize("actor", [OF_NORTH_HOLLAND, GUARDIAN, TEAM_NORTH, MINISTRY])
def test_who_does_not_write_about_a_household_changes_nothing_of_it(actor: Actor) -> None:
    partings.part(OF_GRONINGEN, "F1c", GONE, WHY)
    line = partings.partings_of("F1").get().line
    for act in (
        lambda: partings.part(actor, "M1s", GONE, WHY),
        lambda: partings.part(actor, "nobody", GONE, WHY),
        lambda: partings.take_back(actor, "F1", line, HouseholdGroup.FAMILY, WHY),
        lambda: corrections.add_stay(actor, "F1", BEFORE, WHY),
    ):
        with pytest.raises(Http404):
            act()


def test_an_earlier_stay_is_known_from_now_on_and_was_not_known_before() -> None:
    then = selectors.latest_change()
    corrections.add_stay(OFFICER, "F1", BEFORE, "a letter from there")
    stays = selectors.records("stays", household__key="F1")
    assert [(stay.location, stay.since, stay.until) for stay in stays][1] == ("L1", BEFORE.since, BEFORE.until)
    assert facts("F1").forced_moves == 1
    assert [stay.household for stay in selectors.dataset_of(selectors.all_lines(then)).stays].count("F1") == 1


def test_a_stay_that_was_somewhere_else_is_mended() -> None:
    corrections.add_stay(OFFICER, "F1", BEFORE, WHY)
    line = Stay.objects.known().get(household__key="F1", until__isnull=False).line
    corrections.correct_stay(OFFICER, "F1", line, Lasted("L2", BEFORE.since, BEFORE.until), "it was here before")
    assert {stay.location for stay in selectors.records("stays", household__key="F1")} == {"L2"}


def test_a_location_that_is_not_there_or_not_seen_is_no_place_where_they_lived() -> None:
    for actor, at in ((OFFICER, "nowhere"), (OF_GRONINGEN, "L1")):
        elsewhere = Lasted(at, BEFORE.since, BEFORE.until)
        with pytest.raises(ChangeRefused, match="registry_not_there"):
            corrections.add_stay(actor, "F1", elsewhere, WHY)


DAYS = st.integers(min_value=0, max_value=400).map(lambda n: date(2025, 1, 1) + timedelta(days=n))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(DAYS, DAYS), max_size=4))
def test_whatever_stays_are_added_nobody_lives_in_two_places_at_once(added: list[tuple[date, date]]) -> None:
    with transaction.atomic():
        for since, until in added:
            try:
                corrections.add_stay(OFFICER, "F1", Lasted("L1", since, until), WHY)
            except ChangeRefused as refused:
                codes = {finding.kind.code for finding in refused.findings}
                known = {refusals.OVERLAP.code, refusals.OTHER.code, "stay_overlap", "stay_ends_first"}
                assert codes <= known
        lived = sorted((one.since, one.until or date.max) for one in selectors.records("stays", household__key="F1"))
        assert all(before[1] <= after[0] for before, after in pairwise(lived))
        transaction.set_rollback(True)
