# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People read whether the plan is fair: highlights, every class, the queue, how even it is."""

import pytest
from django.test import Client

from luwte.planning.fairness import everybody
from luwte.reporting.fairness import DIMENSIONS
from luwte_web.pages.country import Country
from web.reading import Seen, read_page

PAGES = {"nl": "/plan/eerlijkheid/", "en": "/en/plan/fairness/"}


@pytest.fixture
def page(client: Client) -> Seen:
    return read_page(PAGES["en"], client.get(PAGES["en"]).content)


@pytest.mark.parametrize("address", ["/plan/", "/en/plan/"])
def test_the_plan_leads_to_it(client: Client, address: str) -> None:
    assert read_page(address, client.get(address).content).links & set(PAGES.values())


def test_every_class_of_every_dimension_has_a_row(page: Seen, country: Country) -> None:
    for dimension in DIMENSIONS:
        classes = [row for row in country.plan.fairness if row.dimension == dimension]
        assert len(page.sheets[f"by-{dimension}"].rows) == len(classes)


def test_a_class_of_a_few_households_has_an_asterisk(page: Seen, country: Country) -> None:
    regions = [row for row in country.plan.fairness if row.dimension == "region"]
    marked = [row[0].endswith("*") for row in page.sheets["by-region"].rows]
    assert marked == [row.households < 10 for row in regions]
    assert any(marked)


def test_the_queue_stands_beside_the_plan_in_the_same_counts(page: Seen, country: Country) -> None:
    queue = country.plan.summary.queue
    assert page.sheets["queue"].rows[0][1:] == [str(queue.better_in_plan), str(queue.better_in_queue)]
    unfit = country.plan.summary.children_by_fitness["unfit"].after
    assert page.sheets["queue"].rows[2][1:] == [str(unfit), str(queue.children_in_unfit)]


def test_evenness_is_told_of_people_children_and_unaccompanied_minors(page: Seen) -> None:
    assert [row[0] for row in page.sheets["evenness"].rows] == ["people", "children", "unaccompanied minors"]


def test_the_page_says_that_the_chances_of_a_claim_count_for_nothing(client: Client) -> None:
    assert b"Nothing is known here of the chances of a claim" in client.get(PAGES["en"]).content


def test_a_download_has_every_class(client: Client, country: Country) -> None:
    answer = client.get(PAGES["en"] + "?table=by-phase&as=csv")
    lines = answer.content.decode().splitlines()
    assert len(lines) == 1 + sum(row.dimension == "phase" for row in country.plan.fairness)
    assert lines[0].startswith("Class,Households,Children")


def test_the_plan_says_how_many_would_be_better_off_in_a_queue(client: Client, country: Country) -> None:
    better = everybody(country.plan.fairness).better_in_queue
    assert f"{better} households would have been better off in that queue.".encode() in client.get("/en/plan/").content
