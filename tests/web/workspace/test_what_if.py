# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An officer asks what would follow if a location closed: it is told beside the plan, and nothing of it is proposed."""

import csv
from datetime import timedelta
from html import unescape

import pytest
from django.http import Http404
from django.test import Client

from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.artefacts import selectors as artefacts
from luwte_web.audit.models import Line
from luwte_web.registry import selectors
from luwte_web.registry.models import LocationFacts
from luwte_web.registry.services import change, correct
from luwte_web.workspace import jobs, making, proposals, review, waiting
from luwte_web.workspace.jobs import Wanted
from luwte_web.workspace.models import JobState, PlanJob, Proposed
from luwte_web.workspace.pulse import Pulse
from web.workspace.country import DAY, NEW, OLD
from web.workspace.test_review_pages import SignIn, at_work, sign_in

__all__ = ["at_work", "sign_in"]

pytestmark = pytest.mark.django_db
ASK = f"/en/registry/locations/{OLD}/what-if-it-closed/"


def tried(officer: Actor, without: str = OLD) -> PlanJob:
    asked = jobs.ask(officer, Wanted(DAY, without=without))
    making.make(asked.key, Pulse(asked.key))
    return jobs.progress(asked.key)


def words(browser: Client, address: str) -> str:
    return " ".join(unescape(browser.get(address).content.decode()).split())


def rows(browser: Client, job: PlanJob, table: str) -> list[list[str]]:
    saved = browser.get(f"/en/review/{job.key}/", {"table": table, "as": "csv"}).content.decode("utf-8-sig")
    return list(csv.reader(saved.splitlines()[1:]))


def test_everybody_who_lives_there_must_leave_and_the_registry_stays_as_it_is(job: PlanJob, officer: Actor) -> None:
    before = selectors.dataset_of_registry().content_hash
    found = tried(officer)
    plan = artefacts.published(found.plan_id)
    assert plan.dataset.location[OLD].closes == DAY + timedelta(days=1)
    lived_there = [row for row in plan.plan.placements if row.origin == OLD]
    assert lived_there
    assert all(row.destination != OLD for row in lived_there)
    assert selectors.dataset_of_registry().content_hash == before


def test_nothing_of_it_is_proposed_and_the_plan_stays_the_newest(job: PlanJob, officer: Actor) -> None:
    found = tried(officer)
    assert not Proposed.objects.filter(job=found).exists()
    assert list(jobs.made()) == [job]
    newest, _ = waiting.newest(officer)
    assert newest == job


def test_nobody_decides_on_it(job: PlanJob, officer: Actor) -> None:
    found = tried(officer)
    household = next(iter(proposals.of_all(found))).household
    for decide in (review.accept, review.commit, review.take_back, review.release):
        with pytest.raises(Http404):
            decide(officer, found, household, "for a test")
    with pytest.raises(Http404):
        review.override(officer, found, household, NEW, "for a test")
    with pytest.raises(Http404):
        review.hold(officer, found, household, DAY, "for a test")
    with pytest.raises(Http404):
        jobs.show(officer, found.key)


def test_what_was_asked_stands_on_the_log(people: None, officer: Actor) -> None:
    asked = jobs.ask(officer, Wanted(DAY, without=OLD))
    assert Line.objects.get(kind="job", thing=asked.key).told["without"] == OLD
    assert jobs.ask(officer, Wanted(DAY)) != asked
    assert jobs.ask(officer, Wanted(DAY, without=OLD)) == asked


def test_a_location_that_is_not_open_is_told(people: None, officer: Actor) -> None:
    with change(officer, "for a test") as made:
        correct(made, LocationFacts.objects.known().get(location__key=NEW), closes=DAY)
    found = tried(officer, NEW)
    assert found.state is JobState.FAILED
    assert "not open" in found.failure[0]["what"]


def test_it_is_asked_with_one_press_and_told_beside_the_plan(job: PlanJob, officer: Actor, at_work: Client) -> None:
    answer = at_work.post(ASK)
    key = answer["Location"].rstrip("/").split("/")[-1]
    making.make(key, Pulse(key))
    page = words(at_work, answer["Location"])
    assert "What if old closed on 21 November 2026" in page
    assert "nobody can accept anything of it" in page
    assert "part of the difference" not in page
    found = PlanJob.objects.get(key=key)
    closed, as_it_is = (artefacts.published(each.plan_id).plan.summary for each in (found, job))
    told = {row[0]: row[1:] for row in rows(at_work, found, "measures")}
    for before, after in zip(as_it_is.levels, closed.levels, strict=True):
        (numbers,) = [numbers for title, numbers in told.items() if title.startswith(f"{after.level}.")]
        assert [float(number) for number in numbers] == pytest.approx(
            [float(before.value), float(after.value), float(after.value - before.value)]
        )
    went = {row[0]: row[5] for row in rows(at_work, found, "there")}
    plan = artefacts.published(found.plan_id).plan
    assert set(went) == {row.household for row in plan.placements if row.origin == OLD}
    assert "old" not in went.values()


def test_every_household_that_is_told_of_is_on_the_log(job: PlanJob, officer: Actor, at_work: Client) -> None:
    found = tried(officer)
    before = Line.objects.filter(act="read_person").count()
    at_work.get(f"/en/review/{found.key}/")
    read = Line.objects.filter(act="read_person").count() - before
    assert read == sum(len(rows(at_work, found, table)) for table in ("there", "others")) > 0


def test_a_change_in_between_is_told(job: PlanJob, officer: Actor, at_work: Client) -> None:
    with change(officer, "for a test") as made:
        correct(made, LocationFacts.objects.known().get(location__key=NEW), closes=DAY + timedelta(days=200))
    found = tried(officer)
    assert "part of the difference comes from that" in words(at_work, f"/en/review/{found.key}/")


def test_for_who_makes_no_plans_it_is_not_there(job: PlanJob, officer: Actor, sign_in: SignIn) -> None:
    found = tried(officer)
    others = (
        Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1"),
        Membership(Role.SITE_TEAM, Scope.LOCATION, OLD),
        Membership(Role.INSPECTOR, Scope.COUNTRY),
        Membership(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV27"),
    )
    for other in others:
        browser = sign_in(other)
        assert browser.get(f"/en/review/{found.key}/").status_code == 404
        assert browser.post(ASK).status_code == 404
    with pytest.raises(Http404):
        jobs.ask(Actor("u-2", others), Wanted(DAY, without=OLD))


def test_its_proposals_have_no_pages(job: PlanJob, officer: Actor, at_work: Client) -> None:
    found = tried(officer)
    household = next(iter(proposals.of_all(found))).household
    for page in ("undisputed/", f"households/{household}/"):
        assert at_work.get(f"/en/review/{found.key}/{page}").status_code == 404
    assert at_work.post(f"/en/review/{found.key}/show/").status_code == 404
