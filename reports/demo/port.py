"""Whether the demo can be served on a port.

The standard library alone: `make demo` runs this file by itself before anything is installed, with the port as its
argument, so that a taken port is said before the slow steps and not after them.
"""

import socket
import sys

HOST = "127.0.0.1"
HIGHEST = 65_535


class PortRefused(Exception):
    """`str()` is one line that says what is wrong and what to write instead."""


def free_port(text: str) -> int:
    """The port that `text` names, when this machine can serve on it now."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) <= HIGHEST):
        raise PortRefused(
            f"PORT is {text!r}; a whole number from 1 to {HIGHEST} is needed, for instance: make demo PORT=8010"
        )
    port = int(digits)
    fault = _fault_of(port)
    if isinstance(fault, PermissionError):
        raise PortRefused(f"Port {port} is for the system's own services; choose another: make demo PORT=8010")
    if fault is not None:
        raise PortRefused(f"Port {port} is taken; choose another: make demo PORT={_next_free(port)}")
    return port


def _fault_of(port: int) -> OSError | None:
    """Binds as a server would. A port that only has old closed connections is free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as fault:
            return fault
    return None


def _next_free(port: int) -> int:
    candidates = (*range(port + 1, min(port + 50, HIGHEST) + 1), *range(8001, 8050))
    return next((candidate for candidate in candidates if _fault_of(candidate) is None), 8010)


if __name__ == "__main__":
    try:
        free_port(sys.argv[1])
    except PortRefused as refusal:
        sys.exit(str(refusal))
