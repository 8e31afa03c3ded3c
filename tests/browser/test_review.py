# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Review in a real browser: everybody can use it, wide and narrow, in both languages; people do their work there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from web.installations import installed, prepared, serving
from web.registry import few_people
from web.small_country import small_country
from web.workspace import country

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = "() => axe.run(document, {resultTypes: ['violations']})"
SCREENS = {"wide": (1280, 900), "phone": (390, 800)}
PREPARE = """
import json, sys
from luwte_web.start import start
start()
from datetime import date
from pathlib import Path
from django.conf import settings
from django.test import Client
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.selectors import actor_of
from luwte_web.registry import importing
from luwte_web.workspace import jobs, making
from luwte_web.workspace.pulse import Pulse
importing.apply(importing.preview(Path(sys.argv[1])), SYSTEM, "for a test")
people = {
    "officer": (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),),
    "guardian": (Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1"),),
}
told = {}
for name, roles in people.items():
    user = services.add_user(SYSTEM, f"{name}@example.org", roles)
    browser = Client()
    browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    told[name] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    if name == "officer":
        job = jobs.ask(actor_of(user), jobs.Wanted(date.fromisoformat(sys.argv[2])))
        making.make(job.key, Pulse(job.key))
        told["plan"] = job.key
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Served:
    """A server with a plan in review, and the sessions of who work there."""

    base: str
    plan: str
    sessions: dict[str, str]

    def at(self, browser: Browser, who: str, screen: str) -> BrowserContext:
        """Somebody at a screen."""
        width, height = SCREENS[screen]
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=self.base)
        context.add_cookies([{"name": "sessionid", "value": self.sessions[who], "url": self.base}])
        return context


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("home")
    tables = few_people.write(home / "tables", country.tables())
    where = installed(home)
    told = json.loads(prepared(where, PREPARE, tables, country.DAY.isoformat()))
    with serving(where, small_country()) as address:
        yield Served(address, told.pop("plan"), told)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", ["officer", "guardian"])
def test_everybody_can_use_review(served: Served, browser: Browser, who: str, screen: str) -> None:
    context = served.at(browser, who, screen)
    page = context.new_page()
    pages = ["", f"{served.plan}/", f"{served.plan}/households/M1/"]
    if who == "officer":
        pages += [f"{served.plan}/undisputed/", f"{served.plan}/households/F1/?to={country.OTHER}#override"]
    dutch = {"households": "huishoudens", "undisputed": "onbetwist"}
    addresses = [f"/en/review/{each}" for each in pages]
    for each in pages:
        for english, nederlands in dutch.items():
            each = each.replace(english, nederlands)
        addresses.append(f"/beoordelen/{each}")
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen][0], address
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(RUN)["violations"]
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == [], address
    context.close()


def test_an_officer_looks_at_another_place_and_decides(served: Served, browser: Browser) -> None:
    context = served.at(browser, "officer", "wide")
    page = context.new_page()
    page.goto(f"/en/review/{served.plan}/")
    page.get_by_role("link", name="F1", exact=True).click()
    page.get_by_text("Choose another place").click()
    page.get_by_label("Another place").select_option(country.SPARE)
    page.get_by_role("button", name="See what it would do").click()
    expect(page.get_by_text("Nobody would be without a place for it.")).to_be_visible()
    chosen = page.locator("#override form[method=post]")
    chosen.get_by_label("Why").fill("an aunt lives there")
    chosen.get_by_role("button", name="Choose this place").click()
    expect(page.locator("#standing")).to_contain_text("another place chosen")
    expect(page.get_by_role("table", name="What was decided and written down")).to_contain_text("an aunt lives there")
    page.get_by_text("Take the decision back", exact=True).click()
    page.locator("#take_back").get_by_label("Why").fill("she moved")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator("#standing")).to_contain_text("to decide")
    context.close()


def test_a_guardian_writes_down_what_a_ward_thinks_on_a_phone(served: Served, browser: Browser) -> None:
    context = served.at(browser, "guardian", "phone")
    page = context.new_page()
    page.goto(f"/en/review/{served.plan}/households/M1/")
    expect(page.get_by_role("heading", name="Decide")).to_have_count(0)
    asked = page.locator("#child-M1s")
    asked.get_by_label("The child: what does the child think of it?").fill("wants to stay near school")
    asked.get_by_label("In short: the child").select_option("objects")
    asked.get_by_role("button", name="Save").click()
    expect(page.get_by_text("wants to stay near school (objects)")).to_be_visible()
    context.close()
