"""Days and times as people type them: a corpus collected blind, half of it frozen. Where a phrase
of the frozen half is read wrongly, only how many are is told, so that nobody tunes by it.
"""

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import when
from bot.core.dates import read
from bot.i18n import LANGUAGES, translator

FOLDER = Path(__file__).parent
ENOUGH = 0.95
WEDNESDAY = datetime.fromisoformat("2026-11-25T10:00")
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def meant(row: Row) -> tuple[str, str]:
    reading = read(row["phrase"], row["lang"], datetime.fromisoformat(row["now"]))
    return reading.status, f"{reading.local:%Y-%m-%dT%H:%M}" if reading.local else ""


def is_right(row: Row) -> bool:
    return meant(row) == (row["status"], row["local"])


@pytest.mark.parametrize("row", rows("tuning"), ids=lambda row: f"{row['lang']}: {row['phrase']}")
def test_a_phrase_means_what_people_mean(row: Row) -> None:
    assert meant(row) == (row["status"], row["local"])


@pytest.mark.must_hold("A4", 2)
def test_the_frozen_half_is_read_as_well_and_none_silently_wrong(
    figure: Callable[[str], None],
) -> None:
    frozen = rows("frozen")
    right = Counter(row["lang"] for row in frozen if is_right(row))
    silent = sum(meant(row)[0] == "ok" and not is_right(row) for row in frozen)
    share = right.total() / len(frozen)
    figure(f"{right.total()} of {len(frozen)} right ({dict(right)}), {silent} silently wrong")
    assert share >= ENOUGH
    assert silent == 0


@pytest.mark.must_hold("A4", 2)
@pytest.mark.parametrize("language", LANGUAGES)
@given(
    day=st.dates(date(2026, 9, 1), date(2028, 12, 31)),
    minutes=st.integers(0, 24 * 60 - 1),
)
def test_every_date_is_read_again_from_its_own_echo(language: str, day: date, minutes: int) -> None:
    zone = "Europe/London"
    local = datetime.combine(day, time()) + timedelta(minutes=minutes)
    starts = when.instant(local, zone)
    there = starts.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    echo = translator(language).moment(starts, zone)
    assert read(echo, language, datetime.fromisoformat("2026-08-01T10:00")).local == there


@pytest.mark.parametrize(
    ("phrase", "language", "meaning"),
    [
        ("a week on Monday at 4", "en", "2026-12-07T16:00"),
        ("2 weeks today at 4", "en", "2026-12-09T16:00"),
        ("Friday 9 p.m.", "en", "2026-11-27T21:00"),
        ("Friday 4pm room 3", "en", "2026-11-27T16:00"),
        ("the 25th 9am", "en", "2026-12-25T09:00"),
        ("am 25. um 11 Uhr", "de", "2026-11-25T11:00"),
        ("25 Nov 9am", "en", "2027-11-25T09:00"),
        ("29 February 9am", "en", "2028-02-29T09:00"),
        ("friday 1600", "en", "2026-11-27T16:00"),
        ("Do um 4 am Nachmittag in Raum 12", "de", "2026-11-26T16:00"),
        ("dreiviertel vier am Freitag", "de", "2026-11-27T15:45"),
        ("zwischen 4 und 5 am Freitag", "de", "2026-11-27T16:00"),
        ("jeudi à seize heures trente", "fr", "2026-11-26T16:30"),
        ("mar 8/12 h 16", "it", "2026-12-08T16:00"),
        ("domani alle 16,30", "it", "2026-11-26T16:30"),
        ("to 3.12. 16.30", "fi", "2026-12-03T16:30"),
        ("the Tuesday after next at 4", "en", "ask"),
        ("übernächsten Montag 15 Uhr", "de", "ask"),
        ("a month today at 4", "en", "ask"),
        ("5 to 4 tomorrow", "en", "ask"),
        ("vendredi après-midi", "fr", "ask"),
        ("Thu 16:60", "en", "refuse"),
        ("", "en", "refuse"),
        ("x" * 5000, "fi", "refuse"),
    ],
)
def test_what_was_once_silently_wrong(phrase: str, language: str, meaning: str) -> None:
    reading = read(phrase, language, WEDNESDAY)
    found = f"{reading.local:%Y-%m-%dT%H:%M}" if reading.local else reading.status
    assert found == meaning


@pytest.mark.parametrize("text", ["Роботы 2", "B 2", "日本 3", "Robotics 2", "№ 7"])
def test_what_is_no_part_of_a_time_is_told(text: str) -> None:
    assert read(text, "en", WEDNESDAY).left


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.text(max_size=60))
def test_no_text_breaks_it(language: str, text: str) -> None:
    assert read(text, language, WEDNESDAY).status in ("ok", "ask", "refuse")


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("first Tuesday in December 4pm", "en"),
        ("last Friday of January 16:00", "en"),
        ("Tuesday night 12", "en"),
        ("4 days from Tuesday 4pm", "en"),
        ("after Tuesday 4pm", "en"),
        ("erster Dienstag im Dezember 16 Uhr", "de"),
        ("heute Nacht 1 Uhr", "de"),
        ("demain en huit 16h", "fr"),
        ("mardi quatre heures moins dix", "fr"),
        ("ultimo venerdì di gennaio ore 16", "it"),
        ("viikolla 50 tiistaina klo 16", "fi"),
    ],
)
def test_a_word_that_may_mean_another_day_is_asked_back(phrase: str, language: str) -> None:
    assert read(phrase, language, WEDNESDAY).status == "ask"


@pytest.mark.parametrize(
    ("phrase", "language"), [("Dienstag halb eins", "de"), ("tiistaina puoli yksi", "fi")]
)
def test_half_to_one_is_after_noon(phrase: str, language: str) -> None:
    assert read(phrase, language, WEDNESDAY).at == time(12, 30)
