"""Every part of a message and every kind of field, as Discord's own description has them."""

import pytest

from bot.adapters.discord import render
from bot.adapters.discord.invite import invite_url
from bot.adapters.discord.loopback.reader import Eyes, modal_seen
from bot.adapters.discord.loopback.rules import Refused
from bot.ui import (
    Area,
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
    Span,
    Tally,
    Time,
    form_text,
    shorten,
    words,
)
from bot.ui.form import AnyField
from tests.adapters.discord.conftest import moment
from tests.adapters.discord.test_markup import HOSTILE
from tests.adapters.schemas_discord import check_message, check_modal, needs_discord_schema

pytestmark = needs_discord_schema

EYES = Eyes(moment, {})
OPTIONS = tuple(Option(f"v{i}", f"Option {i}", "more on it" if i else "") for i in range(10))
MANY = tuple(Option(str(i), f"Meeting {i}") for i in range(25))
FIELDS: list[AnyField] = [
    Line(key="line", label="Title", hint="In a few words", value="Robotics", example="Robotics"),
    Area(key="area", label="What", required=False, most=3000),
    Day(key="day", label="Day", example="Tuesday 3 November"),
    Time(key="time", label="Time", value="16:00"),
    Choice(key="one", label="Where", options=OPTIONS[:2], value="v1"),
    Choice(key="only", label="Alone", options=OPTIONS[:1]),
    Choices(key="any", label="Who", options=OPTIONS, values=("v0", "v2"), required=False),
    Pick(key="pick", label="Meeting", options=MANY, value="3"),
    PersonPick(key="who", label="Person"),
]  # fmt: skip


def whole(text: str) -> Message:
    """A message with every part, and `text` in each."""
    label = text[:60].strip() or "label"
    return Message(
        shorten(label, 120),
        (
            Para((Span(text, bold=True),)),
            Facts(((label, words(label)), ("Where", words("Lab 3")))),
            Row(words(label), Button(label, "meeting:1:show")),
            Tally((("Coming", 3), (label, 0))),
            Controls((Button("Yes", "rsvp:1:yes", "primary"), Button("No", "rsvp:1:no", "danger"))),
            Rule(),
            Small(label),
            Image("https://example.org/a.png", label),
        ),
    )


@pytest.mark.parametrize("text", ["plain words", *(shorten(text, 1500) for text in HOSTILE)])
def test_every_part_of_a_message_is_taken(text: str) -> None:
    check_message(render.message(whole(text)))
    check_message(render.message(whole(text), private=True))


@pytest.mark.parametrize("size", [1, 3000])
def test_the_fullest_messages_are_taken(size: int) -> None:
    check_message(render.message(Message("t" * 150, (Para(words("x" * size)),))))
    rows = tuple(Row(words("x"), Button("y", f"a:{i}:b")) for i in range(12))
    check_message(render.message(Message("", rows)))
    check_message(render.message(Message("*" * 150, (Para(words("*" * 1500)), Small("_" * 200)))))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_field_is_taken_and_reads_as_its_plain_rendering(field: AnyField) -> None:
    form = Form("meeting:0:plan", "Plan a meeting", "Submit", (field,), intro="*First* step")
    check_modal(render.modal(form))
    assert modal_seen(render.modal(form), EYES) == form_text(form)


@pytest.mark.parametrize("value", [*HOSTILE, "x" * 4000, "🙂" * 1999, "x" * 9000])
def test_a_form_opens_with_whatever_was_typed(value: str) -> None:
    form = Form("a:1:b", "Again", "Send", (Area(key="a", label="What", value=value, most=100),))
    check_modal(render.modal(form))


def test_the_schema_sees_mistakes() -> None:
    body = render.message(whole("words"))
    with pytest.raises(AssertionError):
        check_message(body | {"contents": "a key that is not there"})
    long = [{"type": 10, "content": "x" * 4000}, {"type": 10, "content": "x"}]
    with pytest.raises(Refused, match="too much text"):
        check_message(body | {"components": long})
    with pytest.raises(AssertionError):
        check_message(body | {"components": [{"type": 10}]})
    with pytest.raises(AssertionError):
        check_modal({"custom_id": "a", "title": "t" * 46, "components": []})


def test_the_invitation_asks_for_what_is_used() -> None:
    assert invite_url(42) == (
        "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands"
        "&permissions=377957239808"
    )
