"""What stands on this Discord, and what people wait for."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

Payload = dict[str, Any]


@dataclass
class Post:
    """A message; `reader` is the one person who sees it, or empty; `author` is None for the bot."""

    id: str
    channel: str
    body: Payload
    reader: str = ""
    gone: bool = False
    author: Payload | None = None


@dataclass
class Live:
    """An interaction that waits for its answer, or has it."""

    id: str
    token: str
    user: str
    channel: str
    born: float
    message: Post | None = None
    first: int = 0
    original: Post | None = None
    modal: Payload | None = None
    suggestions: list[Payload] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
