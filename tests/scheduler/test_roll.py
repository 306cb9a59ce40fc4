"""The roll call: who is in a network's channels."""

import asyncio
from datetime import timedelta

from bot.adapters.memory import MemoryChat, World
from bot.chat import Busy, Person, Place, Profile, Unreachable
from bot.scheduler.roll import RollCall
from tests.plugins.room import ANA, KEYS, RoomOfPeople


class Silent(MemoryChat):
    """A chat that answers the next questions with these facts."""

    def __init__(self, world: World, facts: list[Exception | None]) -> None:
        super().__init__(world)
        self.facts = facts
        self.asked = asyncio.Event()

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:
        self.asked.set()
        fact = self.facts.pop(0) if self.facts else None
        if fact:
            raise fact
        return await super().members(place)


def roll_of(room: RoomOfPeople, facts: list[Exception | None]) -> tuple[RollCall, Silent]:
    chat = Silent(room.world, facts)
    return RollCall(room.store, {"memory": chat}, room.clock.now, KEYS), chat


async def test_who_does_not_answer_is_asked_next_time(room: RoomOfPeople) -> None:
    await room.passes(days=1)
    facts: list[Exception | None] = [Busy(3), Unreachable("missing_scope")]
    roll, _ = roll_of(room, facts)
    await roll.run()
    assert facts == []

    await roll.run()
    assert "This tells 3 people" in await room.says(ANA, "/network set-up")


async def test_it_goes_round_when_woken_and_survives_a_fault(room: RoomOfPeople) -> None:
    await room.passes(days=1)
    roll, chat = roll_of(room, [RuntimeError("a fault of ours")])
    roll.start()
    await chat.asked.wait()
    chat.asked.clear()
    roll.wake()
    await chat.asked.wait()
    await roll.stop()
    roll.wake()


async def test_a_clock_that_goes_on_keeps_nobody_waiting(room: RoomOfPeople) -> None:
    await room.passes(days=1)
    ticks = iter(range(1000))
    chat = Silent(room.world, [])
    started = room.clock.now()
    roll = RollCall(
        room.store, {"memory": chat}, lambda: started + timedelta(milliseconds=next(ticks)), KEYS
    )
    await roll.run()

    assert chat.asked.is_set()
