# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A few people in a country of all municipalities, in which nobody wrote anything of a cycle yet."""

from pathlib import Path

import pytest

from web.people import few


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)
