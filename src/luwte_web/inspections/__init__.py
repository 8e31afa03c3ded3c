# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Inspections: who looks at which location, what they answer, what is agreed for each gap, and where to look first.

Until it is handed in, what somebody answers lives here, on a sheet of their own. Handing in makes rows of the registry
of it, in one transaction with one line on the log (docs/decisions/0024). Services write, selectors read.
"""
