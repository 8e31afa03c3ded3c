# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Quarters of arrivals to the example: each batch by itself, and with futures in mind, against hindsight."""

from decimal import Decimal
from fractions import Fraction
from statistics import fmean
from time import perf_counter

from benchmarks.countries import example
from benchmarks.question import ask
from benchmarks.table import percent, table
from luwte.data.example.dice import Dice
from luwte.planning.arrivals.chance import weekly
from luwte.planning.arrivals.expect import FUTURES
from luwte.planning.arrivals.quarter import WEEKS, Gains, compare, setting_of

SCALES = (Fraction(1, 20), Fraction(1, 10))
QUARTERS = 12
TITLE = "## arrivals: batches that come week by week"
WHAT = (
    f"Households like those of the last quarter come to the example for {WEEKS} weeks; as many people leave. Each "
    f"batch is placed when it comes, and not thought of again: by itself, or with {FUTURES} sampled futures in mind. "
    "Counted is what is gained over leaving everybody without a place (100 weighed persons for a person with a place, "
    "level 2, a tenth of level 3), as a share of the bound in hindsight: all arrivals and departures known, households "
    "divisible. "
    f"{QUARTERS} quarters each, drawn from their number."
)


def quarters(scale: Fraction, count: int) -> list[Gains]:
    """Simulated quarters, the same ones each time."""
    given = ask(example(scale))
    setting = setting_of(given.question, given.policy, weekly(given.dataset))
    return [compare(setting, setting.quarter(Dice(n, "quarter")), Dice(n, "futures")) for n in range(count)]


def section() -> str:
    """What is reported: two sizes of country."""
    rows = []
    for scale in SCALES:
        started = perf_counter()
        gains = quarters(scale, QUARTERS)
        seconds = f"{(perf_counter() - started) / QUARTERS:.1f}"
        by_itself = [one.by_itself / one.hindsight for one in gains]
        with_futures = [one.with_futures / one.hindsight for one in gains]
        rows += [
            (str(scale), "each batch by itself", *_told(by_itself), ""),
            (str(scale), f"with {FUTURES} futures", *_told(with_futures), seconds),
        ]
    head = ("scale", "way of placing", "share of hindsight, mean", "least", "most", "seconds a quarter, all three")
    return "\n".join((TITLE, "", WHAT, "", table(head, rows)))


def _told(shares: list[float]) -> tuple[str, str, str]:
    mean, least, most = (percent(Decimal(share)) for share in (fmean(shares), min(shares), max(shares)))
    return mean, least, most
