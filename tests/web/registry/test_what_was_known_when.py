# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was known when stays known, and the database keeps it."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from luwte.data import read
from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit.models import Line
from luwte_web.registry import models, selectors
from luwte_web.registry.models.versions import Change, Version
from luwte_web.registry.services import change, correct, know, withdraw
from web.registry import few_people
from web.registry.conftest import bring

WHY = "heard on Monday"
KEPT = models.Version.__subclasses__()

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def facts_about(household: str) -> models.HouseholdFacts:
    return models.HouseholdFacts.objects.known().get(household__key=household)


def test_a_correction_keeps_what_was_known_before(tmp_path: Path) -> None:
    before, then = selectors.dataset_of_registry(), timezone.now()
    with change(SYSTEM, WHY) as made:
        correct(made, facts_about("F1"), phase="permit")
    assert selectors.dataset_of_registry().household["F1"].phase == "permit"
    assert selectors.dataset_of_registry(as_of=then) == before
    assert selectors.dataset_of_registry(as_of=made.moment).household["F1"].phase == "permit"


def test_a_correction_keeps_the_line_where_it_stands() -> None:
    order = [household.key for household in selectors.dataset_of_registry().households]
    with change(SYSTEM, WHY) as made:
        correct(made, facts_about("F1"), phase="permit")
    assert [household.key for household in selectors.dataset_of_registry().households] == order


def test_an_import_keeps_what_was_known_before(tmp_path: Path) -> None:
    before, then = selectors.dataset_of_registry(), timezone.now()
    bring(few_people.write(tmp_path / "fewer", few_people.tables(households=2)))
    assert selectors.dataset_of_registry(as_of=then) == before
    assert selectors.dataset_of_registry().content_hash == read(tmp_path / "fewer").content_hash


def test_before_the_first_change_nothing_was_known() -> None:
    assert selectors.dataset_of_registry(as_of=timezone.now().replace(year=2020)).households == ()


def test_what_is_said_no_more_is_still_in_the_history() -> None:
    with change(SYSTEM, WHY) as made:
        withdraw(made, models.PersonFacts.objects.known().get(person__key="A1s"))
    assert "A1s" not in {person.key for person in selectors.dataset_of_registry().persons}
    assert models.PersonFacts.objects.filter(person__key="A1s", superseded_by=made).exists()


def test_every_change_has_one_line_on_the_log_and_a_failed_one_has_none() -> None:
    lines = Line.objects.count()
    with change(SYSTEM, WHY) as made:
        correct(made, facts_about("F1"), phase="permit")
        correct(made, facts_about("F2"), phase="permit")
    assert Line.objects.count() == lines + 1
    with pytest.raises(models.HouseholdFacts.DoesNotExist):
        one_of_them_unknown("F1", "nobody")
    assert Line.objects.count() == lines + 1
    assert selectors.dataset_of_registry().household["F1"].phase == "permit"


def one_of_them_unknown(*households: str) -> None:
    with change(SYSTEM, WHY) as made:
        for household in households:
            correct(made, facts_about(household), phase="return")


def test_a_version_is_never_changed() -> None:
    facts = facts_about("F1")
    for told in ({"phase": "permit"}, {"line": 7}, {"superseded_by": facts.known_by, "phase": "permit"}):
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            models.HouseholdFacts.objects.filter(pk=facts.pk).update(**told)


def test_what_was_superseded_does_not_come_back() -> None:
    facts = facts_about("F1")
    with change(SYSTEM, WHY) as made:
        correct(made, facts, phase="permit")
    with pytest.raises(DatabaseError), transaction.atomic():
        models.HouseholdFacts.objects.filter(pk=facts.pk).update(superseded_by=None)


@pytest.mark.parametrize("kind", [models.HouseholdFacts, models.PersonFacts, models.LocationFacts, models.Household])
def test_nothing_known_is_deleted(kind: type[models.Version]) -> None:
    with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
        kind.objects.all()._raw_delete(using="default")


def test_retention_deletes_through_its_own_door() -> None:
    stay = facts_about("A1")
    models.Forgetting.objects.create()
    models.HouseholdFacts.objects.filter(pk=stay.pk)._raw_delete(using="default")
    models.Forgetting.objects.all().delete()
    assert not models.HouseholdFacts.objects.filter(pk=stay.pk).exists()


STAYS = [
    (date(2026, 1, 1), None), (date(2025, 1, 1), date(2026, 1, 2)), (date(2027, 1, 1), None),
    (date(2026, 3, 1), date(2026, 3, 2)),
]  # fmt: skip


def lives(household: str, since: date, until: date | None) -> None:
    with change(SYSTEM, WHY) as made:
        location = models.Location.objects.get(key=few_people.OLD)
        who = models.Household.objects.get(key=household)
        know(made, models.Stay(household=who, location=location, since=since, until=until))


@pytest.mark.parametrize(("since", "until"), STAYS)
def test_nobody_lives_in_two_places_at_once(since: date, until: date | None) -> None:
    lives("F1", date(2026, 1, 1), None)
    with pytest.raises(IntegrityError), transaction.atomic():
        lives("F1", since, until)
    lives("F2", since, until)


def test_one_stay_follows_on_another() -> None:
    lives("F1", date(2026, 1, 1), date(2026, 3, 1))
    lives("F1", date(2026, 3, 1), date(2026, 3, 1))
    lives("F1", date(2026, 3, 2), None)
    with pytest.raises(IntegrityError), transaction.atomic():
        lives("F1", date(2026, 2, 28), date(2026, 3, 1))


def test_a_correction_may_take_the_days_of_the_stay_that_it_corrects() -> None:
    lives("F1", date(2026, 1, 1), None)
    with change(SYSTEM, WHY) as made:
        correct(made, models.Stay.objects.known().get(), since=date(2025, 12, 1))


def test_a_child_is_reported_missing_and_found() -> None:
    child = models.Person.objects.get(key="M1s")
    with change(SYSTEM, WHY) as made:
        gone = know(made, models.Disappearance(person=child, reported_on=date(2026, 11, 1), reported_by="G1"))
    with change(SYSTEM, WHY) as made:
        alerted = correct(made, gone, alerted_on=date(2026, 11, 1), alerted="police", done="searched the station")
    with change(SYSTEM, WHY) as made:
        correct(made, alerted, found_on=date(2026, 11, 3))
    assert models.Disappearance.objects.filter(person=child).count() == 3
    with pytest.raises(IntegrityError), change(SYSTEM, WHY) as made:
        correct(made, models.Disappearance.objects.known().get(), found_on=date(2026, 10, 1))


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_every_table_is_guarded(kind: type[models.Version]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s AND "
                           "(name LIKE '%%_never_change' OR name LIKE '%%_kept')", [kind._meta.db_table])  # fmt: skip
            assert cursor.fetchone() == (2,)
        else:
            cursor.execute("SELECT COUNT(*) FROM pg_trigger WHERE tgname = 'registry_never_change' "
                           "AND tgrelid = %s::regclass", [kind._meta.db_table])  # fmt: skip
            assert cursor.fetchone() == (1,)


def test_whatever_is_kept_names_the_change_that_made_it_known_and_the_one_that_ended_it() -> None:
    kept = [model for model in apps.get_models() if issubclass(model, Version)]
    assert len(kept) > 20
    for model in kept:
        for name in ("known_by", "superseded_by"):
            assert model._meta.get_field(name).related_model is Change, model
