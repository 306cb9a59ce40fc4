"""Threads: those of posts, and private ones with their people."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.adapters.discord.loopback import shapes
from bot.adapters.discord.loopback.rules import Refused
from bot.adapters.discord.loopback.world import World

Payload = dict[str, Any]
Act = Callable[[World, Mapping[str, str], Any], Any]
THREAD_NAME = 100


def begin(world: World, channel: str, body: Payload) -> Payload:
    """A private thread, in which only the bot is."""
    if channel not in world.rooms:
        raise Refused(404, 10003, "Unknown Channel")
    if channel in world.forbidden:
        raise Refused(403, 50013, "Missing Permissions")
    if not 1 <= len(body["name"]) <= THREAD_NAME or body["type"] != shapes.PRIVATE:
        raise Refused(400, 50035, "Invalid Form Body")
    made = world.new_id()
    told = shapes.thread(made, channel, body["name"]) | {"type": shapes.PRIVATE}
    told["thread_metadata"] |= {"invitable": body["invitable"]}
    world.threads[made] = told
    world.talks[made] = set()
    return told


def add(world: World, thread: str, user: str) -> None:
    """Somebody is in it from now on; safe to repeat. Only who is on the server can be."""
    there = _of(world, thread)
    if user not in world.people or user in world.gone:
        raise Refused(403, 50001, "Missing Access")
    there.add(user)
    world.threads[thread]["member_count"] = len(there) + 1


def member(world: World, thread: str, user: str) -> Payload:
    """Somebody who is in it. Of all that are Discord tells only whom it gave that privilege."""
    if user not in _of(world, thread):
        raise Refused(404, 10007, "Unknown Member")
    return {"id": thread, "user_id": user, "join_timestamp": shapes.DAY, "flags": 0}


def active(world: World) -> Payload:
    """The threads that are not put away."""
    every = world.threads.values()
    return {"threads": [t for t in every if not t["thread_metadata"]["archived"]], "members": []}


def change(world: World, thread: str, body: Payload) -> Payload:
    """Put it away, or bring it back."""
    _of(world, thread)
    world.threads[thread]["thread_metadata"] |= {"archived": body["archived"]}
    return world.threads[thread]


def _of(world: World, thread: str) -> set[str]:
    if thread not in world.talks:
        raise Refused(404, 10003, "Unknown Channel")
    return world.talks[thread]


ROUTES: tuple[tuple[str, str, Act], ...] = (
    ("GET", "/guilds/{guild}/threads/active", lambda world, _at, _body: active(world)),
    (
        "POST", "/channels/{channel}/messages/{message}/threads",
        lambda world, at, body: world.begin_thread(at["channel"], at["message"], body["name"]),
    ),
    (
        "POST", "/channels/{channel}/threads",
        lambda world, at, body: begin(world, at["channel"], body),
    ),
    (
        "GET", "/channels/{channel}/thread-members/{user}",
        lambda world, at, _body: member(world, at["channel"], at["user"]),
    ),
    (
        "PUT", "/channels/{channel}/thread-members/{user}",
        lambda world, at, _body: add(world, at["channel"], at["user"]),
    ),
    (
        "PATCH", "/channels/{channel}",
        lambda world, at, body: change(world, at["channel"], body),
    ),
)  # fmt: skip
"""The calls about threads: what each does, by its address and body, and answers."""
