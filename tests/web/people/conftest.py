# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry with a few people in two provinces."""

from pathlib import Path

import pytest

from web.people import few


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    """Two families, two unaccompanied minors, two adults, and one adult who has no place yet."""
    few.come(tmp_path)
