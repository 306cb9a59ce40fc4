"""Everybody is answered: when the house is slow, full or broken, and when the line breaks."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from structlog.testing import capture_logs

from bot.adapters.discord import desk
from bot.adapters.discord.loopback import Fault, Loopback
from bot.adapters.stage import Seen
from bot.commands.calls import Answer, Call, Reply, Sent
from bot.ui import Area, Button, Controls, Form, Message, Para, words
from tests.adapters.discord.conftest import ANA, BEN, ROOM, Scene, TinyHouse, moment, running

SORRY = "Something went wrong on my side, and nothing was changed. Please try again."
BUSY = "I am busy right now. Please try again in a minute."
TELL = Form("answer:1:send", "How was it?", "Send", (Area(key="what", label="What", most=3900),))


def said(text: str, *buttons: Button) -> Message:
    return Message("", (Para(words(text)), *((Controls(buttons),) if buttons else ())))


def broken(_: Call) -> Answer:
    raise ZeroDivisionError


async def promised(platform: Loopback) -> None:
    """Return when the newest interaction has been told to wait."""
    await platform.until(lambda: (platform.received[-1].body or {}).get("type") in (5, 6))


@pytest.fixture
def house() -> TinyHouse:
    return TinyHouse({"meeting": TELL, "network": Reply(said("Here it is."))})


async def sends_slowly(scene: Scene, text: str) -> None:
    """Ana fills in the form while the house thinks."""
    await scene.platform.types("Ana", "#physics", "/meeting")
    scene.house.open.clear()
    filling = asyncio.create_task(scene.platform.fills("Ana", {"What": text}))
    await promised(scene.platform)
    scene.house.open.set()
    await filling


async def test_a_form_sent_to_a_slow_house_is_answered_when_it_is_done(scene: Scene) -> None:
    scene.house.says[TELL.action] = Reply(said("Thank you."))
    await sends_slowly(scene, "Good.")
    assert scene.platform.seen()[-1] == Seen("private", "#physics", "Ana", "Thank you.")


async def test_its_mistakes_come_with_the_draft(scene: Scene) -> None:
    fix = Reply(said("Almost there.", Button("Fix it", "draft:1:fix")))
    scene.house.says[TELL.action] = fix
    scene.house.says["draft:1:fix"] = TELL
    await sends_slowly(scene, "?")
    await scene.platform.presses("Ana", "Fix it")
    assert [s.kind for s in scene.platform.seen()] == ["form", "private", "form"]


async def test_a_form_that_was_late_is_opened_by_a_button(scene: Scene) -> None:
    scene.house.says["draft:1:fix"] = TELL
    scene.house.open.clear()
    typing = asyncio.create_task(scene.platform.types("Ana", "#physics", "/meeting"))
    await promised(scene.platform)
    scene.house.open.set()
    await typing
    await scene.platform.presses("Ana", "Open the form")
    assert scene.platform.seen()[-1].kind == "form"


@pytest.mark.must_hold("A2", 6)
async def test_an_open_form_is_saved_by_the_process_that_comes_next(
    house: TinyHouse, pool: ThreadPoolExecutor
) -> None:
    house.says[TELL.action] = Reply(said("Thank you."))
    async with Loopback((ANA, BEN), (ROOM,), moment=moment) as platform:
        async with running(platform, house, pool):
            await platform.types("Ana", "#physics", "/meeting")
        async with running(platform, house, pool):
            await platform.fills("Ana", {"What": "A long text. " * 100})
        assert house.calls[-1].said == Sent(TELL.action, {"what": ("A long text. " * 100,)})
        assert platform.seen()[-1].text == "Thank you."


async def test_a_house_that_raises_is_answered_for(scene: Scene) -> None:
    scene.house.says |= {"network": broken, TELL.action: broken}
    await scene.platform.types("Ana", "#physics", "/network")
    await scene.platform.types("Ana", "#physics", "/meeting")
    await scene.platform.fills("Ana", {"What": "Good."})
    texts = [s.text for s in scene.platform.seen() if s.kind == "private"]
    assert texts[0] == SORRY
    assert texts[1].startswith(SORRY)
    assert texts[1].endswith("Good.")


@pytest.mark.parametrize("text", ["Good.", "Long. " * 600])
async def test_what_was_typed_comes_back_from_a_full_house(scene: Scene, text: str) -> None:
    await scene.platform.types("Ana", "#physics", "/meeting")
    scene.house.open.clear()
    waiting = [
        asyncio.create_task(scene.platform.types("Ben", "#physics", "/network"))
        for _ in range(desk.AT_ONCE)
    ]
    await scene.platform.until(lambda: len(scene.platform.received) > desk.AT_ONCE)
    await scene.platform.fills("Ana", {"What": text})
    seen = [s for s in scene.platform.seen() if s.who == "Ana"][1:]
    assert await scene.platform.half_types("Ana", "#physics", "/meeting x") == ()
    scene.house.open.set()
    await asyncio.gather(*waiting)
    assert seen[0].text.startswith(BUSY)
    assert (text in seen[0].text) != (seen[1:] != [])
    assert [s.kind for s in seen[1:]] == (["file"] if len(text) > 3000 else [])


@pytest.mark.parametrize("fault", ["refuse", "drop after", "503", "500 after"])
async def test_a_promise_that_broke_is_kept(scene: Scene, fault: Fault) -> None:
    scene.platform.fail("POST", "/callback", fault)
    scene.house.open.clear()
    typing = asyncio.create_task(scene.platform.types("Ana", "#physics", "/network"))
    await promised(scene.platform)
    scene.house.open.set()
    await typing
    assert [s.text for s in scene.platform.seen()] == ["Here it is."]


@pytest.mark.parametrize("fault", ["refuse", "drop after", "503"])
async def test_an_answer_that_broke_is_sent_again(scene: Scene, fault: Fault) -> None:
    scene.platform.fail("PATCH", "/@original", fault)
    scene.house.open.clear()
    typing = asyncio.create_task(scene.platform.types("Ana", "#physics", "/network"))
    await promised(scene.platform)
    scene.house.open.set()
    await typing
    assert {s.text for s in scene.platform.seen()} == {"Here it is."}


@pytest.mark.parametrize("agreed", [True, False])
async def test_after_a_quarter_of_an_hour_only_who_agreed_is_written_to(
    scene: Scene, *, agreed: bool
) -> None:
    scene.house.agreeing = {"101"} if agreed else set()
    scene.house.open.clear()
    scene.platform.patience = 3
    typing = asyncio.create_task(scene.platform.types("Ana", "#physics", "/network"))
    await promised(scene.platform)
    scene.platform.let_pass(900)
    scene.house.open.set()
    with capture_logs() as logged, pytest.raises(TimeoutError):
        await typing
    told = [Seen("post", "", "Ana", "Here it is.")]
    assert scene.platform.seen() == (told if agreed else [])
    assert [line["event"] for line in logged] == [
        "discord.answer_lost",
        *([] if agreed else ["discord.answer_dropped"]),
    ]
    assert len(scene.house.calls) == 1
