# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The vocabulary of Luwte: plain frozen values, no files, no clocks, no solver."""
