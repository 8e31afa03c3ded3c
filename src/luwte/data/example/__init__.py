# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The bundled example country: synthetic, calibrated to published figures, the same on every machine."""

from luwte.data.example.make import make_example

__all__ = ["make_example"]
