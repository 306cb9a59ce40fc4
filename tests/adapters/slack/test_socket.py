"""The same trip over Socket Mode: no public address, no signature, the same listeners."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_run import staged
from bot.adapters.stage import Seen
from bot.chat import LockedOut, Place
from bot.commands.calls import Came
from bot.ui import Button, Controls, Form, Line, Message
from tests.adapters.slack.tiny import TinyHouse, moment, reply


async def test_a_trip_over_a_socket(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    house.answers["/meeting"] = Form("m:1:s", "Plan", "Plan", (Line(key="t", label="Title"),))
    house.answers |= {"m:1:s": reply("Planned."), "rsvp:1:yes": reply("See you there.")}
    ask = Message("", (Controls((Button("Yes", "rsvp:1:yes"),)),))
    async with staged(slack, house, pool, moment, socket_mode=True) as (app, stage):
        assert app.endpoint is None
        assert app.link_ok()
        await stage.types("Ana", "robotics", "/meeting")
        await stage.fills("Ana", {"Title": "Rockets"})
        await app.chat.post(Place("slack", "T0NETWORK", "C1ROBOTICS"), ask, "k1")
        await stage.presses("Ben", "Yes")
        await stage.joins("Dev", "robotics")
        assert stage.seen() == [
            Seen("form", "", "Ana", "# Plan\nTitle: _\n[Plan]"),
            Seen("private", "#robotics", "Ana", "Planned."),
            Seen("post", "#robotics", "", "[Yes]"),
            Seen("private", "#robotics", "Ben", "See you there."),
        ]
        assert house.calls[-1].said == Came()
    assert not app.link_ok()


async def test_a_wrong_app_token_says_so_at_once(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    app = SlackApp(
        token=slack.token, app_token="xapp-wrong", base_url=slack.api, house=house, pool=pool
    )
    with pytest.raises(LockedOut, match="invalid_auth"):
        await app.start()
    await app.stop()
