# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Looking ahead over known openings and closings: nobody moves twice where waiting gives a lasting place."""

from luwte.planning.ahead.horizon import Ahead, look_ahead

__all__ = ["Ahead", "look_ahead"]
