# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How locations stand is kept until the registry changes: an answer given is seen at once, by everybody."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Method
from luwte.quality.triage import Layer
from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import assessed, in_memory
from luwte_web.registry.days import today
from luwte_web.registry.models import Assessment, Location
from luwte_web.registry.services import change, know
from web.people import few
from web.people.few_tables import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
AT = ("L2", PlaceGroup.FAMILY)


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """As between two changes: the transaction of the test itself does not count as one that writes."""
    monkeypatch.setattr(in_memory, "_is_writing", lambda: False)


def answer(norm: str, says: Answer, days_ago: int = 0) -> None:
    with change(SYSTEM, "for a test") as made:
        _know(made, norm, says, days_ago)


def _know(made: object, norm: str, says: Answer, days_ago: int = 0) -> None:
    at, on = Location.objects.get(key="L2"), today() - timedelta(days=days_ago)
    said = Assessment(location=at, group=AssessedGroup.ALL, indicator=norm, answer=says, date=on, method=Method.VISIT)
    know(made, said)  # type: ignore[arg-type]


@pytest.mark.usefixtures("kept")
def test_an_answer_given_is_seen_at_once() -> None:
    assert assessed.judged_now() == {}
    answer("HOU-008", Answer.NOT_MET, 1)
    found = assessed.judged_now()[AT]
    assert (found.triage.layer, found.triage.failed) == (Layer.UNKNOWN, ("HOU-008",))
    assert assessed.verdicts_now()[AT].fit == "unfit"
    answer("HOU-008", Answer.MET)
    assert assessed.judged_now()[AT].triage.failed == ()
    assert AT not in assessed.verdicts_now()


def test_a_loss_is_told_with_where_and_which() -> None:
    answer("HOU-008", Answer.MET, 40)
    answer("HOU-008", Answer.NOT_MET)
    assert [loss.params["indicator"] for loss in assessed.judged_now()[AT].losses] == ["HOU-008"]


@pytest.mark.usefixtures("kept")
def test_nothing_is_read_again_while_nothing_changes() -> None:
    answer("HOU-008", Answer.MET)
    first = assessed.judged_now()
    with CaptureQueriesContext(connection) as asked:
        assert assessed.judged_now() is first
    assert not [query for query in asked.captured_queries if "assessment" in query["sql"]]


def test_what_is_being_written_is_never_kept() -> None:
    before = assessed._judged._kept
    with pytest.raises(RuntimeError):
        _begin_and_break_off()
    assert assessed._judged._kept is before
    assert assessed.judged_now() == {}


def _begin_and_break_off() -> None:
    with change(SYSTEM, "for a test") as made:
        _know(made, "HOU-008", Answer.NOT_MET)
        assert assessed.judged_now()[AT].triage.failed == ("HOU-008",)
        raise RuntimeError


@pytest.mark.usefixtures("kept")
def test_another_day_is_looked_at_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    answer("HOU-008", Answer.NOT_MET)
    assert AT in assessed.judged_now()
    monkeypatch.setattr(assessed, "today", lambda: TODAY - timedelta(days=400))
    assert assessed.judged_now() == {}
