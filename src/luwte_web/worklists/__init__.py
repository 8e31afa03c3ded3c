# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What needs a decision from whom, by when, and why: worklists, and the terms that run for children.

Nothing is written here. Each list is found through `visible`, so nobody's list holds what they may not read.
"""
