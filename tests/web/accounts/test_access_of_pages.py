# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of the pages, for every role within every scope, inside it and outside: just what people agreed.

What somebody may not read or send is answered as what is not there, to the letter. Pages are asked for in English, and
what is sent goes to their Dutch twins.
"""

from collections.abc import Iterator

import pytest
from django.test import Client

from luwte_web.accounts.actors import Role, Scope
from luwte_web.audit.models import Line
from luwte_web.registry.models import Change
from luwte_web.worklists.lists import worklists
from web.accounts.at_the_pages import Pages, addresses, undone, without_token
from web.accounts.expected import allowed
from web.accounts.expected_pages import Agreed, agreed, worklists_agreed

AGREED, ALLOWED = agreed(), allowed()
PUBLIC, SIGNED_IN, MACHINE, MADE_UP = ("public",), ("signed_in",), ("machine",), ("made_up",)
NEAR, FAR = "M1", "M2"
SENT = {"act": "weigh"}
REFUSED = (403, 404)
WORKS = (200, 503)  # a server of tests is not ready
DETAIL = ("household", "location", "left", "municipality", "province")

pytestmark = pytest.mark.django_db


def may(role: Role, scope: Scope, asked: tuple[str, ...], about: str) -> bool:
    """Whether a role within a scope may do one of the actions there; an action on the country needs the country."""
    if asked in (PUBLIC, SIGNED_IN, MACHINE, MADE_UP):
        return asked in (PUBLIC, SIGNED_IN)
    is_wide = about != "country" or scope is Scope.COUNTRY
    return is_wide and any(scope.value in ALLOWED[role.value, action] for action in asked)


def ask(browser: Client, pages: Pages, method: str, name: str, of: str = NEAR) -> tuple[int, bytes]:
    """What an address answers; whatever it wrote is undone."""
    with undone():
        if method == "GET":
            return without_token(browser.get(pages.address(name, of)))
        return without_token(browser.post(pages.address(name, of, "nl"), SENT))


def cells() -> Iterator[tuple[str, Agreed, str, tuple[str, ...]]]:
    for name, each in AGREED.items():
        yield name, each, "GET", each.get
        yield name, each, "POST", each.post


class Nothing:
    """How a browser sees what is not there, in either language."""

    def __init__(self, browser: Client) -> None:
        self.english = without_token(browser.get("/en/no-such-thing/"))
        self.dutch = without_token(browser.get("/no-such-thing/"))

    def at(self, method: str, name: str) -> tuple[int, bytes]:
        """What an address answers to whom it is not there; programs ask in no language, which is Dutch."""
        return self.english if method == "GET" and name != "metrics" else self.dutch


def test_every_address_stands_in_the_agreed_table() -> None:
    assert set(addresses()) == set(AGREED)


@pytest.mark.parametrize("role", Role)
def test_each_role_reads_and_sends_what_was_agreed_and_finds_nothing_else(role: Role, pages: Pages) -> None:
    wrong, count = [], 0
    for scope in Scope:
        browser = pages.browsers[role, scope]
        absent = Nothing(browser)
        before = Change.objects.count(), Line.objects.count()
        for name, each, method, asked in cells():
            if asked == PUBLIC and scope is not Scope.COUNTRY:
                continue  # looks at nobody's role; once for each is enough
            status, _ = answer = ask(browser, pages, method, name)
            count += 1
            if not asked:
                is_agreed = status in (404, 405)
            elif asked == MADE_UP:
                is_agreed = status in REFUSED
            elif may(role, scope, asked, each.about):
                is_agreed = status not in (*REFUSED, 405, 500)
            else:
                is_agreed = answer == absent.at(method, name)
            if not is_agreed:
                wrong.append((method, name, scope.value, status))
        assert (Change.objects.count(), Line.objects.count()) == before
    assert wrong == []
    assert count > 450


@pytest.mark.parametrize("role", Role)
def test_what_lies_outside_a_scope_is_answered_as_what_is_not_there(role: Role, pages: Pages) -> None:
    wrong = []
    for scope in Scope:
        browser = pages.browsers[role, scope]
        absent = Nothing(browser)
        for name, each, method, asked in cells():
            if each.about in DETAIL and may(role, scope, asked, each.about):
                status, _ = answer = ask(browser, pages, method, name, FAR)
                is_agreed = (
                    status not in (*REFUSED, 405) if scope is Scope.COUNTRY else answer == absent.at(method, name)
                )
                if not is_agreed:
                    wrong.append((method, name, scope.value, status))
    assert wrong == []


def test_who_did_not_sign_in_reads_what_is_public_and_is_led_to_the_door_or_finds_nothing(pages: Pages) -> None:
    absent = Nothing(pages.anybody)
    wrong = []
    for name, _, method, asked in cells():
        status, _ = answer = ask(pages.anybody, pages, method, name)
        is_door = status == 302
        is_agreed = {
            PUBLIC: status in WORKS,
            MADE_UP: status in REFUSED,
            (): status in (302, 404, 405),
        }.get(asked, is_door or answer == absent.at(method, name))
        if not is_agreed:
            wrong.append((method, name, status))
    assert wrong == []


def test_a_method_that_an_address_does_not_take_tells_nothing_about_what_is_there(pages: Pages) -> None:
    for (role, scope), browser in pages.browsers.items():
        if scope is not Scope.PROVINCE:
            continue
        for name, each, method, asked in cells():
            if not asked and each.about in DETAIL:
                told = {ask(browser, pages, method, name, of) for of in (NEAR, FAR)}
                assert len(told) == 1, (role, name)


@pytest.mark.parametrize("role", Role)
def test_each_worklist_is_there_for_its_roles_alone(role: Role, pages: Pages) -> None:
    agreed_upon = worklists_agreed()
    by_term = {each.code for each in worklists() if each.clock}
    assert {each.code for each in worklists()} == by_term | set(agreed_upon)
    people = {"placement_officer", "guardian", "site_team"}
    for scope in Scope:
        is_given = any(scope.value in ALLOWED[role.value, action] for _, action in ALLOWED)
        browser = pages.browsers[role, scope]
        absent = Nothing(browser).english
        for code in (each.code for each in worklists()):
            answer = without_token(browser.get(f"/en/work/{code}/"))
            if is_given and role.value in agreed_upon.get(code, people):
                assert answer[0] == 200, (scope, code)
            else:
                assert answer == absent, (scope, code)
