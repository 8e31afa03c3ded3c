# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The log in the terms of the Dutch standard Logboek dataverwerkingen."""

from datetime import UTC, datetime

import pytest

from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.audit import selectors
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Token
from luwte_web.audit.services import record
from luwte_web.audit.spans import spans

REGISTER = "https://register.example.nl/verwerkingen/"
ASKED = {"trace_id", "span_id", "status_code", "name", "start_time", "end_time", "resource", "attributes"}

pytestmark = pytest.mark.django_db


def made() -> list[dict[str, object]]:
    return [dict(span) for span in spans(selectors.rows(), REGISTER)]


def attributes(span: dict[str, object]) -> dict[str, object]:
    return {pair["key"]: pair["value"] for pair in span["attributes"]}  # type: ignore[attr-defined]


def test_every_line_is_one_span_with_the_fields_that_the_standard_asks() -> None:
    for act in Act:
        record(SYSTEM, act, "household:H1")
    found = made()
    assert len(found) == len(Act)
    assert all(set(span) == ASKED for span in found)
    assert len({span["span_id"] for span in found}) == len({span["trace_id"] for span in found}) == len(Act)
    for span in found:
        assert len(bytes.fromhex(str(span["trace_id"]))) == 16
        assert len(bytes.fromhex(str(span["span_id"]))) == 8


def test_a_person_is_the_data_subject_by_token_and_never_by_key() -> None:
    record(Actor("5f1c"), Act.READ_PERSON, "household:H1", {"reason": "told in content"})
    (span,) = made()
    told = attributes(span)
    assert told["dpl.core.data_subject_id"] == Token.objects.get(key="H1").token
    assert told["dpl.core.data_subject_id_type"] == "luwte:household"
    assert told["dpl.core.processing_activity_id"] == "https://register.example.nl/verwerkingen/read-person"
    assert told["dpl.luwte.actor"] == "5f1c"
    assert "H1" not in str(span)
    assert "told in content" not in str(span)


def test_a_place_is_no_data_subject() -> None:
    record(SYSTEM, Act.WRITE, "location:L1")
    told = attributes(made()[0])
    assert "dpl.core.data_subject_id" not in told
    assert told["dpl.luwte.thing"] == "location:L1"


def test_a_moment_is_in_milliseconds() -> None:
    before = datetime.now(UTC).timestamp() * 1000
    record(SYSTEM, Act.JOB)
    (span,) = made()
    assert before - 1 <= float(str(span["start_time"])) <= datetime.now(UTC).timestamp() * 1000 + 1
    assert span["start_time"] == span["end_time"]


def test_only_a_sign_in_that_failed_is_not_told_to_have_succeeded() -> None:
    record(SYSTEM, Act.LOGIN_FAILED)
    record(SYSTEM, Act.LOGIN)
    assert [span["status_code"] for span in made()] == ["STATUS_CODE_UNSET", "STATUS_CODE_OK"]


def test_the_same_line_is_the_same_span_each_time() -> None:
    record(SYSTEM, Act.WRITE, "location:L1")
    assert made() == made()
