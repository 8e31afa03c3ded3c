# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fifty clients press for the last places for a minute on PostgreSQL, eight on SQLite: `python -m benchmarks.pressing`.

Nobody over the places, no move lost, none double, and a log that is whole: otherwise it fails.
"""

import sys

from benchmarks.at_length import at_length

if __name__ == "__main__":
    sys.exit(
        at_length(
            "registry/test_pressing.py",
            LUWTE_PRESS_SECONDS="60",
            LUWTE_PRESS_CLIENTS="50",
            LUWTE_PRESS_CLIENTS_SQLITE="8",
        )
    )
