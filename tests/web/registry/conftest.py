# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry with few people in it."""

from pathlib import Path

import pytest

from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import importing
from web.registry import few_people


def bring(folder: Path) -> None:
    """Import a folder."""
    importing.apply(importing.preview(folder), SYSTEM, "for a test")


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    """Four families, four unaccompanied minors and four adults at the old location."""
    bring(few_people.write(tmp_path / "few", few_people.tables()))
