# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages of inspections: where to look first, the form, what is agreed for gaps, and paper."""
