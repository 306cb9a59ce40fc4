"""The loopback Slack is as strict as Slack is said to be."""

from typing import Any

import aiohttp
import pytest

from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_limits import faults, view_faults
from bot.adapters.slack.loopback_read import pings, unlike
from bot.adapters.slack.loopback_stage import SaysOtherwise, SlackStage
from tests.adapters.slack.tiny import ANA, Clock, moment

Json = dict[str, Any]

VIEW = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "T"},
    "submit": {"type": "plain_text", "text": "S"},
    "blocks": [{"type": "divider"}],
}


def rich(*elements: Json) -> Json:
    section = {"type": "rich_text_section", "elements": list(elements)}
    return {"type": "rich_text", "elements": [section]}


def button(label: str, action: str = "a:1:b") -> Json:
    text = {"type": "plain_text", "text": label}
    return {"type": "button", "text": text, "action_id": action, "value": action}


@pytest.fixture
async def slack(clock: Clock) -> Any:  # noqa: ANN401 -- here wrong calls are meant
    slack = LoopbackSlack([ANA], [], clock=clock)
    slack.world.rooms["C1"], slack.world.names["C1"] = {ANA.user}, "one"
    await slack.start()
    yield slack
    await slack.stop()


async def call(slack: LoopbackSlack, method: str, token: str = "", **args: object) -> Json:
    headers = {"Authorization": f"Bearer {token or slack.token}"}
    async with (
        aiohttp.ClientSession() as client,
        client.post(f"{slack.api}{method}", json=args, headers=headers) as answer,
    ):
        return dict(await answer.json())


async def test_tokens_and_methods_are_checked(slack: LoopbackSlack) -> None:
    assert (await call(slack, "auth.test", "xoxb-wrong"))["error"] == "invalid_auth"
    assert (await call(slack, "apps.connections.open"))["error"] == "invalid_auth"
    assert (await call(slack, "chat.everything"))["error"] == "unknown_method"
    assert (await call(slack, "chat.postMessage", channel="C1"))["error"] == "no_text"
    assert (await call(slack, "users.info", user="U0"))["error"] == "user_not_found"
    assert (await call(slack, "conversations.open", users="U0"))["error"] == "user_not_found"
    assert (await call(slack, "chat.update", channel="C1", ts="1", text="x"))["error"] == (
        "message_not_found"
    )


async def test_a_trigger_opens_one_form_within_three_seconds(
    slack: LoopbackSlack, clock: Clock
) -> None:
    async def opened(trigger: str) -> str:
        answer = await call(slack, "views.open", trigger_id=trigger, view=VIEW)
        return str(answer.get("error", "ok"))

    first, second = slack.world.trigger(ANA.user), slack.world.trigger(ANA.user)
    assert [await opened(first), await opened(first)] == ["ok", "exchanged_trigger_id"]
    clock.now += 3.1
    assert await opened(second) == "expired_trigger_id"
    assert await opened("made up") == "invalid_trigger_id"
    wrong = await call(slack, "views.open", trigger_id=first, view=VIEW | {"type": "home"})
    assert wrong["error"] == "invalid_arguments"


async def test_an_address_takes_five_answers_within_half_an_hour(
    slack: LoopbackSlack, clock: Clock
) -> None:
    async def status(key: str) -> int:
        async with (
            aiohttp.ClientSession() as client,
            client.post(slack.address(key), json={"text": "x"}) as answer,
        ):
            return answer.status

    first, second = (slack.world.address(ANA.user, "C1") for _ in range(2))
    assert [await status(first) for _ in range(6)] == [200] * 5 + [404]
    clock.now += 30 * 60 + 1
    assert await status(second) == 404


async def test_a_text_is_cut_at_forty_thousand_characters(slack: LoopbackSlack) -> None:
    await call(slack, "chat.postMessage", channel="C1", text="x" * 50_000)
    assert len(slack.world.posts[0].content["text"]) == 40_000


@pytest.mark.parametrize(
    "block",
    [
        {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "x"}},
        {"type": "actions", "elements": []},
        {"type": "actions", "elements": [button("x" * 76)]},
        {"type": "actions", "elements": [button("x") | {"style": "green"}]},
        {"type": "actions", "elements": [{"type": "overflow"}]},
        {"type": "actions", "elements": [button("x"), button("y")]},
        {"type": "context", "elements": []},
        {"type": "image", "image_url": "https://x.org/a.png"},
        {"type": "input"},
        {"type": "made-up"},
        rich(),
        rich({"type": "text", "text": ""}),
        rich({"type": "emoji", "name": "tada"}),
    ],
)
async def test_blocks_that_slack_refuses_are_refused(slack: LoopbackSlack, block: Json) -> None:
    answer = await call(slack, "chat.postMessage", channel="C1", text="x", blocks=[block])
    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"]


def test_inputs_that_slack_refuses_are_refused() -> None:
    label = {"type": "plain_text", "text": "L"}
    options = [{"text": label, "value": "a", "description": label}]
    for element in (
        {"type": "email_text_input"},
        {"type": "plain_text_input", "max_length": 3_001},
        {"type": "plain_text_input", "placeholder": {"type": "plain_text", "text": ""}},
        {"type": "radio_buttons", "options": options * 11},
        {"type": "static_select", "options": options, "initial_option": {"text": label}},
    ):
        block = {"type": "input", "label": label, "element": element}
        assert view_faults(VIEW | {"blocks": [block]})
    assert faults([{"type": "divider"}] * 51)
    assert faults([{"type": "divider", "block_id": "a"}] * 2)
    assert view_faults(VIEW | {"private_metadata": "x" * 3_001})


def test_who_is_pinged_is_seen() -> None:
    blocks = [rich({"type": "user", "user_id": "U1"}, {"type": "broadcast", "range": "here"})]
    assert pings({"text": "hi <!channel>", "blocks": blocks}) == {"U1", "here", "!channel"}


async def test_a_text_that_says_something_else_is_found(slack: LoopbackSlack) -> None:
    blocks = [rich({"type": "text", "text": "Tuesday"})]
    assert unlike({"text": "Tuesday", "blocks": blocks}, str) == ""
    await call(slack, "chat.postMessage", channel="C1", text="Monday", blocks=blocks)
    with pytest.raises(SaysOtherwise):
        SlackStage(slack, moment).seen()


async def test_a_house_elsewhere_is_waited_for_until_it_has_spoken(slack: LoopbackSlack) -> None:
    slack.request_url = f"{slack.api}auth.test"
    stage = SlackStage(slack, moment)
    await stage.types("Ana", "one", "/network")
    assert stage.seen() == []
