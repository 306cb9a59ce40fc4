"""A school year as a calendar file has it."""

from datetime import datetime

import pytest

from bot.core.calendars import Fault, Why
from bot.core.pasted import Pasted, Ways
from tests.core.test_pasted import entry, read

WIEN = Ways(("de", "en"), datetime(2026, 11, 23, 11), "Europe/Vienna")  # noqa: DTZ001
FERIEN = "SUMMARY:Ferien"


def calendar(*events: str) -> str:
    """A calendar file's text."""
    inside = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}END:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        # What a calendar calls the end is the first day after (RFC 5545, 3.6.1).
        ("DTSTART;VALUE=DATE:20261027\r\nDTEND;VALUE=DATE:20261101", "2026-10-27", "2026-10-31"),
        ("DTSTART;VALUE=DATE:20261027", "2026-10-27", "2026-10-27"),
        ("DTSTART;VALUE=DATE:20261027\r\nDTEND;VALUE=DATE:20261027", "2026-10-27", "2026-10-27"),
        ("DTSTART;VALUE=DATE:20261027\r\nDURATION:P5D", "2026-10-27", "2026-10-31"),
        ("DTSTART:20261026T230000Z\r\nDTEND:20261031T230000Z", "2026-10-27", "2026-10-31"),
        ("DTSTART:20261027T070000Z\r\nDTEND:20261031T160000Z", "2026-10-27", "2026-10-31"),
        ("DTSTART:20261027T000000\r\nDTEND:20261101T000000", "2026-10-27", "2026-10-31"),
        (
            (
                "DTSTART;TZID=Europe/Vienna:20261027T000000\r\n"
                "DTEND;TZID=Europe/Vienna:20261031T235900"
            ),
            "2026-10-27",
            "2026-10-31",
        ),
    ],
)
def test_a_day_of_a_calendar_file(lines: str, first: str, last: str) -> None:
    text = calendar(f"UID:1\r\nSUMMARY:Herbst\r\n ferien\r\n{lines}")

    for said in (text, text.replace("\r\n", "\n")):
        assert read(said, ways=WIEN) == Pasted(
            [entry("holiday", "Herbstferien", first, last)], 0, []
        )


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        (FERIEN, Fault(Why.DAY, "", 1)),
        (f"{FERIEN}\r\nDTSTART:soon", Fault(Why.DAY, "soon", 1)),
        (f"{FERIEN}\r\nDTSTART:20261027\r\nDTEND:never", Fault(Why.DAY, "never", 1)),
        (f"{FERIEN}\r\nDTSTART:20261027\r\nRRULE:FREQ=YEARLY", Fault(Why.REPEATS, "Ferien", 1)),
        (f"{FERIEN}\r\nDTSTART:20261027\r\nRDATE:20261029", Fault(Why.REPEATS, "Ferien", 1)),
        ("DTSTART;VALUE=DATE:20261027", Fault(Why.KIND, "", 1)),
        (f"{FERIEN}\r\nDTSTART:20261027\r\nDURATION:P999999999D", Fault(Why.BROKEN, "", 1)),
        (f"{FERIEN}\r\nDTSTART:00010101T000000Z", Fault(Why.FAR, "1", 1)),
        (f"{FERIEN}\r\nDTSTART:20261027\r\nDURATION:-P3D", Fault(Why.ORDER, "Ferien", 1)),
    ],
)  # fmt: skip
def test_an_event_that_is_wrong_spoils_no_other(event: str, wrong: Fault) -> None:
    good = "SUMMARY:Ferien\r\nDTSTART;VALUE=DATE:20270201\r\nDTEND;VALUE=DATE:20270207"
    holiday = entry("holiday", "Ferien", "2027-02-01", "2027-02-06")

    assert read(calendar(event, good), ways=WIEN) == Pasted([holiday], 0, [wrong])


def test_what_was_cancelled_is_left_out_and_the_first_of_two_names_is_taken() -> None:
    day = "SUMMARY:Ferien\r\nDTSTART;VALUE=DATE:202702"

    assert read(
        calendar(f"{day}01\r\nSTATUS:CANCELLED", f"SUMMARY:Schulfrei\r\n{day}02")
    ) == Pasted([entry("holiday", "Schulfrei", "2027-02-02", "2027-02-02")], 0, [])


def test_a_file_that_was_cut_says_so_and_comes_in_two_parts() -> None:
    events = [f"SUMMARY:Ferien\r\nDTSTART;VALUE=DATE:2027020{n}" for n in (1, 2, 3)]
    text = calendar(*events)
    first, rest = text[: text.index("20270202")], text[text.index("20270202") :]

    found = read(first)
    assert ([e.first.day for e in found.entries], found.faults) == ([1], [Fault(Why.CUT, "", 2)])
    assert [e.first.day for e in read(rest).entries] == [3]
    whole = read(text, found.entries)
    assert ([e.first.day for e in whole.entries], whole.known, whole.faults) == ([2, 3], 1, [])
