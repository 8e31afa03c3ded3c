# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A port of this machine, of the loopback address alone: nobody else can reach it."""

import socket

LOOPBACK = "127.0.0.1"


class PortTaken(Exception):  # noqa: N818 - it says what is so
    """Another program listens there."""


def claim(port: int) -> socket.socket:
    """Take a port of the loopback address, before any work is done for it; raises PortTaken."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((LOOPBACK, port))
    except OSError:
        taken.close()
        raise PortTaken(port) from None
    return taken


def address_of(claimed: socket.socket) -> str:
    """What to type into a browser."""
    return f"http://{LOOPBACK}:{claimed.getsockname()[1]}/"
