# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fairness: what a plan comes to for every class of households, and who would have done better in a queue."""

from luwte.planning.fairness.contrasts import MEASURES, Contrast, Measure, contrasts, everybody
from luwte.planning.fairness.report import Fairness, fairness

__all__ = ["MEASURES", "Contrast", "Fairness", "Measure", "contrasts", "everybody", "fairness"]
