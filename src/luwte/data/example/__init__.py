# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The bundled example country: synthetic, calibrated to published figures, the same on every machine."""

from luwte.data.example.describe import Figure, describe
from luwte.data.example.folder import KINDS, is_example, require_free, write_example
from luwte.data.example.make import LARGEST, LARGEST_SEED, SEED, SMALLEST, make_example

__all__ = [
    "KINDS",
    "LARGEST",
    "LARGEST_SEED",
    "SEED",
    "SMALLEST",
    "Figure",
    "describe",
    "is_example",
    "make_example",
    "require_free",
    "write_example",
]
