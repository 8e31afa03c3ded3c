# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out of emergency reception, from the tables: quarters, pace, sites with their conditions, what it takes."""

from luwte.planning.phase_out.phase_out import PhaseOut, phase_out

__all__ = ["PhaseOut", "phase_out"]
