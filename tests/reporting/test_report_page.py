# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The report: whole in one file, the same for the same plan, honest about what is unknown, in both languages."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.placement import load_policy
from luwte.placement.placement import Action
from luwte.planning import Plan, plan
from luwte.reporting import report
from luwte.reporting.moves import SHOWN
from luwte.words import LANGUAGES, words_in
from planning.country import DAY

VOID = {"meta", "link", "br", "img", "input", "hr", "wbr"}


class Outline(HTMLParser):
    """What a page is made of: tags that close, ids, references to ids, headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.wanted: set[str] = set()
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.attributes |= values.keys()
        if tag not in VOID:
            self.open.append(tag)
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        if str(values.get("href", "")).startswith("#"):
            self.wanted.add(str(values["href"])[1:])
        self.wanted |= set(str(values.get("aria-labelledby") or "").split())
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, made: Plan, dataset: Dataset) -> str:
    return report(made, dataset, words_in(request.param))


def test_the_page_is_whole(page: str) -> None:
    outline = Outline(page)
    assert outline.open == []
    assert [name for name, times in outline.ids.items() if times > 1] == []
    assert outline.wanted <= outline.ids.keys()
    assert outline.headings[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(outline.headings))


def test_the_page_needs_no_network_and_no_script(page: str) -> None:
    outline = Outline(page)
    assert not {name for name in outline.attributes if name.startswith("on") or name in ("src", "style")}
    assert "<script" not in page
    assert re.findall(r"https?://[^\"' ]+", page) == ["http://www.w3.org/2000/svg"] * page.count("http://")
    assert "@import" not in page
    assert "url(http" not in page


def test_the_page_speaks_its_language(made: Plan, dataset: Dataset) -> None:
    dutch, english = (report(made, dataset, words_in(language)) for language in ("nl", "en"))
    assert '<html lang="nl">' in dutch
    assert "Plan van 16 november 2026" in dutch
    assert "2 kinderen verruilen een ongeschikte plek voor een geschikte." in dutch
    assert "Plan of 16 November 2026" in english
    assert "2 children leave an unfit place for a fit one." in english


def test_the_same_plan_gives_the_same_page(made: Plan, dataset: Dataset) -> None:
    again = replace(plan(dataset, DAY, policy=load_policy()), seconds={"level_1": 12345.0})
    assert report(made, dataset, words_in("en")) == report(again, dataset, words_in("en"))


def test_children_stand_by_kind_and_by_fitness_with_what_is_assumed(page: str, made: Plan, dataset: Dataset) -> None:
    english = report(made, dataset, words_in("en"))
    for words in ("Children by kind of site", "Children by how fit their place is", "fit, assumed by kind", "unknown"):
        assert words in english
    assert page.count('<table class="counts">') == 2


def test_every_municipality_and_every_level_stands_in_the_page(page: str) -> None:
    assert page.count("<details>") >= 12
    for name in ("Utrecht", "&#39;s-Hertogenbosch", "Súdwest-Fryslân", "Zwolle"):
        assert f'<th scope="row">{name}</th>' in page


def test_the_receipt_stands_at_the_foot(page: str, made: Plan) -> None:
    foot = page[page.index("<footer") :]
    for value in (made.receipt.dataset, *made.receipt.parameters.values(), made.receipt.solver, "2026-11-16"):
        assert value in foot


def test_the_page_says_who_gets_no_place(made: Plan, dataset: Dataset) -> None:
    first = made.placements[0]
    lost = replace(first, action=Action.UNPLACED, destination=None, place_group=None)
    page = report(replace(made, placements=(lost, *made.placements[1:])), dataset, words_in("en"))
    assert '<tr class="strong"><th scope="row">F-HALL</th>' in page


def test_a_big_plan_is_listed_in_part_and_says_so(made: Plan, dataset: Dataset) -> None:
    moving = next(row for row in made.placements if row.action is Action.MOVE)
    many = replace(made, placements=(moving,) * 30_000)
    page = report(many, dataset, words_in("en"))
    assert f"The first {SHOWN} of 30,000" in page
    assert len(page) < 2_000_000


def test_many_findings_of_a_kind_are_counted_not_listed(made: Plan, dataset: Dataset) -> None:
    kind = FindingKind("x.y", Severity.WARNING, "No guardian for {who}", "Name one")
    many = replace(made, findings=tuple(Finding(kind, str(n), params={"who": f"H{n}"}) for n in range(5_000)))
    page = report(many, dataset, words_in("en"))
    assert "and 4,992 more, in findings.csv" in page
    assert "No guardian for H7." in page
    assert "No guardian for H8." not in page


def test_names_from_the_tables_cannot_write_into_the_page(made: Plan, dataset: Dataset) -> None:
    evil = "<script>alert(1)</script>"
    named = replace(dataset, locations=tuple(replace(at, name=evil) for at in dataset.locations))
    page = report(replace(made, summary=replace(made.summary, title=evil)), named, words_in("en"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
