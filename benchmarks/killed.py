# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""SIGKILL fifty times on each database, half of them during imports and half during decisions.

`python -m benchmarks.killed` fails where anything was found halfway, or the log is not whole.
"""

import sys

from benchmarks.at_length import at_length

if __name__ == "__main__":
    sys.exit(at_length("registry/test_killed.py", LUWTE_KILLS="25"))
