"""No test reaches the world: this process connects to loopback and Unix sockets only."""

import ipaddress
import socket
import sys

# Which argument of each event is the address.
ASKED = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}


def stay_at_home(event: str, arguments: tuple[object, ...]) -> None:
    """Refuses an address that is not of this machine; of names only localhost is looked up."""
    if event not in ASKED or getattr(arguments[0], "family", None) == socket.AF_UNIX:
        return
    address = arguments[ASKED[event]]
    host = address[0] if isinstance(address, tuple) else address
    text = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        at_home = text == "localhost" or ipaddress.ip_address(text).is_loopback
    except ValueError:
        at_home = False
    # Names that end so exist nowhere (RFC 6761): a test may look for one in vain.
    at_home = at_home or text.endswith(".invalid")
    # 0.0.0.0 and :: are where a server listens; nothing outside answers there.
    if not at_home and text not in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not listened on
        raise RuntimeError(f"A test wanted to reach {text}; tests talk to this machine only.")


# Python asks this hook before it opens any connection, so nothing has to be patched.
sys.addaudithook(stay_at_home)
