"""A conversation of a few people on Discord: a private thread of the network's channel."""

from collections.abc import Mapping
from typing import Any

from bot.adapters.discord.rest import Rest
from bot.chat import Talk, Unreachable

PRIVATE = 12
NOT_THERE = ("10007", "10013", "404")  # unknown member, unknown user
WEEK = 10080  # minutes until a silent thread is put away; a post brings it back


async def opened(rest: Rest, talk: Talk, me: str) -> str:
    """The id of its thread: the one that we (`me`) have begun by this name, or a new one. A thread
    in which anybody else is belongs to them. Who is on the server is asked first: nobody is put
    into a thread where the others cannot come.
    """
    thread, there = await _begun(rest, talk, me)
    missing = [user for user in talk.users if user not in there]
    for user in missing:
        await rest.call("GET", f"/guilds/{talk.workspace}/members/{user}")
    if not thread:
        body = {
            "name": talk.name, "type": PRIVATE, "invitable": False, "auto_archive_duration": WEEK
        }  # fmt: skip
        thread = (await rest.call("POST", f"/channels/{talk.channel}/threads", body))["id"]
    try:
        for user in missing:
            await rest.call("PUT", f"/channels/{thread}/thread-members/{user}")
    except Unreachable:
        await rest.call("PATCH", f"/channels/{thread}", {"archived": True})
        raise
    return thread


async def _begun(rest: Rest, talk: Talk, me: str) -> tuple[str, set[str]]:
    """The thread as far as it was begun before, and who of its people is in it."""
    active = await rest.call("GET", f"/guilds/{talk.workspace}/threads/active")
    for thread in active["threads"]:
        if _is_it(thread, talk, me):
            there = {user for user in talk.users if await _is_in(rest, thread["id"], user)}
            if thread.get("member_count", 0) <= len(there) + 1:  # and the bot
                return thread["id"], there
    return "", set()


async def _is_in(rest: Rest, thread: str, user: str) -> bool:
    """Whether somebody is in a thread. The list of all is a privilege that we do without."""
    try:
        await rest.call("GET", f"/channels/{thread}/thread-members/{user}")
    except Unreachable as refused:
        if refused.reason not in NOT_THERE:
            raise
        return False
    return True


def _is_it(thread: Mapping[str, Any], talk: Talk, me: str) -> bool:
    mine = thread["type"] == PRIVATE and thread["owner_id"] == me
    return mine and (thread["parent_id"], thread["name"]) == (talk.channel, talk.name)
