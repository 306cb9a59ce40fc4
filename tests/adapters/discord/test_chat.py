"""Posts, edits, threads and direct messages, and what becomes of them when something goes wrong."""

import asyncio
import socket
from contextlib import ExitStack
from typing import get_args

import pytest

from bot.adapters.discord.chat import DiscordChat, nonce
from bot.adapters.discord.loopback import Fault
from bot.adapters.discord.rest import Rest
from bot.adapters.stage import Seen
from bot.chat import Busy, LockedOut, Person, Place, Unknown, Unreachable
from bot.ui import Mention, Message, Para, words
from tests.adapters.discord.conftest import Scene

HERE = Place("discord", "900000000000000002", "201")
BEN = Person("discord", "900000000000000002", "102")
HELLO = Message("Hello", (Para(words("all")),))


async def test_a_post_appears_and_is_changed_in_place(scene: Scene) -> None:
    ref = await scene.app.chat.post(HERE, HELLO, "k1")
    await scene.app.chat.edit(HERE, ref, Message("Hello", (Para(words("everyone")),)))
    assert scene.platform.seen() == [
        Seen("post", "#physics", "", "# Hello\nall"),
        Seen("edit", "#physics", "", "# Hello\neveryone"),
    ]


async def test_a_direct_message_opens_the_inbox_once(scene: Scene) -> None:
    await scene.app.chat.post(BEN, HELLO, "k1")
    ref = await scene.app.chat.post(BEN, HELLO, "k2")
    await scene.app.chat.edit(BEN, ref, HELLO)
    assert [s.who for s in scene.platform.seen()] == ["Ben"] * 3
    assert [r.path for r in scene.platform.received].count("/users/@me/channels") == 1


async def test_a_thread_is_begun_at_its_post_and_found_again(scene: Scene) -> None:
    ref = await scene.app.chat.post(HERE, HELLO, "k1")
    there = Place(HERE.platform, HERE.workspace, HERE.channel, ref)
    reply = await scene.app.chat.post(there, Message("Moved " * 20, (Para(words("x")),)), "k2")
    await scene.app.chat.edit(there, reply, HELLO)
    assert [s.where for s in scene.platform.seen()] == ["#physics", *["#physics > thread"] * 2]
    name = next(r.body["name"] for r in scene.platform.received if r.path.endswith("/threads"))
    assert name == ("Moved " * 20)[:90].strip()
    scene.app.chat._threads.clear()  # as after a restart: Discord says 160004, it is there
    await scene.app.chat.post(there, HELLO, "k3")
    assert scene.platform.seen()[-1].where == "#physics > thread"


async def test_the_members_of_a_channel_are_not_told(scene: Scene) -> None:
    assert await scene.app.chat.members(HERE) is None
    assert scene.app.chat.abilities.lists_members is False


async def test_only_who_is_mentioned_is_pinged(scene: Scene) -> None:
    await scene.app.chat.post(HERE, Message("", (Para((Mention("102", "Ben"),)),)), "k")
    assert scene.platform.received[-1].body["allowed_mentions"] == {"parse": [], "users": ["102"]}
    assert scene.platform.seen()[-1].text == "@Ben"


@pytest.mark.parametrize("fault", ["500 after", "503 after", "drop after"])
async def test_a_post_whose_answer_was_lost_appears_once_when_sent_again(
    scene: Scene, fault: Fault
) -> None:
    scene.platform.fail("POST", "/messages", fault)
    with pytest.raises(Unknown):
        await scene.app.chat.post(HERE, HELLO, "k")
    ref = await scene.app.chat.post(HERE, HELLO, "k")
    assert len(scene.platform.seen()) == 1
    assert ref.startswith("201:")
    assert [r.body["nonce"] for r in scene.platform.received if r.body and "nonce" in r.body] == [
        nonce("k"),
        nonce("k"),
    ]


async def test_discord_forgets_a_nonce_after_minutes(scene: Scene) -> None:
    await scene.app.chat.post(HERE, HELLO, "k")
    scene.platform.let_pass(scene.app.chat.abilities.repeat_safe)
    await scene.app.chat.post(HERE, HELLO, "k")
    assert len(scene.platform.seen()) == 1
    scene.platform.let_pass(300)
    await scene.app.chat.post(HERE, HELLO, "k")
    assert len(scene.platform.seen()) == 1


async def test_an_answer_that_never_comes_is_unknown(scene: Scene) -> None:
    scene.app.chat.rest.patience = 0.2
    scene.platform.fail("POST", "/messages", "hang after")
    with pytest.raises(Unknown):
        await scene.app.chat.post(HERE, HELLO, "k")
    assert len(scene.platform.seen()) == 1


async def test_too_many_is_busy_at_once_with_discords_own_time(scene: Scene) -> None:
    scene.platform.fail("POST", "/messages", "429")
    with pytest.raises(Busy) as busy:
        await scene.app.chat.post(HERE, HELLO, "k")
    assert busy.value.retry_after == 0.5
    await scene.app.chat.post(HERE, HELLO, "k")


async def test_a_limit_on_everything_holds_up_nobody_for_good(scene: Scene) -> None:
    scene.platform.rest.limits = True
    places = [Person("discord", "g", user) for user in ("101", "102", "103")]
    for place in places:
        await scene.app.chat.post(place, HELLO, f"first to {place.user}")
    sent = [scene.app.chat.post(places[i % 3], HELLO, f"k{i}") for i in range(60)]
    results = await asyncio.gather(*sent, return_exceptions=True)
    assert {type(r) for r in results} == {str, Busy}
    scene.platform.let_pass(10)
    await scene.app.chat.post(HERE, HELLO, "later")


async def test_a_platform_that_is_not_there_is_busy(scene: Scene) -> None:
    await scene.platform.stop()
    with pytest.raises(Busy):
        await scene.app.chat.post(HERE, HELLO, "k")


async def test_a_token_that_was_revoked_locks_us_out(scene: Scene) -> None:
    scene.platform.shut_out("#physics")
    with pytest.raises(LockedOut) as out:
        await scene.app.chat.post(HERE, HELLO, "k")
    assert out.value.reason == "401"


async def test_a_right_that_was_taken_makes_a_place_unreachable(scene: Scene) -> None:
    scene.platform.fail("POST", "/channels/201", "403")
    with pytest.raises(Unreachable) as never:
        await scene.app.chat.post(HERE, HELLO, "k")
    assert never.value.reason == "50001"


async def test_hung_up_on_it_may_have_left(scene: Scene) -> None:
    scene.platform.fail("POST", "/messages", "refuse")
    with pytest.raises(Unknown):
        await scene.app.chat.post(HERE, HELLO, "k")
    assert scene.platform.seen() == []


async def test_where_nobody_takes_the_connection_nothing_has_left() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        with ExitStack() as waiting:  # until no further connection comes to be
            for _ in range(2):
                one = waiting.enter_context(socket.socket())
                one.setblocking(False)
                one.connect_ex(address)
            chat = DiscordChat(Rest("token", f"http://127.0.0.1:{address[1]}", connecting=0.2))
            with pytest.raises(Busy):
                await chat.post(HERE, HELLO, "k")
            await chat.rest.close()


async def test_nothing_is_tried_twice_by_itself(scene: Scene) -> None:
    for fault in get_args(Fault):
        if not fault.startswith("hang"):
            scene.platform.fail("POST", "/messages", fault)
    before, tries = len(scene.platform.received), len(get_args(Fault)) - 2
    for number in range(tries):
        with pytest.raises((Busy, Unknown, LockedOut, Unreachable)):
            await scene.app.chat.post(HERE, HELLO, f"k{number}")
    assert len(scene.platform.received) - before == tries


@pytest.mark.parametrize("fault", ["500", "503"])
async def test_trouble_at_discord_is_unknown(scene: Scene, fault: Fault) -> None:
    scene.platform.fail("PATCH", "/messages", fault)
    ref = await scene.app.chat.post(HERE, HELLO, "k")
    with pytest.raises(Unknown):
        await scene.app.chat.edit(HERE, ref, HELLO)


async def test_a_closed_inbox_is_unreachable(scene: Scene) -> None:
    scene.platform.close_inbox("Ben")
    with pytest.raises(Unreachable) as never:
        await scene.app.chat.post(BEN, HELLO, "k")
    assert never.value.reason == "50007"


async def test_a_channel_that_is_not_ours_to_write_in_is_unreachable(scene: Scene) -> None:
    scene.platform.forbid("#physics")
    with pytest.raises(Unreachable) as never:
        await scene.app.chat.post(HERE, HELLO, "k")
    assert never.value.reason == "50013"


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        (Place("discord", "g", "999"), "10003"),
        (Place("discord", "g", "201", "201:999"), "10008"),
        (Person("discord", "g", "999"), "50033"),
    ],
)
async def test_what_is_gone_is_unreachable(scene: Scene, to: Place | Person, reason: str) -> None:
    with pytest.raises(Unreachable) as never:
        await scene.app.chat.post(to, HELLO, "k")
    assert never.value.reason == reason
    with pytest.raises(Unreachable):
        await scene.app.chat.edit(HERE, "201:999", HELLO)


def test_a_key_has_one_nonce_that_discord_takes() -> None:
    assert (
        nonce("meeting:1:announced") == nonce("meeting:1:announced") != nonce("meeting:2:announced")
    )
    assert len(nonce("x" * 500)) == 25
