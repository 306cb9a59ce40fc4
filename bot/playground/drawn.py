"""How a message looks on Slack and on Discord: drawn from the very payloads that these get."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

Json = dict[str, Any]
Moment = Callable[[datetime], str]

Size = Literal["large", "plain", "small"]
_SIZES: dict[str, Size] = {"# ": "large", "## ": "large", "### ": "large", "-# ": "small"}
_MARKS = re.compile(
    r"\\(?P<escaped>.)|(?P<bold>\*\*)|(?P<italic>_)"
    r"|<t:(?P<at>\d+):\w>|<@(?P<user>\d+)>|<(?P<bare>https?://[^>]+)>"
    r"|\[(?P<label>(?:\\.|[^\]\\])+)\]\(<(?P<url>[^>]+)>\)"
)
_BACKSLASH = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, in one style; where it is a link, its address."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of Discord's text."""

    size: Size
    runs: tuple[Run, ...]


def discord_lines(content: str, moment: Moment) -> list[Drawn]:
    """The lines of a text display, of as much of Discord's markdown as we write."""
    return [_line(line, moment) for line in content.split("\n")]


def _line(line: str, moment: Moment) -> Drawn:
    for mark, size in _SIZES.items():
        if line.startswith(mark):
            return Drawn(size, tuple(_runs(line.removeprefix(mark), moment)))
    return Drawn("plain", tuple(_runs(line, moment)))


def _runs(line: str, moment: Moment) -> Iterator[Run]:
    bold = italic = False
    at = 0
    for found in _MARKS.finditer(line):
        if found.start() > at:
            yield Run(line[at : found.start()], bold, italic)
        at = found.end()
        match found.lastgroup:
            case "bold":
                bold = not bold
            case "italic":
                italic = not italic
            case "at":
                yield Run(moment(datetime.fromtimestamp(int(found["at"]), UTC)), bold, italic)
            case "user":
                yield Run("@…", bold, italic)
            case "bare":
                yield Run(found["bare"], bold, italic, found["bare"])
            case "url":
                yield Run(_BACKSLASH.sub(r"\1", found["label"]), bold, italic, found["url"])
            case _:
                yield Run(found["escaped"], bold, italic)
    if at < len(line):
        yield Run(line[at:], bold, italic)


def slack_runs(element: Json, moment: Moment) -> Run:
    """One element of Slack's rich text."""
    style = element.get("style", {})
    bold, italic = style.get("bold", False), style.get("italic", False)
    match element["type"]:
        case "date":
            return Run(moment(datetime.fromtimestamp(element["timestamp"], UTC)), bold, italic)
        case "link":
            return Run(element["text"], bold, italic, element["url"])
        case "user":
            return Run(f"@{element['user_id']}", bold, italic)
        case _:
            return Run(element["text"], bold, italic)
