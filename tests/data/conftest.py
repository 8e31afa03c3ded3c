# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The small country: eight locations and twenty households, written by hand, without a fault."""

import shutil
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "small"


@pytest.fixture(scope="session")
def small() -> Path:
    """The folder of the small country; not to be changed."""
    return SMALL


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the small country, to be spoiled."""
    return Path(shutil.copytree(SMALL, tmp_path / "country"))
