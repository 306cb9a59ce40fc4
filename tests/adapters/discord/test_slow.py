"""A house that is slow, or has too much to do: everybody is told so, and then answered."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.adapters.discord import desk
from bot.adapters.stage import NoSuchThing
from bot.commands.calls import Answer, File, Reply
from bot.ui import Button
from tests.adapters.discord.conftest import Scene
from tests.adapters.discord.test_calls import PLAN, said


async def seen_by_house(scene: Scene) -> None:
    """Return when the house has been asked."""
    await asyncio.get_running_loop().run_in_executor(None, scene.house.entered.wait, 10)


@pytest.mark.parametrize("answer", [Reply(said("Late, but here."), File("a.csv", b"a")), PLAN])
async def test_a_slow_house_is_promised_and_then_answered(scene: Scene, answer: Answer) -> None:
    scene.house.says["meeting"] = answer
    scene.house.open.clear()
    typing = asyncio.create_task(scene.platform.types("Ana", "#physics", "/meeting"))
    await scene.platform.until(lambda: any("callback" in r.path for r in scene.platform.received))
    assert scene.platform.received[-1].body == {"type": 5, "data": {"flags": 64}}
    scene.house.open.set()
    await typing
    seen = [s.text for s in scene.platform.seen() if s.kind == "private"]
    ready = "Your form is ready.\n[Open the form]"
    assert seen == ["Late, but here." if isinstance(answer, Reply) else ready]
    assert [form for _, form in scene.house.kept] == ([] if isinstance(answer, Reply) else [PLAN])


async def test_a_slow_answer_to_a_private_message_still_takes_its_place(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Sure?", Button("Yes", "meeting:1:yes")))
    scene.house.says["meeting:1:yes"] = Reply(said("Done."))
    await scene.platform.types("Ana", "#physics", "/meeting")
    scene.house.open.clear()
    pressing = asyncio.create_task(scene.platform.presses("Ana", "Yes"))
    await scene.platform.until(lambda: scene.platform.received[-1].body == {"type": 6})
    scene.house.open.set()
    await pressing
    assert scene.platform.seen()[-1].text == "Done."
    with pytest.raises(NoSuchThing):
        await scene.platform.presses("Ana", "Yes")


async def test_what_was_done_counts_though_its_answer_is_refused(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Too late."))
    scene.house.open.clear()
    scene.platform.patience = 1.5
    typing = asyncio.create_task(scene.platform.types("Ana", "#physics", "/meeting"))
    await seen_by_house(scene)
    scene.platform.let_pass(4)  # Discord forgets an interaction after three seconds: 10062
    scene.house.open.set()
    with capture_logs() as logged, pytest.raises(TimeoutError):
        await typing
    lost = {"kind": "NotFound", "status": 404, "code": 10062}
    assert logged == [
        {"event": "discord.answer_lost", "log_level": "warning", **lost},
        {"event": "discord.answer_dropped", "log_level": "warning"},
    ]
    assert len(scene.house.calls) == 1
    assert scene.platform.seen() == []
    scene.platform.patience = 10
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert scene.platform.seen()[-1].text == "Too late."


async def test_who_comes_when_too_much_is_in_work_is_asked_to_try_again(scene: Scene) -> None:
    scene.house.says["meeting"] = Reply(said("Done."))
    scene.house.open.clear()
    waiting = [
        asyncio.create_task(scene.platform.types("Ben", "#physics", "/meeting"))
        for _ in range(desk.AT_ONCE)
    ]
    await scene.platform.until(lambda: len(scene.platform.received) > desk.AT_ONCE)
    await scene.platform.types("Ana", "#physics", "/meeting")
    assert scene.platform.seen()[-1].text == "I am busy right now. Please try again in a minute."
    scene.house.open.set()
    await asyncio.gather(*waiting)
    assert [s.text for s in scene.platform.seen()] == ["Done."] * desk.AT_ONCE
