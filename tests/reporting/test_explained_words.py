# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A proposal in plain words: a guardian can read it aloud, in either language, and it says nothing in code."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.placement import load_policy
from luwte.placement.placement import Action, Cause
from luwte.placement.rules import RULES
from luwte.planning import Plan, plan
from luwte.planning.placement_rows import in_the_way_of
from luwte.reporting import labels
from luwte.reporting.explained import Explanation, Voice, explain, voice_for
from luwte.reporting.explained.causes import ACTIONS, CAUSES
from luwte.reporting.explained.terms import RULES as RULES_SAID
from luwte.reporting.explained.terms import TERMS
from luwte.words import LANGUAGES, words_in
from placement.instances import DAY, small_country

CODE = re.compile(r"\bl[123]_|[a-z]+_[a-z]+|[{}]")
WORDS_IN_A_SENTENCE = 32


@pytest.mark.parametrize("voice", Voice)
def test_every_action_and_every_cause_has_sentences(voice: Voice) -> None:
    assert all(ACTIONS[action][voice] for action in Action)
    assert all(CAUSES[cause][voice] for cause in Cause)
    assert set(labels.CAUSES) == set(Cause)


def test_every_rule_and_every_term_has_words() -> None:
    terms = set(load_policy().term)
    assert {rule.__name__ for rule in RULES} <= set(RULES_SAID)
    assert set(labels.TERMS) == terms
    assert set(TERMS) <= terms


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_is_never_spoken_to_as_an_adult(language: str) -> None:
    said = {voice: set(_every_sentence(voice)) for voice in Voice}
    assert not said[Voice.ADULT] & said[Voice.CHILD]
    spoken = words_in(language)
    for sentence in said[Voice.CHILD]:
        assert not re.search(r"\b([Uu]|[Uu]w)\b", spoken.catalogue.gettext(sentence)) or language == "en"


@pytest.mark.parametrize("voice", Voice)
def test_sentences_are_short_enough_to_read_aloud(voice: Voice) -> None:
    for language in LANGUAGES:
        for message in _every_sentence(voice):
            for sentence in re.split(r"(?<=[.:;])\s", words_in(language).catalogue.gettext(message)):
                assert len(sentence.split()) <= WORDS_IN_A_SENTENCE, sentence


@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 10**9))
def test_whatever_happens_to_a_household_can_be_said(seed: int) -> None:
    dataset = small_country(seed, locations=6, households=10)
    made = plan(dataset, DAY, policy=load_policy())
    for row in made.placements:
        for language in LANGUAGES:
            for voice in Voice:
                _is_plain(explain(row, dataset, DAY, words_in(language), voice).paragraphs)


def test_the_explanation_of_the_small_country_is_plain(made: Plan, dataset: Dataset) -> None:
    for row in made.placements:
        told = explain(row, dataset, made.summary.on, words_in("nl"))
        _is_plain(told.paragraphs)
        assert told.proposal
        assert told.reasons
        assert bool(told.in_the_way) <= bool(in_the_way_of(row))


def test_an_unaccompanied_minor_is_spoken_to_and_parents_are(made: Plan) -> None:
    voices = {row.group: voice_for(row) for row in made.placements if row.minors}
    assert voices["family"] is Voice.ADULT
    assert voices["amv"] is Voice.CHILD


def test_what_stands_in_the_way_comes_back_from_the_table(made: Plan) -> None:
    assert [row.household for row in made.placements if (row.in_the_way == ()) != (in_the_way_of(row) is None)] == []


@pytest.mark.parametrize(
    ("language", "free", "helps"),
    [
        (
            "nl",
            "Op Location AZC in Utrecht zijn genoeg plekken vrij, maar geen hele wooneenheid.",
            "Wat zou helpen: 1 wooneenheid voor minstens 5 personen erbij op Location AZC in Utrecht.",
        ),
        (
            "en",
            "There are places free for you at Location AZC in Utrecht, but no whole unit.",
            "What would help: 1 more unit for at least 5 people at Location AZC in Utrecht.",
        ),
    ],
)
def test_a_family_for_which_no_whole_unit_is_left_hears_so(
    made: Plan, dataset: Dataset, language: str, free: str, helps: str
) -> None:
    row, words = next(row for row in made.placements if row.household == "F-HALL"), words_in(language)

    def told(**lacks: int) -> Explanation:
        counted = dict.fromkeys(("with_room", "newcomers", "had_none", "exchanging", "ahead", "level"), 0)
        said = {"lawful": 1, "fit": 1, **counted, **lacks, "unit": 5}
        cell = tuple((name, Decimal(number)) for name, number in said.items())
        lacking = replace(row, in_the_way=cell, wanted="AZC", wanted_group=PlaceGroup.FAMILY)
        return explain(lacking, dataset, made.summary.on, words)

    beds_free, full = told(lacks_units=1), told(lacks_units=1, lacks_places=3)
    assert any(sentence.startswith(free) for sentence in beds_free.in_the_way)
    assert not any(sentence.startswith(free) for sentence in full.in_the_way)
    assert beds_free.would_help == full.would_help == (helps,), "a unit brings its places"


def _every_sentence(voice: Voice) -> list[str]:
    of_actions = [message for said in ACTIONS.values() for message in said[voice]]
    of_causes = [message for said in CAUSES.values() for message in said[voice]]
    return [*of_actions, *of_causes, *(said[voice] for said in TERMS.values() if voice in said)]


def _is_plain(paragraphs: tuple[str, ...]) -> None:
    assert paragraphs
    for paragraph in paragraphs:
        assert not CODE.search(paragraph), paragraph
        assert "  " not in paragraph
        assert paragraph[-1] in ".)"
