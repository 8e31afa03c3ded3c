# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`--time-limit`, `--gap` and the first Ctrl-C: ways to have a plan sooner, with an honest gap."""

import math
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from types import FrameType
from typing import Annotated, TypedDict

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.model.receipt import Receipt
from luwte.placement import Limits
from luwte.words import N_

NOT_SECONDS = N_("--time-limit {given} cannot be read: give a number of seconds above 0, such as 60.")
NOT_A_GAP = N_("--gap {given} cannot be read: give a part from 0 to under 1, such as 0.005.")
STOPPING = N_("Stopping: the best plan so far is checked and written. Ctrl-C again stops at once and writes nothing.")
LEFT_OUT = N_("What was asked for beside the plan is left out.")
CUT = N_(
    "The search was ended by a limit in seconds or by a person: the gap tells how far the best plan can be at most, "
    "and making this plan again may give another."
)


def seconds(text: str) -> float:
    """Read a number of seconds above 0."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        raise UsageRefused(NOT_SECONDS, given=text)
    return value


def part(text: str) -> Decimal:
    """Read a gap: a decimal from 0 to under 1."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not (value.is_finite() and 0 <= value < 1):
        raise UsageRefused(NOT_A_GAP, given=text)
    return value


TimeLimitOption = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        parser=seconds,
        help=N_(
            "Search no longer than this, counted anew for each plan that is made: those of --recommend and --frontier "
            "too. Without it the same input gives the same plan everywhere."
        ),
        show_default=False,
    ),
]
GapOption = Annotated[
    Decimal | None,
    typer.Option(
        "--gap",
        metavar="G",
        parser=part,
        help=N_(
            "End the search once no plan can be better by more than this part, such as 0.005; that of the policy where "
            "left out."
        ),
        show_default=False,
    ),
]


class Asked(TypedDict):
    """The limits among the fields of a `Request`."""

    gap: str | None
    time_limit: float | None


@dataclass
class _Stop:
    """What Ctrl-C does while a search runs: first ask it to end, then stop everything."""

    desk: Desk
    is_asked: bool = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if self.is_asked:
            raise KeyboardInterrupt
        self.is_asked = True
        self.desk.tell(STOPPING)


@contextmanager
def stoppable(desk: Desk, time_limit: float | None, gap: Decimal | None) -> Iterator[Limits]:
    """Limits for the searches inside, which the first Ctrl-C ends as well; afterwards Ctrl-C does what it did.

    Where Ctrl-C would not stop the program (another thread, a handler of somebody else's) it is left alone.
    """
    stop = _Stop(desk)
    limits = Limits(time_limit, gap, lambda: stop.is_asked)
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield limits
        return
    signal.signal(signal.SIGINT, stop)
    try:
        yield limits
    finally:
        signal.signal(signal.SIGINT, before)


def still_wanted(
    desk: Desk, limits: Limits, frontier: bool, until: date | None, arrivals: int
) -> tuple[bool, date | None, int]:
    """What is made beside a plan; who stopped the search for the plan does not wait for the rest either."""
    if not limits.stopped():
        return frontier, until, arrivals
    if frontier or until or arrivals:
        desk.tell(LEFT_OUT)
    return False, None, 0


def asked_of(limits: Limits) -> Asked:
    """What was asked of the search, as the account of a plan keeps it."""
    return Asked(gap=None if limits.gap is None else str(limits.gap), time_limit=limits.seconds)


def tell_cut(desk: Desk, receipt: Receipt) -> None:
    """That the search was cut; nothing where it ended by itself."""
    if receipt.cut:
        desk.say(CUT)
