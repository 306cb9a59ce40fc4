"""What people do on the terminal: press this very button, send what stands in their form."""

from __future__ import annotations

import asyncio

from bot.adapters.memory.chat import Shown
from bot.adapters.memory.stage import MemoryStage
from bot.adapters.stage import Actor
from bot.chat import Place
from bot.commands.calls import Answer, Nothing, Pressed, Reply, Sent, Typed
from bot.ui import Message


class Hands(MemoryStage):
    """A stage whose people are not known by what they say they do, but do it. `answer` is the last
    that somebody got.
    """

    answer: Answer = Nothing()

    def sees(self, who: str, shown: Shown) -> bool:
        """Whether a person has the message before them."""
        return self._sees(who, shown)

    async def press(self, who: str, shown: Shown, action: str) -> None:
        """Press one button of a message."""
        room = shown.where.removeprefix("#")
        await self._act(who, Pressed(action), self.place(room), room, pressed_on=shown)

    async def home(self, who: str) -> Message:
        """The person's home, as the house would show it now; it appears nowhere."""
        call = self._call(who, Typed("network"), self.place(""), "")
        answer = await asyncio.to_thread(self.house.act, call)
        return answer.message if isinstance(answer, Reply) else Message("", ())

    async def suggest(self, who: str, room: str, command: str, text: str) -> list[str]:
        """With what a half typed command can go on."""
        call = self._call(who, Typed(command, text), self.place(room), room)
        return [typed for _, typed in await asyncio.to_thread(self.house.suggest, call)]

    async def send(self, who: str, values: dict[str, tuple[str, ...]]) -> None:
        """Send the open form with these values under its keys."""
        form, place, room = self.world.forms[who]
        people = {actor.user: self.world.profile(actor) for actor in self.world.actors}
        await self._act(who, Sent(form.action, values, people), place, room)

    def _show(
        self, who: str, answer: Answer, place: Place, room: str, pressed_on: Shown | None
    ) -> None:
        self.answer = answer
        super()._show(who, answer, place, room, pressed_on)


def handle(actor: Actor) -> str:
    """What one types to be this person: their first name, in small letters."""
    return actor.name.partition(" ")[0].casefold()
