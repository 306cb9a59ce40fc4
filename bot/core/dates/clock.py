"""Which time of day a phrase means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from typing import Literal

from bot.core.dates.text import GONE, Rest, compiled, one_of
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
    led: str = ""
    """What stands before it, such as at."""
    bare: bool = False
    """Whether nothing says that it is a time."""


Part = Literal["", "morning", "late"]
"""The part of the day that is told in words; late is the afternoon and the evening."""


def part_of_day(rest: Rest, words: Tongue) -> Part:
    """The part of the day that a phrase tells; nothing where it tells none, or two."""
    late, morning = rest.has(one_of(words.late)), rest.has(one_of(words.morning))
    for name in (*words.late, *words.morning):
        if any(noon in name for noon in words.fixed):
            rest.take(name)  # the afternoon is not noon, though in French it ends so
    if late == morning:
        return ""
    return "late" if late else "morning"


def read_clock(rest: Rest, words: Tongue, part: Part) -> Clock | None:
    """The time that is named; a range gives its start. None where none is."""
    if rest.has(rf"(?<!from )(?<!von )(?:5|10|20|25) (?:{one_of(words.past)}) \d{{1,2}}(?![:.\d])"):
        return Clock(several=True)  # ten to four, or from ten to four
    found = sorted(_times(rest, words), key=lambda one: one.start)
    ends = [n for n, one in enumerate(found) if n and _is_range(found[n - 1], one, rest, words)]
    # Noon beside a time of its own tells the part of the day.
    told = [one for n, one in enumerate(found) if n not in ends]
    told = [one for one in told if not one.exact or one.hour != NOON] or told[:1]
    begun = [found[n - 1] for n in ends]
    told = [one for one in told if one in begun or not _is_of_place(one, rest, words)] or told[:1]
    if not told:
        return Clock() if part else None
    if len({_at(one, part).at for one in told}) > 1:
        return Clock(several=True)
    first = told[0]
    last = next((found[n] for n in ends if found[n - 1] is first), None)
    if last is not None and not first.half and last.half == "pm" and first.hour < NOON:
        first = _in_half(first, last)
    return _at(first, part)


def _is_of_place(found: Found, rest: Rest, words: Tongue) -> bool:
    """Whether a bare figure belongs to the word before it: room 12."""
    before = re.search(r"([a-z]{3,}) $", rest.text[: found.start])
    return found.bare and before is not None and before[1] not in words.joins


def _in_half(first: Found, last: Found) -> Found:
    """In 4-6pm the first is in the afternoon as well; in 11-1pm it is not."""
    half = "pm" if first.hour % NOON <= last.hour % NOON else "am"
    return Found(first.start, first.end, first.hour, first.minute, half)


def _at(found: Found, part: Part) -> Clock:
    hour, minute = found.hour, found.minute
    if minute < 0:
        hour, minute = hour - 1 or NOON, minute + 60  # half to one is after noon
    if found.half:
        if not 1 <= found.hour <= NOON:
            return Clock(impossible=True)
        hour = hour % NOON + (NOON if found.half == "pm" else 0)
    elif not found.exact and _is_late(hour, part):
        hour += NOON
    if not (0 <= hour < DAY and 0 <= minute < 60):  # noqa: PLR2004
        return Clock(impossible=True)
    return Clock(time(hour, minute))


def _is_late(hour: int, part: Part) -> bool:
    """Whether a bare hour is one of the afternoon or evening."""
    return (part == "late" and hour < NOON) or (part != "morning" and 1 <= hour <= EVENING)


def _is_range(before: Found, after: Found, rest: Rest, words: Tongue) -> bool:
    between = f"{rest.text[before.end : after.start]} {after.led}"
    signs = " ".join(between.replace(GONE.strip(), " ").split())
    return re.fullmatch(one_of(words.to), signs) is not None


def _times(rest: Rest, words: Tongue) -> Iterator[Found]:
    """Every time in the text, each piece of text once; what is more certain first."""
    for shape in (_spoken, _figures, _hours, _after_at, _fixed, _bare):
        for found in list(shape(rest.text, words)):
            yield found
            gone = GONE.strip() * (found.end - found.start)
            rest.text = f"{rest.text[: found.start]}{gone}{rest.text[found.end :]}"


def _shaped(pattern: str, words: Tongue, text: str) -> Iterator[re.Match[str]]:
    """Where this stands: {at} is what leads a time, {n} an hour, {behind} what adds minutes."""
    for key, given in {
        "{at}": f"(?:(?P<led>{one_of(words.at)}) ?)",
        "{n}": rf"(?P<n>\d{{1,2}}|{one_of(words.numbers)})",
        "{behind}": f"(?: (?P<behind>{one_of(words.behind)}))?",
        "{hour}": one_of((*words.hour, *(("am", "pm") if words.spaced_halves else ()))),
    }.items():
        pattern = pattern.replace(key, given)
    return compiled(pattern).finditer(text)


def _made(found: re.Match[str], words: Tongue, minute: int = 0, *, exact: bool = False) -> Found:
    """A time of what was found, by the names of its parts."""
    told = found.groupdict()
    hour = words.fixed[told["fixed"]] if told.get("fixed") else _number(found["n"], words)
    minute += int(told.get("m") or 0) + words.behind.get(told.get("behind") or "", 0)
    unit = told.get("unit") or ""
    half = unit if unit in ("am", "pm") else ""
    return Found(found.start(), found.end(), hour, minute, half, exact, told.get("led") or "")


def _spoken(text: str, words: Tongue) -> Iterator[Found]:
    """Half past four, halb fünf, quarter to five."""
    forms = (
        (words.half_past, 30), (words.half_to, -30),
        (words.quarter_past, 15), (words.quarter_to, -15),
    )  # fmt: skip
    for several, minutes in forms:
        for found in _shaped(f"{{at}}?(?:{one_of(several)}) {{n}}", words, text):
            yield _made(found, words, minutes)
    few = {word: number for word, number in words.numbers.items() if number in (5, 10, 20, 25)}
    if words.past:
        shape = f"{{at}}?(?P<few>{one_of(few)}) (?P<past>{one_of(words.past)}) {{n}}"
        for found in _shaped(shape, words, text):
            yield _made(found, words, few[found["few"]] * words.past[found["past"]])


def _figures(text: str, words: Tongue) -> Iterator[Found]:
    """16:00, 16.00, 16h30, 15 Uhr 45, 4.15pm."""
    hour = one_of((*words.hour, "h"))
    shape = (
        rf"{{at}}?(?P<n>\d{{1,2}})(?:[:.,]| ?(?:{hour}) ?)(?P<m>\d\d)(?: ?(?P<unit>{{hour}}|h))?"
    )
    for found in _shaped(shape, words, text):
        yield _made(found, words, exact=found["n"].startswith("0"))
    if words.minute_joins:
        joins = one_of(words.minute_joins)
        shape = rf"(?<!tra le )(?<!fra le ){{at}}?(?P<n>\d{{1,2}}) (?:{joins}) (?P<m>[1-5][05])"
        for found in _shaped(shape, words, text):
            if found.groupdict().get("led") not in ("tra le", "fra le"):
                yield _made(found, words)


def _hours(text: str, words: Tongue) -> Iterator[Found]:
    """4pm, 16h, 16 Uhr, quatre heures et demie."""
    for found in _shaped(r"{at}?(?P<n>\d{1,2})(?P<unit>am|pm)", words, text):
        yield _made(found, words)
    if words.hour:
        for found in _shaped("{at}?{n} ?(?P<unit>{hour}){behind}", words, text):
            yield _made(found, words)


def _after_at(text: str, words: Tongue) -> Iterator[Found]:
    """At 4, um zehn, alle 3 e mezza."""
    for found in _shaped("{at}{n}{behind}", words, text):
        yield _made(found, words)


def _fixed(text: str, words: Tongue) -> Iterator[Found]:
    """Noon, midnight."""
    for found in _shaped(f"{{at}}?(?P<fixed>{one_of(words.fixed)})", words, text):
        yield _made(found, words, exact=True)


def _bare(text: str, words: Tongue) -> Iterator[Found]:
    """A figure that stands alone, and Finnish hours, whose ending says "at"."""
    endings = [word for word in words.numbers if word.endswith(("lta", "ltatoista"))]
    for found in _shaped(rf"(?P<n>{one_of(endings)})", words, text):
        yield _made(found, words)
    for found in _shaped(r"(?P<n>[01]\d|2[1-3])(?P<m>[0-5]\d)", words, text):
        yield replace(_made(found, words, exact=True), bare=True)
    for found in _shaped(r"(?P<n>\d{1,2})(?!\.)", words, text):
        yield replace(_made(found, words), bare=True)


def _number(text: str, words: Tongue) -> int:
    return int(text) if text.isdigit() else words.numbers[text]
