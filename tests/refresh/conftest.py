# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The services on this machine, and what is known before they are asked."""

from collections.abc import Iterator

import pytest

from luwte.data.refresh import Known
from luwte.data.refresh.home import bundled
from refresh.services import Served, services, serving


@pytest.fixture
def served() -> Iterator[Served]:
    """CBS and PDOK with all their tables in order."""
    with serving(services()) as running:
        yield running


@pytest.fixture(scope="session")
def known() -> Known:
    """The tables that come with the package."""
    return bundled()
