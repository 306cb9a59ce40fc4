"""The roll call: who is in a network's channels."""

import asyncio
from datetime import timedelta

from sqlmodel import col, select

from bot.adapters.memory import MemoryChat, World
from bot.adapters.memory.chat import WORKSPACE
from bot.chat import Busy, Person, Place, Profile, Unreachable
from bot.commands.calls import Call, Came, Pressed, Went
from bot.scheduler.roll import RollCall
from bot.store.tables import Member, Membership
from tests.plugins.room import ANA, BEN, CLEO, DEV, KEYS, RoomOfPeople

_PRESENT = (
    select(Member)
    .join(Membership, col(Membership.member_id) == Member.id)
    .where(col(Membership.left_at).is_(None))
)


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


class Meanwhile(MemoryChat):
    """A chat that takes its time to tell who is there: `comes` and `goes` do so meanwhile."""

    def __init__(self, room: RoomOfPeople, comes: str, goes: str) -> None:
        super().__init__(room.world)
        self._house, self._comes, self._goes = room.house, comes, goes

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:
        listed = await super().members(place)
        assert listed is not None
        if place.channel == "C1":
            self._house.act(self.call(self._comes, Came(), place))
            self._house.act(self.call(self._comes, Pressed("rsvp:1:yes"), place))
            self._house.act(self.call(self._goes, Went(), place))
        return tuple(one for one in listed if one[1].name != self._comes)

    def call(self, who: str, said: Came | Went | Pressed, place: Place) -> Call:
        """What reaches the house when the person does this there."""
        actor = self.world.actor(who)
        person = Person("memory", place.workspace, actor.user)
        number = self.world.calls = self.world.calls + 1
        return Call(
            f"meanwhile:{number}", number, person, self.world.profile(actor), place, said,
            self.abilities,
        )  # fmt: skip


async def test_who_comes_or_goes_while_the_list_is_made_is_left_alone(room: RoomOfPeople) -> None:
    await room.plan()
    chat = Meanwhile(room, comes=CLEO, goes=BEN)
    room.house.act(chat.call(CLEO, Went(), Place("memory", WORKSPACE, "C1")))
    await room.passes(days=1)
    await RollCall(room.store, {"memory": chat}, room.clock.now, KEYS).run()
    assert "Cleo" in await room.presses(ANA, "Who is coming")
    with room.store.read() as db:
        there = {m.name for m in db.all(_PRESENT)}
    assert there == {ANA, CLEO, DEV}


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
