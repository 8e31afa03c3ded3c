# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The small country, its placement, its plan, and its tables in a folder: each made once."""

from pathlib import Path

import pytest

from luwte.data import TO_PLACE, read, write
from luwte.model.dataset import Dataset
from luwte.placement import Policy, load_policy
from luwte.planning import Placing, Plan, place_all, plan
from planning.country import DAY, country


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy()


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small country's tables."""
    folder = tmp_path_factory.mktemp("planning") / "tables"
    write(country(), folder)
    return folder


@pytest.fixture(scope="session")
def dataset(tables: Path) -> Dataset:
    return read(tables, need=TO_PLACE)


@pytest.fixture(scope="session")
def placing(dataset: Dataset, policy: Policy) -> Placing:
    return place_all(dataset, DAY, policy=policy)


@pytest.fixture(scope="session")
def made(dataset: Dataset, policy: Policy) -> Plan:
    return plan(dataset, DAY, policy=policy)
