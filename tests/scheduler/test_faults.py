"""A platform that does not say what it has done, fails, refuses, hangs, or is not there."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from random import Random

import pytest

from bot.adapters.discord.chat import DiscordChat
from bot.adapters.slack.chat import SlackChat
from bot.chat import Person, Place, Profile, Talk
from bot.scheduler.clock import HandClock
from bot.scheduler.outbox import Outbox
from bot.ui import Message, message_text
from tests.scheduler.post_office import NOON
from tests.scheduler.town import Town, town
from tests.scheduler.worker import chat_to, draw
from tests.serve.house import free_port

Size = Callable[[int, int], int]
PATIENCE = 3.0
NEVER_LEFT = ("429", "refused", "no such name")
HAD_LEFT = ("500", "503", "hang", "drop after")
ALSO_ON_DISCORD = ("500 after", "503 after", "hang after")
OFTEN = 9
"""So many tries take longer than Discord is known to remember a nonce."""


@dataclass
class Astray:
    """The chat, but that posts of some texts first go to an address where nobody is."""

    chat: SlackChat | DiscordChat
    astray: dict[str, SlackChat | DiscordChat]

    def __post_init__(self) -> None:
        self.platform, self.pace = self.chat.platform, self.chat.pace
        self.abilities = self.chat.abilities

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        text = message_text(message, controls=False)
        return await self.astray.pop(text, self.chat).post(to, message, key)

    async def open_talk(self, talk: Talk) -> Place:
        return await self.chat.open_talk(talk)

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:
        await self.chat.edit(to, ref, message)

    async def find(
        self, to: Place | Person, message: Message, since: datetime, but: Collection[str]
    ) -> str | None:
        return await self.chat.find(to, message, since, but)

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:
        return await self.chat.members(place)

    async def is_here(self, who: Person, workspaces: Collection[str]) -> bool | None:
        return await self.chat.is_here(who, workspaces)


def what_goes_wrong(it: Town, chance: Random) -> dict[str, str]:
    """One post in twenty, and how: each way in turn."""
    also = ALSO_ON_DISCORD if it.orders.platform == "discord" else ()
    ways = (*NEVER_LEFT, *HAD_LEFT, *also)
    unlucky = chance.sample(it.planned, len(it.planned) // 20)
    return dict(zip(unlucky, cycle(ways), strict=False))


@asynccontextmanager
async def faulty(it: Town, wrong: dict[str, str]) -> AsyncIterator[Astray]:
    """The chat to the platform on which that goes wrong, much of it again and again."""
    platform, token = it.orders.platform, it.orders.token
    nowhere = f"http://127.0.0.1:{free_port()}/", "http://nobody.invalid/"
    async with (
        chat_to(platform, it.orders.api, token, PATIENCE) as chat,
        chat_to(platform, nowhere[0], token, PATIENCE) as refused,
        chat_to(platform, nowhere[1], token, PATIENCE) as nameless,
    ):
        lost = {"refused": refused, "no such name": nameless}
        for text, fault in wrong.items():
            if fault not in lost:
                it.there.spoil(f":{text}:", fault, 1 if "hang" in fault else OFTEN)
        yield Astray(chat, {text: lost[way] for text, way in wrong.items() if way in lost})


@pytest.mark.must_hold("A2", 2)
@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_nothing_appears_twice_or_is_lost(
    sqlite_url: str, platform: str, size: Size, figure: Callable[[str], None]
) -> None:
    clock, chance = HandClock(NOON), Random(5)
    async with town(sqlite_url, platform, size(100, 20), now=clock.now) as it:
        it.plan(size(1000, 200))
        wrong = what_goes_wrong(it, chance)
        async with faulty(it, wrong) as chat:
            box = Outbox(it.store, {platform: chat}, draw, now=clock.now, rng=chance)
            await clock.advance(box, NOON + timedelta(hours=1))

        it.none_twice_none_lost()
        left = {text for text, way in wrong.items() if way in HAD_LEFT}
        doubt = left if platform == "slack" else set()
        assert set(it.in_doubt()) == doubt
        stands = Counter(it.there.standing())
        assert {text for text in it.planned if stands[text] == 0} <= doubt
        ways = ", ".join(sorted(set(wrong.values())))
        figure(
            f"{platform}: {len(it.planned)} posts, {len(wrong)} went wrong ({ways}),"
            f" 0 twice, 0 lost, {len(doubt)} in doubt"
        )
