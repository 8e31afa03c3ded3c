# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What if a location closed, opened, or served others: the same as planning tables that say so."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.cli.app import app
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.model.places import Building, LocationKind, PlaceGroup, Unit
from luwte.placement import Policy
from luwte.placement.placement import LevelResult
from luwte.planning import Placing, place_all
from luwte.planning.scenarios import (
    Change,
    Closed,
    Converted,
    Housed,
    MorePlaces,
    Opened,
    changed,
    outcome_of,
    proven_fall,
    what_if,
)
from planning.country import AMSTERDAM, DAY, site

DATE = ("--date", DAY.isoformat())


def luwte(*arguments: object) -> int:
    return int(app([str(argument) for argument in arguments], standalone_mode=False) or 0)


def rows_in(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def planned_too(dataset: Dataset) -> Dataset:
    """The small country with a location that is still to open."""
    soon = site(
        "SOON", AMSTERDAM, LocationKind.AZC, Building.FLATS, "9/0/3", opens=DAY + timedelta(days=200), school_places=9
    )
    return replace(dataset, locations=(*dataset.locations, soon))


def levels(placing: Placing) -> list[tuple[int, Decimal]]:
    return [(level.level, level.value) for level in placing.placement.levels]


def test_who_lives_at_a_location_that_closes_goes_elsewhere(dataset: Dataset, placing: Placing, policy: Policy) -> None:
    closed = changed(dataset, [Closed("AZC")], DAY)
    then = place_all(closed, DAY, policy=policy)
    assert not [p for p in then.placement.proposals if p.destination == "AZC"]
    compared = what_if(placing, then)
    assert {one.household for one in compared.elsewhere} >= {
        p.household for p in placing.placement.proposals if p.destination == "AZC"
    }
    assert compared.changed.people_without_place >= compared.as_it_is.people_without_place


def test_a_planned_location_opens_with_all_its_places(planned_too: Dataset, policy: Policy) -> None:
    opened = changed(planned_too, [Opened("SOON")], DAY)
    assert opened.location["SOON"].is_open(DAY)
    assert opened.location["SOON"].total_places == 12
    by_hand = replace(
        planned_too,
        locations=tuple(replace(x, opens=DAY) if x.key == "SOON" else x for x in planned_too.locations),
    )
    assert levels(place_all(opened, DAY, policy=policy)) == levels(place_all(by_hand, DAY, policy=policy))


def test_places_change_hands_and_stay_as_many(dataset: Dataset) -> None:
    after = changed(dataset, [Converted("AZC", PlaceGroup.ADULT, PlaceGroup.FAMILY, 5)], DAY).location["AZC"]
    before = dataset.location["AZC"]
    assert (after.family_places, after.adult_places) == (before.family_places + 5, before.adult_places - 5)
    assert after.total_places == before.total_places


def test_added_family_places_come_in_units_where_families_take_whole_units(dataset: Dataset) -> None:
    units = tuple(Unit("AZC", f"U{at}", PlaceGroup.FAMILY, size) for at, size in enumerate((4, 4, 6)))
    divided = replace(dataset, units=units)
    after = changed(divided, [MorePlaces("AZC", PlaceGroup.FAMILY, 10)], DAY)
    assert sorted(unit.places for unit in after.units) == [2, 4, 4, 4, 4, 6]
    assert len({unit.unit for unit in after.units}) == 6
    assert changed(divided, [MorePlaces("SMALL", PlaceGroup.AMV, 10)], DAY).units == units


def test_who_gets_a_home_is_gone_from_every_table(dataset: Dataset) -> None:
    after = Housed(frozenset({"F-FIT", "F-RESERVED"})).applied(dataset, DAY)
    assert not {"F-FIT", "F-RESERVED"} & {h.key for h in after.households}
    assert not {"F-FIT", "F-RESERVED"} & {p.household for p in after.persons}
    assert after.moves == ()
    assert after.household["F-CLOSING"].keep_near is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Closed("NOWHERE"), "planning.what_if_no_such_location"),
        (Opened("NOWHERE"), "planning.what_if_no_such_location"),
        (Closed("SOON"), "planning.what_if_not_open"),
        (Opened("AZC"), "planning.what_if_open_already"),
        (Opened("GONE"), "planning.what_if_closed_before"),
        (Converted("AZC", PlaceGroup.ADULT, PlaceGroup.FAMILY, 7), "planning.what_if_too_few_places"),
    ],
)
def test_what_cannot_be_tried_is_refused_with_its_reason(planned_too: Dataset, change: Change, code: str) -> None:
    gone = site("GONE", AMSTERDAM, LocationKind.AZC, Building.FLATS, "9/0/3", closes=DAY)
    with pytest.raises(InputRefused) as refused:
        changed(replace(planned_too, locations=(*planned_too.locations, gone)), [change], DAY)
    assert [finding.kind.code for finding in refused.value.findings] == [code]


def test_everything_that_cannot_be_tried_is_said_at_once(dataset: Dataset) -> None:
    with pytest.raises(InputRefused) as refused:
        changed(dataset, [Closed("ONE"), Opened("TWO"), Closed("AZC")], DAY)
    assert [finding.subject for finding in refused.value.findings] == ["ONE", "TWO"]


def test_changed_tables_have_a_hash_of_their_own(dataset: Dataset) -> None:
    assert changed(dataset, [Closed("AZC")], DAY).content_hash != dataset.content_hash
    assert changed(dataset, [], DAY).content_hash == dataset.content_hash


def test_more_places_for_children_never_leave_more_of_them_without_a_place(
    dataset: Dataset, placing: Placing, policy: Policy
) -> None:
    then = place_all(MorePlaces("AZC", PlaceGroup.FAMILY, 10).applied(dataset, DAY), DAY, policy=policy)
    assert then.placement.levels[0].value <= placing.placement.levels[0].value
    assert then.placement.levels[1].value <= placing.placement.levels[1].value
    assert outcome_of(then).children_without_place <= outcome_of(placing).children_without_place


def test_turning_places_that_are_taken_shows_who_is_above_places(dataset: Dataset, policy: Policy) -> None:
    """Three adults of the hall stay, because a person decided so, and no adult place is left there."""
    stays = {"A-HALL", "A-WISH"}
    locked = replace(dataset, households=tuple(replace(h, locked=h.key in stays) for h in dataset.households))
    none_left = changed(locked, [Converted("HALL", PlaceGroup.ADULT, PlaceGroup.FAMILY, 10)], DAY)
    compared = what_if(place_all(locked, DAY, policy=policy), place_all(none_left, DAY, policy=policy))
    assert (compared.as_it_is.people_over_places, compared.changed.people_over_places) == (0, 3)


amounts = st.decimals(0, 100, places=3)


@settings(max_examples=200)
@given(st.lists(amounts, min_size=2, max_size=2).map(sorted), st.lists(amounts, min_size=2, max_size=2).map(sorted))
def test_only_what_the_gaps_cannot_hide_is_proven(before: Sequence[Decimal], after: Sequence[Decimal]) -> None:
    """Whatever the best values are, between bound and value, they differ at least by what is called proven."""
    old, new = (LevelResult(2, value, bound, Decimal(0), 0.0, "") for bound, value in (before, after))
    proven = proven_fall(old, new)
    falls = [best_before - best_after for best_before in before for best_after in after]
    assert min(abs(fall) for fall in falls) >= abs(proven)
    if proven:
        assert all((fall > 0) == (proven > 0) for fall in falls)
    else:
        assert min(falls) <= 0 <= max(falls)


def test_place_with_changes_writes_the_changed_plan_and_where_it_differs(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    asked = ("--without", "AZC", "--convert", "SHARED:adult:family:2")
    assert luwte("place", tables, *DATE, "--out", out, "--language", "en", *asked) == 0
    assert {file.name for file in out.iterdir()} >= {"placements.csv", "what_if.csv", "what_if_households.csv"}
    assert json.loads((out / "place.json").read_text())["request"]["changes"] == [
        "without:AZC",
        "convert:SHARED:adult:family:2",
    ]
    measures = {row["measure"]: row for row in rows_in(out / "what_if.csv")}
    assert {"level_1", "level_2_bound", "children_unfit", "people_without_place"} <= measures.keys()
    placements = {row["household"]: row["to"] for row in rows_in(out / "placements.csv")}
    for row in rows_in(out / "what_if_households.csv"):
        assert placements[row["household"]] == row["changed"] != row["as_it_is"]
    said = capsys.readouterr().out
    assert "children in unfit places" in said
    assert "go elsewhere" in said


def test_closing_a_location_is_what_planning_tables_with_that_closing_day_gives(tables: Path, tmp_path: Path) -> None:
    assert luwte("place", tables, *DATE, "--out", tmp_path / "asked", "--without", "SHARED") == 0
    edited = tmp_path / "tables"
    edited.mkdir()
    for file in tables.iterdir():
        (edited / file.name).write_bytes(file.read_bytes())
    rows = rows_in(tables / "locations.csv")
    for row in rows:
        if row["location"] == "SHARED":
            row["closes"] = (DAY + timedelta(days=1)).isoformat()
    with (edited / "locations.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    assert luwte("place", edited, *DATE, "--out", tmp_path / "edited") == 0
    asked, by_hand = (json.loads((tmp_path / name / "place.json").read_text()) for name in ("asked", "edited"))
    assert asked["summary"]["levels"] == by_hand["summary"]["levels"]
    assert asked["summary"]["receipt"]["dataset"] == by_hand["summary"]["receipt"]["dataset"]


@pytest.mark.parametrize("text", ["AZC:adult:family", "AZC:adult:adult:3", "AZC:adult:horse:3", ":adult:family:3", "9"])
def test_a_conversion_that_cannot_be_read_is_a_usage_error(
    tables: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert luwte("place", tables, *DATE, "--out", tmp_path / "out", "--language", "en", "--convert", text) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_location_that_does_not_exist_is_one_line_and_nothing_is_written(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert luwte("place", tables, *DATE, "--out", tmp_path / "out", "--language", "en", "--without", "NOWHERE") == 1
    assert "There is no location NOWHERE in the tables. Give a key" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
