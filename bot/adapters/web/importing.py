"""A list of people that comes as a file: read here, outside of any transaction."""

from __future__ import annotations

import asyncio
import json
from typing import Protocol

from starlette.requests import Request

from bot.adapters.web.asked import parted
from bot.commands.calls import Sent
from bot.core import imports, lists
from bot.core.links import FOR_FILES
from bot.core.sheets import LARGEST, Unreadable, Why
from bot.views import faults
from bot.views.words import Words

MOST = LARGEST + (1 << 16)
"""Bytes of what is sent: the file, and what stands around it."""
AT_ONCE = 2
"""So many files are read at the same time; the others wait."""


class Link(Protocol):
    """A link that works."""

    @property
    def first(self) -> str:
        """The button whose answer is shown first."""
        ...


def takes_lists(link: Link) -> bool:
    """Whether files come by this link."""
    return link.first.startswith(FOR_FILES)


class Importing:
    """Reads files that browsers send."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)

    def is_file(self, request: Request) -> bool:
        """Whether a form with a file comes."""
        return request.headers.get("content-type", "").startswith("multipart/form-data")

    async def read(self, request: Request, link: Link, t: Words) -> tuple[Sent | None, str, str]:
        """What the house is told of the file, and the page's own number; or the sentence why it
        cannot be read.
        """
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST:
                return None, "", faults.unreadable(t, Why.LARGE)
        kind = request.headers.get("content-type", "")
        parts = await asyncio.to_thread(parted, kind, bytes(body))
        data = parts.get("list", b"")
        try:
            async with self._turns:
                sheets = await asyncio.to_thread(lists.read, data)
        except Unreadable as fault:
            return None, "", faults.unreadable(t, fault.why)
        said = json.dumps([[sheet.name, sheet.rows] for sheet in sheets])
        values = {"sheets": (said,), "digest": (imports.file_digest(data),)}
        action = f"{link.first.rpartition(':')[0]}:paste"
        return Sent(action, values), parts.get("once", b"").decode("ascii", "replace")[:32], ""
