# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The example at full size and at a twentieth, made once."""

import pytest

from luwte.data.example import make_example
from luwte.model.dataset import Dataset


@pytest.fixture(scope="session")
def country() -> Dataset:
    """The example as people get it."""
    return make_example()


@pytest.fixture(scope="session")
def small() -> Dataset:
    """A twentieth of it."""
    return make_example(scale=0.05)


@pytest.fixture(params=["country", "small"], scope="session")
def example(request: pytest.FixtureRequest) -> Dataset:
    """Both sizes, one after the other."""
    dataset: Dataset = request.getfixturevalue(request.param)
    return dataset
