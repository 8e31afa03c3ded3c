# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Serve the pages on this machine until somebody stops it."""

import signal
import socket
import threading
from collections.abc import Callable

import waitress
from django.conf import settings

from luwte_web.port import LOOPBACK
from luwte_web.wsgi import application

THREADS = 4


def serve_until_stopped(claimed: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests until Ctrl-C or a polite kill; `ready` is called when the first can come."""
    proxy = {"trusted_proxy": LOOPBACK, "trusted_proxy_headers": {"x-forwarded-proto"}} if settings.IS_HTTPS else {}
    server = waitress.create_server(application, sockets=[claimed], threads=THREADS, ident=None, **proxy)
    asked_to_stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda *_: asked_to_stop.set())
    threading.Thread(target=server.run, daemon=True).start()
    ready()
    asked_to_stop.wait()
    server.task_dispatcher.shutdown()
