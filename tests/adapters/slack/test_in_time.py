"""Everybody is answered: when the house is slow, full or broken, and when Slack is."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Seen
from bot.commands.calls import Answer, Call, Nothing
from bot.ui import Area, Choices, Day, Form, Line, Option
from tests.adapters.slack.tiny import TinyHouse, reply

SORRY = "Something went wrong on my side, and nothing was changed. Please try again."
BUSY = "I am busy right now. Please try again in a minute."
PHASES = (Option("p", "Primary"), Option("s", "Secondary"))
PLAN = Form(
    "m:1:s",
    "Plan",
    "Send",
    (
        Line(key="t", label="Title"),
        Area(key="a", label="About", required=False),
        Day(key="d", label="Day", required=False),
        Choices(key="p", label="Phases", options=PHASES, required=False),
    ),
)
FILLED = {"Title": "Rockets", "About": "Long. " * 100, "Day": "2026-12-01", "Phases": "Secondary"}
WAITS = "# One moment\nYour form will open here."
SAVES = "# One moment\nI am at work on it. You can wait here, or close this: I will tell you how it went."
TOLD = "# Your answer\nI have answered you in a message. You can close this now."
SETTLED = "# Your answer\nThere is nothing more to do here. You can close this now."


def broken(_: Call) -> Answer:
    raise ZeroDivisionError


@pytest.fixture
def house() -> TinyHouse:
    return TinyHouse({"/meeting": PLAN, "/network": reply("Here it is.")})


@asynccontextmanager
async def slowly(
    house: TinyHouse, slack: LoopbackSlack, act: Coroutine[Any, Any, None], shows: str
) -> AsyncIterator[None]:
    """Somebody acts while the house is slow, and is shown `shows` meanwhile; then it goes on."""
    house.gate.clear()
    acting = asyncio.create_task(act)
    try:
        async with asyncio.timeout(5):
            while not any(view["title"]["text"] == shows for view in slack.world.views.values()):
                slack.stirred.clear()
                await slack.stirred.wait()
        yield
    finally:
        house.gate.set()
        await acting


async def test_a_form_that_takes_long_is_announced_and_then_opens(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    async with slowly(house, slack, stage.types("Ana", "robotics", "/meeting"), "One moment"):
        assert [seen.text for seen in stage.seen()] == [WAITS]
    assert [seen.text.partition("\n")[0] for seen in stage.seen()] == ["# Plan"]
    house.answers[PLAN.action] = reply("Planned.")
    await stage.fills("Ana", FILLED)
    assert stage.seen()[-1].text == "Planned."


async def test_a_message_that_came_in_its_place_is_sent_and_said(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    house.answers["/meeting"] = reply("You are not in a network.")
    house.opening.add("/meeting")
    async with slowly(house, slack, stage.types("Ana", "robotics", "/meeting"), "One moment"):
        pass
    assert {seen.text for seen in stage.seen()} == {WAITS, TOLD, "You are not in a network."}


async def test_a_repeat_that_waited_is_told_that_all_is_done(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    house.answers["/meeting"] = Nothing()
    house.opening.add("/meeting")
    async with slowly(house, slack, stage.types("Ana", "robotics", "/meeting"), "One moment"):
        pass
    assert [seen.text for seen in stage.seen()] == [WAITS, SETTLED]


async def test_who_did_not_wait_for_the_form_finds_it_behind_a_button(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    async with slowly(house, slack, stage.types("Ana", "robotics", "/meeting"), "One moment"):
        stage.closes("Ana")
    assert stage.seen()[-1] == Seen(
        "private", "#robotics", "Ana", "Your form is ready.\n[Open the form]"
    )
    assert [form for _, form in house.kept] == [PLAN]


async def test_a_form_that_was_sent_stands_as_saving_until_it_is_saved(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    house.answers[PLAN.action] = reply("Planned.")
    await stage.types("Ana", "robotics", "/meeting")
    stage.seen()
    async with slowly(house, slack, fills_slowly(slack, stage), "One moment"):
        assert [seen.text for seen in stage.seen()] == [SAVES]
    await slack_is_told(slack, "Your answer")
    assert {seen.text for seen in stage.seen()} == {TOLD, "Planned."}
