# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Content is kept no longer than its term, a person can be forgotten, and the log stays whole."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connection

from luwte.model.findings import InputRefused
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit import selectors, services, tokens
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Line, Token
from luwte_web.audit.services import record
from luwte_web.audit.terms import BUNDLED, KEPT_FOR_GOOD, Terms, load_terms

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=6 * 365)
OFFICER = Actor("5f1c")


def recorded(at: datetime, act: Act, thing: str = "household:H1") -> Line:
    with patch.object(services.timezone, "now", return_value=at):
        return record(OFFICER, act, thing, {"of": "somebody"})


def codes() -> list[str]:
    return [fault.kind.code for fault in selectors.faults()]


def test_every_act_has_a_term_or_is_kept_for_good() -> None:
    assert {act for act, _ in load_terms()} | KEPT_FOR_GOOD == set(Act)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[read_person]", "[read_person, retain]", "kept for good"),
        ("[manage_user]", "[manage_user, job]", "twice"),
        ("[read_log, job]", "[job]", "no term for read_log"),
        ("years: 5", "years: 0", "greater than or equal to 1"),
        ("mark: assumption", "mark: guess", "published"),
        ("acts: [manage_user]", "acts: [", "while parsing"),
    ],
)
def test_a_file_with_wrong_terms_is_refused_with_where_and_why(old: str, new: str, told: str, tmp_path: Path) -> None:
    own = tmp_path / "terms.yaml"
    own.write_text(BUNDLED.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(InputRefused) as refused:
        load_terms(own)
    assert any(told in finding.params["reason"] for finding in refused.value.findings)


def test_a_term_that_ends_on_a_day_that_is_not_there_ends_the_day_before() -> None:
    term = next(term for act, term in load_terms() if act is Act.READ_PERSON)
    assert term.starts(datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2023, 2, 28, tzinfo=UTC)


@pytest.mark.django_db
def test_content_goes_when_its_term_is_over_and_the_log_stays_whole() -> None:
    old, new = recorded(LONG_AGO, Act.READ_PERSON), recorded(NOW, Act.READ_PERSON)
    decision = recorded(LONG_AGO, Act.DECIDE)
    removed = services.retain(SYSTEM, load_terms(), NOW)
    assert removed[Act.READ_PERSON] == 1
    assert sum(removed.values()) == 1
    contents = dict(Line.objects.values_list("number", "content"))
    assert contents[old.number] is None
    assert contents[new.number]
    assert contents[decision.number]
    assert Line.objects.get(number=old.number).content_hash == old.content_hash
    assert codes() == []


@pytest.mark.django_db
def test_what_would_go_is_counted_without_touching_it() -> None:
    recorded(LONG_AGO, Act.READ_PERSON)
    assert selectors.over_term(load_terms(), NOW)[Act.READ_PERSON] == 1
    assert Line.objects.filter(content__isnull=True).count() == 0


@pytest.mark.django_db
def test_a_second_time_there_is_nothing_to_remove_and_nothing_to_say() -> None:
    recorded(LONG_AGO, Act.READ_PERSON)
    services.retain(SYSTEM, load_terms(), NOW)
    lines = Line.objects.count()
    assert not any(services.retain(SYSTEM, load_terms(), NOW).values())
    assert Line.objects.count() == lines


@pytest.mark.django_db
def test_a_removal_by_term_is_no_cover_for_taking_younger_content() -> None:
    recorded(LONG_AGO, Act.READ_PERSON)
    young = recorded(NOW, Act.READ_PERSON)
    services.retain(SYSTEM, load_terms(), NOW)
    Line.objects.filter(number=young.number).update(content=None, salt=None)
    assert codes() == ["log.content_gone"]


@pytest.mark.django_db
def test_a_person_who_was_forgotten_cannot_be_found_by_anybody() -> None:
    line = recorded(NOW, Act.READ_PERSON)
    other = recorded(NOW, Act.WRITE, "household:H2")
    assert services.forget(SYSTEM, "household:H1", "term over") == 1
    assert tokens.known("household:H1") is None
    assert not Token.objects.filter(token=line.thing).exists()
    assert Line.objects.get(number=line.number).content is None
    assert Line.objects.get(number=other.number).content
    assert codes() == []


@pytest.mark.django_db
def test_somebody_who_comes_back_is_somebody_new_to_the_log() -> None:
    before = recorded(NOW, Act.READ_PERSON).thing
    services.forget(SYSTEM, "household:H1", "asked for it")
    assert recorded(NOW, Act.READ_PERSON).thing != before
    assert codes() == []


@pytest.mark.django_db
def test_who_is_not_on_the_log_need_not_be_forgotten() -> None:
    recorded(NOW, Act.WRITE, "location:L1")
    assert services.forget(SYSTEM, "household:H9", "asked for it") is None
    assert services.forget(SYSTEM, "location:L1", "a place is no person") is None
    assert Line.objects.count() == 1


@pytest.mark.django_db
def test_content_that_was_removed_cannot_be_tried_back() -> None:
    line = recorded(LONG_AGO, Act.READ_PERSON)
    services.retain(SYSTEM, load_terms(), NOW)
    stored = Line.objects.get(number=line.number)
    assert stored.salt is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit_line WHERE number = %s", [line.number])
        assert line.salt not in cursor.fetchone()


def test_terms_can_be_the_organisations_own(tmp_path: Path) -> None:
    own = tmp_path / "terms.yaml"
    own.write_text(BUNDLED.read_text("utf-8").replace("years: 10", "years: 7"), "utf-8")
    assert isinstance(load_terms(own), Terms)
    assert dict(load_terms(own))[Act.DECIDE].years == 7
