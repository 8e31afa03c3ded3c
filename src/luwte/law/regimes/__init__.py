# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The Act in force, repealed, or loose parts of it kept: which places and which money stand, and which are exposed."""

from luwte.law.regimes.compare import Resting, resting
from luwte.law.regimes.rules import Basis, Holds, Regime, regimes
from luwte.law.regimes.summed import Sums, summed

__all__ = ["Basis", "Holds", "Regime", "Resting", "Sums", "regimes", "resting", "summed"]
