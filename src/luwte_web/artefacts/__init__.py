# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Datasets and plans as they were made: kept whole, found by their hash, never changed."""
