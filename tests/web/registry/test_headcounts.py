# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The registry counts the children in emergency reception of earlier days with those who left since, or nothing."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from luwte.model.marks import Mark
from luwte.model.places import LocationKind
from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import headcounts
from luwte_web.registry.departures import Left, leave, take_back
from luwte_web.registry.models import Change, DatasetFacts, Headcount, LeftFor, Location, LocationFacts
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.services import change, correct, know
from web.people import few_tables
from web.people.few import OFFICER
from web.registry import few_people
from web.registry.conftest import bring

WHY, SOURCE = "for a test", "the registry"
BEGAN = date(2026, 5, 1)
SPRING, AUTUMN = date(2026, 6, 30), date(2026, 9, 30)
EMERGENCY = LocationKind.EMERGENCY

pytestmark = pytest.mark.django_db


def tables(**changed: object) -> dict[str, list[dict[str, str]]]:
    made = few_tables.tables()
    described = {**made["dataset"][0], "reference_date": BEGAN.isoformat()}
    return {**made, "dataset": [described], **changed}  # type: ignore[dict-item]


@pytest.fixture(autouse=True)
def registry(tmp_path: Path) -> None:
    """Kept since May; today is in November. At L1, a hotel, live F2 with a child, and M2, who came alone."""
    bring(few_people.write(tmp_path / "first", tables()))
    with change(SYSTEM, WHY) as made:
        correct(made, DatasetFacts.objects.known().get(), reference_date=few_tables.TODAY)


def counted(day: date) -> tuple[int, int]:
    """Children in emergency reception on a day, and how many of them came alone."""
    [count] = [one for one in headcounts.count_quarters() if (one.on, one.kind) == (day, EMERGENCY)]
    return count.children, count.amv


def test_each_quarter_since_the_first_tables_is_counted_and_today_is_not() -> None:
    assert headcounts.first_day() == BEGAN
    assert {one.on for one in headcounts.count_quarters()} == {SPRING, AUTUMN}
    assert counted(SPRING) == counted(AUTUMN) == (2, 1)


def test_who_left_since_is_counted_on_the_days_before_and_not_after() -> None:
    leave(OFFICER, "F2", Left(LeftFor.HOME, date(2026, 8, 1)), WHY)
    leave(OFFICER, "M2", Left(LeftFor.HOME, AUTUMN), WHY)
    assert counted(SPRING) == (2, 1)
    assert counted(AUTUMN) == (0, 0)  # the day of leaving is no night there


def test_who_left_and_is_back_counts_once() -> None:
    leave(OFFICER, "F2", Left(LeftFor.HOME, date(2026, 8, 1)), WHY)
    take_back(OFFICER, "F2", WHY)
    assert counted(SPRING) == counted(AUTUMN) == (2, 1)


def test_who_left_and_comes_back_with_later_tables_counts_once(tmp_path: Path) -> None:
    leave(OFFICER, "F2", Left(LeftFor.HOME, date(2026, 8, 1)), WHY)
    bring(few_people.write(tmp_path / "again", tables()))
    with change(SYSTEM, WHY) as made:
        correct(made, DatasetFacts.objects.known().get(), reference_date=few_tables.TODAY)
    assert counted(SPRING) == (2, 1)


def test_a_site_that_is_regular_since_today_was_emergency_reception_then(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Change.objects.order_by("id").first()
    monkeypatch.setattr(headcounts, "_day_of", lambda made: BEGAN if made == first else few_tables.TODAY)
    with change(SYSTEM, WHY) as made:
        correct(made, LocationFacts.objects.known().get(location=Location.objects.get(key="L1")), kind=LocationKind.AZC)
    assert counted(AUTUMN) == (2, 1)


def test_after_somebody_went_out_of_the_tables_without_a_day_nothing_earlier_is_told(tmp_path: Path) -> None:
    fewer = {
        name: [row for row in rows if row.get("household") != "F2"]
        for name, rows in tables().items()
    }  # fmt: skip
    bring(few_people.write(tmp_path / "fewer", fewer))
    with change(SYSTEM, WHY) as made:
        correct(made, DatasetFacts.objects.known().get(), reference_date=few_tables.TODAY)
    first = headcounts.first_day()
    assert first is not None
    assert first > AUTUMN
    assert headcounts.count_quarters() == []


def test_what_people_counted_stays_and_the_rest_is_kept_as_reconstructed() -> None:
    with change(SYSTEM, WHY) as made:
        facts = {"on": SPRING, "kind": EMERGENCY, "children": 9, "source": "COA", "mark": Mark.PUBLISHED}
        know(made, Headcount(**facts))
    kept = headcounts.keep_counts(SYSTEM, WHY, SOURCE)
    assert {(one.on, one.kind) for one in kept} & {(SPRING, EMERGENCY)} == set()
    rows = Headcount.objects.known()
    assert rows.get(on=SPRING, kind=EMERGENCY).children == 9
    autumn = rows.get(on=AUTUMN, kind=EMERGENCY)
    assert (autumn.children, autumn.amv, autumn.mark, autumn.source) == (2, 1, Mark.RECONSTRUCTED, SOURCE)
    changes = Change.objects.count()
    assert headcounts.keep_counts(SYSTEM, WHY, SOURCE) == []
    assert Change.objects.count() == changes


def test_without_a_reason_nothing_is_kept() -> None:
    with pytest.raises(ChangeRefused):
        headcounts.keep_counts(SYSTEM, "", SOURCE)
    assert not Headcount.objects.exists()


def test_tables_of_real_people_that_came_in_late_tell_of_no_day_before_they_came() -> None:
    came = Change(moment=datetime(2026, 9, 30, 12, tzinfo=UTC))
    assert headcounts.began(DatasetFacts(reference_date=BEGAN, synthetic=False, known_by=came)) == AUTUMN
    assert headcounts.began(DatasetFacts(reference_date=BEGAN, synthetic=True, known_by=came)) == BEGAN
