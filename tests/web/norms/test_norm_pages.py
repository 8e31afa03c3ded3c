# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody reads the norms; what is not checked is told as such, in both languages."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Force, Verification
from luwte_web.pages.country import Country

pytestmark = pytest.mark.django_db
NOT_CHECKED = {"nl": "Dit is niet nagegaan", "en": "This is not checked"}
READ = {"nl": "Dit is in de bron zelf gelezen", "en": "We read this in the source itself"}


def at(name: str, *args: str, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=args)


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def listed(client: Client, **asked: str) -> set[str]:
    """The ids in the download of the list."""
    answer = client.get(at("norms"), {**asked, "table": "norms", "as": "csv"})
    assert answer.status_code == 200
    return {line.split(",")[0].strip('"') for line in answer.content.decode("utf-8-sig").splitlines()[1:] if line}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_of_every_norm_says_where_it_comes_from_and_how_sure_that_is(client: Client, language: str) -> None:
    for norm in load_catalogue().norms:
        page = read(client, at("norm", norm.id, language=language))
        is_unchecked = norm.verification is Verification.TO_VERIFY
        assert (NOT_CHECKED[language] in page) == is_unchecked, norm.id
        assert (READ[language] in page) == (norm.verification is Verification.VERIFIED), norm.id
        assert norm.title[language].split(":")[0].replace("'", "&#x27;") in page


def test_an_address_of_a_norm_in_dutch_has_its_twin_in_english(client: Client) -> None:
    assert at("norm", "HOU-001", language="nl") == "/normen/HOU-001/"
    assert 'href="/en/norms/HOU-001/"' in read(client, "/normen/HOU-001/")


def test_a_norm_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get(at("norm", "HOU-999")).status_code == 404


def test_the_form_of_the_list_asks_each_thing_once(client: Client) -> None:
    page = read(client, at("norms"))
    fields = ("name", "pillar", "domain", "force", "sure", "gate", "group", "profile")
    assert [page.count(f'id="filter-{field}"') for field in fields] == [1] * len(fields)


def test_the_list_narrows_by_each_field(client: Client) -> None:
    norms = load_catalogue().norms
    assert listed(client) == {n.id for n in norms}
    assert listed(client, gate="yes") == {n.id for n in norms if n.is_gate}
    assert listed(client, sure="to_verify") == {n.id for n in norms if n.verification is Verification.TO_VERIFY}
    assert listed(client, force="court", gate="no") == {n.id for n in norms if n.force is Force.COURT and not n.is_gate}
    assert listed(client, group="amv", domain="housing") == {
        n.id for n in norms if n.domain == "housing" and "amv" in n.groups
    }
    assert len(listed(client, profile="emergency")) == 46
    assert listed(client, name="HOU-00") == {n.id for n in norms if n.id.startswith("HOU-00")}
    assert listed(client, pillar="comfort") == {n.id for n in norms}, "what is no choice is not asked"


def test_a_norm_tells_its_number_is_ours_and_until_when_it_holds(client: Client) -> None:
    assert "the number is a proposal of Luwte" in read(client, at("norm", "SAF-006"))
    assert "Geldt tot" in read(client, at("norm", "EDU-002", language="nl"))
    assert "12 juni 2026" in read(client, at("norm", "EDU-002", language="nl"))


def test_who_did_not_sign_in_reads_of_no_location(client: Client) -> None:
    page = read(client, at("norm", "HOU-001"))
    assert "Where it is not met" not in page
    assert "Who signed in and may read about locations" in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_self_check_shows_eight_recommendations_beside_known_figures(
    client: Client, country: Country, language: str
) -> None:
    row = next(row for row in country.plan.tasks if row.realised)
    page = read(client, at("selfcheck", row.municipality, language=language))
    assert page.count('id="recommendation-') == 8
    assert page.count("MUN-") >= 25
    assert ("Gerealiseerde plekken" if language == "nl" else "Places realised") in page
    assert ("Hierover kent Luwte geen cijfers" if language == "nl" else "Luwte knows no figures about this") in page


def test_the_self_check_of_a_municipality_that_is_not_there_is_not_found(client: Client, country: Country) -> None:
    assert client.get(at("selfcheck", "GM9999")).status_code == 404
