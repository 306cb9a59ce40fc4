"""A meeting's announcement again, or in another channel of the network."""

import pytest

from bot.adapters.stage import Room
from bot.chat import Person, Place
from bot.commands.calls import Call, Came, Went
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

STAFF = "staffroom"


@pytest.fixture
async def house(room: RoomOfPeople) -> RoomOfPeople:
    """A meeting that was told, and a channel that belongs to no network: Ana and Dev are in it."""
    room.world.rooms = [*room.world.rooms, Room(STAFF, "C3", (ANA, DEV))]
    await room.plan()
    return room


def announced(room: RoomOfPeople, where: str) -> list[str]:
    """The announcements that stand in a room."""
    posts = [one for one in room.seen if one.where == where and one.kind == "post"]
    return [one.text for one in posts if "[Yes]" in one.text]


async def invited(room: RoomOfPeople, where: str = STAFF) -> str:
    await room.says(ANA, "/meeting invite", where)
    return await room.fills(ANA)


async def test_it_is_posted_again_in_the_same_channel_after_the_hold(house: RoomOfPeople) -> None:
    form = await house.says(ANA, "/meeting invite robotics")
    told = await house.fills(ANA)

    assert "(x) #northshire" in form
    assert told.splitlines() == [
        "Robotics twilight is posted again in 30 seconds.",
        "This tells 3 people in #northshire. All its posts show who is coming.",
        "[Send now] [Undo]",
    ]
    assert len(announced(house, "#northshire")) == 1
    await house.passes(seconds=31)
    assert len(announced(house, "#northshire")) == 2


async def test_both_posts_show_who_is_coming(house: RoomOfPeople) -> None:
    await invited(house, "northshire")
    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    await house.presses(BEN, "Yes")
    seen = await house.passes(seconds=5)

    edits = [one.text for one in [*house.seen, *seen] if one.kind == "edit"]
    assert sum("Coming: Ben" in text for text in dict.fromkeys(edits)) == 1
    assert sum("Coming: Ben" in one.text for one in house.seen if one.kind == "edit") == 2


async def test_a_channel_of_no_network_is_offered_and_used_once_it_is_sent(
    house: RoomOfPeople,
) -> None:
    form = await house.says(ANA, "/meeting invite", STAFF)
    assert "(x) #staffroom" in form
    told = await house.fills(ANA)
    assert "This tells everybody in #staffroom." in told

    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    assert len(announced(house, "#staffroom")) == 1
    await house.says(ANA, "/meeting invite")
    [field] = house.world.forms[ANA][0].fields
    assert [option.label for option in getattr(field, "options", ())] == [
        "#northshire",
        "#staffroom",
    ]


async def test_who_answers_there_comes_in_and_nobody_else(house: RoomOfPeople) -> None:
    await invited(house)
    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    await house.roll.run()
    await house.passes(days=1)
    await house.roll.run()
    assert "This tells 3 people" in await house.says(ANA, "/network set-up")

    assert "Robotics twilight" in await house.presses(DEV, "Yes")
    await house.passes(seconds=5)
    assert "Coming: Dev" in announced_now(house, "#staffroom")
    assert "This tells 4 people" in await house.says(ANA, "/network set-up")


def announced_now(room: RoomOfPeople, where: str) -> str:
    """How the last announcement in a room stands."""
    return room.posts(where)[-1]


async def test_who_comes_into_that_channel_or_leaves_it_is_no_more_and_no_less_a_member(
    house: RoomOfPeople,
) -> None:
    await invited(house)
    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    for who, said in ((DEV, Came()), (BEN, Came()), (BEN, Went())):
        house.world.calls += 1
        actor = house.world.actor(who)
        call = Call(
            id=f"moved-{house.world.calls}",
            order=house.world.calls,
            who=Person("memory", "northshire", actor.user),
            profile=house.world.profile(actor),
            place=Place("memory", "northshire", "C3"),
            said=said,
            abilities=house.stage.abilities,
        )
        house.house.act(call)

    assert "This tells 3 people" in await house.says(ANA, "/network set-up")


async def test_a_network_can_still_be_begun_in_that_channel(house: RoomOfPeople) -> None:
    await invited(house)
    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    await house.stage.types(DEV, STAFF, "/network set-up")
    await house.stage.fills(DEV, {"What is your network called?": "Staff"})

    assert "Staff is ready" in house.stage.seen()[-1].text
    await house.says(ANA, "/meeting invite")
    [field] = house.world.forms[ANA][0].fields
    assert [option.label for option in getattr(field, "options", ())] == ["#northshire"]


async def test_undo_posts_nothing_and_gives_the_channel_back(house: RoomOfPeople) -> None:
    await invited(house)

    assert await house.presses(ANA, "Undo") == "Undone. Nothing was posted."
    await house.passes(minutes=2)
    assert announced(house, "#staffroom") == []
    await house.says(ANA, "/meeting invite")
    [field] = house.world.forms[ANA][0].fields
    assert [option.label for option in getattr(field, "options", ())] == ["#northshire"]


async def test_undo_comes_too_late_once_it_has_gone_out(house: RoomOfPeople) -> None:
    await invited(house)
    await house.passes(seconds=31)

    assert "out of date" in await house.presses(ANA, "Undo")


async def test_what_is_about_to_go_out_is_not_posted_twice(house: RoomOfPeople) -> None:
    await house.says(ANA, "/meeting plan Soldering, 2.12.2026 16:00")
    await house.fills(ANA)

    assert await house.says(ANA, "/meeting invite soldering") == (
        "Soldering is about to go out. Wait for that."
    )


async def test_a_change_is_told_once_in_each_channel(house: RoomOfPeople) -> None:
    for where in ("northshire", STAFF):
        await invited(house, where)
        await house.presses(ANA, "Send now")
        await house.passes(seconds=2)
    await house.says(ANA, "/meeting move")
    await house.fills(ANA, {"Where?": "Room 9"})
    seen = await house.passes(seconds=40)

    replies = [one.where for one in seen if "Changed:" in one.text and ">" in one.where]
    assert sorted(replies) == ["#northshire > thread", "#staffroom > thread"]
    edits = [one.where for one in seen if one.kind == "edit" and "Room 9" in one.text]
    assert sorted(edits) == ["#northshire", "#northshire", "#staffroom"]


async def test_one_of_a_series_that_was_posted_early_is_announced_when_it_is_near(
    house: RoomOfPeople,
) -> None:
    await house.says(ANA, "/meeting repeat")
    await house.fills(ANA, {"How often?": "every two weeks", "Until which day?": "26.1.2027"})
    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    await house.says(ANA, "/meeting invite")
    await house.presses(ANA, "This one", 2)
    await house.fills(ANA)
    await house.presses(ANA, "Send now")
    await house.passes(seconds=2)
    await house.says(ANA, "/meeting move")
    await house.presses(ANA, "This one", 2)
    await house.fills(ANA, {"Which day?": "30.12.2026"})
    await house.passes(seconds=40)

    seen = await house.passes(days=25)
    fresh = [one.text for one in seen if one.kind == "post" and "[Yes]" in one.text and not one.who]
    assert [text.splitlines()[1] for text in fresh if " 30 December" in text] == [
        "When: Wednesday 30 December 2026, 16:00 (London)"
    ]


async def test_only_coordinators_invite(house: RoomOfPeople) -> None:
    assert "Only a coordinator" in await house.says(BEN, "/meeting invite")
    assert "Robotics" not in await house.says(CLEO, "/meeting invite")
