# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Luwte: a place out of the wind for every child in asylum reception.

The verbs stand here as they land; each is one function, with one command of the same name.
"""

__all__: list[str] = []
