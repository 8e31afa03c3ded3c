# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The record of one household or person: handing it over, and forgetting it when its term is over."""
