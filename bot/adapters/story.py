r"""Story files: what people do, and when, in plain lines. Tests, demonstration and documentation in
one.

    now 2026-11-23 10:00 Europe/London
    code 4F2A9C1D
    room northshire: Ana (admin), Ben, Cleo
    Ana in #northshire types /network set-up
    Ana fills
      What is your network called? = Northshire STEM teachers
    Ana presses Introduce yourself
    clock +30s
    restart

A line that starts with # is a comment. In what is typed and filled in, \n stands for a new line, \s
for a space, and \u202e for the sign of that number. `code` is the one that the house printed, with
which anybody can set a network up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.adapters.stage import Actor, Room

_NOW = re.compile(r"now (\d{4}-\d\d-\d\d \d\d:\d\d) (\S+)")
_ESCAPED = re.compile(r"\\(n|s|u[0-9a-fA-F]{4})")
_CODE = re.compile(r"code (\w+)")
_ROOM = re.compile(r"room ([\w-]+): (.+)")
_PERSON = re.compile(r"(\w+)(?: \(([^)]*)\))?")
_TYPES = re.compile(r"(\w+) in #([\w-]+) types (/.+)")
_FILLS = re.compile(r"(\w+) fills")
_PRESSES = re.compile(r"(\w+) presses (.+)")
_CLOCK = re.compile(r"clock \+(\d+)(s|min|h|d|w)")
_UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
LANGUAGES = ("en", "de", "fr", "it", "fi")


class NotAStory(ValueError):
    """A line that cannot be read; the text names it."""


@dataclass(frozen=True, slots=True)
class Types:
    """Somebody types a command in a room."""

    who: str
    room: str
    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    """Somebody presses a button."""

    who: str
    label: str


@dataclass(frozen=True, slots=True)
class Fills:
    """Somebody fills the open form and sends it."""

    who: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Passes:
    """Time passes."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class Restarts:
    """The house is stopped and started again."""


Step = Types | Presses | Fills | Passes | Restarts


@dataclass(frozen=True, slots=True)
class Story:
    """A story as read: who, where, when it begins, and each step with its line."""

    now: datetime
    zone: str
    actors: tuple[Actor, ...]
    rooms: tuple[Room, ...]
    steps: tuple[tuple[str, Step], ...]
    code: str = ""


def read(text: str) -> Story:
    """The story in a text. Raises NotAStory with the line that cannot be read."""
    lines = [line.rstrip() for line in text.splitlines()]
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    head = [line for line in lines if line.startswith(("now ", "code ", "room "))]
    begun = _NOW.fullmatch(head[0]) if head else None
    if begun is None:
        raise NotAStory("A story begins with a line such as: now 2026-11-23 10:00 Europe/London")
    zone = begun[2]
    try:
        now = datetime.fromisoformat(begun[1]).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, ZoneInfoNotFoundError):
        raise NotAStory(f"There is no such time or zone: {head[0]}") from None
    actors: dict[str, Actor] = {}
    codes = [match[1] for line in head if (match := _CODE.fullmatch(line))]
    rooms = tuple(_room(line, zone, actors) for line in head[1:] if not _CODE.fullmatch(line))
    steps = tuple(_steps([line for line in lines if line not in head]))
    for line, step in steps:
        _check(line, step, list(actors), [room.name for room in rooms])
    return Story(now, zone, tuple(actors.values()), rooms, steps, codes[0] if codes else "")


def _check(line: str, step: Step, people: Sequence[str], rooms: Sequence[str]) -> None:
    who = "" if isinstance(step, Passes | Restarts) else step.who
    if who and who not in people:
        raise NotAStory(f"{line}\n  There is no {who}; there are {', '.join(people)}.")
    if isinstance(step, Types) and step.room not in rooms:
        raise NotAStory(f"{line}\n  There is no #{step.room}; there are {', '.join(rooms)}.")


def _unreadable(line: str) -> NotAStory:
    return NotAStory(f"I cannot read this line: {line.strip()}")


def _plainly(text: str) -> str:
    """The text with the signs that a story file writes by a backslash."""
    known = {"n": "\n", "s": " "}
    return _ESCAPED.sub(lambda m: known.get(m[1]) or chr(int(m[1][1:], 16)), text)


def _room(line: str, zone: str, actors: dict[str, Actor]) -> Room:
    match = _ROOM.fullmatch(line)
    if not match:
        raise _unreadable(line)
    names = []
    for part in re.split(r",\s*(?![^(]*\))", match[2]):
        person = _PERSON.fullmatch(part.strip())
        if not person:
            raise _unreadable(line)
        traits = [trait.strip() for trait in (person[2] or "").split(",") if trait.strip()]
        language = next((trait for trait in traits if trait in LANGUAGES), "en")
        number = len(actors) + 1
        actors.setdefault(
            person[1],
            Actor(
                person[1], f"U{number:04}", admin="admin" in traits, language=language, zone=zone
            ),
        )
        names.append(person[1])
    return Room(match[1], f"C{abs(hash_of(match[1])) % 10000:04}", tuple(names))


def hash_of(name: str) -> int:
    """A number for a name that is the same in every run."""
    return sum((i + 1) * ord(c) for i, c in enumerate(name))


def _steps(lines: Sequence[str]) -> Iterator[tuple[str, Step]]:
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if match := _TYPES.fullmatch(line):
            yield line, Types(match[1], match[2], _plainly(match[3]))
        elif match := _FILLS.fullmatch(line):
            values = {}
            while at < len(lines) and lines[at].startswith(" "):
                label, equals, value = lines[at].strip().partition(" = ")
                if not equals:
                    raise _unreadable(lines[at])
                values[label] = _plainly(value)
                at += 1
            yield line, Fills(match[1], values)
        elif match := _PRESSES.fullmatch(line):
            yield line, Presses(match[1], match[2])
        elif match := _CLOCK.fullmatch(line):
            yield line, Passes(timedelta(**{_UNITS[match[2]]: int(match[1])}))
        elif line == "restart":
            yield line, Restarts()
        else:
            raise _unreadable(line)
