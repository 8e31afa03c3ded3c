# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte demo` and `luwte serve`: the pages, and the plans that people ask for on them.

Nothing of Django is imported until one of the two runs; what needs it is imported after `start`.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import Refused, UsageRefused
from luwte.cli.frontier import FrontierOption
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.words import N_
from luwte_web import environment
from luwte_web.port import PortTaken, address_of, claim

DEFAULT_PORT = 8000

TAKEN = N_("Port {port} is in use by another program. Choose another: luwte {verb} --port {other}")
BOTH = N_("Give --data and --plan together: the plan, and the tables it was made from.")
OTHER_TABLES = N_("The plan in {plan} was made from other tables than those in {data}.")
NOTHING = N_(
    "There is nothing here yet. To look at an example, start with: luwte demo. For an installation of your own, add "
    "the first administrator: luwte user add ADDRESS --role administrator"
)
BROKEN = N_("The pages could not be started. The line above tells what broke; LUWTE_DEBUG=1 tells where.")
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
        _serve(desk, claimed, is_demo=True)


def serve(
    data: Data = None, plan: Plan = None, port: Port = DEFAULT_PORT, language: LanguageOption = Language.NL
) -> None:
    """Serve the pages: of the plan given, else of the one that was shown last, and those for who works here."""
    desk = Desk.speaking(language)
    with _claimed(port, "serve") as claimed:
        _start()
        if data or plan:
            _publish(data, plan)
        if not _is_something_here():
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


def _is_something_here() -> bool:
    """Whether there is a plan, a registry, or somebody who can sign in to bring one."""
    from luwte_web.accounts.models import User
    from luwte_web.artefacts import selectors
    from luwte_web.registry.selectors import latest_change

    return selectors.shown() is not None or bool(latest_change()) or User.objects.exists()


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
        claimed = claim(environment.listen(os.environ), port)
    except PortTaken:
        raise UsageRefused(TAKEN, port=str(port), verb=verb, other=str(port + 1)) from None
    with claimed:
        yield claimed


def _start() -> None:
    os.environ[environment.LAID_OUT] = "yes"
    from luwte_web.start import lay_out_static_files, start

    start()
    lay_out_static_files()


def _serve(desk: Desk, claimed: socket.socket, *, is_demo: bool = False) -> None:
    from luwte_web.operations.processes import NotStarted
    from luwte_web.server import serve_until_stopped

    with ExitStack() as waiting:
        progress = waiting.enter_context(desk.progress())
        progress(N_("Reading the plan"))

        def ready() -> None:
            waiting.close()
            desk.say(SERVING, address=address_of(claimed))

        try:
            serve_until_stopped(claimed, ready, is_demo=is_demo)
        except NotStarted:
            raise Refused(BROKEN) from None
    desk.tell(ENDED)
