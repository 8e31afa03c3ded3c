# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People hand in tables without a fault, and get exactly what stands in them."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from data.spoil import codes, errors, found_in, set_cell, where
from luwte.data import read
from luwte.model.people import Household, HouseholdGroup, Person, Phase, Relation, Sex, WishBy, WishKind
from luwte.model.periods import Month
from luwte.model.places import Building, Location, LocationKind, Operator, Scheme, StatedFitness
from luwte.model.stays import Move, MoveCause, MoveStatus


def test_a_location_is_read_to_the_letter(small: Path) -> None:
    assert read(small).location["L4"] == Location(
        key="L4",
        name="Noodopvang Almere, hotel (verzonnen)",
        municipality="GM0034",
        kind=LocationKind.EMERGENCY,
        operator=Operator.COA,
        building=Building.HOTEL,
        family_places=14,
        amv_places=2,
        adult_places=8,
        opens=date(2023, 1, 15),
        closes=date(2027, 1, 1),
        supervisor="gemeente",
        scheme=Scheme.COA,
        contractor="Hotelbedrijf",
        own_amv_team=False,
        cost_per_place_day=Decimal("249.3"),
        lon=Decimal("5.22"),
        lat=Decimal("52.37"),
        school_km=Decimal("2.1"),
        gp_km=Decimal("1.4"),
    )


def test_a_household_and_its_persons_are_read_to_the_letter(small: Path) -> None:
    dataset = read(small)
    assert dataset.household["H02"] == Household(
        key="H02",
        group=HouseholdGroup.FAMILY,
        location="L1",
        phase=Phase.PERMIT,
        since=date(2026, 1, 10),
        forced_moves=2,
        needs=frozenset({"accessible"}),
        wish_kind=WishKind.PLACE,
        wish="GM0307",
        wish_by=WishBy.PARENTS,
        wish_on=date(2026, 9, 15),
        linked_municipality="GM0307",
    )
    assert dataset.persons_of["H02"][2] == Person(
        key="P06",
        household="H02",
        birth_month=Month(2011, 2),
        relation=Relation.CHILD,
        sex=Sex.X,
        lodged_on=date(2025, 3, 11),
        first_school_day=date(2025, 6, 2),
        health_intake_on=date(2025, 4, 20),
    )


def test_columns_that_have_another_name_than_their_field(small: Path) -> None:
    dataset = read(small)
    assert dataset.moves[0] == Move(
        "M1", "H06", "L4", date(2026, 11, 27), MoveStatus.ACCEPTED, MoveCause.CLOSURE, "2026-W46"
    )
    assert (dataset.exchanges[0].giver, dataset.exchanges[0].taker) == ("GM0310", "GM0344")
    assert dataset.stays[0].since == date(2025, 5, 20)
    assert dataset.offers[0].viable_because == {"1", "4"}


def test_dated_inhabitants_are_kept_by_day(small: Path) -> None:
    utrecht = read(small).municipality["GM0344"]
    assert utrecht.inhabitants == {date(2023, 1, 1): 367947, date(2025, 1, 1): 376435}
    assert utrecht.ses_woa == Decimal("0.051")


def test_an_undated_column_of_inhabitants_will_do(copy: Path) -> None:
    path = copy / "municipalities.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("inhabitants_2025_01_01", "inhabitants"), encoding="utf-8")
    assert read(copy).municipality["GM0344"].inhabitants == {date(2023, 1, 1): 367947, None: 376435}


def test_a_day_of_counting_that_does_not_exist_is_no_such_column(copy: Path) -> None:
    path = copy / "municipalities.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("inhabitants_2025_01_01", "inhabitants_2025_02_30"), encoding="utf-8")
    [finding] = [f for f in found_in(copy) if f.kind.code.startswith("column_unknown")]
    assert where(finding) == ("municipalities.csv", 1, "inhabitants_2025_02_30")


def test_the_sum_of_units_in_use_counts(copy: Path) -> None:
    set_cell(copy, "units", 6, "out_of_use", "no")
    dataset = read(copy)
    assert dataset.location["L3"].amv_places == 16
    assert dataset.location["L2"].family_places == 10
    assert dataset.location["L2"].adult_places == 2
    assert "units_sum_differs" in codes(dataset.findings)


def test_units_all_out_of_use_leave_no_places(copy: Path) -> None:
    set_cell(copy, "units", 2, "out_of_use", "yes")
    set_cell(copy, "units", 3, "out_of_use", "yes")
    assert read(copy).location["L2"].family_places == 0


def test_absent_columns_and_cells_have_their_default(copy: Path) -> None:
    columns = "location,name,municipality,kind,operator,building,family_places,amv_places,adult_places"
    row = "L1,Plek,GM0344,azc,coa,house,1,2,3"
    (copy / "locations.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    gone = ("households", "persons", "units", "stays", "moves", "assessments", "improvements", "offers")
    for table in (*gone, "feedback", "programmes", "contacts", "conditions", "operations"):
        (copy / f"{table}.csv").unlink()
    [location] = read(copy).locations
    assert (location.flexible_places, location.stays_until_age, location.school_places) == (0, 18, None)
    assert location.provides == frozenset()
    assert location.family_fit is None


def test_a_stated_fitness_is_not_a_yes_no(small: Path) -> None:
    dataset = read(small)
    assert dataset.location["L1"].family_fit is StatedFitness.YES
    assert dataset.location["L5"].adult_fit is StatedFitness.UNKNOWN


def test_cells_as_a_spreadsheet_keeps_them(tmp_path: Path) -> None:
    """Dates, numbers and answers of a spreadsheet are taken exactly where the column asks for them."""
    with xlsxwriter.Workbook(str(tmp_path / "country.xlsx")) as book:
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        about = book.add_worksheet("dataset")
        about.write_row(0, 0, ["reference_date", "title", "synthetic", "seed"])
        about.write_datetime(1, 0, datetime(2026, 11, 16), day)
        about.write_row(1, 1, ["Land", True, 7])
        places = book.add_worksheet("locations")
        places.write_row(0, 0, ["location", "name", "municipality", "kind", "operator", "building"])
        places.write_row(0, 6, ["family_places", "amv_places", "adult_places", "cost_per_place_day", "opens"])
        places.write_row(1, 0, [12, "Plek", "GM0344", "azc", "coa", "house", 1, 2, 3, 1.1])
        places.write_datetime(1, 10, datetime(2020, 2, 29), day)
    dataset = read(tmp_path / "country.xlsx")
    [location] = dataset.locations
    assert (dataset.reference_date, dataset.synthetic, dataset.seed) == (date(2026, 11, 16), True, 7)
    assert (location.key, location.cost_per_place_day) == ("12", Decimal("1.1"))
    assert location.opens == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("reference_date", datetime(2026, 11, 16, 14, 30), "cell_date_time"),
        ("reference_date", 46342, "cell_serial"),
        ("title", datetime(2026, 2, 1), "cell_made_a_date"),
        ("seed", 7.5, "cell_fraction"),
        ("seed", datetime(2026, 2, 1), "cell_made_a_date"),
        ("seed", True, "cell_number"),
        ("synthetic", 1, "cell_yes_no_known"),
        ("title", "=NA()", "cell_error"),
        ("seed", "=1/0", "cell_error"),
    ],
)
def test_what_a_spreadsheet_made_ambiguous_is_refused(column: str, value: object, code: str, tmp_path: Path) -> None:
    names = ["reference_date", "title", "synthetic", "seed"]
    with xlsxwriter.Workbook(str(tmp_path / "country.xlsx")) as book:
        moment = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        sheet = book.add_worksheet("dataset")
        sheet.write_row(0, 0, names)
        sheet.write_string(1, 1, "Land")
        if isinstance(value, datetime):
            sheet.write_datetime(1, names.index(column), value, moment)
        elif isinstance(value, str):
            sheet.write_formula(1, names.index(column), value, None, "#N/A" if "NA" in value else "#DIV/0!")
        else:
            sheet.write(1, names.index(column), value)
    found = {(where(f)): f.kind.code for f in errors(found_in(tmp_path / "country.xlsx"))}
    assert found[("country.xlsx#dataset", 2, column)] == code


def test_a_sheet_that_does_not_begin_in_the_corner(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "country.xlsx")) as book:
        sheet = book.add_worksheet("dataset")
        sheet.write_row(2, 1, ["title", "seed"])
        sheet.write_row(3, 1, ["Land", 7])
    assert codes(found_in(tmp_path / "country.xlsx")) == {"no_header"}


def test_a_stray_cell_in_the_far_corner_is_named(copy: Path, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "country.xlsx")) as book:
        sheet = book.add_worksheet("dataset")
        sheet.write_row(0, 0, ["title", "seed"])
        sheet.write_row(1, 0, ["Land", 7])
        sheet.write_string(1_048_575, 16_383, "x")
    found = {where(f): f.kind.code for f in errors(found_in(tmp_path / "country.xlsx"))}
    assert found[("country.xlsx#dataset", 1_048_576, None)] in ("cell_beside", "second_row")
    assert found[("country.xlsx#dataset", 3, None)] == "empty_row"


def test_a_workbook_of_another_calendar_system(tmp_path: Path) -> None:
    """Workbooks made on older Macs count days from 1904."""
    with xlsxwriter.Workbook(str(tmp_path / "country.xlsx"), {"date_1904": True}) as book:
        sheet = book.add_worksheet("dataset")
        sheet.write_string(0, 0, "reference_date")
        sheet.write_datetime(1, 0, datetime(2026, 11, 16), book.add_format({"num_format": "d mmm yyyy"}))
    assert read(tmp_path / "country.xlsx").reference_date == date(2026, 11, 16)


def test_a_month_that_a_spreadsheet_made_a_date(copy: Path, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "country.xlsx")) as book:
        form = book.add_format({"num_format": "[$-413]mmm-yy"})
        households, persons = book.add_worksheet("households"), book.add_worksheet("persons")
        households.write_row(0, 0, ["household", "group", "location", "phase"])
        households.write_row(1, 0, ["H1", "adult", None, "permit"])
        persons.write_row(0, 0, ["person", "household", "birth_month", "relation"])
        persons.write_row(1, 0, ["P1", "H1", None, "self"])
        persons.write_datetime(1, 2, datetime(1990, 3, 1), form)
        persons.write_row(2, 0, ["P2", "H1", None, "partner"])
        persons.write_datetime(2, 2, datetime(1991, 3, 17), form)
    [finding] = errors(found_in(tmp_path / "country.xlsx"))
    assert (finding.kind.code, where(finding)[1]) == ("cell_month_with_day", 3)


def test_reading_tells_how_far_it_is(small: Path) -> None:
    heard: list[tuple[str, float | None]] = []
    read(small, progress=lambda stage, done=None: heard.append((stage, done)))
    assert {stage for stage, _ in heard} == {"Reading the tables", "Checking the tables"}
    assert heard[-1][1] == 1


def test_progress_can_stop_the_reading(small: Path) -> None:
    def stop(stage: str, done: float | None = None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(small, progress=stop)
