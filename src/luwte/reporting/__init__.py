# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan for people to read: the report that opens from disk, and the map that the pages share."""

from luwte.reporting.report import report

__all__ = ["report"]
