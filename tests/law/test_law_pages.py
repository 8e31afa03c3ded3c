# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages about the law say what the files say."""

from pathlib import Path

from luwte.law.document import pages

FOLDER = Path(__file__).parents[2] / "docs" / "law"


def test_the_pages_are_up_to_date() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert written == dict(pages()), "run: python -m luwte.law.document docs/law"
