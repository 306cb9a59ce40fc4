"""Where no groups can be made, or by nobody like them, it says so and what to do."""

from bot.commands.calls import Pressed
from tests.commands.test_rights import ask, shown
from tests.groups.ground import come, many, meeting_of, planned
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def test_where_there_are_too_few_it_says_how_there_may_be_more(room: RoomOfPeople) -> None:
    assert await room.says(ANA, "/meeting groups") == "No meeting is planned yet."
    await room.plan()
    assert (
        await room.says(ANA, "/meeting groups")
        == """\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
So far nobody is noted or has said yes. Groups need four people at least.
[Who is coming]"""
    )
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "Yes")
    assert "So far 2 people" in await room.says(ANA, "/meeting groups Robotics")
    assert "I know no coming meeting" in await room.says(ANA, "/meeting groups Chess")


async def test_over_or_called_off_there_are_none_any_more(room: RoomOfPeople) -> None:
    await planned(room)
    await room.says(ANA, "/meeting groups")
    await room.passes(days=9)
    told = await room.presses(ANA, "Post in the thread")
    assert "This meeting is over, so no groups are made for it any more.\n[All meetings]" in told
    with room.store.write() as db:
        meeting_of(db).state = "called off"
    told = shown(ask(room, ANA, Pressed("meeting:1:groups"), "C1"))
    assert "This meeting was called off, so it has no groups." in told


async def test_only_coordinators_make_them_and_another_network_knows_nothing(
    room: RoomOfPeople,
) -> None:
    await planned(room)
    assert "Only a coordinator" in await room.says(BEN, "/meeting groups")
    assert await room.says(DEV, "/meeting groups") == "No meeting is planned yet."
    await room.says(ANA, "/meeting groups")
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    for part in ("groups", "groups-deal:3:yes", "groups-mine"):
        told = shown(ask(room, DEV, Pressed(f"meeting:1:{part}"), "C2"))
        assert "I cannot find that any more" in told


async def test_an_old_button_says_so_and_shows_nothing_wrong(room: RoomOfPeople) -> None:
    await planned(room)
    await room.says(ANA, "/meeting groups")
    await room.presses(ANA, "Deal again")
    for part in ("groups-post:1", "groups-late:1", "groups-send:1", "groups-undo:2"):
        told = shown(ask(room, ANA, Pressed(f"meeting:1:{part}"), "C1"))
        assert "That button is out of date." in told
    for part in ("groups-deal:99:nobody", "groups-deal", "groups:99"):
        told = shown(ask(room, ANA, Pressed(f"meeting:1:{part}"), "C1"))
        assert "12 people who come, in groups." in told


async def test_where_there_is_no_thread_it_says_how_there_may_be_one(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Chess, 1.12.2026 16:00")
    await room.fills(ANA)
    with room.store.write() as db:
        come(db, many(db, room.clock.now()), room.clock.now())
    await room.says(ANA, "/meeting groups")
    told = await room.presses(ANA, "Post in the thread")
    assert "This meeting has no thread yet" in told
    assert "[Invite again] [Back]" in told
