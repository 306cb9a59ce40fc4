"""A link to Slack that is dead, silently or not, is noticed, told, and mended."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_run import staged
from bot.adapters.slack.times import Times
from bot.adapters.stage import Seen
from bot.chat import Busy
from tests.adapters.slack.conftest import Staged
from tests.adapters.slack.tiny import TinyHouse, moment, reply

QUICK = Times(pulse=0.1, quiet=0.3, connecting=0.5, again=0.05, at_last=0.2, leaving=0.5)
ANSWER = Seen("private", "#robotics", "Ben", "Nothing is planned.")
Break = Callable[[LoopbackSlack], Awaitable[None]]


@pytest.fixture
async def by_socket(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> AsyncIterator[Staged]:
    house.answers["/meeting"] = reply("Nothing is planned.")
    async with staged(
        slack, house, pool, moment, socket_mode=True, patience=0.5, times=QUICK
    ) as both:
        yield both


async def until(app: SlackApp, *, well: bool) -> float:
    """The seconds until the link is well, or is not."""
    began = time.monotonic()
    async with asyncio.timeout(5):
        while app.link_ok() is not well:  # noqa: ASYNC110 -- a link says nothing by itself
            await asyncio.sleep(0.01)
    return time.monotonic() - began


async def falls_silent(slack: LoopbackSlack) -> None:
    slack.sockets.mute = True


async def hangs_up(slack: LoopbackSlack) -> None:
    await slack.sockets.close()


async def is_gone_for_a_while(slack: LoopbackSlack) -> None:
    await slack.go_away()


@pytest.mark.parametrize("breaks", [falls_silent, hangs_up, is_gone_for_a_while])
async def test_a_socket_that_is_dead_is_renewed(
    slack: LoopbackSlack, by_socket: Staged, breaks: Break
) -> None:
    app, stage = by_socket
    await stage.types("Ben", "robotics", "/meeting")
    await breaks(slack)
    await until(app, well=False)
    slack.sockets.mute = False
    if breaks is is_gone_for_a_while:
        await slack.come_back()
    await until(app, well=True)
    await stage.types("Ben", "robotics", "/meeting")
    assert stage.seen() == [ANSWER, ANSWER]


async def test_an_address_that_does_not_greet_is_given_up(
    slack: LoopbackSlack, by_socket: Staged
) -> None:
    app, stage = by_socket
    slack.faults += [Fault("apps.connections.open", kind) for kind in ("fail", "busy", "hang")]
    await slack.sockets.close()
    await until(app, well=False)
    await until(app, well=True)
    await stage.types("Ben", "robotics", "/meeting")
    assert stage.seen() == [ANSWER]


async def test_a_socket_that_slack_wants_renewed_is_used_to_its_end(
    slack: LoopbackSlack, by_socket: Staged, house: TinyHouse
) -> None:
    _, stage = by_socket
    house.gate.clear()
    typing = asyncio.create_task(stage.types("Ben", "robotics", "/meeting"))
    async with asyncio.timeout(5):
        while not any(call.method == "users.info" for call in slack.received):
            slack.stirred.clear()
            await slack.stirred.wait()
        old = slack.sockets.open[-1]
        await slack.sockets.renew()
        while slack.sockets.open[-1] is old:
            slack.stirred.clear()
            await slack.stirred.wait()
    house.gate.set()
    await typing
    await stage.types("Ben", "robotics", "/meeting")
    assert stage.seen() == [ANSWER, ANSWER]


async def test_over_http_too_a_slack_that_is_away_is_noticed_where_nothing_is_sent(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    async with staged(slack, house, pool, moment, patience=0.5, times=QUICK) as (app, _):
        assert app.link_ok()
        await slack.go_away()
        await until(app, well=False)
        await slack.come_back()
        await until(app, well=True)
        slack.token = "xoxb-another"
        await until(app, well=False)


def test_all_of_it_takes_less_than_a_minute() -> None:
    times = Times()
    assert times.pulse + 10 < 60
    assert times.quiet * 1.5 + times.at_last + times.connecting < 60


async def test_a_workspace_bears_so_many_calls_of_a_method_a_minute(
    slack: LoopbackSlack, app: SlackApp
) -> None:
    slack.world.limits.tiers = True
    for _ in range(102):
        with suppress(Busy):
            await app.chat._people.known("U1ANA")
        app.chat._people.forget("U1ANA")
    assert slack.limited == 2
