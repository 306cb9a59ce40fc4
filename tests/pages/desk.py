"""A browser before the desk of the cast's house, without scripts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import httpx
from starlette.applications import Starlette

from bot.adapters.web import Desk
from bot.core import links
from bot.core.people import number
from bot.store import meetings
from tests.plugins.room import RoomOfPeople

ADDRESS = "https://convenor.example"


class Browser:
    """Somebody who comes by a link."""

    def __init__(
        self, room: RoomOfPeople, secret: str, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self.path = f"/p/{secret}"
        app = Starlette(routes=Desk(room.house, room.clock.now, ticks).routes())
        self.web = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=ADDRESS)
        self.page = httpx.Response(200)

    async def opens(self, **headers: str) -> str:
        """Look at the page; returns its words."""
        self.page = await self.web.get(self.path, headers=headers)
        return self.words

    async def presses(self, label: str) -> str:
        """Press a button of the page; returns the words of the next one."""
        found = re.search(rf'name="action" value="([^"]+)"[^>]*>{re.escape(label)}<', self.html)
        assert found, f"no {label} in\n{self.words}"
        return await self.sends(action=unescape(found[1]))

    async def takes(self) -> str:
        """Make the page one's own: from now on this is at the new address; returns what it says."""
        told = await self.presses("Make this page mine alone")
        found = re.search(r"/p/[\w-]{43}", told)
        assert found, f"no address in\n{told}"
        self.path = found[0]
        return told

    async def fills(self, **values: str) -> str:
        """Fill the form of the page and send it; returns the words of the next one."""
        found = re.search(r'name="form" value="([^"]+)"', self.html)
        assert found, f"no form in\n{self.words}"
        return await self.sends(form=unescape(found[1]), **values)

    async def sends(self, **values: str) -> str:
        """Send what a page would; returns the words of what comes back."""
        given = {"once": self.once, **values}
        self.page = await self.web.post(self.path, data=given)
        return self.words

    @property
    def once(self) -> str:
        """The number of the page that they see."""
        found = re.search(r'name="once" value="(\w+)"', self.html)
        return found[1] if found else ""

    @property
    def html(self) -> str:
        return self.page.text

    @property
    def words(self) -> str:
        """What a person reads on it."""
        body = self.html.partition("<main")[2]
        text = unescape(re.sub(r"<[^>]+>", " ", f"<main{body}"))
        return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def link(room: RoomOfPeople, name: str = "Kim", *, alone: bool = False, **lasts: float) -> str:
    """The secret of a link to the next meeting, for somebody new without an account; `alone`: they
    have made it theirs.
    """
    now = room.clock.now()
    with room.store.write() as db:
        (meeting, *_) = meetings.coming(db, 1, now, told=True)
        who = links.person(db, 1, name, now)
        until = now + timedelta(**lasts or {"days": 30})
        key = number(who.id)
        by = key if alone else None
        return links.make(db, 1, key, f"meeting:{meeting.id}", now, until, by)


def given(room: RoomOfPeople, shown: str) -> Browser:
    """The browser of who was given the link that somebody was shown."""
    found = re.search(r"/p/([\w-]{43})", shown)
    assert found, f"no link in\n{shown}"
    return Browser(room, found[1])
