"""The checkers refuse what Slack refuses, or they would be worth nothing."""

from typing import Any

import pytest
from jsonschema import ValidationError

from tests.adapters.schemas_slack import check_blocks, check_call, check_view

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def header(length: int) -> Json:
    return {"type": "header", "text": plain("x" * length)}


def button(length: int) -> Json:
    return {"type": "actions", "elements": [{"type": "button", "text": plain("x" * length)}]}


def modal(title: int) -> Json:
    return {"type": "modal", "title": plain("x" * title), "blocks": [{"type": "divider"}]}


def test_what_is_just_short_enough_is_taken() -> None:
    check_blocks([header(150), button(75)])
    check_view(modal(24))


@pytest.mark.parametrize(
    "block",
    [
        header(151),
        button(76),
        {"type": "divider", "colour": "red"},
        {"type": "image", "image_url": "https://x.org"},
        {"type": "made-up"},
    ],
)
def test_a_wrong_block_is_refused(block: Json) -> None:
    with pytest.raises(ValidationError):
        check_blocks([block])


def test_a_modal_title_of_25_characters_is_refused() -> None:
    with pytest.raises(ValidationError):
        check_view(modal(25))


def test_51_blocks_and_ids_twice_are_refused() -> None:
    with pytest.raises(AssertionError):
        check_blocks([header(1)] * 51)
    with pytest.raises(AssertionError):
        check_blocks([header(1) | {"block_id": "a"}] * 2)


@pytest.mark.parametrize(
    ("method", "body"),
    [
        ("chat.postMessage", {"text": "x"}),
        ("chat.postMessage", {"channel": "C1", "client_msg_id": "x"}),
        ("chat.postMessage", {"channel": "C1", "blocks": [header(1)]}),
        ("response_url", {"text": "x", "channel": "C1"}),
    ],
)
def test_a_wrong_call_is_refused(method: str, body: Json) -> None:
    with pytest.raises(AssertionError):
        check_call(method, body)
