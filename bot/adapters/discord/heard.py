"""Plain words on Discord: a mention in a channel, or a direct message.

No privileged intent is needed: of other messages Discord tells without what stands in them, and
they are not looked at. There is no command here; those are Discord's own.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.adapters.discord import render
from bot.adapters.discord.chat import DiscordChat, nonce
from bot.adapters.discord.parse import ABILITIES, EVERYWHERE, PLATFORM, order
from bot.chat import Busy, Person, Place, Profile, Unknown
from bot.commands.calls import Call, Said
from bot.ui import Message, clean

THREADS = (10, 11, 12)
ATTEMPTS = 3
LONGEST_WAIT = 10.0
"""Seconds that an answer waits for Discord's limits; later it would come as a surprise."""
KINDS = (discord.MessageType.default, discord.MessageType.reply)
_SHOWN = re.compile(r"<(?:(?P<who>@!?)(?P<user>\d+)|a?(?P<emoji>:\w+:)\d+)>")


def is_for(message: discord.Message, me: int) -> bool:
    """Whether a person says this to the bot: by its name in a channel, or directly."""
    if message.author.bot or message.webhook_id is not None or message.type not in KINDS:
        return False
    if isinstance(message.channel, discord.DMChannel):
        return bool(message.content.strip())
    return _name(me).search(message.content) is not None


def _name(me: int) -> re.Pattern[str]:
    return re.compile(rf"<@!?{me}>")


def words(message: discord.Message, me: int) -> str:
    """What was said, as people see it, without the bot's name."""
    names = {str(one.id): one.display_name for one in message.mentions}
    bare = _name(me).sub(" ", message.content)
    shown = _SHOWN.sub(
        lambda found: found["emoji"] or f"@{names.get(found['user'], found['user'])}", bare
    )
    return clean(shown).strip()


async def call(message: discord.Message, me: int, chat: DiscordChat) -> Call:
    """The words as a call; those in a thread belong to its channel."""
    channel, room, guild = "", "", EVERYWHERE
    if not isinstance(message.channel, discord.DMChannel):
        guild = str(message.guild.id) if message.guild else EVERYWHERE
        channel, room = await _channel(message, chat)
    return Call(
        id=str(message.id),
        order=order(message.id),
        who=Person(PLATFORM, EVERYWHERE, str(message.author.id)),
        # Beside a message Discord tells neither the language nor the rights of who wrote it.
        profile=Profile(name=message.author.display_name),
        place=Place(PLATFORM, guild, channel),
        said=Said(words(message, me)),
        abilities=ABILITIES,
        room=room,
    )


async def _channel(message: discord.Message, chat: DiscordChat) -> tuple[str, str]:
    """The channel's id and name; a thread that nobody told of is asked for."""
    there = message.channel
    if isinstance(there, discord.Thread):
        return str(there.parent_id), there.parent.name if there.parent else ""
    if isinstance(there, discord.PartialMessageable):
        known = await chat.rest.call("GET", f"/channels/{there.id}")
        if known["type"] in THREADS:
            return str(known["parent_id"]), ""
    return str(there.id), str(getattr(there, "name", None) or "")


async def reply(message: discord.Message, answer: Message, chat: DiscordChat) -> None:
    """Answer below the message, and ping nobody. It is sent again where that is safe and soon."""
    drawn = render.message(answer)
    to: dict[str, Any] = {"message_id": str(message.id), "fail_if_not_exists": False}
    body = drawn | {
        "allowed_mentions": {"parse": [], "replied_user": False},
        "message_reference": to,
        "nonce": nonce(f"said:{message.id}"),
        "enforce_nonce": True,
    }
    path = f"/channels/{message.channel.id}/messages"
    await _surely(lambda: chat.rest.call("POST", path, body))


async def _surely(send: Callable[[], Awaitable[object]]) -> None:
    for attempt in range(ATTEMPTS):
        try:
            await send()
        except (Busy, Unknown) as trouble:
            wait = trouble.retry_after if isinstance(trouble, Busy) else 1.0
            if attempt == ATTEMPTS - 1 or wait > LONGEST_WAIT:
                raise
            await asyncio.sleep(wait)
        else:
            return
