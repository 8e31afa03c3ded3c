# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The plan of the small country of the planning tests."""

import pytest

from luwte.model.dataset import Dataset
from luwte.placement import load_policy
from luwte.planning import Plan, plan
from planning.country import DAY, country


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return country()


@pytest.fixture(scope="session")
def made(dataset: Dataset) -> Plan:
    return plan(dataset, DAY, policy=load_policy())
