# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was answered in the field comes back as it was given, once, and all that is wrong is told at once."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.data.schema import input_tables
from luwte.model.describe import line
from luwte.model.findings import InputRefused
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.quality.assess import assess
from luwte.quality.catalogue import load_catalogue
from luwte.quality.forms import Gathered, gather
from luwte.quality.forms.names import is_measured
from luwte.words import words_in
from quality.forms.filled import COUNTRY, TODAY, as_csv, as_xlsx, exported, paths, submissions, the_form
from quality.norms import DAY

CATALOGUE = load_catalogue()
ROOM = Assessment(
    "L", AssessedGroup.FAMILY, "HOU-001", Answer.PARTLY, DAY, Method.VISIT, "3.6", "team-3", "two rooms, see\nfloor 1"
)
DOOR = replace(ROOM, indicator="HOU-008", answer=Answer.NOT_MET, value=None, note="", group=AssessedGroup.ALL)
GIVEN = (ROOM, replace(DOOR, note=None))


def taken(*files: Path, dataset=COUNTRY, catalogue=CATALOGUE) -> Gathered:
    return gather(files, dataset, catalogue, TODAY)


def refused(*files: Path, dataset=COUNTRY, catalogue=CATALOGUE) -> list[str]:
    with pytest.raises(InputRefused) as stopped:
        taken(*files, dataset=dataset, catalogue=catalogue)
    return [line(finding, words_in("en")) for finding in stopped.value.findings]


def texts(letters: str = "abcé ;,\"'\n") -> st.SearchStrategy[str]:
    return st.text(letters, max_size=12).map(str.strip)


@st.composite
def sets_of_answers(draw: st.DrawFn) -> list[Assessment]:
    norms = draw(st.lists(st.sampled_from(the_form().norms), min_size=1, max_size=6, unique_by=lambda norm: norm.id))
    visits = st.tuples(st.sampled_from(AssessedGroup), st.sampled_from(Method), st.integers(0, 900), st.integers(1, 99))
    made = []
    for group, method, ago, who in draw(st.lists(visits, min_size=1, max_size=3, unique=True)):
        for norm in norms:
            number = st.decimals(0, 100, places=2).map(lambda value: f"{value.normalize():f}")
            value = draw(st.none() | number) if is_measured(norm) else None
            made.append(
                Assessment(
                    "L", group, norm.id, draw(st.sampled_from(Answer)), DAY - timedelta(ago), method, value,
                    f"team-{who}", draw(texts()) or None,
                )
            )  # fmt: skip
    return made


@settings(max_examples=25, deadline=None)
@given(sets_of_answers(), st.sampled_from(["odk", "bare", "kobo", "workbook"]))
def test_answers_come_back_as_they_were_given_and_assess_the_same(answers: list[Assessment], server: str) -> None:
    rows = submissions(answers)
    with TemporaryDirectory() as folder:
        match server:
            case "kobo":
                file = as_csv(Path(folder) / "visit.csv", exported(rows, "/"), ";")
            case "workbook":
                file = as_xlsx(Path(folder) / "visit.xlsx", exported(rows, "/"))
            case _:
                file = as_csv(Path(folder) / "visit.csv", exported(rows, groups=server == "odk"))
        gathered = taken(file)
    assert Counter(gathered.new) == Counter(answers)
    directly, back = (assess(CATALOGUE.norms, COUNTRY.locations, of, (), DAY) for of in (answers, gathered.new))
    assert directly == back


def test_the_same_file_again_adds_nothing(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "visit.csv", exported(submissions(GIVEN)))
    once = taken(file, file)
    assert (Counter(once.new), once.known, once.forms) == (Counter(GIVEN), 2, 4)
    again = taken(file, dataset=replace(COUNTRY, assessments=once.new))
    assert (again.new, again.known) == ((), 2)


def test_who_said_otherwise_before_is_asked(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "visit.csv", exported(submissions(GIVEN)))
    standing = replace(COUNTRY, assessments=(replace(ROOM, answer=Answer.MET),))
    (told,) = refused(file, dataset=standing)
    assert "visit.csv:2" in told
    assert (
        "About HOU-001 the same person said otherwise on the same day: met (assessments), and here partly met" in told
    )


def test_a_file_with_many_faults_tells_all_of_them(tmp_path: Path) -> None:
    good, other = submissions(GIVEN)
    bad = good | {
        "location": "L9", "group": "gezin", "date": "2027-01-01", "method": "", "assessor": "Anna Jansen",
        "HOU_001": "voldaan", "HOU_001_value": "3,6", "SAF_001_note": "Anna said so",
    }  # fmt: skip
    table = exported([other, bad])
    table[0].append("domain_housing-norm_HOU_999-HOU_999")
    table = [table[0], [*table[1], ""], [*table[2], "met"]]
    told = refused(as_csv(tmp_path / "visit.csv", table))
    whole = "\n".join(told)
    assert len(told) == 9
    assert all("visit.csv:3 " in one for one in told)
    for part in ("'L9'", "'gezin'", "'2027-01-01'", "about-method", "about-assessor", "'voldaan'", "'3,6'", "HOU_999"):
        assert part in whole
    assert "today is 2026-11-20" in whole
    assert "Something was written about SAF-001" in whole
    assert "Anna" not in whole


@pytest.mark.parametrize("value", ["-1", "101", "vier", "1e3"])
def test_a_share_that_cannot_be_measured_is_refused_and_one_beyond_the_bar_is_not(value: str, tmp_path: Path) -> None:
    share = next(norm for norm in the_form().norms if norm.measure.kind == "percentage")
    one = replace(ROOM, indicator=share.id, value="0", answer=Answer.MET)
    (row,) = submissions([one])
    assert taken(as_csv(tmp_path / "good.csv", exported([row]))).new == (one,)
    wrong = row | {f"{share.id.replace('-', '_')}_value": value}
    (told,) = refused(as_csv(tmp_path / "wrong.csv", exported([wrong])))
    assert f"'{value}'" in told


def test_what_was_turned_down_on_the_server_does_not_count_and_is_told(tmp_path: Path) -> None:
    rows = submissions(GIVEN)
    odk = as_csv(tmp_path / "odk.csv", exported(rows, more={"ReviewState": "rejected"}))
    kobo = as_csv(tmp_path / "kobo.csv", exported(rows, "/", more={"_validation_status": "Not Approved"}), ";")
    gathered = taken(odk, kobo)
    assert (gathered.new, gathered.forms) == ((), 0)
    assert [finding.kind.code for finding in gathered.findings] == ["forms.rejected"] * 4


def test_a_column_that_people_added_is_told_and_left_alone(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "visit.csv", exported(submissions(GIVEN), more={"picture": "1.jpg", "_id": "7"}))
    gathered = taken(file)
    assert [(finding.kind.code, finding.place.column) for finding in gathered.findings] == [
        ("forms.not_read", "picture")
    ]


def test_labels_instead_of_names_and_other_files_are_refused_with_how_to_export(tmp_path: Path) -> None:
    told = refused(as_csv(tmp_path / "labels.csv", [["Op welke locatie?"], ["L"]]), tmp_path / "missing.csv")
    assert sum("names (XML values)" in one for one in told) == 6
    assert any("missing.csv" in one for one in told)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no zip")
    assert "This is not a workbook" in refused(broken)[0]


def test_an_older_edition_is_taken_and_told(tmp_path: Path) -> None:
    newer = replace(CATALOGUE, version="2027.1", hash="f" * 64)
    gathered = taken(as_csv(tmp_path / "visit.csv", exported(submissions(GIVEN))), catalogue=newer)
    assert Counter(gathered.new) == Counter(GIVEN)
    assert [finding.kind.code for finding in gathered.findings] == ["forms.other_edition"]
    told = line(gathered.findings[0], words_in("en"))
    assert "Answers (2 forms) were asked from luwte 2026.1 " in told
    assert "and are read with luwte 2027.1 ffffffff" in told


def test_answers_from_the_bundled_catalogue_go_through_the_mapping_of_another(tmp_path: Path) -> None:
    other = replace(CATALOGUE, id="framework", hash="f" * 64, norms=(replace(CATALOGUE["HOU-001"], id="NK-1"),))
    gathered = taken(as_csv(tmp_path / "visit.csv", exported(submissions(GIVEN))), catalogue=other)
    assert {answer.indicator for answer in gathered.new} == {"HOU-001", "HOU-008"}
    codes = Counter(finding.kind.code for finding in gathered.findings)
    assert codes == {"forms.other_edition": 1, "quality.answer_stands_alone": 2}


def test_a_catalogue_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    rows = [
        row | {"catalogue": catalogue} for row, catalogue in zip(submissions(GIVEN), ("other 1 abc", ""), strict=True)
    ]
    told = refused(as_csv(tmp_path / "visit.csv", exported(rows)))
    assert "asked from the catalogue other 1" in told[0]
    assert "do not tell which catalogue" in told[1]


def test_the_form_names_its_questions_as_the_table_of_answers_names_its_columns() -> None:
    of_the_visit = {path[-1] for path in paths() if path[0] == "about"} - {"catalogue", "how_to"}
    assert of_the_visit == set(input_tables()["assessments"].key) - {"indicator"}
