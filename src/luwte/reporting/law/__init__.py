# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the law comes to, in words and tables: the same ones for the screen and for the report that prints."""

from luwte.reporting.law.told import Told, page

__all__ = ["Told", "page"]
