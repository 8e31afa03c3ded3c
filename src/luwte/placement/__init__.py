# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Placement: a place for every household of a country, protection first, few moves, provably close to the best."""

from luwte.placement.clock import Limits
from luwte.placement.place import place
from luwte.placement.placement import Placement
from luwte.placement.policy import Policy, load_policy

__all__ = ["Limits", "Placement", "Policy", "load_policy", "place"]
