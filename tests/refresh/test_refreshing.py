# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a refresh makes of sound answers, and what it notices in answers that are not."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from luwte import law
from luwte.data.refresh import Known, Refreshed, files, refresh
from luwte.data.refresh.online import Online
from luwte.model.findings import Finding, InputRefused, Severity
from refresh.services import GROWN, SCORE, Served, Services, count_in

AMSTERDAM = "GM0363"


def asked(served: Served, known: Known, *, others_allowed: bool = False) -> Refreshed:
    return refresh(Online(sleep=lambda _: None), served.contract, known, others_allowed=others_allowed)


def refused(served: Served, known: Known) -> list[Finding]:
    with pytest.raises(InputRefused) as caught:
        asked(served, known)
    return list(caught.value.findings)


def codes(findings: list[Finding]) -> set[str]:
    return {finding.kind.code for finding in findings}


def test_a_newer_year_and_scores_come_in_for_every_municipality(served: Served, known: Known) -> None:
    found = asked(served, known)
    assert len(found.country.municipalities) == 342
    assert (found.editions.day, found.editions.scores_of) == (date(2026, 1, 1), 2024)
    amsterdam = next(one for one in found.country.municipalities if one.code == AMSTERDAM)
    assert (amsterdam.name, amsterdam.province_code, amsterdam.province) == ("Amsterdam", "PV27", "Noord-Holland")
    assert amsterdam.inhabitants == {date(year, 1, 1): count_in(AMSTERDAM, year) for year in (2023, 2024, 2025, 2026)}
    assert amsterdam.ses_woa == Decimal(SCORE)


def test_the_key_takes_the_scores_that_came(served: Served, known: Known) -> None:
    tasks = law.distribute(asked(served, known).country.municipalities, cycle=2026)
    assert {task.key_used for task in tasks.municipalities} == {law.KeyUsed.SES_WOA}


def test_pages_are_followed_and_asked_with_a_name_and_what_is_accepted(served: Served, known: Known) -> None:
    asked(served, known)
    assert sum("$skip" in path for path in served.asked) == 6  # 2 752 counts and 684 scores in pages of 500
    assert all(headers["User-Agent"].startswith("luwte/") for headers in served.headers)
    assert all("application/json" in headers["Accept"] for headers in served.headers)


def test_what_changed_is_told_per_municipality_with_both_editions(served: Served, known: Known) -> None:
    changed = [each for each in asked(served, known).changes if each.municipality == AMSTERDAM]
    assert [(each.what, each.old_edition, each.new_edition) for each in changed] == [
        ("inhabitants", "2025-01-01", "2026-01-01"),
        ("ses_woa", "", "2024"),
    ]
    assert int(changed[0].new) - int(changed[0].old) == GROWN
    assert (changed[1].old, changed[1].new) == ("", SCORE)


def test_a_corrected_earlier_count_is_told(served: Served, known: Known) -> None:
    one, *others = known.municipalities
    wrong = replace(one, inhabitants=dict(one.inhabitants) | {date(2024, 1, 1): 1})
    changed = asked(served, replace(known, municipalities=(wrong, *others))).changes
    assert [each.new for each in changed if each.old == "1"] == [str(count_in(one.code, 2024))]


def test_months_that_are_not_there_yet_are_left_out_and_said(served: Served, known: Known) -> None:
    found = asked(served, known)
    assert found.months[-1].month == "2026-01"
    assert len(found.months) == 25
    assert "refresh.not_yet" in codes(list(found.findings))


def test_the_same_answers_give_no_further_change(served: Served, known: Known) -> None:
    first = asked(served, known)
    again = asked(served, Known(first.country.municipalities, first.editions))
    assert again.changes == ()


def test_the_receipt_tells_where_every_table_comes_from(served: Served, known: Known) -> None:
    found = asked(served, known)
    written = files(found, served.contract, software="luwte 0", on=datetime(2026, 11, 22, tzinfo=UTC))
    receipt = json.loads(written["refresh.json"])
    assert [each["table"] for each in receipt["sources"]] == ["86247NED", "03759ned", "86296NED", "83102NED", "PDOK"]
    assert receipt["sources"][0]["modified"] == "2026-11-02T02:00:00"
    assert set(receipt["files"]) == set(written) - {"refresh.json"}
    shapes = json.loads(written["beside/boundaries.geojson"])["features"]
    assert len(shapes) == 342
    assert shapes[0]["geometry"]["coordinates"][0][0][2] == [5.1, 52.12346]
    rows = list(csv.DictReader(io.StringIO(written["beside/changes.csv"].decode())))
    assert len(rows) == 2 * 342


def drop(table: str, place: str) -> Callable[[Services], None]:
    def change(known: Services) -> None:
        known.rows[table] = [
            row for row in known.rows[table] if place not in str(row.get("RegioS", row.get("WijkenEnBuurten")))
        ]

    return change


def put(
    table: str, column: str, value: object, *, where: str = AMSTERDAM, period: str = ""
) -> Callable[[Services], None]:
    def change(known: Services) -> None:
        for row in known.rows[table]:
            if where in str(row) and row.get("Perioden", "").startswith(period):
                row[column] = value

    return change


def rename(table: str, title: str, new: str) -> Callable[[Services], None]:
    def change(known: Services) -> None:
        for each in known.properties[table]:
            if each["Title"] == title:
                each["Title"] = new

    return change


def pop_months(known: Services) -> None:
    known.rows["83102NED"] = [row for row in known.rows["83102NED"] if row["Perioden"] != "2025MM04"]


def pop_shape(known: Services) -> None:
    known.features.pop()


def open_shape(known: Services) -> None:
    known.features[0]["geometry"]["coordinates"][0].pop()


def metres(known: Services) -> None:
    known.features[0]["geometry"]["coordinates"] = [[[1e5, 4e5], [1e5, 5e5], [2e5, 5e5], [1e5, 4e5]]]


def without_newer_months(known: Services) -> None:
    known.rows["83102NED"] = [row for row in known.rows["83102NED"] if row["Perioden"] < "2025"]


def twice(known: Services) -> None:
    known.rows["86247NED"].append(known.rows["86247NED"][0])


def without_2026(known: Services) -> None:
    known.rows["03759ned"] = [row for row in known.rows["03759ned"] if row["Perioden"] < "2025"]


COUNT = "BevolkingOp1Januari_1"
FAULTS = {
    "a municipality is missing in the table of regions": (drop("86247NED", AMSTERDAM), "refresh.other_municipalities"),
    "a municipality is missing in the counts": (drop("03759ned", AMSTERDAM), "refresh.missing"),
    "the total of the country is missing": (drop("03759ned", "NL01"), "refresh.no_total"),
    "the total of the country is another one": (
        put("03759ned", COUNT, 1, where="NL01", period="2024"), "refresh.not_the_total",
    ),
    "a count is null": (put("03759ned", COUNT, None, period="2025"), "refresh.unknown"),
    "a count is a text": (put("03759ned", COUNT, "many", period="2025"), "refresh.not_a_value"),
    "a count is broken": (put("03759ned", COUNT, 12.5, period="2025"), "refresh.not_a_value"),
    "a count is below nought": (put("03759ned", COUNT, -1, period="2025"), "refresh.not_a_value"),
    "a province is null": (put("86247NED", "Code_28", None), "refresh.unknown"),
    "a score is out of range": (put("86296NED", "GemiddeldeScore_29", 31.2), "refresh.score_out_of_range"),
    "a column has another title": (rename("03759ned", "Bevolking op 1 januari", "Inwoners"), "refresh.no_column"),
    "two columns have the title": (
        rename("03759ned", "Gemiddelde bevolking", "Bevolking op 1 januari"), "refresh.column_twice",
    ),
    "a region stands there twice": (twice, "refresh.two_rows"),
    "the newest count is older than ours": (without_2026, "refresh.older"),
    "a month is missing": (pop_months, "refresh.month_missing"),
    "the months are not the year": (
        put("83102NED", "NareizigersPersonen_4", 9_000, where="2025JJ00"), "refresh.not_the_year",
    ),
    "a month in the middle is null": (
        put("83102NED", "NareizigersPersonen_4", None, where="2025MM02"), "refresh.unknown",
    ),
    "the newest month is older than ours": (without_newer_months, "refresh.older_months"),
    "a shape is missing": (pop_shape, "refresh.no_shape"),
    "a shape is open": (open_shape, "refresh.broken_shape"),
    "a shape is in metres": (metres, "refresh.broken_shape"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_an_answer_that_is_not_sound_is_refused_by_name(name: str, served: Served, known: Known) -> None:
    spoil, code = FAULTS[name]
    spoil(served.services)
    assert code in codes(refused(served, known))


def test_a_renamed_column_is_told_with_the_titles_there_are(served: Served, known: Known) -> None:
    rename("03759ned", "Bevolking op 1 januari", "Inwoners")(served.services)
    (finding,) = refused(served, known)
    assert finding.params["titles"] == "Gemiddelde bevolking, Inwoners"
    assert finding.place
    assert finding.place.file == "03759ned"


def test_everything_that_is_wrong_is_told_at_once(served: Served, known: Known) -> None:
    rename("03759ned", "Bevolking op 1 januari", "Inwoners")(served.services)
    served.services.rows["83102NED"] = []
    assert codes(refused(served, known)) == {"refresh.no_column", "refresh.no_rows"}


def test_a_null_is_named_once_and_never_becomes_nought(served: Served, known: Known) -> None:
    put("03759ned", COUNT, None, period="2025")(served.services)
    told = [each for each in refused(served, known) if each.params.get("place") == AMSTERDAM]
    assert [each.kind.code for each in told] == ["refresh.unknown"]


def test_scores_that_are_not_whole_are_not_taken_and_said(served: Served, known: Known) -> None:
    put("86296NED", "GemiddeldeScore_29", None, period="2024")(served.services)
    found = asked(served, known)
    assert found.editions.scores_of == 2023
    put("86296NED", "GemiddeldeScore_29", None)(served.services)
    found = asked(served, known)
    assert found.editions.scores_of is None
    assert {one.ses_woa for one in found.country.municipalities} == {None}
    assert all(one.key_weight for one in found.country.municipalities)
    told = [each.params["places"] for each in found.findings if each.kind.code == "refresh.scores_not_whole"]
    assert told == [AMSTERDAM, AMSTERDAM]


def merge(known: Services, *, gone: str = "GM0014", new: str = "GM1999") -> None:
    """A municipality becomes another one with as many people from 2026 on; the new one has no earlier counts."""
    for row in known.rows["86247NED"]:
        if row["RegioS"].startswith(gone):
            row["RegioS"] = row["Code_1"] = f"{new}    "
    was = [row for row in known.rows["03759ned"] if row["RegioS"].startswith(gone)]
    for row in was:
        known.rows["03759ned"].append(
            row | {"RegioS": f"{new}  "} | ({} if row["Perioden"] >= "2026" else {COUNT: None})
        )
        if row["Perioden"] >= "2026":
            row[COUNT] = None
    for row in known.rows["86296NED"]:
        if row["WijkenEnBuurten"].startswith(gone):
            row["WijkenEnBuurten"] = f"{new}    "
    for feature in known.features:
        if feature["properties"]["statcode"] == gone:
            feature["properties"]["statcode"] = new


def test_a_merger_is_told_and_taken_only_when_a_person_allows_it(served: Served, known: Known) -> None:
    merge(served.services)
    errors = [each for each in refused(served, known) if each.kind.severity is Severity.ERROR]
    told = [(finding.kind.code, finding.params) for finding in errors]
    assert told == [("refresh.other_municipalities", {"gone": "GM0014", "new": "GM1999"})]
    found = asked(served, known, others_allowed=True)
    new = next(one for one in found.country.municipalities if one.code == "GM1999")
    assert list(new.inhabitants) == [date(2026, 1, 1)]
    assert "refresh.merged" in codes(list(found.findings))
    assert {each.new for each in found.changes if each.municipality == "GM0014"} == {""}


def test_after_a_merger_the_next_refresh_is_a_usual_one(served: Served, known: Known) -> None:
    merge(served.services)
    first = asked(served, known, others_allowed=True)
    again = asked(served, Known(first.country.municipalities, first.editions))
    assert again.changes == ()
    put("03759ned", COUNT, None, where="GM1999", period="2026")(served.services)
    told = refused(served, Known(first.country.municipalities, first.editions))
    assert {"refresh.unknown", "refresh.not_the_total"} <= codes(told)


def test_a_leap_of_inhabitants_is_told(served: Served, known: Known) -> None:
    now = count_in(AMSTERDAM, 2026)
    put("03759ned", COUNT, now + 100_000, period="2026")(served.services)
    total = sum(count_in(one.code, 2026) for one in known.municipalities)
    put("03759ned", COUNT, total + 100_000, where="NL01", period="2026")(served.services)
    told = [each.params["place"] for each in asked(served, known).findings if each.kind.code == "refresh.striking"]
    assert told == ["Amsterdam"]
