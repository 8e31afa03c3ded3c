# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte demo` and `luwte serve`: the pages on this machine.

Nothing of Django is imported until one of the two runs; what needs it is imported after `start`.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.frontier import FrontierOption
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.words import N_
from luwte_web.port import PortTaken, address_of, claim

DEFAULT_PORT = 8000

TAKEN = N_("Port {port} is in use by another program. Choose another: luwte {verb} --port {other}")
BOTH = N_("Give --data and --plan together: the plan, and the tables it was made from.")
OTHER_TABLES = N_("The plan in {plan} was made from other tables than those in {data}.")
NOTHING = N_("There is no plan to show yet. Give one with --data and --plan, or start with: luwte demo")
WRONG_SCALE = N_("--scale must be a number from {smallest} to {largest}, not '{given}'.")
SERVING = N_("Luwte is ready. Open {address} in your browser; Ctrl-C stops it.")
ENDED = N_("Stopped. The data is kept.")

Port = Annotated[int, typer.Option(min=1, max=65535, metavar="PORT", help=N_("Port on this machine."))]
Scale = Annotated[
    str, typer.Option(metavar="S", help=N_("Size of the example when it is made: 1 is the whole country."))
]
Data = Annotated[Path | None, typer.Option(metavar="DIR", help=N_("Tables that the plan was made from."))]
Plan = Annotated[Path | None, typer.Option(metavar="OUT", help=N_("Plan to show, as luwte plan wrote it."))]


def demo(
    port: Port = DEFAULT_PORT,
    scale: Scale = "1",
    frontier: FrontierOption = False,
    language: LanguageOption = Language.NL,
) -> None:
    """Make the example country where there is none, plan it, and show it on this machine."""
    desk = Desk.speaking(language)
    size = _size(scale)
    with _claimed(port, "demo") as claimed:
        _start()
        from luwte_web import example
        from luwte_web.accounts.demo import open_door

        with desk.progress() as progress:
            example.publish_where_missing(size, language, progress, with_frontier=frontier)
            example.bring_in_where_empty(language, progress)
        open_door()
        _serve(desk, claimed)


def serve(
    data: Data = None, plan: Plan = None, port: Port = DEFAULT_PORT, language: LanguageOption = Language.NL
) -> None:
    """Show a plan on this machine: the one given, else the one that was shown last."""
    desk = Desk.speaking(language)
    with _claimed(port, "serve") as claimed:
        _start()
        from luwte_web.artefacts import selectors

        if data or plan:
            _publish(data, plan)
        if selectors.shown() is None:
            raise UsageRefused(NOTHING)
        _serve(desk, claimed)


def _publish(data: Path | None, plan: Path | None) -> None:
    from luwte_web.artefacts import services

    if data is None or plan is None:
        raise UsageRefused(BOTH)
    try:
        services.publish_folders(data, plan)
    except services.PlanOfOtherDataset:
        raise UsageRefused(OTHER_TABLES, plan=str(plan), data=str(data)) from None


def _size(text: str) -> Fraction:
    from luwte.data.example import LARGEST, SMALLEST

    try:
        size = Fraction(text)
    except (ValueError, ZeroDivisionError):
        size = Fraction(0)
    if not SMALLEST <= size <= LARGEST:
        raise UsageRefused(WRONG_SCALE, smallest=str(float(SMALLEST)), largest=str(LARGEST), given=text)
    return size


@contextmanager
def _claimed(port: int, verb: str) -> Iterator[socket.socket]:
    """The port, taken before any work is done for it."""
    try:
        claimed = claim(port)
    except PortTaken:
        raise UsageRefused(TAKEN, port=str(port), verb=verb, other=str(port + 1)) from None
    with claimed:
        yield claimed


def _start() -> None:
    from luwte_web.start import start

    start()


def _serve(desk: Desk, claimed: socket.socket) -> None:
    from luwte_web.pages.country import warm
    from luwte_web.server import serve_until_stopped

    with desk.progress() as progress:
        progress(N_("Reading the plan"))
        warm()
    serve_until_stopped(claimed, lambda: desk.say(SERVING, address=address_of(claimed)))
    desk.tell(ENDED)
