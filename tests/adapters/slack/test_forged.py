"""Who does not have the secret has no effect and sees no 500; what is sent twice happens once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import LoopbackSlack, Signed
from bot.adapters.slack.loopback_stage import SlackStage
from bot.chat import Place
from bot.ui import Button, Controls, Form, Line, Message
from tests.adapters.slack.tiny import BEN, TinyHouse, reply

MADE = "X-Slack-Signature"
AT = "X-Slack-Request-Timestamp"


@dataclass
class Forgery:
    """One way to forge: from a good request, the raw headers and body of a bad one."""

    name: str
    forge: Callable[[LoopbackSlack, Signed], tuple[list[tuple[str, str]], bytes]]
    status: int = 401


def with_headers(**changed: str | None) -> Callable[..., tuple[list[tuple[str, str]], bytes]]:
    """The good request with headers changed (`_` for `-`), or left out where None."""

    def forge(_slack: LoopbackSlack, good: Signed) -> tuple[list[tuple[str, str]], bytes]:
        new = {name.replace("_", "-"): value for name, value in changed.items()}
        headers = good.headers | new
        return [(name, value) for name, value in headers.items() if value is not None], good.body

    return forge


def with_body(
    change: Callable[[bytes], bytes],
) -> Callable[..., tuple[list[tuple[str, str]], bytes]]:
    return lambda _slack, good: (list(good.headers.items()), change(good.body))


def at_another_time(seconds: int) -> Callable[..., tuple[list[tuple[str, str]], bytes]]:
    """Signed with the right secret, but long ago or in the future."""

    def forge(slack: LoopbackSlack, _good: Signed) -> tuple[list[tuple[str, str]], bytes]:
        slack.world.clock.now += seconds  # type: ignore[attr-defined]
        signed = slack.sign("slash_commands", typed(slack))
        slack.world.clock.now -= seconds  # type: ignore[attr-defined]
        return list(signed.headers.items()), signed.body

    return forge


def by_another(slack: LoopbackSlack, _good: Signed) -> tuple[list[tuple[str, str]], bytes]:
    other = LoopbackSlack([BEN], [], clock=slack.world.clock)
    other.signing_secret = "another app's"
    signed = other.sign("slash_commands", typed(slack))
    return list(signed.headers.items()), signed.body


def twice(name: str) -> Callable[..., tuple[list[tuple[str, str]], bytes]]:
    return lambda _slack, good: ([*good.headers.items(), (name, good.headers[name])], good.body)


def late_time(slack: LoopbackSlack, good: Signed) -> tuple[list[tuple[str, str]], bytes]:
    """The good signature with another time beside it."""
    return list((good.headers | {AT: str(int(slack.world.clock()) + 1)}).items()), good.body


KINDS = (
    Forgery("no signature", with_headers(X_Slack_Signature=None)),
    Forgery("no time", with_headers(X_Slack_Request_Timestamp=None)),
    Forgery("neither", with_headers(X_Slack_Signature=None, X_Slack_Request_Timestamp=None)),
    Forgery("an empty signature", with_headers(X_Slack_Signature="")),
    Forgery("an empty time", with_headers(X_Slack_Request_Timestamp="")),
    Forgery("garbage for a signature", with_headers(X_Slack_Signature="v0=garbage")),
    Forgery("another version", with_headers(X_Slack_Signature="v1=" + "0" * 64)),
    Forgery("a signature of zeros", with_headers(X_Slack_Signature="v0=" + "0" * 64)),
    Forgery("a signature that is not ASCII", with_headers(X_Slack_Signature="v0=" + "é" * 64)),
    Forgery("a time in words", with_headers(X_Slack_Request_Timestamp="abc")),
    Forgery("a time with a fraction", with_headers(X_Slack_Request_Timestamp="1800000000.0")),
    Forgery("a negative time", with_headers(X_Slack_Request_Timestamp="-1800000000")),
    Forgery("an endless time", with_headers(X_Slack_Request_Timestamp="9" * 5000)),
    Forgery(
        "a time that is not ASCII", with_headers(X_Slack_Request_Timestamp="１８００００００００")
    ),
    Forgery("another time", late_time),
    Forgery("an old request", at_another_time(-301)),
    Forgery("a request from the future", at_another_time(301)),
    Forgery("another app's secret", by_another),
    Forgery("two signatures", twice(MADE)),
    Forgery("two times", twice(AT)),
    Forgery("an altered body", with_body(lambda body: body.replace(b"rsvp", b"move"))),
    Forgery("a longer body", with_body(lambda body: body + b"&text=more")),
    Forgery("no body", with_body(lambda _body: b"")),
    Forgery("a body that is not UTF-8", with_body(lambda _body: b"\xff\xfe")),
    Forgery("a body that is no JSON", with_body(lambda _body: b"{")),
    Forgery("a check of the certificate", with_body(lambda _body: b"ssl_check=1&token=x")),
    Forgery("an oversized body", with_body(lambda body: body + b"x" * (1 << 20)), 413),
)


def typed(slack: LoopbackSlack) -> dict[str, Any]:
    return payloads.command(slack.world, BEN, "C1ROBOTICS", "/rsvp yes", "")


async def post(slack: LoopbackSlack, headers: list[tuple[str, str]], body: bytes) -> int:
    async with (
        aiohttp.ClientSession() as client,
        client.post(slack.request_url, data=BytesIO(body), headers=headers) as answer,
    ):
        return answer.status


@pytest.mark.must_hold("A1", 4)
async def test_a_forged_request_has_no_effect_and_is_never_a_500(
    app: SlackApp, house: TinyHouse, slack: LoopbackSlack, figure: Callable[[str], None]
) -> None:
    good = slack.sign("slash_commands", typed(slack))
    statuses = {}
    for kind in KINDS:
        statuses[kind.name] = await post(slack, *kind.forge(slack, good))
    await app.idle()
    assert statuses == {kind.name: kind.status for kind in KINDS}
    assert house.calls == []
    figure(f"{len(KINDS)} kinds of forged requests refused")


@pytest.mark.must_hold("A1", 4)
async def test_a_replay_has_one_effect(
    app: SlackApp,
    stage: SlackStage,
    house: TinyHouse,
    slack: LoopbackSlack,
    figure: Callable[[str], None],
) -> None:
    house.answers["/plan"] = Form("m:1:s", "Plan", "Plan", (Line(key="t", label="Title"),))
    house.answers["m:1:s"] = house.answers["a:1:b"] = reply("Done.")
    await app.chat.post(
        Place("slack", "T0NETWORK", "C1ROBOTICS"),
        Message("", (Controls((Button("Press", "a:1:b"),)),)),
        "k",
    )
    await stage.types("Ben", "robotics", "/plan")
    await stage.fills("Ben", {"Title": "Rockets"})
    await stage.presses("Ben", "Press")
    await stage.types("Ben", "robotics", "@convenor hello")
    await stage.joins("Dev", "robotics")
    stage.seen()

    for signed in list(slack.sent):
        for _ in range(2):
            await slack.send(signed)
            await app.idle()
    assert (len(house.calls), house.repeats) == (5, 10)
    assert stage.seen() == []
    figure(f"{house.repeats} replays of {len(house.calls)} requests had no effect")


async def test_a_signed_body_that_is_no_json_is_the_senders_mistake(
    app: SlackApp, slack: LoopbackSlack
) -> None:
    assert app.endpoint
    good = slack.sign("events_api", {})
    broken = replace(good, body=b"{")
    again = slack.sign("slash_commands", {"payload": "{"})
    assert await post(slack, list(again.headers.items()), again.body) == 400
    assert await post(slack, list(broken.headers.items()), broken.body) == 401


async def test_only_posts_are_heard(app: SlackApp, slack: LoopbackSlack) -> None:
    assert app.endpoint
    async with aiohttp.ClientSession() as client, client.get(slack.request_url) as answer:
        assert answer.status == 405


async def test_slack_may_verify_the_address(app: SlackApp, slack: LoopbackSlack) -> None:
    assert app.endpoint
    answer = await slack.deliver("events_api", {"type": "url_verification", "challenge": "abc"})
    assert answer == {"challenge": "abc"}
