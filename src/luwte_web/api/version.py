# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The version of the API: the first number stands in every address, the whole in every answer (API-Version)."""

VERSION = "1.0.0"
BASE = "/api/v1"
