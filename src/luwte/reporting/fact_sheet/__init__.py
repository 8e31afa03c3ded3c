# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Two pages about one municipality, for a council or a residents' evening: what is asked, and what it would take."""

from luwte.reporting.fact_sheet.facts import Facts, facts_of
from luwte.reporting.fact_sheet.sheet import fact_sheet

__all__ = ["Facts", "fact_sheet", "facts_of"]
