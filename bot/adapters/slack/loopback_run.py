"""A loopback Slack, the real adapter and a stage, put together over real sockets."""

import socket
import time
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import Executor
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.slack.times import Times
from bot.adapters.stage import Actor, Moment, Room
from bot.commands.calls import House


@asynccontextmanager
async def loopback(
    actors: Iterable[Actor], rooms: Iterable[Room], clock: Callable[[], float] = time.time
) -> AsyncIterator[LoopbackSlack]:
    """A loopback Slack that listens, for as long as the `async with` lasts."""
    slack = LoopbackSlack(actors, rooms, clock=clock)
    await slack.start()
    try:
        yield slack
    finally:
        await slack.stop()


@asynccontextmanager
async def staged(
    slack: LoopbackSlack,
    house: House,
    pool: Executor,
    moment: Moment,
    *,
    socket_mode: bool = False,
    patience: float = 10.0,
    times: Times | None = None,
    thinks: float | None = None,
) -> AsyncIterator[tuple[SlackApp, SlackStage]]:
    """The adapter, started and joined to it by signed HTTP or by Socket Mode; and the stage."""
    app = SlackApp(
        token=slack.token,
        signing_secret=None if socket_mode else slack.signing_secret,
        app_token=slack.app_token if socket_mode else None,
        base_url=slack.api,
        house=house,
        pool=pool,
        clock=slack.world.clock,
        timeout=patience,
        times=times,
        patience=thinks,
    )
    async with serving(app.endpoint) as slack.request_url:
        await app.start()
        try:
            yield app, SlackStage(slack, moment, app.idle)
        finally:
            await app.stop()


@asynccontextmanager
async def serving(endpoint: ASGIApp | None) -> AsyncIterator[str]:
    """The address at which `endpoint` is served on a free port, or empty where there is none."""
    if endpoint is None:
        yield ""
        return
    config = uvicorn.Config(endpoint, lifespan="off", log_config=None, ws="none")
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        # Not serve(): it would take this process's signals for itself.
        await server.startup(sockets=[door])
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}/slack/events"
        finally:
            await server.shutdown(sockets=[door])
