"""SIGTERM amid calls and messages going out: nothing is lost, and nothing is sent twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path

import aiohttp
import pytest
from sqlmodel import col, select

from bot.adapters.slack.loopback import NoAnswer
from bot.adapters.stage import Seen, Stage
from bot.store.db import Store
from bot.store.tables import Delivery, Identity, Membership, Rsvp
from tests.serve.house import Town, town, until

pytestmark = [pytest.mark.must_hold("A1", 8), pytest.mark.timeout(300)]

WITHIN = 10
"""Seconds in which the house has to stop."""
AT_ONCE = 20
"""How many press at the same time; more would only show how slow people's side of this test is."""
ANSWERS = {"Maybe": "maybe", "No": "no", "Yes": "yes"}


@pytest.fixture
async def place(tmp_path: Path, size: Callable[[int, int], int]) -> AsyncIterator[Town]:
    """A town with a meeting on each platform, to which everybody has said yes on Slack."""
    names = ["Ana", *(f"P{number}" for number in range(1, size(200, 80)))]
    async with town(tmp_path, names) as place:
        place.discord.patience = 3.0
        await place.house.start()
        for stage, title in ((place.on_slack, "Robotics"), (place.discord, "Makers")):
            await types(place, stage, "/network set-up", "Set up your network")
            await stage.fills("Ana", {"What is your network called?": f"{title} of Northshire"})
            await types(place, stage, f"/meeting plan {title}, 1.12.2090 16:00", "Plan a meeting")
            await stage.fills("Ana", {})
            await until(lambda: place.appeared("private", "is planned"), "it can be sent")
            await stage.presses("Ana", "Send now")
            await until(partial(place.appeared, "post", f"# {title}"), "it is announced")
            place.shown.clear()
        # Only who is on the list, with a way to be written to, is told; Ana has yet to say so.
        await until(lambda: listed(place) >= len(names) - 1, "all on Slack are listed")
        await asyncio.gather(*(place.on_slack.presses(who, "Yes") for who in names))
        yield place


def listed(place: Town) -> int:
    """How many people may be written to privately."""
    store = Store(f"sqlite:///{place.data / 'convenor.db'}")
    with store.read() as db:
        found = len(db.all(select(Membership.id).where(col(Membership.private).is_(True))))
    store.close()
    return found


async def types(place: Town, stage: Stage, text: str, form: str) -> None:
    """Ana types a command, again where a busy machine was too late to open its form."""
    for within in (10, 10, 20):
        await stage.types("Ana", "northshire", text)
        with suppress(AssertionError):
            await until(partial(place.appeared, "form", form), f"the form of {text}", within)
            break
    assert place.appeared("form", form)
    place.shown.clear()


async def changes(place: Town) -> None:
    """Ana changes the meeting on Slack, and all who come are told."""
    await types(place, place.on_slack, "/meeting move", "Move or change")
    await place.on_slack.fills("Ana", {})
    await until(lambda: place.appeared("private", "is changed"), "it can be sent")
    await place.on_slack.presses("Ana", "Send now")


@dataclass
class Answerer:
    """Somebody who changes their mind until nobody listens any more."""

    who: str
    turn: asyncio.Semaphore
    tried: str = "Yes"
    acknowledged: str = ""
    times: int = 0

    async def go_on(self, stage: Stage) -> None:
        """Press one answer after the other, when it is one's turn."""
        for self.tried in cycle(ANSWERS):
            try:
                async with self.turn:
                    await stage.presses(self.who, self.tried)
            except (NoAnswer, ConnectionError, TimeoutError, aiohttp.ClientError):
                return
            self.acknowledged = self.tried
            self.times += 1

    def is_kept(self, answer: str) -> bool:
        """Whether this answer is the last that was acknowledged, or that was tried after it."""
        return answer in (ANSWERS[self.tried], ANSWERS[self.acknowledged])


def kept(place: Town, platform: str) -> dict[str, str]:
    """The answer of each person on this platform, as the database has it."""
    users = place.slack.world.actors if platform == "slack" else place.discord.world.people
    store = Store(f"sqlite:///{place.data / 'convenor.db'}")
    with store.read() as db:
        rows = db.all(
            select(Identity.user, Rsvp.answer)
            .join(Rsvp, Rsvp.member_id == Identity.member_id)  # type: ignore[arg-type]
            .where(Identity.platform == platform)
        )
    store.close()
    return {users[user].name: answer for user, answer in rows}


def states(place: Town) -> Counter[str]:
    """How many messages are in each state."""
    store = Store(f"sqlite:///{place.data / 'convenor.db'}")
    with store.read() as db:
        found = Counter(row.state for row in db.all(select(Delivery)))
    store.close()
    return found


async def test_nothing_is_lost_and_nothing_sent_twice(
    place: Town, figure: Callable[[str], None]
) -> None:
    names = {actor.name for actor in place.discord.world.people.values()} - {"Ana"}
    # Before the others change their minds: only who had said yes is told.
    await changes(place)
    stages: dict[str, Stage] = {"slack": place.on_slack, "discord": place.discord}
    turns = asyncio.Semaphore(AT_ONCE)
    crowd = {platform: [Answerer(who, turns) for who in sorted(names)] for platform in stages}
    acts = [
        asyncio.create_task(one.go_on(stages[platform]))
        for platform, people in crowd.items()
        for one in people
    ]
    await until(lambda: len(private(place)) >= len(names) // 8, "messages are going out")

    code, seconds = await place.house.stop()
    before = len(private(place))
    await asyncio.gather(*acts)

    assert code == 0, place.house.complaints()
    assert seconds < WITHIN
    for platform, people in crowd.items():
        found = kept(place, platform)
        assert [one for one in people if one.times and not one.is_kept(found[one.who])] == []
    assert states(place)["sending"] == 0

    await place.house.start()
    await until(lambda: not states(place)["waiting"], "everything due has left")
    await place.house.stop()

    told = Counter(seen.who for seen in private(place))
    # Ana has not said that she wants private messages.
    assert (names - set(told), [who for who, times in told.items() if times > 1]) == (set(), [])
    assert set(states(place)) <= {"sent", "skipped"}
    answers = sum(one.times for people in crowd.values() for one in people)
    figure(
        f"SIGTERM after {answers} answers and {before} of {len(names)} private messages:"
        f" stopped after {seconds:.1f} s, 0 lost, 0 twice"
    )


def private(place: Town) -> list[Seen]:
    """The private messages about the change."""
    return [seen for seen in place.appeared("post", "Robotics") if seen.who]
