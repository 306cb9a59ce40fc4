"""What Slack refuses in blocks and views: the documented limits, for the loopback.

Sources: Block Kit reference of docs.slack.dev (each block's and element's page).
"""

from collections.abc import Iterable, Iterator

from bot.adapters.slack.payload import Json

BLOCKS = {"message": 50, "modal": 100}
ID = 255
METADATA = 3_000
INITIAL = 3_000

TEXTS = {
    "header": 150,
    "section": 3_000,
    "context": 3_000,
    "button": 75,
    "option": 75,
    "description": 75,
    "label": 2_000,
    "hint": 2_000,
    "placeholder": 150,
    "modal": 24,
}
"""The most characters of a text, by where it stands."""

OPTIONS = {"radio_buttons": 10, "checkboxes": 10, "static_select": 100}
INPUTS = {"plain_text_input", "datepicker", "timepicker", "users_select", *OPTIONS}


def faults(blocks: object, surface: str = "message") -> list[str]:
    """Why Slack would answer invalid_blocks; empty where it would not."""
    if not isinstance(blocks, list) or len(blocks) > BLOCKS[surface]:
        return [f"blocks are a list of at most {BLOCKS[surface]}"]
    found = [fault for block in blocks for fault in _block(block, surface)]
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    actions = [e["action_id"] for block in blocks for e in _elements(block) if "action_id" in e]
    return found + _twice("block_id", ids) + _twice("action_id", actions)


def view_faults(view: Json) -> list[str]:
    """Why Slack would refuse the view; empty where it would not."""
    found = faults(view.get("blocks"), "modal")
    found += _text(view.get("title"), "modal")
    if "submit" in view or any(block.get("type") == "input" for block in view["blocks"]):
        found += _text(view.get("submit"), "modal")
    found += _most("callback_id", view.get("callback_id", ""), ID)
    found += _most("private_metadata", view.get("private_metadata", ""), METADATA)
    return found if view.get("type") == "modal" else [*found, "only modals here"]


def _block(block: Json, surface: str) -> Iterator[str]:  # noqa: C901 -- a case for each block
    yield from _most("block_id", block.get("block_id", ""), ID)
    match block.get("type"):
        case "header" | "section" as kind:
            yield from _text(block.get("text"), kind)
        case "rich_text":
            yield from (fault for part in block["elements"] for fault in _rich(part))
        case "actions":
            if not 1 <= len(block["elements"]) <= 25:  # noqa: PLR2004
                yield "actions have 1 to 25 elements"
            yield from (fault for element in block["elements"] for fault in _button(element))
        case "context":
            if not 1 <= len(block["elements"]) <= 10:  # noqa: PLR2004
                yield "context has 1 to 10 elements"
            yield from (fault for text in block["elements"] for fault in _text(text, "context"))
        case "divider":
            pass
        case "image":
            if not block.get("alt_text") or not block.get("image_url", "").startswith("https://"):
                yield "an image has an address and alt_text"
            yield from _most("alt_text", block.get("alt_text", ""), 2_000)
        case "input" if surface == "modal":
            yield from _input(block)
        case other:
            yield f"no block {other!r} in a {surface}"


def _rich(part: Json) -> Iterator[str]:
    if part.get("type") != "rich_text_section" or not part.get("elements"):
        yield "rich text has sections that are not empty"
        return
    for element in part["elements"]:
        match element:
            case {"type": "text", "text": str(text)} if text:
                pass
            case {"type": "link", "url": str(url)} if 0 < len(url) <= 3_000:  # noqa: PLR2004
                pass
            case {"type": "user", "user_id": str()}:
                pass
            case {"type": "date", "timestamp": int(), "format": str(form)} if "{" in form:
                pass
            case _:
                yield f"rich text element {element.get('type')!r}"


def _button(element: Json) -> Iterator[str]:
    if element.get("type") != "button":
        yield f"no element {element.get('type')!r} here"
    yield from _text(element.get("text"), "button")
    yield from _most("action_id", element.get("action_id", ""), ID)
    yield from _most("value", element.get("value", ""), 2_000)
    yield from _most("accessibility_label", element.get("accessibility_label", ""), 75)
    if element.get("style", "primary") not in ("primary", "danger"):
        yield "style is primary or danger"


def _input(block: Json) -> Iterator[str]:
    element = block.get("element", {})
    kind = element.get("type")
    if kind not in INPUTS:
        yield f"no input {kind!r}"
    yield from _text(block.get("label"), "label")
    for place, holder in (("hint", block), ("placeholder", element)):
        if place in holder:
            yield from _text(holder[place], place)
    yield from _most("initial_value", element.get("initial_value", ""), INITIAL)
    if not 1 <= element.get("max_length", 1) <= INITIAL:
        yield "max_length is 1 to 3000"
    options = element.get("options", [])
    if kind in OPTIONS and not 1 <= len(options) <= OPTIONS[kind]:
        yield f"{kind} has 1 to {OPTIONS[kind]} options"
    initial = element.get("initial_options") or [element.get("initial_option")]
    if any(option not in options for option in initial if option):
        yield "an initial option is one of the options"
    for option in options:
        yield from _text(option.get("text"), "option")
        yield from _most("option value", option.get("value", ""), 150)
        if "description" in option:
            yield from _text(option["description"], "description")


def _text(text: object, place: str) -> list[str]:
    match text:
        case {"type": "plain_text", "text": str(words)} if 0 < len(words) <= TEXTS[place]:
            return []
        case _:
            return [f"{place}: plain_text of 1 to {TEXTS[place]} characters"]


def _most(what: str, text: str, most: int) -> list[str]:
    return [f"{what} has at most {most} characters"] if len(text) > most else []


def _twice(what: str, ids: list[str]) -> list[str]:
    return [f"{what} twice"] if len(ids) != len(set(ids)) else []


def _elements(block: Json) -> Iterable[Json]:
    elements: list[Json] = block["elements"] if block.get("type") == "actions" else []
    return elements
