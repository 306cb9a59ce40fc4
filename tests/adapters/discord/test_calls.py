"""Commands, presses and forms come in as calls, and their answers go back to the one who asked."""

from bot.adapters.stage import Seen
from bot.chat import Person, Place
from bot.commands.calls import Call, File, Pressed, Reply, Sent, Typed
from bot.ui import Button, Controls, Form, Line, Message, Para, Pick, Option, PersonPick, words
from tests.adapters.discord.conftest import Scene


def reply(text: str, *buttons: Button) -> Reply:
    blocks = (Para(words(text)), Controls(buttons)) if buttons else (Para(words(text)),)
    return Reply(Message("", blocks))


async def test_a_command_is_answered_to_the_one_who_typed_it(scene: Scene) -> None:
    scene.house.says["meeting"] = reply("Nothing is planned.")
    await scene.platform.types("Ana", "#physics", "/meeting plan Robotics")
    assert scene.platform.seen() == [Seen("private", "#physics", "Ana", "Nothing is planned.")]
    call = scene.house.calls[-1]
    assert call.said == Typed("meeting", "plan Robotics")
    assert call.place == Place("discord", call.who.workspace, "201")
    assert (call.who.user, call.profile.name, call.profile.language, call.room) == (
        "101",
        "Ana",
        "en",
        "physics",
    )
    assert (call.profile.admin, call.order) == (True, int(call.id))
