"""Messages and forms -> Discord's components, version 2. Pure."""

import re
from typing import Any

from bot.adapters.discord.markup import escape, markdown, mentioned
from bot.adapters.discord.parts import COMPONENTS_V2, EPHEMERAL, Part
from bot.ui import (
    AnyField,
    Area,
    Block,
    Button,
    Choice,
    Choices,
    Controls,
    Day,
    Facts,
    Form,
    Image,
    Line,
    Message,
    Option,
    Para,
    PersonPick,
    Pick,
    Row,
    Rule,
    Small,
    Tally,
    Text,
    Time,
    limits,
)

Payload = dict[str, Any]

TEXT_INPUT = 4000  # characters at most, in what is filled in too
PLACEHOLDER = 100
NOTHING_TO_SEE = "\u200b"  # Discord refuses an empty text
STYLES = {"primary": 1, "plain": 2, "danger": 4}


def message(message: Message, *, private: bool = False, file: str = "") -> Payload:
    """The message as a body for Discord; it pings those in its Mentions and nobody else.

    `file` is the name of a file that is sent along: one that no component shows is not seen.
    """
    title = [_text(f"## {escape(message.title)}")] if message.title else []
    parts: list[Payload] = [
        {"type": Part.CONTAINER, "components": title + list(map(_block, message.blocks))}
    ]
    if file:
        parts.append({"type": Part.FILE, "file": {"url": f"attachment://{file}"}})
    return {
        "flags": COMPONENTS_V2 | EPHEMERAL * private,
        "components": parts,
        "allowed_mentions": _mentions(message),
    }


def _mentions(message: Message) -> Payload:
    users = dict.fromkeys(user for block in message.blocks for user in _pinged(block))
    return {"parse": [], "users": list(users)} if users else {"parse": []}


def _pinged(block: Block) -> list[str]:
    match block:
        case Para(text) | Row(text, _):
            return mentioned(text)
        case Facts(rows):
            return [user for _, text in rows for user in mentioned(text)]
        case _:
            return []


def _block(block: Block) -> Payload:
    match block:
        case Para(text):
            return _text(markdown(text))
        case Facts(rows, colon):
            return _text("\n".join(_fact(f"{label}{colon}", text) for label, text in rows))
        case Row(text, button):
            return {
                "type": Part.SECTION,
                "components": [_text(markdown(text))],
                "accessory": _button(button),
            }
        case Tally(rows):
            return _text(" · ".join(f"{escape(label)} **{count}**" for label, count in rows))
        case Controls(buttons):
            return {"type": Part.ROW, "components": [_button(button) for button in buttons]}
        case Rule():
            return {"type": Part.RULE}
        case Small(text):
            return _text(f"-# {escape(text)}")
        case Image(url, alt):
            return {"type": Part.GALLERY, "items": [{"media": {"url": url}, "description": alt}]}


def _fact(label: str, text: Text) -> str:
    return f"**{escape(label)}** {markdown(text)}"


def _text(content: str) -> Payload:
    return {"type": Part.TEXT, "content": content if content.strip() else NOTHING_TO_SEE}


def _button(button: Button) -> Payload:
    return {
        "type": Part.BUTTON,
        "style": STYLES[button.style],
        "label": button.label,
        "custom_id": button.action,
    }


def modal(form: Form) -> Payload:
    """The form as Discord's modal. Its button always reads "Submit", in the reader's language."""
    intro = [_text(escape(form.intro))] if form.intro else []
    return {
        "custom_id": form.action,
        "title": form.title,
        "components": intro + list(map(_field, form.fields)),
    }


def _field(field: AnyField) -> Payload:
    label: Payload = {"type": Part.LABEL, "label": field.label, "component": _component(field)}
    return label | {"description": field.hint} if field.hint else label


def _component(field: AnyField) -> Payload:
    base = {"custom_id": field.key, "required": field.required}
    match field:
        case Line(most=most) | Area(most=most):
            return base | _input(field, most)
        case Day() | Time():
            return base | _input(field, limits.LINE)
        case Choice(options=options, value=value) if len(options) > 1:
            return base | {"type": Part.RADIO, "options": _options(options, value)}
        case Choice(options=options, value=value) | Pick(options=options, value=value):
            return base | {"type": Part.LIST, "options": _options(options, value)}
        case Choices(options=options, values=values):
            count = {"min_values": int(field.required), "max_values": len(options)}
            return base | count | {"type": Part.CHECKBOXES, "options": _options(options, *values)}
        case PersonPick():
            return base | {"type": Part.PERSON, "max_values": 1}


def _input(field: Line | Area | Day | Time, most: int) -> Payload:
    value = field.value[:TEXT_INPUT]
    # What is filled in may be longer than what may be sent: the form must open all the same.
    longest = min(TEXT_INPUT, max(most, len(value.encode("utf-16-le")) // 2))
    given = {"value": value, "placeholder": field.example[:PLACEHOLDER]}
    return {
        "type": Part.INPUT,
        "style": 2 if isinstance(field, Area) else 1,
        "max_length": longest,
        **{key: text for key, text in given.items() if text},
    }


def _options(options: tuple[Option, ...], *chosen: str) -> list[Payload]:
    return [
        {"label": option.label, "value": option.value}
        | ({"description": option.hint} if option.hint else {})
        | ({"default": True} if option.value in chosen else {})
        for option in options
    ]


def file_name(name: str) -> str:
    """The name under which Discord keeps a file; a component has to name it just so."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", name) or "file"
