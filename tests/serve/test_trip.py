"""The whole process: a meeting is planned and answered on both platforms, and it starts again."""

import asyncio
import re
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.slack.loopback import Fault
from bot.adapters.stage import Stage
from tests.serve.house import PATIENCE, Town, free_port, town, until

Figure = Callable[[str], None]

pytestmark = pytest.mark.must_hold("A1", 8)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    async with town(tmp_path, ["Ana", "Ben", "Cleo"]) as place:
        yield place


def registrations(place: Town) -> int:
    return sum(
        call.method == "PUT" and call.path.endswith("/commands") for call in place.discord.received
    )


async def plan(stage: Stage, who: str, title: str) -> None:
    """A meeting is planned and announced."""
    await stage.types(who, "northshire", f"/meeting plan {title}, 1.12.2090 16:00")
    await stage.fills(who, {})
    await stage.presses(who, "Send now")


async def test_a_meeting_is_planned_and_answered_on_both_platforms(
    place: Town, figure: Figure
) -> None:
    seconds = await place.house.start()
    assert await place.house.status("/healthz") == 200

    for stage, title in ((place.on_slack, "Robotics"), (place.discord, "Makers")):
        await stage.types("Ana", "northshire", "/network set-up")
        await stage.fills("Ana", {"What is your network called?": f"{title} of Northshire"})
        await plan(stage, "Ana", title)
        await until(partial(place.appeared, "post", title), f"{title} is announced")
        await stage.presses("Ben", "Yes")
        await until(lambda: place.appeared("private", "Saved: Yes"), "Ben's answer is kept")
        await until(lambda: place.appeared("edit", "Coming: Ben"), "the post shows it")
        place.shown.clear()

    code, stopping = await place.house.stop()
    assert (code, place.house.complaints().count("level=error")) == (0, 0)
    figure(f"ready after {seconds:.1f} s, stopped after {stopping:.1f} s")


@pytest.mark.must_hold("A2", 2)
async def test_an_invitation_whose_answer_was_lost_is_known_as_soon_as_somebody_presses_it(
    place: Town,
) -> None:
    await place.house.start()
    await place.on_slack.types("Ana", "northshire", "/network set-up")
    await place.on_slack.fills("Ana", {"What is your network called?": "Makers of Northshire"})
    place.slack.faults.append(Fault("chat.postMessage", "drop"))
    await plan(place.on_slack, "Ana", "Makers")
    await until(lambda: place.appeared("post", "Makers"), "it arrives, and nobody knows")

    # That the answer was lost is written a moment after it was; until then nobody can know.
    while not place.appeared("private", "did not arrive as it should"):
        await place.on_slack.types("Ana", "northshire", "/network")
        await asyncio.sleep(0.5)
    await place.on_slack.presses("Ben", "Yes")

    await until(lambda: place.appeared("edit", "Coming: Ben"), "the post shows his answer")
    place.shown.clear()
    await place.on_slack.types("Ana", "northshire", "/network")
    await until(lambda: place.appeared("private", "Makers of Northshire"), "Ana looks again")
    assert not place.appeared("private", "did not arrive")
    assert len([one for one in place.slack.world.posts if not one.whom]) == 1


async def test_what_stands_is_there_after_a_restart_and_nothing_is_registered_again(
    place: Town, figure: Figure
) -> None:
    await place.house.start()
    await place.discord.types("Ana", "northshire", "/network set-up")
    await place.discord.fills("Ana", {"What is your network called?": "Makers of Northshire"})
    await plan(place.discord, "Ana", "Makers")
    await until(lambda: place.appeared("post", "Makers"), "the meeting is announced")
    assert registrations(place) == 1
    await place.house.stop()

    await place.house.start()

    assert registrations(place) == 1
    await place.discord.presses("Ben", "Maybe")
    await until(lambda: place.appeared("private", "Saved: Maybe"), "an old button works")
    assert "No network has begun yet" not in place.house.said()
    assert (await place.house.stop())[0] == 0
    figure("second boot: 0 commands registered")


async def test_the_code_that_is_printed_sets_one_network_up(place: Town) -> None:
    await place.house.start()
    [code] = re.findall(r"/network set-up (\w+)", place.house.said())

    await place.on_slack.types("Ben", "northshire", "/network set-up 00000000")
    await until(place.look, "a wrong code is answered")
    assert not place.appeared("form", "")

    await place.on_slack.types("Ben", "northshire", f"/network set-up {code}")
    await until(lambda: place.appeared("form", "Set up your network"), "the form opens")
    await place.on_slack.fills("Ben", {"What is your network called?": "Ben's"})
    await until(lambda: place.appeared("private", "Ben's is ready"), "the network has begun")

    await place.discord.types("Cleo", "northshire", f"/network set-up {code}")
    assert place.look()[-1].kind == "private"


async def test_a_second_signal_does_no_harm(place: Town) -> None:
    await place.house.start()
    assert place.house.process is not None
    place.house.process.terminate()

    assert (await place.house.stop())[0] == 0


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("SLACK_BOT_TOKEN", "Slack does not let us in (invalid_auth)."),
        ("DISCORD_TOKEN", "Discord does not let us in (LoginFailure)."),
    ],
)
async def test_a_wrong_token_is_told_in_one_line(place: Town, setting: str, told: str) -> None:
    place.house.environ[setting] = "xoxb-wrong" if setting.startswith("SLACK") else "wrong"
    with pytest.raises(AssertionError):
        await place.house.start()

    assert place.house.process is not None
    assert await place.house.process.wait() == 2
    complaints = place.house.complaints()
    assert "level=error" not in complaints
    [line] = [one for one in complaints.splitlines() if not one.startswith(("W001", "time="))]
    assert line == f"{told} Run `python3 run.py check` to see why, and what to do."


async def test_a_second_bot_on_the_same_folder_says_so_and_touches_nothing(place: Town) -> None:
    await place.house.start()
    connected = len(place.slack.received)

    second = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "serve", cwd=place.house.folder,
        env={**place.house.environ, "PORT": str(free_port())}, stderr=PIPE,
    )  # fmt: skip
    _, said = await asyncio.wait_for(second.communicate(), PATIENCE)

    assert second.returncode == 2
    assert b"A bot is running already in DATA_DIR" in said
    assert len(place.slack.received) == connected
