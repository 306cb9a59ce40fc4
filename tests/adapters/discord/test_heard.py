"""Plain words by mention and direct message: heard without a privilege, answered below them."""

import pytest

from bot.adapters.discord.loopback import shapes
from bot.adapters.discord.loopback.gateway import PRIVILEGED
from bot.adapters.discord.parse import ABILITIES, EVERYWHERE, order
from bot.adapters.stage import Actor, Seen
from bot.chat import Person, Place
from bot.commands.calls import Call, Reply, Said
from bot.ui import Button, Controls, Message, Para, words
from tests.adapters.discord.conftest import Scene
from tests.adapters.discord.test_markup import HOSTILE

GUILD = "900000000000000002"


def hears(scene: Scene, text: str = "Maybe this?") -> None:
    """Let the house answer plain words."""
    buttons = Controls((Button("No", "rsvp:1:no"),))
    scene.house.says[""] = Reply(Message("", (Para(words(text)), buttons)))


async def test_a_mention_is_answered_below_it_and_pings_nobody(scene: Scene) -> None:
    hears(scene)
    await scene.platform.types("Ben", "#physics", "@convenor can't come on Tuesday")
    call = scene.house.calls[-1]
    assert call.said == Said("can't come on Tuesday")
    assert call.place == Place("discord", GUILD, "201")
    assert call.who == Person("discord", EVERYWHERE, "102")
    assert (call.profile.name, call.profile.language, call.profile.admin) == ("Ben", None, False)
    assert (call.room, call.abilities, call.order) == ("physics", ABILITIES, order(int(call.id)))
    assert scene.platform.seen() == [Seen("post", "#physics", "", "Maybe this?\n[No]")]
    sent = scene.platform.received[-1]
    assert (sent.method, sent.path) == ("POST", "/channels/201/messages")
    assert sent.body["allowed_mentions"] == {"parse": [], "replied_user": False}
    assert sent.body["message_reference"] == {"message_id": call.id, "fail_if_not_exists": False}


async def test_a_button_of_the_answer_answers_privately(scene: Scene) -> None:
    hears(scene)
    scene.house.says["rsvp:1:no"] = Reply(Message("", (Para(words("Kept.")),)))
    await scene.platform.types("Ben", "#physics", "@convenor can't come")
    scene.platform.seen()
    await scene.platform.presses("Cleo", "No")
    assert scene.platform.seen() == [Seen("private", "#physics", "Cleo", "Kept.")]


async def test_a_direct_message_needs_no_mention(scene: Scene) -> None:
    hears(scene)
    await scene.platform.types("Ben", "", "when is the next one?")
    call = scene.house.calls[-1]
    assert (call.said, call.place) == (
        Said("when is the next one?"),
        Place("discord", EVERYWHERE, ""),
    )
    assert scene.platform.seen() == [Seen("post", "", "Ben", "Maybe this?\n[No]")]


async def test_words_in_a_thread_belong_to_its_channel_and_are_answered_in_the_thread(
    scene: Scene,
) -> None:
    hears(scene)
    post = await scene.app.chat.post(Place("discord", GUILD, "201"), note("Robotics"), "k1")
    await scene.app.chat.post(Place("discord", GUILD, "201", post), note("Reply"), "k2")
    scene.platform.seen()
    await scene.platform.types("Ben", "#physics > thread", "@convenor can't come")
    assert scene.house.calls[-1].place == Place("discord", GUILD, "201")
    assert [(one.kind, one.where) for one in scene.platform.seen()] == [
        ("post", "#physics > thread")
    ]


def note(text: str) -> Message:
    return Message("", (Para(words(text)),))


async def test_talk_that_is_not_for_the_bot_is_not_looked_at(scene: Scene) -> None:
    hears(scene)
    await scene.platform.tells("Ben", "#physics", "Shall I bring cake?")
    await scene.platform.types("Ben", "#physics", "@convenor hello")
    assert [call.said for call in scene.house.calls] == [Said("hello")]


@pytest.mark.parametrize(
    "odd",
    [
        {"author": shapes.user(Actor("Ben", "102")) | {"bot": True}},
        {"author": shapes.BOT},
        {"webhook_id": "5"},
        {"type": 7},
        {"content": "Thanks!"},
        {"content": "<@102> hello"},
    ],
    ids=["a bot", "itself", "a webhook", "somebody came", "a reply to it", "another's name"],
)
async def test_only_people_who_say_its_name_are_answered(
    scene: Scene, odd: dict[str, object]
) -> None:
    hears(scene)
    me = f"<@{shapes.APPLICATION}> hello"
    ben = Actor("Ben", "102")
    told = shapes.said("5", "201", ben, me, direct=False, mentions=True) | odd
    await scene.platform.gateway.tell("MESSAGE_CREATE", told, GUILD)
    await scene.platform.types("Cleo", "#physics", "@convenor hi")
    assert [call.who.user for call in scene.house.calls] == ["103"]


async def test_an_edit_is_not_answered_again(scene: Scene) -> None:
    hears(scene)
    me = f"<@{shapes.APPLICATION}> hello"
    told = shapes.said("5", "201", Actor("Ben", "102"), me, direct=False, mentions=True)
    await scene.platform.gateway.tell("MESSAGE_UPDATE", told, GUILD)
    await scene.platform.types("Cleo", "#physics", "@convenor hi")
    assert [call.who.user for call in scene.house.calls] == ["103"]


async def test_what_comes_twice_is_answered_once(scene: Scene) -> None:
    hears(scene)
    post = await scene.platform.tells("Ben", "#physics", "@convenor hello")
    me = f"<@{shapes.APPLICATION}> hello"
    told = shapes.said(post.id, "201", Actor("Ben", "102"), me, direct=False, mentions=True)
    await scene.platform.gateway.tell("MESSAGE_CREATE", told, GUILD)
    await scene.platform.until(lambda: len(scene.house.calls) == 2)
    await scene.app.stop()
    assert len(scene.platform.seen()) == 1


@pytest.mark.parametrize("fault", ["429", "drop after", "500 after"])
async def test_an_answer_that_is_lost_is_sent_again(scene: Scene, fault: str) -> None:
    hears(scene)
    scene.platform.fail("POST", "/channels/201/messages", fault)  # type: ignore[arg-type]
    await scene.platform.types("Ben", "#physics", "@convenor hello")
    await scene.app.stop()
    assert len(scene.platform.seen()) == 1


async def test_what_was_said_cannot_become_more_than_words(scene: Scene) -> None:
    def echo(call: Call) -> Reply:
        assert isinstance(call.said, Said)
        return Reply(note(call.said.text[:500]))

    scene.house.says[""] = echo
    await scene.platform.types("Ben", "#physics", f"@convenor {HOSTILE}"[:2000])
    await scene.platform.types("Ben", "#physics", "@convenor @everyone <@102> <:smile:123> hi")
    assert scene.platform.seen()[-1].text == "@everyone @102 :smile: hi"
    assert scene.platform.received[-1].body["allowed_mentions"]["parse"] == []


async def test_it_asks_for_no_privilege(scene: Scene) -> None:
    intents = scene.app._client.intents.value
    assert not intents & PRIVILEGED
