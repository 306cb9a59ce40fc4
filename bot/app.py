"""The composition root: the only place that puts the parts together."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import gc
import hashlib
import hmac
import secrets
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from random import Random

import structlog
from prometheus_client import CollectorRegistry, generate_latest
from starlette.routing import BaseRoute

from bot import backups
from bot import log as house_log
from bot.adapters.web import CannotListen, Desk, Joining, WebServer
from bot.calling import CallPool
from bot.chat import Chat
from bot.core import networks
from bot.house import TheHouse
from bot.platforms import Cannot, Platforms, joined
from bot.scheduler.clock import Clock
from bot.scheduler.deadline import Deadline
from bot.scheduler.jobs import Job, jobs
from bot.scheduler.line import Step
from bot.scheduler.meters import BacklogMeter, Meters
from bot.scheduler.outbox import Outbox
from bot.scheduler.roll import RollCall
from bot.settings import Settings
from bot.store import deliveries, held
from bot.store import networks as stored_networks
from bot.store.db import Store
from bot.store.deliveries import Backlog
from bot.store.digests import Keys
from bot.store.faults import StoreDown
from bot.views.delivered import show

log = structlog.get_logger()
THREADS = 16
TURN = 0.001
"""Seconds that one thread may hold up the others: whoever answers people waits for whoever draws a
post, at each of the dozen words that an answer exchanges with the database.
"""
STOP_WITHIN = 8.0


def derive(secret: str, purpose: str) -> bytes:
    """A key for one purpose from the house's secret (HKDF, RFC 5869, one block of SHA-256)."""
    pseudo_random = hmac.new(b"convenor", secret.encode(), hashlib.sha256).digest()
    return hmac.new(pseudo_random, purpose.encode() + b"\x01", hashlib.sha256).digest()


def outbox(
    store: Store,
    chats: Mapping[str, Chat],
    now: Callable[[], datetime],
    rng: Random,
    meters: Meters | None = None,
    step: Step = lambda _: None,
) -> Outbox:
    """The outbox, drawing each message as it stands when it is sent."""
    return Outbox(
        store, chats, lambda db, row: show(db, row, now()),
        now=now, rng=rng, meters=meters, step=step,
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC)


def set_up_code(store: Store, platforms: list[str]) -> str:
    """A new one-time code, where nobody has begun a network yet; else empty."""
    code = secrets.token_hex(4).upper()
    with store.write() as db:
        if stored_networks.begun(db, platforms):
            return ""
        networks.keep_code(db, code, _now())
    return code


def serve(settings: Settings) -> int:
    """Run the bot until it is asked to stop; returns the exit code."""
    return _until_stopped(settings, _serving)


def work(settings: Settings) -> int:
    """Deliver what is due, and listen to nobody, until asked to stop; returns the exit code."""
    return _until_stopped(settings, _working)


Running = Callable[[Settings, Store, Keys], contextlib.AbstractAsyncContextManager[None]]


def _until_stopped(settings: Settings, running: Running) -> int:
    house_log.set_up(settings.log_level)
    sys.setswitchinterval(TURN)
    try:
        asyncio.run(_run(settings, running))
    except Cannot as reason:
        print(reason, file=sys.stderr)  # noqa: T201 -- for the person who started it
        return 2
    return 0


async def _run(settings: Settings, running: Running) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    store = Store(settings.database)
    try:
        await asyncio.to_thread(store.migrate)
    except StoreDown as down:
        raise Cannot(str(down)) from down
    keys = tuple(derive(secret, "accounts") for secret in settings.secret_keys)
    async with running(settings, store, keys):
        await stop.wait()
        log.info("house.stops")
    store.close()


@contextlib.asynccontextmanager
async def _working(settings: Settings, store: Store, keys: Keys) -> AsyncIterator[None]:
    """What delivers, started in order, and stopped in the opposite one."""
    pool = ThreadPoolExecutor(1, "call")
    house = TheHouse(store, now=_now, keys=keys, wake=lambda: None)
    platforms = joined(settings, house, pool, listen=False)
    chats = platforms.chats
    clock = Clock(outbox(store, chats, _now, Random()), jobs(store))  # noqa: S311 -- jitter
    deadline = Deadline(STOP_WITHIN)
    async with contextlib.AsyncExitStack() as started:
        await _begin(started, deadline, pool, platforms, clock)
        print(f"Convenor delivers, on {' and '.join(chats)}.", flush=True)  # noqa: T201
        yield


@contextlib.asynccontextmanager
async def _serving(settings: Settings, store: Store, keys: Keys) -> AsyncIterator[None]:
    """Everything started in order, and on leaving stopped in the opposite one, so that nothing is
    lost. No more calls come in by HTTP; what is being sent arrives, while the platforms can still
    be spoken to, and nothing more is begun; then each platform's calls in work are answered. What
    those make due goes out at the next start.
    """
    here = _alone(settings)
    house = TheHouse(store, now=_now, keys=keys, wake=lambda: None, public=settings.public_url)
    pool = CallPool(house, THREADS)
    platforms = joined(settings, house, pool)
    chats = platforms.chats
    registry = CollectorRegistry()
    meters = Meters(registry, chats)
    BacklogMeter(registry, lambda: _backlog(store, list(chats)))
    clock = Clock(
        outbox(store, chats, _now, Random(), meters),  # noqa: S311 -- jitter, no secret
        (*jobs(store, meters), *_daily(settings, store)),
    )
    roll = RollCall(store, chats, _now, keys)
    house.wake, house.acted = clock.wake, roll.wake
    web = WebServer(
        settings.host,
        settings.port,
        platforms.endpoints,
        ready=lambda: clock.state() | platforms.links(),
        numbers=lambda: generate_latest(registry),
        pages=_pages(house) if settings.public_url else (),
    )
    deadline = Deadline(STOP_WITHIN)
    async with contextlib.AsyncExitStack() as started:
        started.enter_context(here)
        await _begin(started, deadline, pool, platforms, clock)
        roll.start()
        started.push_async_callback(deadline.hold, roll.stop)
        await _listen(web)
        started.push_async_callback(deadline.hold, web.stop)
        _greet(settings, store, list(chats), web.port)
        _spare_what_stays()
        yield


@contextlib.contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """A SQLite file has one house. The lock goes with its process, however it ends. Raises Cannot
    where another one has it.
    """
    if not settings.database.startswith("sqlite"):
        yield
        return
    with (settings.data_dir / "serving").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            raise Cannot(
                f"A bot is running already in DATA_DIR ({settings.data_dir}). Stop that one first;"
                " several at once need PostgreSQL."
            ) from taken
        yield


def _pages(house: TheHouse) -> list[BaseRoute]:
    """What people see without an account."""
    return [*Desk(house, _now).routes(), *Joining(house).routes()]


async def _begin(
    started: contextlib.AsyncExitStack,
    deadline: Deadline,
    pool: ThreadPoolExecutor,
    platforms: Platforms,
    clock: Clock,
) -> None:
    started.callback(pool.shutdown)
    await platforms.start(started, deadline)
    clock.start()
    started.push_async_callback(lambda: clock.stop(deadline.left()))


async def _listen(web: WebServer) -> None:
    try:
        await web.start()
    except CannotListen as reason:
        raise Cannot(str(reason)) from reason


def _spare_what_stays() -> None:
    """Else Python would look through all of it again and again for garbage, while everybody
    waits.
    """
    gc.collect()
    gc.freeze()


def _daily(settings: Settings, store: Store) -> tuple[Job, ...]:
    """A backup a day of a SQLite file; PostgreSQL has its own ways, and several of us. Old ones go,
    whatever database they are of.
    """
    where = backups.folder(settings)
    drop = Job("old-backups", backups.EVERY, lambda at: backups.drop_old(where, at))
    if not settings.database.startswith("sqlite"):
        return (drop,)
    return Job("backup", backups.EVERY, lambda at: backups.daily(store, where, at)), drop


def _backlog(store: Store, platforms: list[str]) -> Mapping[str, Backlog]:
    try:
        with store.read() as db:
            return deliveries.backlog(db, platforms, _now())
    except Exception as error:  # the other numbers can be read all the same
        log.warning("metrics.unread", exc_info=error)
        return {}


def _greet(settings: Settings, store: Store, platforms: list[str], port: int) -> None:
    lines = [
        f"Convenor is running, on {' and '.join(platforms)}; http://{settings.host}:{port}/healthz"
    ]
    if code := set_up_code(store, platforms):
        lines.append(
            f"No network has begun yet. In its channel type: /network set-up {code}\n"
            "(works once, for a week; an administrator needs no code)"
        )
    with store.read() as db:
        waiting = len(held.networks(db))
    if waiting:
        lines.append(
            f"After a restore, {waiting} of the networks wait for a coordinator to say what is to "
            "be sent: /network shows it to them."
        )
    print("\n".join(lines), flush=True)  # noqa: T201 -- for the person who started it


def migrate(settings: Settings) -> int:
    """Bring the tables up to date."""
    try:
        Store(settings.database).migrate()
    except StoreDown as down:
        print(down, file=sys.stderr)  # noqa: T201 -- for the person who started it
        return 2
    print("The database is up to date.")  # noqa: T201 -- for the person who started it
    return 0
