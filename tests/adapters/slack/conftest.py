from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_run import loopback, staged
from bot.adapters.slack.loopback_stage import SlackStage
from tests.adapters import schemas_slack
from tests.adapters.slack.tiny import (
    ANA,
    BEN,
    CLEO,
    DEV,
    OTHERS,
    ROBOTICS,
    Clock,
    TinyHouse,
    moment,
)

Staged = tuple[SlackApp, SlackStage]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house() -> TinyHouse:
    return TinyHouse()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


@pytest.fixture
async def slack(clock: Clock) -> AsyncIterator[LoopbackSlack]:
    """A loopback Slack; whatever it has received by the end is held against Slack's schemas."""
    async with loopback((ANA, BEN, CLEO, DEV), (ROBOTICS, OTHERS), clock) as slack:
        yield slack
    if schemas_slack.here():
        for received in slack.received:
            schemas_slack.check_call(received.method, received.body)


@pytest.fixture
async def joined(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> AsyncIterator[Staged]:
    async with staged(slack, house, pool, moment, patience=1.0) as both:
        yield both


@pytest.fixture
def app(joined: Staged) -> SlackApp:
    return joined[0]


@pytest.fixture
def stage(joined: Staged) -> SlackStage:
    return joined[1]
