"""The cast on two platforms at once: the room they know, and another of which they press Join."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from bot.adapters.memory import MemoryChat, MemoryStage, World
from bot.adapters.stage import Actor, Room, Seen
from bot.app import outbox
from bot.scheduler.roll import RollCall
from bot.store.db import Store
from bot.views.words import words
from tests.plugins.room import ANA, BEN, CLEO, KEYS, RoomOfPeople

MIRA = CLEO
"""On both platforms, under another name on the second."""
MIRA_THERE = "Mira"
THERE = "elsewhere"
CAST_THERE = (
    Actor(ANA, "E1", admin=True),
    Actor(MIRA_THERE, "E3"),
    Actor("Zoe", "E4"),
)
ROOMS_THERE = (Room("makers", "C1", (ANA, MIRA_THERE, "Zoe")),)


class TwoPlatforms(RoomOfPeople):
    """The room, and a second platform that lists nobody and does not tell who leaves."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.there = World(
            CAST_THERE, ROOMS_THERE, lambda at: words("en").moment(at, "Europe/London")
        )
        self.there.platform = THERE
        self.stage_there = MemoryStage(self.there, self.house)
        self.chat_there = MemoryChat(self.there)
        abilities = replace(self.chat_there.abilities, lists_members=False)
        self.chat_there.abilities = abilities
        self.stage_there.abilities = abilities
        self.stage.abilities = self.chat.abilities
        chats = {"memory": self.chat, THERE: self.chat_there}
        self.outbox = outbox(store, chats, self.clock.now, Random(1))
        self.roll = RollCall(store, chats, self.clock.now, KEYS)
        self.seen_there: list[Seen] = []

    async def says(self, who: str, text: str, room: str = "northshire") -> str:
        self._later()
        return await super().says(who, text, room)

    async def presses(self, who: str, label: str, nth: int = 0) -> str:
        self._later()
        return await super().presses(who, label, nth)

    async def fills(self, who: str, values: Mapping[str, str] | None = None) -> str:
        self._later()
        return await super().fills(who, values)

    async def says_there(self, who: str, text: str, room: str = "makers") -> str:
        """The same on the other platform."""
        self._later()
        await self.stage_there.types(who, room, text)
        return await self._after_there(who)

    async def presses_there(self, who: str, label: str, nth: int = 0) -> str:
        self._later()
        await self.stage_there.presses(who, label, nth + 1)
        return await self._after_there(who)

    async def passes(self, **time: float) -> list[Seen]:
        seen = await super().passes(**time)
        self.seen_there += self.stage_there.seen()
        return seen

    def inbox_there(self, who: str) -> list[str]:
        """What was written to a person privately on the other platform."""
        return [one.text for one in self.seen_there if one.kind == "post" and one.who == who]

    def posts_there(self) -> list[str]:
        """What stands in the other platform's room, newest last."""
        return [
            one.text
            for one in self.seen_there
            if one.where == "#makers" and one.kind in ("post", "edit")
        ]

    async def settles_there(self) -> None:
        """Ana has made the other platform's channel one of her network's too."""
        told = await self.settings("The network")
        assert "[A channel on another platform]" in told
        code = typed(await self.presses(ANA, "A channel on another platform"))
        await self.says_there(ANA, f"/network set-up {code}")
        await self.presses_there(ANA, "Yes, do that")

    async def links(self, who: str = MIRA, there: str = MIRA_THERE) -> str:
        """Somebody is one person on both; returns what they were told last."""
        code = typed(await self.says(who, "/network link"))
        await self.says_there(there, f"/network link {code}")
        return await self.presses_there(there, "Yes, both are me")

    def _later(self) -> None:
        """What is done next is done after all that was done on either platform."""
        self.world.calls = self.there.calls = max(self.world.calls, self.there.calls)

    async def _after_there(self, who: str) -> str:
        fresh = self.stage_there.seen()
        self.seen_there += fresh
        await self.roll.run()
        await self.outbox.drain()
        self.seen_there += self.stage_there.seen()
        self.seen += self.stage.seen()
        return "\n".join(one.text for one in fresh if one.who == who and one.kind != "post")


def typed(told: str) -> str:
    """The code in what somebody was told."""
    return next(word for word in told.replace("\n", " ").split() if _is_code(word.strip(".,")))


def _is_code(word: str) -> bool:
    return len(word) == 9 and word[4] == "-" and word.replace("-", "").isalnum()


__all__ = ["ANA", "BEN", "MIRA", "MIRA_THERE", "THERE", "TwoPlatforms", "typed"]
