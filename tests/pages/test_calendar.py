"""The file of one meeting: one event for ever, whatever was typed into it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.core import calendar_events
from bot.store.tables import Meeting
from tests.pages.desk import Browser, link
from tests.plugins.room import ANA, RoomOfPeople

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
BREAKS = ("\r\n", "\r", "\n", "\u2028", "\u2029", "\u0085", "\v", "\f", "\x1c", "\0", "\\n", "\t ")
LINES = (
    "BEGIN:VEVENT", "END:VEVENT", "ATTENDEE:mailto:x@y.example", "DTSTART:20200101T000000Z",
    "BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM", "UID:other", "STATUS:CANCELLED", ';,\\:"',
    "X-A:1", "RRULE:FREQ=DAILY", "ORGANIZER:mailto:x@y.example", "END:VCALENDAR", "\u202e",
    "🙂" * 40,
)  # fmt: skip


def meeting(title: str = "Robotics", about: str = "", **more: object) -> Meeting:
    """A meeting at four in London."""
    made = Meeting(
        id=7, network_id=3, title=title, about=about, venue="Room 12", state="planned",
        local_start=NOW.replace(tzinfo=None), zone="Europe/London", minutes=90,
        starts_at=datetime(2026, 12, 1, 16, tzinfo=UTC), version=4,
    )  # fmt: skip
    for key, value in more.items():
        setattr(made, key, value)
    return made


def read(content: bytes) -> Any:  # noqa: ANN401 -- icalendar's parts are of many types
    return Calendar.from_ical(content.decode())


@pytest.mark.must_hold("B1", 4)
def test_nothing_typed_becomes_a_part_of_the_file(
    figure: Callable[[str], None], size: Callable[[int, int], int]
) -> None:
    plain = read(calendar_events.event(meeting(about="x"), "home", NOW, link=False))
    (event,) = plain.walk("VEVENT")
    count = 0
    for line in LINES:
        for sign in BREAKS[:: size(1, 6)]:
            said = f"a{sign}{line}{sign}b"
            for field in ("title", "venue", "about"):
                content = calendar_events.event(
                    meeting(**{"about": "x", field: said}), "home", NOW, link=False
                )
                found = read(content)
                assert sorted(str(part.name) for part in found.subcomponents) == [
                    "VEVENT",
                    "VTIMEZONE",
                ]
                (now,) = found.walk("VEVENT")
                assert set(now) == set(event)
                assert now["UID"] == event["UID"]
                lines = content.replace(b"\r\n ", b"").split(b"\r\n")
                assert sum(one.startswith(b"BEGIN:VEVENT") for one in lines) == 1
                assert not any(b"\n" in one or b"\r" in one for one in lines)
                count += 1
    assert count >= size(200, 80)
    figure(f"{count} payloads: one event, the same properties")


def test_it_stays_one_event_whatever_becomes_of_the_meeting() -> None:
    first = read(calendar_events.event(meeting(), "home", NOW, link=False)).walk("VEVENT")[0]
    moved = meeting(version=9, state="called off", starts_at=datetime(2027, 7, 1, 15, tzinfo=UTC))
    then = read(calendar_events.event(moved, "home", NOW, link=False)).walk("VEVENT")[0]

    assert first["UID"] == then["UID"] == "meeting-3-7@home"
    assert (first["SEQUENCE"], then["SEQUENCE"]) == (4, 9)
    assert (first["STATUS"], then["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert first.decoded("DTSTART").isoformat() == "2026-12-01T16:00:00+00:00"
    assert then.decoded("DTSTART").utcoffset() == timedelta(hours=1)
    assert then.decoded("DTEND") - then.decoded("DTSTART") == timedelta(minutes=90)


def test_the_link_of_the_call_is_for_who_comes() -> None:
    online = meeting(link="https://call.example/1")

    assert b"call.example" not in calendar_events.event(online, "home", NOW, link=False)
    assert b"call.example" in calendar_events.event(online, "home", NOW, link=True)


async def test_it_comes_from_the_page(room: RoomOfPeople) -> None:
    await room.plan("Robötics: twilight/../x")
    kim = Browser(room, link(room))
    await kim.opens()
    await kim.presses("Calendar file")

    told = kim.page.headers
    assert told["content-type"] == "text/calendar; charset=utf-8"
    assert told["content-disposition"] == 'attachment; filename="robotics-twilight-x.ics"'
    first = read(kim.page.content).walk("VEVENT")[0]
    assert first["SUMMARY"] == "Robötics: twilight/../x"
    await room.says(ANA, "/meeting call-off")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await kim.opens()
    assert "This meeting was called off." in kim.words
    await kim.presses("Calendar file")
    then = read(kim.page.content).walk("VEVENT")[0]
    assert then["STATUS"] == "CANCELLED"
    assert then["UID"] == first["UID"]
    assert int(str(then["SEQUENCE"])) > int(str(first["SEQUENCE"]))
