"""One meeting as an event for calendars (iCalendar, RFC 5545). Pure."""

import unicodedata
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.store.tables import Meeting

PRODUCT = "-//Convenor//EN"
_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Cs")


def event(meeting: Meeting, home: str, now: datetime, *, link: bool) -> bytes:
    """The file of one meeting: the same event for ever, whose number grows with each change, and
    which is cancelled where the meeting was called off. `home` tells installations apart; with
    `link` it has that of the call.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 -- slow import

    zone, calendar, found = ZoneInfo(meeting.zone), Calendar(), Event()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    found.add("uid", f"meeting-{meeting.network_id}-{meeting.id}@{home}")
    found.add("dtstamp", now)
    found.add("sequence", meeting.version)
    found.add("dtstart", meeting.starts_at.astimezone(zone))
    ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
    found.add("dtend", ends.astimezone(zone))
    found.add("summary", _line(meeting.title))
    if meeting.venue:
        found.add("location", _line(meeting.venue))
    if about := "\n\n".join(_lines(text) for text in _about(meeting, link=link) if text):
        found.add("description", about)
    found.add("status", "CANCELLED" if meeting.state == "called off" else "CONFIRMED")
    calendar.add_component(found)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _about(meeting: Meeting, *, link: bool) -> tuple[str, ...]:
    return meeting.about, meeting.bring, meeting.link if link else "", meeting.reason


def _lines(text: str) -> str:
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    """What was typed on one line, without signs that could begin another one."""
    return " ".join("".join(_seen(c) for c in text).split())


def _seen(sign: str) -> str:
    return " " if unicodedata.category(sign) in _UNSEEN else sign
