# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A household leaves reception: its place is free, it is in no table, nothing of it is lost, and it can come back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.http import Http404

from luwte.data import read
from luwte_web.audit.models import Line
from luwte_web.registry import circumstances, departures, editing, exporting, missing, moves, selectors
from luwte_web.registry.circumstances import Kin
from luwte_web.registry.departures import Left
from luwte_web.registry.models import (
    Departure,
    HouseholdFacts,
    LeftFor,
    MoveFacts,
    PersonFacts,
    Relative,
    Stay,
    Tie,
)
from luwte_web.registry.moves import Proposed
from luwte_web.registry.refusals import ChangeRefused
from web.people.few import GUARDIAN, MINISTRY, OF_GRONINGEN, OF_NORTH_HOLLAND, OFFICER, TEAM_NORTH
from web.people.few_tables import TODAY
from web.people.test_editing import WHY, refused

HOME = Left(LeftFor.HOME, TODAY)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def exported(folder: Path) -> str:
    """All tables as they are handed out now, which can be read again."""
    exporting.export(folder, OFFICER)
    read(folder)
    return "".join(file.read_text() for file in sorted(folder.iterdir()))


def test_a_household_that_left_is_in_no_table_and_takes_no_place(tmp_path: Path) -> None:
    departures.leave(OFFICER, "F1", HOME, WHY)
    assert "F1" not in exported(tmp_path / "now")
    stays = Stay.objects.filter(household__key="F1").order_by("id")
    assert [stay.until for stay in stays] == [None, TODAY]
    assert stays[1].superseded_by == stays[1].known_by


def test_what_was_known_of_a_household_that_left_is_still_known_as_of_then(tmp_path: Path) -> None:
    before = selectors.latest_change()
    departures.leave(OFFICER, "F1", HOME, WHY)
    then = selectors.dataset_of(selectors.all_lines(before))
    assert "F1" in then.household
    assert len(then.persons_of["F1"]) == 2


def test_the_place_that_was_left_is_free_for_others_the_same_day() -> None:
    away = {"A2": "A1", "M2": "M1"}
    for comes, goes in away.items():
        departures.leave(OFFICER, goes, HOME, WHY)
        moves.accept(OFFICER, Proposed(comes, "L2", TODAY), WHY)
    moves.accept(OFFICER, Proposed("N1", "L2", TODAY), WHY)


def test_a_move_that_was_decided_goes_with_the_household() -> None:
    moves.accept(OFFICER, Proposed("F2", "L2", TODAY + timedelta(3)), WHY)
    departures.leave(OFFICER, "F2", HOME, WHY)
    assert not MoveFacts.objects.known().filter(household__key="F2").exists()


def test_others_are_kept_near_them_no_more(tmp_path: Path) -> None:
    circumstances.relate(OFFICER, "F1", Kin(Tie.SIBLING, "F2", near=True), WHY)
    departures.leave(OFFICER, "F2", HOME, WHY)
    assert HouseholdFacts.objects.known().get(household__key="F1").keep_near is None
    assert not Relative.objects.known().exists()
    assert "F2" not in exported(tmp_path / "now")


def test_taking_it_back_says_everything_as_it_was(tmp_path: Path) -> None:
    circumstances.relate(OFFICER, "F1", Kin(Tie.SIBLING, "F2", near=True), WHY)
    circumstances.relate(OFFICER, "F2", Kin(Tie.PARENT, municipality="GM0014"), WHY)
    before = exported(tmp_path / "before")
    departures.leave(OFFICER, "F2", HOME, WHY)
    departures.take_back(OFFICER, "F2", "it was another household")
    assert exported(tmp_path / "after") == before
    assert Relative.objects.known().count() == 2
    assert not departures.departed(OFFICER).exists()


def test_who_comes_back_lives_near_to_nobody_who_left_meanwhile(tmp_path: Path) -> None:
    circumstances.relate(OFFICER, "F1", Kin(Tie.SIBLING, "F2", near=True), WHY)
    departures.leave(OFFICER, "F1", HOME, WHY)
    departures.leave(OFFICER, "F2", HOME, WHY)
    departures.take_back(OFFICER, "F1", "did not leave")
    assert "F2" not in exported(tmp_path / "now")
    assert HouseholdFacts.objects.known().get(household__key="F1").keep_near is None


def test_a_household_can_leave_again(tmp_path: Path) -> None:
    departures.leave(OFFICER, "F1", HOME, WHY)
    departures.take_back(OFFICER, "F1", WHY)
    departures.leave(OFFICER, "F1", Left(LeftFor.ABROAD, TODAY), WHY)
    assert departures.departed(OFFICER).get().left_for is LeftFor.ABROAD


def test_a_child_who_is_missing_is_never_written_off() -> None:
    missing.report(TEAM_NORTH, "M1s", TODAY, WHY)
    refused(lambda: departures.leave(OFFICER, "M1", Left(LeftFor.UNKNOWN, TODAY), WHY), departures.MISSING)
    missing.found(TEAM_NORTH, "M1s", TODAY, WHY)
    departures.leave(OFFICER, "M1", HOME, WHY)
    assert not PersonFacts.objects.known().filter(person__key="M1s").exists()


def test_all_that_is_wrong_with_a_leaving_is_said_at_once() -> None:
    refused(lambda: departures.leave(OFFICER, "F1", Left(LeftFor.HOME, date(2020, 1, 1)), WHY), departures.BEFORE)
    refused(lambda: departures.leave(OFFICER, "F1", Left(LeftFor.HOME, TODAY + timedelta(1)), WHY), departures.AHEAD)
    refused(lambda: departures.leave(OFFICER, "F1", HOME, " "), editing.NO_REASON)


@pytest.mark.parametrize("actor", [TEAM_NORTH, GUARDIAN, MINISTRY, OF_NORTH_HOLLAND])
def test_nobody_else_writes_it_down_sees_it_or_takes_it_back(actor: object) -> None:
    with pytest.raises(Http404):
        departures.leave(actor, "F1", HOME, WHY)  # type: ignore[arg-type]
    departures.leave(OF_GRONINGEN, "F1", HOME, WHY)
    assert not departures.departed(actor).exists()  # type: ignore[arg-type]
    with pytest.raises(ChangeRefused):
        departures.take_back(actor, "F1", WHY)  # type: ignore[arg-type]
    assert departures.departed(OF_GRONINGEN).count() == 1


def test_leaving_and_taking_back_stand_on_the_log_with_who_and_why() -> None:
    lines = Line.objects.count()
    departures.leave(OFFICER, "F1", HOME, "got a home")
    departures.take_back(OFFICER, "F1", "the wrong household")
    assert Line.objects.count() == lines + 2
    assert {line.kind for line in Line.objects.order_by("-number")[:2]} == {"household"}
    assert Departure.objects.get().known_by.reason == "got a home"
