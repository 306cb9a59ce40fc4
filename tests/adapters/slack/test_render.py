"""What the house says is drawn as it is meant, and says the same to eyes and to screen readers."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.slack import render
from bot.adapters.slack.loopback_limits import faults, view_faults
from bot.adapters.slack.loopback_read import bare, message_lines, pings, unlike, view_lines
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
    Time,
    When,
    clean,
    form_text,
    message_text,
    shorten,
    typed,
    words,
)
from tests.adapters.schemas_slack import check_blocks, check_view
from tests.adapters.slack.tiny import moment

AT = datetime(2026, 12, 3, 16, 0, tzinfo=UTC)
PRESS = Button("Yes", "rsvp:1:yes", "primary", spoken="Yes, I will come on 3 December")
EVERYTHING = Message(
    "Robotics twilight",
    (
        Para((Span("Bring "), Span("batteries", bold=True), Span("\nand ", italic=True))),
        Para((Mention("U1ANA", "Ana"), Span(" wrote "), Link("the plan", "https://x.org/a?b=1&c"))),
        Para((Link("https://x.org", "https://x.org"),)),
        Facts((("When", (When(AT, "3 December, 16:00 (London)"),)), ("Where", words("Room 12")))),
        Facts((("Day", (When(AT, "3 December", "day"),)), ("Time", (When(AT, "16:00", "time"),)))),
        Row(words("Robotics"), Button("Open", "meeting:1:open")),
        Tally((("yes", 3), ("no", 0))),
        Controls((PRESS, Button("No", "rsvp:1:no", "danger"))),
        Rule(),
        Small("Asked by the network"),
        Image("https://x.org/a.png", "A rocket"),
    ),
)
OPTIONS = (Option("p", "Primary", "5 to 11"), Option("s", "Secondary"))
FORM = Form(
    "profile:1:save",
    "About you",
    "Save",
    (
        Line(key="name", label="Name", value="Ana", example="As people call you", most=40),
        Area(key="wishes", label="Wishes", hint="Anything", required=False),
        Choice(key="phase", label="Phase", options=OPTIONS, value="s"),
        Choices(key="days", label="Days", options=OPTIONS, values=("p",)),
        Pick(key="region", label="Region", options=OPTIONS, value="p"),
    ),
)
TIMES = Form(
    "meeting:1:save",
    "When and who",
    "Save",
    (
        Day(key="day", label="Day", value="2026-12-03"),
        Time(key="time", label="Time", value="16:00"),
        Day(key="until", label="Until", value="next Tuesday", example="3 December"),
        PersonPick(key="host", label="Host"),
    ),
    intro="A meeting has a day.",
)
HOSTILE = (
    "<!channel> <!here> <@U2BEN> <#C1ROBOTICS> <https://x.org|y>",
    "@everyone @here #robotics",
    "*bold* _it_ ~no~ `code` > quote\n> quote",
    ":tada: :smile: 🤖👩‍🏫",
    "שלום \u202eabc\u202c \u2067x",
    "&lt;!channel&gt; &amp;",
    "a\x00b\x1bc\ud800d",
    "1. list\n- list\n\n\nhttps://x.org mailto:a@x.org",
    "{date_long} <!date^0^{time}|x>",
    "wort " * 800,
)


def names(user: str) -> str:
    return {"U1ANA": "Ana"}.get(user, user)


def test_every_part_reads_as_in_plain_text() -> None:
    body = render.body(EVERYTHING)
    assert message_lines(body, names) == message_text(EVERYTHING)
    assert message_lines(body, names, moment) == message_text(EVERYTHING, moment=moment)
    assert unlike(body, names) == ""
    assert faults(body["blocks"]) == []
    assert pings(body) == {"U1ANA"}


def test_every_part_is_block_kit() -> None:
    check_blocks(render.blocks(EVERYTHING))


def test_an_instant_is_shown_in_each_readers_zone() -> None:
    blocks = render.blocks(Message("", (Para((When(AT, "3 December, 16:00"),)),)))
    assert blocks[0]["elements"][0]["elements"] == [
        {
            "type": "date",
            "timestamp": int(AT.timestamp()),
            "format": "{date_long}, {time}",
            "fallback": "3 December, 16:00",
        }
    ]


def test_a_button_says_what_it_does_to_screen_readers_too() -> None:
    [actions] = render.blocks(Message("", (Controls((PRESS,)),)))
    assert actions["elements"] == [
        {
            "type": "button",
            "text": {"type": "plain_text", "text": "Yes", "emoji": False},
            "action_id": "rsvp:1:yes",
            "value": "rsvp:1:yes",
            "style": "primary",
            "accessibility_label": "Yes, I will come on 3 December",
        }
    ]


def test_a_message_of_buttons_alone_has_a_text() -> None:
    assert render.body(Message("", (Controls((PRESS,)),)))["text"] == "[Yes]"


def test_nothing_to_read_is_still_a_message_that_slack_takes() -> None:
    body = render.body(Message("", (Para(()), Small(""), Facts((("", words("")),)))))
    assert faults(body["blocks"]) == []


def test_a_long_text_is_cut_between_words() -> None:
    most = Message("x" * 150, (Para(words("word " * 590)), Facts((("l" * 45, words("w" * 600)),))))
    text = render.body(most)["text"]
    assert len(text) <= 4_000
    assert unlike(render.body(most), names) == ""
    assert render._cut("one two three", 9) == "one two…"
    assert render._cut("x" * 10, 9) == "x" * 8 + "…"


@pytest.mark.parametrize("form", [FORM, TIMES])
def test_every_field_reads_as_in_plain_text(form: Form) -> None:
    view = render.view(form, "{}")
    assert view_lines(view, str) == form_text(form)
    assert view_faults(view) == []
    check_view(view)


def test_each_field_comes_back_under_its_key() -> None:
    inputs = render.view(FORM, "")["blocks"]
    assert [(b["block_id"], b["element"]["action_id"]) for b in inputs] == [
        (field.key, field.key) for field in FORM.fields
    ]
    kinds = [b["element"]["type"] for b in (*inputs, *render.view(TIMES, "")["blocks"][1:])]
    assert kinds == [
        *("plain_text_input", "plain_text_input", "radio_buttons", "checkboxes", "static_select"),
        *("datepicker", "timepicker", "plain_text_input", "users_select"),
    ]


def test_a_draft_that_is_too_long_is_kept_whole() -> None:
    line = Line(key="a", label="A", value="x" * 60, most=40)
    element = render.view(Form("a:1:b", "A", "B", (line,)), "")["blocks"][0]["element"]
    assert (element["initial_value"], element["max_length"]) == ("x" * 60, 60)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_seen_is_what_was_typed(text: str) -> None:
    said = shorten(typed(clean(text)), 500)
    title = said[:150]
    message = Message(
        title,
        (
            Para(words(said)),
            Facts(((said[:45], words(said)),)),
            Row(words(said), Button(said[:75], "a:1:b", spoken=said[:75])),
            Tally(((said[:45], 1),)),
            Small(said),
        ),
    )
    body = render.body(message)
    assert message_lines(body, names) == message_text(message)
    assert unlike(body, names) == ""
    assert pings(body) == set()
    assert faults(body["blocks"]) == []
    assert "mrkdwn" not in str(body["blocks"])
    check_blocks(body["blocks"])


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_again_is_what_was_typed(text: str) -> None:
    said = typed(clean(text))
    area = Area(key="a", label=said[:45], hint=said[:100], value=said[:3000], example=said)
    view = render.view(Form("a:1:b", said[:24], said[:24], (area,), intro=said[:3000]), "")
    assert view_faults(view) == []
    assert view["blocks"][1]["element"]["initial_value"] == said[:3000]
    check_view(view)


@given(st.text(max_size=200))
def test_any_text_at_all_is_seen_as_it_is_and_pings_nobody(text: str) -> None:
    said = typed(clean(text)) or "x"
    message = Message("", (Para(words(said)), Small(said)))
    body = render.body(message)
    assert bare(message_lines(body, names)) == bare(f"{said}\n{said}")
    assert unlike(body, names) == ""
    assert pings(body) == set()
