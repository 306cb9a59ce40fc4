"""Messages as blocks, forms as views. What people typed goes into rich text and plain text only,
never into mrkdwn, so it can become neither markup nor a mention.
"""

import re

from bot.adapters.slack.payload import Json
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
    Link,
    Mention,
    Message,
    Option,
    Para,
    PersonPick,
    Pick,
    Row,
    Rule,
    Small,
    Span,
    Tally,
    Text,
    Time,
    When,
    message_text,
)

TEXT = 4_000  # what chat.postMessage advises for `text`
INPUT = 3_000  # plain_text_input
PLACEHOLDER = 150

WRONG = "what-is-wrong"
"""The block that says above a form what is wrong in it."""

VIEW = ("type", "callback_id", "private_metadata", "title", "submit", "close")
"""What a view that came back is drawn from again."""

INITIAL = {
    "value": "initial_value",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_user": "initial_user",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
}
"""Under which name a field is drawn with what came back from it under another."""

DATES = {"full": "{date_long}, {time}", "day": "{date_long}", "time": "{time}"}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|")
ISO_TIME = re.compile(r"\d{2}:\d{2}|")


def body(message: Message) -> Json:
    """The message's blocks, and the `text` that screen readers and notifications give instead."""
    text = message_text(message, controls=False) or message_text(message)
    return {"text": escape(_cut(text, TEXT)), "blocks": blocks(message)}


def blocks(message: Message) -> list[Json]:
    """The message as Block Kit."""
    title = [{"type": "header", "text": _plain(message.title)}] if message.title else []
    return title + [drawn for block in message.blocks for drawn in _draw(block)]


def view(form: Form, private_metadata: str) -> Json:
    """The form as a modal; its fields come back under their keys as block ids."""
    intro = [{"type": "section", "text": _plain(form.intro)}] if form.intro else []
    return {
        "type": "modal",
        "callback_id": form.action,
        "private_metadata": private_metadata,
        "title": _plain(form.title),
        "submit": _plain(form.submit),
        "blocks": intro + [_field(field) for field in form.fields],
    }


def notice(message: Message) -> Json:
    """A message with a title as a modal, in which nothing can be filled in."""
    drawn = [drawn for block in message.blocks for drawn in _draw(block)]
    return {"type": "modal", "title": _plain(message.title), "blocks": drawn}


def mended(view: Json, wrong: str) -> Json:
    """The form as it was sent, with all that stands in it, and above that what is wrong."""
    given = view.get("state", {}).get("values", {})
    kept = [block for block in view["blocks"] if block.get("block_id") != WRONG]
    above = {"type": "section", "block_id": WRONG, "text": _plain(wrong)}
    drawn = {key: view[key] for key in VIEW if view.get(key)}
    return drawn | {"blocks": [above, *(_refilled(block, given) for block in kept)]}


def escape(text: str) -> str:
    """`text` so that Slack reads no mention, channel or link out of it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cut(text: str, most: int) -> str:
    """`text`, or as many of its whole words as fit, and "…"."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    return (start.rpartition(" ")[0] or start).rstrip() + "…"


def _draw(block: Block) -> list[Json]:
    match block:
        case Para(text):
            return [_rich(_spans(text))]
        case Facts(rows, colon):
            lines = [[_bold(label), _run(f"{colon} "), *_spans(text)] for label, text in rows]
            return [_rich(_joined(lines, "\n"))]
        case Row(text, button):
            return [_rich(_spans(text)), {"type": "actions", "elements": [_button(button)]}]
        case Tally(rows):
            counts = [[_bold(label), _run(f" {count}")] for label, count in rows]
            return [_rich(_joined(counts, " · "))]
        case Controls(buttons):
            return [{"type": "actions", "elements": [_button(button) for button in buttons]}]
        case Rule():
            return [{"type": "divider"}]
        case Small(text):
            return [{"type": "context", "elements": [_plain(text or " ")]}]
        case Image(url, alt):
            return [{"type": "image", "image_url": url, "alt_text": alt}]


def _rich(elements: list[Json]) -> Json:
    # An empty section or an empty text in it makes Slack refuse the whole message.
    section = {"type": "rich_text_section", "elements": elements or [_run(" ")]}
    return {"type": "rich_text", "elements": [section]}


def _spans(text: Text) -> list[Json]:
    return [_span(span) for span in text if not isinstance(span, Span) or span.text]


def _span(span: Span | Link | Mention | When) -> Json:
    match span:
        case Span(text, bold, italic):
            style = {name: True for name, on in (("bold", bold), ("italic", italic)) if on}
            return {**_run(text), "style": style} if style else _run(text)
        case Link(label, url):
            return {"type": "link", "url": url, "text": label or url}
        case Mention(user, _):
            return {"type": "user", "user_id": user}
        case When(at, fallback, style):
            date = {"type": "date", "timestamp": int(at.timestamp()), "format": DATES[style]}
            return {**date, "fallback": fallback}


def _run(text: str) -> Json:
    return {"type": "text", "text": text}


def _bold(text: str) -> Json:
    return {**_run(text or " "), "style": {"bold": True}}


def _joined(groups: list[list[Json]], between: str) -> list[Json]:
    joined: list[Json] = []
    for group in groups:
        joined += [_run(between), *group] if joined else group
    return joined


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def _button(button: Button) -> Json:
    drawn = {"type": "button", "text": _plain(button.label), "action_id": button.action}
    drawn["value"] = button.action
    if button.style != "plain":
        drawn["style"] = button.style
    if button.spoken:
        drawn["accessibility_label"] = button.spoken
    return drawn


def _field(field: AnyField) -> Json:
    drawn: Json = {"type": "input", "block_id": field.key, "label": _plain(field.label)}
    drawn["element"] = {**_element(field), "action_id": field.key}
    drawn["optional"] = not field.required
    if field.hint:
        drawn["hint"] = _plain(field.hint)
    return drawn


def _refilled(block: Json, given: Json) -> Json:
    if block["type"] != "input":
        return block
    element = block["element"]
    drawn = {key: value for key, value in element.items() if key not in INITIAL.values()}
    came = given.get(block["block_id"], {}).get(element["action_id"], {})
    stands = {INITIAL[key]: value for key, value in came.items() if key in INITIAL and value}
    return {**block, "element": drawn | stands}


def _element(field: AnyField) -> Json:
    match field:
        case Line(value=value, example=example, most=most):
            return _input(value, example, most)
        case Area(value=value, example=example, most=most):
            return {**_input(value, example, most), "multiline": True}
        case Day(value=value, example=example):
            picker = {"type": "datepicker"} | ({"initial_date": value} if value else {})
            return picker if ISO_DAY.fullmatch(value) else _input(value, example, INPUT)
        case Time(value=value, example=example):
            picker = {"type": "timepicker"} | ({"initial_time": value} if value else {})
            return picker if ISO_TIME.fullmatch(value) else _input(value, example, INPUT)
        case Choice(options=options, value=value):
            return {"type": "radio_buttons", **_options(options, value)}
        case Pick(options=options, value=value):
            return {"type": "static_select", **_options(options, value)}
        case Choices(options=options, values=values):
            chosen = [_option(option) for option in options if option.value in values]
            drawn = {"type": "checkboxes", "options": [_option(option) for option in options]}
            return {**drawn, "initial_options": chosen} if chosen else drawn
        case PersonPick():
            return {"type": "users_select"}


def _input(value: str, example: str, most: int) -> Json:
    # A draft longer than the field takes is kept whole, for its writer to shorten.
    drawn: Json = {"type": "plain_text_input", "max_length": min(max(most, len(value)), INPUT)}
    if value:
        drawn["initial_value"] = value[:INPUT]
    if example:
        drawn["placeholder"] = _plain(example[:PLACEHOLDER])
    return drawn


def _options(options: tuple[Option, ...], value: str) -> Json:
    drawn: Json = {"options": [_option(option) for option in options]}
    chosen = [_option(option) for option in options if option.value == value]
    return {**drawn, "initial_option": chosen[0]} if chosen else drawn


def _option(option: Option) -> Json:
    drawn = {"text": _plain(option.label), "value": option.value}
    return {**drawn, "description": _plain(option.hint)} if option.hint else drawn
