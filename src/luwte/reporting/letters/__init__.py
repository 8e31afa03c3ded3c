# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Letters about a proposal, to a household or to its children: the reasons, what happens when, and what they can do."""

from luwte.reporting.letters.letter import letter
from luwte.reporting.letters.parts import Letter, Line, Section
from luwte.reporting.letters.written import as_html, as_text

__all__ = ["Letter", "Line", "Section", "as_html", "as_text", "letter"]
