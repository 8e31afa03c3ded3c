# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that a page tells about a norm is there for each of them, in both languages."""

from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Norm, Verification
from luwte.reporting.norms import HOW_SURE, asked, sources
from luwte.reporting.rights import RIGHTS
from luwte.words import words_in

SAME_IN_BOTH = {"Respect"}


def test_every_norm_is_told_in_both_languages() -> None:
    for norm in load_catalogue().norms:
        in_dutch, in_english = told(norm, "nl"), told(norm, "en")
        assert all(nl and en and (nl != en or nl in SAME_IN_BOTH) for nl, en in zip(in_dutch, in_english, strict=True))


def told(norm: Norm, language: str) -> list[str]:
    """What a reader of one language is told of a norm, where the words of the two languages differ."""
    words = words_in(language)
    found = list(sources(norm, load_catalogue(), words))
    assert all(one.document and one.place and one.reference.where for one in found), norm.id
    assert [one.how_sure for one in found] == [words.text(HOW_SURE[s.verification]) for s in norm.sources]
    assert [one.is_checked for one in found] == [s.verification is Verification.VERIFIED for s in norm.sources]
    rights = [words.text(RIGHTS[right]) for right in norm.rights]
    return [asked(norm, words), norm.title[language], found[0].how_sure, found[0].force, *rights]


def test_a_bar_is_told_with_its_unit_and_whose_it_is() -> None:
    catalogue = load_catalogue()
    dutch, english = words_in("nl"), words_in("en")
    assert asked(catalogue["HOU-001"], english) == "at least 4 m²"
    assert asked(catalogue["HOU-002"], dutch) == "ten minste 2,1 m"
    assert asked(catalogue["SAF-006"], english) == "at most 12 months ago (the number is our proposal)"
    assert asked(catalogue["LOC-001"], english).startswith("at least one of these: on site; by a safe walk")
    assert asked(catalogue["STA-002"], dutch) == "geen grens: het wordt alleen gevolgd (verhuizingen per kind per jaar)"


def test_every_article_of_the_convention_that_gives_a_right_has_words() -> None:
    assert list(RIGHTS) == [str(article) for article in range(1, 43)]
