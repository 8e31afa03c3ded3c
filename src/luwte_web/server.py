# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Serve the pages on this machine until somebody stops it."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

import waitress
from django.conf import settings

from luwte_web.port import LOOPBACK
from luwte_web.wsgi import application

THREADS = 4


def serve_until_stopped(claimed: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests until Ctrl-C or a polite kill; `ready` is called when the first can come."""
    proxy = {"trusted_proxy": LOOPBACK, "trusted_proxy_headers": {"x-forwarded-proto"}} if settings.IS_HTTPS else {}
    server = waitress.create_server(application, sockets=[claimed], threads=THREADS, ident=None, **proxy)
    signal.signal(signal.SIGTERM, _stop)
    ready()
    server.run()


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
