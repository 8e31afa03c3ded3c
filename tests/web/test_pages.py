# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People read the pages, in both languages, and every way on leads somewhere."""

import pytest
from django.test import Client
from django.urls import resolve
from django.utils.translation import override

from luwte_web.pages.country import Country
from web.addresses import every_page, lists, single
from web.reading import Seen, read_page

LANGUAGES = ("nl", "en")
POLICY = {
    "default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
}  # fmt: skip


def seen(client: Client, address: str) -> Seen:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return read_page(address, answer.content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole_and_in_its_language(client: Client, country: Country, language: str) -> None:
    for address in every_page(country, language):
        page = seen(client, address)
        assert page.language == language
        assert page.title.endswith("· Luwte")
        assert [heading[:2] for heading in page.headings].count("h1") == 1
        assert page.headings[0].startswith("h1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_anything_that_the_content_policy_refuses(client: Client, country: Country, language: str) -> None:
    for address in every_page(country, language):
        answer = client.get(address)
        directives = {part.strip() for part in answer["Content-Security-Policy"].split(";")}
        assert directives == POLICY
        assert read_page(address, answer.content).refused == []


def test_pages_stay_with_their_reader(client: Client, country: Country) -> None:
    for address in every_page(country, "nl"):
        answer = client.get(address)
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cache-Control"] == "private, no-cache"
        assert not answer.cookies


def test_every_link_leads_to_a_page(client: Client, country: Country) -> None:
    links: set[str] = set()
    for language in LANGUAGES:
        for address in every_page(country, language):
            links |= {link for link in seen(client, address).links if link.startswith("/")}
    answered: dict[str, int] = {}
    for link in sorted(links):
        path = link.split("?")[0]
        match = resolve_in_its_language(path)
        if match == "municipality" and path.split("/")[-2] not in sampled(country):
            assert path.split("/")[-2] in country.task_of
            continue
        answered[link] = client.get(link).status_code
    assert {link: status for link, status in answered.items() if status != 200} == {}
    assert len(answered) > 100


def resolve_in_its_language(path: str) -> str | None:
    with override("en" if path.startswith("/en/") else "nl"):
        return resolve(path).url_name


def sampled(country: Country) -> set[str]:
    """Every tenth municipality: all 342 come from one template, and each link is checked to have a task."""
    return set(sorted(country.task_of)[::10])


def test_the_other_language_shows_the_same_page(client: Client, country: Country) -> None:
    for here, there in zip(every_page(country, "nl"), every_page(country, "en"), strict=True):
        assert seen(client, here).of_language == {"nl": here, "en": there}
        assert seen(client, there).of_language == {"nl": here, "en": there}


def test_the_other_language_keeps_what_was_asked(client: Client) -> None:
    page = seen(client, "/gemeenten/?province=PV20&sort=gap")
    assert page.of_language["en"] == "/en/municipalities/?province=PV20&sort=gap"


@pytest.mark.parametrize(
    "address",
    ["/nergens/", "/en/nowhere/", "/gemeenten/GM9999/", "/en/municipalities/GM9999/", "/locaties/L999999/",
     "/plan/voorstellen/H999999/", "/en/plan/proposals/H999999/", "/plan/?as=csv", "/plan/?as=pdf&table=levels",
     "/plan/?as=csv&table=nothing"],
)  # fmt: skip
def test_what_is_not_there_says_so_in_the_language_of_the_address(client: Client, address: str) -> None:
    answer = client.get(address)
    page = read_page(address, answer.content)
    assert answer.status_code == 404
    assert page.language == ("en" if address.startswith("/en/") else "nl")
    assert page.refused == []
    assert page.of_language["en"].startswith("/en/")
    assert not page.of_language["nl"].startswith("/en/")


def test_pages_are_only_read(client: Client) -> None:
    for address in lists("nl"):
        assert client.post(address).status_code in (403, 405)
        assert client.delete(address).status_code in (403, 405)


def test_another_host_name_is_refused(client: Client) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400


def test_who_watches_the_server_hears_that_it_is_well(client: Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_a_fault_shows_a_page_and_no_trace(
    client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("H0001 lives at a secret place")

    monkeypatch.setattr("luwte_web.pages.overview.trade", broken)
    answer = client.get("/en/")
    assert answer.status_code == 500
    page = read_page("/en/", answer.content)
    assert page.headings[0] == "h1 Something broke here"
    assert b"secret" not in answer.content
    assert b"Traceback" not in answer.content


def test_single_pages_name_what_they_are_about(client: Client, country: Country) -> None:
    code = country.dataset.locations[0].municipality
    assert seen(client, f"/gemeenten/{code}/").headings[0] == f"h1 {country.dataset.municipality[code].name}"
    place = country.dataset.locations[0]
    assert seen(client, f"/locaties/{place.key}/").headings[0] == f"h1 {place.name}"


def test_every_page_carries_the_receipt(client: Client, country: Country) -> None:
    for address in every_page(country, "en"):
        content = client.get(address).content.decode()
        assert country.plan.receipt.dataset in content
        assert country.address in content
        assert country.plan.receipt.parameters["policy"] in content
        assert "16 November 2026" in content


def test_tables_have_a_caption_and_headings(client: Client, country: Country) -> None:
    for address in single(country, "nl"):
        for sheet in seen(client, address).sheets.values():
            assert all(sheet.headings)
            assert all(len(row) == len(sheet.headings) for row in sheet.rows)
