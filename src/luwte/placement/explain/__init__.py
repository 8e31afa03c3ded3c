# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Why every household is where the plan puts it: cause, terms, next best place, what is excluded and in the way."""

from luwte.placement.explain.proposals import proposals
from luwte.placement.explain.terms import weighed

__all__ = ["proposals", "weighed"]
