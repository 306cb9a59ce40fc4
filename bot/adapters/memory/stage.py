"""People in the memory chat: they type, press, fill in and see."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from bot.adapters.memory.chat import WORKSPACE, MemoryChat, Shown, World
from bot.adapters.stage import NoSuchThing, Seen
from bot.chat import Person, Place
from bot.commands.calls import (
    Answer,
    Call,
    Errors,
    House,
    Nothing,
    Pressed,
    Reply,
    Said,
    Sent,
    Typed,
)
from bot.ui import AnyField, Button, Choice, Choices, Form, PersonPick, Pick
from bot.views.forms import with_values

MENTION = "@convenor"
LATER = 1 << 62
"""From here on the acts in this chat are counted: after what came by a page before, for those have
the nanoseconds of the clock.
"""


class MemoryStage:
    """The people of a World before a house."""

    abilities = MemoryChat.abilities

    def __init__(self, world: World, house: House) -> None:
        self.world, self.house = world, house

    async def types(self, who: str, room: str, text: str) -> None:
        """The person types a command in a room; what does not start with a slash is said to the bot
        by a mention.
        """
        if not text.startswith("/"):
            said = Said(text.removeprefix(MENTION).strip())
            await self._act(who, said, self.place(room), room)
            return
        command, _, rest = text.strip().lstrip("/").partition(" ")
        await self._act(who, Typed(command, rest), self.place(room), room)

    async def presses(self, who: str, label: str, nth: int = 1) -> None:
        """The person presses the newest button of this label that they can see, or the `nth`."""
        found = [(shown, button) for shown, button in self.buttons(who) if button.label == label]
        if len(found) < nth:
            there = ", ".join(button.label for _, button in self.buttons(who))
            raise NoSuchThing(f"{who} sees no button “{label}”, only: {there}")
        shown, button = found[nth - 1]
        # The room in which it stands, and the thread in it: what answers comes there.
        room = shown.where.removeprefix("#")
        pressed = Pressed(button.action)
        await self._act(who, pressed, self.place(room), room, pressed_on=shown)

    def buttons(self, who: str) -> list[tuple[Shown, Button]]:
        """All buttons that a person can see, the newest message first."""
        seen = [shown for shown in reversed(self.world.shown) if self._sees(who, shown)]
        return [(shown, button) for shown in seen for button in shown.message.buttons()]

    async def fills(self, who: str, values: Mapping[str, str]) -> None:
        """The person fills the open form, by labels, and sends it."""
        if who not in self.world.forms:
            raise NoSuchThing(f"{who} has no form open")
        form, place, room = self.world.forms[who]
        given = _given(form, values, {a.name: a.user for a in self.world.actors})
        # Should there be mistakes, the form stays open with what was typed into it.
        self.world.forms[who] = (with_values(form, given), place, room)
        people = {a.user: self.world.profile(a) for a in self.world.actors}
        await self._act(who, Sent(form.action, given, people), place, room)

    def seen(self) -> list[Seen]:
        """What has appeared since the last call."""
        seen, self.world.log = self.world.log, []
        return seen

    def _sees(self, who: str, shown: Shown) -> bool:
        if shown.who:
            return shown.who == who
        return who in self.world.room(_room_name(shown.where)).people

    def place(self, room: str) -> Place:
        """Where a room is; without one, a private place."""
        return Place(self.world.platform, WORKSPACE, self.world.room(room).channel if room else "")

    async def _act(
        self,
        who: str,
        said: Typed | Said | Pressed | Sent,
        place: Place,
        room: str,
        *,
        pressed_on: Shown | None = None,
    ) -> None:
        call = replace(self._call(who, said, place, room), post=_post(pressed_on))
        answer = await asyncio.to_thread(self.house.act, call)
        self._show(who, answer, place, room, pressed_on)

    def _call(self, who: str, said: Typed | Said | Pressed | Sent, place: Place, room: str) -> Call:
        self.world.calls += 1
        actor = self.world.actor(who)
        return Call(
            id=f"{self.world.platform}-{self.world.calls}",
            order=LATER + self.world.calls * 1000,
            who=Person(self.world.platform, WORKSPACE, actor.user),
            profile=self.world.profile(actor),
            place=place,
            said=said,
            abilities=self.abilities,
            room=_room_name(room),
        )

    def _show(
        self, who: str, answer: Answer, place: Place, room: str, pressed_on: Shown | None
    ) -> None:
        match answer:
            case Reply(message, file):
                self.world.forms.pop(who, None)
                if pressed_on is not None and pressed_on.private:
                    self.world.shown.remove(pressed_on)
                    self.world.shown.insert(int(pressed_on.ref) - 1, _gone(pressed_on))
                where = f"#{room}" if room else ""
                shown = self.world.show(where, who, message, private=True)
                shown.thread = pressed_on.thread if pressed_on is not None else ""
                if file is not None:
                    self.world.files.append((who, file))
                    self.world.log.append(Seen("file", where, who, file.name))
            case Form():
                self.world.open(who, answer, place, room)
            case Errors(problems):
                form = self.world.forms[who][0]
                labels = {field.key: field.label for field in form.fields}
                lines = [f"{labels[key]}: {sentence}" for key, sentence in problems.items()]
                self.world.log.append(Seen("errors", "", who, "\n".join(lines)))
            case Nothing():
                self.world.forms.pop(who, None)


def _gone(shown: Shown) -> Shown:
    return Shown(shown.ref, "", "(nobody)", shown.message, private=True)


def _post(pressed_on: Shown | None) -> str:
    """The ref of a message in a room that was pressed, but of none in a thread."""
    is_post = pressed_on and pressed_on.where and ">" not in pressed_on.where
    return pressed_on.ref if pressed_on and is_post and not pressed_on.private else ""


def _room_name(where: str) -> str:
    return where.removeprefix("#").partition(" > ")[0]


def _given(
    form: Form, values: Mapping[str, str], users: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    labels = [field.label for field in form.fields]
    unknown = set(values) - set(labels)
    if unknown:
        raise NoSuchThing(f"the form has no field {sorted(unknown)}, only {labels}")
    given = {}
    for field in form.fields:
        value = _value(field, values.get(field.label), users)
        if value:
            given[field.key] = value
    return given


def _value(field: AnyField, typed: str | None, users: Mapping[str, str]) -> tuple[str, ...]:
    match field:
        case PersonPick():
            if typed and typed not in users:
                raise NoSuchThing(f"nobody is called {typed}; there are {', '.join(users)}")
            return (users[typed],) if typed else ()
        case Choice(options=options, value=kept) | Pick(options=options, value=kept):
            chosen = next((o.value for o in options if o.label == typed), kept)
            return (chosen,) if chosen else ()
        case Choices(options=options, values=several):
            if typed is None:
                return several
            wanted = [part.strip() for part in typed.split(",")]
            return tuple(o.value for o in options if o.label in wanted)
        case _:
            text = field.value if typed is None else typed
            return (text,) if text else ()
