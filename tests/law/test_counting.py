# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every case about what counts comes out as its author says, and counting keeps every place."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from law.cases_read import Strict, read_cases
from law.sites import Promise, Site
from luwte.law.counting import (
    Counting,
    Doubt,
    FiveYearsFrom,
    Ground,
    Nature,
    Reason,
    Verdict,
    count,
    count_realised,
    initiatives,
)
from luwte.law.counting.durable import years_after
from luwte.law.counting.notes import notes
from luwte.law.provisions import cited
from luwte.model.places import LocationKind, Operator
from luwte.model.pledges import Offer, OfferStatus


class Given(Strict):
    sites: tuple[Site, ...] = ()
    offers: tuple[Promise, ...] = ()


class When(Strict):
    day: date
    five_years_from: FiveYearsFrom = FiveYearsFrom.OPENING


class Then(Strict):
    reasons: dict[str, Reason] = Field(min_length=1)
    counted: int | None = None
    unsure: int | None = None
    realised: int | None = None
    notes: tuple[str, ...] = ()


class Case(Strict):
    case: str
    provision: str
    given: Given
    when: When
    then: Then


def reasons(counting: Counting) -> dict[str, Reason]:
    """By key, and where both natures stand at one key by key and nature."""
    keys = [one.candidate.key for one in counting.places]
    return {
        one.candidate.key if keys.count(one.candidate.key) == 1 else f"{one.candidate.key}/{one.candidate.nature}": (
            one.reason
        )
        for one in counting.places
    }


@pytest.mark.parametrize("case", read_cases("counting", Case), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    cited(case.provision)
    sites = [site.location() for site in case.given.sites]
    offers = [offer.offer() for offer in case.given.offers]
    counting = count(sites, offers, case.when.day, reading=case.when.five_years_from)
    assert reasons(counting) == case.then.reasons
    if case.then.counted is not None:
        assert counting.sum(Verdict.YES) == case.then.counted
    if case.then.unsure is not None:
        assert counting.sum(Verdict.UNKNOWN) == case.then.unsure
    if case.then.realised is not None:
        assert count_realised(sites, offers, case.when.day).sum(Verdict.YES) == case.then.realised
    assert set(case.then.notes) <= {one.kind.code for one in notes(counting)}


def test_every_reason_has_a_case() -> None:
    shown = {reason for case in read_cases("counting", Case) for reason in case.then.reasons.values()}
    assert shown == set(Reason)


DAYS = st.dates(date(2015, 1, 1), date(2040, 1, 1)) | st.none()
SITES = st.builds(
    Site,
    key=st.uuids().map(str),
    municipality=st.sampled_from(["GM0001", "GM0002"]),
    places=st.integers(0, 150),
    amv=st.integers(0, 30),
    kind=st.sampled_from(LocationKind),
    operator=st.sampled_from(Operator),
    opens=DAYS,
    closes=DAYS,
)


@given(st.lists(SITES, max_size=8), st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.sampled_from(FiveYearsFrom))
@settings(max_examples=80)
def test_no_place_is_lost_or_counted_twice(sites: list[Site], on: date, reading: FiveYearsFrom) -> None:
    counting = count([site.location() for site in sites], [], on, reading=reading)
    assert sum(counting.sum(verdict) for verdict in Verdict) == sum(site.places + site.amv for site in sites)


@given(st.lists(SITES, max_size=8), st.dates(date(2024, 1, 1), date(2030, 1, 1)), SITES)
@settings(max_examples=80)
def test_one_more_site_never_takes_places_away(sites: list[Site], on: date, more: Site) -> None:
    before = count([site.location() for site in sites], [], on).sum(Verdict.YES)
    assert count([site.location() for site in [*sites, more]], [], on).sum(Verdict.YES) >= before


@given(st.lists(SITES, max_size=8), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
@settings(max_examples=60)
def test_five_years_from_the_day_of_counting_never_count_more(sites: list[Site], on: date) -> None:
    places = [site.location() for site in sites]
    strict = count(places, [], on, reading=FiveYearsFrom.COUNTING)
    assert strict.sum(Verdict.YES) <= count(places, [], on).sum(Verdict.YES)


@given(st.lists(SITES, max_size=8), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
@settings(max_examples=60)
def test_what_is_there_and_durable_is_never_more_than_what_is_deducted(sites: list[Site], on: date) -> None:
    places = [site.location() for site in sites]
    assert count_realised(places, [], on).sum(Verdict.YES) <= count(places, [], on).sum(Verdict.YES)


def test_places_know_the_article_behind_their_verdict() -> None:
    small = Site(key="A", places=99, amv=15, opens=date(2020, 1, 1), closes=date(2035, 1, 1)).location()
    articles = {one.candidate.nature: one.provision.citation for one in count([small], [], date(2026, 2, 1)).places}
    assert articles == {Nature.REGULAR: "Decree 3.1(1)", Nature.SPECIAL: "Decree 3.1(2)"}


def test_whole_years_are_over_on_the_same_day_and_after_a_leap_day_on_the_first_of_march() -> None:
    assert years_after(date(2024, 3, 1), 5) == date(2029, 3, 1)
    assert years_after(date(2024, 2, 29), 5) == date(2029, 3, 1)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


OPEN = Site(key="A", places=100, opens=date(2020, 1, 1)).location()


@pytest.mark.parametrize(
    ("status", "grounds", "location", "begins", "verdict", "stand", "doubts"),
    [
        ("viable", "1", None, None, "yes", "1", []),
        ("viable", "4", None, None, "yes", "4", []),
        ("decided", "", None, None, "yes", "1", []),
        ("viable", "", None, None, "unknown", "", ["no_ground"]),
        ("intention", "", None, None, "no", "", ["no_ground"]),
        ("intention", "4", None, None, "yes", "4", []),
        ("refused", "1", None, None, "no", "", ["refused"]),
        ("realised", "1", None, None, "no", "", ["realised"]),
        ("viable", "2", None, None, "unknown", "", ["no_site"]),
        ("viable", "2", "B", date(2025, 6, 23), "unknown", "", ["site_in_time"]),
        ("viable", "2", "B", date(2025, 6, 24), "yes", "2", []),
        ("viable", "2", "B", None, "yes", "2", []),
        ("viable", "3", "A", None, "yes", "3", []),
        ("viable", "3", "B", None, "unknown", "", ["nothing_to_extend"]),
        ("viable", "13", "B", None, "yes", "1", ["nothing_to_extend"]),
    ],
)
def test_one_ground_that_stands_makes_an_initiative_viable(
    status: str, grounds: str, location: str | None, begins: date | None, verdict: str, stand: str, doubts: list[str]
) -> None:
    offer = Offer(
        "O", "GM0001", 50, OfferStatus(status), 0, None, begins, viable_because=frozenset(grounds), location=location
    )
    (found,) = initiatives([offer], [OPEN], date(2024, 12, 23))
    assert found.verdict == Verdict(verdict)
    assert found.grounds == tuple(map(Ground, stand))
    assert found.doubts == tuple(map(Doubt, doubts))
