# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People review a plan on its pages: they see what is theirs to see, decide what is theirs to decide, lose no word."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.artefacts import selectors as artefacts
from luwte_web.audit.models import Line
from luwte_web.registry import selectors
from luwte_web.workspace import best_interests, jobs, proposals, review
from luwte_web.workspace.children import record_child_view
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.proposals import Standing
from web.reading import read_page
from web.workspace.country import DAY, NEW, OLD, OTHER, SPARE
from web.workspace.written import heard, weighed, write_all

pytestmark = pytest.mark.django_db
WHY = "discussed with the family"
SCOPES = {
    Role.PLACEMENT_OFFICER: (Scope.COUNTRY, ""),
    Role.GUARDIAN: (Scope.OWN_WARDS, "G1"),
    Role.SITE_TEAM: (Scope.LOCATION, OLD),
    Role.INSPECTOR: (Scope.COUNTRY, ""),
    Role.MUNICIPALITY: (Scope.MUNICIPALITY, "GM0363"),
    Role.PROVINCE: (Scope.PROVINCE, "PV27"),
    Role.MINISTRY: (Scope.COUNTRY, ""),
    Role.AUDITOR: (Scope.COUNTRY, ""),
    Role.ADMINISTRATOR: (Scope.COUNTRY, ""),
    Role.PARTNER: (Scope.LOCATION, OLD),
}
SignIn = Callable[..., Client]


@pytest.fixture
def sign_in(db: None) -> SignIn:
    """A browser in which somebody with these memberships is signed in."""

    def signed_in(*memberships: Membership) -> Client:
        user = services.add_user(SYSTEM, f"u{Line.objects.count()}@example.org", memberships)
        browser = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
        browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return browser

    return signed_in


@pytest.fixture
def at_work(sign_in: SignIn) -> Client:
    """A placement officer for the whole country."""
    return sign_in(Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY))


def text(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def page_of(job: PlanJob, household: str = "") -> str:
    return f"/en/review/{job.key}/" + (f"households/{household}/" if household else "")


def standing(job: PlanJob, household: str) -> Standing:
    found = proposals.one(job, household)
    assert found is not None
    return found.standing


def test_a_plan_is_asked_for_watched_and_cancelled(people: None, at_work: Client) -> None:
    answer = at_work.post("/en/review/", {"on": DAY.isoformat(), "minutes": "2", "gap": "0.5"})
    assert answer.status_code == 302
    job = PlanJob.objects.get(state=JobState.WAITING)
    assert (job.on, job.seconds, str(job.gap)) == (DAY, 120, "0.005")
    assert answer["Location"] == page_of(job)
    PlanJob.objects.filter(key=job.key).update(
        state=JobState.RUNNING, began_at=timezone.now(), stage="Counting again", done=0.25
    )
    watched = at_work.get(page_of(job))
    assert watched["Refresh"] == "3"
    assert "Counting again" in watched.content.decode()
    assert "Refresh" not in at_work.get(page_of(job) + "?still")
    assert at_work.post(page_of(job) + "cancel/").status_code == 302
    assert "It was cancelled and stops soon." in text(at_work, page_of(job))


def test_what_is_asked_of_a_plan_is_kept_where_it_cannot_be(people: None, at_work: Client) -> None:
    answer = at_work.post("/en/review/", {"on": "31-31-2026", "minutes": "-4", "gap": "0.5"})
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert 'value="31-31-2026"' in shown
    assert 'value="-4"' in shown
    assert not PlanJob.objects.exclude(state=JobState.DONE).exists()


def test_why_a_plan_was_not_made_is_told_with_a_way_on(job: PlanJob, at_work: Client, officer: Actor) -> None:
    lost = jobs.ask(officer, jobs.Wanted(DAY, seconds=9))
    ended = {"what": "There is no {x}.", "mend": "Do {x}.", "params": {"x": "day"}}
    PlanJob.objects.filter(key=lost.key).update(state=JobState.FAILED, ended_at=timezone.now(), failure=[ended])
    assert "There is no day." in text(at_work, page_of(lost))
    answer = at_work.post(page_of(lost) + "again/")
    assert answer["Location"] != page_of(lost)


def test_proposals_stand_by_urgency_and_can_be_chosen(job: PlanJob, at_work: Client, officer: Actor) -> None:
    write_all(officer, "F1", NEW)
    review.accept(officer, job, "F2", WHY)

    def listed(query: str) -> list[str]:
        return re.findall(r"households/([FM]\d)/", text(at_work, page_of(job) + query))

    assert listed("") == ["F5", "F1", "F2", "F3", "M1", "M2", "M3"]
    assert listed("?standing=accepted") == ["F2"]
    assert listed("?group=amv") == ["M1", "M2", "M3"]
    assert listed("?disputed=no") == ["F1"]
    assert listed("?province=PV24") == ["F5", "M1"]
    assert listed("?cause=no_place_yet") == ["F5"]
    csv = at_work.get(page_of(job) + "?table=proposals&as=csv&group=amv").content.decode()
    assert [line.split(",")[0] for line in csv.splitlines()] == ["Household", "M1", "M2", "M3"]


def test_findings_come_before_proposals(job: PlanJob, at_work: Client) -> None:
    headings = read_page(page_of(job), text(at_work, page_of(job)).encode()).headings
    order = [heading for heading in headings if "Findings" in heading or "Proposals" in heading]
    assert order == ["h2 Findings first", "h2 Proposals"]


def test_a_proposal_is_accepted_written_down_and_made_final(job: PlanJob, at_work: Client) -> None:
    address = page_of(job, "M2")
    answer = at_work.post(address, {"act": "accept", "on": DAY.isoformat(), "reason": WHY})
    assert answer.status_code == 302
    assert standing(job, "M2") is Standing.ACCEPTED
    refused = at_work.post(address, {"act": "commit", "reason": "the bus is ordered"})
    assert refused.status_code == 409
    assert "the bus is ordered" in refused.content.decode()
    record = {
        "act": "weigh", "to": NEW, "seen": "", "family": "an aunt", "wellbeing": "same school", "safety": "calm",
        "school_on": "2026-11-30", "care_on": "2026-11-30",
    }  # fmt: skip
    child = {
        "act": "child", "to": NEW, "person": "M2s", "seen": "", "view": "wants to go", "stance": "agrees",
        "heard_by": "guardian", "heard_on": "2026-11-20",
    }  # fmt: skip
    assert at_work.post(address, child).status_code == 302
    assert at_work.post(address, record).status_code == 302
    said = {"act": "guardian", "to": NEW, "stance": "agrees", "guardian_says": "good", "given_on": "2026-11-20"}
    assert at_work.post(address, said).status_code == 302
    assert "Not written down yet" not in text(at_work, address)
    assert at_work.post(address, {"act": "commit", "reason": WHY}).status_code == 302
    assert standing(job, "M2") is Standing.COMMITTED
    shown = text(at_work, address)
    for done in ("accepted the proposal", "made the move final", "wrote down the view of the guardian", WHY):
        assert done in shown


def test_what_cannot_wait_is_written_on_the_page(
    job: PlanJob, at_work: Client, sign_in: SignIn, officer: Actor
) -> None:
    review.accept(officer, job, "F1", WHY)
    address = page_of(job, "F1")
    assert "unless waiting would harm the child" in text(at_work, address)
    answer = at_work.post(address, {"act": "commit", "reason": WHY, "urgent_because": "fire in the building"})
    assert answer.status_code == 302
    shown = text(at_work, address)
    assert "decided that the move could not wait" in shown
    assert "fire in the building" in shown
    late = "Moved in haste: still to be written down"
    assert late in text(at_work, "/en/review/")
    assert late not in text(sign_in(Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1")), "/en/review/")
    write_all(officer, "F1", NEW)
    assert late not in text(at_work, "/en/review/")


def test_the_effect_of_another_place_is_shown_before_it_is_chosen(job: PlanJob, at_work: Client) -> None:
    address = page_of(job, "F1")
    shown = text(at_work, f"{address}?to={OTHER}")
    assert "2 people would be without the place that the plan has for them." in shown
    assert f'href="{page_of(job, "F5")}"' in shown
    assert "There are not enough places for everybody who would live there." in shown
    levels = at_work.get(f"{address}?to={OTHER}&table=effect-levels&as=csv").content.decode().splitlines()
    assert levels[2] == "2. Welfare of children,23.5,26.5,3.0"
    assert standing(job, "F1") is Standing.OPEN
    spare = {"act": "override", "to": SPARE, "on": DAY.isoformat(), "reason": "grandmother"}
    assert at_work.post(address, {**spare, "reason": ""}).status_code == 400
    assert at_work.post(address, spare).status_code == 302
    assert standing(job, "F1") is Standing.OVERRIDDEN
    assert "spare" in text(at_work, address)


def test_a_place_that_is_not_there_is_told_and_not_a_fault(job: PlanJob, at_work: Client) -> None:
    assert "There is no location L99" in text(at_work, page_of(job, "F1") + "?to=L99")


@pytest.mark.parametrize("key", ["%00", "F1%00", "a" * 300, "%F0%9F%8E%88", "../F1"])
def test_what_is_no_key_is_not_there(job: PlanJob, at_work: Client, key: str) -> None:
    assert at_work.get(f"{page_of(job)}households/{key}/").status_code == 404
    assert at_work.get(f"/en/review/{key}/").status_code == 404


def test_a_gap_is_written_as_people_write_it(people: None, at_work: Client) -> None:
    assert at_work.post("/beoordelen/", {"on": DAY.isoformat(), "gap": "0,5"}).status_code == 302
    assert str(PlanJob.objects.get(state=JobState.WAITING).gap) == "0.005"


def test_a_proposal_is_held_let_go_on_and_taken_back(job: PlanJob, at_work: Client) -> None:
    address = page_of(job, "F1")
    assert at_work.post(address, {"act": "hold", "until": "2026-12-24", "reason": WHY}).status_code == 302
    assert standing(job, "F1") is Standing.HELD
    assert "24 December 2026" in text(at_work, address)
    assert at_work.post(address, {"act": "release", "reason": WHY}).status_code == 302
    assert at_work.post(address, {"act": "accept", "on": DAY.isoformat(), "reason": WHY}).status_code == 302
    assert at_work.post(address, {"act": "take_back", "reason": WHY}).status_code == 302
    assert standing(job, "F1") is Standing.OPEN


def test_who_presses_second_keeps_what_was_written(job: PlanJob, at_work: Client, officer: Actor) -> None:
    review.accept(officer, job, "F1", WHY)
    answer = at_work.post(page_of(job, "F1"), {"act": "accept", "on": DAY.isoformat(), "reason": "my own good reason"})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Somebody already decided about household F1." in shown
    assert "my own good reason" in shown


def test_two_who_write_at_once_see_what_the_other_wrote(job: PlanJob, at_work: Client, officer: Actor) -> None:
    best_interests.record(officer, "F1", NEW, weighed(family="a cousin"))
    mine = {"act": "weigh", "to": NEW, "seen": "", "family": "an aunt"}
    answer = at_work.post(page_of(job, "F1"), mine)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "a cousin" in shown
    assert ">\nan aunt</textarea>" in shown
    seen = re.search(r'name="seen" value="([^"]+)"', shown)
    assert seen is not None
    assert at_work.post(page_of(job, "F1"), {**mine, "seen": seen[1]}).status_code == 302


def test_each_child_has_a_form_of_its_own_and_what_two_write_of_one_child_is_shown(
    job: PlanJob, at_work: Client, officer: Actor
) -> None:
    address = page_of(job, "F1")
    assert "F1c: who heard the child and on which day, or why nobody did" in text(at_work, address)
    record_child_view(officer, "F1", NEW, "F1c", heard(view="wants to stay with friends"))
    shown = text(at_work, address)
    assert "F1c: " not in shown
    assert "wants to stay with friends (agrees)" in shown
    mine = {"act": "child", "person": "F1c", "to": NEW, "seen": "", "view": "misses school"}
    answer = at_work.post(address, mine)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "<q>wants to stay with friends</q>" in shown
    assert ">\nmisses school</textarea>" in shown
    seen = re.search(r'name="seen" value="(childview-[^"]+)"', shown)
    assert seen is not None
    assert at_work.post(address, {**mine, "seen": seen[1]}).status_code == 302
    both = at_work.post(address, {**mine, "heard_on": "2026-11-20", "not_heard_because": "too young"})
    assert both.status_code == 400
    assert ">\ntoo young</textarea>" in both.content.decode()
    assert at_work.post(address, {**mine, "person": "F2c"}).status_code == 409


def test_the_page_of_a_household_leads_to_its_proposal(job: PlanJob, at_work: Client, officer: Actor) -> None:
    shown = text(at_work, "/en/households/F1/")
    assert f'href="{page_of(job, "F1")}"' in shown
    review.accept(officer, job, "F1", WHY)
    assert re.search(rf'{page_of(job, "F1")}">The proposal in the plan for 21 November 2026</a> <span[^>]*>accepted<',
                     text(at_work, "/en/households/F1/"))  # fmt: skip
    assert "The proposal in the plan" not in text(at_work, "/en/households/A1/")


def test_what_is_out_of_date_says_what_changed_and_is_planned_again(
    job: PlanJob, at_work: Client, officer: Actor
) -> None:
    review.override(officer, job, "F5", NEW, WHY)
    for household in ("F1", "F2"):
        review.accept(officer, job, household, WHY)
    assert "1 proposal is out of date" in text(at_work, page_of(job))
    shown = text(at_work, page_of(job, "F3"))
    assert "No room is left there for this household." in shown
    answer = at_work.post(page_of(job, "F3"), {"act": "accept", "on": DAY.isoformat(), "reason": WHY})
    assert answer.status_code == 409
    assert at_work.post(page_of(job) + "again/").status_code == 302
    assert PlanJob.objects.filter(state=JobState.WAITING).count() == 1


def test_all_undisputed_are_named_first_and_then_accepted(job: PlanJob, at_work: Client, officer: Actor) -> None:
    for household in ("F1", "F2"):
        write_all(officer, household, NEW)
    address = page_of(job) + "undisputed/"
    shown = text(at_work, address)
    named = re.findall(r'name="household" value="(\w+)"', shown)
    assert named == ["F1", "F2"]
    assert "What undisputed means here" in shown
    review.hold(officer, job, "F2", DAY, WHY)
    answer = at_work.post(address, {"household": [*named, "M1"], "reason": "the list of Monday"})
    assert "1 proposal is accepted." in answer.content.decode()
    assert [standing(job, key) for key in ("F1", "F2", "M1")] == [Standing.ACCEPTED, Standing.HELD, Standing.OPEN]
    assert at_work.post(address, {"household": named, "reason": ""}).status_code == 400


def test_the_figures_of_a_plan_are_shown_to_everybody_when_somebody_says_so(job: PlanJob, at_work: Client) -> None:
    before = artefacts.shown()
    assert before is not None
    assert before.address != job.plan_id
    assert at_work.post(page_of(job) + "show/").status_code == 302
    shown = artefacts.shown()
    assert shown is not None
    assert shown.address == job.plan_id
    assert page_of(job) in text(at_work, "/en/plan/")
    assert page_of(job) not in text(Client(headers={"host": "127.0.0.1"}), "/en/plan/")


def test_a_guardian_finds_own_wards_and_says_what_the_child_thinks(job: PlanJob, sign_in: SignIn) -> None:
    guardian = sign_in(Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1"))
    assert re.findall(r"households/([FM]\d)/", text(guardian, page_of(job))) == ["M1", "M2", "M3"]
    address = page_of(job, "M1")
    shown = text(guardian, address)
    assert 'name="act" value="accept"' not in shown
    assert 'name="act" value="guardian"' in shown
    objects = {
        "act": "guardian",
        "to": OTHER,
        "stance": "objects",
        "guardian_says": "too far",
        "given_on": "2026-11-20",
    }
    assert guardian.post(address, objects).status_code == 302
    assert "too far" in text(guardian, address)
    assert text(guardian, page_of(job, "M4"), 404) == text(guardian, page_of(job, "H99"), 404)


def test_a_team_writes_down_what_a_child_thinks_and_not_for_the_guardian(job: PlanJob, sign_in: SignIn) -> None:
    team = sign_in(Membership(Role.SITE_TEAM, Scope.LOCATION, OLD))
    address = page_of(job, "M1")
    shown = text(team, address)
    assert 'name="act" value="weigh"' in shown
    assert 'name="act" value="guardian"' not in shown
    said = {"act": "guardian", "to": OTHER, "stance": "agrees", "guardian_says": "", "given_on": "2026-11-20"}
    assert team.post(address, said).status_code == 409
    assert best_interests.guardian_view_of("M1", OTHER) is None


def test_reading_a_proposal_or_a_list_stands_on_the_log(job: PlanJob, at_work: Client) -> None:
    before = Line.objects.filter(act="read_person").count()
    text(at_work, page_of(job, "F1"))
    assert Line.objects.filter(act="read_person").count() == before + 1
    text(at_work, page_of(job) + "?group=amv")
    assert Line.objects.filter(act="read_person").count() == before + 4


def test_no_title_of_a_page_names_a_household(job: PlanJob, at_work: Client) -> None:
    title = re.search("<title>(.*?)</title>", text(at_work, page_of(job, "F1")))
    assert title is not None
    assert "F1" not in title[1]


def test_who_is_not_signed_in_is_asked_to(job: PlanJob, client: Client) -> None:
    for address in ("/en/review/", page_of(job), page_of(job, "F1"), page_of(job, "H99"), "/en/review/none/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/en/sign-in/")


GIVEN: dict[str, dict[str, Any]] = {
    "accept": {"on": "2026-11-21", "reason": WHY},
    "override": {"to": SPARE, "on": "2026-11-21", "reason": WHY},
    "hold": {"until": "2026-12-24", "reason": WHY},
    "release": {"reason": WHY},
    "commit": {"reason": WHY},
    "take_back": {"reason": WHY},
    "weigh": {"to": OTHER, "seen": ""},
    "guardian": {"to": OTHER, "stance": "agrees", "given_on": "2026-11-20"},
}
READS = {Role.PLACEMENT_OFFICER, Role.GUARDIAN, Role.SITE_TEAM}


@pytest.mark.parametrize("role", Role)
def test_every_role_does_what_it_may_and_finds_nothing_else(job: PlanJob, sign_in: SignIn, role: Role) -> None:
    browser = sign_in(Membership(role, *SCOPES[role]))
    before = selectors.latest_change()
    reads, decides = role in READS, role is Role.PLACEMENT_OFFICER
    assert browser.get("/en/review/").status_code == (200 if reads else 404)
    assert browser.get(page_of(job)).status_code == (200 if reads else 404)
    assert browser.get(page_of(job, "M1")).status_code == (200 if reads else 404)
    assert browser.get(page_of(job, "F5")).status_code == (200 if decides else 404)
    assert browser.get(page_of(job) + "undisputed/").status_code == (200 if decides else 404)
    for act, given in GIVEN.items():
        answer = browser.post(page_of(job, "F5"), {"act": act, **given})
        assert answer.status_code == (404 if not decides else answer.status_code)
        if act in ("weigh", "guardian"):
            continue
        if not decides:
            assert browser.post(page_of(job, "M1"), {"act": act, **given}).status_code == 404, act
    for action in ("cancel/", "again/", "show/"):
        assert browser.post(page_of(job) + action).status_code == (302 if decides else 404), action
    assert browser.post("/en/review/", {"on": "2026-11-21"}).status_code == (302 if decides else 404)
    if not reads:
        assert selectors.latest_change() == before
        assert browser.post(page_of(job, "M1"), {"act": "weigh", **GIVEN["weigh"]}).status_code == 404


def test_an_officer_of_another_province_finds_nobody(job: PlanJob, sign_in: SignIn) -> None:
    elsewhere = sign_in(Membership(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV24"))
    assert page_of(job) + "households/" not in text(elsewhere, page_of(job))
    assert text(elsewhere, page_of(job, "F1"), 404)
    assert elsewhere.post(page_of(job, "F1"), {"act": "accept", **GIVEN["accept"]}).status_code == 404
    assert elsewhere.post("/en/review/", {"on": "2026-11-21"}).status_code == 404


@pytest.mark.parametrize("address", ["/beoordelen/", "/en/review/"])
def test_the_pages_speak_both_languages(job: PlanJob, at_work: Client, address: str) -> None:
    parts = ("huishoudens", "onbetwist") if address == "/beoordelen/" else ("households", "undisputed")
    for page in ("", f"{job.key}/", f"{job.key}/{parts[1]}/", f"{job.key}/{parts[0]}/F1/?to={OTHER}"):
        seen = read_page(address + page, text(at_work, address + page).encode())
        assert seen.language == ("nl" if address == "/beoordelen/" else "en")
        assert seen.refused == []
        assert [heading[:2] for heading in seen.headings].count("h1") == 1
