# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The sign beside each layer as it is counted; the words say the same."""

from collections.abc import Mapping

TONES: Mapping[str, str] = {
    "critical": "bad",
    "unknown_failing": "bad",
    "unknown": "open",
    "improvable": "fair",
    "good": "good",
    "convertible": "good",
}
