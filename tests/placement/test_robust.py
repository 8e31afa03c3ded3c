# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Countries that go to extremes get a sensible answer, or a clear cause; the recount agrees with every one of them."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from desk import adult, amv, azc, family, sports_hall
from instances import DAY, HOLIDAYS, MUNICIPALITIES

from luwte.data.read import TABLE_EMPTY, TO_PLACE, read
from luwte.data.write import write
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.model.geography import Municipality
from luwte.model.places import Location
from luwte.model.stays import Move, MoveStatus
from luwte.placement import load_policy
from luwte.placement.placement import Action, Cause, Placement
from luwte.planning.place import place_all

FAR_OFF = "GM0518"


def country(locations: list[Location], people: list[Any], **tables: Any) -> Dataset:
    """These people and these locations in four municipalities."""
    return Dataset(
        reference_date=DAY,
        municipalities=tuple(
            Municipality(code, code, province, province, {None: 1000}, key_weight=Decimal(1), lon=lon, lat=lat)
            for code, province, lon, lat in MUNICIPALITIES
        ),
        locations=tuple(locations),
        households=tuple(one for one, _ in people),
        persons=tuple(person for _, members in people for person in members),
        holidays=HOLIDAYS,
        **tables,
    )


def placed(locations: list[Location], people: list[Any], **tables: Any) -> Placement:
    """Place these people by the bundled policy; an answer that the recount disagrees with is refused here."""
    return place_all(country(locations, people, **tables), DAY, policy=load_policy()).placement


def causes(placement: Placement) -> Counter[Cause]:
    return Counter(proposal.cause for proposal in placement.proposals)


def test_more_people_than_places_fill_every_place_and_the_rest_hear_that_there_is_no_room() -> None:
    placement = placed(
        [azc("A", adult_places=6, family_places=5), azc("B", adult_places=4, family_places=2)],
        [adult(f"A{n}", None) for n in range(25)] + [family(f"F{n}", None) for n in range(9)],
    )
    assert placement.levels[0].value == 15 + 2 * 6
    assert placement.levels[0].is_optimal
    assert causes(placement) == {Cause.NO_PLACE_YET: 13, Cause.NO_ROOM: 21}


def test_without_places_of_a_group_its_people_hear_which_rule_excludes_every_location() -> None:
    placement = placed(
        [azc("A", adult_places=50), azc("B", adult_places=50, municipality=FAR_OFF)],
        [family("F", None), amv("M", None), adult("A1", None)],
    )
    assert placement.of["A1"].action is Action.NEW
    for key in ("F", "M"):
        assert placement.of[key].cause is Cause.NO_LOCATION_FITS
        assert placement.of[key].excluded["group"] == 2


def test_a_household_larger_than_any_location_hears_that_all_are_too_small() -> None:
    giant = family("GIANT", None, ages=(40, 38, *range(1, 15)))
    placement = placed(
        [azc("A", family_places=15), azc("B", family_places=9, adult_places=400)], [giant, family("F", None)]
    )
    assert placement.of["GIANT"].cause is Cause.NO_LOCATION_FITS
    assert placement.of["GIANT"].excluded["too_small"] == 2
    assert placement.of["F"].action is Action.NEW


def test_a_household_larger_than_its_location_is_not_thrown_out() -> None:
    giant = family("GIANT", "A", ages=(40, 38, *range(1, 15)))
    placement = placed([azc("A", family_places=3), azc("B", family_places=9)], [giant])
    assert placement.of["GIANT"].action is Action.STAY
    assert placement.terms["over_places_children"] == 13


def test_nobody_is_brought_to_a_location_without_places() -> None:
    placement = placed([azc("NONE"), azc("A", adult_places=1)], [adult("A1", None), adult("A2", None)])
    assert sorted((p.destination or "", p.cause) for p in placement.proposals) == [
        ("", Cause.NO_ROOM),
        ("A", Cause.NO_PLACE_YET),
    ]


def test_who_lives_at_a_location_without_places_may_stay_until_there_is_room() -> None:
    alone = placed([azc("NONE")], [family("F", "NONE")])
    assert alone.of["F"].action is Action.STAY
    assert alone.terms["over_places_children"] == 2


def test_when_everything_closes_on_one_day_everybody_keeps_a_bed_and_is_named() -> None:
    day = DAY + timedelta(days=10)
    homes = [azc("A", family_places=9, adult_places=9, closes=day), azc("B", amv_places=9, adult_places=9, closes=day)]
    people = [family("F", "A"), adult("A1", "A", locked=True), amv("M", "B"), adult("A2", None)]
    placement = placed(homes, people)
    assert {p.action for p in placement.proposals} == {Action.UNPLACED}
    assert [p.origin for p in placement.proposals] == ["A", "A", "B", None]
    assert placement.levels[0].value == 5
    assert set(causes(placement)) == {Cause.NO_LOCATION_FITS}
    assert all(p.excluded["closing"] == 2 for p in placement.proposals)


def test_when_everything_closes_on_one_day_the_one_location_that_opened_takes_children_first() -> None:
    day = DAY + timedelta(days=10)
    homes = [azc(key, family_places=9, adult_places=9, closes=day) for key in "ABC"]
    fresh = azc("NEW", flexible_places=7)
    people = [family(f"F{key}", key) for key in "ABC"] + [adult(f"A{key}", key) for key in "ABC"]
    placement = placed([*homes, fresh], people)
    assert {placement.of[f"F{key}"].destination for key in "ABC"} == {"NEW"}
    assert placement.levels[0].value == 2
    assert causes(placement) == {Cause.LOCATION_CLOSES: 4, Cause.NO_ROOM: 2}


def test_when_everything_closes_in_six_weeks_nobody_has_to_go_yet() -> None:
    day = DAY + timedelta(days=42)
    homes = [azc("A", family_places=9, closes=day), azc("B", family_places=9, closes=day)]
    placement = placed(homes, [family(f"F{n}", "A") for n in range(4)])
    assert {p.action for p in placement.proposals} == {Action.STAY}


@pytest.mark.parametrize("rooms", [(700, 700, 500), (1, 1, 1_998), (2_000, 2_000, 2_000)])
def test_thousands_of_identical_households_fill_three_locations(rooms: tuple[int, ...]) -> None:
    locations = [azc(f"L{n}", adult_places=places) for n, places in enumerate(rooms)]
    placement = placed(locations, [adult(f"A{n:04d}", None) for n in range(2_000)])
    there = Counter(proposal.destination for proposal in placement.proposals)
    assert placement.levels[0].value == there[None] == max(0, 2_000 - sum(rooms))
    assert all(there[f"L{n}"] <= places for n, places in enumerate(rooms))
    assert placement.levels[0].is_optimal


def test_thousands_of_identical_families_in_a_sports_hall_share_the_few_fit_places() -> None:
    locations = [sports_hall("HALL", family_places=4_000), azc("A", family_places=101), azc("B", family_places=40)]
    placement = placed(locations, [family(f"F{n:04d}", "HALL") for n in range(1_500)])
    there = Counter(proposal.destination for proposal in placement.proposals)
    assert there == {"HALL": 1_430, "A": 50, "B": 20}


def test_a_country_where_nothing_has_opened_yet_leaves_everybody_without_a_place() -> None:
    later = azc("A", family_places=9, adult_places=9, opens=DAY + timedelta(days=1))
    placement = placed([later], [adult("A1", None), family("F", "A")])
    assert causes(placement) == {Cause.NO_LOCATION_FITS: 2}
    assert placement.levels[0].value == 3


@pytest.mark.parametrize("lacking", TO_PLACE)
def test_a_country_without_people_or_locations_is_refused_before_anything_is_computed(
    lacking: str, tmp_path: Path
) -> None:
    write(country([azc("A", family_places=4)], [family("F", None)]), tmp_path)
    table = tmp_path / f"{lacking}.csv"
    table.write_text(table.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, need=TO_PLACE)
    assert (TABLE_EMPTY, lacking) in [(found.kind, found.params.get("table")) for found in refused.value.findings]


def test_where_everybody_is_locked_nobody_moves() -> None:
    places = [sports_hall("HALL", family_places=9, adult_places=9), azc("A", family_places=9, adult_places=9)]
    people = [family(f"F{n}", "HALL", locked=True) for n in range(4)] + [adult("A1", "A", locked=True)]
    placement = placed(places, people)
    assert causes(placement) == {Cause.LOCKED: 5}
    assert all(p.destination == p.origin for p in placement.proposals)
    assert all(level.is_optimal for level in placement.levels)


def test_where_every_move_is_accepted_already_the_plan_is_those_moves() -> None:
    places = [azc("A", adult_places=3), azc("B", adult_places=3)]
    moves = tuple(Move(f"M{n}", f"A{n}", "B", DAY + timedelta(days=3), MoveStatus.ACCEPTED) for n in range(3))
    placement = placed(places, [adult(f"A{n}", "A") for n in range(3)], moves=moves)
    assert causes(placement) == {Cause.RESERVED: 3}
    assert {p.destination for p in placement.proposals} == {"B"}


def test_needs_that_no_location_meets_are_told_as_such() -> None:
    places = [azc("A", adult_places=5, provides=frozenset({"quiet"})), azc("B", adult_places=5)]
    needs = frozenset({"quiet", "women_only"})
    placement = placed(places, [adult("NEW", None, needs=needs), adult("THERE", "B", needs=needs)])
    assert placement.of["NEW"].cause is Cause.NO_LOCATION_FITS
    assert placement.of["NEW"].excluded["needs"] == 2
    assert placement.of["THERE"].action is Action.STAY
    assert placement.terms["adult_need_unfit"] == 3


def test_a_location_for_others_only_is_told_as_such() -> None:
    placement = placed([azc("A", adult_places=5, only=frozenset({"lgbtiq_safe"}))], [adult("A1", None)])
    assert placement.of["A1"].cause is Cause.NO_LOCATION_FITS
    assert placement.of["A1"].excluded["only_for_others"] == 1
