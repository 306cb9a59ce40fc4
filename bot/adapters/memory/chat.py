"""The chat itself: rooms with people in them, and everything that was shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.adapters.stage import Actor, Moment, Room, Seen, talk_of
from bot.adapters.story import Closes, Leaves, Loses, Says
from bot.chat import Abilities, Gone, Pace, Person, Place, Profile, Talk, Unknown, Unreachable
from bot.commands.calls import File
from bot.ui import Form, Message, Para, Span, form_text, message_text

WORKSPACE = "northshire"


@dataclass(slots=True)
class Shown:
    """A message on somebody's screen: in a room, or only for `who`; `private` where it is an
    answer. `by` is the person who says it, where it is not the bot; `at` when it appeared, as far
    as the world has a clock; `thread` the ref of the post that it replies to.
    """

    ref: str
    where: str
    who: str
    message: Message
    private: bool
    by: str = ""
    at: datetime | None = None
    thread: str = ""


@dataclass(slots=True)
class World:
    """Who is where, what stands in each room and inbox, and which form each person has open.

    The bot may not write to who is `closed`, nor in a room that is `barred`;
    `outsiders` are another organisation's people, and who is `gone` has left it all. So many
    answers to posts are `dropped` on their way back. With a `language`, all profiles name that one.
    """

    actors: Sequence[Actor]
    rooms: Sequence[Room]
    moment: Moment
    shown: list[Shown] = field(default_factory=list)
    forms: dict[str, tuple[Form, Place, str]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    barred: set[str] = field(default_factory=set)
    dropped: int = 0
    outsiders: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    log: list[Seen] = field(default_factory=list)
    files: list[tuple[str, File]] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    calls: int = 0
    clock: Callable[[], datetime] | None = None
    language: str = ""
    platform: str = "memory"

    def actor(self, name: str) -> Actor:
        """The actor of this name."""
        return next(actor for actor in self.actors if actor.name == name)

    def room(self, name: str) -> Room:
        """The room of this name, or of a thread in it."""
        bare = name.partition(" > ")[0]
        return next(room for room in self.rooms if room.name == bare)

    def show(self, where: str, who: str, message: Message, *, private: bool) -> Shown:
        """Put a message on the screen."""
        shown = self._add(where, who, message, private=private)
        self.tell("private" if private else "post", where, who, message)
        return shown

    def happens(self, step: Says | Leaves | Loses | Closes) -> None:
        """Something that the bot has no part in: people talk, and trouble is made."""
        match step:
            case Says(who, room, text):
                talk = Message("", (Para((Span(text),)),))
                self._add(f"#{room}", "", talk, private=False, by=who)
            case Leaves(who):
                self.forms.pop(who, None)
            case Loses():
                self.dropped += 1
            case Closes(who, opens):
                (self.closed.discard if opens else self.closed.add)(who)

    def _add(self, where: str, who: str, message: Message, *, private: bool, by: str = "") -> Shown:
        ref, at = str(len(self.shown) + 1), self.clock() if self.clock else None
        shown = Shown(ref, where, who, message, private, by, at)
        self.shown.append(shown)
        return shown

    def tell(self, kind: str, where: str, who: str, message: Message) -> None:
        """Note that it appeared."""
        text = message_text(message, moment=self.moment)
        self.log.append(
            Seen(
                "private" if kind == "private" else "edit" if kind == "edit" else "post",
                where,
                who,
                text,
            )
        )

    def open(self, who: str, form: Form, place: Place, room: str) -> None:
        """Open a form for a person."""
        self.forms[who] = (form, place, room)
        self.log.append(Seen("form", "", who, form_text(form)))

    def profile(self, actor: Actor) -> Profile:
        """What the platform tells of an actor."""
        outsider = actor.name in self.outsiders
        language = self.language or actor.language
        return Profile(actor.name, language, actor.zone, admin=actor.admin, outsider=outsider)


class MemoryChat:
    """The port, in memory."""

    pace = Pace(post_gap=1.0, edit_gap=1.5, per_second=1000)
    abilities = Abilities(
        field_errors=True, day_picker=True, lists_members=True, repeat_safe=120, reads_back=True
    )

    def __init__(self, world: World) -> None:
        self.world, self.platform = world, world.platform

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        """Show it in the room or inbox; the same key shows it once."""
        if key in self.world.keys:
            return self.world.keys[key]
        where, who = self._name(to)
        shown = self.world.show(where, who, message, private=False)
        shown.thread = to.thread if isinstance(to, Place) else ""
        self.world.keys[key] = shown.ref
        if self.world.dropped:
            self.world.dropped -= 1
            raise Unknown
        return shown.ref

    async def open_talk(self, talk: Talk) -> Place:
        """A room of these people alone; of the same people there is one."""
        users = {actor.user: actor.name for actor in self.world.actors}
        if any(user not in users or users[user] in self.world.gone for user in talk.users):
            raise Unreachable("user_not_found")
        names = tuple(users[user] for user in talk.users)
        room = Room(talk_of(names), f"talk-{'-'.join(talk.users)}", names, is_talk=True)
        if room not in self.world.rooms:
            self.world.rooms = (*self.world.rooms, room)
        if self.world.dropped:
            self.world.dropped -= 1
            raise Unknown
        return Place(self.platform, talk.workspace, room.channel)

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:
        """Change what is shown."""
        where, who = self._name(to)
        shown = self.world.shown[int(ref) - 1]
        shown.message = message
        self.world.tell("edit", where, who, message)

    async def find(
        self,
        to: Place | Person,
        message: Message,
        since: datetime,  # noqa: ARG002 -- what the world shows has no time
        but: Collection[str],
    ) -> str | None:
        """The ref of the same message, by its buttons; it stands there or it does not."""
        where, who = self._name(to)
        same = [b.action for b in message.buttons()]
        return next(
            (
                shown.ref
                for shown in reversed(self.world.shown)
                if (shown.where, shown.who, shown.private) == (where, who, False)
                and [b.action for b in shown.message.buttons()] == same
                and shown.ref not in but
                and not shown.by
            ),
            None,
        )

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:
        """The people of a room."""
        room = next(room for room in self.world.rooms if room.channel == place.channel)
        present = [name for name in room.people if name not in self.world.gone]
        actors = [self.world.actor(name) for name in present]
        return tuple(
            (Person(self.platform, place.workspace, a.user), self.world.profile(a)) for a in actors
        )

    async def is_here(self, who: Person, workspaces: Collection[str]) -> bool | None:
        """Whether an actor of this number has not gone."""
        if WORKSPACE not in workspaces:
            return None
        there = [a.name for a in self.world.actors if a.user == who.user]
        return bool(there) and there[0] not in self.world.gone

    def _name(self, to: Place | Person) -> tuple[str, str]:
        if isinstance(to, Person):
            actor = next(actor for actor in self.world.actors if actor.user == to.user)
            if actor.name in self.world.gone:
                raise Gone("gone")
            if actor.name in self.world.closed:
                raise Unreachable("closed")
            return "", actor.name
        room = next((room for room in self.world.rooms if room.channel == to.channel), None)
        if room is None:
            raise Unreachable("channel_not_found")
        if room.name in self.world.barred:
            raise Unreachable("not_in_channel")
        return f"#{room.name} > thread" if to.thread else f"#{room.name}", ""
