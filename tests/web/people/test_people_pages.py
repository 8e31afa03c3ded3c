# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages about households and locations, as the people who work with them find them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from luwte.model.people import Relation
from luwte.model.periods import Month
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Actor
from luwte_web.accounts.models import User
from luwte_web.audit.models import Line
from luwte_web.registry import circumstances, missing, partings, selectors, wishes
from luwte_web.registry.corrections import Known, Who, correct_household
from luwte_web.registry.models import EighteenPlan, HouseholdFacts, PersonFacts, Relative, Stay
from web.people.few import (
    ADMINISTRATOR,
    AUDITOR,
    GUARDIAN,
    INSPECTOR,
    MINISTRY,
    MUNICIPALITY,
    OF_GRONINGEN,
    OFFICER,
    PARTNER,
    PROVINCE,
    TEAM_NORTH,
)
from web.people.few_tables import TODAY
from web.people.test_editing import WHY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
EVERYBODY = (
    OFFICER, OF_GRONINGEN, GUARDIAN, TEAM_NORTH, INSPECTOR, MUNICIPALITY, PROVINCE, MINISTRY, AUDITOR, ADMINISTRATOR,
    PARTNER,
)  # fmt: skip
NOT_THERE = "/en/households/nobody/"
As = Callable[[Actor], Client]


@pytest.fixture
def signed_in(client: Client) -> As:
    """A browser in which somebody with these roles is signed in."""

    def sign_in(actor: Actor) -> Client:
        number = User.objects.count()
        client.force_login(
            services.add_user(SYSTEM, f"u{number}@example.org", actor.roles),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return client

    return sign_in


def text(answer: Any) -> str:
    return str(answer.content.decode())


def form_of(browser: Client, address: str) -> dict[str, Any]:
    """What the form on a page carries before anything is typed."""
    form = browser.get(address).context["form"]
    return {name: value for name, value in ((name, form[name].value()) for name in form.fields) if value is not None}


@pytest.mark.parametrize(("actor", "seen"), [
    (OFFICER, "F1 F2 M1 M2 A1 A2 N1"), (OF_GRONINGEN, "F1 M1 A1"), (TEAM_NORTH, "F1 M1 A1"), (GUARDIAN, "M1"),
])  # fmt: skip
def test_the_list_of_households_ends_where_the_scope_ends(signed_in: As, actor: Actor, seen: str) -> None:
    browser = signed_in(actor)
    rows = browser.get("/en/households/").context["table"].shown
    assert {row.household.key for row in rows} == set(seen.split())
    table = text(browser.get("/en/households/?table=households&as=csv"))
    assert {line.split(",")[0] for line in table.splitlines()[1:]} == set(seen.split())


def test_a_search_tells_nothing_about_whom_one_may_not_see(signed_in: As) -> None:
    browser = signed_in(GUARDIAN)
    found = [text(browser.get(f"/en/households/?key={key}")).replace(key, "") for key in ("F2", "Z9")]
    assert found[0] == found[1]
    assert "0 households" in found[0]


@pytest.mark.parametrize("actor", [MINISTRY, INSPECTOR, MUNICIPALITY, PROVINCE, AUDITOR, ADMINISTRATOR, PARTNER])
def test_who_reads_about_nobody_finds_no_page_about_anybody(signed_in: As, actor: Actor) -> None:
    browser = signed_in(actor)
    nothing = browser.get("/en/nowhere/")
    for address in ("/en/households/", "/en/households/F1/", NOT_THERE, "/en/households/F1/needs/"):
        answer = browser.get(address)
        assert (answer.status_code, text(answer)) == (404, text(nothing))


@pytest.mark.parametrize("actor", [OF_GRONINGEN, TEAM_NORTH, GUARDIAN])
def test_the_page_of_others_looks_like_one_that_is_not_there(signed_in: As, actor: Actor) -> None:
    browser = signed_in(actor)
    lines = Line.objects.count()
    for page in ("", "needs/", "wish/", "lock/", "missing/F2c/", "eighteen/M2s/", "who/"):
        others, nobody = (browser.get(f"/en/households/{key}/{page}") for key in ("F2", "nobody"))
        assert others.status_code == nobody.status_code == 404
        assert text(others) == text(nobody)
        assert browser.post(f"/en/households/F2/{page}", {"reason": "x"}).status_code in (404, 405)
    assert Line.objects.count() == lines


def test_who_is_not_signed_in_is_asked_to_whether_a_household_is_there_or_not(client: Client) -> None:
    for key in ("F1", "nobody"):
        answer = client.get(f"/en/households/{key}/")
        assert (answer.status_code, answer["Location"]) == (302, f"/en/sign-in/?next=/en/households/{key}/")


@pytest.mark.parametrize("address", ["/huishoudens/M1/", "/en/households/M1/", "/en/households/M1/wish/"])
def test_every_reading_of_a_household_is_on_the_log_first(signed_in: As, address: str) -> None:
    browser = signed_in(GUARDIAN)
    assert browser.get(address).status_code == 200
    line = Line.objects.latest("number")
    assert (line.act, line.kind) == ("read_person", "household")
    assert "M1" not in f"{line.thing}{line.content}"


def test_the_page_of_a_household_tells_what_must_happen_by_when(signed_in: As) -> None:
    missing.report(OFFICER, "M1s", TODAY, WHY, done="called")
    circumstances.lock(OFFICER, "M1", "exams until June")
    page = text(signed_in(GUARDIAN).get("/en/households/M1/"))
    for said in ("M1s is missing since", "exams until June", "turns eighteen in February 2027", "since 1 January 2026"):
        assert said in page


@pytest.mark.parametrize(("page", "typed", "known"), [
    ("F1/needs", {"needs": ["quiet"], "other": "garden"}, lambda: facts("F1").needs == {"quiet", "other:garden"}),
    ("F1/lock", {}, lambda: facts("F1").locked),
    ("M1/guardian", {"guardian": "G9"}, lambda: facts("M1").guardian == "G9"),
    ("M1/relative", {"tie": "sibling", "household": "F1", "near": "on"}, lambda: Relative.objects.exists()),
    ("M1/wish", {"kind": "stay", "by": "child"}, lambda: facts("M1").wish_kind == "stay"),
    ("M1/missing/M1s", {}, lambda: selectors.disappearances_seen(OFFICER).exists()),
    ("M1/stay/{stay}", {"since": "2026-02-01"}, lambda: str(facts("M1").since) == "2026-02-01"),
    ("M1/eighteen/M1s", {"where": "stay", "guidance": "a", "school": "b", "housing": "c", "daytime": "d",
                         "made_with": "e", "view": "f"}, lambda: EighteenPlan.objects.exists()),
])  # fmt: skip
def test_what_is_written_down_on_a_form_is_known_and_said(
    signed_in: As, page: str, typed: dict[str, Any], known: Callable[[], bool]
) -> None:
    stay = Stay.objects.known().get(household__key="M1").line
    address = f"/en/households/{page.format(stay=stay)}/"
    browser = signed_in(OFFICER)
    answer = browser.post(address, {**form_of(browser, address), **typed, "reason": WHY})
    assert answer.status_code == 302, text(answer)
    assert known()
    assert "It is written down." in text(browser.get(answer["Location"]))


def test_a_missing_child_is_followed_and_found_on_the_pages(signed_in: As) -> None:
    missing.report(OFFICER, "M1s", TODAY, WHY)
    browser = signed_in(GUARDIAN)
    browser.post("/en/households/M1/done/M1s/", {"done": "called", "alerted": "police", "reason": WHY})
    assert "Alerted: police" in text(browser.get("/en/households/M1/"))
    assert browser.post("/en/households/M1/found/M1s/", {"on": str(TODAY), "reason": WHY}).status_code == 302
    assert "found on 21 November 2026" in text(browser.get("/en/households/M1/"))


def test_a_wish_is_answered_by_who_decides_and_withdrawn_by_whose_it_is(signed_in: As) -> None:
    wishes.hear(OFFICER, "M1", wishes.Wish(wishes.WishKind.STAY, wishes.WishBy.CHILD, TODAY), WHY)
    browser = signed_in(GUARDIAN)
    choices = [code for code, _ in browser.get("/en/households/M1/answer/").context["form"].fields["answer"].choices]
    assert choices == ["", "withdrawn"]
    typed = {"answer": "granted", "on": str(TODAY), "reason": WHY}
    assert browser.post("/en/households/M1/answer/", typed).status_code == 400
    assert browser.post("/en/households/M1/answer/", typed | {"answer": "withdrawn"}).status_code == 302
    assert facts("M1").wish_kind is None


def test_what_was_typed_stays_and_all_that_is_wrong_is_said(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    answer = browser.post("/en/households/M1/wish/", {"kind": "", "on": "yesterday", "reason": "", "place": "GM0363"})
    form = answer.context["form"]
    assert answer.status_code == 400
    assert set(form.errors) == {"kind", "on", "reason"}
    assert 'value="yesterday"' in text(answer)
    refused = browser.post("/en/households/M2/lock/", {"reason": " "})
    assert refused.status_code == 400


def test_a_finding_of_the_registry_is_said_with_its_mend(signed_in: As) -> None:
    answer = signed_in(OFFICER).post(
        "/en/households/M1/relative/", {"tie": "sibling", "household": "nobody", "reason": "told by the child"}
    )
    assert answer.status_code == 400
    assert "nobody is not in the registry. Check the key." in text(answer)
    assert "told by the child" in text(answer)


def test_what_somebody_else_changed_is_shown_and_saving_again_goes_on(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    typed = {**form_of(browser, "/en/households/F1/lock/"), "reason": "exams"}
    circumstances.need(OFFICER, "F1", frozenset({"quiet"}), WHY)
    answer = browser.post("/en/households/F1/lock/", typed)
    assert answer.status_code == 400
    assert "Somebody changed this after you opened it." in text(answer)
    assert "was –, is now a quiet place" in text(answer)
    assert not facts("F1").locked
    again = {**typed, "seen": answer.context["form"]["seen"].value()}
    assert browser.post("/en/households/F1/lock/", again).status_code == 302
    assert facts("F1").locked


def test_a_family_arrives_on_one_page(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    rows = browser.get("/en/households/arrival/").context["persons"]
    typed = {"arriving-TOTAL_FORMS": len(rows.forms), "arriving-INITIAL_FORMS": 0}
    typed |= {"arriving-0-birth_month": "1990-02", "arriving-0-relation": "parent"}
    typed |= {"arriving-1-birth_month": "2019-02", "arriving-1-relation": "child"}
    answer = browser.post("/en/households/arrival/", {**typed, "group": "adult", "phase": "procedure", "reason": WHY})
    assert answer.status_code == 400
    assert "its persons make it family" in text(answer)
    assert 'value="2019-02"' in text(answer)
    answer = browser.post("/en/households/arrival/", {**typed, "group": "family", "phase": "procedure", "reason": WHY})
    assert answer.status_code == 302
    assert "No place yet." in text(browser.get(answer["Location"]))


def test_who_they_are_is_corrected_on_one_page(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    first = browser.get("/en/households/F1/who/").context["persons"]
    typed = {"persons-TOTAL_FORMS": 3, "persons-INITIAL_FORMS": 2}
    for number, row in enumerate(first.forms[:2]):
        typed |= {f"persons-{number}-{name}": row[name].value() or "" for name in row.fields}
    typed |= {"persons-1-birth_month": "2017-04", "persons-1-first_school_day": "2026-09-01"}
    answer = browser.post("/en/households/F1/who/", {**typed, "group": "family", "phase": "permit", "reason": WHY})
    assert answer.status_code == 302, text(answer)
    child = PersonFacts.objects.known().get(person__key="F1c")
    assert (str(child.birth_month), str(child.first_school_day)) == ("2017-04", "2026-09-01")
    assert facts("F1").phase == "permit"


def test_who_was_added_meanwhile_is_not_taken_for_somebody_else(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    first = browser.get("/en/households/F1/who/").context["persons"]
    typed = {"persons-TOTAL_FORMS": 3, "persons-INITIAL_FORMS": 2}
    for number, row in enumerate(first.forms[:2]):
        typed |= {f"persons-{number}-{name}": row[name].value() or "" for name in row.fields}
    typed |= {"persons-2-birth_month": "2026-11", "persons-2-relation": "child"}
    known = {one.key: Known(one.birth_month, one.relation) for one in selectors.records("persons", household__key="F1")}
    other = Known(Month(2015, 1), Relation.CHILD)
    correct_household(OFFICER, "F1", Who(facts("F1").group, facts("F1").phase, known, new=(other,)), WHY)
    answer = browser.post("/en/households/F1/who/", {**typed, "group": "family", "phase": "permit", "reason": WHY})
    assert answer.status_code == 302, text(answer)
    born = [str(one.birth_month) for one in selectors.records("persons", household__key="F1")]
    assert born == ["1990-05", "2018-05", "2015-01", "2026-11"]


@pytest.mark.parametrize(("actor", "status", "households"), [
    (OFFICER, 200, True), (INSPECTOR, 200, False), (MINISTRY, 200, False), (PROVINCE, 200, False),
    (MUNICIPALITY, 404, False), (TEAM_NORTH, 404, False), (GUARDIAN, 404, False), (ADMINISTRATOR, 404, False),
])  # fmt: skip
def test_a_location_shows_figures_and_households_only_to_who_reads_about_them(
    signed_in: As, actor: Actor, status: int, households: bool
) -> None:
    browser = signed_in(actor)
    answer = browser.get("/en/registry/locations/L1/")
    assert answer.status_code == status
    if status == 404:
        assert text(answer) == text(browser.get("/en/registry/locations/nowhere/"))
        return
    people = {row.group: (row.places, row.people, row.children) for row in answer.context["table"].rows}
    assert people["amv"] == (40, 1, 1)
    assert people["family"] == (40, 2, 1)
    assert ("M2" in text(answer)) is households
    assert ("/households/" in text(answer).partition("<main")[2]) is households


@pytest.mark.parametrize("actor", EVERYBODY)
def test_everybody_has_a_first_screen_that_leads_where_they_may_go(signed_in: As, actor: Actor) -> None:
    wishes.hear(OFFICER, "M1", wishes.Wish(wishes.WishKind.STAY, wishes.WishBy.CHILD, TODAY), WHY)
    missing.report(OFFICER, "M1s", TODAY, WHY)
    browser = signed_in(actor)
    answer = browser.get("/en/work/")
    assert answer.status_code == 200
    for section in answer.context["waiting"]:
        assert browser.get(f"/en/work/{section.code}/").status_code == 200
        for row in section.rows:
            assert not row.link or browser.get(row.link).status_code == 200, row
    assert browser.get("/en/work/nothing/").status_code == 404


def test_the_first_screen_has_what_cannot_wait_first_and_says_when_nothing_waits(signed_in: As) -> None:
    missing.report(OFFICER, "M1s", TODAY, WHY)
    sections = signed_in(OFFICER).get("/en/work/").context["waiting"]
    assert [section.code for section in sections][:3] == ["missing", "arrivals", "closing"]
    assert (sections[0].count, sections[0].late) == (1, 1)
    assert "Nothing waits for you now." in text(signed_in(PARTNER).get("/en/work/"))
    assert "Er wacht nu niets op u." in text(signed_in(PARTNER).get("/werk/"))


def test_a_list_of_another_role_is_not_there(signed_in: As) -> None:
    browser = signed_in(MUNICIPALITY)
    assert browser.get("/en/work/missing/").status_code == 404


def test_the_first_screen_costs_the_same_however_many_wait(
    signed_in: As, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for household in ("F1", "M1"):
        wishes.hear(OFFICER, household, wishes.Wish(wishes.WishKind.STAY, wishes.WishBy.CHILD, TODAY), WHY)
    missing.report(OFFICER, "M1s", TODAY - timedelta(days=1), WHY)
    browser = signed_in(OFFICER)
    browser.get("/en/work/")
    with django_assert_max_num_queries(55):
        browser.get("/en/work/")


def test_scopes_have_names(signed_in: As) -> None:
    assert "team of a location (one location: new)" in text(signed_in(TEAM_NORTH).get("/en/work/"))
    assert "province official (one province: Noord-Holland)" in text(signed_in(PROVINCE).get("/en/work/"))


def facts(key: str) -> HouseholdFacts:
    return HouseholdFacts.objects.known().get(household__key=key)


def test_an_officer_writes_down_that_a_household_left_and_takes_it_back(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    assert "/en/households/F1/leave/" in text(browser.get("/en/households/F1/"))
    form = form_of(browser, "/en/households/F1/leave/")
    typed = {**form, "left_for": "home", "on": str(TODAY)}
    wrong = browser.post("/en/households/F1/leave/", typed)
    assert (wrong.status_code, wrong.context["form"]["left_for"].value()) == (400, "home")
    done = browser.post("/en/households/F1/leave/", {**typed, "reason": WHY}, follow=True)
    assert done.redirect_chain[0][0] == "/en/households/left/?saved=leave"
    assert "to a home of their own" in text(done)
    assert browser.get("/en/households/F1/").status_code == 404
    assert "F1" not in text(browser.get("/en/households/"))
    assert WHY in text(browser.get("/en/households/left/F1/"))
    back = browser.post("/en/households/left/F1/", {"reason": "another household"}, follow=True)
    assert (back.status_code, back.redirect_chain[0][0]) == (200, "/en/households/F1/?saved=leave")
    assert browser.get("/en/households/left/F1/").status_code == 404


@pytest.mark.parametrize("actor", [TEAM_NORTH, GUARDIAN, MINISTRY, AUDITOR, ADMINISTRATOR])
def test_who_does_not_write_about_households_finds_no_page_of_who_left(signed_in: As, actor: Actor) -> None:
    browser = signed_in(actor)
    for address in ("/en/households/left/", "/en/households/left/F1/", "/en/households/M1/leave/"):
        answer = browser.get(address)
        assert (answer.status_code, "M1" in text(answer)) == (404, False)


def test_somebody_who_is_not_in_the_household_is_taken_out_and_back_on_its_page(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    assert "Take out F1c" in browser.get("/en/households/F1/").content.decode()
    form = browser.get("/huishoudens/F1/eruit/F1c/").content.decode()
    assert "Niet meer in het huishouden" in form
    sent = {"parted_for": "other_parent", "on": TODAY.isoformat(), "group": "adult", "reason": "agreed by the court"}
    assert browser.post("/en/households/F1/out/F1c/", sent).status_code == 302
    page = browser.get("/en/households/F1/").content.decode()
    assert "F1c: left with the other parent (since" in page
    assert "Take out" not in page  # nobody would be left
    (parting,) = partings.partings_of("F1")
    back = browser.post(f"/huishoudens/F1/terug/{parting.line}/", {"group": "family", "reason": "came back"})
    assert back.status_code == 302
    assert [one.key for one in selectors.records("persons", household__key="F1")] == ["F1p", "F1c"]


def test_an_earlier_stay_is_added_on_the_page_and_one_that_overlaps_is_refused_in_words(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    assert "/en/households/F1/stayed/" in browser.get("/en/households/F1/").content.decode()
    sent = {"location": "L1", "since": "2025-03-01", "until": "2026-01-01", "forced": "yes", "reason": "found a letter"}
    assert browser.post("/en/households/F1/stayed/", sent).status_code == 302
    assert [stay.location for stay in selectors.records("stays", household__key="F1")] == ["L2", "L1"]
    again = browser.post("/huishoudens/F1/verbleven/", {**sent, "since": "2025-06-01"})
    assert again.status_code == 400
    assert "zou op twee plekken tegelijk wonen" in again.content.decode()
    assert "found a letter" in again.content.decode()


def test_only_what_can_be_done_is_offered(signed_in: As) -> None:
    browser = signed_in(OFFICER)
    nowhere = browser.get("/en/households/N1/").content.decode()
    assert "Let them stay where they are" not in nowhere
    assert "Write down what came of it" not in nowhere
    assert "Let them stay where they are" in browser.get("/en/households/F1/").content.decode()
    circumstances.lock(OFFICER, "F1", "school exam")
    locked = browser.get("/en/households/F1/").content.decode()
    assert "Unlock" in locked
    assert "Let them stay where they are" not in locked
