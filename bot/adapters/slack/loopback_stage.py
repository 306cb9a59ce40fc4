"""The people of the loopback Slack: they type, press, fill in and see, as its clients let them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.loopback import Kind, LoopbackSlack
from bot.adapters.slack.loopback_read import (
    bare,
    buttons,
    inputs,
    message_lines,
    unlike,
    view_lines,
)
from bot.adapters.slack.loopback_world import Event, Post
from bot.adapters.slack.payload import Json
from bot.adapters.stage import Actor, Moment, NoSuchThing, Seen

SILENCE = 1.0
"""Seconds after which a house in another process is taken to have nothing to say."""


class SaysOtherwise(AssertionError):
    """A message whose `text`, all that a screen reader reads, is not what its blocks say."""


class SlackStage:
    """A Stage on a loopback Slack. `settled` returns when the house has nothing in work; without
    it (a house in another process) the stage waits for something to appear.
    """

    def __init__(
        self,
        slack: LoopbackSlack,
        moment: Moment,
        settled: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.slack = slack
        self._world = slack.world
        self._moment = moment
        self._settled = settled
        self._seen = 0

    async def types(self, who: str, room: str, text: str) -> None:
        """Type a command in a room, or in the direct messages with the bot where `room` is empty;
        what does not start with a slash is said to the bot by a mention.
        """
        actor, channel = self._actor(who), self._channel(room, who)
        if not text.startswith("/"):
            words = text.removeprefix("@convenor").strip()
            await self._do("events_api", payloads.mention(self._world, actor, channel, words))
            return
        url = self.slack.address(self._world.address(actor.user, channel))
        await self._do("slash_commands", payloads.command(self._world, actor, channel, text, url))

    async def presses(self, who: str, label: str, nth: int = 1) -> None:
        """Press the newest button of that label on the person's screen, or the `nth`."""
        actor = self._actor(who)
        post, button = self._button(actor.user, bare(label), nth)
        url = self.slack.address(self._world.address(actor.user, post.channel, post))
        await self._do("interactive", payloads.press(self._world, actor, post, button, url))

    async def fills(self, who: str, values: Mapping[str, str]) -> None:
        """Fill the open form, and send it; Slack's client keeps back one that is not complete."""
        actor = self._actor(who)
        view = self._world.views.get(actor.user)
        if view is None:
            raise NoSuchThing(f"{who} has no form open")
        fields = inputs(view)
        state = view.setdefault("state", payloads.state(view))["values"]
        for label, given in values.items():
            if bare(label) not in fields:
                raise NoSuchThing(f"no field {label!r}, but {', '.join(fields)}")
            block = fields[bare(label)]
            state[block["block_id"]] = payloads.filled(block, given, self._world)
        for label, block in fields.items():
            given = state[block["block_id"]][block["element"]["action_id"]]
            if not block.get("optional") and not any(v for k, v in given.items() if k != "type"):
                raise NoSuchThing(f"{label} has to be filled in")
        await self._submit(actor, view)

    def closes(self, who: str) -> None:
        """Close the form or view that is open."""
        if self._world.views.pop(self._actor(who).user, None) is None:
            raise NoSuchThing(f"{who} has no form open")

    async def joins(self, who: str, room: str) -> None:
        """Come into a room."""
        actor, channel = self._actor(who), self._named(room)
        self._world.rooms[channel].add(actor.user)
        kind = "member_joined_channel"
        await self._do("events_api", payloads.membership(self._world, actor, channel, kind))

    async def leaves(self, who: str, room: str) -> None:
        """Leave a room."""
        actor, channel = self._actor(who), self._named(room)
        self._world.rooms[channel].discard(actor.user)
        kind = "member_left_channel"
        await self._do("events_api", payloads.membership(self._world, actor, channel, kind))

    async def renames(self, who: str, name: str) -> None:
        """Be called otherwise from now on."""
        actor = self._actor(who)
        self._world.actors[actor.user] = replace(actor, name=name)
        await self._do("events_api", payloads.change(self._world, self._actor(name)))

    async def deactivates(self, who: str, *, back: bool = False) -> None:
        """Be taken out of the workspace by its owner, or let in again."""
        actor = self._actor(who)
        (self._world.deactivated.discard if back else self._world.deactivated.add)(actor.user)
        await self._do("events_api", payloads.change(self._world, actor))

    def seen(self) -> list[Seen]:
        """What has appeared since the last call; SaysOtherwise where a message's text differs."""
        new = self._world.events[self._seen :]
        self._seen += len(new)
        return [self._read(event) for event in new]

    async def _submit(self, actor: Actor, view: Json) -> None:
        user, before = actor.user, len(self._world.events)
        body = payloads.submission(self._world, actor, view)
        answer = await self.slack.deliver("interactive", body)
        match answer.get("response_action"):
            case "errors":
                labels = {block["block_id"]: label for label, block in inputs(view).items()}
                problems = {labels[key]: said for key, said in answer["errors"].items()}
                self._world.events.append(Event("errors", "", "", user, problems))
            case "update":
                self._world.open(user, answer["view"], view["id"])
            case _:
                self._world.views.pop(user, None)
        self.slack.stirred.set()
        await self._settle(before)

    async def _do(self, kind: Kind, payload: Json) -> None:
        before = len(self._world.events)
        await self.slack.deliver(kind, payload)
        await self._settle(before)

    async def _settle(self, before: int) -> None:
        if self._settled:
            await self._settled()
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(SILENCE):
                while len(self._world.events) == before:
                    self.slack.stirred.clear()
                    await self.slack.stirred.wait()

    def _read(self, event: Event) -> Seen:
        where = f"#{self._world.names[event.channel]}" if event.channel in self._world.names else ""
        who = self._world.name(event.whom) if event.whom else ""
        match event.kind:
            case "form":
                return Seen("form", "", who, view_lines(event.content, self._world.name))
            case "errors":
                lines = [f"{label}: {problem}" for label, problem in event.content.items()]
                return Seen("errors", "", who, "\n".join(lines))
            case "file":
                return Seen("file", where, who, event.content["name"])
            case kind:
                if difference := unlike(event.content, self._world.name):
                    raise SaysOtherwise(difference)
                text = message_lines(event.content, self._world.name, self._moment)
                return Seen(kind, f"{where} > thread" if event.thread else where, who, text)

    def _button(self, user: str, label: str, nth: int) -> tuple[Post, Json]:
        seen: list[str] = []
        for post in reversed(self._world.posts):
            if self._world.sees(user, post):
                for there, button in buttons(post.content):
                    nth -= there == label
                    if nth == 0:
                        return post, button
                    seen.append(there)
        raise NoSuchThing(f"no button {label!r}, but {', '.join(dict.fromkeys(seen)) or 'none'}")

    def _actor(self, who: str) -> Actor:
        for actor in self._world.actors.values():
            if actor.name == who:
                return actor
        raise NoSuchThing(f"nobody is called {who}")

    def _named(self, room: str) -> str:
        for channel, name in self._world.names.items():
            if name == room.removeprefix("#"):
                return channel
        raise NoSuchThing(f"there is no room {room}")

    def _channel(self, room: str, who: str) -> str:
        return self._named(room) if room else self._world.inbox(self._actor(who).user)
