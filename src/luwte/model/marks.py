# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How sure a figure is: every norm, amount and date carries one of these marks and its source."""

from enum import StrEnum


class Mark(StrEnum):
    """The standing of a figure, from read in the official text to chosen by us."""

    PUBLISHED = "published"
    SECONDARY = "secondary"
    RECONSTRUCTED = "reconstructed"
    ASSUMPTION = "assumption"
