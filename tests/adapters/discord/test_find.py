"""What became of a post whose answer was lost is read in the place itself."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat import Person, Place, Unknown, Unreachable
from bot.ui import Button, Controls, Message, Para, words
from tests.adapters.discord.conftest import Scene

HERE = Place("discord", "900000000000000002", "201")
BEN = Person("discord", "900000000000000002", "102")
EARLIER = datetime.now(UTC) - timedelta(minutes=1)


def invitation(meeting: int, coming: int = 0) -> Message:
    yes = Button("Yes", f"rsvp:{meeting}:yes")
    return Message("Robotics", (Para(words(f"{coming} are coming.")), Controls((yes,))))


def note(text: str, title: str = "Robotics") -> Message:
    return Message(title, (Para(words(text)),))


async def test_the_buttons_tell_though_the_figures_have_changed(scene: Scene) -> None:
    chat = scene.app.chat
    first = await chat.post(HERE, invitation(1), "k1")
    second = await chat.post(HERE, invitation(2), "k2")
    assert await chat.find(HERE, invitation(1, coming=7), EARLIER, ()) == first
    assert await chat.find(HERE, invitation(2), EARLIER, ()) == second
    assert await chat.find(HERE, invitation(3), EARLIER, ()) is None


async def test_what_is_known_to_stand_for_another_is_left_out(scene: Scene) -> None:
    chat = scene.app.chat
    first = await chat.post(HERE, invitation(1), "k1")
    second = await chat.post(HERE, invitation(1), "k2")
    assert await chat.find(HERE, invitation(1), EARLIER, (second,)) == first
    assert await chat.find(HERE, invitation(1), EARLIER, (first, second)) is None


async def test_without_buttons_the_words_tell_or_nothing_does(scene: Scene) -> None:
    chat = scene.app.chat
    ref = await chat.post(HERE, note("It moved."), "k")
    assert await chat.find(HERE, note("It moved."), EARLIER, ()) == ref
    assert await chat.find(HERE, note("It moved.", title="Chess"), EARLIER, ()) is None
    with pytest.raises(Unknown):
        await chat.find(HERE, note("It moved again."), EARLIER, ())
    assert await chat.find(HERE, note("It moved again."), EARLIER, (ref,)) is None


async def test_what_people_write_and_what_is_older_is_not_ours(scene: Scene) -> None:
    chat = scene.app.chat
    await chat.post(HERE, invitation(1), "k")
    scene.platform.let_pass(3600)
    scene.platform.says("Ana", "#physics", "## Robotics")
    later = datetime.now(UTC) + timedelta(minutes=59)
    assert await chat.find(HERE, invitation(1), later, ()) is None
    assert await chat.find(HERE, note("Who comes?"), later, ()) is None


async def test_a_long_talk_is_read_page_by_page(scene: Scene) -> None:
    ref = await scene.app.chat.post(HERE, invitation(1), "k")
    for number in range(250):
        scene.platform.says("Ana", "#physics", f"{number}")
    last = await scene.app.chat.post(HERE, invitation(2), "k2")
    assert await scene.app.chat.find(HERE, invitation(1), EARLIER, ()) == ref
    assert await scene.app.chat.find(HERE, invitation(2), EARLIER, ()) == last
    for number in range(1000):
        scene.platform.says("Ana", "#physics", f"{number}")
    with pytest.raises(Unknown):
        await scene.app.chat.find(HERE, invitation(1), EARLIER, ())


async def test_a_thread_and_an_inbox_are_read_too(scene: Scene) -> None:
    chat = scene.app.chat
    post = await chat.post(HERE, invitation(1), "k1")
    thread = Place(HERE.platform, HERE.workspace, HERE.channel, post)
    assert await chat.find(thread, note("Moved."), EARLIER, ()) is None  # it never began
    reply = await chat.post(thread, note("Moved."), "k2")
    assert await chat.find(thread, note("Moved."), EARLIER, ()) == reply
    assert await chat.find(BEN, invitation(1), EARLIER, ()) is None
    private = await chat.post(BEN, invitation(1), "k3")
    assert await chat.find(BEN, invitation(1), EARLIER, ()) == private


async def test_what_may_not_be_read_is_unknown_and_not_missing(scene: Scene) -> None:
    await scene.app.chat.post(HERE, invitation(1), "k")
    scene.platform.hide_history("#physics")
    with pytest.raises(Unknown):
        await scene.app.chat.find(HERE, invitation(1), EARLIER, ())


async def test_a_channel_that_is_gone_is_unreachable(scene: Scene) -> None:
    with pytest.raises(Unreachable):
        await scene.app.chat.find(Place("discord", "g", "999"), invitation(1), EARLIER, ())
