# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Documents as PDF: accessible by an independent checker, the same every time, and no text is ever read as markup."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import validate_pdf_bytes

from luwte.reporting.listed import Listed
from luwte.reporting.paper import (
    Beside,
    Figure,
    Figures,
    Fine,
    Grid,
    Heading,
    NewPage,
    Note,
    Paper,
    Picture,
    Points,
    Question,
    Text,
    to_pdf,
)
from luwte.words import LANGUAGES, words_in

PAGE = re.compile(rb"/Type */Page\b")
DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="3" fill="#0b5e57"/></svg>'
EVERYTHING = Paper(
    title="A document",
    subtitle="with every block there is",
    blocks=(
        Heading("What it is about"),
        Text("Some words."),
        Text("A place to read on", "https://example.org/more"),
        Heading("In numbers", 2),
        Note("Nobody knows this yet."),
        Points(("one", "two")),
        Figures((Figure("12", "places"), Figure("3", "children"))),
        Grid(Listed("Places", ("Where", "Places"), [("A", "1"), ("B", "2")], frozenset({1})), (3, 1)),
        Picture(DOT, "a dot", "A dot that stands for a country", 20),
        Picture(DOT, "another dot", height=20),
        Points(("one", "two", "three"), columns=2),
        Beside(((Heading("Left"), Text("Read first.")), (Text("Read second."), Fine("In small print."))), (2, 1)),
        NewPage(),
        Question("Is this a question?", "It is answered.", "a source"),
    ),
    foot="made for a test",
    on=date(2026, 11, 22),
    synthetic=True,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_independent_checker_finds_nothing_wrong_with_any_block(language: str) -> None:
    report = validate_pdf_bytes(to_pdf(EVERYTHING, words_in(language)), profile="ua1")
    assert report.is_compliant, report.to_json()


def test_the_checker_does_find_what_is_wrong() -> None:
    spoilt = to_pdf(EVERYTHING, words_in("nl")).replace(b"pdfuaid:part", b"pdfuaid:trap")
    assert not validate_pdf_bytes(spoilt, profile="ua1").is_compliant


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_pdf(EVERYTHING, words_in("nl")) == to_pdf(EVERYTHING, words_in("nl"))


@pytest.mark.parametrize(("asked", "filled"), [(None, 3), (2, 2)])
def test_a_document_that_may_fill_two_pages_is_set_smaller_until_it_does(asked: int | None, filled: int) -> None:
    much = tuple(Text("Some words that fill the page. " * 22) for _ in range(23))
    pdf = to_pdf(replace(EVERYTHING, blocks=much, pages=asked), words_in("en"))
    assert len(PAGE.findall(pdf)) == filled


def test_documents_and_screens_are_set_in_one_typeface() -> None:
    assert b"SourceSans3-Regular" in to_pdf(EVERYTHING, words_in("nl"))


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1))
def test_no_text_is_read_as_markup(text: str) -> None:
    written = f"#panic() {text} *a* $x$ @y <z> \\"
    blocks = (Text(written), Points((written,)), Grid(Listed(written, (written,), [(written,)], frozenset())))
    assert to_pdf(replace(EVERYTHING, subtitle=written, foot=written, blocks=blocks), words_in("en"))
