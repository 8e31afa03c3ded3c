# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who asks what is kept about them gets all of it, and of others in the household nothing."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404

from luwte.words import words_in
from luwte_web.accounts.actors import Actor
from luwte_web.audit.models import Line
from luwte_web.records.handing_over import hand_over
from luwte_web.registry import circumstances, departures
from luwte_web.registry.departures import Left
from luwte_web.registry.models import LeftFor
from luwte_web.registry.refusals import ChangeRefused
from web.people.few import GUARDIAN, MINISTRY, OF_NORTH_HOLLAND, OFFICER, TEAM_NORTH
from web.people.few_tables import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived")]


def told(key: str, out: Path, actor: Actor = OFFICER) -> dict[str, Any]:
    hand_over(actor, key, out, words_in("en"))
    found: dict[str, Any] = json.loads((out / "record.json").read_text())
    return found


def test_everything_that_was_ever_known_is_in_it(tmp_path: Path) -> None:
    circumstances.need(OFFICER, "M1", frozenset({"quiet"}), "asked")
    found = told("M1", tmp_path / "out")
    assert {
        "householdfacts", "personfacts", "stay", "movefacts", "disappearance", "wishanswer", "relative", "eighteenplan",
        "bestinterests", "guardianview", "urgency",
    } <= set(found["tables"])  # fmt: skip
    facts = found["tables"]["householdfacts"]
    assert [row.get("needs", "") for row in facts][-2:] == ["", "quiet"]
    assert (facts[-1]["because"], facts[-1]["known_until"]) == ("asked", None)
    assert facts[-2]["known_until"] == facts[-1]["known_from"]


def test_it_tells_who_read_and_changed_by_their_tokens(tmp_path: Path) -> None:
    lines = told("M1", tmp_path / "out")["log"]
    assert {"read_person", "write", "decide", "export"} <= {line["act"] for line in lines}
    assert {line["actor"] for line in lines} == {OFFICER.key}


def test_the_record_of_one_person_has_nothing_of_the_others(tmp_path: Path) -> None:
    found = told("F1c", tmp_path / "one")
    assert [row["person"] for row in found["tables"]["personfacts"]] == ["F1c"]
    assert "F1p" not in json.dumps(found)
    assert "F1p" in json.dumps(told("F1", tmp_path / "all"))


def test_the_text_is_in_the_language_of_the_reader(tmp_path: Path) -> None:
    hand_over(OFFICER, "M1", tmp_path / "nl", words_in("nl"))
    text = (tmp_path / "nl" / "record.txt").read_text()
    assert text.startswith("Alles wat Luwte over M1 bewaart\n")
    assert "the location is full" in text


def test_who_left_can_still_ask(tmp_path: Path) -> None:
    departures.leave(OFFICER, "M1", Left(LeftFor.HOME, TODAY), "got a home")
    found = told("M1", tmp_path / "out")
    assert found["tables"]["departure"][0]["left_for"] == "home"
    assert len(found["tables"]["stay"]) == 2


def test_only_who_may_hand_it_out_does_and_it_is_on_the_log(tmp_path: Path) -> None:
    for number, actor in enumerate((TEAM_NORTH, MINISTRY, OF_NORTH_HOLLAND)):
        before = Line.objects.count()
        with pytest.raises(Http404):
            told("M1", tmp_path / str(number), actor)
        assert (Line.objects.count(), (tmp_path / str(number)).exists()) == (before, False)
    told("M1", tmp_path / "own", GUARDIAN)
    last = Line.objects.latest("number")
    assert (last.act, last.actor, last.kind) == ("export", GUARDIAN.key, "household")


def test_nobody_else_on_the_machine_reads_it(tmp_path: Path) -> None:
    told("M1", tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_a_key_that_is_not_there_or_a_folder_that_is_writes_nothing(tmp_path: Path) -> None:
    before = Line.objects.count()
    with pytest.raises(ChangeRefused):
        told("nobody", tmp_path / "out")
    with pytest.raises(FileExistsError):
        told("M1", tmp_path)
    assert (Line.objects.count(), list(tmp_path.glob("*.json"))) == (before, [])
