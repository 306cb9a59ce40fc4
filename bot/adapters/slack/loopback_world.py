"""The state of the loopback Slack: people, channels, messages, forms, and what has happened."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Literal

from bot.adapters.slack.loopback_pace import Limits
from bot.adapters.slack.payload import Json
from bot.adapters.stage import Actor, Room, talk_of

TRIGGER = 3  # seconds; once
ADDRESS = 30 * 60  # seconds; five times
ADDRESS_USES = 5


class Refused(Exception):
    """The Web API answers `ok: false` with this error, and says why in a few words."""

    def __init__(self, error: str, why: Iterable[str] = ()) -> None:
        super().__init__(error)
        self.error = error
        self.why = list(why)


@dataclass(slots=True)
class Post:
    """A message; `whom` is the one person who sees it where it is ephemeral."""

    channel: str
    ts: str
    content: Json
    thread: str = ""
    whom: str = ""


@dataclass(slots=True)
class Address:
    """A response_url: of a command, or of a message whose button was pressed."""

    user: str
    channel: str
    born: float
    source: Post | None
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that appeared on somebody's screen: a message, a form, mistakes in it, a file."""

    kind: Literal["post", "edit", "private", "form", "errors", "file"]
    channel: str
    thread: str
    whom: str
    content: Json


@dataclass(slots=True)
class Upload:
    """A file on its way."""

    name: str
    content: bytes = b""


@dataclass(slots=True)
class World:
    """One workspace. `absent` are channels the bot is not in, `deactivated` people who left; `bots`
    are programs among the actors.
    """

    workspace: str
    actors: dict[str, Actor]
    rooms: dict[str, set[str]]
    names: dict[str, str]
    clock: Callable[[], float]
    limits: Limits
    bot: str = "U0CONVENOR"
    absent: set[str] = field(default_factory=set)
    deactivated: set[str] = field(default_factory=set)
    bots: set[str] = field(default_factory=set)
    teams: dict[str, str] = field(default_factory=dict)
    groups: dict[frozenset[str], str] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    views: dict[str, Json] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    addresses: dict[str, Address] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    _triggers: dict[str, tuple[str, float]] = field(default_factory=dict)
    _count: itertools.count[int] = field(default_factory=itertools.count)
    _last: int = 0

    @classmethod
    def of(
        cls, actors: Iterable[Actor], rooms: Iterable[Room], clock: Callable[[], float]
    ) -> World:
        """A workspace with these people in these channels."""
        people = {actor.user: actor for actor in actors}
        ids = {actor.name: actor.user for actor in people.values()}
        inside = {room.channel: {ids[name] for name in room.people} for room in rooms}
        names = {room.channel: room.name.removeprefix("#") for room in rooms}
        return cls("T0NETWORK", people, inside, names, clock, Limits(clock))

    def ts(self) -> str:
        """A time stamp that no other message or act has."""
        self._last = max(self._last + 1, int(self.clock() * 1_000_000))
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def id(self, kind: str) -> str:
        """A fresh id, `V00012`."""
        return f"{kind}{next(self._count):05d}"

    def name(self, user: str) -> str:
        """The name people see for a user id."""
        return self.actors[user].name if user in self.actors else user

    def inbox(self, user: str) -> str:
        """The channel of the direct messages between the bot and a person."""
        return f"D{user}"

    def group(self, users: Iterable[str]) -> str:
        """The channel of the group message of these people; of the same people it is the same."""
        inside = frozenset(users)
        if inside not in self.groups:
            self.groups[inside] = made = self.id("G")
            self.rooms[made] = set(inside)
            self.names[made] = talk_of(self.name(user) for user in inside)
        return self.groups[inside]

    def owner(self, channel: str) -> str:
        """Whose direct messages a channel holds, or empty."""
        return channel[1:] if channel.startswith("D") and channel[1:] in self.actors else ""

    def sees(self, user: str, post: Post) -> bool:
        """Whether a person has the message on their screen."""
        inside = user in self.rooms.get(post.channel, ()) or self.owner(post.channel) == user
        return inside and post.whom in ("", user)

    def reach(self, channel: str) -> None:
        """Raise where the bot cannot post in the channel."""
        if channel not in self.rooms and not self.owner(channel):
            raise Refused("channel_not_found")
        if channel in self.absent:
            raise Refused("not_in_channel")

    @property
    def paced(self) -> bool:
        """Whether a channel takes one message a second only."""
        return self.limits.paced

    @paced.setter
    def paced(self, on: bool) -> None:
        self.limits.paced = on

    def trigger(self, user: str) -> str:
        """A trigger id for something a person has just done."""
        trigger = f"{self.ts()}.{self.workspace}"
        self._triggers[trigger] = (user, self.clock())
        return trigger

    def pull(self, trigger: str) -> str:
        """Whose screen the trigger opens a form on; it works once, for three seconds."""
        if trigger not in self._triggers:
            raise Refused("invalid_trigger_id")
        user, born = self._triggers[trigger]
        if not user:
            raise Refused("exchanged_trigger_id")
        if self.clock() - born > TRIGGER:
            raise Refused("expired_trigger_id")
        self._triggers[trigger] = ("", born)
        return user

    def address(self, user: str, channel: str, source: Post | None = None) -> str:
        """The key of a new response_url."""
        key = self.id("R")
        self.addresses[key] = Address(user, channel, self.clock(), source)
        return key

    def add(self, post: Post) -> Post:
        """Put a message up."""
        self.posts.append(post)
        self.show("private" if post.whom else "post", post)
        return post

    def replace(self, post: Post, content: Json) -> None:
        """Put something else in its place; what is private then is the newest its reader sees."""
        post.content = content
        if post.whom:
            self.posts.remove(post)
            self.add(post)
        else:
            self.show("edit", post)

    def show(self, kind: Literal["post", "edit", "private"], post: Post) -> None:
        """Note what has just appeared."""
        whom = post.whom or self.owner(post.channel)
        self.events.append(Event(kind, post.channel, post.thread, whom, deepcopy(post.content)))

    def find(self, channel: str, ts: str) -> Post:
        """The bot's message there."""
        for post in self.posts:
            if (post.channel, post.ts) == (channel, ts) and not post.whom:
                return post
        raise Refused("message_not_found")

    def open(self, user: str, view: Json, view_id: str = "") -> Json:
        """Put a form on a person's screen; with an id, in place of the one that is there."""
        kept = {"id": view_id or self.id("V"), "hash": self.ts()}
        self.views[user] = deepcopy(view) | kept | {"app_installed_team_id": self.workspace}
        self.events.append(Event("form", "", "", user, deepcopy(view)))
        return self.views[user]
