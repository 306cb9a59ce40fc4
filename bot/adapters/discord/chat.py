"""Discord as a Chat: posts, edits and threads, and what stands there."""

import asyncio
import base64
import hashlib
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.adapters.discord import render, talks
from bot.adapters.discord.parse import ABILITIES, PLATFORM
from bot.adapters.discord.parts import Part
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.talks import WEEK
from bot.chat import Busy, LockedOut, Pace, Person, Place, Profile, Talk, Unknown, Unreachable
from bot.ui import Message, message_text

Payload = Mapping[str, Any]

NONCE = 25  # characters at most
THREAD_NAME = 90  # of 100
UNKNOWN_CHANNEL = "10003"
NO_MEMBER = ("10007", "10013")  # of this server; of Discord
ASKING = 0.2
"""Seconds between two questions after people; with the pace of posts it stays below 50 a second."""
THREAD_EXISTS = "160004"

PAGE, PAGES = 100, 10
"""Messages that are read at once, and how often, until one is given up as not to be found."""
SKEW = timedelta(seconds=30)
"""How far Discord's clock and ours may differ."""
DISCORD_EPOCH = 1_420_070_400
SNOWFLAKE = 22  # bits for the number within a millisecond


class DiscordChat:
    """What the house needs of a chat, on Discord; it needs no gateway. `ref` is
    "channel:message".
    """

    platform = PLATFORM
    abilities = ABILITIES
    pace = Pace(post_gap=1.0, edit_gap=1.5, per_second=40)

    def __init__(self, rest: Rest) -> None:
        self.rest = rest
        self._me = ""
        self._asking = asyncio.Lock()
        self._inboxes: dict[str, str] = {}
        self._threads: set[str] = set()

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        """Post, and return the ref; within `repeat_safe` the same key appears once."""
        channel = await self._channel(to, message)
        body = render.message(message) | {"nonce": nonce(key), "enforce_nonce": True}
        posted = await self.rest.call("POST", f"/channels/{channel}/messages", body)
        return f"{channel}:{posted['id']}"

    async def open_talk(self, talk: Talk) -> Place:
        """Open a private thread in its channel, which only its people and the bot see."""
        thread = await talks.opened(self.rest, talk, await self._who_am_i())
        return Place(self.platform, talk.workspace, thread)

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:  # noqa: ARG002 -- ref has it all
        """Put `message` in place of the one at `ref`."""
        channel, _, post = ref.partition(":")
        path = f"/channels/{channel}/messages/{post}"
        await self.rest.call("PATCH", path, render.message(message))

    async def find(
        self, to: Place | Person, message: Message, since: datetime, but: Collection[str]
    ) -> str | None:
        """The ref of this message among our own in the place since then, by its buttons; where it
        has none, by its words, and Unknown where only its title is the same.
        """
        channel = await self._place(to)
        mine = [
            (ref, post.get("components", []))
            for post in await self._since(channel, to, since)
            if post["author"]["id"] == await self._who_am_i()
            and (ref := f"{channel}:{post['id']}") not in but
        ]
        return _same(render.message(message)["components"], mine)

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:  # noqa: ARG002
        """None: the list of members is a privilege that we do without."""
        return None

    async def is_here(self, who: Person, workspaces: Collection[str]) -> bool | None:
        """Whether the person is a member of one of these servers. Asked one after the other, and
        no faster than a share of what Discord takes of a bot in all.
        """
        told: list[bool | None] = []
        for guild in workspaces:
            async with self._asking:
                told.append(await self._is_member(guild, who.user))
                await asyncio.sleep(ASKING)
            if told[-1]:
                return True
        return False if told and None not in told else None

    async def _is_member(self, guild: str, user: str) -> bool | None:
        try:
            found = await self.rest.call("GET", f"/guilds/{guild}/members/{user}")
        except Unreachable as refused:
            return False if refused.reason in NO_MEMBER else None
        return not found.get("user", {}).get("bot", False)

    async def answers(self) -> bool:
        """Whether Discord can be spoken to at all, by this bot."""
        try:
            await self.rest.call("GET", "/users/@me")
        except Busy as busy:  # too many at once is an answer too; no connection is none
            return busy.__cause__ is None
        except (LockedOut, Unknown, Unreachable):
            return False
        return True

    async def _channel(self, to: Place | Person, message: Message) -> str:
        if isinstance(to, Place) and to.thread:
            return await self._thread(to.thread, message)
        return await self._place(to)

    async def _place(self, to: Place | Person) -> str:
        """The channel where it stands; a thread has the id of the post from which it was begun."""
        if isinstance(to, Place):
            return to.thread.partition(":")[2] or to.channel
        if to.user not in self._inboxes:
            body = {"recipient_id": to.user}
            opened = await self.rest.call("POST", "/users/@me/channels", body)
            self._inboxes[to.user] = opened["id"]
        return self._inboxes[to.user]

    async def _thread(self, ref: str, message: Message) -> str:
        """The thread of the post at `ref`; begun where there is none."""
        channel, _, post = ref.partition(":")
        if post not in self._threads:
            name = (message.title or message_text(message)).split("\n")[0][:THREAD_NAME]
            body = {"name": name.strip() or "…", "auto_archive_duration": WEEK}
            try:
                await self.rest.call("POST", f"/channels/{channel}/messages/{post}/threads", body)
            except Unreachable as refused:
                if refused.reason != THREAD_EXISTS:
                    raise
            self._threads.add(post)
        return post

    async def _since(self, channel: str, to: Place | Person, since: datetime) -> list[Payload]:
        """All that was written there since then, oldest first. Raises Unknown where that is too
        much, or is not for us to read.
        """
        found: list[Payload] = []
        after = _snowflake(since - SKEW)
        for _ in range(PAGES):
            try:
                page = await self._read(channel, {"after": str(after), "limit": str(PAGE)})
            except Unreachable as refused:
                if refused.reason == UNKNOWN_CHANNEL and isinstance(to, Place) and to.thread:
                    return []  # a thread that never began
                raise
            found += sorted(page, key=_number)
            if len(page) < PAGE:
                if not found and isinstance(to, Place):
                    await self._must_read(channel)
                return found
            after = _number(found[-1])
        raise Unknown("too much was written there")

    async def _read(self, channel: str, query: Mapping[str, str]) -> list[Payload]:
        page: list[Payload] = await self.rest.call(
            "GET", f"/channels/{channel}/messages", query=query
        )
        return page

    async def _must_read(self, channel: str) -> None:
        """Who may not read what was written gets an empty list from Discord, and no refusal: only
        where an older message can be read does "nothing new" mean nothing.
        """
        if not await self._read(channel, {"limit": "1"}):
            raise Unknown("nothing can be read there")

    async def _who_am_i(self) -> str:
        if not self._me:
            self._me = (await self.rest.call("GET", "/users/@me"))["id"]
        return self._me


def nonce(key: str) -> str:
    """The name by which Discord knows that it has seen this post before."""
    return base64.b32encode(hashlib.sha256(key.encode()).digest()).decode()[:NONCE]


def _snowflake(at: datetime) -> int:
    """Smaller than the id of whatever was made from this instant on."""
    return max(0, int((at.timestamp() - DISCORD_EPOCH) * 1000)) << SNOWFLAKE


def _number(post: Payload) -> int:
    return int(post["id"])


def _same(wanted: list[Payload], mine: list[tuple[str, list[Payload]]]) -> str | None:
    """The newest of `mine` that is the message wanted."""
    buttons, words = _marks(wanted)
    for ref, components in reversed(mine):
        if _marks(components) == (buttons, words):
            return ref
    if buttons:
        return next((ref for ref, it in reversed(mine) if _marks(it)[0] == buttons), None)
    others = (_marks(components) for _, components in mine)
    if any(not also and _title(said) == _title(words) for also, said in others):
        raise Unknown("one of the same title stands there")
    return None


def _title(words: list[str]) -> str:
    return words[0] if words and words[0].startswith("## ") else ""


def _marks(components: list[Payload]) -> tuple[list[str], list[str]]:
    """By what a message is known: the ids of its buttons, and its words."""
    parts = list(_parts(components))
    return (
        [part["custom_id"] for part in parts if part["type"] == Part.BUTTON],
        [part["content"].strip() for part in parts if part["type"] == Part.TEXT],
    )


def _parts(components: list[Payload]) -> Iterator[Payload]:
    for part in components:
        yield part
        yield from _parts(part.get("components", []))
        if "accessory" in part:
            yield part["accessory"]
