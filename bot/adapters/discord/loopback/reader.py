"""What a person sees, read from the components and the markdown that Discord received.

It knows nothing of what we meant: markup does what Discord's client makes of it, so that a sign
which somebody typed and nobody escaped is missing, or turns up as something else. The shape is that
of `bot.ui.plain`: the one heading of a message is its title.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.adapters.discord.parts import Part
from bot.adapters.stage import Moment

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Eyes:
    """How a transcript writes an instant, and who is called what."""

    moment: Moment
    names: Mapping[str, str]


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Eyes], str]]

# Discord's client parses with simple-markdown and rules of its own; these follow its documentation
# ("Message Formatting") and the open re-implementation discord-markdown.
INLINE: tuple[Rule, ...] = (
    (re.compile(r"\\([^0-9A-Za-z\s])"), lambda m, _: m[1]),
    (re.compile(r"```(?:[a-z0-9_+.#-]*\n)?\n*([\s\S]+?)\n*```"), lambda m, _: f"⟦{m[1]}⟧"),
    (re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)"), lambda m, _: f"⟦{m[2]}⟧"),
    (re.compile(r"<t:(-?\d+)(?::[a-zA-Z])?>"), lambda m, e: _instant(int(m[1]), e)),
    (re.compile(r"<@!?(\d+)>"), lambda m, e: f"@{e.names.get(m[1], 'unknown-user')}"),
    (re.compile(r"<@&(\d+)>"), lambda m, _: f"⟦role {m[1]}⟧"),
    (re.compile(r"<#(\d+)>"), lambda m, _: f"⟦channel {m[1]}⟧"),
    (re.compile(r"<(?:a?:\w+|id):(\w+)>"), lambda m, _: f"⟦{m[1]}⟧"),
    (re.compile(r"</([^:>\n]+):\d+>"), lambda m, _: f"⟦/{m[1]}⟧"),
    (re.compile(r"<(https?://[^ >\n]+)>"), lambda m, _: m[1]),
    (
        re.compile(r"\[((?:\\.|[^\[\]\\\n])+)\]\(<?(https?://[^\s<>\\()]+)>?\)"),
        lambda m, e: f"{_inline(m[1], e)} ({m[2]})",
    ),
    (re.compile(r"https?://[^\s<]+[^<.,:;\"'\]\s]"), lambda m, _: f"⟦{m[0]}⟧"),
    (re.compile(r"\|\|([\s\S]+?)\|\|"), lambda m, _: "█" * len(m[1])),
    (re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"), lambda m, e: _inline(m[1], e)),
    (re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)"), lambda m, e: _inline(m[1], e)),
    (re.compile(r"~~([\s\S]+?)~~"), lambda m, e: f"⟦no longer: {_inline(m[1], e)}⟧"),
    (re.compile(r"_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)", re.ASCII), lambda m, e: _inline(m[1], e)),
    (
        re.compile(r"\*(?=\S)((?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)"),
        lambda m, e: _inline(m[1], e),
    ),
    (re.compile(r":([A-Za-z0-9_+-]+):"), lambda m, _: f"⟦{m[1]}⟧"),
    (re.compile(r"@(everyone|here)"), lambda m, _: f"⟦{m[1]}⟧"),
)
SIGNS = frozenset("\\`<[h|*_~:@")
"""With one of these each of the rules above begins; all else is what it is."""
OPENING: tuple[Rule, ...] = (
    (re.compile(r" *>>> ([\s\S]*)"), lambda m, e: f"| {_inline(m[1], e)}"),
    (re.compile(r" *> ([^\n]*)"), lambda m, e: f"| {_inline(m[1], e)}"),
    (re.compile(r"## +([^\n]+)"), lambda m, e: f"# {_inline(m[1], e)}"),
    (re.compile(r"#{1,3} +([^\n]+)"), lambda m, e: _inline(m[1], e)),
    (re.compile(r"-# +([^\n]+)"), lambda m, e: _inline(m[1], e)),
    (re.compile(r" *[*-] +(?=\S)"), lambda _, __: "  • "),
    (re.compile(r" *(\d+)\. +(?=\S)"), lambda m, _: f"  {m[1]}. "),
)
NOTHING_TO_SEE = "\u200b"


def markdown_seen(source: str, eyes: Eyes) -> str:
    """The text that a reader has before them."""
    return "" if source == NOTHING_TO_SEE else "".join(_pieces(source, eyes, OPENING))


def _inline(source: str, eyes: Eyes) -> str:
    return "".join(_pieces(source, eyes, ()))


def _pieces(source: str, eyes: Eyes, opening: tuple[Rule, ...]) -> Iterator[str]:
    at = 0
    while at < len(source):
        line_start = at == 0 or source[at - 1] == "\n"
        if not line_start and source[at] not in SIGNS:
            yield source[at]
            at += 1
            continue
        for pattern, seen in (*opening, *INLINE) if line_start else INLINE:
            if found := pattern.match(source, at):
                yield seen(found, eyes)
                at = found.end()
                break
        else:
            yield source[at]
            at += 1


def _instant(seconds: int, eyes: Eyes) -> str:
    return eyes.moment(datetime.fromtimestamp(seconds, UTC))


def message_seen(components: list[Payload], eyes: Eyes) -> str:
    """A message as plain text."""
    return "\n".join(line for part in components for line in _lines(part, eyes))


def _lines(part: Payload, eyes: Eyes) -> list[str]:
    match part["type"]:
        case Part.CONTAINER:
            return [line for child in part["components"] for line in _lines(child, eyes)]
        case Part.TEXT:
            return [markdown_seen(part["content"], eyes)]
        case Part.SECTION:
            texts = [line for child in part["components"] for line in _lines(child, eyes)]
            return [*texts, f"[{part['accessory']['label']}]"]
        case Part.ROW:
            return [" ".join(f"[{button['label']}]" for button in part["components"])]
        case Part.RULE:
            return ["---"]
        case Part.GALLERY:
            return [f"({item['description']})" for item in part["items"]]
        case _:
            return []


def buttons_in(components: list[Payload]) -> Iterator[Payload]:
    """Every button of a message, in reading order."""
    for part in components:
        yield from buttons_in(part.get("components", []))
        if part["type"] == Part.BUTTON:
            yield part
        if "accessory" in part:
            yield from buttons_in([part["accessory"]])


def modal_seen(modal: Payload, eyes: Eyes) -> str:
    """A form as plain text. Its button has Discord's own word on it."""
    lines = [f"# {modal['title']}"]
    for part in modal["components"]:
        lines += _field(part) if part["type"] == Part.LABEL else _lines(part, eyes)
    return "\n".join([*lines, "[Submit]"])


def _field(part: Payload) -> list[str]:
    inner, label = part["component"], part["label"]
    if inner["type"] == Part.INPUT:
        lines = [f"{label}: {inner.get('value') or '_'}"]
    elif inner["type"] == Part.PERSON:
        lines = [f"{label}: _"]
    else:
        box = "[{}] {}" if inner["type"] == Part.CHECKBOXES else "({}) {}"
        chosen = [(("x" if o.get("default") else " "), o["label"]) for o in inner["options"]]
        lines = [f"{label}:", *(box.format(mark, text) for mark, text in chosen)]
    return [*lines, f"({part['description']})"] if part.get("description") else lines
