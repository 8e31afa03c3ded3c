# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The results as a page: one section per case, replaced when that case is measured again."""

import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib.metadata import version
from os import cpu_count
from pathlib import Path

from benchmarks.contest import PEERS_PYTHON, Contest, Run
from benchmarks.question import LEVELS
from benchmarks.work import SCALE

HEAD = """<!--
SPDX-FileCopyrightText: 2026 The Luwte authors
SPDX-License-Identifier: EUPL-1.2
-->

# Results

Written by `make bench`; [how it is measured](README.md). Less is better everywhere. *x luwte* is time over that of
`luwte` in the same run. *Above bound* is how far a value lies above what no plan can be below, as Luwte proves it in
the same run; a level is held against its bound only where the earlier levels are as good as ours.
"""
COLUMNS = (
    "contender",
    "seconds",
    "x luwte",
    "peak MB",
    "single objective",
    "above bound",
    "level 1",
    "level 2",
    "above bound",
    "level 3",
    "above bound",
    "moves",
    "breaches",
)
WORTH_COLUMNS = ("contender", "seconds", "x luwte", "peak MB", "people without", "worth", "of the best", "breaches")
GROWTH_COLUMNS = (
    "households",
    "locations",
    "ways",
    "seconds",
    "seconds per 1,000 households",
    "peak MB",
    "gap 1",
    "gap 2",
    "gap 3",
    "breaches",
)
NOT_COMPARED = "-"
Row = Iterable[str]


def section(contest: Contest) -> str:
    """One case with all its contenders."""
    title = f"## {contest.case.name}: {contest.case.what}"
    sizes = (
        f"{contest.households:,} households, {contest.people:,} people, {contest.locations:,} locations, "
        f"{contest.ways:,} lawful ways to go. Working them out with their prices takes {contest.weighing:.1f} s, which "
        "is in the time of every peer."
    )
    if contest.has_worth:
        told = table(WORTH_COLUMNS, [_worth_row(contest, run) for run in contest.runs])
    else:
        told = table(COLUMNS, [_row(contest, run) for run in contest.runs])
    targets = [f"- {line}" for line in told_targets(contest)]
    return "\n".join([title, "", sizes, "", told, "", *targets, *([""] if targets else []), _closing(contest)])


def told_targets(contest: Contest) -> Iterator[str]:
    """Every target of the case, and whether it is met."""
    runs = {run.name: run for run in contest.runs}
    for target in contest.case.targets:
        run = runs[target.contender]
        limits = []
        if target.gap is not None:
            gap, most = contest.gap(run) or Decimal(0), Decimal(target.gap)
            limits.append((gap <= most, f"gap {percent(gap)} (at most {percent(most)})"))
        if target.seconds is not None:
            limits.append((run.seconds <= target.seconds, f"{run.seconds:.1f} s (at most {target.seconds:.0f})"))
        if target.megabytes is not None:
            met = run.megabytes <= target.megabytes
            limits.append((met, f"{run.megabytes:.0f} MB (at most {target.megabytes:.0f})"))
        word = "met" if all(met for met, _ in limits) else "**missed**"
        yield f"{word}: `{run.name}` {', '.join(told for _, told in limits)}"


def growth(contests: Iterable[Contest]) -> str:
    """Ours alone, as countries grow."""
    held = list(contests)
    rows = [
        (
            f"{each.households:,}",
            f"{each.locations:,}",
            f"{each.ways:,}",
            f"{each.ours.seconds:.1f}",
            f"{1000 * each.ours.seconds / each.households:.2f}",
            f"{each.ours.megabytes:,.0f}",
            *(percent(each.above_bound(each.ours, level)) for level in LEVELS),
            str(each.ours.verdict.breaches),
        )
        for each in held
    ]
    told = [
        f"- {each.case.name}: {line}" for each in held if each.case.name == "continental" for line in told_targets(each)
    ]
    what = "The example at 1/10, 1/3, 1, 10/3 and 10, `luwte` alone; gaps by level."
    return "\n".join(
        ["## growth: as countries grow", "", what, "", table(GROWTH_COLUMNS, rows), "", *told, "", machine()]
    )


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown."""
    cells = [list(head), *map(list, rows)]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]])


def with_sections(page: str, sections: dict[str, str], names: Iterable[str]) -> str:
    """The page with these sections in place of the old ones, in the order of the names."""
    old = {part.split(":", 1)[0].strip(): f"## {part}".strip() for part in re.split(r"^## ", page, flags=re.M)[1:]}
    kept = old | sections
    return "\n\n".join([HEAD.strip(), *(kept[name] for name in names if name in kept)]) + "\n"


def percent(part: Decimal | None) -> str:
    """A share, or a dash where there is none."""
    if part is None:
        return NOT_COMPARED
    return (f"{part:.2%}" if part <= 1 else f"{part:,.0%}").replace("%", " %")


def machine() -> str:
    """What was measured on, and with which versions."""
    ours = ", ".join(f"{name} {version(name)}" for name in ("luwte", "highspy", "numpy"))
    return (
        f"{_processor()}, {cpu_count()} cores, {_memory_gb():.0f} GB; Python {platform.python_version()}, {ours}, "
        f"ortools {_version_of_peers('ortools')}."
    )


def _row(contest: Contest, run: Run) -> Row:
    first, second, third = run.verdict.values
    return (
        *_effort(contest, run),
        f"{Decimal(run.single) / SCALE:.1f}",
        percent(contest.above_single_bound(run)),
        f"{first.normalize():f}",
        f"{second:.1f}",
        percent(contest.above_bound(run, 2)),
        f"{third:.1f}",
        percent(contest.above_bound(run, 3)),
        str(run.verdict.moves),
        str(run.verdict.breaches),
    )


def _worth_row(contest: Contest, run: Run) -> Row:
    """Where places have a worth of their own: how many people are placed, then what their places are worth."""
    without, best = run.verdict.people_without, contest.ours
    compared = without == best.verdict.people_without
    return (
        *_effort(contest, run),
        str(without),
        f"{Decimal(run.worth) / 1000:.3f}",
        percent(Decimal(run.worth) / best.worth) if compared else NOT_COMPARED,
        str(run.verdict.breaches),
    )


def _effort(contest: Contest, run: Run) -> Row:
    compared = run.seconds / contest.ours.seconds
    return (run.name, f"{run.seconds:.1f}", f"{compared:.2f}", f"{run.megabytes:.0f}")


def _closing(contest: Contest) -> str:
    told = contest.ours.told
    stops = ", ".join(f"{why} (level {number})" for number, why in enumerate(told["stopped_by"], 1))
    explaining = f" Explaining the plan takes {told['explaining']:.1f} s more." if told["explaining"] > 0.05 else ""
    return f"`luwte` stopped by: {stops}.{explaining} Measured on {machine()}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*: (.+)$", told.read_text(), flags=re.M) if told.is_file() else []
    return names[0].strip() if names else platform.processor() or platform.machine()


def _memory_gb() -> float:
    told = Path("/proc/meminfo")
    found = re.search(r"^MemTotal:\s+(\d+)", told.read_text(), flags=re.M) if told.is_file() else None
    return int(found[1]) / 1024**2 if found else 0.0


def _version_of_peers(name: str) -> str:
    asked = f"from importlib.metadata import version; print(version('{name}'))"
    told = subprocess.run([str(PEERS_PYTHON), "-c", asked], check=True, capture_output=True, text=True)
    return told.stdout.strip()
