# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of accounts in a real browser: everybody can use them, and a security key works under the strict policy."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from web.installations import LUWTE, installed, serving
from web.small_country import small_country

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = "() => axe.run(document, {resultTypes: ['violations']})"
PASSWORD = "stormvogel-vuurtoren-71"  # noqa: S105 - of a user that exists in this test alone
SCREENS = {"wide": (1280, 900), "phone": (360, 740)}
NARROWEST = 320  # CSS pixels: WCAG 2.2, success criterion 1.4.10
WORDS = {
    "nl": {
        "": "", "user": "/gebruikers/", "work": "/werk/", "sign-in": "/inloggen/", "sign-out": "/uitloggen/",
        "second": "/account/tweede-stap/", "password": "/account/wachtwoord/",
    },
    "en": {
        "": "/en", "user": "/en/users/", "work": "/en/work/", "sign-in": "/en/sign-in/", "sign-out": "/en/sign-out/",
        "second": "/en/account/second-step/", "password": "/en/account/password/",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A real installation with one administrator: its address, and where that administrator chooses a password."""
    where = installed(tmp_path_factory.mktemp("home"))
    words = ["user", "add", "admin@example.org", "--role", "administrator", "--language", "en"]
    added = subprocess.run([LUWTE, *words], env=where, capture_output=True, text=True, check=True).stdout
    welcome = re.search(r"/en/welcome/\S+", added)
    assert welcome
    with serving(where, small_country()) as address:
        yield address, welcome[0]


@pytest.fixture(scope="module")
def administrator(installation: tuple[str, str], browser: Browser) -> Iterator[Page]:
    """The administrator at a wide screen, signed in, with a security key set up and a colleague added."""
    base, welcome = installation
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(base + welcome)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password confirmation").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    sign_in(page, base)
    yield page
    page.close()


def sign_in(page: Page, base: str) -> None:
    page.goto(base + "/en/sign-in/")
    page.get_by_label("Email", exact=True).fill("admin@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def confirm(page: Page) -> None:
    """Some pages ask for the password once more."""
    if "/en/account/confirm/" in page.url:
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()


def test_a_security_key_is_set_up_and_asked_for(installation: tuple[str, str], administrator: Page) -> None:
    page, (base, _) = administrator, installation
    complaints: list[str] = []
    cleared = "Cleared data types"  # what the browser tells of signing out is no complaint
    page.on("console", lambda message: cleared in message.text or complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    held = {
        "protocol": "ctap2", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": held})
    page.goto(base + "/en/account/second-step/webauthn/add/")
    confirm(page)
    page.get_by_label("Name", exact=True).fill("key on the ring")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url(re.compile("recovery-codes|second-step/$"))
    page.goto(base + "/en/sign-out/")
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, base)
    page.wait_for_url(re.compile("/en/account/second-step/authenticate/"))
    page.get_by_role("button", name="security key").click()
    page.wait_for_url(base + "/en/work/")
    expect(page.get_by_text("administrator of users (the whole country)").first).to_be_visible()
    assert complaints == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_can_use_the_pages_of_accounts(
    installation: tuple[str, str], administrator: Page, language: str
) -> None:
    page, (base, _) = administrator, installation
    words = WORDS[language]
    page.goto(base + "/en/account/second-step/totp/activate/")
    confirm(page)
    page.goto(base + words["user"])
    own = page.locator("tbody th a").first.get_attribute("href") or ""
    second = [words["second"] + part for part in ("", "webauthn/", "totp/activate/", "recovery-codes/")]
    addresses = [words["user"], own, words["work"], words["password"], words["sign-out"], *second]
    violations = []
    for width, height in SCREENS.values():
        page.set_viewport_size({"width": width, "height": height})
        for address in addresses:
            violations += found_by_axe(page, base + address)
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    for address in addresses:
        page.goto(base + address)
        assert page.url == base + address
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST, address
    page.set_viewport_size({"width": 1280, "height": 900})
    assert violations == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_can_use_the_page_to_sign_in(installation: tuple[str, str], page: Page, language: str) -> None:
    violations = found_by_axe(page, installation[0] + WORDS[language]["sign-in"])
    assert page.evaluate("document.scripts.length") == 0
    assert violations == []


def found_by_axe(page: Page, address: str) -> list[tuple[str, str, list[str]]]:
    page.goto(address)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)["violations"]
    return [(address, one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
