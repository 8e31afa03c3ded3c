# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The Act in force, repealed, or loose parts of it kept: which places and which money stand, and which are exposed."""

from luwte.law.regimes.compare import Resting, resting
from luwte.law.regimes.regimes import Basis, Holds, Regime, regimes

__all__ = ["Basis", "Holds", "Regime", "Resting", "regimes", "resting"]
