"""The complete plain-text rendering: what screen readers get, what transcripts and stories compare.

Adapters read back what their platform received into the same shape, so it is a contract:
title `# …`; fact `label: value`; tally `label 3 · label 0`; buttons `[a] [b]`, a Row's on its own
line; rule `---`. A form: title, introduction, each field `label: value` (empty `_`), its options
`( ) label` or `(x) label`, hints in brackets, `[submit]`.
"""

from __future__ import annotations

from bot.ui.form import AnyField, Choice, Choices, Form, PersonPick, Pick
from bot.ui.message import Block, Controls, Facts, Image, Message, Para, Row, Rule, Small, Tally
from bot.ui.text import Moment, plain


def message_text(message: Message, *, controls: bool = True, moment: Moment | None = None) -> str:
    """The message as plain text; without `controls` the buttons are left out (Slack reads them
    itself).

    Instants are written by `moment`, or by their fallback.
    """
    lines = [f"# {message.title}"] if message.title else []
    for block in message.blocks:
        lines += _lines(block, controls=controls, moment=moment)
    return "\n".join(lines)


def _lines(block: Block, *, controls: bool, moment: Moment | None) -> list[str]:
    match block:
        case Para(text):
            return [plain(text, moment)]
        case Facts(rows, colon):
            return [f"{label}{colon} {plain(text, moment)}" for label, text in rows]
        case Row(text, button):
            line = plain(text, moment)
            return [line, f"[{button.label}]"] if controls else [line]
        case Tally(rows):
            return [" · ".join(f"{label} {count}" for label, count in rows)]
        case Controls(buttons):
            return [" ".join(f"[{b.label}]" for b in buttons)] if controls else []
        case Rule():
            return ["---"]
        case Small(text):
            return [text]
        case Image(_, alt):
            return [f"({alt})"]


def form_text(form: Form) -> str:
    """The form as plain text, with what is filled in."""
    lines = [f"# {form.title}"]
    if form.intro:
        lines.append(form.intro)
    for field in form.fields:
        lines += field_lines(field)
    return "\n".join([*lines, f"[{form.submit}]"])


def field_lines(field: AnyField) -> list[str]:
    """One field as plain text: its label and value, its options, its hint."""
    match field:
        case Choice(options=options, value=value) | Pick(options=options, value=value):
            lines = [f"{field.label}:"]
            lines += [f"({'x' if o.value == value else ' '}) {o.label}" for o in options]
        case Choices(options=options, values=values):
            lines = [f"{field.label}:"]
            lines += [f"[{'x' if o.value in values else ' '}] {o.label}" for o in options]
        case PersonPick():
            lines = [f"{field.label}: _"]
        case _:
            lines = [f"{field.label}: {field.value or '_'}"]
    return [*lines, f"({field.hint})"] if field.hint else lines
