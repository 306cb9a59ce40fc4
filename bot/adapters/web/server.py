"""A web server that the house starts and stops itself."""

import asyncio
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.adapters.web.site import Numbers, Ready, site

GRACE = 5
"""Seconds that requests in work have to finish."""


class CannotListen(Exception):
    """The address or port cannot be had: what is wrong, and how to mend it."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.what = f"Nothing can listen on {host}, port {port}: {reason}."
        self.mend = (
            "Is the bot running already? Else set PORT to a free port, and HOST to an address of"
            " this machine."
        )
        super().__init__(f"{self.what} {self.mend}")


class _Uvicorn(uvicorn.Server):
    """Leaves signals to the house, which has more to stop than this."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


class WebServer:
    """Serves the site on one address. `apps` are ASGI apps by path; port 0 takes any free one."""

    def __init__(
        self,
        host: str,
        port: int,
        apps: Mapping[str, ASGIApp],
        ready: Ready,
        numbers: Numbers,
        pages: Sequence[BaseRoute] = (),
    ) -> None:
        self._host = host
        self.port = port
        config = uvicorn.Config(
            site(apps, ready, numbers, pages),
            # The house's own log is in charge, and who asked for what is nobody's business.
            log_config=None,
            access_log=False,
            server_header=False,
            # From a proxy that FORWARDED_ALLOW_IPS names the address is taken of who asks, to count
            # wrong tries; it is kept nowhere.
            proxy_headers=True,
            ws="none",
            lifespan="off",
            timeout_graceful_shutdown=GRACE,
        )
        self._server = _Uvicorn(config)
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen; when this returns, `port` is the one that is bound. Raises CannotListen."""
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        try:
            bound = socket.create_server((self._host, self.port), family=family)
        except OSError as fault:
            raise CannotListen(self._host, self.port, fault.strerror or str(fault)) from fault
        self.port = bound.getsockname()[1]
        self._serving = asyncio.create_task(self._server.serve(sockets=[bound]))

    async def stop(self) -> None:
        """Take no more requests; returns when those in work are finished, or after some seconds."""
        if self._serving:
            self._server.should_exit = True
            await self._serving
