# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Serve until somebody stops it: processes that answer requests, all at one socket, and one that makes plans."""

import os
import socket
import threading
import time
from collections.abc import Callable
from tempfile import TemporaryDirectory

import waitress
from waitress.server import BaseWSGIServer

from luwte_web.operations.processes import COUNTS, Child, keep

SECONDS_TO_ANSWER = 25.0  # what is being answered when asked to stop; less than the parent waits
SECONDS_BETWEEN_LOOKS = 0.05


def serve_until_stopped(claimed: socket.socket, ready: Callable[[], None], *, is_demo: bool = False) -> None:
    """Answer requests until Ctrl-C or a polite kill; `ready` is called when the first can come. Raises NotStarted."""
    from django.conf import settings

    pages = [Child(answer_requests, (claimed, is_demo)) for _ in range(settings.PROCESSES)]
    with TemporaryDirectory(prefix="luwte-counts-") as folder:
        os.environ[COUNTS] = folder
        keep([*pages, Child(make_plans)], ready)


def answer_requests(stopped: threading.Event, ready: Callable[[], None], claimed: socket.socket, is_demo: bool) -> None:
    """One process that answers requests, in threads. When it is asked to stop, who is being answered is answered."""
    from luwte_web.start import set_up

    set_up()
    from luwte_web.accounts.demo import open_door
    from luwte_web.pages.country import warm

    if is_demo:
        open_door()
    warm()
    server = _server(claimed)
    threading.Thread(target=server.run, daemon=True).start()
    ready()
    stopped.wait()
    finish(server)


def make_plans(stopped: threading.Event, ready: Callable[[], None]) -> None:
    """The process that makes the plans that people ask for, beside the pages: a search takes a core for minutes."""
    from luwte_web.start import set_up

    set_up()
    from luwte_web.operations.health import beating
    from luwte_web.workspace.worker import run_until

    with beating():
        ready()
        run_until(stopped)


def _server(claimed: socket.socket) -> BaseWSGIServer:
    from django.conf import settings

    from luwte_web.wsgi import application

    proxy = {
        "trusted_proxy": settings.PROXY,
        "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
    }
    return waitress.create_server(
        application, sockets=[claimed], threads=settings.THREADS, ident=None, **(proxy if settings.IS_HTTPS else {})
    )


def finish(server: BaseWSGIServer) -> None:
    """Take no new connection, and wait for the answers that are under way."""
    server.accepting = False
    until = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < until and any(
        channel.requests or channel.total_outbufs_len for channel in list(server.active_channels.values())
    ):
        time.sleep(SECONDS_BETWEEN_LOOKS)
    server.task_dispatcher.shutdown()
