"""After a restore nothing planned before is sent until a coordinator has said so; members see
nothing of it, and what people do meanwhile works as always.
"""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core import held as core
from bot.core.rsvps import ANNOUNCEMENT
from bot.store import backup, deliveries, edits
from bot.store.db import Store
from bot.store.restore import restore
from tests.plugins.room import ANA, BEN, CLEO, DEV, START, RoomOfPeople

CRASH = START + timedelta(days=7, hours=23)
"""Tuesday, 1 December, 9 in the morning."""
BACK = "# Back from a backup"


def reminders(room: RoomOfPeople) -> list[str]:
    """Of which meetings Ben was reminded in the morning of their day."""
    lines = [line for text in room.inbox(BEN) for line in ("", *text.splitlines())]
    here = [at for at, line in enumerate(lines) if line.startswith("See you")]
    return [lines[at - 1].removeprefix("# ") for at in here]


async def two_meetings(room: RoomOfPeople) -> None:
    """Ben comes to Robotics on Tuesday and to Soldering on Wednesday, and Ana may be written to."""
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(ANA, "/meeting plan Soldering, 2.12.2026 16:00")
    await room.fills(ANA)
    await room.passes(seconds=40)
    await room.presses(BEN, "Yes")
    await room.may_be_written_to(ANA)


def put_back(room: RoomOfPeople, folder: Path, at: datetime = CRASH) -> RoomOfPeople:
    """The house has crashed at this instant, and goes on from last night's backup."""
    store = Store(f"sqlite:///{folder / 'restored.db'}")
    restore(store, folder / "backup.zip", at)
    with store.write() as db:
        core.restored(db, at)
    room.stage.seen()
    return RoomOfPeople(store, at, room.world)


def save(room: RoomOfPeople, folder: Path) -> None:
    """A backup of things as they stand."""
    backup.write(room.store, folder / "backup.zip", version="1", now=room.clock.now())


async def look(room: RoomOfPeople) -> str:
    """Ana reads the question."""
    await room.says(ANA, "/network")
    return await room.presses(ANA, "Have a look")


async def answer(room: RoomOfPeople, *labels: str) -> str:
    """Ana reads the question and answers; returns what she is told at last."""
    told = await look(room)
    for label in labels:
        told = await room.presses(ANA, label)
    return told


@pytest.fixture
async def after(room: RoomOfPeople, tmp_path: Path) -> AsyncIterator[RoomOfPeople]:
    """Backed up on Monday morning, crashed on Tuesday: the reminder of seven was due meanwhile."""
    await two_meetings(room)
    await room.passes(days=7)
    save(room, tmp_path)
    made = put_back(room, tmp_path)
    yield made
    made.store.close()


async def test_nothing_is_sent_before_the_answer_and_each_coordinator_is_asked_once(
    after: RoomOfPeople,
) -> None:
    seen = await after.passes(days=3)

    assert [(one.kind, one.who, one.text.splitlines()[0]) for one in seen] == [("post", ANA, BACK)]


async def test_the_question_says_what_is_to_come_and_what_may_have_gone_out(
    after: RoomOfPeople,
) -> None:
    home = await after.says(ANA, "/network")
    assert home.splitlines()[1:3] == [
        "I was put back from a backup. What was planned before waits for a word from you.",
        "[Have a look]",
    ]
    assert (await after.presses(ANA, "Have a look")).splitlines() == [
        BACK,
        (
            "Something broke here, and I am back to how things stood on Monday 30 November 2026, "
            "10:00 (London). What happened after that I do not know."
        ),
        "This was planned, and is still to come:",
        "Robotics twilight, a reminder (#northshire, Tuesday 1 December 2026, 16:00 (London))",
        "Robotics twilight, a reminder (#northshire, Tuesday 1 December 2026, 17:30 (London))",
        "Robotics twilight, a reminder (Ana, Tuesday 1 December 2026, 17:30 (London))",
        "Robotics twilight, a reminder (Ben, Wednesday 2 December 2026, 07:00 (London))",
        "Soldering, a reminder (Ben, Wednesday 2 December 2026, 07:00 (London))",
        "Soldering, a reminder (#northshire, Wednesday 2 December 2026, 16:00 (London))",
        "Soldering, a reminder (#northshire, Wednesday 2 December 2026, 17:30 (London))",
        "Soldering, a reminder (Ana, Wednesday 2 December 2026, 17:30 (London))",
        "Soldering, a reminder (Ben, Thursday 3 December 2026, 07:00 (London))",
        "1 more message was due since then and may have gone out. I ask about it next.",
        "[Send what is still of use] [Send nothing of it]",
    ]
    assert (await after.presses(ANA, "Send what is still of use")).splitlines()[2:] == [
        "This was due since then, and may have gone out already. Please look whether it is there:",
        "Robotics twilight, a reminder (Ben, Tuesday 1 December 2026, 07:00 (London))",
        "[It went out] [Send it]",
    ]


async def test_what_went_out_is_not_sent_again_and_the_rest_goes_on(after: RoomOfPeople) -> None:
    said = await answer(after, "Send what is still of use", "It went out")
    await after.passes(days=3)

    assert said == "Thank you. From now on all goes on as always."
    assert reminders(after) == ["Soldering"]
    assert "backup" not in await after.says(ANA, "/network")


async def test_what_did_not_go_out_is_sent_when_messages_may(after: RoomOfPeople) -> None:
    """Also then not in lesson time: at half past three, for a meeting at four."""
    await answer(after, "Send what is still of use", "Send it")
    await after.passes(seconds=1)
    assert reminders(after) == []
    await after.passes(hours=7)
    assert reminders(after) == ["Robotics twilight"]

    await after.passes(days=3)
    assert reminders(after) == ["Robotics twilight", "Soldering"]


async def test_what_is_of_no_use_any_more_is_not_sent(after: RoomOfPeople) -> None:
    await after.passes(days=2)
    await answer(after, "Send what is still of use", "Send it")
    await after.passes(days=1)

    assert reminders(after) == []


async def test_nothing_of_it_is_sent_where_the_coordinator_says_so(after: RoomOfPeople) -> None:
    await answer(after, "Send nothing of it")
    await after.passes(days=3)

    assert reminders(after) == []
    assert "did not arrive" not in await after.says(ANA, "/network")


async def test_the_message_that_asks_has_the_buttons_and_old_ones_are_out_of_date(
    after: RoomOfPeople,
) -> None:
    await after.passes(seconds=1)
    await after.presses(ANA, "Send nothing of it")

    await after.says(ANA, "/network")
    with pytest.raises(LookupError):
        await after.presses(ANA, "Have a look")


async def test_members_and_other_networks_see_nothing_of_it(after: RoomOfPeople) -> None:
    await after.passes(hours=1)

    assert "backup" not in await after.says(BEN, "/network")
    assert [after.inbox(who) for who in (BEN, CLEO, DEV)] == [[], [], []]
    assert "I was put back" in await after.says(DEV, "/network")


async def test_what_people_do_meanwhile_is_told_at_once(after: RoomOfPeople) -> None:
    await after.presses(CLEO, "Maybe")
    assert "Maybe 1" in after.posts()[-1]
    await after.plan("Planning lunch")
    await after.passes(seconds=5)

    assert after.posts()[-1].splitlines()[0] == "# Planning lunch"
    assert reminders(after) == []


async def test_a_meeting_called_off_meanwhile_is_not_reminded_of_later(
    after: RoomOfPeople,
) -> None:
    await after.says(ANA, "/meeting call-off soldering")
    await after.fills(ANA)
    await after.passes(seconds=40)
    await answer(after, "Send what is still of use", "It went out")
    await after.passes(days=3)

    assert reminders(after) == []


async def test_posts_wait_too_and_then_show_what_is_known(
    room: RoomOfPeople, tmp_path: Path
) -> None:
    await two_meetings(room)
    with room.store.write() as db:
        [post] = deliveries.find(db, 1, ANNOUNCEMENT, "1")
        edits.stale(db, 1, ANNOUNCEMENT, str(post.subject), room.clock.now())
    save(room, tmp_path)
    await room.presses(CLEO, "Yes")
    after = put_back(room, tmp_path, room.clock.now())
    await after.passes(days=1)
    assert after.posts() == []

    await answer(after, "Go on")
    await after.passes(seconds=5)
    titles = [text.splitlines()[0] for text in after.posts()]
    assert titles == ["# Robotics twilight", "# Soldering"]
    assert all("Coming: Ben" in text and "Cleo" not in text for text in after.posts())
    after.store.close()


async def test_a_post_that_was_under_way_is_asked_about(room: RoomOfPeople, tmp_path: Path) -> None:
    room.forgets()
    await room.says(ANA, "/meeting plan Makers, 9.12.2026 16:00")
    await room.fills(ANA)
    save(room, tmp_path)
    await room.passes(seconds=40)
    after = put_back(room, tmp_path, room.clock.now())
    await after.says(ANA, "/network")

    assert "Makers, the invitation (#northshire" in await after.presses(ANA, "Have a look")
    await after.presses(ANA, "It went out")
    await after.passes(days=1)
    assert after.posts() == []
    assert "Makers" in await after.says(BEN, "/meeting")
    after.store.close()
