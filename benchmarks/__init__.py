# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Luwte measured beside its peers on the same work in the same run: `make bench`."""
