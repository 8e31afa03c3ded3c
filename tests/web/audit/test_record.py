# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A line is written with what it tells of, joins the one before, and stays."""

import json

import pytest
from django.db import Error, transaction

from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit import chain
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Head, Line, Token
from luwte_web.audit.services import record

OFFICER = Actor("5f1c")

pytestmark = pytest.mark.django_db


def test_the_first_line_follows_the_start() -> None:
    line = record(OFFICER, Act.WRITE, "location:L1", {"reason": "a slip"})
    assert (line.number, line.previous) == (1, chain.START)
    assert (line.actor, line.act, line.kind, line.thing) == ("5f1c", "write", "location", "L1")
    assert json.loads(line.content or "") == {"reason": "a slip"}


def test_each_line_seals_the_one_before() -> None:
    lines = [record(SYSTEM, Act.JOB, f"job:{number}") for number in range(5)]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.previous for line in lines[1:]] == [line.seal for line in lines[:-1]]
    assert Head.objects.get().seal == lines[-1].seal


def test_a_line_is_what_its_seal_says_after_it_was_stored() -> None:
    record(OFFICER, Act.DECIDE, "household:Å/7", {"why": "rust «é»", "places": 3, "agreed": True, "until": None})
    stored = Line.objects.get()
    assert chain.seal(stored.sealed) == stored.seal
    assert chain.content_hash(stored.salt or "", stored.content or "") == stored.content_hash


def test_a_household_is_named_by_one_token_that_does_not_tell_its_key() -> None:
    first, second, other = (record(OFFICER, Act.READ_PERSON, f"household:{key}") for key in ("H7", "H7", "H8"))
    assert first.thing == second.thing != other.thing
    assert "H7" not in first.thing
    assert Token.objects.get(token=first.thing).key == "H7"


def test_a_kind_that_nobody_thought_of_is_named_by_a_token() -> None:
    assert record(OFFICER, Act.WRITE, "nickname:Kees").thing != "Kees"


def test_what_fails_leaves_no_line() -> None:
    with transaction.atomic():
        record(OFFICER, Act.WRITE, "location:L1")
        transaction.set_rollback(True)
    assert not Line.objects.exists()
    assert record(OFFICER, Act.WRITE, "location:L1").number == 1


def test_a_number_with_a_fraction_is_refused() -> None:
    with pytest.raises(TypeError, match="as a text"):
        record(OFFICER, Act.WRITE, "location:L1", {"of": [{"area": 0.1}]})  # type: ignore[dict-item]
    assert not Line.objects.exists()


@pytest.mark.parametrize(
    "name", ["number", "moment", "actor", "act", "kind", "thing", "content_hash", "previous", "seal"]
)
def test_the_database_refuses_to_change_a_line(name: str) -> None:
    record(OFFICER, Act.WRITE, "location:L1")
    with pytest.raises(Error, match="never changes"), transaction.atomic():
        Line.objects.update(**{name: 9 if name == "number" else "x", "content": None, "salt": None})


def test_the_database_refuses_other_content() -> None:
    record(OFFICER, Act.WRITE, "location:L1")
    with pytest.raises(Error, match="never changes"), transaction.atomic():
        Line.objects.update(content="{}")


def test_the_database_refuses_to_delete_a_line() -> None:
    record(OFFICER, Act.WRITE, "location:L1")
    with pytest.raises(Error, match="never changes"), transaction.atomic():
        Line.objects.all().delete()


def test_the_database_refuses_a_line_that_does_not_join_the_end() -> None:
    line = record(OFFICER, Act.WRITE, "location:L1")
    for number, previous in ((3, line.seal), (2, chain.START), (1, chain.START)):
        other = Line.objects.get()
        other.number, other.previous = number, previous
        with pytest.raises(Error, match="joins the end"), transaction.atomic():
            other.save(force_insert=True)


def test_the_database_refuses_to_move_or_delete_the_end() -> None:
    record(OFFICER, Act.WRITE, "location:L1")
    for change in (lambda: Head.objects.update(number=0), lambda: Head.objects.all().delete()):
        with pytest.raises(Error, match="moves with its lines"), transaction.atomic():
            change()
