# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A household whose term is over is forgotten: everywhere, all at once, and the log stays whole."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from luwte.data import read
from luwte.model.people import HouseholdGroup
from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit import selectors as log
from luwte_web.audit import services as audit
from luwte_web.audit.models import Token
from luwte_web.records import forgetting
from luwte_web.records.terms import Due, load_terms
from luwte_web.registry import departures, editing, exporting, selectors
from luwte_web.registry.departures import Left
from luwte_web.registry.models import (
    Change,
    Forgetting,
    Household,
    HouseholdFacts,
    LeftFor,
    Move,
    Person,
    PersonFacts,
    Relative,
    Version,
)
from luwte_web.registry.reach import Reach, columns_to, kinds
from luwte_web.registry.services import change, correct
from web.people.few import OFFICER
from web.people.few_tables import TODAY
from web.people.test_editing import refused

WHY = "the term is over"
TERMS = load_terms()

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived")]


def left(key: str = "M1") -> None:
    departures.leave(OFFICER, key, Left(LeftFor.HOME, TODAY), "got a home")


def forget(key: str = "M1") -> forgetting.Outlook:
    return forgetting.forget(SYSTEM, key, TERMS, WHY, early=True)


def everything() -> str:
    """Every row of every table of the application, as text."""
    models = [m for m in apps.get_models() if m.__module__.startswith("luwte_web.") and m._meta.managed]
    return "\n".join(repr(row) for model in models for row in model.objects.values())


def test_nothing_of_it_is_left_anywhere() -> None:
    left()
    before = everything()
    assert "'M1'" in before
    assert "closer to school" in before
    forget()
    after = everything()
    for trace in ("'M1'", "M1s", "closer to school", "wants to go", "not at school", "a mentor", "got a home", "'G2'"):
        assert trace in before, trace
        assert trace not in after, trace


def test_the_log_is_whole_and_tells_of_nobody() -> None:
    left()
    tokens = set(Token.objects.filter(key__startswith="M1").values_list("token", flat=True))
    assert tokens
    forget()
    assert list(log.faults()) == []
    assert not Token.objects.filter(token__in=tokens).exists()


def test_others_keep_all_that_is_theirs(tmp_path: Path) -> None:
    facts = HouseholdFacts.objects.filter(household__key="F2").count()
    left()
    forget()
    said = HouseholdFacts.objects.filter(household__key="F2")
    assert said.count() == facts + 1
    assert {version.keep_near_id for version in said} == {None}
    assert not Relative.objects.filter(household__key="F2").exists()
    exporting.export(tmp_path / "now", OFFICER)
    read(tmp_path / "now")
    assert not any("M1" in file.read_text() for file in (tmp_path / "now").iterdir())


def test_what_was_known_before_can_be_asked_without_it() -> None:
    before = selectors.latest_change()
    left()
    forget()
    then = selectors.dataset_of(selectors.all_lines(before))
    assert "M1" not in then.household
    assert "F2" in then.household


def test_a_person_who_went_on_to_another_household_stays_known_there() -> None:
    with change(OFFICER, "they live together now") as made:
        aunt = PersonFacts.objects.known().get(person__key="F1p")
        child = PersonFacts.objects.known().get(person__key="F2c")
        correct(made, child, household=aunt.household)
    left("F2")
    forget("F2")
    assert PersonFacts.objects.get(person__key="F2c").household.key == "F1"
    assert not Person.objects.filter(key="F2p").exists()


def test_who_lives_in_reception_or_left_lately_is_not_forgotten() -> None:
    refused(lambda: forgetting.forget(SYSTEM, "M1", TERMS, WHY, early=True), forgetting.STILL_HERE)
    left()
    refused(lambda: forgetting.forget(SYSTEM, "M1", TERMS, WHY), forgetting.TOO_EARLY)
    refused(lambda: forgetting.forget(SYSTEM, "M1", TERMS, " ", early=True), editing.NO_REASON)
    assert Household.objects.filter(key="M1").exists()


def test_it_is_everything_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    left()
    before = everything()

    def breaks(*_: object) -> None:
        raise OSError("the machine stopped")

    monkeypatch.setattr(audit, "forget", breaks)
    with pytest.raises(OSError, match="stopped"):
        forget()
    assert everything() == before


def test_the_door_is_shut_before_and_after() -> None:
    left()
    forget()
    assert not Forgetting.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseholdFacts.objects.filter(household__key="F1").delete()


def test_looking_at_what_would_go_changes_nothing() -> None:
    left()
    before = everything()
    seen = forgetting.outlook("M1", TERMS)
    assert everything() == before
    assert (seen.due, seen.left, seen.versions["eighteenplan"]) == (Due.NOT_YET, TODAY, 1)
    assert seen.mentions == 2


@pytest.mark.parametrize(("group", "on", "due"), [
    (HouseholdGroup.FAMILY, date(2025, 2, 27), Due.NOT_YET), (HouseholdGroup.FAMILY, date(2025, 2, 28), Due.MAY),
    (HouseholdGroup.FAMILY, date(2030, 2, 28), Due.MUST), (HouseholdGroup.AMV, date(2039, 2, 28), Due.NOT_YET),
    (HouseholdGroup.AMV, date(2040, 2, 29), Due.MAY), (HouseholdGroup.AMV, date(2045, 2, 28), Due.MUST),
])  # fmt: skip
def test_the_term_begins_at_the_day_of_leaving(group: HouseholdGroup, on: date, due: Due) -> None:
    assert TERMS.of(group).due(date(2020, 2, 29), on) is due


def test_every_table_that_can_tell_of_a_household_is_reached() -> None:
    pointing = {kind for kind in kinds() for thing in (Household, Person, Move) if columns_to(kind, thing)}
    reach = Reach.of(Household.objects.get(key="M1"))
    assert {versions.model for versions in reach.versions()} == pointing
    assert all(issubclass(kind, Version) for kind in pointing)
    assert Change.objects.exists()
