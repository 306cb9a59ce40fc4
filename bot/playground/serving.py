"""Starts the playground, on this machine's own address alone."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys

import uvicorn

from bot import log as house_log
from bot.playground.game import Game
from bot.playground.site import site
from bot.views.words import words

HOST, PORT = "127.0.0.1", 8765


def serve(port: int = PORT) -> int:
    """Serve the playground until Ctrl-C; returns the exit code."""
    house_log.set_up("WARNING")
    try:
        bound = socket.create_server((HOST, port))
    except OSError:
        why = f"Port {port} is taken: another trial may run. Give another: --port {port + 1}"
        print(why, file=sys.stderr)  # noqa: T201 -- for the person who started it
        return 2
    try:
        asyncio.run(_serve(bound))
    except KeyboardInterrupt:
        print()  # noqa: T201 -- the prompt stands on this line
    return 0


async def _serve(bound: socket.socket) -> None:
    game = Game(words("en"))
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _end)  # as Ctrl-C does: else the folder of the trial stays
    # It would say at the end which browsers had to be left.
    logging.getLogger("uvicorn.error").disabled = True
    game.address = f"http://{HOST}:{bound.getsockname()[1]}"
    await game.begin()
    config = uvicorn.Config(
        site(game), log_config=None, access_log=False, server_header=False, ws="none",
        lifespan="off", proxy_headers=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    print(f"Convenor, on trial: open {game.address}/ in a browser; Ctrl-C ends it.", flush=True)  # noqa: T201 -- as above
    server = uvicorn.Server(config)
    game.is_over = lambda: server.should_exit
    try:
        await server.serve(sockets=[bound])
    finally:
        await game.close()


def _end(*_: object) -> None:
    raise KeyboardInterrupt
