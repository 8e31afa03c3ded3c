# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A location is divided into units: what contradicts it, or the location itself, is named and the units count."""

from pathlib import Path

import pytest

from data.spoil import codes, errors, found_in, set_cell, where
from luwte.data import describe
from luwte.model.findings import Finding
from luwte.words import words_in

FLAT_A, FLAT_B, GREEN, YELLOW, CLOSED_GROUP = 2, 3, 4, 5, 6  # rows of the units
SMALL_SITE, MINORS_SITE = 3, 4  # rows of the locations L2 and L3


def told(folder: Path, code: str) -> Finding:
    """The one finding with this code; nothing is refused."""
    findings = found_in(folder)
    assert errors(findings) == []
    [finding] = [finding for finding in findings if finding.kind.code == code]
    return finding


def test_units_all_out_of_use_are_named_with_the_group_in_words(copy: Path) -> None:
    for row in (FLAT_A, FLAT_B):
        set_cell(copy, "units", row, "out_of_use", "yes")
    finding = told(copy, "units_none_in_use")
    assert where(finding) == ("locations.csv", SMALL_SITE, "family_places")
    assert "gezinnen" in describe(finding, words_in("nl"))[0]
    assert "units_sum_differs" not in codes(found_in(copy))


def test_more_places_in_units_than_a_location_can_have_are_refused_and_not_only_when_written_again(copy: Path) -> None:
    for row in (FLAT_A, FLAT_B):
        set_cell(copy, "units", row, "places", "600000")
    [refused] = errors(found_in(copy))
    assert (refused.kind.code, *where(refused)) == (
        "units_too_many_places",
        "locations.csv",
        SMALL_SITE,
        "family_places",
    )


def test_units_of_a_group_that_the_location_has_no_places_for(copy: Path) -> None:
    set_cell(copy, "locations", MINORS_SITE, "amv_places", "0")
    finding = told(copy, "units_sum_differs")
    assert finding.params == {"location": "L3", "whom": "amv", "places": "12", "said": "0"}


def test_a_unit_without_places_is_no_unit(copy: Path) -> None:
    set_cell(copy, "units", FLAT_A, "places", "0")
    set_cell(copy, "units", FLAT_A, "rooms", "")
    assert where(told(copy, "units_no_places")) == ("units.csv", FLAT_A, "places")
    set_cell(copy, "units", FLAT_A, "out_of_use", "yes")
    assert "units_no_places" not in codes(found_in(copy))


def test_a_team_that_is_said_to_be_shared_and_is_not(copy: Path) -> None:
    set_cell(copy, "locations", MINORS_SITE, "own_amv_team", "no")
    assert where(told(copy, "units_team_apart")) == ("locations.csv", MINORS_SITE, "own_amv_team")


@pytest.mark.parametrize("said", ["yes", "no", ""])
def test_a_team_that_is_said_to_be_their_own_and_is_shared(copy: Path, said: str) -> None:
    set_cell(copy, "units", YELLOW, "group", "adult")
    set_cell(copy, "units", YELLOW, "team", "team groen")
    set_cell(copy, "locations", MINORS_SITE, "own_amv_team", said)
    assert ("units_team_shared" in codes(found_in(copy))) is (said == "yes")
    assert "units_team_apart" not in codes(found_in(copy))


def test_a_unit_out_of_use_shares_no_team(copy: Path) -> None:
    set_cell(copy, "units", CLOSED_GROUP, "group", "adult")
    set_cell(copy, "units", CLOSED_GROUP, "team", "team groen")
    assert "units_team_shared" not in codes(found_in(copy))


def test_units_of_which_some_name_no_team_do_not_tell(copy: Path) -> None:
    set_cell(copy, "units", YELLOW, "team", "")
    set_cell(copy, "locations", MINORS_SITE, "own_amv_team", "no")
    assert where(told(copy, "units_team_missing")) == ("units.csv", YELLOW, "team")
    assert "units_team_apart" not in codes(found_in(copy))


def test_more_families_than_units_are_noted(copy: Path) -> None:
    set_cell(copy, "units", FLAT_B, "out_of_use", "yes")
    assert "units_crowded" not in codes(found_in(copy)), "one family, one unit"
    set_cell(copy, "households", 6, "location", "L2")
    set_cell(copy, "households", 6, "since", "2026-11-01")
    finding = next(f for f in found_in(copy) if f.kind.code == "units_crowded")
    assert finding.params == {"location": "L2", "families": "2", "units": "1"}
