"""Asking the platforms after people who were not heard of for long."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from bot.chat import Busy, Chat, LockedOut, Person, Unknown, Unreachable
from bot.core import presence
from bot.core.presence import Doubt
from bot.store.db import Store

PATIENCE = 20
"""Seconds for which a question after somebody may take; with those of a message it is less than a
lane is claimed for.
"""


async def ask(chat: Chat, who: Person, doubt: Doubt) -> bool | None:
    """Whether somebody is still there; None where nobody can tell. Raises Busy and LockedOut: then
    nothing is known yet.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            return await chat.is_here(who, doubt.workspaces)
    except (Unknown, Unreachable, TimeoutError):
        return None


async def still_here(
    store: Store,
    chats: Mapping[str, Chat],
    network: int,
    members: Collection[int],
    now: Callable[[], datetime],
) -> set[int]:
    """Those of these members of a network who have not gone, for whoever is about to bring them
    together: who was not heard of for long is asked after, and marked where they have gone. Where
    a platform does not answer, its people are taken to be there.
    """
    for platform, chat in chats.items():
        for who, doubt in await asyncio.to_thread(_doubts, store, platform, network, members, now):
            try:
                told = await ask(chat, who, doubt)
            except (Busy, LockedOut):
                break
            if told is not None:
                await asyncio.to_thread(note, store, who, network, now(), here=told)
    with store.read() as db:
        return set(presence.reachable(db, members))


def note(
    store: Store,
    who: Person,
    network: int | None,
    now: datetime,
    *,
    here: bool,
    delivery: int | None = None,
) -> None:
    """Write down what the platform has said of somebody, when this was about to be sent to them."""
    with store.write() as db:
        if here:
            presence.is_here(db, who, now)
        else:
            presence.gone(db, who, now, network, delivery)


def _doubts(
    store: Store,
    platform: str,
    network: int,
    members: Collection[int],
    now: Callable[[], datetime],
) -> list[tuple[Person, Doubt]]:
    with store.read() as db:
        found = presence.reachable(db, members).values()
        wanted = {who: network for who in found if who.platform == platform}
        told = presence.doubts(db, platform, wanted, now())
    return [(who, doubt) for who, doubt in told.items() if isinstance(doubt, Doubt)]
