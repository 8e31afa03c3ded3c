# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who is still expected: sampled futures tell which scarce places to leave to those who need them more."""

from luwte.planning.arrivals.advice import Advice, advise

__all__ = ["Advice", "advise"]
