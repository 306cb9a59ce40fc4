"""A coordinator plans a meeting; it is announced, and can be taken back before."""

import pytest

from tests.plugins.room import ANA, BEN, RoomOfPeople

PLANNED = """\
Robotics twilight is planned. It goes out in 30 seconds.
When: Tuesday 1 December 2026, 16:00 (London)
Where: Room 12
This tells 3 people in #northshire.
After that, by itself:
Tuesday 24 November 2026, 15:30 (London) to everybody, in the thread: \
The agenda, if there is one by then
Friday 27 November 2026, 15:30 (London) to who has not answered: Will you come? One click is enough.
Tuesday 1 December 2026, 07:00 (London) to who is coming: The reminder of the day
In the meeting and after it: who is here, looking back, what happened in class.
[Send now] [Undo] [Reminders] [Places and length]"""
ANNOUNCED = """\
# Robotics twilight
When: Tuesday 1 December 2026, 16:00 (London)
Where: Room 12
Yes 0 · Yes, if I am released 0 · Maybe 0 · No 0
[Yes] [Yes, if I am released] [Maybe] [No]
[Who is coming] [Agenda] [Copy as text]"""


async def test_text_after_the_command_fills_the_form(room: RoomOfPeople) -> None:
    form = await room.says(
        ANA, "/meeting plan Robotics twilight, 1/12 4pm, Room 12, bring a laptop"
    )

    assert form.splitlines()[1:9] == [
        "What is it called?: Robotics twilight",
        "Which day?: 2026-12-01",
        "(Day, month, year: 1.12.2026)",
        "What time does it start?: 16:00",
        "(Clocks of London)",
        "Where?: Room 12",
        "What is it about?: bring a laptop",
        "[Plan]",
    ]


async def test_says_how_many_it_tells_and_waits_half_a_minute(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")

    assert await room.fills(ANA) == PLANNED
    assert await room.passes(seconds=29) == []
    assert [seen.text for seen in await room.passes(seconds=2)] == [ANNOUNCED]


async def test_send_now_does_not_wait(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)

    assert await room.presses(ANA, "Send now") == "Robotics twilight goes out now."
    assert room.posts() == [ANNOUNCED]


async def test_undo_sends_nothing_and_keeps_what_was_typed(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    undone = await room.presses(ANA, "Undo")

    assert undone.splitlines()[0] == "Nothing was sent. I kept Robotics twilight for you."
    assert await room.passes(minutes=5) == []
    assert "Where?: Room 12" in await room.presses(ANA, "Change and send")


async def test_what_was_undone_can_be_changed_and_sent(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 9")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")
    await room.presses(ANA, "Change and send")

    assert await room.fills(ANA, {"Where?": "Room 12"}) == PLANNED
    assert [seen.text for seen in await room.passes(seconds=31)] == [ANNOUNCED]


async def test_what_was_undone_can_be_thrown_away(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")

    assert await room.presses(ANA, "Throw away") == "It is gone, and nobody was told."
    assert await room.says(ANA, "/meeting") == "No meeting is planned yet.\n[Plan a meeting]"


async def test_undo_comes_too_late_once_it_has_gone_out(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA)
    await room.passes(seconds=31)
    told = await room.presses(ANA, "Undo")

    assert "It has gone out already" in told
    assert "[Who is coming] [Agenda] [Copy as text] [Ask for something] [Move or change]" in told


async def test_mistakes_stand_at_their_fields(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan")
    told = await room.fills(
        ANA,
        {
            "Which day?": "soon",
            "What time does it start?": "tea time",
            "What is it about?": "x" * 4000,
        },
    )

    assert told.splitlines() == [
        "What is it called?: Please give it a name.",
        "What is it about?: That is 4000 characters; there is room for 1200.",
        "Which day?: I cannot read that day. Please write it like Tuesday, or 1.12.2026.",
        "What time does it start?: I cannot read that time. Please write it like 16:00.",
    ]


async def test_the_past_is_refused(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 22.11.2026 16:00")

    assert await room.fills(ANA) == (
        "Which day?: Sunday 22 November 2026, 16:00 (London) is over. Please choose a time to come."
    )


async def test_a_member_cannot_plan(room: RoomOfPeople) -> None:
    told = await room.says(BEN, "/meeting plan")

    assert told == "Only a coordinator of this network can do that. Please ask one of them."


async def test_a_long_text_is_cut_in_the_post_and_read_whole_by_a_button(
    room: RoomOfPeople,
) -> None:
    about = "We build robots. " * 70
    await room.says(ANA, "/meeting plan Robotics twilight, 1.12.2026 16:00, Room 12")
    await room.fills(ANA, {"What is it about?": about})
    await room.passes(seconds=31)

    assert room.posts()[-1].endswith("[Who is coming] [Agenda] [Copy as text] [Read all]")
    assert about.strip() in await room.presses(BEN, "Read all")


async def test_a_web_address_as_the_venue_is_shown_as_it_is(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics, 1.12.2026 16:00")
    told = await room.fills(ANA, {"Where?": "Online: https://meet.example/a_b_c."})

    assert "Where: Online: https://meet.example/a_b_c.\n" in told


@pytest.mark.parametrize(
    ("typed", "day", "at", "venue"),
    [
        ("Tuesday next week 4pm, Room 12", "2026-12-01", "16:00", "Room 12"),
        ("next Thursday 4pm, Room 12", "next Thursday 4pm", "16:00", "Room 12"),
        ("9 December, 4, Library", "2026-12-09", "16:00", "Library"),
        ("tomorrow at 3, Room 2", "2026-11-24", "15:00", "Room 2"),
        ("Room 5, Thursday week 16.30", "2026-12-03", "16:30", "Room 5"),
        ("31.2.2027, Room 1", "31.2.2027", "", "Room 1"),
        ("Tues or Weds at 3, Room 1", "Tues or Weds at 3", "15:00", "Room 1"),
        ("The Friday club, 1.12.2026 16:00", "2026-12-01", "16:00", "The Friday club"),
    ],
)
async def test_a_day_is_read_as_people_type_it(
    room: RoomOfPeople, typed: str, day: str, at: str, venue: str
) -> None:
    await room.says(ANA, f"/meeting plan Robotics, {typed}")
    form = room.world.forms[ANA][0]
    values = {field.key: getattr(field, "value", "") for field in form.fields}
    assert values["title"] == "Robotics"
    assert (values["day"], values["time"], values["venue"]) == (day, at, venue)


@pytest.mark.parametrize("title", ["Роботы 2", "B 2", "日本 3", "Robotics 2", "x" * 300])
async def test_no_title_is_taken_for_a_time(room: RoomOfPeople, title: str) -> None:
    await room.says(ANA, f"/meeting plan {title}, Tuesday next week 4pm")
    form = room.world.forms[ANA][0]
    values = {field.key: getattr(field, "value", "") for field in form.fields}
    assert (values["title"], values["day"], values["time"]) == (title, "2026-12-01", "16:00")


async def test_a_form_takes_words_too_and_asks_back_what_is_not_clear(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Robotics")
    told = await room.fills(ANA, {"Which day?": "Tues or Weds", "What time does it start?": "4"})
    assert told == "Which day?: I read more than one day. Please write one, like 1.12.2026."
    told = await room.fills(
        ANA, {"Which day?": "Tuesday next week 4pm", "What time does it start?": ""}
    )
    assert "Tuesday 1 December 2026, 16:00 (London)" in told


async def test_a_typo_leads_to_the_meeting_that_was_named(room: RoomOfPeople) -> None:
    await room.plan(**{"What is it called?": "Soldering"})
    await room.plan(**{"What is it called?": "Robotics"})
    for _ in range(2):  # what is kept of a typo has a number, and so has a meeting
        assert "Did you mean" in await room.says(ANA, "/meeting call-of robotics")
        assert "Robotics" in await room.presses(ANA, "call-off robotics")
    await room.fills(ANA, {})
    coming = await room.says(ANA, "/meeting")
    assert ("Soldering" in coming, "Robotics" in coming) == (True, False)


async def test_what_stands_behind_a_typo_is_not_typed_again(room: RoomOfPeople) -> None:
    told = await room.says(ANA, "/meeting plna Robotics, 1.12.2026 16:00, Room 12")
    assert "Did you mean “plan”?" in told
    assert "What is it called?: Robotics" in await room.presses(
        ANA, "plan Robotics, 1.12.2026 16:00, Room 12"
    )
