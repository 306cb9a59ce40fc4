"""A conversation on Discord: a private thread, begun once, whatever goes wrong on the way."""

from contextlib import suppress

import pytest

from bot.adapters.discord.loopback import Fault
from bot.chat import Busy, LockedOut, Place, Talk, Unknown, Unreachable
from bot.ui import Message, Para, words
from tests.adapters.discord.conftest import Scene

GUILD = "900000000000000002"
TALK = Talk("discord", GUILD, ("101", "102"), "201", "Ana, Ben · 7")
HELLO = Message("Hello", (Para(words("you two")),))
PUT_IN = "/thread-members/"


def threads(scene: Scene) -> list[tuple[str, set[str], bool]]:
    """All private threads: their names, who is in each, and whether it is put away."""
    world = scene.platform.world
    return [
        (thread["name"], world.talks[key], thread["thread_metadata"]["archived"])
        for key, thread in world.threads.items()
        if key in world.talks
    ]


async def test_it_is_a_private_thread_of_the_networks_channel(scene: Scene) -> None:
    place = await scene.app.chat.open_talk(TALK)
    begun = next(r for r in scene.platform.received if r.path == "/channels/201/threads")

    assert begun.body == {
        "name": "Ana, Ben · 7", "type": 12, "invitable": False, "auto_archive_duration": 10080
    }  # fmt: skip
    assert place == Place("discord", GUILD, place.channel)
    assert threads(scene) == [("Ana, Ben · 7", {"101", "102"}, False)]


@pytest.mark.parametrize("fault", ["500 after", "503 after", "drop after"])
@pytest.mark.parametrize("call", [("POST", "/channels/201/threads"), ("PUT", PUT_IN)])
async def test_an_answer_that_was_lost_makes_no_second_thread(
    scene: Scene, fault: Fault, call: tuple[str, str]
) -> None:
    scene.platform.fail(*call, fault)
    with suppress(Unknown):  # a PUT on a line that was cut is made again at once
        await scene.app.chat.open_talk(TALK)
    place = await scene.app.chat.open_talk(TALK)
    await scene.app.chat.post(place, HELLO, "k")

    assert threads(scene) == [("Ana, Ben · 7", {"101", "102"}, False)]
    assert [seen.where for seen in scene.platform.seen()] == ["#Ana+Ben"]


@pytest.mark.parametrize(("fault", "fact"), [("429", Busy), ("401", LockedOut)])
async def test_a_refusal_for_now_is_told_as_such(
    scene: Scene, fault: Fault, fact: type[Exception]
) -> None:
    scene.platform.fail("GET", "/threads/active", fault)
    with pytest.raises(fact):
        await scene.app.chat.open_talk(TALK)
    assert threads(scene) == []


async def test_who_is_not_on_the_server_is_found_out_before_anything_begins(scene: Scene) -> None:
    scene.platform.leaves("Ben")
    with pytest.raises(Unreachable, match="10007"):
        await scene.app.chat.open_talk(TALK)
    assert threads(scene) == []


async def test_one_in_which_somebody_may_not_be_is_put_away(scene: Scene) -> None:
    scene.platform.fail("PUT", f"{PUT_IN}102", "403")
    with pytest.raises(Unreachable, match="50001"):
        await scene.app.chat.open_talk(TALK)
    assert threads(scene) == [("Ana, Ben · 7", {"101"}, True)]


async def test_without_the_right_to_begin_one_it_is_unreachable(scene: Scene) -> None:
    scene.platform.forbid("physics")
    with pytest.raises(Unreachable, match="50013"):
        await scene.app.chat.open_talk(TALK)


async def test_a_thread_of_others_by_the_same_name_is_not_taken(scene: Scene) -> None:
    theirs = Talk("discord", GUILD, ("101", "103"), "201", TALK.name)
    one, other = await scene.app.chat.open_talk(theirs), await scene.app.chat.open_talk(TALK)

    assert one != other
    assert [who for _, who, _ in threads(scene)] == [{"101", "103"}, {"101", "102"}]


async def test_a_post_brings_one_back_that_was_put_away(scene: Scene) -> None:
    place = await scene.app.chat.open_talk(TALK)
    scene.platform.world.threads[place.channel]["thread_metadata"]["archived"] = True
    await scene.app.chat.post(place, HELLO, "k")

    assert threads(scene) == [("Ana, Ben · 7", {"101", "102"}, False)]
