"""A meeting that comes again: one row for each time, one post that tells of all."""

from datetime import timedelta

import pytest

from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople


async def repeated(
    room: RoomOfPeople, until: str = "2027-01-31", rule: str = "every two weeks"
) -> str:
    """Ana has planned Robotics twilight on 1 December, and asks for it again and again."""
    await room.plan()
    await room.says(ANA, "/meeting repeat robotics")
    return await room.fills(ANA, {"How often?": rule, "Until which day?": until})


async def test_a_meeting_is_repeated_with_one_form_and_told_in_one_post(
    room: RoomOfPeople,
) -> None:
    told = await repeated(room)

    assert told.splitlines() == [
        "Robotics twilight is planned 5 times. It goes out in 30 seconds, in one post.",
        "Tuesday 1 December 2026, 16:00 (London)",
        "Tuesday 15 December 2026, 16:00 (London)",
        "Tuesday 29 December 2026, 16:00 (London)",
        "Tuesday 12 January 2027, 16:00 (London)",
        "Tuesday 26 January 2027, 16:00 (London)",
        (
            "This tells 3 people in #northshire. Two weeks before each meeting it is announced "
            "by itself, with buttons to answer."
        ),
        "[Send now] [Undo]",
    ]
    before = len(room.posts())
    await room.passes(seconds=40)
    [post] = room.posts()[before:]
    assert post.splitlines() == [
        "# Robotics twilight",
        "It comes again every two weeks:",
        "Tuesday 1 December 2026, 16:00 (London)",
        "Tuesday 15 December 2026, 16:00 (London)",
        "Tuesday 29 December 2026, 16:00 (London)",
        "Tuesday 12 January 2027, 16:00 (London)",
        "Tuesday 26 January 2027, 16:00 (London)",
        "Where: Room 12",
        "You can answer each of them now; each is announced again two weeks before.",
        "[All dates]",
    ]


async def test_each_is_announced_two_weeks_before_in_the_morning(room: RoomOfPeople) -> None:
    await repeated(room)
    seen = await room.passes(days=100)
    announced = [
        one.text.splitlines()[1]
        for one in seen
        if one.kind == "post" and one.where == "#northshire" and "[Yes]" in one.text
    ]
    assert announced == [
        "When: Tuesday 15 December 2026, 16:00 (London)",
        "When: Tuesday 29 December 2026, 16:00 (London)",
        "When: Tuesday 12 January 2027, 16:00 (London)",
        "When: Tuesday 26 January 2027, 16:00 (London)",
    ]


async def test_undo_leaves_it_once_and_it_can_be_repeated_again(room: RoomOfPeople) -> None:
    await repeated(room)
    before = len(room.posts())
    assert "comes once" in await room.presses(ANA, "Undo")
    await room.passes(days=5)
    assert len(room.posts()) == before
    assert (await room.says(ANA, "/meeting")).count("Robotics twilight") == 1

    await room.says(ANA, "/meeting repeat robotics")
    told = await room.fills(ANA, {"How often?": "every week", "Until which day?": "2026-12-15"})
    assert "is planned 3 times" in told
    await room.presses(ANA, "Send now")
    await room.passes(seconds=2)
    assert "every week" in room.posts()[-1]


async def test_members_see_the_dates_once_they_are_told(room: RoomOfPeople) -> None:
    await repeated(room)
    assert (await room.says(BEN, "/meeting")).count("Robotics twilight") == 1
    await room.passes(seconds=40)
    assert (await room.says(BEN, "/meeting")).count("Robotics twilight") == 3
    assert "Robotics" not in await room.says(DEV, "/meeting")


async def test_one_can_be_moved_alone_before_it_was_announced(room: RoomOfPeople) -> None:
    await repeated(room)
    await room.passes(seconds=40)
    await room.says(BEN, "/meeting")
    await room.presses(BEN, "Answer", 1)
    await room.presses(BEN, "Yes")
    await room.says(ANA, "/meeting move")
    await room.presses(ANA, "This one", 1)
    await room.fills(ANA, {"Which day?": "2026-12-17"})
    seen = await room.passes(seconds=40)

    threads = [one.text for one in seen if one.where == "#northshire > thread"]
    assert [text.splitlines()[0] for text in threads] == ["# Changed: Robotics twilight"]
    assert any("Thursday 17 December 2026" in text for text in room.inbox(BEN))
    [post] = [one.text for one in seen if one.kind == "edit" and "comes again" in one.text]
    assert "Thursday 17 December 2026, 16:00 (London)" in post
    assert "Tuesday 15 December" not in post
    # It is announced when it is near, as it is now.
    seen = await room.passes(days=10)
    fresh = [one.text for one in seen if one.kind == "post" and one.where == "#northshire"]
    assert len(fresh) == 1
    assert "Thursday 17 December 2026" in fresh[0]


async def test_one_can_be_called_off_alone_and_that_be_undone(room: RoomOfPeople) -> None:
    await repeated(room)
    await room.passes(seconds=40)
    for press in ("Undo", "Send now"):
        await room.says(ANA, "/meeting call-off")
        await room.presses(ANA, "This one", 1)
        await room.fills(ANA, {"A word to those who wanted to come?": "Snow"})
        await room.presses(ANA, press)
        await room.passes(seconds=40)
    [post] = [one.text for one in room.seen if one.kind == "edit" and "called off" in one.text]
    assert post.count("called off") == 1
    assert "Tuesday 15 December 2026, 16:00 (London): called off" in post
    seen = await room.passes(days=60)
    assert not any("15 December" in one.text and "[Yes]" in one.text for one in seen)
    assert (await room.says(BEN, "/meeting")).count("15 December") == 0


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"Until which day?": "soon"},
            "I cannot read that day. Please write it like Tuesday, or 1.12.2026.",
        ),
        (
            {"Until which day?": "2026-12-02"},
            "By that day it does not come again. Please choose a later one.",
        ),
        (
            {"Until which day?": "2030-12-02"},
            "That is 105 meetings; I can plan 40 at once. Please choose an earlier day.",
        ),
    ],
)
async def test_what_cannot_be_used_is_told_at_its_field(
    room: RoomOfPeople, values: dict[str, str], told: str
) -> None:
    await room.plan()
    await room.says(ANA, "/meeting repeat")
    said = await room.fills(ANA, {"How often?": "every two weeks"} | values)
    assert told in said


async def test_what_comes_again_already_is_not_repeated(room: RoomOfPeople) -> None:
    await repeated(room)
    await room.passes(seconds=40)
    await room.says(ANA, "/meeting repeat")
    assert "comes again already" in await room.presses(ANA, "This one", 0)


async def test_only_coordinators_repeat(room: RoomOfPeople) -> None:
    await room.plan()
    assert "Only a coordinator" in await room.says(BEN, "/meeting repeat")


async def test_a_meeting_that_was_thrown_away_leaves_its_number_to_another(
    room: RoomOfPeople,
) -> None:
    await room.says(ANA, "/meeting plan Old, 1.12.2026 16:00")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")
    await room.presses(ANA, "Throw away")
    await room.plan("New")
    assert room.posts()[-1].splitlines()[0] == "# New"


async def test_lists_leave_room_for_what_is_no_series(room: RoomOfPeople) -> None:
    await repeated(room, "2027-05-18", "every week")
    await room.says(ANA, "/meeting plan School visit, 30.3.2027 9:00, Hall")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=40)
    listed = await room.says(BEN, "/meeting")

    assert [line for line in listed.splitlines() if "(London)" in line] == [
        "Robotics twilight, Tuesday 1 December 2026, 16:00 (London)",
        "Robotics twilight, Tuesday 8 December 2026, 16:00 (London)",
        "Robotics twilight, Tuesday 15 December 2026, 16:00 (London)",
        "School visit, Tuesday 30 March 2027, 09:00 (London)",
    ]


async def test_any_date_however_far_is_answered_and_moved_alone(room: RoomOfPeople) -> None:
    await repeated(room, "2027-03-09")
    await room.passes(seconds=40)
    for who in (BEN, ANA):
        await room.presses(who, "All dates")
        assert "[Earlier dates]" in await room.presses(who, "Later dates")
    await room.presses(BEN, "Answer")
    assert "9 March 2027" in await room.presses(BEN, "Yes")
    await room.presses(ANA, "Open")
    await room.presses(ANA, "Move or change")
    await room.fills(ANA, {"Which day?": "2027-03-11"})
    await room.passes(seconds=40)

    assert "Thursday 11 March 2027" in room.inbox(BEN)[-1]
    assert "Thursday 11 March 2027" in room.posts()[-1]


async def test_a_date_that_is_over_is_not_announced(room: RoomOfPeople) -> None:
    await repeated(room)
    await room.passes(seconds=40)
    room.clock.jump(timedelta(days=60))

    assert [one.text for one in await room.passes(days=1) if "is over" in one.text] == []
    assert "did not arrive" in await room.says(ANA, "/network")


async def test_it_can_be_undone_also_when_a_reminder_of_it_was_changed(room: RoomOfPeople) -> None:
    await repeated(room)
    await room.says(ANA, "/meeting remind")
    assert "15 December 2026" in await room.presses(ANA, "This one", 1)
    await room.presses(ANA, "Change")
    await room.presses(ANA, "Drop it")
    told = await room.presses(ANA, "Undo")
    assert "wrong" not in told
    assert "comes again" not in await room.says(ANA, "/meeting")


async def test_a_series_that_ends_before_it_begins_is_told_at_its_field(room: RoomOfPeople) -> None:
    told = await repeated(room, until="2026-11-30")
    assert told == (
        "Until which day?: By that day it does not come again. Please choose a later one."
    )


async def test_a_reminder_of_ones_own_goes_before_the_meeting_is_announced_by_itself(
    room: RoomOfPeople,
) -> None:
    await room.passes(hours=13)
    await room.may_be_written_to(BEN)
    await repeated(room)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=5)
    await room.says(BEN, "/rsvp yes")
    await room.presses(BEN, "This one", 2)
    await room.says(ANA, "/meeting remind")
    await room.presses(ANA, "This one", 2)
    await room.presses(ANA, "Add a reminder")
    await room.fills(ANA, {"Which day?": "2026-12-02", "What time?": "7:30",
                           "What shall I say?": "Bring a box."})  # fmt: skip
    await room.passes(days=9)
    assert [text for text in room.inbox(BEN) if "Bring a box." in text] != []


async def test_a_meeting_that_is_repeated_later_asks_nobody_again(room: RoomOfPeople) -> None:
    await room.passes(hours=13)
    await room.may_be_written_to(BEN)
    await room.plan()
    await room.passes(days=4)
    asked = [text for text in room.inbox(BEN) if "Will you come?" in text]
    assert len(asked) == 1
    await room.says(ANA, "/meeting repeat robotics")
    await room.fills(ANA, {"How often?": "every two weeks", "Until which day?": "2027-01-31"})
    await room.passes(days=3)
    assert [text for text in room.inbox(BEN) if "Will you come?" in text] == asked
