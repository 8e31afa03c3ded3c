# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A port to listen at: of the loopback address, which nobody else can reach, unless another address is set."""

import socket


class PortTaken(Exception):  # noqa: N818 - it says what is so
    """Another program listens there."""


def claim(address: str, port: int) -> socket.socket:
    """Take a port of an address, before any work is done for it; raises PortTaken."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((address, port))
    except OSError:
        taken.close()
        raise PortTaken(port) from None
    return taken


def address_of(claimed: socket.socket) -> str:
    """What to type into a browser."""
    address, port = claimed.getsockname()
    return f"http://{address}:{port}/"
