# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`/api/v1`: what programs read and do. Each operation says which action it is; services and selectors do the rest."""
