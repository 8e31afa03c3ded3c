# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Worked ways in which a municipality could close its gap, with what is known of their cost. People choose."""

from luwte.law.ways.close import Closing, Durable, Way, ways
from luwte.law.ways.costs import Cost, Form, costs, latest_pair, yearly, yearly_in_emergency

__all__ = ["Closing", "Cost", "Durable", "Form", "Way", "costs", "latest_pair", "ways", "yearly", "yearly_in_emergency"]
