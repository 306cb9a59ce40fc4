"""A meeting's announcement posted again, or in another channel."""

import pytest

from bot.adapters.memory import World
from bot.adapters.stage import Room
from bot.views.words import words
from tests.plugins.room import ANA, BEN, CAST, CLEO, DEV, START, RoomOfPeople

ROOMS = (
    Room("northshire", "C1", (ANA, BEN, CLEO)),
    Room("southshire", "C2", (DEV, ANA)),
    Room("staffroom", "C3", (ANA, DEV)),
)
FORM = """\
# Invite again
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
In which channel?:
(x) #northshire
(For another channel, type /meeting invite there.)
[Post it]"""
POST = """\
# Robotics twilight
When: Tuesday 1 December 2026, 16:00 (London)
Where: Room 12
Yes {yes} · Yes, if I am released 0 · Maybe 0 · No 0{names}
[Yes] [Yes, if I am released] [Maybe] [No]
[Who is coming] [Agenda] [Copy as text]"""


@pytest.fixture
async def rooms(bare_room: RoomOfPeople) -> RoomOfPeople:
    """The cast with a third channel; Ana is in Dev's as well."""
    world = World(CAST, ROOMS, lambda at: words("en").moment(at, "Europe/London"))
    room = RoomOfPeople(bare_room.store, START, world)
    await room.begin()
    return room


async def invites_there(room: RoomOfPeople) -> str:
    """Ana asks for the meeting in the staff room's channel; returns what she is told."""
    told = await room.says(ANA, "/meeting invite robotics", room="staffroom")
    if "Which network" in told:
        await room.presses(ANA, "This one")
    return await room.fills(ANA)


async def test_it_is_posted_again_and_both_posts_show_how_it_stands(room: RoomOfPeople) -> None:
    await room.plan()
    await room.passes(days=2)

    assert await room.says(ANA, "/meeting invite") == FORM
    assert await room.fills(ANA) == (
        "Robotics twilight is posted again in 30 seconds.\n"
        "This tells 3 people in #northshire. All its posts show who is coming.\n"
        "[Send now] [Undo]"
    )
    [post] = await room.passes(seconds=31)
    assert (post.kind, post.where, post.text) == (
        "post", "#northshire", POST.format(yes=0, names=""),
    )  # fmt: skip
    await room.presses(BEN, "Yes")
    edits = [one.text for one in await room.passes(seconds=10) if one.kind == "edit"]
    assert edits == [POST.format(yes=1, names="\nComing: Ben")] * len(edits)
    assert len([one for one in room.seen if one.kind == "edit"]) == 2


async def test_it_can_be_undone_or_sent_at_once_and_then_not_be_undone(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/meeting invite")
    await room.fills(ANA)
    assert await room.presses(ANA, "Undo") == "Undone. Nothing was posted."
    before = len(room.posts())
    await room.passes(minutes=5)
    assert len(room.posts()) == before

    await room.says(ANA, "/meeting invite")
    await room.fills(ANA)
    undo = room.stage.buttons(ANA)
    assert await room.presses(ANA, "Send now") == "Robotics twilight goes out now."
    await room.passes(seconds=1)
    assert len(room.posts()) == before + 1
    assert any(button.label == "Undo" for _, button in undo)


async def test_in_another_channel_nobodys_name_is_shown(rooms: RoomOfPeople) -> None:
    await rooms.plan()
    await rooms.presses(BEN, "Yes")
    assert await invites_there(rooms) == (
        "Robotics twilight is posted again in 30 seconds.\n"
        "This tells everybody in #staffroom. It shows how many are coming, and no names.\n"
        "[Send now] [Undo]"
    )
    await rooms.passes(seconds=31)
    assert rooms.posts("#staffroom") == [POST.format(yes=1, names="")]
    await rooms.stage.presses(DEV, "Who is coming")
    assert [one.text.splitlines()[1] for one in rooms.stage.seen()] == ["Yes (1): 1 without a name"]
    assert "Yes (1): Ben" in await rooms.presses(CLEO, "Who is coming")


async def test_the_people_of_another_channel_answer_but_are_never_listed(
    rooms: RoomOfPeople,
) -> None:
    await rooms.plan()
    await invites_there(rooms)
    await rooms.passes(days=2)
    assert "This tells 3 people" in await _again(rooms)
    await rooms.presses(DEV, "Yes")
    await rooms.passes(seconds=10)

    assert "Coming: Dev" in rooms.posts("#northshire")[-1]
    assert "This tells 4 people" in await _again(rooms)
    # What else is planned is not posted there.
    await rooms.plan("School visit", **{"Which day?": "2026-12-03"})
    assert [text.splitlines()[0] for text in rooms.posts("#staffroom")] == [
        "# Robotics twilight"
    ] * len(rooms.posts("#staffroom"))


async def _again(room: RoomOfPeople) -> str:
    await room.says(ANA, "/meeting invite robotics")
    told = await room.fills(ANA, {"In which channel?": "#northshire"})
    await room.presses(ANA, "Undo")
    return told


async def test_a_change_is_told_in_each_channel_once(rooms: RoomOfPeople) -> None:
    await rooms.plan()
    await invites_there(rooms)
    await rooms.passes(seconds=31)
    await rooms.says(ANA, "/meeting invite robotics")
    await rooms.fills(ANA, {"In which channel?": "#northshire"})
    await rooms.passes(seconds=31)
    await rooms.says(ANA, "/meeting move robotics")
    await rooms.fills(ANA, {"Which day?": "2026-12-02"})
    before = len(rooms.seen)
    await rooms.presses(ANA, "Send now")
    await rooms.passes(seconds=31)
    seen = rooms.seen[before:]

    told = [one.where for one in seen if "# Changed" in one.text]
    assert sorted(told) == ["#northshire > thread", "#staffroom > thread"]
    edits = [one.where for one in seen if one.kind == "edit"]
    assert sorted(edits) == ["#northshire", "#northshire", "#staffroom"]


async def test_what_is_called_off_meanwhile_is_not_posted(rooms: RoomOfPeople) -> None:
    await rooms.plan()
    await invites_there(rooms)
    await rooms.says(ANA, "/meeting call-off robotics")
    await rooms.fills(ANA)
    await rooms.presses(ANA, "Send now")
    await rooms.passes(days=1)

    assert rooms.posts("#staffroom") == []
    told = await rooms.says(ANA, "/meeting invite robotics")
    assert told == "No meeting is planned yet.\n[Plan a meeting]"


async def test_a_channel_of_another_network_is_refused(rooms: RoomOfPeople) -> None:
    await rooms.plan()
    # In Dev's channel one speaks of Dev's network; a form that was opened elsewhere names none.
    told = await rooms.says(ANA, "/meeting invite robotics", room="southshire")
    assert told.startswith("Only a coordinator")
    await rooms.says(ANA, "/meeting invite robotics", room="northshire")
    form = rooms.world.forms[ANA]
    assert "southshire" not in str(form)


async def test_a_channel_that_another_network_makes_its_home_meanwhile_is_refused(
    rooms: RoomOfPeople,
) -> None:
    await rooms.plan()
    told = await rooms.says(ANA, "/meeting invite robotics", room="staffroom")
    if "Which network" in told:
        await rooms.presses(ANA, "This one")
    await rooms.stage.types(DEV, "staffroom", "/network set-up")
    await rooms.fills(DEV, {"What is your network called?": "Staff"})

    assert await rooms.fills(ANA) == "In which channel?: Please choose one of these."
    await rooms.passes(days=1)
    assert rooms.posts("#staffroom") == []


async def test_a_channel_in_which_nothing_was_posted_is_free_again(rooms: RoomOfPeople) -> None:
    await rooms.plan()
    await invites_there(rooms)
    await rooms.presses(ANA, "Undo")

    assert "#staffroom" not in await rooms.says(ANA, "/meeting invite robotics")
    await rooms.stage.types(DEV, "staffroom", "/network set-up")
    told = await rooms.fills(DEV, {"What is your network called?": "Staff"})
    assert "Staff" in told


async def test_what_is_about_to_go_or_over_is_not_posted_again(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    assert await room.says(ANA, "/meeting invite") == (
        "Robotics twilight is about to go out. Wait for that."
    )
    await room.passes(seconds=31)
    await room.says(ANA, "/meeting invite")
    await room.passes(days=20)
    assert await room.fills(ANA) == (
        "# Robotics twilight\nWhen: Tuesday 1 December 2026, 16:00 (London)\nWhere: Room 12\n"
        "This meeting is over."
    )


async def test_only_coordinators_post_it_again(room: RoomOfPeople) -> None:
    await room.plan()
    assert "Only a coordinator" in await room.says(BEN, "/meeting invite")
    assert "No meeting is planned yet" in await room.says(DEV, "/meeting invite")


async def test_elsewhere_nobody_is_named_on_the_agenda(rooms: RoomOfPeople) -> None:
    """Neither in the thread nor on the page that its button opens to who is not of the network."""
    await rooms.plan(**{"Which day?": "2026-12-10"})
    await rooms.says(ANA, "/agenda propose Robots, 30 min")
    await rooms.fills(ANA, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    await rooms.passes(minutes=1)
    await invites_there(rooms)
    await rooms.passes(days=10, hours=6)
    told = {one.where: one.text for one in rooms.seen if " min, " in one.text}
    assert "16:00 Robots (30 min, hands-on)\n" in told["#staffroom > thread"]
    assert "16:00 Robots (30 min, hands-on, Ana)\n" in told["#northshire > thread"]
    assert "16:00 Robots (30 min, hands-on)\n" in await rooms.presses(DEV, "Agenda")


async def test_who_answers_elsewhere_stays_a_guest_and_sees_no_names(rooms: RoomOfPeople) -> None:
    """Nor does the next roll call of the network's own channel take the answer away."""
    await rooms.plan()
    await rooms.presses(BEN, "Yes")
    await invites_there(rooms)
    await rooms.passes(seconds=31)
    await rooms.stage.presses(DEV, "Yes")
    rooms.stage.seen()
    await rooms.passes(days=1)
    await rooms.roll.run()
    await rooms.passes(minutes=1)

    assert "Coming: Ben and Dev" in rooms.posts("#northshire")[-1]
    await rooms.stage.presses(DEV, "Who is coming")
    assert [one.text.splitlines()[1] for one in rooms.stage.seen()] == ["Yes (2): 2 without a name"]


async def test_elsewhere_nobody_reads_the_notes(rooms: RoomOfPeople) -> None:
    await rooms.plan()
    await invites_there(rooms)
    await rooms.passes(days=9)
    await rooms.says(ANA, "/notes write", room="northshire")
    await rooms.fills(ANA, {"What was said?": "We tried robots."})
    await rooms.passes(minutes=1)
    told = [one.where for one in rooms.seen if "We tried robots." in one.text and not one.who]
    assert told == ["#northshire > thread"]
    assert "robots" not in await rooms.says(DEV, "/notes", room="staffroom")
