# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A finding is said in one plain line, in both languages, whatever stood in the cell."""

import pytest

from luwte.data import describe, line
from luwte.data.faults import DECIMAL_COMMA
from luwte.data.kinds import KINDS
from luwte.model.findings import Finding, FindingKind, Place
from luwte.words import words_in

CELL = Finding(DECIMAL_COMMA, "L1", Place("locations.csv", 2, "cost_per_place_day", "80,50"), {"better": "80.50"})


def test_a_finding_on_one_line() -> None:
    assert line(CELL, words_in("en")) == (
        "error locations.csv:2 cost_per_place_day '80,50': The number has a decimal comma. "
        "Write it with a point: 80.50."
    )
    assert line(CELL, words_in("nl")) == (
        "fout locations.csv:2 cost_per_place_day '80,50': Het getal heeft een decimale komma. "
        "Schrijf het met een punt: 80.50."
    )


def test_a_finding_without_a_place_names_its_subject() -> None:
    said = line(Finding(DECIMAL_COMMA, "L1", None, {"better": "1.5"}), words_in("en"))
    assert said.startswith("error L1: ")


def test_long_values_are_cut_and_control_characters_shown() -> None:
    place = Place("x.csv", 2, "name", "\x1b[31m\n" + "a" * 100)
    said = line(Finding(DECIMAL_COMMA, "", place, {"better": "{name}"}), words_in("en"))
    assert "\\x1b[31m\\naaa" in said
    assert "\x1b" not in said
    assert "…'" in said
    assert "{name}" in said


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_said_in_dutch(kind: FindingKind) -> None:
    words = words_in("nl")
    assert words.text(kind.what) != kind.what
    assert words.text(kind.mend) != kind.mend
    assert describe(CELL, words)[0].endswith(".")
