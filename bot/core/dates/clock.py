"""Which time of day a phrase means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from bot.core.dates.text import Rest, compiled, one_of
from bot.core.dates.tongues import Tongue

NOON, EVENING, DAY = 12, 6, 24
"""Up to six, a bare hour is the afternoon's."""


@dataclass(slots=True)
class Clock:
    """A time of day, and what is unclear about it; `at` is None where only a part of the day is
    told.
    """

    at: time | None = None
    several: bool = False
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A time in the text: where it stands, and what it says; minutes may be below nothing."""

    start: int
    end: int
    hour: int
    minute: int = 0
    half: str = ""
    exact: bool = False
    """Whether it is told so that morning and afternoon are known: 04:00, midday."""


def read_clock(rest: Rest, words: Tongue) -> Clock | None:
    """The time that is named; a range gives its start. None where none is."""
    late, morning = rest.has(one_of(words.late)), rest.has(one_of(words.morning))
    found = sorted(_times(rest, words), key=lambda one: one.start)
    if not found:
        return Clock() if late or morning else None
    first = found[0]
    for before, after in pairwise(found):
        if not _is_range(rest.text[before.end : after.start], words):
            return Clock(several=True)
    if not first.half and len(found) > 1 and found[1].half == "pm" and first.hour < NOON:
        first = _in_half(first, found[1])
    return _at(first, late=late and not morning, morning=morning and not late)


def _in_half(first: Found, last: Found) -> Found:
    """In 4-6pm the first is in the afternoon as well; in 11-1pm it is not."""
    half = "pm" if first.hour % NOON <= last.hour % NOON else "am"
    return Found(first.start, first.end, first.hour, first.minute, half)


def _at(found: Found, *, late: bool, morning: bool) -> Clock:
    hour, minute = found.hour, found.minute
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if found.half:
        if not 1 <= found.hour <= NOON:
            return Clock(impossible=True)
        hour = hour % NOON + (NOON if found.half == "pm" else 0)
    elif not found.exact and _is_late(hour, late=late, morning=morning):
        hour += NOON
    if not (0 <= hour < DAY and 0 <= minute < 60):  # noqa: PLR2004
        return Clock(impossible=True)
    return Clock(time(hour, minute))


def _is_late(hour: int, *, late: bool, morning: bool) -> bool:
    """Whether a bare hour is one of the afternoon or evening."""
    return (late and hour < NOON) or (not morning and 1 <= hour <= EVENING)


def _is_range(between: str, words: Tongue) -> bool:
    return (
        re.fullmatch(rf"[ \N{{BULLET}}.]*(?:{one_of(words.to)})[ \N{{BULLET}}]*", between)
        is not None
    )


def _times(rest: Rest, words: Tongue) -> Iterator[Found]:
    """Every time in the text, each piece of text once; what is more certain first."""
    for shape in (_spoken, _figures, _hours, _after_at, _fixed, _bare):
        for found in list(shape(rest.text, words)):
            if not 0 <= found.start < found.end:
                continue
            yield found
            gone = "\N{BULLET}" * (found.end - found.start)
            rest.text = f"{rest.text[: found.start]}{gone}{rest.text[found.end :]}"


def _spoken(text: str, words: Tongue) -> Iterator[Found]:
    """Half past four, halb fünf, quarter to five."""
    number = rf"(\d{{1,2}}|{one_of(words.numbers)})"
    forms = (
        (words.half_past, 30), (words.half_to, -30),
        (words.quarter_past, 15), (words.quarter_to, -15),
    )  # fmt: skip
    at = f"(?:(?:{one_of(words.at)}) )?"
    for several, minutes in forms:
        if not several:
            continue
        for m in compiled(rf"{at}(?:{one_of(several)}) {number}").finditer(text):
            yield Found(m.start(), m.end(), _number(m[1], words), minutes)


def _figures(text: str, words: Tongue) -> Iterator[Found]:
    """16:00, 16.00, 16h30, 15 Uhr 45, 4.15pm."""
    hour = one_of((*words.hour, "h"))
    at = f"(?:(?:{one_of(words.at)}) ?)?"
    shape = rf"{at}(\d{{1,2}})(?:[:.]| ?(?:{hour}) ?)(\d\d)(?: ?(am|pm|{hour}))?"
    for m in compiled(shape).finditer(text):
        half = m[3] if m[3] in ("am", "pm") else ""
        exact = m[1].startswith("0")
        yield Found(m.start(), m.end(), int(m[1]), int(m[2]), half, exact)


def _hours(text: str, words: Tongue) -> Iterator[Found]:
    """4pm, 16h, 16 Uhr, quatre heures et demie."""
    number = rf"(\d{{1,2}}|{one_of(words.numbers)})"
    hour = one_of((*words.hour, "am", "pm"))
    behind = f"(?: ({one_of(words.behind)}))?"
    at = f"(?:(?:{one_of(words.at)}) ?)?"
    for m in compiled(rf"{at}{number} ?({hour}){behind}").finditer(text):
        half = m[2] if m[2] in ("am", "pm") else ""
        yield Found(m.start(), m.end(), _number(m[1], words), words.behind.get(m[3] or "", 0), half)


def _after_at(text: str, words: Tongue) -> Iterator[Found]:
    """At 4, um zehn, alle 3 e mezza."""
    number = rf"(\d{{1,2}}|{one_of(words.numbers)})"
    behind = f"(?: ({one_of(words.behind)}))?"
    for m in compiled(rf"(?:{one_of(words.at)}) ?{number}{behind}").finditer(text):
        yield Found(m.start(), m.end(), _number(m[1], words), words.behind.get(m[2] or "", 0))


def _fixed(text: str, words: Tongue) -> Iterator[Found]:
    """Noon, midnight."""
    at = f"(?:(?:{one_of(words.at)}) )?"
    for m in compiled(rf"{at}({one_of(words.fixed)})").finditer(text):
        yield Found(m.start(), m.end(), words.fixed[m[1]], exact=True)


def _bare(text: str, words: Tongue) -> Iterator[Found]:
    """A figure that stands alone, and Finnish hours, whose ending says "at"."""
    for m in compiled(r"(\d{1,2})(?!\.)").finditer(text):
        yield Found(m.start(), m.end(), int(m[1]))
    endings = [word for word in words.numbers if word.endswith(("lta", "ltatoista"))]
    for m in compiled(f"({one_of(endings)})").finditer(text):
        yield Found(m.start(), m.end(), words.numbers[m[1]])


def _number(text: str, words: Tongue) -> int:
    return int(text) if text.isdigit() else words.numbers[text]
