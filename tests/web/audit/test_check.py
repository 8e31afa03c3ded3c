# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever changes, removes, puts in or trades lines is found out."""

import json
from collections.abc import Sequence

import pytest
from django.db import Error, connection, transaction
from hypothesis import assume, given
from hypothesis import strategies as st

from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit import chain, selectors
from luwte_web.audit.acts import Act
from luwte_web.audit.check import BEGINNING, CONTENT_GONE, OTHER_END, OTHER_PAST, Point, Row, faults
from luwte_web.audit.models import Head, Line
from luwte_web.audit.removals import Removals
from luwte_web.audit.services import record
from web.audit.emptied import without_guards

TEXTS = [name for name in Row._fields if name != "number"]
signs = st.characters(codec="utf-8")
words = st.text(signs, max_size=8)
contents = st.dictionaries(words, words | st.integers() | st.none(), max_size=3)


def row(number: int, previous: str, act: str, thing: str, content: str) -> Row:
    salt = chain.new_salt()
    sealed = chain.Sealed(
        number, f"2026-11-21T12:00:00.{number:06}Z", "5f1c", act, "household", thing, chain.content_hash(salt, content),
        previous,
    )  # fmt: skip
    return Row(*sealed, seal=chain.seal(sealed), salt=salt, content=content)


@st.composite
def logs(draw: st.DrawFn, shortest: int = 1) -> tuple[Row, ...]:
    rows: list[Row] = []
    for number in range(1, draw(st.integers(shortest, 8)) + 1):
        previous = rows[-1].seal if rows else chain.START
        content = chain.canonical(draw(contents))
        rows.append(row(number, previous, draw(st.sampled_from([*Act])).value, draw(words), content))
    return tuple(rows)


def end_of(rows: Sequence[Row]) -> Point:
    return Point(rows[-1].number, rows[-1].seal)


def found(rows: Sequence[Row], end: Point, since: Point = BEGINNING) -> list[str]:
    return [fault.kind.code for fault in faults(rows, end, Removals(), since)]


@given(logs())
def test_a_log_that_nobody_touched_is_whole(rows: tuple[Row, ...]) -> None:
    assert found(rows, end_of(rows)) == []
    assert found(rows[-1:], end_of(rows), since=end_of(rows)) == []


@given(logs(), st.data())
def test_a_change_of_any_sign_of_any_line_is_found(rows: tuple[Row, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    name = data.draw(st.sampled_from(TEXTS))
    text = getattr(rows[at], name)
    where = data.draw(st.integers(0, max(len(text) - 1, 0)))
    sign = data.draw(signs)
    changed = text[:where] + sign + text[where + 1 :]
    assume(changed != text)
    touched = (*rows[:at], rows[at]._replace(**{name: changed}), *rows[at + 1 :])
    assert found(touched, end_of(rows))


@given(logs(), st.data())
def test_another_number_is_found(rows: tuple[Row, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    number = data.draw(st.integers(-9, 99))
    assume(number != rows[at].number)
    touched = sorted((*rows[:at], rows[at]._replace(number=number), *rows[at + 1 :]))
    assert found(touched, end_of(rows))


@given(logs(), st.data())
def test_a_removed_line_is_found(rows: tuple[Row, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    assert found((*rows[:at], *rows[at + 1 :]), end_of(rows))


@given(logs(), st.data())
def test_a_line_put_in_is_found(rows: tuple[Row, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    extra = row(rows[at].number, rows[at].previous, "write", "L1", "{}")
    assert found((*rows[:at], extra, *rows[at:]), end_of(rows))
    later = [line._replace(number=line.number + 1) for line in rows[at:]]
    assert found((*rows[:at], extra, *later), Point(len(rows) + 1, rows[-1].seal))


@given(logs(shortest=2), st.data())
def test_lines_that_traded_places_are_found(rows: tuple[Row, ...], data: st.DataObject) -> None:
    one, other = sorted(data.draw(st.sets(st.integers(0, len(rows) - 1), min_size=2, max_size=2)))
    traded = list(rows)
    traded[one], traded[other] = rows[other]._replace(number=one + 1), rows[one]._replace(number=other + 1)
    assert found(traded, end_of(rows))


@given(logs(), st.data())
def test_a_line_that_was_changed_and_sealed_again_is_found_where_the_next_one_follows(
    rows: tuple[Row, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    forged = row(rows[at].number, rows[at].previous, "write", "other", rows[at].content or "")
    assert found((*rows[:at], forged, *rows[at + 1 :]), end_of(rows))


@given(logs(shortest=2), st.data())
def test_a_log_made_anew_is_whole_by_itself_and_found_by_a_checkpoint(
    rows: tuple[Row, ...], data: st.DataObject
) -> None:
    since = end_of(rows)
    at = data.draw(st.integers(0, len(rows) - 1))
    anew = list(rows[:at])
    for line in rows[at:]:
        previous = anew[-1].seal if anew else chain.START
        anew.append(row(line.number, previous, line.act, line.thing + "x", line.content or ""))
    assert found(anew, end_of(anew)) == []
    assert found(anew[-1:], end_of(anew), since) == [OTHER_PAST.code]


@given(logs(shortest=2))
def test_a_log_cut_short_together_with_its_end_is_found_by_a_checkpoint(rows: tuple[Row, ...]) -> None:
    assert found(rows[:-1], end_of(rows)) == [OTHER_END.code]
    assert found(rows[:-1], end_of(rows[:-1])) == []
    assert found((), end_of(rows[:-1]), since=end_of(rows)) == [OTHER_PAST.code]


@given(logs(), st.data())
def test_content_that_somebody_took_away_is_found(rows: tuple[Row, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    bare = (*rows[:at], rows[at]._replace(content=None, salt=None), *rows[at + 1 :])
    assert found(bare, end_of(rows)) == [CONTENT_GONE.code]


def stored(times: int) -> None:
    for number in range(times):
        record(SYSTEM, Act.WRITE, f"household:H{number}", {"reason": f"the {number}th"})


@pytest.mark.django_db
def test_the_log_in_the_database_is_whole() -> None:
    stored(5)
    assert list(selectors.faults()) == []
    assert list(selectors.faults(selectors.end())) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", TEXTS)
def test_a_changed_byte_in_the_database_is_found(name: str) -> None:
    stored(5)
    line = Line.objects.get(number=3)
    with without_guards():
        Line.objects.filter(number=3).update(**{name: "x" + str(getattr(line, name))[1:]})
    assert next(selectors.faults()).params["number"] == "3"


NO_TEXT = (
    ("UPDATE audit_line SET actor = CAST(x'c3' AS TEXT)", r"UPDATE audit_line SET actor = E'\xc3'"),
    ("UPDATE audit_line SET content = CAST(x'7b80' AS TEXT)", r"UPDATE audit_line SET content = E'\x7b\x80'"),
    ("UPDATE audit_line SET thing = x'00'", r"UPDATE audit_line SET thing = E'\x00'"),
)


@pytest.mark.django_db
@pytest.mark.parametrize(("kept", "refused"), NO_TEXT)
def test_bytes_that_are_no_text_are_found_by_the_check_or_refused_by_the_database(kept: str, refused: str) -> None:
    stored(3)
    with without_guards(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with pytest.raises(Error), transaction.atomic():
                cursor.execute(refused + " WHERE number = 2")
        else:
            cursor.execute(kept + " WHERE number = 2")
    found = [fault.params["number"] for fault in selectors.faults()]
    assert found == ([] if connection.vendor == "postgresql" else ["2"])


@pytest.mark.django_db
def test_a_line_taken_out_of_the_database_is_found() -> None:
    stored(5)
    with without_guards():
        Line.objects.filter(number=2).delete()
    assert [fault.kind.code for fault in selectors.faults()] == ["log.missing"]


@pytest.mark.django_db
def test_an_end_that_was_moved_is_found() -> None:
    stored(2)
    with without_guards():
        Head.objects.update(number=7)
    assert [fault.kind for fault in selectors.faults()] == [OTHER_END]


@pytest.mark.django_db
def test_content_taken_away_in_the_database_is_found_though_the_trigger_allows_it() -> None:
    stored(2)
    Line.objects.filter(number=1).update(content=None, salt=None)
    assert [fault.kind for fault in selectors.faults()] == [CONTENT_GONE]


def test_everybody_can_count_a_seal() -> None:
    import hashlib

    line = row(1, chain.START, "write", "T", '{"a":"é"}')
    plain = json.dumps([*line[:8]], separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(plain.encode()).hexdigest() == line.seal
