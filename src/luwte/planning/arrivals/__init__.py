# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who is still expected: prices from sampled futures decide who gets the scarce places."""
