# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Measure everything, or what is named, and write it into `RESULTS.md`: `make bench ARGS="national weekly"`."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from benchmarks import ahead, arrivals, churn, levels
from benchmarks.cases import CASES, GROWTH
from benchmarks.contest import ROOT, Contests
from benchmarks.table import growth, section, with_sections

RESULTS = Path(__file__).parent / "RESULTS.md"


def sections() -> Mapping[str, Callable[[], str]]:
    """Everything that can be measured, by name, in the order of the page."""
    contests = Contests(ROOT / "var" / "bench", partial(print, flush=True))
    cases = {case.name: lambda case=case: section(contests.hold(case)) for case in CASES}
    more = {
        "growth": lambda: growth(contests.hold(case) for case in GROWTH),
        "levels": levels.section,
        "churn": churn.section,
        "ahead": ahead.section,
        "arrivals": arrivals.section,
    }
    return cases | more


def main() -> int:
    """0 = measured and written, 2 = no such case."""
    measures, wanted = sections(), sys.argv[1:]
    unknown = [name for name in wanted if name not in measures]
    if unknown:
        print(f"No case is called {', '.join(unknown)}. There are: {', '.join(measures)}.", file=sys.stderr)
        return 2
    for name, measure in measures.items():
        if not wanted or name in wanted:
            measured = measure()
            print(f"\n{measured}\n", flush=True)
            page = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
            RESULTS.write_text(with_sections(page, {name: measured}, measures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
