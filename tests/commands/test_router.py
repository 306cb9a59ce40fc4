"""How a call finds what it means: typos, several networks, half-typed commands, old buttons."""

from dataclasses import replace

import pytest

from bot.adapters.stage import Room
from bot.chat import Person, Place
from bot.commands.calls import Call, Came, Errors, Nothing, Pressed, Reply, Sent, Typed, Went
from bot.commands.table import commands
from bot.ui import Form, form_text, message_text
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


def call(room: RoomOfPeople, who: str, said: object, channel: str = "C1") -> Call:
    room.world.calls += 1
    actor = room.world.actor(who)
    return Call(
        id=f"call-{room.world.calls}",
        order=room.world.calls,
        who=Person("memory", "northshire", actor.user),
        profile=room.world.profile(actor),
        place=Place("memory", "northshire", channel),
        said=said,  # type: ignore[arg-type]
        abilities=room.stage.abilities,
    )


async def in_two_networks(room: RoomOfPeople) -> None:
    """Ben is also in Dev's channel."""
    room.world.rooms = [room.world.rooms[0], Room("southshire", "C2", (DEV, BEN))]
    await room.passes(days=1)
    await room.roll.run()


async def test_elsewhere_the_person_picks_their_network_and_goes_on(room: RoomOfPeople) -> None:
    await room.plan()
    await in_two_networks(room)
    asked = room.house.act(call(room, BEN, Typed("rsvp", "yes"), "D1"))
    assert isinstance(asked, Reply)
    assert message_text(asked.message).splitlines() == [
        "Which network do you mean? I remember it until tomorrow.",
        "Northshire STEM teachers",
        "[This one]",
        "Southshire teachers",
        "[This one]",
    ]

    first = asked.message.buttons()[0].action
    kept = room.house.act(call(room, BEN, Pressed(first), "D1"))
    assert isinstance(kept, Reply)
    assert "Saved: Yes" in message_text(kept.message)
    remembered = room.house.act(call(room, BEN, Typed("meeting"), "D1"))
    assert isinstance(remembered, Reply)
    assert "Robotics twilight" in message_text(remembered.message)


async def test_whoever_picks_their_network_goes_on_with_the_meeting_that_was_named(
    room: RoomOfPeople,
) -> None:
    await room.plan(**{"What is it called?": "Soldering"})
    await room.plan(**{"What is it called?": "Robotics"})
    await in_two_networks(room)
    room.house.act(call(room, BEN, Typed("agenda", "robotics"), "D1"))
    shown = room.house.act(call(room, BEN, Pressed("network:1:pick:1"), "D1"))
    assert isinstance(shown, Reply)
    assert message_text(shown.message).startswith("# Agenda: Robotics")


async def test_the_pick_holds_until_the_next_day(room: RoomOfPeople) -> None:
    await in_two_networks(room)
    room.house.act(call(room, BEN, Pressed("network:1:pick"), "D1"))
    await room.passes(hours=20)
    asked = room.house.act(call(room, BEN, Typed("meeting"), "D1"))

    assert isinstance(asked, Reply)
    assert message_text(asked.message).startswith("Which network do you mean?")


async def test_home_lists_the_other_networks(room: RoomOfPeople) -> None:
    await in_two_networks(room)
    home = await room.says(BEN, "/network")

    assert home.splitlines()[-4:] == [
        "---",
        "You are also in:",
        "Southshire teachers",
        "[Go there]",
    ]
    assert (await room.presses(BEN, "Go there")).splitlines()[0] == "# Southshire teachers"


@pytest.mark.parametrize(
    "action",
    [
        "", "x", "meeting", "meeting:1", "meeting:1:dance", "meeting:-1:read", "meeting:x:read",
        "meeting:99999999999999999999:read", "meeting:1:undo:x", "meeting:1:undo:99",
        "network:1:skip:9", "network:1:try-again:x", "network:1:send", "network:1:undo",
        "network:9:home", "draft:1:fix", "rsvp:9:yes", "network:2:pick:7", "meeting:²:read",
    ],
)  # fmt: skip
async def test_no_button_however_odd_breaks_anything(room: RoomOfPeople, action: str) -> None:
    await room.plan()
    for said in (Pressed(action), Sent(action)):
        answer = room.house.act(call(room, ANA, said))
        assert isinstance(answer, Reply | Form)
        text = form_text(answer) if isinstance(answer, Form) else message_text(answer.message)
        assert "Something went wrong" not in text


async def test_a_command_that_is_not_ours(room: RoomOfPeople) -> None:
    answer = room.house.act(call(room, ANA, Typed("dance")))

    assert isinstance(answer, Reply)
    assert "out of date" in message_text(answer.message)


async def test_a_prefix_before_the_command_is_no_hindrance(room: RoomOfPeople) -> None:
    answer = room.house.act(call(room, ANA, Typed("conv-meeting", "plan")))

    assert isinstance(answer, Form)


async def test_nonsense_leads_to_help(room: RoomOfPeople) -> None:
    told = await room.says(BEN, "/network flibbertigibbet")

    assert told == "I do not know “flibbertigibbet” after /network.\n[Help]"
    assert (await room.presses(BEN, "Help")).splitlines()[0] == "# What you can type"


async def test_half_typed_commands_are_completed_for_the_role(room: RoomOfPeople) -> None:
    await room.plan()

    def suggested(who: str, command: str, text: str, channel: str = "C1") -> list[str]:
        half = call(room, who, Typed(command, text), channel)
        return [typed for _, typed in room.house.suggest(half)]

    assert suggested(ANA, "meeting", "") == [
        "plan", "move", "call-off", "places", "remind", "repeat", "copy", "groups", "invite",
        "page", "Robotics twilight",
    ]  # fmt: skip
    assert suggested(ANA, "agenda", "") == ["propose", "arrange", "Robotics twilight"]
    assert suggested(BEN, "agenda", "") == ["propose", "Robotics twilight"]
    assert suggested(BEN, "meeting", "") == ["Robotics twilight"]
    assert suggested(ANA, "meeting", "MO") == ["move"]
    assert suggested(DEV, "meeting", "rob", "C2") == []
    assert room.house.suggest(call(room, ANA, Pressed("meeting:0:plan"))) == ()


async def test_words_in_the_persons_own_language(room: RoomOfPeople) -> None:
    await room.plan()
    room.world.actors = [replace(a, language="de") for a in room.world.actors]

    plan = next(c for c in commands() if c.name == "meeting").hint["de"].split(" · ")[0]
    answer = room.house.act(call(room, ANA, Typed("meeting", f"{plan} Robotik")))
    assert isinstance(answer, Form)
    assert "Robotik" in form_text(answer)


async def test_commands_keep_their_local_names_where_there_are_any(room: RoomOfPeople) -> None:
    room.world.actors = [replace(a, language="de") for a in room.world.actors]
    room.stage.abilities = replace(room.stage.abilities, local_commands=True)
    name = next(c for c in commands() if c.name == "network").names["de"]

    await room.says(CLEO, "/network leave")
    assert f"/{name}" in await room.presses(CLEO, "Ja, aussteigen")


async def test_the_button_for_a_slip_says_all_that_it_keeps(room: RoomOfPeople) -> None:
    told = await room.says(BEN, "/network poeple robotics")

    assert "Did you mean “people”?\n[people robotics] [Help]" in told
    assert "robotics" in (await room.presses(BEN, "people robotics")).casefold()


async def test_coming_and_going_says_nothing(room: RoomOfPeople) -> None:
    assert isinstance(room.house.act(call(room, CLEO, Came(), "C7")), Nothing)
    assert isinstance(room.house.act(call(room, CLEO, Went(), "C7")), Nothing)


async def test_what_breaks_inside_is_told_kindly_and_the_form_stays(room: RoomOfPeople) -> None:
    broken = call(room, ANA, Sent("meeting:0:plan", {"title": (3,)}))  # type: ignore[dict-item]
    words = "Something went wrong on my side, and nothing was changed. Please try again."

    assert room.house.act(broken) == Errors({"title": words})
    elsewhere = replace(broken, abilities=replace(broken.abilities, field_errors=False))
    answer = room.house.act(elsewhere)
    assert isinstance(answer, Reply)
    assert message_text(answer.message) == (f"{words} I kept what you typed.\n[Open my form again]")


async def test_mistakes_come_with_what_was_typed_where_fields_cannot_show_them(
    room: RoomOfPeople,
) -> None:
    room.stage.abilities = replace(room.stage.abilities, field_errors=False)
    await room.says(ANA, "/meeting plan")
    told = await room.fills(ANA, {"What is it called?": "Robotics", "Which day?": "soon"})

    assert told.splitlines() == [
        "Almost there. I kept what you typed.",
        "Which day?: I cannot read that day. Please write it like Tuesday, or 1.12.2026.",
        "What time does it start?: I cannot read that time. Please write it like 16:00.",
        "[Fix it]",
    ]
    form = await room.presses(ANA, "Fix it")
    assert "What is it called?: Robotics" in form
    assert "Which day?: soon" in form


async def test_a_picked_person_is_asked_again(room: RoomOfPeople) -> None:
    room.stage.abilities = replace(room.stage.abilities, field_errors=False)
    await room.says(ANA, "/network deputy")
    await room.fills(ANA)

    assert "Who may plan as well?: _" in await room.presses(ANA, "Fix it")
