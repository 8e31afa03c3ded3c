# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One person at work in a browser that is not there: signs in to the demo, opens lists and pages, and decides.

What is timed is a request until its last byte. Between two requests a person thinks.
"""

import http.client
import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

HOST = "127.0.0.1"
LOST = 0  # instead of a status: the connection broke
REFUSED = 409  # a decision that the registry refuses, as it should
ID = re.compile(r"(?<=/)(?:[A-Z]+\d+|[0-9a-f]{8,}|[\w-]*\d[\w-]*)(?=/)")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
DEMO_USER = re.compile(r'name="user" value="([^"]+)">\s*<button[^>]*>([^<]+)<')
SECONDS_TO_ANSWER = 60.0
ACCEPTS = 0.5  # of the decisions, the others put on hold
PROPOSAL = re.compile(r'href="(/en/review/[^"/]+/households/[^"?#]+)')


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its method and address by pattern, the status, and how many seconds it took."""

    what: str
    status: int
    seconds: float


@dataclass
class Person:
    """Somebody with a session of their own."""

    port: int
    dice: random.Random
    think_seconds: float
    asked: list[Asked] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection | None = None

    def sign_in(self, user: str) -> None:
        """Come in as a user of the demo."""
        page = self.get("/en/sign-in/")
        self._ask("POST", "/en/sign-in/demo/", _form({"user": user}, page))

    def get(self, path: str) -> str:
        """Open a page, and what it leads on to."""
        status, page, leads_to = self._ask("GET", path, "")
        return self.get(leads_to) if status in (301, 302) else page

    def post(self, path: str, form: dict[str, str], page: str) -> str:
        """Send a form of a page."""
        _, answer, leads_to = self._ask("POST", path, _form(form, page))
        return self.get(leads_to) if leads_to else answer

    def follow(self, page: str, start: str) -> str:
        """Open one of the pages that this one leads to under an address; nothing where it leads to none."""
        found = sorted(set(re.findall(rf'href="({re.escape(start)}[^"?#]+)[?#"]', page)))
        return self.get(self.dice.choice(found)) if found else ""

    def think(self) -> None:
        """What people do between two pages."""
        time.sleep(self.dice.expovariate(1 / self.think_seconds))

    def work(self, day: Callable[["Person"], Iterator[None]], until: float) -> None:
        """Do a day's work again and again until the time is over."""
        self.think()
        while True:
            for _ in day(self):
                self.think()
                if time.monotonic() > until:
                    return

    def _ask(self, method: str, path: str, sent: str) -> tuple[int, str, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Accept-Encoding": "",
        }
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began, status, page, leads_to = time.monotonic(), LOST, "", ""
        try:
            self.connection = self.connection or http.client.HTTPConnection(HOST, self.port, timeout=SECONDS_TO_ANSWER)
            self.connection.request(method, path, sent or None, headers)
            answer = self.connection.getresponse()
            page, status = answer.read().decode("utf-8", "replace"), answer.status
            leads_to = answer.getheader("Location") or ""
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
        except (OSError, http.client.HTTPException):
            self.connection = None
        pattern = ID.sub("*", path.partition("?")[0])
        self.asked.append(Asked(f"{method} {pattern}", status, time.monotonic() - began))
        return status, page, leads_to.partition("#")[0]


def _form(fields: dict[str, str], page: str) -> str:
    """A form of a page as a browser sends it."""
    found = TOKEN.search(page)
    return urlencode({"csrfmiddlewaretoken": found[1] if found else "", **fields})


def officer(person: Person) -> Iterator[None]:
    """Looks at what waits, reads about a household, and decides about a proposal."""
    page = person.get("/en/work/")
    yield
    person.follow(person.follow(page, "/en/work/"), "/en/households/")
    yield
    plans = person.get("/en/review/")
    yield
    review = person.follow(plans, "/en/review/")
    yield
    here = PROPOSAL.findall(review)
    if here:
        address = person.dice.choice(here)
        page = person.get(address)
        yield
        soon = date.today() + timedelta(days=14)
        form = {"act": "hold", "until": soon.isoformat(), "reason": "the school year ends first"}
        if person.dice.random() < ACCEPTS:
            form = {"act": "accept", "on": soon.isoformat(), "reason": "as proposed"}
        person.post(address, form, page)
        yield
    person.get("/en/locations/")
    yield


def guardian(person: Person) -> Iterator[None]:
    """Looks at what waits and reads about wards."""
    page = person.get("/en/work/")
    yield
    person.follow(page, "/en/work/")
    yield
    wards = person.get("/en/households/")
    yield
    person.follow(wards, "/en/households/")
    yield


def reader_of_figures(person: Person) -> Iterator[None]:
    """Looks at the country, its municipalities and locations, and the plan that is shown."""
    person.get("/en/")
    yield
    person.follow(person.get("/en/municipalities/"), "/en/municipalities/")
    yield
    person.follow(person.get("/en/locations/"), "/en/locations/")
    yield
    person.get("/en/plan/")
    yield
    person.get("/en/plan/proposals/")
    yield
