# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A guardian's day in a real browser, in both languages, wide and on a phone; and every page usable by everybody."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from luwte.words import words_in
from web.installations import installed, prepared, serving
from web.people import few_tables
from web.registry import few_people
from web.small_country import small_country

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = "() => axe.run(document, {resultTypes: ['violations']})"
PASSWORD = "stormvogel-vuurtoren-71"  # noqa: S105 - of users that exist in this test alone
SCREENS = {"wide": (1280, 900), "phone": (390, 800)}
DAYS = [(language, screen) for language in ("nl", "en") for screen in SCREENS]
PREPARE = """
import sys
from luwte_web.start import start
start()
from pathlib import Path
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.registry import importing
importing.apply(importing.preview(Path(sys.argv[1])), SYSTEM, "for a test")
people = {guardian: (Membership(Role.GUARDIAN, Scope.OWN_WARDS, guardian),) for guardian in sys.argv[2:]}
people["officer"] = (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),)
people["inspector"] = (Membership(Role.INSPECTOR, Scope.COUNTRY),)
for name, roles in people.items():
    user = services.add_user(SYSTEM, f"{name}@example.org", roles)
    user.set_password("PASSWORD")
    user.save()
""".replace("PASSWORD", PASSWORD)
OFFICERS = (
    "work/", "work/eighteen/", "work/emergency_stay/", "households/", "households/arrival/", "households/F1/",
    "households/F1/who/", "households/F1/needs/", "households/M2/wish/", "households/M2/relative/",
    "households/M2/lock/", "households/M2/missing/M2s/", "households/F1/leave/", "households/left/",
    "registry/locations/L1/",
)  # fmt: skip
INSPECTORS = ("work/", "registry/locations/L1/")
DUTCH = {
    "work/": "werk/", "households/": "huishoudens/", "arrival/": "aankomst/", "who/": "wie/", "needs/": "behoeften/",
    "wish/": "wens/", "relative/": "verwante/", "lock/": "vast/", "missing/": "vermist/", "left/": "vertrokken/",
    "leave/": "vertrek/", "registry/locations/": "register/locaties/",
}  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Somebody at a screen who reads one language."""

    context: BrowserContext
    page: Page
    language: str

    def says(self, message: str, **params: str) -> str:
        """What the pages say for a message."""
        text = words_in(self.language).text(message, **params)
        return text % params if "%(" in text else text

    def go(self, address: str) -> None:
        """Open a page by its English address, in the reader's language."""
        if self.language == "en":
            address = f"/en/{address}"
        else:
            for english, dutch in DUTCH.items():
                address = address.replace(english, dutch)
            address = f"/{address}"
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == 200, address

    def press(self, message: str, **params: str) -> None:
        """Press a button, or follow a link: whichever comes, for the page before may still be there."""
        said = self.says(message, **params)
        button, link = (self.page.get_by_role(role, name=said, exact=True) for role in ("button", "link"))
        button.or_(link).first.click()

    def fill(self, message: str, value: str) -> None:
        """Fill in a field by its label."""
        self.page.get_by_label(self.says(message), exact=True).fill(value)

    def choose(self, message: str, value: str) -> None:
        """Choose from a list by its label."""
        self.page.get_by_label(self.says(message), exact=True).select_option(value)

    def sees(self, message: str, **params: str) -> None:
        """Something stands on the page."""
        expect(self.page.get_by_text(self.says(message, **params)).first).to_be_visible()


def ward(language: str, screen: str) -> str:
    return f"W-{language}-{screen}"


def tables() -> dict[str, list[dict[str, str]]]:
    """The few people, and a ward of seventeen for each guardian of a day."""
    made = few_tables.tables()
    child = next(one for one in made["households"] if one["household"] == "M1")
    person = next(one for one in made["persons"] if one["person"] == "M1s")
    for language, screen in DAYS:
        key = ward(language, screen)
        made["households"].append({**child, "household": key, "guardian": f"g-{language}-{screen}"})
        made["persons"].append({**person, "person": f"{key}-1", "household": key})
        made["stays"].append({"household": key, "location": "L2", "from": "2026-01-01", "cause": "procedure"})
    return made


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a registry and its users."""
    home = tmp_path_factory.mktemp("home")
    brought = few_people.write(home / "tables", tables())
    where = installed(home)
    guardians = [f"g-{language}-{screen}" for language, screen in DAYS]
    prepared(where, PREPARE, brought, *guardians)
    with serving(where, small_country()) as address:
        yield address


def signed_in(served: str, browser: Browser, who: str, language: str, screen: str) -> Reader:
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=served)
    page = context.new_page()
    page.goto("/en/sign-in/")
    page.get_by_label("Email", exact=True).fill(f"{who}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/en/work/")
    return Reader(context, page, language)


@pytest.mark.parametrize(("language", "screen"), DAYS)
def test_a_guardian_starts_with_what_waits_and_ends_with_nothing_late(
    served: str, browser: Browser, language: str, screen: str
) -> None:
    key = ward(language, screen)
    child = f"{key}-1"
    me = signed_in(served, browser, f"g-{language}-{screen}", language, screen)
    me.go("work/")
    me.sees("Turning eighteen without a plan")
    usable(me)
    me.page.get_by_role("link", name=child, exact=True).first.click()
    me.choose("Where the young person goes on", "stay")
    for label in (
        "Guidance: who helps, and how", "School or work", "Housing", "What the days look like",
        "With whom this was made", "What the young person says of it, in their own words",
    ):  # fmt: skip
        me.fill(label, "talked about together")
    me.press("Save the plan")
    me.sees("It is not saved yet. What is wrong stands beside each field.")
    reason(me, "half a year ahead")
    me.press("Save the plan")
    me.sees("It is written down.")
    usable(me)

    me.press("Write down a wish")
    me.choose("What they ask for", "stay")
    me.choose("Whose voice it is", "child")
    reason(me, "the child told me")
    me.press("Save the wish")
    me.sees("to stay here")

    me.press("Report %(person)s missing", person=child)
    reason(me, "not at school, not at home")
    me.press("Report missing")
    me.sees("Nobody is alerted yet.")
    usable(me)
    me.go("work/")
    me.sees("Missing, and nobody is alerted yet.")
    me.page.get_by_role("link", name=child, exact=True).first.click()
    me.go(f"households/{key}/")
    me.press("Write down what was done")
    me.fill("Who is alerted", "police")
    me.fill("What was done today", "called the school")
    reason(me, "as agreed")
    me.press("Add to the report")
    me.sees("called the school")
    me.press("The child is found")
    reason(me, "came home")
    me.press("Close the report")
    expect(me.page.get_by_role("alert")).to_have_count(0)
    me.go("work/")
    me.sees("No child is reported missing.")
    me.sees("Everybody who turns eighteen within half a year has a plan.")
    answer = me.page.goto("/en/households/F1/")
    assert answer is not None
    assert answer.status == 404
    me.context.close()


@pytest.mark.parametrize(("language", "screen"), [("nl", "phone"), ("en", "wide")])
@pytest.mark.parametrize(("who", "addresses"), [("officer", OFFICERS), ("inspector", INSPECTORS)])
def test_everybody_can_use_the_pages_about_people_and_work(
    served: str, browser: Browser, who: str, addresses: tuple[str, ...], language: str, screen: str
) -> None:
    me = signed_in(served, browser, who, language, screen)
    for address in addresses:
        me.go(address)
        usable(me)
    me.context.close()


def reason(me: Reader, why: str) -> None:
    me.fill("Why, and how it is known", why)


def usable(me: Reader) -> None:
    """Nothing sticks out, and axe finds nothing."""
    width = me.page.viewport_size["width"]  # type: ignore[index]
    assert me.page.evaluate("document.documentElement.scrollWidth") <= width, me.page.url
    me.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = me.page.evaluate(RUN)["violations"]
    told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
    assert told == [], json.dumps([me.page.url, *told])
