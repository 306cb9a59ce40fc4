"""What there is on this Discord: channels, messages, interactions, and who sees which."""

import asyncio
import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from bot.adapters.discord.loopback import shapes
from bot.adapters.discord.loopback.reader import Eyes, message_seen, modal_seen
from bot.adapters.discord.loopback.rules import Refused, check_message, check_modal
from bot.adapters.discord.loopback.things import Live, Post
from bot.adapters.discord.parts import EPHEMERAL, Part
from bot.adapters.stage import Actor, Moment, Room, Seen, talk_of

Payload = dict[str, Any]
Kind = Literal["post", "edit", "private", "file"]

NONCE_KEPT = 300.0  # seconds; Discord says "the past few minutes"
FIRST_RESPONSE = 3.0
TOKEN_KEPT = 900.0
DISCORD_EPOCH = 1_420_070_400

LATER, LATER_IN_PLACE, IN_PLACE, SUGGESTIONS, MODAL = 5, 6, 7, 8, 9


class World:
    """The state of the platform, and the only thing that changes it."""

    def __init__(
        self,
        people: Sequence[Actor],
        rooms: Sequence[Room],
        moment: Moment,
        clock: Callable[[], float] = time.time,
    ) -> None:
        known = [replace(actor, user=number(actor.user)) for actor in people]
        there = [replace(room, channel=number(room.channel)) for room in rooms]
        self.people = {actor.user: actor for actor in known}
        self.rooms = {room.channel: room for room in there}
        self.eyes = Eyes(moment, {actor.user: actor.name for actor in known})
        self.news = asyncio.Event()
        self.posts: dict[str, Post] = {}
        self.inboxes: dict[str, str] = {}
        self.closed: set[str] = set()
        self.gone: set[str] = set()
        self.forbidden: set[str] = set()
        self.shut_out: set[str] = set()
        self.unreadable: set[str] = set()
        self.threads: dict[str, Payload] = {}
        self.talks: dict[str, set[str]] = {}
        self.forms: dict[str, Live] = {}
        self.live: dict[str, Live] = {}
        self.commands: list[Payload] = []
        self.happened: list[Seen] = []
        self.later = 0.0
        self.waits: list[float] = []
        self._nonces: dict[tuple[str, str], tuple[float, Post]] = {}
        self._clock = clock
        self._last_id = 0

    def new_id(self) -> str:
        """A snowflake; later ones are larger."""
        milliseconds = int((self._clock() + self.later - DISCORD_EPOCH) * 1000)
        self._last_id = max(self._last_id + 1, milliseconds << 22)
        return str(self._last_id)

    def now(self) -> float:
        """Seconds, with those that a test let pass."""
        return self._clock() + self.later

    # What people do

    def ask(self, user: str, channel: str, message: Post | None = None) -> Live:
        """A new interaction of this person's."""
        made = self.new_id()
        live = Live(made, f"token-{made}", user, channel, self.now(), message)
        self.live[live.token] = live
        return live

    def where(self, channel: str) -> str:
        """The place as a transcript writes it."""
        if channel in self.talks:
            return f"#{talk_of(self.people[user].name for user in self.talks[channel])}"
        if channel in self.threads:
            return f"{self.where(self.threads[channel]['parent_id'])} > thread"
        return f"#{self.rooms[channel].name}" if channel in self.rooms else ""

    def last_thread(self, channel: str) -> str:
        """The latest thread at a post of this channel."""
        of_posts = (id_ for id_ in self.threads if id_ not in self.talks)
        return [id_ for id_ in of_posts if self.threads[id_]["parent_id"] == channel][-1]

    def sees(self, user: str, post: Post) -> bool:
        """Whether this person has the message before them."""
        if post.gone or post.reader:
            return not post.gone and post.reader == user
        if post.channel in self.talks:
            return user in self.talks[post.channel]
        parent = self.threads.get(post.channel, {}).get("parent_id", post.channel)
        return self.people[user].name in self.rooms[parent].people

    # What the bot does

    def post(self, channel: str, body: Payload) -> Post:
        """Take a message into a channel, once for each nonce."""
        reader = next((user for user, inbox in self.inboxes.items() if inbox == channel), "")
        if not reader and channel not in self.rooms and channel not in self.threads:
            raise Refused(404, 10003, "Unknown Channel")
        if reader in self.closed | self.gone:
            code = 50278 if reader in self.gone else 50007
            raise Refused(403, code, "Cannot send messages to this user")
        if channel in self.forbidden:
            raise Refused(403, 50013, "Missing Permissions")
        check_message(body)
        self._check_reference(channel, body.get("message_reference"))
        key = (channel, str(body.get("nonce")))
        born, known = self._nonces.get(key, (-NONCE_KEPT, None))
        if body.get("enforce_nonce") and known and self.now() - born < NONCE_KEPT:
            return known
        post = Post(self.new_id(), channel, body, reader)
        self.posts[post.id] = post
        if channel in self.threads:
            self.threads[channel]["thread_metadata"]["archived"] = False
        self._nonces[key] = (self.now(), post)
        self._show("post", post)
        return post

    def say(self, user: str, channel: str, text: str) -> Post:
        """Let a person write in a channel."""
        body = {"components": [{"type": Part.TEXT, "content": text}]}
        author = shapes.user(self.people[user])
        reader = user if channel in self.inboxes.values() else ""
        post = Post(self.new_id(), channel, body, reader, author=author)
        self.posts[post.id] = post
        return post

    def _check_reference(self, channel: str, to: Payload | None) -> None:
        """What is replied to stands in the same place; where it is gone, the sender decides."""
        post = self.posts.get(to["message_id"]) if to else None
        if to and (post is None or post.channel != channel) and to.get("fail_if_not_exists", True):
            raise Refused(400, 50035, "Unknown message")

    def answers_to(self, post: Post) -> list[Post]:
        """What the bot replied to a message."""
        every = (one.body.get("message_reference") for one in self.posts.values())
        return [
            one
            for one, to in zip(self.posts.values(), every, strict=True)
            if to and to["message_id"] == post.id
        ]

    def channel(self, channel: str) -> Payload:
        """A channel, a thread or an inbox."""
        if channel in self.threads:
            return self.threads[channel]
        if channel in self.rooms:
            return shapes.channel(self.rooms[channel])
        if channel in self.inboxes.values():
            return {"id": channel, "type": shapes.DIRECT, "flags": 0}
        raise Refused(404, 10003, "Unknown Channel")

    def history(self, channel: str) -> list[Post]:
        """All that stands in a channel; nothing where the bot may not read what was written."""
        known = channel in self.rooms or channel in self.threads
        if not known and channel not in self.inboxes.values():
            raise Refused(404, 10003, "Unknown Channel")
        if channel in self.unreadable:
            return []
        there = [post for post in self.posts.values() if post.channel == channel]
        return [p for p in there if not p.gone and not p.body.get("flags", 0) & EPHEMERAL]

    def edit(self, channel: str, post_id: str, body: Payload) -> Post:
        """Change a message."""
        post = self.posts.get(post_id)
        if post is None or post.channel != channel:
            raise Refused(404, 10008, "Unknown Message")
        check_message(body)
        post.body = body
        self._show("edit", post)
        return post

    def open_inbox(self, user: str) -> str:
        """The channel of this person's direct messages."""
        if user not in self.people:
            raise Refused(400, 50033, "Invalid Recipient(s)")
        return self.inboxes.setdefault(user, self.new_id())

    def begin_thread(self, channel: str, post_id: str, name: str) -> Payload:
        """A thread at a message; there can be one."""
        if post_id not in self.posts:
            raise Refused(404, 10008, "Unknown Message")
        if post_id in self.threads:
            raise Refused(400, 160004, "A thread has already been created for this message")
        self.threads[post_id] = shapes.thread(post_id, channel, name)
        return self.threads[post_id]

    def respond(self, interaction: str, token: str, body: Payload) -> None:
        """Take the first response to an interaction."""
        live = self.live.get(token)
        if live is None or live.id != interaction or self.now() - live.born > FIRST_RESPONSE:
            raise Refused(404, 10062, "Unknown interaction")
        if live.first:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        kind, data = body["type"], body.get("data", {})
        if kind == MODAL:
            check_modal(data)
            live.modal = data
            self.forms[live.user] = live
            who = self.people[live.user].name
            self.happened.append(Seen("form", "", who, modal_seen(data, self.eyes)))
        elif kind == SUGGESTIONS:
            live.suggestions = data["choices"]
        elif kind == IN_PLACE and live.message:
            live.original = live.message
            self._answer(live, data)
        elif kind == LATER:
            live.original = None
        elif kind == LATER_IN_PLACE:
            live.original = live.message
        else:
            live.original = Post(self.new_id(), live.channel, data, live.user)
            self._answer(live, data)
        live.first = kind
        self.waits.append(self.now() - live.born)
        live.answered.set()
        if kind not in (LATER, LATER_IN_PLACE):
            live.done.set()

    def edit_original(self, token: str, body: Payload) -> Post:
        """Change the first response, or put the promised one there."""
        live = self._held(token)
        if live.original is None:
            live.original = Post(self.new_id(), live.channel, {"flags": EPHEMERAL}, live.user)
        self._answer(live, body)
        live.done.set()
        return live.original

    def withdraw_original(self, token: str) -> None:
        """Take the first response away."""
        live = self._held(token)
        if live.original:
            live.original.gone = True
        live.done.set()

    def _held(self, token: str) -> Live:
        live = self.live.get(token)
        if live is None or self.now() - live.born > TOKEN_KEPT:
            raise Refused(401, 50027, "Invalid Webhook Token")
        if not live.first:
            raise Refused(404, 10015, "Unknown Webhook")
        return live

    def _answer(self, live: Live, body: Payload) -> None:
        check_message(body)
        assert live.original is not None  # noqa: S101 -- both callers have just put it there
        kept = live.original.body.get("flags", 0) & EPHEMERAL
        live.original.body = body | {"flags": body.get("flags", 0) | kept}
        self.posts.pop(live.original.id, None)  # what has just changed is the newest
        self.posts[live.original.id] = live.original
        if live.original.reader:
            self._tell("private", live, message_seen(body["components"], self.eyes))
        else:
            self._show("edit", live.original)
        for file in body.get("attachments") or []:
            self._tell("file", live, file.get("title") or file["filename"])

    def _tell(self, kind: Kind, live: Live, text: str) -> None:
        who = self.people[live.user].name
        self.happened.append(Seen(kind, self.where(live.channel), who, text))

    def _show(self, kind: Kind, post: Post) -> None:
        who = self.people[post.reader].name if post.reader else ""
        text = message_seen(post.body["components"], self.eyes)
        self.happened.append(Seen(kind, self.where(post.channel), who, text))


def number(name: str) -> str:
    """An id as Discord has them: `name` if it is a number, else always the same number for it."""
    if name.isdecimal():
        return name
    return str(int.from_bytes(hashlib.sha256(name.encode()).digest()[:7], "big"))
