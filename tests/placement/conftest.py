# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the tests of placement share: an exact policy, and placing a small country."""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from luwte.placement import Policy, load_policy

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def exact() -> Policy:
    """The bundled policy, searched to the end."""
    policy = load_policy()
    return replace(policy, stop=policy.stop.model_copy(update={"gap": Decimal(0), "nodes": 100_000}))
