"""Blocks and views as a person reads them, in the shape of `bot.ui.plain`; read from what Slack
got, never from our own objects.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from bot.adapters.slack.payload import Json
from bot.adapters.stage import Moment

Names = Callable[[str], str]
"""The name by which people know a user id."""

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def bare(text: str) -> str:
    """The text without the marks that isolate its direction."""
    return text.translate(ISOLATES)


def message_lines(content: Json, names: Names, moment: Moment | None = None) -> str:
    """A message with its buttons; dates by `moment`, or by their fallback where there is none."""
    return "\n".join(_lines(content.get("blocks", ()), names, moment, controls=True))


def unlike(content: Json, names: Names) -> str:
    """How `text`, which alone screen readers read, differs from the blocks; empty if not."""
    blocks = content.get("blocks", ())
    said = bare(_unescaped(content.get("text", "")))
    drawn = "\n".join(_lines(blocks, names, None, controls=False))
    drawn = bare(drawn or "\n".join(_lines(blocks, names, None, controls=True)))
    same = drawn in (said, f"[{said}]")
    if said.endswith("…"):
        same = same or drawn.startswith(said[:-1])
    return "" if same else f"text says\n{said}\nand the blocks say\n{drawn}"


def pings(content: Json) -> set[str]:
    """Whom the message pings: user ids, and "channel", "here" and the like."""
    found: set[str] = set()
    for block in content.get("blocks", ()):
        for element in _rich_elements(block):
            if element["type"] in ("user", "broadcast", "usergroup", "team"):
                found.add(str(element.get("user_id") or element.get("range", element["type"])))
    # In `text`, which is mrkdwn, a raw <…> is a mention, a channel or a link.
    found |= {part.partition(">")[0] for part in content.get("text", "").split("<")[1:]}
    return found


def buttons(content: Json) -> list[tuple[str, Json]]:
    """The buttons of a message with their labels, in order."""
    found = [e for b in content.get("blocks", ()) if b["type"] == "actions" for e in b["elements"]]
    return [(bare(element["text"]["text"]), element) for element in found]


def view_lines(view: Json, names: Names) -> str:
    """A form, with what is filled in; or a view in which there is nothing to fill in."""
    lines = [f"# {view['title']['text']}"]
    for block in view["blocks"]:
        match block["type"]:
            case "input":
                lines += _field(block)
            case "section":
                lines.append(block["text"]["text"])
            case _:
                lines += _lines([block], names, None, controls=True)
    return "\n".join(lines + ([f"[{view['submit']['text']}]"] if "submit" in view else []))


def inputs(view: Json) -> dict[str, Json]:
    """The input blocks of a form by their labels."""
    return {bare(b["label"]["text"]): b for b in view["blocks"] if b["type"] == "input"}


def _lines(
    blocks: list[Json], names: Names, moment: Moment | None, *, controls: bool
) -> Iterator[str]:
    for block in blocks:
        match block["type"]:
            case "header":
                yield f"# {block['text']['text']}"
            case "rich_text":
                yield _full("".join(_element(e, names, moment) for e in _rich_elements(block)))
            case "actions" if controls:
                yield " ".join(f"[{element['text']['text']}]" for element in block["elements"])
            case "divider":
                yield "---"
            case "context":
                yield _full(" ".join(element["text"] for element in block["elements"]))
            case "image":
                yield f"({block['alt_text']})"
            case _:
                pass


def _rich_elements(block: Json) -> Iterator[Json]:
    if block["type"] == "rich_text":
        for section in block["elements"]:
            yield from section["elements"]


def _element(element: Json, names: Names, moment: Moment | None) -> str:
    match element:
        case {"type": "text", "text": str(text)}:
            return text
        case {"type": "link", "url": str(url)}:
            label = element.get("text", url)
            return url if label == url else f"{label} ({url})"
        case {"type": "user", "user_id": str(user)}:
            return f"@{names(user)}"
        case {"type": "date", "timestamp": int(at)} if moment:
            return moment(datetime.fromtimestamp(at, UTC))
        case {"type": "date", "fallback": str(fallback)}:
            return fallback
        case _:
            return f"<{element['type']}>"


def _field(block: Json) -> list[str]:
    label, element = block["label"]["text"], block["element"]
    match element["type"]:
        case "checkboxes":
            chosen = element.get("initial_options", ())
            lines = [f"{label}:", *_options(element, chosen, ("[", "]"))]
        case "radio_buttons" | "static_select":
            lines = [f"{label}:", *_options(element, (element.get("initial_option"),), ("(", ")"))]
        case _:
            lines = [f"{label}: {initial(element) or '_'}"]
    return [*lines, f"({block['hint']['text']})"] if "hint" in block else lines


def _options(element: Json, chosen: Sequence[Json | None], edge: tuple[str, str]) -> list[str]:
    start, end = edge
    return [
        f"{start}{'x' if option in chosen else ' '}{end} {option['text']['text']}"
        for option in element["options"]
    ]


def initial(element: Json) -> str:
    """What stands in a field of text, day, time or person when the form opens."""
    for name in ("initial_value", "initial_date", "initial_time", "initial_user"):
        if element.get(name):
            return str(element[name])
    return ""


def _full(text: str) -> str:
    """Slack takes no empty text; a single space stands for one."""
    return "" if text == " " else text


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
