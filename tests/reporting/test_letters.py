# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Letters: the reasons, what happens when, what people can do; nothing invented, nothing in code."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte.placement import load_policy
from luwte.placement.placement import Action
from luwte.planning import Plan, plan
from luwte.planning.outputs import PlacementRow
from luwte.reporting.explained import Voice
from luwte.reporting.labels import LEVELS
from luwte.reporting.letters import Letter, as_html, as_text, letter
from luwte.reporting.letters.rights import TO_ADULTS, TO_CHILDREN
from luwte.reporting.letters.written import WIDTH
from luwte.words import LANGUAGES, words_in
from placement.instances import DAY, small_country

CODE = re.compile(r"\bl[123]_|[a-z]+_[a-z]+|[{}]")
OPEN = {"nl": "[in te vullen door het COA: ", "en": "[to be filled in by COA: "}
PROPOSAL_ONLY = {"nl": "Het is geen besluit.", "en": "It is not a decision."}
NOT_CERTAIN = {"nl": "Er is nog niets zeker.", "en": "Nothing is certain yet."}


def voices(row: PlacementRow) -> list[Voice]:
    return list(Voice) if row.minors else [Voice.ADULT]


def one(made: Plan, dataset: Dataset, language: str, voice: Voice, **wanted: object) -> Letter:
    """The letter about the first household of a sort."""
    row = next(r for r in made.placements if all(getattr(r, name) == value for name, value in wanted.items()))
    return letter(row, dataset, made.summary.on, words_in(language), voice)


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10**9))
def test_every_household_can_get_a_letter_without_codes(seed: int) -> None:
    dataset = small_country(seed, locations=6, households=10)
    made = plan(dataset, DAY, policy=load_policy())
    for row in made.placements:
        for language in LANGUAGES:
            for voice in voices(row):
                text = as_text(letter(row, dataset, DAY, words_in(language), voice))
                assert not CODE.search(text), text
                assert OPEN[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_says_that_a_person_decides(language: str, made: Plan, dataset: Dataset) -> None:
    for row in made.placements:
        for voice in voices(row):
            text = " ".join(as_text(letter(row, dataset, made.summary.on, words_in(language), voice)).split())
            assert (PROPOSAL_ONLY if voice is Voice.ADULT else NOT_CERTAIN)[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_shows_no_levels_and_no_weights(language: str, made: Plan, dataset: Dataset) -> None:
    words = words_in(language)
    for row in made.placements:
        text = as_text(letter(row, dataset, made.summary.on, words, Voice.ADULT))
        assert not [name for name, unit in LEVELS.values() if words.text(name) in text or words.text(unit) in text]
        for _, weight in row.terms:
            assert f" {weight} " not in text or weight == int(weight)


def test_a_letter_names_no_other_household(made: Plan, dataset: Dataset) -> None:
    keys = {row.household for row in made.placements}
    for row in made.placements:
        text = as_text(letter(row, dataset, made.summary.on, words_in("nl"), Voice.ADULT))
        assert {key for key in keys if re.search(rf"\b{re.escape(key)}\b", text)} == {row.household}


def test_the_letter_about_an_unaccompanied_minor_goes_to_the_guardian(made: Plan, dataset: Dataset) -> None:
    to_guardian = one(made, dataset, "nl", Voice.ADULT, group="amv")
    assert to_guardian.greeting == "Beste voogd,"
    assert [section.heading for section in to_guardian.sections][1] == "Om voor te lezen"
    aloud = " ".join(line.text for part in to_guardian.sections[1].paragraphs for line in part)
    assert re.search(r"\bje\b", aloud)
    assert not re.search(r"\b[Uu]w?\b", aloud)


def test_there_is_no_letter_to_a_child_where_there_are_no_children(made: Plan, dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="no children"):
        one(made, dataset, "nl", Voice.CHILD, minors=0)


def test_who_moves_finds_the_day_of_the_move_open(made: Plan, dataset: Dataset) -> None:
    text = as_text(one(made, dataset, "en", Voice.ADULT, action=Action.MOVE))
    assert "The day of the move, if it is decided:\n[to be filled in by COA: day and hour]" in text


def test_whoever_disagrees_finds_the_road_left_open(made: Plan, dataset: Dataset) -> None:
    for row in made.placements:
        text = as_text(letter(row, dataset, made.summary.on, words_in("nl"), Voice.ADULT))
        assert "[in te vullen door het COA: bezwaar of beroep, adres en laatste dag]" in text
        assert "zes weken" not in text
        assert "vier weken" not in text


def test_what_a_letter_says_on_rights_has_a_source_and_a_mark() -> None:
    for norm in (*TO_ADULTS, *TO_CHILDREN):
        assert norm.cited
        assert norm.mark in (Mark.PUBLISHED, Mark.SECONDARY)


def test_lines_fit_on_paper(made: Plan, dataset: Dataset) -> None:
    for row in made.placements:
        lines = as_text(letter(row, dataset, made.summary.on, words_in("nl"), Voice.ADULT)).split("\n")
        assert max(map(len, (line for line in lines if not line.startswith("[")))) <= WIDTH


def test_a_letter_is_a_page_that_needs_nothing_from_elsewhere(made: Plan, dataset: Dataset) -> None:
    class Page(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.tags: list[str] = []
            self.addresses: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.append(tag)
            self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]

    page = Page()
    page.feed(as_html(one(made, dataset, "nl", Voice.CHILD, group="family")))
    assert "script" not in page.tags
    assert page.addresses == []
    assert page.tags.count("h1") == 1
