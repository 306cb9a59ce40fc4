"""Everybody is answered: when the house is slow, full or broken, and when Slack is."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, Literal

import pytest

from bot.adapters.slack import desk
from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.loopback import Fault, LoopbackSlack
from bot.adapters.slack.loopback_run import staged
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import Seen
from bot.commands.calls import Answer, Call, Errors, Nothing, Sent
from bot.ui import Area, Choices, Day, Form, Line, Option
from tests.adapters.slack.tiny import BEN, TinyHouse, moment, reply

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
FILLED = {"Title": "Rockets", "About": "Long." * 100, "Day": "2026-12-01", "Phases": "Secondary"}
NEXT = Form("m:1:n", "Next", "Send", (Line(key="t", label="Title"),))
WAITS = "# One moment\nYour form will open here."
SAVES = (
    "# One moment\n"
    "I am at work on it. You can wait here, or close this: I will tell you how it went."
)
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


async def opened(stage: SlackStage) -> None:
    """Ana has the form on her screen."""
    await stage.types("Ana", "robotics", "/meeting")
    stage.seen()


async def test_a_form_that_was_sent_stands_as_being_worked_on(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    house.answers[PLAN.action] = reply("Planned.")
    await opened(stage)
    async with slowly(house, slack, stage.fills("Ana", FILLED), "One moment"):
        assert [seen.text for seen in stage.seen()] == [SAVES]
    assert {seen.text for seen in stage.seen()} == {TOLD, "Planned."}


async def test_its_mistakes_stand_above_all_that_was_typed(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    house.answers[PLAN.action] = Errors({"t": "Another is called so.", "d": "That day is over."})
    await opened(stage)
    for wrong in (FILLED, {"About": ""}):
        async with slowly(house, slack, stage.fills("Ana", wrong), "One moment"):
            stage.seen()
        assert stage.seen()[-1].text.startswith(
            "# Plan\nTitle: Another is called so.\nDay: That day is over.\nTitle: Rockets\nAbout:"
        )
    await stage.fills("Ana", {})
    assert house.calls[-1].said == Sent(
        PLAN.action, {"t": ("Rockets",), "d": ("2026-12-01",), "p": ("s",)}
    )


async def test_a_form_that_follows_a_slow_one_takes_its_place(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    house.answers[PLAN.action] = NEXT
    await opened(stage)
    async with slowly(house, slack, stage.fills("Ana", FILLED), "One moment"):
        stage.seen()
    assert [seen.text.partition("\n")[0] for seen in stage.seen()] == ["# Next"]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (reply("Planned."), "Planned."),
        (Errors({"t": "Too long."}), "Title: Too long.\n[Fix it]"),
        (NEXT, "Your form is ready.\n[Open the form]"),
    ],
)
async def test_who_closed_it_is_told_privately(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage, answer: Answer, text: str
) -> None:
    house.answers[PLAN.action] = answer
    await opened(stage)
    async with slowly(house, slack, stage.fills("Ana", FILLED), "One moment"):
        stage.closes("Ana")
        stage.seen()
    assert stage.seen() == [Seen("private", "#robotics", "Ana", text)]


@pytest.mark.parametrize("kind", ["fail", "cut", "drop"])
async def test_a_view_that_broke_is_drawn_again(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage, kind: Literal["fail", "cut", "drop"]
) -> None:
    slack.faults.append(Fault("views.update", kind))
    async with slowly(house, slack, stage.types("Ana", "robotics", "/meeting"), "One moment"):
        stage.seen()
    assert {seen.text.partition("\n")[0] for seen in stage.seen()} == {"# Plan"}


@pytest.mark.must_hold("A2", 6)
async def test_an_open_form_is_saved_by_the_process_that_comes_next(
    slack: LoopbackSlack, house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    house.answers[PLAN.action] = reply("Planned.")
    async with staged(slack, house, pool, moment) as (_, stage):
        await stage.types("Ana", "robotics", "/meeting")
    async with staged(slack, house, pool, moment) as (_, stage):
        await stage.fills("Ana", {"Title": "Rockets", "About": "A long text." * 200})
        assert house.calls[-1].said == Sent(
            PLAN.action, {"t": ("Rockets",), "a": ("A long text." * 200,)}
        )
        assert stage.seen()[-1].text == "Planned."


async def test_a_house_that_raises_is_answered_for(house: TinyHouse, stage: SlackStage) -> None:
    house.answers |= {"/network": broken, PLAN.action: broken}
    await stage.types("Ana", "robotics", "/network")
    await stage.types("Ana", "robotics", "/meeting")
    await stage.fills("Ana", FILLED)
    texts = [seen.text for seen in stage.seen() if seen.kind in ("private", "errors")]
    assert texts == [SORRY, f"Title: {SORRY}"]
    house.answers[PLAN.action] = reply("Planned.")
    await stage.fills("Ana", {})
    said = house.calls[-1].said
    assert isinstance(said, Sent)
    assert dict(said.values) == {
        "t": ("Rockets",),
        "a": ("Long." * 100,),
        "d": ("2026-12-01",),
        "p": ("s",),
    }


async def test_a_full_house_says_so_and_forms_keep_their_text(
    house: TinyHouse, slack: LoopbackSlack, stage: SlackStage
) -> None:
    await opened(stage)
    house.gate.clear()
    waiting = [asyncio.create_task(ben_types(slack)) for _ in range(desk.AT_ONCE)]
    await asyncio.gather(*waiting)
    busy = asyncio.create_task(stage.fills("Ana", FILLED))
    async with asyncio.timeout(1):
        while not slack.world.events or slack.world.events[-1].kind != "errors":
            slack.stirred.clear()
            await slack.stirred.wait()
    assert stage.seen() == [Seen("errors", "", "Ana", f"Title: {BUSY}")]
    house.gate.set()
    await busy
    assert len(stage.seen()) == desk.AT_ONCE
    house.answers[PLAN.action] = reply("Planned.")
    await stage.fills("Ana", {})
    assert stage.seen()[-1].text == "Planned."


async def ben_types(slack: LoopbackSlack) -> None:
    url = slack.address(slack.world.address(BEN.user, "C1ROBOTICS"))
    typed = payloads.command(slack.world, BEN, "C1ROBOTICS", "/network", url)
    await slack.deliver("slash_commands", typed)
