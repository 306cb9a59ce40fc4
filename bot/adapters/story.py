r"""Story files: what people do, and when, in plain lines. Tests, demonstration and documentation in
one.

    now 2026-11-23 10:00 Europe/London
    code 4F2A9C1D
    room northshire: Ana Silva (admin, Hilltop School), Ben, Cleo (fr)
    Ana Silva in #northshire types /network set-up
    Ana Silva fills
      What is your network called? = Northshire STEM teachers
    Ana Silva presses Introduce yourself
    Ben in #northshire says I can bring two robots.
    Ben presses Yes #2
    clock +30s
    lose the next answer
    Cleo closes private messages
    Ana Silva leaves the form
    Cleo types /meeting
    Ben in #northshire types @convenor can't come on Tuesday
    Kim opens the link of Ben
    Kim on the page presses Yes
    restart

A line that starts with # is a comment. In what is typed and filled in, \n stands for a new line, \s
for a space, and \u202e for the sign of that number. `code` is the one that the house printed, with
which anybody can set a network up. In brackets stands whether a person is an administrator, their
language, and their school. Pressed is the newest button of that name, or the second newest
(#2). What is typed in no room is typed to the bot alone. Who opens a link need not be in a room: it
is the one that was shown last to whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.adapters.stage import Actor, Room
from bot.adapters.steps import (
    Closes,
    Fills,
    Leaves,
    Loses,
    OnPage,
    Opens,
    Passes,
    Presses,
    Restarts,
    Says,
    Step,
    Types,
)

__all__ = [
    "LANGUAGES",
    "Closes",
    "Fills",
    "Leaves",
    "Loses",
    "NotAStory",
    "OnPage",
    "Opens",
    "Passes",
    "Presses",
    "Restarts",
    "Says",
    "Step",
    "Story",
    "Types",
    "read",
]

LONGEST = timedelta(days=366)
NAME = 80
"""Characters in a name."""
_NOW = re.compile(r"now (20\d{2}-\d\d-\d\d \d\d:\d\d) (\S+)")
_ESCAPED = re.compile(r"\\(n|s|u[0-9a-fA-F]{4})")
_CODE = re.compile(r"code (\w+)")
_ROOM = re.compile(r"room ([\w-]+): (.+)")
_PERSON = re.compile(r"([^(),:#]+?)(?: \(([^)]*)\))?")
_TYPES = re.compile(r"([^#]+?)(?: in #([\w+-]+))? types ((?:/|@convenor ).*)")
_SAYS = re.compile(r"([^#]+?) in #([\w+-]+) says (.+)")
_FILLS = re.compile(r"(.+?) fills")
_PRESSES = re.compile(r"(.+?) presses (.+?)(?: #([1-9]\d{0,3}))?")
_CLOSES = re.compile(r"(.+?) (closes|opens) private messages")
_OPENS = re.compile(r"(.+?) opens the link of (.+)")
_ON_PAGE = re.compile(r"(.+?) on the page presses (.+)")
_AT = " on the page"
_LEAVES = re.compile(r"(.+?) leaves the form")
_LOSES = re.compile("lose the next answer")
_RESTARTS = re.compile("restart")
_CLOCK = re.compile(r"clock \+(\d{1,8})(s|min|h|d|w)")
_UNITS = {
    "s": timedelta(seconds=1), "min": timedelta(minutes=1), "h": timedelta(hours=1),
    "d": timedelta(days=1), "w": timedelta(weeks=1),
}  # fmt: skip
LANGUAGES = ("en", "de", "fr", "it", "fi")


class NotAStory(ValueError):
    """A line that cannot be read; the text names it."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as read: who, where, when it begins, and each step with its line. `schools` are those
    of the people for whom one is named.
    """

    now: datetime
    zone: str
    actors: tuple[Actor, ...]
    rooms: tuple[Room, ...]
    steps: tuple[tuple[str, Step], ...]
    code: str = ""
    schools: Mapping[str, str] = field(default_factory=dict)


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
    except (ValueError, OSError, OverflowError, ZoneInfoNotFoundError):
        raise NotAStory(f"There is no such time or zone: {head[0]}") from None
    actors: dict[str, Actor] = {}
    schools: dict[str, str] = {}
    codes = [match[1] for line in head if (match := _CODE.fullmatch(line))]
    of_rooms = [line for line in head[1:] if not _CODE.fullmatch(line)]
    rooms = tuple(_room(n, line, zone, actors, schools) for n, line in enumerate(of_rooms, 1))
    if not rooms:
        raise NotAStory("A story has a room, such as: room northshire: Ana (admin), Ben")
    steps = tuple(_steps([line for line in lines if line not in head]))
    for line, step in steps:
        _check(line, step, list(actors), [room.name for room in rooms])
    _hold([step.by for _, step in steps if isinstance(step, Passes)])
    code = codes[0] if codes else ""
    return Story(now, zone, tuple(actors.values()), rooms, steps, code, schools)


def _hold(passes: Sequence[timedelta]) -> None:
    if any(by > LONGEST for by in passes) or sum(passes, timedelta()) > LONGEST * 3:
        raise NotAStory("The clock goes on by at most a year at once, and three years in all.")


def _check(line: str, step: Step, people: Sequence[str], rooms: Sequence[str]) -> None:
    who = "" if isinstance(step, Passes | Restarts | Loses | OnPage) else step.who
    if isinstance(step, Opens):  # of who is in no room, what they were shown on a page before
        who = "" if step.whose == step.who else step.whose
    if who and who not in people:
        raise NotAStory(f"{line}\n  There is no {who}; there are {', '.join(people)}.")
    room = step.room if isinstance(step, Types | Says) else ""
    if room and room not in rooms:
        raise NotAStory(f"{line}\n  There is no #{room}; there are {', '.join(rooms)}.")


def _unreadable(line: str) -> NotAStory:
    return NotAStory(f"I cannot read this line: {line.strip()}")


def _plainly(text: str) -> str:
    """The text with the signs that a story file writes by a backslash."""
    known = {"n": "\n", "s": " "}
    plain = _ESCAPED.sub(lambda m: known.get(m[1]) or chr(int(m[1][1:], 16)), text)
    if any("\ud800" <= sign <= "\udfff" for sign in plain):
        raise _unreadable(text)
    return plain


def _room(
    number: int, line: str, zone: str, actors: dict[str, Actor], schools: dict[str, str]
) -> Room:
    match = _ROOM.fullmatch(line)
    if not match:
        raise _unreadable(line)
    names = []
    for part in re.split(r",\s*(?![^(]*\))", match[2]):
        person = _PERSON.fullmatch(part.strip())
        if not person or len(person[1]) > NAME:
            raise _unreadable(line)
        traits = [trait.strip() for trait in (person[2] or "").split(",") if trait.strip()]
        language = next((trait for trait in traits if trait in LANGUAGES), "en")
        for school in (trait for trait in traits if trait not in (*LANGUAGES, "admin")):
            schools[person[1]] = school
        actors.setdefault(
            person[1],
            Actor(
                person[1],
                f"U{len(actors) + 1:04}",
                admin="admin" in traits,
                language=language,
                zone=zone,
            ),
        )
        names.append(person[1])
    return Room(match[1], f"C{number:04}", tuple(names))


def _steps(lines: Sequence[str]) -> Iterator[tuple[str, Step]]:
    left = list(lines)
    while left:
        line = left.pop(0)
        step = _step(line)
        if step is not None:
            yield line, step
        elif match := _FILLS.fullmatch(line):
            values = {}
            while left and left[0].startswith(" "):
                label, value = _field(left.pop(0))
                values[label] = value
            yield line, _fills(match[1], values)
        else:
            raise _unreadable(line)


def _fills(who: str, values: dict[str, str]) -> Fills | OnPage:
    if who.endswith(_AT):
        who = who.removesuffix(_AT)
        return OnPage(who, Fills(who, values))
    return Fills(who, values)


def _field(line: str) -> tuple[str, str]:
    label, equals, value = f"{line.strip()} ".partition(" = ")
    if not equals:
        raise _unreadable(line)
    return label, _plainly(value.removesuffix(" "))


def _step(line: str) -> Step | None:
    for shape, made in _STEPS.items():
        if match := shape.fullmatch(line):
            return made(match)
    return None


_STEPS: Mapping[re.Pattern[str], Callable[[re.Match[str]], Step]] = {
    _TYPES: lambda line: Types(line[1], line[2] or "", _plainly(line[3])),
    _SAYS: lambda line: Says(line[1], line[2], _plainly(line[3])),
    _OPENS: lambda line: Opens(line[1], line[2]),
    _ON_PAGE: lambda line: OnPage(line[1], Presses(line[1], line[2])),
    _PRESSES: lambda line: Presses(line[1], line[2], int(line[3] or 1)),
    _CLOCK: lambda line: Passes(int(line[1]) * _UNITS[line[2]]),
    _CLOSES: lambda line: Closes(line[1], opens=line[2] == "opens"),
    _LEAVES: lambda line: Leaves(line[1]),
    _LOSES: lambda _: Loses(),
    _RESTARTS: lambda _: Restarts(),
}
