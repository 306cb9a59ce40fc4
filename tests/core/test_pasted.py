"""A school year as it is pasted: lines of a table, or a calendar's text."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendars import MOST, Entry, Kind, Why
from bot.core.pasted import LARGEST, Pasted, Ways, kind_of, read

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC).replace(tzinfo=None)
WAYS = Ways(("en", "de", "fr"), NOW, "Europe/Berlin")
AUTUMN = Entry("term", "Autumn term", date(2026, 9, 1), date(2026, 12, 18))
CHRISTMAS = Entry("holiday", "Christmas holidays", date(2026, 12, 21), date(2027, 1, 1))


def pasted(text: str, *known: Entry, otherwise: Kind | None = None) -> Pasted:
    return read(text, known, otherwise, WAYS)


def wrong(text: str, *known: Entry) -> list[tuple[int, Why, str]]:
    found = pasted(text, *known)
    assert list(found.entries) == []
    return [(fault.row, fault.why, fault.said) for fault in found.faults]


SEMICOLONS = """\
Autumn term;1.9.2026;18.12.2026
Christmas holidays;21.12.2026;1.1.2027"""
COMMAS = """\
Name, First day, Last day
Autumn term, 1/9/2026, 18/12/2026

Christmas holidays, 2026-12-21, 2027-01-01
"""
TABS = """\
Autumn term\t1 September 2026\t18 December 2026\r
Christmas holidays\t"21.12.26"\t1. Januar 2027\t\t"""
KIND_FIRST = """\
kind;name;from;to
term;Autumn term;1.9.2026;18.12.2026
holiday;Christmas holidays;21.12.2026;1.1.2027"""
KIND_LAST = """\
Autumn term;1.9.2026;18.12.2026;Trimestre
Christmas holidays;21.12.2026;1.1.2027;vacances"""


@pytest.mark.parametrize("text", [SEMICOLONS, COMMAS, TABS, KIND_FIRST, KIND_LAST])
def test_a_table_is_read_however_it_is_written(text: str) -> None:
    assert pasted(text) == Pasted([AUTUMN, CHRISTMAS], 0, [])


def test_the_same_once_more_adds_nothing() -> None:
    line = "Autumn term;1.9.2026;18.12.2026"

    assert pasted(f"{line}\n{line}") == Pasted([AUTUMN], 1, [])
    assert pasted(line, AUTUMN) == Pasted([], 1, [])


def test_a_single_day_needs_no_second_one() -> None:
    day = date(2027, 1, 4)

    assert pasted("INSET day; 4.1.2027").entries == [Entry("holiday", "INSET day", day, day)]


@pytest.mark.parametrize(
    ("line", "why", "said"),
    [
        ("Autumn term;31.2.2027;1.4.2027", Why.DAY, "31.2.2027"),
        ("Autumn term;1.9.2026;soon", Why.DAY, "soon"),
        ("Autumn term;1.9.;18.12.", Why.YEAR, "1.9."),
        ("Autumn term;1/9;18/12/2026", Why.YEAR, "1/9"),
        ("Christmas;21.12.2026;1.1.2027", Why.KIND, "Christmas"),
        ("Autumn term;18.12.2026;1.9.2026", Why.ORDER, "Autumn term"),
        ("Summer holiday;1.9.2026;31.8.2027", Why.LONG, "Summer holiday"),
        ("Autumn term;1.9.2206;18.12.2206", Why.FAR, "2206"),
        ("Autumn term", Why.DAYS, "Autumn term"),
        ("Autumn term;;18.12.2026", Why.DAYS, "Autumn term"),
        (";1.9.2026;18.12.2026", Why.NAME, ""),
        ("Half-term;31.2.2027;1.3.2027", Why.DAY, "31.2.2027"),
        ("Half-term;31st of February 2027;1.3.2027", Why.DAY, "31st of February 2027"),
        ("holiday;32 May 2027;3.5.2027", Why.DAY, "32 May 2027"),
    ],
)
def test_a_row_that_cannot_be_kept_is_named_with_its_reason(line: str, why: Why, said: str) -> None:
    assert wrong(f"Name;First;Last\n{line}") == [(2, why, said)]


def test_what_overlaps_with_its_own_kind_is_told_of() -> None:
    assert wrong("Winter term;1.12.2026;1.2.2027", AUTUMN) == [(1, Why.OVERLAP, "Autumn term")]
    assert len(pasted("Half-term;26.10.2026;30.10.2026", AUTUMN).entries) == 1


def test_who_pastes_can_say_what_the_rest_is() -> None:
    found = pasted("Christmas;21.12.2026;1.1.2027", otherwise="holiday")

    assert [(entry.kind, entry.name) for entry in found.entries] == [("holiday", "Christmas")]


@pytest.mark.parametrize(
    ("name", "days", "kind"),
    [
        ("Half-term", 9, "holiday"), ("Second half term", 50, "term"),
        ("Spring term", 60, "term"), ("Term break", 9, "holiday"),
        ("Herbstferien", 12, "holiday"), ("Semesterferien", 12, "holiday"),
        ("1. Schulhalbjahr", 120, "term"), ("Schulzeit bis Ostern", 60, "term"),
        ("schulfrei", 1, "holiday"),
        ("Vacances de la Toussaint", 14, "holiday"), ("Premier trimestre", 90, "term"),
        ("Vacanze di Natale", 14, "holiday"), ("Primo quadrimestre", 120, "term"),
        ("Syysloma", 5, "holiday"), ("Kevätlukukausi", 100, "term"),
        ("Diploma exams", 5, None), ("Freitag", 1, None), ("Weihnachten", 14, None),
    ],
)  # fmt: skip
def test_a_name_says_what_it_is_in_five_languages(name: str, days: int, kind: str | None) -> None:
    assert kind_of(name, days) == kind


def event(name: str, *lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", "UID:1", f"SUMMARY:{name}", *lines, "END:VEVENT"))


def calendar(*events: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR"))


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (("DTSTART;VALUE=DATE:20261026", "DTEND;VALUE=DATE:20261031"), "2026-10-26", "2026-10-30"),
        (("DTSTART;VALUE=DATE:20261026",), "2026-10-26", "2026-10-26"),
        (("DTSTART;VALUE=DATE:20261026", "DURATION:P5D"), "2026-10-26", "2026-10-30"),
        (("DTSTART:20261025T230000Z", "DTEND:20261030T230000Z"), "2026-10-26", "2026-10-30"),
        (("DTSTART:20261026T080000", "DTEND:20261030T160000"), "2026-10-26", "2026-10-30"),
        (
            (
                "DTSTART;TZID=Europe/Berlin:20261026T000000",
                "DTEND;TZID=Europe/Berlin:20261026T0900",
            ),
            None,
            None,
        ),
    ],
)
def test_a_calendars_end_is_the_day_after(
    lines: tuple[str, ...], first: str | None, last: str | None
) -> None:
    found = pasted(calendar(event("Half-term\\, autumn", *lines)))

    if first is None or last is None:
        assert [fault.why for fault in found.faults] == [Why.DAY]
        return
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert found == Pasted([Entry("holiday", "Half-term, autumn", *days)], 0, [])


def test_a_broken_event_spoils_no_other() -> None:
    good = event("Half-term", "DTSTART;VALUE=DATE:20261026", "DTEND;VALUE=DATE:20261031")
    text = calendar(
        event("Spring break", "DTSTART;VALUE=DATE:20270231"),
        event("Every Friday break", "DTSTART;VALUE=DATE:20261016", "RRULE:FREQ=WEEKLY"),
        event("No day"),
        good,
    )
    found = pasted(text + "\r\nBEGIN:VEVENT\r\nSUMMARY:cut off")

    assert [entry.name for entry in found.entries] == ["Half-term"]
    assert [(fault.row, fault.why) for fault in found.faults] == [
        (1, Why.DAY),
        (2, Why.REPEATS),
        (3, Why.DAY),
        (5, Why.CUT),
    ]


def test_too_much_is_not_looked_at() -> None:
    assert wrong("x" * (LARGEST + 1)) == [(0, Why.MANY, "")]
    lines = [f"Break;{1 + n % 28}.{1 + n // 28 % 12}.{2027 + n // 336}" for n in range(MOST + 1)]
    found = pasted("\n".join(lines))
    assert (len(found.entries), [fault.why for fault in found.faults]) == (MOST, [Why.MANY])


@given(st.text(max_size=200) | st.text(alphabet="BEGIN:VT\nDSA;,\t.1290\x00\"'", max_size=300))
def test_nothing_that_is_pasted_breaks_it(text: str) -> None:
    pasted(text)
    pasted(calendar(event(text, f"DTSTART:{text}")))
