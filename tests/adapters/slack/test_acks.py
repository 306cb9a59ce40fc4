"""Slack hears back within a second, whatever the house does; nothing acknowledged is lost."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.desk import PATIENCE
from bot.adapters.slack.loopback import Fault, LoopbackSlack, NoAnswer
from bot.adapters.slack.loopback_run import staged
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Seen
from bot.chat import LockedOut
from bot.commands.calls import Nothing
from tests.adapters.slack.tiny import ANA, TinyHouse, moment, reply


async def test_a_stalled_house_is_acknowledged_and_answers_later(
    app: SlackApp, slack: LoopbackSlack, house: TinyHouse, stage: SlackStage
) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    house.gate.clear()
    url = slack.address(slack.world.address(ANA.user, "C1ROBOTICS"))
    begun = time.monotonic()
    command = payloads.command(slack.world, ANA, "C1ROBOTICS", "/meeting", url)
    await slack.deliver("slash_commands", command)
    assert PATIENCE - 0.1 < time.monotonic() - begun < 2
    assert stage.seen() == []
    house.gate.set()
    await app.idle()
    assert stage.seen() == [Seen("private", "#robotics", "Ana", "Nothing is planned.")]


async def test_a_quick_answer_is_acknowledged_at_once(house: TinyHouse, stage: SlackStage) -> None:
    house.answers["/meeting"] = Nothing()
    await stage.types("Ana", "robotics", "/meeting")
    begun = time.monotonic()
    await stage.types("Ana", "robotics", "/meeting")
    assert time.monotonic() - begun < PATIENCE - 0.1


async def test_an_event_that_was_not_kept_is_told_again_and_nobody_is_told_of_it(
    slack: LoopbackSlack, house: TinyHouse, stage: SlackStage
) -> None:
    house.answers["Came"] = Nothing(again=True)
    event = payloads.membership(slack.world, ANA, "C1ROBOTICS", "member_joined_channel")
    with pytest.raises(NoAnswer):
        await slack.deliver("events_api", event)
    assert [call.who.user for call in house.calls] == [ANA.user]
    house.calls.clear()
    house.answers["Came"] = Nothing()
    await slack.deliver("events_api", event)
    assert [call.who.user for call in house.calls] == [ANA.user]
    assert stage.seen() == []


async def test_a_command_may_be_about_a_payload(house: TinyHouse, stage: SlackStage) -> None:
    house.answers["/meeting"] = reply("Planned.")
    await stage.types("Ana", "robotics", "/meeting plan The payload of a kite")
    assert [one.text for one in stage.seen()] == ["Planned."]


async def test_stopping_finishes_what_was_acknowledged(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    house.answers["/meeting"] = reply("Nothing is planned.")
    house.gate.clear()
    async with staged(slack, house, pool, moment) as (app, stage):
        url = slack.address(slack.world.address(ANA.user, "C1ROBOTICS"))
        command = payloads.command(slack.world, ANA, "C1ROBOTICS", "/meeting", url)
        await slack.deliver("slash_commands", command)
        stopping = asyncio.create_task(app.stop())
        house.gate.set()
        await stopping
        assert len(stage.seen()) == 1
        assert not app.link_ok()


async def test_starting_with_a_wrong_token_says_so(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    slack.token = "xoxb-another"
    app = SlackApp(token="xoxb-wrong", base_url=slack.api, house=house, pool=pool)
    with pytest.raises(LockedOut, match="invalid_auth"):
        await app.start()
    await app.stop()


async def test_the_link_is_down_when_slack_does_not_answer(
    app: SlackApp, slack: LoopbackSlack, stage: SlackStage
) -> None:
    assert app.link_ok()
    slack.faults.append(Fault("users.info", "fail"))
    await stage.types("Ana", "robotics", "/meeting")
    assert not app.link_ok()
    await stage.types("Ana", "robotics", "/meeting")
    assert app.link_ok()
