"""The platform as a whole, and the people on it: Discord's client, as far as a story needs one."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from aiohttp import web

from bot.adapters.discord.loopback import shapes
from bot.adapters.discord.loopback.forms import filled, resolved, same, typed
from bot.adapters.discord.loopback.gateway import Gateway
from bot.adapters.discord.loopback.reader import buttons_in, message_seen
from bot.adapters.discord.loopback.rest import Fault, Received, Rest
from bot.adapters.discord.loopback.things import Live, Post
from bot.adapters.discord.loopback.world import LATER_IN_PLACE, World
from bot.adapters.stage import Actor, Moment, NoSuchThing, Room, Seen

Payload = dict[str, Any]

TYPED, PRESSED, HALF_TYPED, SENT = 2, 3, 4, 5
GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 9, 1 << 12
MENTION = "@convenor"


class Loopback:
    """A Discord on a free port. Use it as `async with Loopback(...) as discord:`.

    With `limits` it counts requests as Discord does. Ids of people and channels that are no numbers
    are given one, for on Discord they are.
    """

    def __init__(
        self,
        people: Iterable[Actor],
        rooms: Iterable[Room],
        *,
        moment: Moment,
        language: str = "en",
        limits: bool = False,
        shards: int = 1,
        clock: Callable[[], float] = time.time,
        port: int = 0,
    ) -> None:
        self.token = "loopback-token"  # noqa: S105 -- it opens nothing
        self.world = World(tuple(people), tuple(rooms), moment, clock)
        self.rest = Rest(self.world, self.token, limits=limits)
        members = len(self.world.people)
        guild = shapes.guild(list(self.world.rooms.values()), language, members)
        self.gateway = Gateway(self.token, guild, self.world.news)
        self.rest.shards = self.gateway.shards = shards
        self.api_base = ""
        self.gateway_url = ""
        self.patience = 10.0
        self._language = language
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        self._port = port
        self._told = 0

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application()
        app.add_subapp("/api/v10", self.rest.app())
        app.router.add_get("/gateway", self.gateway.handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        await self.listen()
        self.api_base = f"http://127.0.0.1:{self._port}/api/v10"
        self.gateway_url = f"ws://127.0.0.1:{self._port}/gateway"
        self.gateway.url = self.rest.gateway_url = self.gateway_url

    async def listen(self) -> None:
        """Take connections, always on the same port."""
        assert self._runner is not None  # noqa: S101 -- it has been started
        self._site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await self._site.start()
        self._port = self._runner.addresses[0][1]

    async def vanish(self) -> None:
        """Cut every connection, and refuse new ones, until `listen`."""
        assert self._runner is not None  # noqa: S101 -- it has been started
        if self._site:
            await self._site.stop()
        if self._runner.server:
            await self._runner.server.shutdown(0.1)

    async def stop(self) -> None:
        """Hang up and close the port."""
        self.gateway.unmute()
        await self.gateway.close()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # What tests do to the platform

    @property
    def received(self) -> list[Received]:
        """Every request so far."""
        return self.rest.received

    @property
    def commands(self) -> list[Payload]:
        """The commands as registered."""
        return self.world.commands

    def fail(self, method: str, path: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of this method, whose path has `path` in it, go wrong."""
        self.rest.fail(method, path, fault, times)

    def close_inbox(self, who: str) -> None:
        """Let this person take no direct messages."""
        self.world.closed.add(self._actor(who).user)

    def leaves(self, who: str, *, back: bool = False) -> None:
        """Let this person leave the server, or come `back`; the bot is not told."""
        (self.world.gone.discard if back else self.world.gone.add)(self._actor(who).user)

    def forbid(self, room: str) -> None:
        """Take the right to write in this room from the bot."""
        self.world.forbidden.add(self._room(room))

    def shut_out(self, room: str) -> None:
        """Answer every call about this room as if the token were wrong."""
        self.world.shut_out.add(self._room(room))

    def hide_history(self, room: str) -> None:
        """Take the right to read what was written in this room from the bot."""
        self.world.unreadable.add(self._room(room))

    def slow(self, seconds: float) -> None:
        """Let every call be so late, but for first responses, which would be void."""
        self.rest.slow_by = seconds

    def says(self, who: str, room: str, text: str) -> None:
        """Write something in a room, as people do."""
        self.world.say(self._actor(who).user, self._room(room), text)

    def let_pass(self, seconds: float) -> None:
        """Let this platform's clock run ahead."""
        self.world.later += seconds

    async def until(self, true: Callable[[], bool]) -> None:
        """Return when it is true, which is looked at whenever the bot has said something."""
        async with asyncio.timeout(self.patience):
            while not true():
                self.world.news.clear()
                await self.world.news.wait()

    # What people do (the Stage)

    async def types(self, who: str, room: str, text: str) -> None:
        """Type a command in a room, or with room "" in a direct message; what does not start with a
        slash is said to the bot, in a room by a mention.
        """
        actor = self._actor(who)
        if not text.startswith("/"):
            post = await self.tells(who, room, text)
            await self.until(lambda: bool(self.world.answers_to(post)))
            return
        live = self.world.ask(actor.user, self._channel(actor, room))
        await self._act(live, TYPED, typed(self.world.commands, actor, text))

    async def tells(self, who: str, room: str, text: str) -> Post:
        """Write a message, with a mention of the bot where its name stands first, and wait for
        nothing.
        """
        actor = self._actor(who)
        channel = self._channel(actor, room)
        mentions, direct = text.startswith(MENTION), not room
        if mentions:
            text = f"<@{shapes.APPLICATION}>{text.removeprefix(MENTION)}"
        post = self.world.say(actor.user, channel, text)
        told = shapes.said(post.id, channel, actor, text, direct=direct, mentions=mentions)
        intent = DIRECT_MESSAGES if direct else GUILD_MESSAGES
        guild = None if direct else shapes.GUILD
        await self.gateway.tell("MESSAGE_CREATE", told, guild, intent=intent)
        return post

    async def half_types(self, who: str, room: str, text: str) -> tuple[tuple[str, str], ...]:
        """Type a command and stop: what is suggested, as (shown, typed) pairs."""
        actor = self._actor(who)
        live = self.world.ask(actor.user, self._channel(actor, room))
        await self._act(live, HALF_TYPED, typed(self.world.commands, actor, text))
        return tuple((choice["name"], choice["value"]) for choice in live.suggestions)

    async def presses(self, who: str, label: str, nth: int = 1) -> None:
        """Press the newest button with this label that the person sees, or the `nth`."""
        actor = self._actor(who)
        post, action = self._button(actor, label, nth)
        live = self.world.ask(actor.user, post.channel, post)
        await self._act(live, PRESSED, {"component_type": 2, "custom_id": action})

    async def fills(self, who: str, values: Mapping[str, str]) -> None:
        """Fill in the open form and send it."""
        actor = self._actor(who)
        opened = self.world.forms.get(actor.user)
        if opened is None or opened.modal is None:
            raise NoSuchThing(f"{who} has no form open")
        ids = {person.name: person.user for person in self.world.people.values()}
        components = filled(opened.modal, values, ids)
        del self.world.forms[actor.user]
        live = self.world.ask(actor.user, opened.channel, opened.message)
        data = {"custom_id": opened.modal["custom_id"], "components": components}
        await self._act(live, SENT, data | {"resolved": resolved(components, self.world.people)})

    def seen(self) -> list[Seen]:
        """What has appeared since the last call."""
        new = self.world.happened[self._told :]
        self._told = len(self.world.happened)
        return new

    async def tell(self, live: Live, kind: int, data: Payload) -> None:
        """Tell the bot what a person did, and wait for nothing."""
        await self.gateway.tell("INTERACTION_CREATE", *self._interaction(live, kind, data))

    async def _act(self, live: Live, kind: int, data: Payload) -> None:
        await self.tell(live, kind, data)
        await asyncio.wait_for(live.answered.wait(), self.patience)
        # Discord does not tell whether anything follows a promise to change a message in place.
        follows = live.first != LATER_IN_PLACE
        try:
            await asyncio.wait_for(live.done.wait(), self.patience if follows else 1.5)
        except TimeoutError:
            if follows:
                raise

    def _interaction(self, live: Live, kind: int, data: Payload) -> tuple[Payload, str | None]:
        actor = self.world.people[live.user]
        direct = live.channel in self.world.inboxes.values()
        payload: Payload = {
            "id": live.id,
            "application_id": shapes.APPLICATION,
            "type": kind,
            "data": data,
            "token": live.token,
            "version": 1,
            "locale": shapes.locale(actor.language),
            "channel_id": live.channel,
            "channel": self.world.channel(live.channel),
            "context": 1 if direct else 0,
            "app_permissions": "0",
            "entitlements": [],
            "authorizing_integration_owners": {"0": shapes.GUILD},
            "attachment_size_limit": 10_485_760,
        }
        if live.message:
            payload["message"] = _shown(live.message)
        if direct:
            return payload | {"user": shapes.user(actor)}, None
        language = shapes.locale(self._language)
        guild = {"id": shapes.GUILD, "locale": language, "features": []}
        server = {"guild_id": shapes.GUILD, "guild": guild, "guild_locale": language}
        return payload | server | {"member": shapes.member(actor)}, shapes.GUILD

    def _button(self, actor: Actor, label: str, nth: int) -> tuple[Post, str]:
        visible = [p for p in self.world.posts.values() if self.world.sees(actor.user, p)]
        for post in reversed(visible):
            for button in buttons_in(post.body["components"]):
                nth -= same(button["label"], label)
                if nth == 0:
                    return post, button["custom_id"]
        texts = (message_seen(p.body["components"], self.world.eyes) for p in visible)
        raise NoSuchThing(f"{actor.name} sees no [{label}] in\n" + "\n\n".join(texts))

    def _actor(self, who: str) -> Actor:
        for actor in self.world.people.values():
            if actor.name == who:
                return actor
        raise NoSuchThing(f"there is no {who}")

    def _channel(self, actor: Actor, room: str) -> str:
        if not room:
            return self.world.open_inbox(actor.user)
        name, of_thread, _ = room.partition(" > thread")
        inside = self._room(name)
        return self.world.last_thread(inside) if of_thread else inside

    def _room(self, name: str) -> str:
        for channel in (*self.world.rooms, *self.world.talks):
            if self.world.where(channel) == f"#{name.removeprefix('#')}":
                return channel
        raise NoSuchThing(f"there is no #{name}")


def _shown(post: Post) -> Payload:
    return shapes.message(post.id, post.channel, post.body["components"], post.body.get("flags", 0))
