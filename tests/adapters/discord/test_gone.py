"""Who has left the server is asked for again, and gets nothing; each by their number (R15)."""

import asyncio
import time

import pytest

from bot.adapters.discord.chat import ASKING, DiscordChat
from bot.adapters.discord.loopback import shapes
from bot.adapters.discord.parse import _picked, order
from bot.adapters.discord.rest import Rest
from bot.chat import Busy, Gone, LockedOut, Person, Unknown
from bot.ui import Message, Para, words
from tests.adapters.discord.conftest import Scene

BEN = Person("discord", "discord", "102")
HERE = (shapes.GUILD,)
HELLO = Message("Hello", (Para(words("all")),))


async def test_who_has_left_the_server_is_not_here_and_gets_nothing(scene: Scene) -> None:
    chat = scene.app.chat
    before = await chat.is_here(BEN, HERE)
    scene.platform.leaves("Ben")
    after = await chat.is_here(BEN, HERE)
    with pytest.raises(Gone, match="50278"):
        await chat.post(BEN, HELLO, "k1")
    scene.platform.leaves("Ben", back=True)

    assert (before, after, await chat.is_here(BEN, HERE)) == (True, False, True)
    assert scene.platform.seen() == []
    asked = [r.path for r in scene.platform.received if "/members/" in r.path]
    assert asked == [f"/guilds/{shapes.GUILD}/members/102"] * 3


@pytest.mark.parametrize(
    ("servers", "here"),
    [((), None), (("900000000000000999",), None), (("900000000000000999", shapes.GUILD), True)],
)
async def test_a_server_on_which_we_are_not_tells_nothing(
    scene: Scene, servers: tuple[str, ...], here: bool | None
) -> None:
    assert await scene.app.chat.is_here(BEN, servers) is here


async def test_who_left_one_server_and_of_another_nobody_knows_is_not_said_to_be_gone(
    scene: Scene,
) -> None:
    scene.platform.leaves("Ben")

    assert await scene.app.chat.is_here(BEN, ("900000000000000999", shapes.GUILD)) is None


async def test_an_account_that_is_no_more_is_gone(scene: Scene) -> None:
    assert await scene.app.chat.is_here(Person("discord", "discord", "999"), HERE) is False


@pytest.mark.parametrize(("fault", "raised"), [("429", Busy), ("401", LockedOut), ("500", Unknown)])
async def test_where_discord_does_not_answer_nobody_is_gone(
    scene: Scene, fault: str, raised: type[Exception]
) -> None:
    scene.platform.fail("GET", "/members/", fault)  # type: ignore[arg-type]
    with pytest.raises(raised):
        await scene.app.chat.is_here(BEN, HERE)


async def test_questions_after_people_leave_room_for_all_else(scene: Scene) -> None:
    chat = DiscordChat(Rest(scene.platform.token, scene.platform.api_base))
    begun = time.monotonic()
    await asyncio.gather(*(chat.is_here(BEN, HERE) for _ in range(4)))
    took = time.monotonic() - begun
    await chat.rest.close()

    assert took >= 4 * ASKING
    assert 1 / ASKING + DiscordChat.pace.per_second < 50


async def test_a_bot_that_is_picked_says_so() -> None:
    users = {"1": {"id": "1", "username": "robot", "bot": True}, "2": {"id": "2", "username": "b"}}

    assert {id_: who.bot for id_, who in _picked({"users": users})} == {"1": True, "2": False}


async def test_later_acts_have_a_higher_order_and_it_is_a_time() -> None:
    at = (1_800_000_000_000 - 1_420_070_400_000) << 22
    ids = [at, at + 1, at + 2, at + (1 << 12), at + 4095, at + (1 << 22)]
    orders = sorted(map(order, ids))

    assert order(at) == 1_800_000_000 * 10**9
    assert order(at + (1 << 22)) == orders[-1] > order(at + 4095) > order(at + 2) > order(at + 1)
