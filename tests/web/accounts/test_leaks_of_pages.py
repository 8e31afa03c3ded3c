# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands on the pages and in the files that somebody may open: no household, person, guardian or location that
lies outside their scope, by no list, count, choice, worklist or explanation.
"""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.inspections.models import Inspection
from luwte_web.pages.review import another_place
from luwte_web.worklists.lists import worklists_for
from luwte_web.workspace import proposals
from luwte_web.workspace.effect import effect_of
from luwte_web.workspace.room import Room
from web.accounts.at_the_pages import WITHIN, Pages, Who, undone
from web.accounts.expected import allowed
from web.accounts.two_provinces import GUARDIAN_NORTH, NEW_SOUTH, OLD_NORTH, OLD_SOUTH, PROVINCE_OF, QUIET_NORTH, key

ALLOWED = allowed()
PEOPLE = re.compile(r"(?:noord|zuid)mens-[A-Z]\d\w*|(?:noord|zuid)voogd")
PLACES = re.compile(r"(?:noord|zuid)plek-\w+")
NAMES_OF_PLACES = {key.replace("plek-", " "): key for key in PROVINCE_OF}
FILES = re.compile(r'href="(\?[^"]*\bas=\w+)"')
READERS = [
    (Role.PLACEMENT_OFFICER, Scope.PROVINCE),
    (Role.GUARDIAN, Scope.OWN_WARDS),
    (Role.SITE_TEAM, Scope.LOCATION),
]
OF_FIGURES = [
    (role, scope)
    for role in Role
    for scope in Scope
    if not any(scope.value in ALLOWED[role.value, action] for action in ("read_person",))
]
EVERYBODY_READS = (
    "overview", "municipalities", "municipality", "locations", "location", "plan", "ahead", "fairness", "needed",
    "phase_out", "about", "findings", "proposals", "proposal", "letter", "report",
    "cycle", "national",
)  # fmt: skip
SEEN_AND_HEARD = (
    "triage", "quality", "norm", "inspections", "inspections_where", "inspection_new", "inspection", "inspection_form",
    "inspection_actions", "inspection_paper", "speak", "programmes", "feedback", "feedback_change", "programme",
    "programme_change", "contact", "contact_change", "terms", "stating", "selfcheck_answers", "selfcheck_fill_in",
    "offer_change", "condition_change", "condition_look", "operation", "operation_change",
)  # fmt: skip
FORMS = ("csv", "xlsx")
HERE_NOW = ("F1", "F2", "F3", "M1", "A1")

pytestmark = pytest.mark.django_db


def text(browser: Client, address: str) -> str:
    """What an address gives to read: a page, or what stands in a file; nothing where it is not there."""
    with undone():
        answer = browser.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.status_code != 200:
        assert answer.status_code in (403, 404), (address, answer.status_code)
        return ""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode() for name in book.namelist())
    return content.decode()


def people_of(scope: Scope) -> list[str]:
    """The households within the scope around the ward of the north, told from the tables."""
    return [short for short in HERE_NOW if scope is not Scope.OWN_WARDS or short == "M1"]


def strangers(told: str, scope: Scope) -> set[str]:
    """The people named who lie outside the scope; who left the north is still told of there."""
    left = () if scope is Scope.OWN_WARDS else ("A3",)
    within = (GUARDIAN_NORTH, *(key(short) for short in (*people_of(scope), *left)))
    return {name for name in PEOPLE.findall(told) if not name.startswith(within)}


def strange_places(told: str, scope: Scope) -> set[str]:
    """The locations named by their keys that lie outside the scope; a guardian reads where the ward lives."""
    within = {Scope.COUNTRY: set(PROVINCE_OF), Scope.PROVINCE: {OLD_NORTH, QUIET_NORTH}}
    within[Scope.MUNICIPALITY] = within[Scope.PROVINCE]
    return set(PLACES.findall(told)) - within.get(scope, {OLD_NORTH})


def files(address: str, tables: tuple[str, ...]) -> Iterator[str]:
    """A page with each of its tables as each sort of file."""
    yield address
    mark = "&" if "?" in address else "?"
    for table in tables:
        yield from (f"{address}{mark}table={table}&as={form}" for form in FORMS)


def about_people(pages: Pages, who: Who, language: str) -> Iterator[str]:
    """Every page and file about people, for all that lies within the scope."""

    def at(name: str, of: str = "M1") -> str:
        return pages.address(name, of, language)

    role, scope = who
    actor = Actor("u-test", (Membership(role, scope, WITHIN[scope]),))
    yield from files(at("households"), ("households",))
    yield from (f"{at('households')}?{asked}" for asked in ("key=mens", "only=missing", "only=wish", "group=amv"))
    yield at("work")
    yield from (at("work") + f"{each.code}/" for each in worklists_for(actor))
    yield from files(at("departures"), ("departures",))
    yield from files(at("site"), ("occupancy", "households"))
    yield from files(at("plans"), ("plans", "owed"))
    yield from files(at("plan_in_review"), ("findings", "proposals"))
    yield at("plan_in_review") + "?province=PV27"
    yield from files(at("undisputed"), ("proposals",))
    yield from (at(name) for name in EVERYBODY_READS)
    for short in people_of(scope):
        yield from files(at("household", short), ("persons", "terms"))
        yield from files(at("proposal_in_review", short), ("history",))
        yield from (f"{at('proposal_in_review', short)}?to={to}" for to in PROVINCE_OF)
        yield from (at(f"household_{name}", short) for name in ("who", "needs", "guardian", "relative", "wish"))


@pytest.mark.parametrize("who", READERS, ids=lambda who: who[0].value)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_who_reads_about_people_reads_of_nobody_outside_the_scope(who: Who, language: str, pages: Pages) -> None:
    _, scope = who
    leaks: dict[str, set[str]] = {}
    named: set[str] = set()
    choices = pages.address("plans", "M1", language)  # a move may be to anywhere in the country
    open_to_all = (
        choices,
        *(pages.address(name, "M1", language) for name in ("plan", "locations", "municipalities", "needed")),
    )
    for address in about_people(pages, who, language):
        told = text(pages.browsers[who], address)
        named |= set(PEOPLE.findall(told))
        found = strangers(told, scope)
        if not address.startswith(open_to_all):
            found |= strange_places(told, scope)
        if found:
            leaks[address] = found
    assert leaks == {}
    assert {key(short) for short in people_of(scope)} <= named


def seen_and_heard(pages: Pages, browser: Client) -> Iterator[tuple[str, str]]:
    """What stands on each page about what people saw and children said at the old location of the north, and in every
    file that the page offers.
    """
    visit = Inspection.objects.filter(location__key=OLD_NORTH).order_by("id")[1]
    addresses = [pages.address(name, "M1") for name in SEEN_AND_HEARD]
    with override("en"):
        addresses.append(reverse("inspection", args=[visit.key]))
        addresses.append(reverse("inspection_paper", args=[visit.key]) + "?filled=yes")
        addresses += [f"{reverse('inspections')}?at={location}" for location in (OLD_NORTH, OLD_SOUTH)]
    for address in addresses:
        told = text(browser, address)
        yield address, told
        for file in FILES.findall(told):
            query = html.unescape(file)
            yield address + query, text(browser, address.partition("?")[0] + query)


@pytest.mark.parametrize("role", Role)
def test_what_was_seen_and_heard_at_a_location_is_read_by_who_reads_there_alone(role: Role, pages: Pages) -> None:
    leaks: dict[str, set[str]] = {}
    for scope in Scope:
        is_read = False
        may_read_people = scope.value in ALLOWED[role.value, "read_person"]
        for address, told in seen_and_heard(pages, pages.browsers[role, scope]):
            people = strangers(told, scope) if may_read_people else set(PEOPLE.findall(told)) - {WITHIN[scope]}
            body = told.partition("<main")[2] or told  # the menu says which location is meant
            keys = " ".join(key for name, key in NAMES_OF_PLACES.items() if name in body)
            if found := people | strange_places(f"{told} {keys}", scope):
                leaks[f"{scope} {address}"] = found
            is_read |= OLD_NORTH in keys
        may_read = any(scope.value in ALLOWED[role.value, action] for action in ("read_location", "offer_programme"))
        assert is_read is may_read, scope
    assert leaks == {}


@pytest.mark.parametrize("who", OF_FIGURES, ids=lambda who: f"{who[0].value}-{who[1].value}")
def test_who_reads_figures_alone_reads_of_nobody(who: Who, pages: Pages) -> None:
    role, scope = who
    actor = Actor("u-test", (Membership(role, scope, WITHIN[scope]),))
    addresses = [pages.address(name, "M1") for name in ("work", "site", "log", "households", "plans")]
    addresses += [pages.address("work", "M1") + f"{each.code}/" for each in worklists_for(actor)]
    addresses += [pages.address("site", "M1") + f"?table=occupancy&as={form}" for form in FORMS]
    addresses += [pages.address("log", "M1") + f"?as={form}" for form in FORMS]
    browser = pages.browsers[who]
    for address in addresses:
        told = text(browser, address)
        assert set(PEOPLE.findall(told)) <= {WITHIN[scope]}, address  # the menu says which wards are meant
        assert not strange_places(told, scope), address


def test_who_has_to_leave_first_is_told_to_who_reads_about_them_alone(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the plan finds, here one family of each province."""
    monkeypatch.setattr(Room, "waits_for", lambda *_: (key("F4"), key("F3")))
    asked = pages.address("proposal_in_review", "M1")
    officer, of_north = (pages.browsers[Role.PLACEMENT_OFFICER, scope] for scope in (Scope.COUNTRY, Scope.PROVINCE))
    assert {key("F4"), key("F3")} <= set(PEOPLE.findall(text(officer, asked)))
    told = text(of_north, asked)
    assert key("F3") in told
    assert "zuidmens" not in told


def test_who_would_have_to_go_without_is_told_to_who_reads_about_them_alone(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = effect_of(pages.job, key("F3"), NEW_SOUTH)
    rivals = tuple(one for one in proposals.of_all(pages.job) if one.household in (key("F5"), key("M1")))
    monkeypatch.setattr(another_place, "effect_of", lambda *_: replace(found, short=2, rivals=rivals))
    asked = f"{pages.address('proposal_in_review', 'F3')}?to={NEW_SOUTH}"
    officer, of_north = (pages.browsers[Role.PLACEMENT_OFFICER, scope] for scope in (Scope.COUNTRY, Scope.PROVINCE))
    assert {key("F5"), key("M1")} <= set(PEOPLE.findall(text(officer, asked)))
    told = text(of_north, asked)
    assert key("M1") in told
    assert "zuidmens" not in told
    assert "households that you do not read about" in told


def test_a_person_of_another_household_is_not_there_under_this_one(pages: Pages) -> None:
    officer = pages.browsers[Role.PLACEMENT_OFFICER, Scope.PROVINCE]
    for name in ("household_missing", "household_follow", "household_found", "household_eighteen"):
        own = pages.address(name, "M1")
        for person in (f"{key('M2')}s", f"{key('F1')}c", "nobody"):
            address = own.replace(f"{key('M1')}s", person)
            with undone():
                assert officer.get(own).status_code == 200
                assert {officer.get(address).status_code, officer.post(address, {}).status_code} == {404}
