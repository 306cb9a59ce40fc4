"""Codes as people read them off a wall, and a browser before the page of one."""

import re
from datetime import timedelta
from typing import Self

import httpx
from starlette.applications import Starlette

from bot.adapters.stage import Actor, Room
from bot.adapters.web import Desk, Joining
from bot.store import attendance, people
from bot.store.tables import Meeting
from tests.pages.desk import ADDRESS, Browser
from tests.plugins.room import ANA, CAST, ROOMS, RoomOfPeople

EVE, STAFFROOM = "Eve", "staffroom"
"""She works in the same place, in a channel of no network."""
PEOPLE = (*CAST, Actor(EVE, "U5"))
CHANNELS = (*ROOMS, Room(STAFFROOM, "C9", (EVE,)))
CODE = re.compile(r"[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}")


def code_in(text: str) -> str:
    """The code that stands in what somebody saw."""
    found = CODE.search(text)
    assert found, text
    return found[0]


async def code_of(room: RoomOfPeople, who: str = ANA) -> str:
    """The code that this person can give to others."""
    return code_in(await room.says(who, "/network invite"))


def met(room: RoomOfPeople, days: int, *there: str) -> None:
    """So many days from now there was a meeting, at which these were noted."""
    begins = room.clock.now() + timedelta(days=days, hours=6)
    with room.store.write() as db:
        meeting = Meeting(
            network_id=1, title="Bridges", venue="", about="", minutes=90, state="planned",
            zone="Europe/London", starts_at=begins, local_start=begins.replace(tzinfo=None),
        )  # fmt: skip
        db.add(meeting)
        db.flush()
        numbers = {people.name(db, one): one for one in people.still_here(db, 1)}
        for who in there:
            attendance.put(db, 1, meeting.id or 0, numbers[who], "here", begins)


class Visitor(Browser):
    """Somebody without an account before the page of a code."""

    def __init__(self, room: RoomOfPeople, code: str, ticks: list[float] | None = None) -> None:
        now = ticks or [0.0]
        routes = [
            *Desk(room.house, room.clock.now).routes(),
            *Joining(room.house, lambda: now[0]).routes(),
        ]
        self.door = self.path = f"/j/{code}"
        self._app = Starlette(routes=routes)
        self.page = httpx.Response(200)
        self.comes_from("127.0.0.1")

    def comes_from(self, address: str) -> Self:
        """They are at this address of the internet."""
        transport = httpx.ASGITransport(app=self._app, client=(address, 1))
        self.web = httpx.AsyncClient(transport=transport, base_url=ADDRESS)
        return self

    async def joins(self, name: str = "Kim", **more: str) -> str:
        """Open the page, write a name, agree and send it."""
        await self.opens()
        return await self.fills(name=name, **{"agreed": "yes"} | more)

    async def goes_and_joins(self, name: str) -> str:
        """Open the page of the code anew, and join by it."""
        self.path = self.door
        return await self.joins(name)

    async def goes(self, path: str) -> str:
        """Open another address of the house."""
        self.path = path
        return await self.opens()

    async def goes_to_own_page(self) -> str:
        """Follow the link to their own page."""
        found = re.search(r"/p/[\w-]{43}", self.html)
        assert found, self.words
        return await self.goes(found[0])

    async def presses_on_first(self, label: str) -> str:
        """Press a button of the first page of where they are."""
        await self.opens()
        return await self.presses(label)


async def leaves(visitor: Visitor) -> str:
    """Leave the network by one's own page; returns what it then says."""
    await visitor.presses_on_first("Leave this network")
    return await visitor.presses("Yes, leave")
