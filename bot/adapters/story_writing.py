"""Writes a story as the file that it can be read from again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.adapters.stage import Actor, Room
from bot.adapters.story import (
    Closes,
    Fills,
    Leaves,
    OnPage,
    Opens,
    Passes,
    Presses,
    Restarts,
    Says,
    Step,
    Story,
    Types,
)

_BACKSLASH = re.compile(r"\\(?=[nsu])")
_EDGES = re.compile(r"^ | $")
_SIGNS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
UNITS = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1)}


def write(story: Story) -> str:
    """The story file. Whole seconds pass in it; steps are written anew, whatever their lines."""
    begun = story.now.astimezone(ZoneInfo(story.zone))
    lines = [f"now {begun:%Y-%m-%d %H:%M} {story.zone}"]
    lines += [f"code {story.code}"] if story.code else []
    named: set[str] = set()
    lines += [_room(room, story, named) for room in story.rooms]
    for _, step in story.steps:
        lines += _lines(step)
    return "\n".join(lines) + "\n"


def _room(room: Room, story: Story, named: set[str]) -> str:
    actors = {actor.name: actor for actor in story.actors}
    people = []
    for name in room.people:
        traits = "" if name in named else _traits(actors[name], story)
        named.add(name)
        people.append(f"{name} ({traits})" if traits else name)
    return f"room {room.name}: {', '.join(people)}"


def _traits(actor: Actor, story: Story) -> str:
    traits = [
        "admin" if actor.admin else "",
        actor.language if actor.language != "en" else "",
        story.schools.get(actor.name, ""),
    ]
    return ", ".join(trait for trait in traits if trait)


def _lines(step: Step) -> Iterator[str]:
    match step:
        case Types(who, room, text):
            yield f"{who}{f' in #{room}' if room else ''} types {_signs(text)}"
        case Says(who, room, text):
            yield f"{who} in #{room} says {_signs(text)}"
        case Presses(who, label, nth):
            yield f"{who} presses {label}" + (f" #{nth}" if nth > 1 else "")
        case Fills(who, values):
            yield f"{who} fills"
            yield from (f"  {label} = {_signs(value)}".rstrip() for label, value in values.items())
        case Opens() | OnPage():
            yield from _on_page(step)
        case Passes(by):
            yield from _clock(by)
        case Leaves(who):
            yield f"{who} leaves the form"
        case Closes(who, opens):
            yield f"{who} {'opens' if opens else 'closes'} private messages"
        case _:
            yield "restart" if isinstance(step, Restarts) else "lose the next answer"


def _on_page(step: Opens | OnPage) -> Iterator[str]:
    if isinstance(step, Opens):
        yield f"{step.who} opens the link of {step.whose}"
        return
    first, *filled = _lines(step.act)
    yield f"{step.who} on the page{first.removeprefix(step.who)}"
    yield from filled


def _clock(by: timedelta) -> Iterator[str]:
    for unit, length in UNITS.items():
        if by and not by % length:
            yield f"clock +{by // length}{unit}"
            return
    if seconds := int(by.total_seconds()):
        yield f"clock +{seconds}s"


def _signs(text: str) -> str:
    """The text on one line, with what would be lost at its ends or could not be seen told."""
    text = _BACKSLASH.sub(r"\\u005c", text)
    text = _EDGES.sub(r"\\s", text.replace("\n", "\\n"))
    return _SIGNS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
