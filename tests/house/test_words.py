# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that people read exists in Dutch, once, with the same places to fill in."""

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from house.messages import all_messages, in_page, in_python, in_report
from luwte.words.compile import merged

PYTHON = 'words.text("Hello {name}", name=x); N_("a" " b"); words.count("one", "many", n); text.count("c", 1, 2)\n'
REPORT = '<p>{{ text("Hello") }} {{ count("one", "many", n) }} {{ other("no") }}</p>'
PAGE = (
    '{% translate "it\'s" %} {% blocktranslate count n=x %}one {{ n }}{% plural %}many {{ n }}{% endblocktranslate %}'
)


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    """The Dutch catalogue; merging raises where one message is translated in two ways."""
    return merged("nl")


@pytest.fixture(scope="module")
def translated(dutch: Catalog) -> set[str]:
    """Every message id that has Dutch words, one and many apart."""
    return {text for ids, strings in _pairs(dutch) for text in ids if all(strings)}


def test_everything_that_people_read_exists_in_dutch(root: Path, translated: set[str]) -> None:
    missing = sorted({f"{text!r} at {where}" for where, text in all_messages(root) if text not in translated})
    assert missing == []


def test_a_translation_fills_in_the_same_places(dutch: Catalog) -> None:
    different = [
        (original, words)
        for ids, strings in _pairs(dutch)
        for original, words in zip(ids, strings, strict=True)
        if len(ids) == 1 and fields(original) != fields(words)
    ]
    assert different == []


def test_marked_messages_are_found_wherever_they_stand() -> None:
    assert [text for _, text in in_python(PYTHON)] == ["Hello {name}", "a b", "one", "many", "c"]
    assert [text for _, text in in_report(REPORT)] == ["Hello", "one", "many"]
    assert [text for _, text in in_page(PAGE)] == ["it's", "one %(n)s", "many %(n)s"]


def fields(text: str) -> set[str]:
    """The places to fill in: `{name}` in the library, `%(name)s` in the pages."""
    if "%(" in text:
        return {part.split(")")[0] for part in text.split("%(")[1:]}
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _pairs(catalogue: Catalog) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for message in catalogue:
        if isinstance(message.id, str):
            if message.id:
                yield (message.id,), (str(message.string or ""),)
        else:
            yield tuple(message.id), tuple(message.string)
