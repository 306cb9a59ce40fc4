"""Commands, presses and forms come in as calls; their answers go back to the one who asked."""

import pytest

from bot.adapters.discord import parse
from bot.adapters.discord.parse import ABILITIES
from bot.adapters.stage import NoSuchThing, Seen
from bot.chat import Person, Place, Profile
from bot.commands.calls import Answer, Call, File, Pressed, Reply, Sent, Typed
from bot.ui import (
    Area,
    Button,
    Choice,
    Choices,
    Controls,
    Form,
    Line,
    Message,
    Option,
    Para,
    PersonPick,
    Pick,
    form_text,
    typed,
    words,
)
from tests.adapters.discord.conftest import Scene
from tests.adapters.discord.test_markup import HOSTILE
from tests.adapters.schemas_discord import check_request, needs_discord_schema


def said(text: str, *buttons: Button) -> Message:
    return Message("", (Para(words(text)), *((Controls(buttons),) if buttons else ())))


PLAN = Form(
    "meeting:0:plan",
    "Plan a meeting",
    "Submit",
    (
        Line(key="title", label="Title", value="Robotics"),
        Area(key="what", label="What", required=False),
        Choice(
            key="where", label="Where", options=(Option("a", "At school"), Option("b", "Online"))
        ),
        Choices(
            key="who",
            label="For whom",
            options=(Option("t", "Teachers"), Option("h", "Heads")),
            values=("t",),
            required=False,
        ),
        PersonPick(key="host", label="Host", required=False),
    ),
)


async def test_a_command_is_answered_to_the_one_who_typed_it(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Nothing is planned."))
    await scene.platform.types("Ana", "#physics", "/meeting plan Robotics")
    assert scene.platform.seen() == [Seen("private", "#physics", "Ana", "Nothing is planned.")]
    call = scene.house.calls[-1]
    assert call.said == Typed("meeting", "plan Robotics")
    assert call.place == Place("discord", "900000000000000002", "201")
    assert (call.profile.name, call.profile.language, call.profile.zone) == ("Ana", "en", None)
    assert (call.who.user, call.room, call.abilities) == ("101", "physics", ABILITIES)
    assert (call.profile.admin, call.order) == (True, parse.order(int(call.id)))


async def test_who_may_not_manage_the_server_is_no_admin(scene: Scene) -> None:
    await scene.platform.types("Ben", "#physics", "/network")
    assert scene.house.calls[-1].profile.admin is False
    assert scene.house.calls[-1].said == Typed("network", "")


async def test_a_command_has_its_name_in_the_language_of_the_one_who_types(scene: Scene) -> None:
    await scene.platform.types("Cleo", "#physics", "/reunion bientôt")
    assert scene.house.calls[-1].said == Typed("meeting", "bientôt")
    assert scene.house.calls[-1].profile.language == "fr"
    with pytest.raises(NoSuchThing):
        await scene.platform.types("Ana", "#physics", "/reunion")


async def test_a_command_in_a_direct_message_has_no_server(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Here too."))
    await scene.platform.types("Ben", "", "/meeting")
    assert scene.platform.seen() == [Seen("private", "", "Ben", "Here too.")]
    call = scene.house.calls[-1]
    assert (call.who, call.room) == (Person("discord", "discord", "102"), "")
    assert (call.place.workspace, call.profile.admin) == ("discord", False)


async def test_a_press_on_a_private_message_puts_the_answer_in_its_place(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Sure?", Button("Yes", "meeting:1:yes")))
    scene.house.says["meeting:1:yes"] = Reply(said("Again?", Button("Once more", "meeting:1:on")))
    scene.house.says["meeting:1:on"] = Reply(said("Done."))
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.presses("Ana", "Yes")
    with pytest.raises(NoSuchThing):
        await scene.platform.presses("Ana", "Yes")
    await scene.platform.presses("Ana", "Once more")
    assert [s.text for s in scene.platform.seen()] == [
        "Sure?\n[Yes]",
        "Again?\n[Once more]",
        "Done.",
    ]
    assert scene.house.calls[-1].said == Pressed("meeting:1:on")
    assert [r.body["type"] for r in scene.platform.received if "callback" in r.path] == [4, 7, 7]


async def test_a_press_on_a_post_is_answered_beside_it(scene: Scene) -> None:
    scene.house.says["rsvp:1:yes"] = Reply(said("You are coming."))
    post = said("Robotics", Button("Yes", "rsvp:1:yes"))
    await scene.app.chat.post(Place("discord", "g", "201"), post, "k")
    await scene.platform.presses("Ben", "Yes")
    assert scene.platform.seen() == [
        Seen("post", "#physics", "", "Robotics\n[Yes]"),
        Seen("private", "#physics", "Ben", "You are coming."),
    ]


async def test_another_persons_private_message_cannot_be_pressed(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Sure?", Button("Yes", "meeting:1:yes")))
    await scene.platform.types("Ana", "#physics", "/meeting")
    with pytest.raises(NoSuchThing):
        await scene.platform.presses("Ben", "Yes")


async def test_a_thread_counts_as_its_channel(scene: Scene) -> None:
    scene.house.says["rsvp:1:no"] = Reply(said("You are not coming."))
    ref = await scene.app.chat.post(Place("discord", "g", "201"), said("Robotics"), "k1")
    moved = said("Moved", Button("No", "rsvp:1:no"))
    await scene.app.chat.post(Place("discord", "g", "201", ref), moved, "k2")
    await scene.platform.presses("Ben", "No")
    assert (scene.house.calls[-1].place.channel, scene.house.calls[-1].room) == ("201", "physics")
    assert scene.platform.seen()[-1].where == "#physics > thread"


async def test_a_form_comes_back_with_what_was_given(scene: Scene) -> None:
    scene.house.says["meeting"] = PLAN
    scene.house.says["meeting:0:plan"] = Reply(said("Planned."))
    await scene.platform.types("Ana", "#physics", "/meeting plan")
    values = {
        "Title": "Robotics  twilight ",
        "Where": "Online",
        "For whom": "Teachers, Heads",
        "Host": "Ben",
    }
    await scene.platform.fills("Ana", values)
    assert scene.platform.seen() == [
        Seen("form", "", "Ana", form_text(PLAN)),
        Seen("private", "#physics", "Ana", "Planned."),
    ]
    assert scene.house.calls[-1].said == Sent(
        "meeting:0:plan",
        {"title": ("Robotics  twilight ",), "where": ("b",), "who": ("t", "h"), "host": ("102",)},
        {"102": Profile("Ben")},
    )


async def test_what_is_left_empty_has_no_value(scene: Scene) -> None:
    pick = Pick(key="m", label="Meeting", options=(Option("1", "One"),), required=False)
    scene.house.says["meeting"] = Form("a:1:b", "Form", "Submit", (pick,), intro="*Not* bold")
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.fills("Ana", {})
    assert scene.house.calls[-1].said == Sent("a:1:b", {})


async def test_a_form_from_a_private_message_is_answered_in_its_place(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("A mistake.", Button("Fix it", "draft:1:open")))
    scene.house.says["draft:1:open"] = PLAN
    scene.house.says["meeting:0:plan"] = Reply(said("Planned."))
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.presses("Ana", "Fix it")
    await scene.platform.fills("Ana", {"Where": "Online"})
    with pytest.raises(NoSuchThing):
        await scene.platform.presses("Ana", "Fix it")
    assert scene.platform.seen()[-1] == Seen("private", "#physics", "Ana", "Planned.")


async def test_a_file_comes_with_its_message_and_keeps_its_name(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(
        said("All that is held on you."), File("Ana's data.csv", b"a,b")
    )
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert scene.platform.seen() == [
        Seen("private", "#physics", "Ana", "All that is held on you."),
        Seen("file", "#physics", "Ana", "Ana's data.csv"),
    ]
    assert scene.platform.received[-1].files == ("Ana_s_data.csv",)


async def test_suggestions_come_while_a_command_is_typed(scene: Scene) -> None:
    scene.house.suggests = (("Plan a meeting", "plan"), ("Robotics, 3 November", "Robotics"))
    found = await scene.platform.half_types("Ana", "#physics", "/meeting ro")
    assert found == scene.house.suggests
    assert scene.house.calls[-1].said == Typed("meeting", "ro")


async def test_nothing_to_say_leaves_nothing_behind(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Sure?", Button("Yes", "meeting:1:yes")))
    await scene.platform.types("Ana", "#physics", "/network")
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.presses("Ana", "Yes")
    assert [s.text for s in scene.platform.seen()] == ["Sure?\n[Yes]"]


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_a_person_types_is_seen_as_typed(scene: Scene, text: str) -> None:
    def echo(call: Call) -> Answer:
        assert isinstance(call.said, Sent)
        return Reply(said(typed(call.said.values["title"][0])))

    scene.house.says["meeting"] = PLAN
    scene.house.says["meeting:0:plan"] = echo
    await scene.platform.types("Ana", "#physics", "/meeting")
    text = text[:150]
    await scene.platform.fills("Ana", {"Title": text, "Where": "Online"})
    assert scene.platform.seen()[-1].text == typed(text)
    assert scene.platform.received[-1].body["data"]["allowed_mentions"] == {"parse": []}


async def test_discord_py_keeps_no_views(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Sure?", Button("Yes", "meeting:1:yes")))
    scene.house.says["meeting:1:yes"] = PLAN
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.presses("Ana", "Yes")
    store = scene.app._client._connection._view_store
    assert (store._views, store._modals, store._dynamic_items) == ({}, {}, {})


@needs_discord_schema
async def test_all_that_is_sent_is_as_discord_describes_it(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Sure?", Button("Yes", "meeting:1:yes")))
    scene.house.says["meeting:1:yes"] = PLAN
    scene.house.says["meeting:0:plan"] = Reply(said("Done."), File("a b.csv", b"1"))
    scene.house.suggests = (("a", "b"),)
    await scene.platform.half_types("Ana", "#physics", "/meeting x")
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.presses("Ana", "Yes")
    await scene.platform.fills("Ana", {"Where": "Online"})
    place = Place("discord", "g", "201")
    ref = await scene.app.chat.post(place, said("Hello"), "1")
    await scene.app.chat.edit(place, ref, said("Hello again"))
    await scene.app.chat.post(Place("discord", "g", "201", ref), said("In the thread"), "2")
    await scene.app.chat.post(Person("discord", "g", "102"), said("To you"), "3")
    for request in scene.platform.received:
        check_request(request.method, request.path, request.body)
