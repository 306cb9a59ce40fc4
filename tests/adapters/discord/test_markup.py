"""What is seen is what was typed: read back by a reader that knows only Discord's markdown."""

from datetime import UTC, datetime
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.discord import render
from bot.adapters.discord.loopback.reader import Eyes, markdown_seen, message_seen
from bot.adapters.discord.loopback.rules import check_message
from bot.adapters.discord.markup import escape, markdown
from bot.ui import (
    Button,
    Facts,
    Link,
    Mention,
    Message,
    Para,
    Row,
    Rule,
    Small,
    Span,
    Tally,
    Text,
    TooLong,
    When,
    message_text,
    typed,
    weight,
)
from tests.adapters.discord.conftest import moment

EYES = Eyes(moment, {"101": "Ana", "102": "Ben"})
NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)

HOSTILE = [
    "@everyone and @here",
    "<!channel> <@101> <@&5> <#201> </meeting:1> <id:home> <a:wave:1>",
    "<t:1700000000:F>",
    "*_~`| **bold** __under__ ~~gone~~ ||secret|| `code` ```\nblock\n```",
    "# big\n## bigger\n### small\n-# tiny\n> said\n>>> all said\n- one\n* two\n1. three\n  2. four",
    "[label](https://evil.example) https://evil.example <https://evil.example> http://a.b",
    ":tada: :wave::skin-tone-2: 10:30:45 16:00",
    r"¯\_(ツ)_/¯ \* \\ back\slash\ ",
    "\u05e9\u05dc\u05d5\u05dd \u202eolleh \u2066 open",
    "👩‍🏫 🇫🇮 é e\u0301 \u200d",
    "nul \x00 bell \x07 tab \t end",
    "  several   spaces  ",
    "snake_case_name and 2*3*4 and a_b",
    "*" * 400,
    "_" * 399 + "`" * 300 + "[" * 200,
]

signs = st.sampled_from(
    [
        *"\\*_~`|<>#-+.()[]:@/!&= \n1a",
        "@everyone",
        "https://",
        "<@101>",
        ":tada:",
        "-# ",
        "1. ",
        "](",
        "**",
    ]
)
anything = st.one_of(st.lists(signs, max_size=30).map("".join), st.text(max_size=60))


@given(anything)
@example("https:")
@example("a_b_")
def test_what_is_seen_is_what_was_typed(text: str) -> None:
    assert markdown_seen(escape(text), EYES) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_seen_as_typed(text: str) -> None:
    assert markdown_seen(escape(text), EYES) == text
    assert markdown_seen(escape(typed(text)), EYES) == typed(text)


@given(anything)
def test_escaping_takes_no_more_room_than_the_limits_allow_for(text: str) -> None:
    assert len(escape(text).encode("utf-16-le")) // 2 <= weight(text)


def test_ordinary_words_are_left_alone() -> None:
    text = "Room 3/4 (the lab), 16:00 - bring a book! See you there; e-mail a@b.fi + phone."
    assert escape(text) == text


@pytest.mark.parametrize(
    "sign",
    ["*a*", "_a_", "~~a~~", "||a||", "`a`", "# a", "## a", "### a", "-# a", "> a", "- a", "1. a",
     "[a](https://b.c)", "https://b.c", "<https://b.c>", "<@101>", "@everyone", ":tada:",
     "<t:0:F>"],
)  # fmt: skip
def test_the_reader_sees_when_a_sign_is_not_escaped(sign: str) -> None:
    assert markdown_seen(sign, EYES) != sign


spans = st.one_of(
    st.builds(Span, anything, st.booleans(), st.booleans()),
    st.builds(
        Link, anything, st.sampled_from(["https://a.fi/b_c", "https://a.fi/(b)", "http://a b>"])
    ),
    st.sampled_from(
        [Mention("101", "Ana"), When(NOON, moment(NOON)), Link("https://a.fi", "https://a.fi")]
    ),
)
texts = st.lists(spans, min_size=1, max_size=5).map(lambda runs: cast("Text", tuple(runs)))


@given(texts)
@example((Span("a", bold=True), Span("b", bold=True), Span("c", italic=True), Span("d")))
@example((Span("1"), Span(". x", bold=True)))
def test_a_text_of_many_spans_reads_as_its_plain_rendering(text: Text) -> None:
    message = Message("", (Para(text), Rule()))
    seen = message_seen(render.message(message)["components"], EYES)
    expected = message_text(message)
    assert seen == (expected if expected.removesuffix("\n---").strip() else "\n---")


@given(texts, st.sampled_from([1, 5, 20, 80]))
def test_a_message_that_can_be_made_can_be_sent(text: Text, times: int) -> None:
    try:
        message = Message("t" * 150, (Para(text * times), Facts((("label", text),)), Small("x")))
    except TooLong:
        return
    check_message(render.message(message))


@given(anything.filter(str.strip), anything.filter(str.strip), texts)
def test_every_block_reads_as_its_plain_rendering(title: str, label: str, text: Text) -> None:
    title = " ".join(title.split())[:100]
    label = " ".join(label.split())[:40]
    message = Message(
        title,
        (
            Facts(((label, text),)),
            Tally(((label, 3), ("none", 0))),
            Row((Span(label),), Button("Change", "x:1:y")),
            Small(label),
        ),
    )
    assert message_seen(render.message(message)["components"], EYES) == message_text(message)


def test_styles_links_mentions_and_instants_are_drawn() -> None:
    text = (Span("Now", bold=True), Span(" and "), Span("then", italic=True), Span(": "),
            Link("the map", "https://a.fi/m"), Span(" "), Mention("101", "Ana"), Span(" "),
            When(NOON, "noon"), When(NOON, "day", "day"), When(NOON, "time", "time"))  # fmt: skip
    assert markdown(text) == (
        "**Now** and _then_: [the map](<https://a.fi/m>) <@101> "
        "<t:1796299200:F><t:1796299200:D><t:1796299200:t>"
    )


def test_a_message_pings_those_whom_it_names_and_nobody_else() -> None:
    named = Message(
        "@everyone", (Para((Mention("101", "Ana"), Span("<@102> @here"), Mention("101", "Ana"))),)
    )
    assert render.message(named)["allowed_mentions"] == {"parse": [], "users": ["101"]}
    nobody = Message("@everyone", (Para((Span("<@102>"),)),))
    assert render.message(nobody)["allowed_mentions"] == {"parse": []}
