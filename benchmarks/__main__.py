# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Measure all cases, or those that are named, and write them into `RESULTS.md`: `make bench ARGS="national weekly"`."""

import sys
from pathlib import Path

from benchmarks.cases import CASES
from benchmarks.contest import ROOT, Contests
from benchmarks.table import section, with_sections

RESULTS = Path(__file__).parent / "RESULTS.md"
NAMES = [case.name for case in CASES]


def main() -> int:
    """0 = measured and written, 2 = no such case."""
    wanted = sys.argv[1:] or NAMES
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"No case is called {', '.join(unknown)}. There are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    contests = Contests(ROOT / "var" / "bench", lambda line: print(line, flush=True))
    for case in CASES:
        if case.name in wanted:
            measured = section(contests.hold(case))
            print(f"\n{measured}\n", flush=True)
            page = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
            RESULTS.write_text(with_sections(page, {case.name: measured}, NAMES), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
