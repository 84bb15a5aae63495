"""Ports for programs that a test starts."""

from __future__ import annotations

import socket


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody uses now."""
    for first in range(18_000, 28_000, number):
        sockets = []
        try:
            for port in range(first, first + number):
                sockets.append(socket.socket())
                sockets[-1].bind(("127.0.0.1", port))
        except OSError:
            continue
        else:
            return first
        finally:
            for each in sockets:
                each.close()
    message = "there are no free ports"
    raise AssertionError(message)
