# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The levels of a placement and their terms: protection, the welfare of children, voice and fit."""
