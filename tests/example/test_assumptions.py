# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Assumptions are checked when they are read, named in one file, and described from it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

import luwte.data.example
from luwte.data.example import describe
from luwte.data.example.assumptions import FILE, bundled_book, read_book
from luwte.data.example.document import page
from luwte.model.dataset import Dataset

FOLDER = Path(luwte.data.example.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "example.md"
PLAIN = (0, 1, 2)


def spoiled(path: tuple[str, ...], value: object) -> str:
    """The bundled assumptions with one thing replaced, or left out where the value is `None`."""
    book = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    place = book
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return yaml.safe_dump(book)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("people", "persons"), None),
        (("people", "persons", "mark"), None),
        (("people", "persons", "source"), ""),
        (("people", "persons", "mark"), "certain"),
        (("people", "persons", "value"), "many"),
        (("people", "persons", "value"), -1),
        (("people", "children_in_emergency", "value"), "4/3"),
        (("people", "ghosts"), {"value": 1, "unit": "u", "why": "w", "source": "s", "mark": "assumption"}),
        (("sites", "profiles", "value", "reception_centre", "kind"), "castle"),
        (("sites", "profiles", "value", "reception_centre", "share"), 0),
        (("voices", "lock_reasons", "value"), ["none"]),
        (("calendar", "reference_date", "value"), "one day"),
    ],
)
def test_a_wrong_assumption_is_refused(path: tuple[str, ...], value: object) -> None:
    with pytest.raises(ValidationError):
        read_book(spoiled(path, value))


def test_every_assumption_says_why_and_from_where() -> None:
    book = bundled_book()
    assert len(book.notes) > 100
    assert set(book.notes) == set(book.written)
    assert {note.mark.value for note in book.notes.values()} == {
        "published",
        "secondary",
        "reconstructed",
        "assumption",
    }


def test_shares_of_a_sector_leave_nothing_out() -> None:
    for sector in ("regular", "emergency"):
        shares = [
            profile.share for profile in bundled_book().values.sites.profiles.values() if profile.sector == sector
        ]
        assert sum(shares) == pytest.approx(1)


def numbers(tree: ast.Module) -> Iterator[ast.Constant]:
    """Numbers in the code that stand neither in a named constant of the module nor count the plainest things."""
    named = {id(node) for line in tree.body if isinstance(line, ast.Assign) for node in ast.walk(line)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and id(node) not in named:
            yield node


@pytest.mark.parametrize("module", sorted(FOLDER.glob("*.py")), ids=lambda module: module.stem)
def test_no_number_hides_in_the_code(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert [(node.lineno, node.value) for node in numbers(tree) if node.value not in PLAIN] == []


def test_the_page_says_what_the_file_says(country: Dataset) -> None:
    """`python -m luwte.data.example.document` makes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page(bundled_book(), describe(country))
