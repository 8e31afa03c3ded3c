# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The law over a dataset: tables and tasks are handed to `luwte.law` as plain values, and come back as rows."""

from luwte.planning.law.counted import Counted, counted
from luwte.planning.law.course import course_in, statuses_in
from luwte.planning.law.reports import reports
from luwte.planning.law.years import balances_in, provincials

__all__ = ["Counted", "balances_in", "counted", "course_in", "provincials", "reports", "statuses_in"]
