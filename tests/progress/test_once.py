"""Whatever happens meanwhile, each is asked once, and is told what is so."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.core import rounds_on
from bot.store import deliveries, people
from bot.store.tables import Delivery, Pair
from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, HERE, begins, buddy, ends, half, member, pairs, until

FOUR = (BEN, CLEO, EVA, FINN)


class Killed(Exception):
    """The process ends before it has committed."""


def again(room: RoomOfPeople, times: int = 3) -> None:
    """The job is done so many times more, as by several processes or after a kill."""
    for _ in range(times):
        with room.store.write() as db:
            rounds_on.look_after(db, HERE, room.clock.now())


def killed(room: RoomOfPeople, at: datetime) -> None:
    """The job has done all, and its process ends before that is kept."""
    with room.store.write() as db:
        rounds_on.look_after(db, HERE, at)
        raise Killed


def rows(room: RoomOfPeople, view: str) -> list[Delivery]:
    """The messages of a view."""
    with room.store.read() as db:
        return list(db.all(select(Delivery).where(Delivery.view == view)))


async def test_the_job_may_be_done_as_often_as_one_likes(room: RoomOfPeople) -> None:
    await begins(room, *FOUR)
    await until(room, half(room))
    again(room)
    await room.presses(BEN, "Somebody else, please")
    await room.passes(hours=17)
    before = pairs(room)
    again(room)
    await room.passes(hours=2)

    assert pairs(room) == before
    assert len(rows(room, "buddy.half")) == 2  # the old pairs, once each
    with room.store.read() as db:
        assert len(db.all(select(Pair))) == 3
    await until(room, ends(room))
    again(room)
    await room.passes(days=3)
    assert len(rows(room, "buddy.end")) == 1


async def test_a_kill_in_the_middle_leaves_all_as_it_was(room: RoomOfPeople) -> None:
    await begins(room, *FOUR)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    before, at = pairs(room), room.clock.now() + timedelta(hours=13)
    with pytest.raises(Killed):
        killed(room, at)
    assert pairs(room) == before


async def test_a_question_that_waited_is_not_asked_of_who_has_somebody_else(
    room: RoomOfPeople,
) -> None:
    await begins(room, *FOUR)
    theirs = next(iter(buddy(room, BEN)))
    await until(room, half(room) - timedelta(days=1))  # it is planned by now
    assert len(rows(room, "buddy.half")) == 2
    await room.leaves(theirs)
    await until(room, half(room))

    old = [row for row in rows(room, "buddy.half") if row.state != "sent"]
    assert [row.state for row in old] == ["skipped", "skipped"]


async def test_it_counts_among_two_private_messages_a_week(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await room.says(CLEO, "/network settings")
    await room.presses(CLEO, "No, thank you")  # so Ben is asked privately, and she is not
    await until(room, half(room) - timedelta(hours=3))
    at = room.clock.now()
    with room.store.write() as db:
        ben = people.inboxes(db, HERE, [member(room, BEN)])[member(room, BEN)]
        for n in (1, 2):
            key = deliveries.enqueue(
                db, HERE, ben, "minutes.due", f"{n}:1", due=at - timedelta(days=n), key=f"n{n}"
            )
            row = deliveries.get(db, key)
            assert row is not None
            row.state, row.sending_since, row.sent_at = "sent", row.due, row.due
    await until(room, half(room))
    assert [(row.subject, row.state) for row in rows(room, "buddy.half")] == [
        (f"pair:1:{member(room, BEN)}", "waiting")
    ]
    await room.passes(days=7)
    assert [row.state for row in rows(room, "buddy.half")] == ["sent"]
