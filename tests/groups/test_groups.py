"""A coordinator puts the people of a meeting into groups, posts them, and deals them again."""

from itertools import combinations

import pytest

from tests.groups.ground import NAMES, come, many, meeting_of, planned, rsvp, the_groups
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

THREAD = "#northshire > thread"


async def test_who_said_yes_is_in_a_group_and_the_thread_shows_them(room: RoomOfPeople) -> None:
    await planned(room)
    told = await room.says(ANA, "/meeting groups")

    assert told.startswith("# Groups: Robotics twilight\n12 people who come, in groups.\n")
    assert [told.count(f"Group {n}:") for n in (1, 2, 3, 4, 5)] == [1, 1, 1, 1, 0]
    with room.store.read() as db:
        dealt = the_groups(db)
    assert sorted(name for group in dealt for name in group) == list(NAMES)
    assert [len(group) for group in dealt] == [3, 3, 3, 3]

    told = await room.presses(ANA, "Post in the thread")
    assert "They go into the thread in 30 seconds.\n" in told
    assert room.posts(THREAD) == []
    await room.passes(seconds=31)
    [post] = room.posts(THREAD)
    lines = post.splitlines()
    assert lines[0] == "# Our groups"
    assert lines[-1] == "[My group]"
    assert [line.partition(":")[0] for line in lines[1:-1]] == [f"Group {n}" for n in (1, 2, 3, 4)]
    assert "They stand in the thread." in await room.says(ANA, "/meeting groups Robotics")


async def test_dealt_again_everybody_meets_others_and_the_post_follows(room: RoomOfPeople) -> None:
    await planned(room)
    await room.says(ANA, "/meeting groups")
    await room.presses(ANA, "Post in the thread")
    await room.presses(ANA, "Send now")
    [before] = room.posts(THREAD)
    with room.store.read() as db:
        first = the_groups(db)

    told = await room.presses(ANA, "Deal again")
    assert "In the thread the earlier groups still stand." in told
    with room.store.read() as db:
        second = the_groups(db)
    assert not _pairs(first) & _pairs(second)
    await room.presses(ANA, "Post in the thread")
    await room.presses(ANA, "Undo")
    await room.passes(minutes=5)
    assert room.posts(THREAD)[-1] == before
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    assert room.posts(THREAD)[-1] != before
    assert len([one for one in room.seen if one.where == THREAD and one.kind == "post"]) == 1


def _pairs(dealt: list[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in dealt for pair in combinations(sorted(group), 2)}


@pytest.mark.parametrize(
    ("people", "label", "sizes"),
    [
        (5, "Groups of 3", [2, 3]),
        (7, "Groups of 3", [2, 2, 3]),
        (8, "Groups of 3", [2, 3, 3]),
        (9, "Groups of 4", [3, 3, 3]),
        (11, "Groups of 4", [3, 4, 4]),
        (7, "Pairs", [2, 2, 3]),
    ],
)
async def test_nobody_is_alone_whatever_the_size(
    room: RoomOfPeople, people: int, label: str, sizes: list[int]
) -> None:
    await planned(room, NAMES[:people])
    await room.says(ANA, "/meeting groups")
    if label != "Groups of 3":
        await room.presses(ANA, label)
    with room.store.read() as db:
        assert sorted(len(group) for group in the_groups(db)) == sizes


async def test_undone_before_it_went_nothing_is_posted(room: RoomOfPeople) -> None:
    await planned(room)
    await room.says(ANA, "/meeting groups")
    await room.presses(ANA, "Post in the thread")
    told = await room.presses(ANA, "Undo")
    assert "[Post in the thread]" in told
    await room.passes(minutes=2)
    assert room.posts(THREAD) == []
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    assert len(room.posts(THREAD)) == 1


async def test_who_is_here_counts_as_soon_as_half_of_them_are(room: RoomOfPeople) -> None:
    await room.passes(hours=13)
    await room.plan()
    with room.store.write() as db:
        come(db, many(db, room.clock.now()), room.clock.now())
    await room.passes(days=7, hours=17, minutes=5)
    await room.says(ANA, "/here")
    await room.presses(ANA, "Tick who was there")
    chosen = {"Who was there? (1)": "Ada, Bea, Cem, Dan", "Who was there? (2)": "Kit"}
    await room.fills(ANA, {**chosen, "Who else was there?": "Tom\nUma"})
    told = await room.presses(ANA, "Groups")

    assert "7 people who are noted as here, in groups." in told
    assert "Tom" in told
    assert "12 people who come" in await room.presses(ANA, "All 12 who said yes")


async def test_who_comes_late_joins_and_all_others_stay(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:9])
    await room.says(ANA, "/meeting groups")
    with room.store.read() as db:
        before = the_groups(db)
    await room.presses(BEN, "Yes")
    await room.says(ANA, "/meeting groups")
    told = await room.presses(ANA, "Add 1 who came late")

    assert "10 people who come" in told
    with room.store.read() as db:
        after = the_groups(db)
    assert sorted(len(group) for group in after) == [3, 3, 4]
    assert [set(group) - {BEN} for group in after] == [set(group) for group in before]


async def test_who_hides_their_name_is_counted_and_learns_their_group(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:3])
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "Hide my name")
    told = await room.says(ANA, "/meeting groups")
    assert "Ben" in told
    assert "Who hides their name is only counted in the thread." in told
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    [post] = room.posts(THREAD)
    assert "Ben" not in post
    assert "1 more" in post

    assert "This is your group:\nGroup " in await room.presses(BEN, "My group")
    assert "You are in no group yet." in await room.presses(CLEO, "My group")


async def test_guests_and_colleagues_are_people_too(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:3])
    await room.presses(BEN, "Yes")
    await room.presses(BEN, "Bring somebody")
    await room.presses(CLEO, "Yes")
    await room.presses(CLEO, "I send a colleague")
    await room.fills(CLEO, {"Who comes for you?": "Mr Frost"})
    told = await room.says(ANA, "/meeting groups")

    assert "6 people who come" in told
    assert "a guest of Ben" in told
    assert "Mr Frost (for Cleo)" in told
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    assert "Whom you bring or send is in:\nGroup " in await room.presses(BEN, "My group")


async def test_in_the_room_and_online_are_apart(room: RoomOfPeople) -> None:
    members = await planned(room)
    with room.store.write() as db:
        meeting_of(db).mode = "both"
        for member in members[:5]:
            row = rsvp(db, member)
            row.online = True
    told = await room.says(ANA, "/meeting groups")
    assert [told.count(f"Group {n} (in the room):") for n in (1, 2, 3)] == [1, 1, 1]
    assert [told.count(f"Group {n} (online):") for n in (4, 5)] == [1, 1]


async def test_who_is_online_alone_is_in_a_group_of_the_room(room: RoomOfPeople) -> None:
    members = await planned(room, NAMES[:6])
    with room.store.write() as db:
        meeting_of(db).mode = "both"
        rsvp(db, members[0]).online = True
    told = await room.says(ANA, "/meeting groups")
    assert "Ada (online)" in told
    with room.store.read() as db:
        assert [len(group) for group in the_groups(db)] == [3, 3]


async def test_while_it_is_on_the_coordinator_finds_them_at_home(room: RoomOfPeople) -> None:
    await planned(room)
    assert "in groups?" not in await room.says(ANA, "/network")
    await room.passes(days=7, hours=17, minutes=5)
    assert "Robotics twilight is on: 12 people, in groups?" in await room.says(ANA, "/network")
    assert "in groups?" not in await room.says(BEN, "/network")
    await room.says(ANA, "/network")
    await room.presses(ANA, "Groups")
    assert "in groups?" not in await room.says(ANA, "/network")


async def test_a_second_thought_taken_back_leaves_the_first_one_on_its_way(
    room: RoomOfPeople,
) -> None:
    await planned(room)
    await room.says(ANA, "/meeting groups")
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=10)
    await room.presses(ANA, "Deal again")
    await room.presses(ANA, "Post in the thread")
    await room.presses(ANA, "Undo")
    await room.passes(seconds=31)
    assert len(room.posts(THREAD)) == 1
    assert "In the thread the earlier groups still stand." in await room.says(
        ANA, "/meeting groups"
    )


async def test_who_is_noted_as_here_without_a_yes_is_late_too(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:6])
    await room.passes(days=7, hours=17, minutes=5)
    await room.says(ANA, "/meeting groups")
    await room.presses(CLEO, "I am here")
    assert "Add 1 who came late" in await room.says(ANA, "/meeting groups")


async def test_many_people_are_dealt_while_one_waits(room: RoomOfPeople) -> None:
    await planned(room, [f"Kim {n}" for n in range(250)])
    told = await room.says(ANA, "/meeting groups")
    assert "250 people who come" in told
    assert "[Later ones]" in told
    assert "Group 74:" in await room.presses(ANA, "Later ones")
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    assert " more groups. Press My group to see yours.\n[My group]" in room.posts(THREAD)[-1]
    with room.store.read() as db:
        assert {len(group) for group in the_groups(db)} == {2, 3}
