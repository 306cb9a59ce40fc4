"""What each person of the trial sees, and how much of it is new to them."""

from __future__ import annotations

from collections import Counter

from bot.adapters.memory.chat import Shown, World
from bot.adapters.memory.hands import handle
from bot.adapters.stage import Actor
from bot.commands.calls import File
from bot.trial import Trial

HOME, INBOX = "@home", "@inbox"
"""Two places that everybody has for themselves; no channel can be called so."""


class Sights:
    """Looks at the screens. What only one person saw before now is gone, as it is on the platforms
    when somebody comes back; all else counts as read.
    """

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self._gone = len(self.world.shown)
        self._read: dict[tuple[str, str], int] = {}
        firsts = Counter(handle(actor) for actor in self.world.actors)
        self._keys = {
            actor.name: handle(actor) if firsts[handle(actor)] == 1 else actor.name.casefold()
            for actor in self.world.actors
        }
        for actor in self.world.actors:
            for room in self.rooms(actor):
                self.read(actor, room)

    @property
    def world(self) -> World:
        """The chat that the trial takes place in."""
        return self._trial.hands.world

    def key(self, actor: Actor) -> str:
        """What stands for the person in an address: the first name, if no other has it."""
        return self._keys[actor.name]

    def actor(self, key: str) -> Actor | None:
        """The person of this key."""
        return next((actor for actor in self.world.actors if self.key(actor) == key), None)

    def rooms(self, actor: Actor) -> list[str]:
        """Where the person can go: their channels, what was written to them, and their home."""
        return [*(r.name for r in self.world.rooms if actor.name in r.people), INBOX, HOME]

    def others(self, actor: Actor, room: str) -> list[str]:
        """With whom the person talks there, if it is a conversation."""
        talks = [r for r in self.world.rooms if r.is_talk and r.name == room]
        return [name for talk in talks for name in talk.people if name != actor.name]

    def items(self, actor: Actor, room: str) -> list[Shown]:
        """What stands in this room, or in the inbox, before this person; the newest last."""
        seen = [shown for shown in self.world.shown if self.sees(actor, shown)]
        if room == INBOX:
            return [shown for shown in seen if not shown.where]
        return [s for s in seen if s.where.removeprefix("#").partition(" > ")[0] == room]

    def sees(self, actor: Actor, shown: Shown) -> bool:
        """Whether the person has this message before them."""
        gone = shown.private and int(shown.ref) <= self._gone
        return not gone and self._trial.hands.sees(actor.name, shown)

    def message(self, ref: str) -> Shown | None:
        """The message of this number."""
        return next((shown for shown in self.world.shown if shown.ref == ref), None)

    def unread(self, actor: Actor, room: str) -> int:
        """How many have come since the person last looked there."""
        return max(0, len(self.items(actor, room)) - self._read.get((actor.name, room), 0))

    def read(self, actor: Actor, room: str) -> None:
        """The person looks there."""
        self._read[actor.name, room] = len(self.items(actor, room))

    def files(self, actor: Actor) -> list[tuple[int, File]]:
        """The files that the person was given, by their numbers."""
        return [(n, file) for n, (who, file) in enumerate(self.world.files) if who == actor.name]
