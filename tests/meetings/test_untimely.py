"""Meetings very soon, at night, in holidays, when the clocks change: who hears of them, when."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.core.plans import AFTERWARDS
from bot.store.deliveries import LEFT
from bot.store.reminders import VIEW
from bot.store.tables import Delivery, Identity, Lane, Term
from tests.core.test_plans import AUTUMN, HOLIDAYS, SPRING
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

LONDON = ZoneInfo("Europe/London")


async def begins_at(bare_room: RoomOfPeople, start: datetime) -> RoomOfPeople:
    """The cast at another time, all of whom may be written to; terms are entered."""
    room = RoomOfPeople(bare_room.store, start)
    await room.begin()
    await room.may_be_written_to(ANA, BEN, CLEO)
    with room.store.write() as db:
        for kind, spans in (("term", (AUTUMN, SPRING)), ("holiday", HOLIDAYS)):
            for span in spans:
                db.add(Term(network_id=1, kind=kind, name=span.name, first=span.first,
                            last=span.last))  # fmt: skip
    return room


@pytest.fixture
async def term_room(bare_room: RoomOfPeople) -> RoomOfPeople:
    """Monday 23 November, ten o'clock, in term."""
    return await begins_at(bare_room, datetime(2026, 11, 23, 10, tzinfo=UTC))


async def plans_for(room: RoomOfPeople, starts: str, title: str = "Robotics") -> None:
    """Ana plans a meeting, and Ben says yes."""
    await room.says(ANA, f"/meeting plan {title}, {starts}, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=5)
    await room.presses(BEN, "Yes")


def written(room: RoomOfPeople) -> list[tuple[str, str]]:
    """Who was reminded privately before a meeting, and when on the clocks there."""
    with room.store.read() as db:
        rows = db.all(
            select(Delivery, Identity)
            .join(Lane, col(Lane.id) == Delivery.lane_id)
            .join(Identity, col(Identity.user) == Lane.target)
            .where(Lane.kind == "person", Delivery.view == VIEW, col(Delivery.state).in_(LEFT))
        )
        rows = [(row, who) for row, who in rows if row.subject.partition(":")[2] not in AFTERWARDS]
        names = {actor.user: actor.name for actor in room.world.actors}
        times = sorted((row.sent_at, names[who.user]) for row, who in rows if row.sent_at)
    return [(who, f"{at.astimezone(LONDON):%a %d %b %H:%M}") for at, who in times]


async def nothing_was_missed(room: RoomOfPeople) -> None:
    """No coordinator is told that something did not arrive."""
    assert "did not arrive" not in await room.says(ANA, "/network")
    assert not any("did not arrive" in text for text in room.inbox(ANA))


@pytest.mark.must_hold("A4", 5)
@pytest.mark.parametrize(
    ("starts", "told"),
    [
        ("23.11.2026 11:00", []),
        ("23.11.2026 23:30", []),
        ("24.11.2026 0:00", [(BEN, "Mon 23 Nov 18:00")]),
        ("24.11.2026 7:30", [(BEN, "Mon 23 Nov 18:00")]),
        ("24.11.2026 16:00", [(BEN, "Tue 24 Nov 07:00")]),
        (
            "28.11.2026 10:00",
            [(ANA, "Wed 25 Nov 15:30"), (CLEO, "Wed 25 Nov 15:30"), (BEN, "Fri 27 Nov 18:00")],
        ),
        (
            "4.12.2026 16:00",
            [(ANA, "Mon 30 Nov 15:30"), (CLEO, "Mon 30 Nov 15:30"), (BEN, "Thu 03 Dec 18:00")],
        ),
        (
            "28.12.2026 16:00",
            [(ANA, "Fri 18 Dec 15:30"), (CLEO, "Fri 18 Dec 15:30"), (BEN, "Fri 18 Dec 18:00")],
        ),
    ],
    ids=["in an hour", "tonight", "at midnight", "at 7:30", "tomorrow", "at a weekend",
         "on a day off", "in the holidays"],
)  # fmt: skip
async def test_a_meeting_is_told_of_when_messages_may_go_or_not_at_all(
    term_room: RoomOfPeople, starts: str, told: list[tuple[str, str]]
) -> None:
    await plans_for(term_room, starts)
    await term_room.passes(days=40)

    assert written(term_room) == told
    await nothing_was_missed(term_room)


@pytest.mark.must_hold("A4", 5)
async def test_two_in_a_day_are_one_message_in_the_morning(term_room: RoomOfPeople) -> None:
    await plans_for(term_room, "24.11.2026 15:45")
    await plans_for(term_room, "24.11.2026 18:00", "Governors")
    await term_room.passes(days=3)

    assert written(term_room) == [(BEN, "Tue 24 Nov 07:00")]
    [told] = [text for text in term_room.inbox(BEN) if "See you" in text]
    assert told.count("See you today!") == 2


@pytest.mark.must_hold("A4", 5)
async def test_planned_at_night_for_the_next_day_nothing_goes_at_night(
    term_room: RoomOfPeople,
) -> None:
    await term_room.passes(hours=12)  # ten in the evening
    await plans_for(term_room, "24.11.2026 7:30")
    await plans_for(term_room, "24.11.2026 16:00", "Governors")
    await term_room.passes(days=3)

    assert written(term_room) == [(BEN, "Tue 24 Nov 07:00")]
    [told] = [text for text in term_room.inbox(BEN) if "See you" in text]
    assert "Robotics" not in told
    await nothing_was_missed(term_room)


@pytest.mark.must_hold("A4", 5)
async def test_after_the_morning_has_gone_by_a_meeting_of_the_day_is_not_reminded_of(
    term_room: RoomOfPeople,
) -> None:
    await plans_for(term_room, "23.11.2026 17:00")
    await term_room.passes(hours=8)

    assert written(term_room) == []
    await nothing_was_missed(term_room)


@pytest.mark.must_hold("A4", 5)
@pytest.mark.parametrize(
    ("begin", "starts", "told"),
    [
        (
            datetime(2026, 10, 19, 9, tzinfo=UTC),
            "27.10.2026 16:00",
            [(ANA, "Fri 23 Oct 15:30"), (CLEO, "Fri 23 Oct 15:30"), (BEN, "Tue 27 Oct 07:00")],
        ),
        (
            datetime(2027, 3, 22, 9, tzinfo=UTC),
            "30.3.2027 16:00",
            [(ANA, "Fri 26 Mar 15:30"), (CLEO, "Fri 26 Mar 15:30"), (BEN, "Tue 30 Mar 07:00")],
        ),
    ],
    ids=["back", "on"],
)
async def test_when_the_clocks_change_meanwhile_messages_go_by_the_new_ones(
    bare_room: RoomOfPeople, begin: datetime, starts: str, told: list[tuple[str, str]]
) -> None:
    room = await begins_at(bare_room, begin)
    await plans_for(room, starts)
    await room.passes(days=10)

    assert written(room) == told
    await nothing_was_missed(room)


@pytest.mark.must_hold("A4", 5)
async def test_moved_into_the_holidays_it_is_told_of_before_them(term_room: RoomOfPeople) -> None:
    await plans_for(term_room, "15.12.2026 16:00")
    await term_room.says(ANA, "/meeting move")
    await term_room.fills(ANA, {"Which day?": "2026-12-29"})
    await term_room.presses(ANA, "Send now")
    await term_room.passes(days=40)

    assert written(term_room) == [
        (ANA, "Fri 18 Dec 15:30"), (CLEO, "Fri 18 Dec 15:30"), (BEN, "Fri 18 Dec 18:00"),
    ]  # fmt: skip


@pytest.mark.must_hold("A4", 5)
async def test_what_is_moved_to_within_the_hour_is_told_at_once_and_not_reminded_of(
    term_room: RoomOfPeople,
) -> None:
    await plans_for(term_room, "24.11.2026 16:00")
    await term_room.passes(hours=3)
    await term_room.says(ANA, "/meeting move")
    await term_room.fills(ANA, {"Which day?": "2026-11-23", "What time does it start?": "14:00"})
    await term_room.presses(ANA, "Send now")
    await term_room.passes(days=3)

    assert [text for text in term_room.inbox(BEN) if "See you" in text] == []
    assert term_room.inbox(BEN)[0].splitlines()[0] == "# Changed: Robotics"
    await nothing_was_missed(term_room)
