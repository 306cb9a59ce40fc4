"""What Discord refuses, as its documentation has it."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.adapters.discord.parts import COMPONENTS_V2, Part

Payload = Mapping[str, Any]

COMPONENTS = 40
ALL_TEXT = 4000
ROW, TEXTS, FIELDS, INPUT = 5, 3, 5, 4000
OPTIONS = {Part.LIST: (1, 25), Part.RADIO: (2, 10), Part.CHECKBOXES: (1, 10)}


class Refused(Exception):
    """Discord's answer to what it does not accept."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def check_message(body: Payload) -> None:
    """Raise Refused (50035) where the message breaks a documented limit."""
    _refuse([*_message_faults(body)])


def check_modal(modal: Payload) -> None:
    """Raise Refused (50035) where the modal breaks a documented limit."""
    _refuse([*_modal_faults(modal)])


def _refuse(faults: list[str]) -> None:
    if faults:
        raise Refused(400, 50035, f"Invalid Form Body: {'; '.join(faults)}")


def _message_faults(body: Payload) -> Iterator[str]:
    parts = [*nested(body.get("components") or [])]
    if not body.get("flags", 0) & COMPONENTS_V2:
        yield "without the flag for components only content is taken, and we send none"
    if body.get("content") or body.get("embeds") or body.get("poll"):
        yield "content, embeds and polls do not go with components"
    if not 1 <= len(parts) <= COMPONENTS:
        yield f"{len(parts)} components"
    if sum(_size(p["content"]) for p in parts if p["type"] == Part.TEXT) > ALL_TEXT:
        yield "too much text"
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    if len(ids) != len(set(ids)):
        yield "a custom_id twice"
    for part in parts:
        yield from _part_faults(part)


def _part_faults(part: Payload) -> Iterator[str]:
    inside = len(part.get("components", ()))
    match part["type"]:
        case Part.ROW if not 1 <= inside <= ROW:
            yield f"{inside} buttons in a row"
        case Part.BUTTON:
            yield from _length("label", part["label"], 1, 80)
            yield from _length("custom_id", part["custom_id"], 1, 100)
        case Part.SECTION if not 1 <= inside <= TEXTS or "accessory" not in part:
            yield "a section has one to three texts and an accessory"
        case Part.TEXT if not part["content"].strip():
            yield "an empty text"
        case Part.CONTAINER if not inside:
            yield "an empty container"
        case Part.GALLERY:
            for item in part["items"]:
                yield from _length("description", item.get("description", "-"), 1, 1024)
        case _:
            pass


def _modal_faults(modal: Payload) -> Iterator[str]:
    yield from _length("title", modal["title"], 1, 45)
    yield from _length("custom_id", modal["custom_id"], 1, 100)
    if not 1 <= len(modal["components"]) <= FIELDS:
        yield f"{len(modal['components'])} components in a modal"
    keys = [p["component"]["custom_id"] for p in modal["components"] if p["type"] == Part.LABEL]
    if len(keys) != len(set(keys)):
        yield "a custom_id twice"
    for part in modal["components"]:
        if part["type"] == Part.TEXT:
            yield from _length("text", part["content"].strip(), 1, ALL_TEXT)
        elif part["type"] == Part.LABEL:
            yield from _field_faults(part)
        else:
            yield f"a component of type {part['type']} in a modal"


def _field_faults(part: Payload) -> Iterator[str]:
    field = part["component"]
    yield from _length("label", part["label"], 1, 45)
    yield from _length("description", part.get("description", "-"), 1, 100)
    yield from _length("custom_id", field["custom_id"], 1, 100)
    if field["type"] == Part.INPUT:
        most = field.get("max_length", INPUT)
        if not 1 <= most <= INPUT:
            yield f"max_length {most}"
        yield from _length("value", field.get("value", ""), 0, most)
        yield from _length("placeholder", field.get("placeholder", ""), 0, 100)
    if field["type"] in OPTIONS:
        least, most = OPTIONS[field["type"]]
        options = field["options"]
        if not least <= len(options) <= most or len({o["value"] for o in options}) < len(options):
            yield f"{len(options)} options, or one twice"
        for option in options:
            yield from _length("option", option["label"], 1, 100)
            yield from _length("value", option["value"], 1, 100)
            yield from _length("description", option.get("description", "-"), 1, 100)


def nested(components: list[Payload]) -> Iterator[Payload]:
    """Every component, with those inside others."""
    for part in components:
        yield part
        yield from nested(part.get("components", []))
        if "accessory" in part:
            yield part["accessory"]


def _length(what: str, text: str, least: int, most: int) -> Iterator[str]:
    if not least <= _size(text) <= most:
        yield f"{what} has {_size(text)} characters, not {least} to {most}"


def _size(text: str) -> int:
    """The larger of the two ways to count; Discord does not say which it uses where."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
