# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the law asks: of published cycles and of tables that are sent, each number with its trace."""

from luwte.data import national_municipalities
from luwte.law import distribute
from web.api.programs import Program, said

TWO = (
    b"code,name,province_code,province,inhabitants,ses_woa\n"
    b"GM0001,Here,PV20,Groningen,300,0\nGM0002,There,PV20,Groningen,100,0\n"
)


def test_a_cycle_is_divided_as_the_library_divides_it(officer: Program) -> None:
    told = officer.read("/distributions/2026")
    expected = distribute(national_municipalities(), cycle=2026)
    assert {each["municipality"]: each["indicative"] for each in told["municipalities"]} == {
        task.municipality: task.indicative for task in expected.municipalities
    }
    assert told["need"] == expected.need
    assert sum(each["indicative"] for each in told["provinces"]) == sum(p.indicative for p in expected.provinces)
    assert [one["cycle"] for one in officer.read("/distributions")["results"]] == [2024, 2026]


def test_every_number_can_be_redone(officer: Program) -> None:
    told = officer.read("/distributions/2026/tasks/GM0014", accept_language="en")
    last = next(step for step in told["steps"] if step["label"].startswith("Indicative number, a half"))
    assert last["result"] == str(told["indicative"])
    assert last["article"] == "Decree art. 2.1(3)"
    assert last["link"].startswith("https://wetten.overheid.nl/")


def test_what_replaces_a_parameter_is_told(officer: Program) -> None:
    told = officer.read("/distributions/2026?needAmv=1000", accept_language="en")
    assert told["need_amv"] == 1000
    assert sum(each["indicative_amv"] for each in told["municipalities"]) > 900


def test_a_cycle_or_municipality_that_is_not_there_is_not_there(officer: Program) -> None:
    for path in ("/distributions/1999", "/distributions/2026/tasks/GM9999"):
        assert officer.get(path).status_code == 404
    refused = officer.get("/distributions/2026?inhabitantsOn=1999-01-01", accept_language="en")
    assert (refused.status_code, len(said(refused)["errors"])) == (400, 1)


def test_tables_that_are_sent_are_divided_and_not_kept(officer: Program) -> None:
    told = said(officer.send("/distributions", {"municipalities.csv": TWO}, {"need": "100"}))
    assert [(one["municipality"], one["indicative"]) for one in told["municipalities"]] == [
        ("GM0001", 75),
        ("GM0002", 25),
    ]
    assert officer.read("/municipalities")["count"] > 300


def test_a_cycle_or_a_need_and_not_both(officer: Program) -> None:
    for form in ({}, {"need": "1", "cycle": "2026"}):
        answer = officer.send("/distributions", {"municipalities.csv": TWO}, form)
        assert [each["code"] for each in said(answer)["errors"]] == ["api.cycle_or_need"]
