"""A task to try with one class: set once, told in a tap, opening the next meeting."""

import pytest

from bot.commands.calls import Pressed
from tests.attendance.test_here import begun, told
from tests.commands.test_rights import ask
from tests.commands.test_rights import shown as shown_
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

ASKED = "The task to try with one class: One lesson with a robot. How did it go?"
UNTIL = {"By which day?": "2026-12-18"}
CIRCLE = "People who were there, and the coordinators, see it with your name."


async def given(room: RoomOfPeople) -> None:
    """Ben and Ana were there, and Ana has set a task."""
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.presses(ANA, "I am here")
    await room.passes(hours=2)
    await room.says(ANA, "/notes try One lesson with a robot")
    await room.fills(ANA, UNTIL)
    await room.passes(minutes=1)


async def test_the_thread_tells_it_and_on_its_morning_each_is_asked_once(
    room: RoomOfPeople,
) -> None:
    await given(room)
    shown = "To try with one class until Friday 18 December 2026: One lesson with a robot"
    assert told(room, shown) == ["#northshire > thread"]
    await room.passes(days=30)
    asked = [one for one in room.seen if ASKED in one.text]
    assert sorted(one.who for one in asked) == [ANA, BEN]
    assert asked[0].text.endswith(f"{CIRCLE}\n[Did it] [Partly] [Not yet]")


async def test_one_tap_tells_it_and_a_line_can_be_added(room: RoomOfPeople) -> None:
    await given(room)
    await room.passes(days=17)
    assert (
        await room.presses(BEN, "Partly")
        == f"""\
To try with one class until Friday 18 December 2026: One lesson with a robot
Thank you. You said: Partly. {CIRCLE}
[Add a line] [How it went with others]"""
    )
    await room.presses(BEN, "Add a line")
    assert "They raced" in await room.fills(BEN, {"What happened?": "They raced"})
    await room.presses(ANA, "Did it")
    shown = await room.presses(ANA, "How it went with others")
    assert "Ben: Partly. They raced\nAna: Did it" in shown


async def test_who_has_told_it_is_not_asked(room: RoomOfPeople) -> None:
    await given(room)
    await room.says(BEN, "/notes")
    await room.presses(BEN, "Did it")
    await room.passes(days=30)
    assert told(room, ASKED) == [ANA]


async def test_it_opens_the_next_agenda_without_figures_of_few(room: RoomOfPeople) -> None:
    await given(room)
    await room.passes(days=17)
    await room.presses(BEN, "Partly")
    await room.plan("Soldering", **{"Which day?": "2027-01-12"})
    shown = await room.says(CLEO, "/agenda")
    assert "To begin with: how did it go? One lesson with a robot" in shown
    assert "Partly" not in shown


@pytest.mark.must_hold("A5", 4)
async def test_only_who_was_there_tells_it_and_reads_how_it_went(room: RoomOfPeople) -> None:
    await given(room)
    await room.passes(days=17)
    await room.presses(BEN, "Partly")
    shown = await room.says(CLEO, "/notes")
    assert "To try with one class" in shown
    assert "Did it" not in shown
    assert "others" not in shown
    told_ = ask(room, CLEO, Pressed("notes:1:trials"), "C1")
    assert "Only people who were there, and the coordinators, can read it." in shown_(told_)
    told_ = ask(room, CLEO, Pressed("notes:1:did"), "C1")
    assert "The task is for people who were at this meeting." in shown_(told_)
    assert "robot" not in await room.says(DEV, "/notes")


async def test_it_can_be_changed_and_taken_away(room: RoomOfPeople) -> None:
    await given(room)
    await room.says(ANA, "/notes try")
    await room.fills(ANA, {"By which day?": "2026-12-11"})
    await room.says(ANA, "/notes try")
    await room.fills(ANA, {"What do people try with one class?": "", "By which day?": ""})
    await room.passes(days=30)
    assert told(room, ASKED) == []
    assert "To try" not in await room.says(BEN, "/notes")


async def test_a_day_that_is_none_is_told_at_its_field(room: RoomOfPeople) -> None:
    await begun(room)
    await room.says(ANA, "/notes try One lesson")
    for day in ("2026-12-01", "2026-11-30"):
        assert "a day to come, after the meeting" in await room.fills(ANA, {"By which day?": day})
    assert "by which day" in await room.fills(ANA, {"By which day?": ""})
    assert "Only a coordinator" in await room.says(BEN, "/notes try One lesson")


async def test_its_words_stay_once_somebody_has_told_of_it(room: RoomOfPeople) -> None:
    await given(room)
    await room.says(BEN, "/notes")
    await room.presses(BEN, "Did it")
    for what in ("Observe a colleague", ""):
        await room.says(ANA, "/notes try")
        words = {"What do people try with one class?": what, "By which day?": "2026-12-18"}
        assert "so its words stay" in await room.fills(ANA, words)
    await room.says(ANA, "/notes try")
    await room.fills(ANA, {"By which day?": "2026-12-21"})
    await room.passes(days=18)
    assert told(room, ASKED) == []
    await room.passes(days=2)
    assert told(room, ASKED) == [ANA]


async def test_not_yet_becomes_done(room: RoomOfPeople) -> None:
    await given(room)
    await room.says(BEN, "/notes")
    await room.presses(BEN, "Not yet")
    assert "You said: Not yet" in await room.says(BEN, "/notes")
    assert "You said: Did it." in await room.presses(BEN, "Did it")


async def test_who_was_kept_out_reads_nothing_of_how_it_went(room: RoomOfPeople) -> None:
    await begun(room)
    await room.presses(BEN, "I am here")
    await room.says(ANA, "/reflect results Robotics")
    await room.presses(ANA, "Only for coordinators")
    await room.passes(hours=2)
    await room.says(ANA, "/notes try One lesson with a robot")
    await room.fills(ANA, UNTIL)
    await room.says(BEN, "/notes")
    said = await room.presses(BEN, "Partly")
    assert said.endswith("Only the coordinators see it, with your name.\n[Add a line]")
    told_ = ask(room, BEN, Pressed("notes:1:trials"), "C1")
    assert "Only the coordinators can read it." in shown_(told_)


async def test_an_empty_task_posts_nothing(room: RoomOfPeople) -> None:
    await begun(room)
    await room.says(ANA, "/notes try")
    assert "It is not posted" in await room.fills(ANA)
    await room.passes(minutes=1)
    assert told(room, "Notes: Robotics") == []


async def test_what_was_not_posted_once_can_be_later(room: RoomOfPeople) -> None:
    await begun(room)
    for text in ("Lesson one", "Lesson two"):
        await room.says(ANA, "/notes try")
        words = {"What do people try with one class?": text, **UNTIL}
        assert "in 30 seconds" in await room.fills(ANA, words)
        if text == "Lesson one":
            await room.presses(ANA, "Do not post it")
    await room.passes(minutes=1)
    assert told(room, "Lesson one") == []
    assert told(room, "Lesson two") == ["#northshire > thread"]
