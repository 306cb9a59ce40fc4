"""A form that is open while the house stops and starts again is saved when it is sent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest
from sqlmodel import select

from bot.adapters.slack.loopback import NoAnswer
from bot.adapters.stage import Stage
from bot.store.db import Store
from bot.store.tables import Meeting
from tests.serve.house import Town, town, until

pytestmark = [pytest.mark.must_hold("A2", 6), pytest.mark.timeout(300)]

LONG = ("Bring one robot for each of us. " * 100)[:1200].strip()
NO_ANSWER = (NoAnswer, ConnectionError, TimeoutError, aiohttp.ClientError)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """Ana has a network on each platform, and the form that plans a meeting open on both."""
    async with town(tmp_path, ["Ana", "Ben"]) as place:
        place.discord.patience = 5.0
        await place.house.start()
        for stage in stages(place):
            await stage.types("Ana", "northshire", "/network set-up")
            await until(lambda: place.appeared("form", "Set up your network"), "the set-up")
            await stage.fills("Ana", {"What is your network called?": "Northshire"})
            place.shown.clear()
            await stage.types("Ana", "northshire", "/meeting plan Robotics, 1.12.2090 16:00")
            await until(lambda: place.appeared("form", "Robotics"), "the form is open")
            place.shown.clear()
        yield place


def stages(place: Town) -> tuple[Stage, Stage]:
    return place.on_slack, place.discord


def planned(place: Town) -> list[str]:
    """What is told of each meeting that is planned."""
    store = Store(f"sqlite:///{place.data / 'convenor.db'}")
    with store.read() as db:
        found = list(db.all(select(Meeting.about)))
    store.close()
    return found


async def test_that_was_open_during_a_restart(place: Town) -> None:
    await place.house.stop()
    await place.house.start()
    for stage in stages(place):
        await stage.fills("Ana", {"What is it about?": LONG})

    assert planned(place) == [LONG, LONG]


async def test_that_is_sent_while_the_house_stops(place: Town) -> None:
    """It is saved or the person sees that it was not, and sends it again: either way once."""
    opened = dict(place.discord.world.forms)
    stopping = asyncio.create_task(place.house.stop())
    answered = await asyncio.gather(
        *(stage.fills("Ana", {"What is it about?": LONG}) for stage in stages(place)),
        return_exceptions=True,
    )
    code, _ = await stopping
    await place.house.start()
    place.discord.world.forms = opened  # Discord's client keeps a form that nobody took
    for stage, answer in zip(stages(place), answered, strict=True):
        assert answer is None or isinstance(answer, NO_ANSWER)
        if answer is not None:
            with suppress(*NO_ANSWER):
                await stage.fills("Ana", {"What is it about?": LONG})

    assert code == 0
    assert planned(place) == [LONG, LONG]
