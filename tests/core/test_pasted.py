"""A school year as people paste it: lines of a table, or a calendar file's text."""

import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import pasted
from bot.core.calendars import KINDS, MOST, NAME, Entry, Fault, Kind, Why
from bot.core.pasted import Pasted, Ways

ENGLISH = Ways(("en",), datetime(2026, 11, 23, 10), "Europe/London")  # noqa: DTZ001 -- wall time
SPRING = Entry("term", "Spring term", date(2027, 1, 4), date(2027, 3, 26))
HALF = Entry("holiday", "Half term", date(2027, 2, 15), date(2027, 2, 19))


def read(
    text: str, known: Sequence[Entry] = (), otherwise: Kind | None = None, ways: Ways = ENGLISH
) -> Pasted:
    """What a text holds."""
    return pasted.read(text, known, otherwise, ways)


def entry(kind: Kind, name: str, first: str, last: str) -> Entry:
    """A term or a holiday."""
    return Entry(kind, name, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "Spring term; 4.1.2027; 26.3.2027\nHalf term; 15.2.2027; 19.2.2027",
        "Spring term\t04/01/2027\t26/03/2027\r\nHalf term\t15/02/2027\t19/02/2027\r\n",
        "Spring term,2027-01-04,2027-03-26\n\n\nHalf term,2027-02-15,2027-02-19",
        "\ufeffName;From;To\nSpring term;4.1.27;26.3.27\nHalf term;15.2.27;19.2.27",
        '"Spring term","Monday 4 January 2027","26 March 2027"\nHalf term,15 Feb 2027,19 Feb 2027',
        (
            "kind;name;first day;last day\nterm;Spring term;4.1.2027;26.3.2027\n"
            "holiday;Half term;15.2.2027;19.2.2027"
        ),
        "Spring term; 4.1.2027; 26.3.2027; term\nHalf term; 15.2.2027; 19.2.2027; holiday; note",
    ],
)
def test_lines_of_a_table(text: str) -> None:
    assert read(text) == Pasted([SPRING, HALF], 0, [])


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "de",
            (
                "Bezeichnung;von;bis\nHerbstferien;Dienstag, 27. Oktober 2026;31.10.2026\n"
                "2. Halbjahr;8. Februar 2027;2.7.2027\nschulautonom frei;7.12.2026"
            ),
            [
                entry("holiday", "Herbstferien", "2026-10-27", "2026-10-31"),
                entry("term", "2. Halbjahr", "2027-02-08", "2027-07-02"),
                entry("holiday", "schulautonom frei", "2026-12-07", "2026-12-07"),
            ],
        ),
        (
            "fr",
            (
                "Vacances de Noël;19 décembre 2026;3 janvier 2027\n"
                "3e trimestre;1er mars 2027;2 juillet 2027"
            ),
            [
                entry("holiday", "Vacances de Noël", "2026-12-19", "2027-01-03"),
                entry("term", "3e trimestre", "2027-03-01", "2027-07-02"),
            ],
        ),
        (
            "it",
            (
                "Vacanze di Natale;23 dicembre 2026;6 gennaio 2027\n"
                "Secondo quadrimestre;1 febbraio 2027;8 giugno 2027"
            ),
            [
                entry("holiday", "Vacanze di Natale", "2026-12-23", "2027-01-06"),
                entry("term", "Secondo quadrimestre", "2027-02-01", "2027-06-08"),
            ],
        ),
        (
            "fi",
            "Joululoma;21.12.2026;6.1.2027\nKevätlukukausi;7. tammikuuta 2027;5.6.2027",
            [
                entry("holiday", "Joululoma", "2026-12-21", "2027-01-06"),
                entry("term", "Kevätlukukausi", "2027-01-07", "2027-06-05"),
            ],
        ),
    ],
)
def test_lines_in_other_languages(language: str, text: str, found: list[Entry]) -> None:
    assert read(text, ways=Ways((language, "en"), ENGLISH.now, "Europe/Paris")) == Pasted(
        found, 0, []
    )


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Spring term", Fault(Why.DAYS, "Spring term", 1)),
        ("Spring term;;26.3.2027", Fault(Why.DAYS, "Spring term", 1)),
        (";4.1.2027;26.3.2027", Fault(Why.NAME, "", 1)),
        ("Spring term; soon; 26.3.2027", Fault(Why.DAY, "soon", 1)),
        ("Spring term; 30.2.2027; 26.3.2027", Fault(Why.DAY, "30.2.2027", 1)),
        ("Spring term; 4.1.2027; 26.3.", Fault(Why.YEAR, "26.3.", 1)),
        ("Spring term; 4 January; 26.3.2027", Fault(Why.YEAR, "4 January", 1)),
        ("Holiday; 12/25/2026; 12/26/2026", Fault(Why.DAY, "12/25/2026", 1)),
        ("Holiday; 24.10.; 1.11.2026", Fault(Why.YEAR, "24.10.", 1)),
        ("Holiday; 24 October; 1.11.2026", Fault(Why.YEAR, "24 October", 1)),
        ("Holiday; 15-19 February 2027", Fault(Why.DAY, "15-19 February 2027", 1)),
        ("Holiday; 15 to 19 February 2027", Fault(Why.DAY, "15 to 19 February 2027", 1)),
        ("Holiday; 26-30 March 2027", Fault(Why.DAY, "26-30 March 2027", 1)),
        ("Holiday; 15.2.2027 - 19.2.2027", Fault(Why.DAY, "15.2.2027 - 19.2.2027", 1)),
        ("Robotics; 4.1.2027; 26.3.2027", Fault(Why.KIND, "Robotics", 1)),
        ("Spring term; 26.3.2027; 4.1.2027", Fault(Why.ORDER, "Spring term", 1)),
        ("Spring term; 4.1.2072; 26.3.2072", Fault(Why.FAR, "2072", 1)),
        ("Summer holidays; 4.1.2027; 26.12.2027", Fault(Why.LONG, "Summer holidays", 1)),
    ],
)
def test_a_row_that_is_wrong_is_told_with_its_reason(row: str, wrong: Fault) -> None:
    assert read(row) == Pasted([], 0, [wrong])
    after = read(f"Name;First day;Last day\nHalf term; 15.2.2028; 19.2.2028\n\n{row}")
    assert after.faults == [Fault(wrong.why, wrong.said, 4)]


def test_what_is_there_is_not_added_twice_and_what_overlaps_is_told() -> None:
    text = "Spring term;4.1.2027;26.3.2027\nOld name, half term;15.2.2027;19.2.2027;holiday"
    text += "\nSpring term;4.1.2027;26.3.2027\nLate spring term;20.3.2027;1.4.2027"

    assert read(text.replace("Old name, half", "Half"), [HALF]) == Pasted(
        [SPRING], 2, [Fault(Why.OVERLAP, "Spring term", 4)]
    )


def test_what_does_not_say_is_what_the_person_chose() -> None:
    row = "Carnival; 15.2.2027; 19.2.2027"

    assert [read(row, otherwise=kind).entries[0].kind for kind in KINDS] == ["term", "holiday"]
    assert read("Half term 1; 4.1.2027; 12.2.2027").entries[0].kind == "term"
    assert read("Spring half term; 15.2.2027; 19.2.2027").entries[0].kind == "holiday"


@pytest.mark.parametrize(
    ("term", "holiday"),
    [("term", "holiday"), ("Schulzeit", "Ferien"), ("période de cours", "vacances"),
     ("periodo di lezioni", "vacanza"), ("lukukausi", "loma")],
)  # fmt: skip
def test_what_we_call_them_in_any_language_can_be_written_beside(term: str, holiday: str) -> None:
    rows = f"A;4.1.2027;{term}\nB;5.1.2027;{holiday}"

    assert [one.kind for one in read(rows).entries] == ["term", "holiday"]


def test_a_name_that_is_too_long_is_cut_and_says_so() -> None:
    [found] = read(f"Holiday {'x' * 99}; 15.2.2027").entries

    assert len(found.name) == NAME
    assert found.name.endswith("…")


def test_no_more_than_a_network_keeps() -> None:
    days = [date(2026, 9, 1) + timedelta(days=n) for n in range(MOST + 5)]
    rows = "\n".join(f"Day off;{day.isoformat()}" for day in days)
    found = read(rows, otherwise="holiday")

    assert (len(found.entries), found.faults) == (MOST, (Fault(Why.MANY, "", MOST + 1),))
    assert read("x" * (pasted.LARGEST + 1)) == Pasted((), 0, (Fault(Why.MANY),))


BOMBS = (
    "BEGIN:VEVENT\n" * 5000,
    "BEGIN:VEVENT\n" + "X:" + "y" * 60_000 + "\nEND:VEVENT",
    "BEGIN:VEVENT\nSUMMARY:x\n" + " y\n" * 20_000 + "END:VEVENT",
    "BEGIN:VEVENT\n" + "BEGIN:VALARM\n" * 4500 + "END:VEVENT",
    "BEGIN:VEVENT\nRRULE:" + "FREQ=DAILY;" * 5000 + "\nEND:VEVENT",
    "x;" + "monday 2027 " * 5000,
    "x;" + "1 " * 30_000 + "2027",
    ";" * 65_000,
    '"' * 65_000,
    "holidays " * 7000 + ";1.1.3027",
    "\n".join(f"x{n};monday the 2027 of never;wednesday 2027 mars" for n in range(1300)),
    "\n" * 65_000,
)


@pytest.mark.parametrize("text", BOMBS, ids=range(len(BOMBS)))
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    found = read(text[: pasted.LARGEST], ways=Ways(("de", "fr", "en"), ENGLISH.now, "Europe/Paris"))

    assert time.process_time() - began < 4
    assert not found.entries


WORDS = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "SUMMARY:", "DTSTART:", "DTEND;VALUE=DATE:",
     "DURATION:", "P1W", "20270201", "T000000Z", "\n", ";", ",", "\t", '"', " ", "4.1.2027",
     "26 March 2027", "term", "holiday", "Ferien", "\x00", "\ud800", "TZID=", "99999999"]
)  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(WORDS | st.text(max_size=5), max_size=30).map("".join), st.sampled_from([None, *KINDS])
)
def test_any_text_is_read_or_told_why_not(text: str, otherwise: Kind | None) -> None:
    found = read(text, [HALF], otherwise)

    for one in found.entries:
        assert one.first <= one.last
        assert one.name
        assert len(one.name) <= NAME
    for wrong in found.faults:
        assert wrong.number or wrong.why is Why.MANY


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS), st.dates(date(2025, 1, 1), date(2028, 1, 1)), st.integers(0, 90)
        ),
        max_size=8,
    )
)
def test_a_table_of_anything_that_can_be_kept_is_read_as_it_was(
    rows: list[tuple[Kind, date, int]],
) -> None:
    wanted: list[Entry] = []
    for kind, first, days in rows:
        one = Entry(kind, "Name", first, first + timedelta(days=days))
        others = [other for other in wanted if other.kind == kind]
        if not any(o.first <= one.last and one.first <= o.last for o in others):
            wanted.append(one)
    text = "\n".join(f"{e.kind};{e.name};{e.first:%d.%m.%Y};{e.last.isoformat()}" for e in wanted)

    assert read(text) == Pasted(wanted, 0, [])
