"""People who open a personal link in a story: a browser without scripts, which reads the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import httpx
from starlette.applications import Starlette

from bot.adapters.stage import NoSuchThing, Seen
from bot.adapters.steps import Fills, OnPage, Opens, Presses
from bot.adapters.web.desk import Desk, Indoors
from bot.adapters.web.joining import Doors, Joining
from bot.adapters.web.reading import Reading

HOST = "http://visitor"
_LINK = re.compile(r"/p/[\w-]{43}|/j/[A-Z0-9]{3}(?:-?[A-Z0-9]{3}){2}\b")
_FILE = re.compile(r'filename="([^"]+)"')


class House(Indoors, Doors, Protocol):
    """A house with all its pages."""


class Visitors:
    """Those of a story who come by a link. It is found in what its person was shown last."""

    house: House
    """Where they come to."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._links: dict[str, str] = {}
        self._pages: dict[str, tuple[str, Reading]] = {}

    def note(self, seen: Sequence[Seen]) -> None:
        """Look for links in what appeared."""
        for one in seen:
            for link in _LINK.findall(one.text):
                self._links[one.who] = link

    def is_link(self, words: str) -> bool:
        """Whether an address of a page stands in these words."""
        return bool(_LINK.search(words))

    def asks(self, who: str) -> dict[str, list[str]]:
        """The fields of the form on the page that somebody has open, by their labels, each with its
        options.
        """
        read = self._pages[who][1] if who in self._pages else None
        if read is None or "form" not in read.hidden:
            return {}
        return {label: list(read.options.get(name, {})) for label, name in read.fields.items()}

    async def acts(self, step: Opens | OnPage) -> list[Seen]:
        """Open a link, or do something on the page that is open; returns what then stands there.
        Raises NoSuchThing.
        """
        if isinstance(step, Opens):
            if step.whose not in self._links:
                raise NoSuchThing(f"{step.whose} has been shown no link.")
            return await self._see(step.who, self._links[step.whose], None)
        if step.who not in self._pages:
            raise NoSuchThing(f"{step.who} has no page open.")
        link, page = self._pages[step.who]
        sent = (
            _pressed(page, step.act) if isinstance(step.act, Presses) else _filled(page, step.act)
        )
        return await self._see(step.who, link, sent)

    async def _see(
        self, who: str, link: str, sent: Mapping[str, str | list[str]] | None
    ) -> list[Seen]:
        routes = [*Desk(self.house, self._now).routes(), *Joining(self.house).routes()]
        way = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=way, base_url=HOST) as web:
            page = await (web.get(link) if sent is None else web.post(link, data=dict(sent)))
        if name := _FILE.search(page.headers.get("content-disposition", "")):
            return [Seen("file", "the page", who, name[1])]
        read = Reading(page.text)
        self._pages[who] = link, read
        return [Seen("page", "", who, read.words)]


def _pressed(page: Reading, act: Presses) -> dict[str, str | list[str]]:
    action = page.buttons.get(act.label)
    if action is None:
        raise NoSuchThing(f"There is no {act.label}; there are {', '.join(page.buttons)}.")
    return {"once": page.hidden.get("once", ""), "action": action}


def _filled(page: Reading, act: Fills) -> dict[str, str | list[str]]:
    if "form" not in page.hidden:
        raise NoSuchThing("There is no form on the page.")
    given: dict[str, str | list[str]] = {**page.hidden, **page.values}
    for label, value in act.values.items():
        name = page.fields.get(label)
        if name is None:
            raise NoSuchThing(f"There is no {label}; there are {', '.join(page.fields)}.")
        options = page.options.get(name)
        given[name] = options.get(value, value) if options else value
    return given
