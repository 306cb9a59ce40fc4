"""The desk of who comes by a personal link: pages that work without an account and without scripts.

GET shows and changes nothing, so that crawlers and previews of messengers may look as often as they
like; POST acts, once for each page that was shown.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Protocol
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.adapters.web.asked import Given, given, is_from_here, language, one
from bot.adapters.web.guesses import Guesses
from bot.adapters.web.importing import Importing, takes_lists
from bot.chat import Abilities, Person, Place, Profile
from bot.commands.calls import Answer, Call, Errors, File, Nothing, Pressed, Reply, Sent
from bot.pages import page
from bot.ui import Block, Controls, Form, Message, Para, Row
from bot.ui import words as words_of
from bot.views.forms import values_of
from bot.views.words import Words, words

ABILITIES = Abilities(field_errors=True, day_picker=True, lists_members=False, repeat_safe=0)
PATH = "/p/{secret}"
KINDS = {"ics": "text/calendar; charset=utf-8", "zip": "application/zip"}
"""Of files, by how their names end: a phone then knows what to open them with."""
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src data:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",  # the address is a secret
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
"""Of every page: it loads nothing but its style, and is kept and found by nobody."""


class Link(Protocol):
    """A link that works."""

    @property
    def who(self) -> Person:
        """Who comes by it."""
        ...

    @property
    def name(self) -> str:
        """What they are called."""
        ...

    @property
    def network(self) -> str:
        """The name of the network that it is about."""
        ...

    @property
    def language(self) -> str:
        """The network's."""
        ...

    @property
    def zone(self) -> str:
        """The network's."""
        ...

    @property
    def until(self) -> datetime:
        """When it ends."""
        ...

    @property
    def first(self) -> str:
        """The button whose answer is shown first."""
        ...

    def allows(self, action: str) -> bool:
        """Whether this button or form is within its purpose."""
        ...


class Indoors(Protocol):
    """What the desk needs of the house."""

    def act(self, call: Call) -> Answer:
        """Do what the call asks."""
        ...

    def opened(self, secret: str) -> Link | None:
        """What a link is for, if it works."""
        ...


class Desk:
    """Answers what a browser asks by a personal link."""

    def __init__(
        self,
        house: Indoors,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._house, self._now = house, now
        self._guesses = Guesses(ticks)
        self._importing = Importing()

    def routes(self) -> list[Route]:
        """Where the desk is found."""
        return [Route(PATH, self.answer, methods=["GET", "POST"])]

    async def answer(self, request: Request) -> Response:
        """The page of a link, or what came of a button or form on it."""
        link = await asyncio.to_thread(self._house.opened, request.path_params["secret"])
        t = words(language(request, link.language if link else "en"))
        if link is None:
            return self._unknown(request, t)
        if request.method != "POST":
            return await self._first(link, t)
        if not is_from_here(request):
            return _told(t, HTTPStatus.FORBIDDEN, t("Only the page of this link may do that."))
        if takes_lists(link) and self._importing.is_file(request):
            return await self._list(link, request, t)
        filled = await given(request)
        if filled is None:
            why = t("That is too much at once.")
            return _told(t, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, why)
        return await self._acted(link, t, filled)

    def _unknown(self, request: Request, t: Words) -> Response:
        who = request.client.host if request.client else ""
        if self._guesses.wrong(who):
            why = t("Too many links that do not work. Please wait a minute.")
            return _told(t, HTTPStatus.TOO_MANY_REQUESTS, why)
        why = t("This link does not work any more. Please ask for a new one.")
        return _told(t, HTTPStatus.NOT_FOUND, why)

    async def _first(self, link: Link, t: Words, problem: str = "") -> Response:
        answer = await self._act(link, t, Pressed(link.first))
        upload = Upload(problem) if takes_lists(link) else None
        return _shown(link, t, answer, first=True, upload=upload)

    async def _list(self, link: Link, request: Request, t: Words) -> Response:
        sent, once, problem = await self._importing.read(request, link, t)
        if sent is None:
            return await self._first(link, t, problem)
        answer = await self._act(link, t, sent, once)
        if isinstance(answer, Nothing):
            return await self._first(link, t)
        return _shown(link, t, answer)

    async def _acted(self, link: Link, t: Words, filled: Given) -> Response:
        form, action = one(filled, "form"), one(filled, "action")
        if not link.allows(form or action):
            return _told(t, HTTPStatus.NOT_FOUND, t("There is nothing at this address."))
        values = _values(filled)
        said = Sent(form, values) if form else Pressed(action)
        answer = await self._act(link, t, said, one(filled, "once"))
        if isinstance(answer, Nothing):  # sent twice: it is done
            return await self._first(link, t)
        if isinstance(answer, Errors):
            again = await self._act(link, t, Pressed(form))
            return _shown(link, t, again, Filled(values, answer.problems))
        return _shown(link, t, answer)

    async def _act(self, link: Link, t: Words, said: Pressed | Sent, once: str = "") -> Answer:
        call = Call(
            id=f"{link.who.user}:{once or secrets.token_hex(8)}",
            order=int(self._now().timestamp() * 1_000_000) * 1000,
            who=link.who,
            # A browser's language is good for this page; whose it is, it does not say.
            profile=Profile(name="", language=t.language, certain=False),
            place=Place(link.who.platform, "", ""),
            said=said,
            abilities=ABILITIES,
        )
        return await asyncio.to_thread(self._house.act, call)


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the fields of a form, and what is wrong with it."""

    values: Mapping[str, Sequence[str]]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Upload:
    """A page that takes a file, and what was wrong with the last one."""

    problem: str = ""


def _shown(
    link: Link,
    t: Words,
    answer: Answer,
    filled: Filled | None = None,
    *,
    first: bool = False,
    upload: Upload | None = None,
) -> Response:
    if isinstance(answer, Reply) and answer.file is not None:
        return _file(answer.file)
    form = answer if isinstance(answer, Form) else None
    message = within(answer.message, link.allows) if isinstance(answer, Reply) else None
    if form is not None and filled is None:
        filled = Filled(values_of(form), {})
    return _page(
        t, link=link, message=message, form=form, filled=filled, back=not first,
        upload=upload if message is not None else None,
    )  # fmt: skip


def within(message: Message, allows: Callable[[str], bool]) -> Message:
    """The message with those of its buttons that work by the link."""
    blocks: list[Block] = []
    for block in message.blocks:
        if isinstance(block, Controls):
            left = tuple(one for one in block.buttons if allows(one.action))
            blocks += [Controls(left)] if left else []
        elif isinstance(block, Row) and not allows(block.button.action):
            blocks.append(Para(block.text))
        else:
            blocks.append(block)
    return replace(message, blocks=tuple(blocks))


def _values(filled: Given) -> dict[str, tuple[str, ...]]:
    given = {key: tuple(v for v in values if v) for key, values in filled.items()}
    return {key: values for key, values in given.items() if values and key not in ("form", "once")}


def _page(
    t: Words,
    *,
    link: Link | None = None,
    message: Message | None = None,
    form: Form | None = None,
    filled: Filled | None = None,
    status: int = HTTPStatus.OK,
    back: bool = False,
    upload: Upload | None = None,
) -> Response:
    until = t.day(link.until.astimezone(ZoneInfo(link.zone)).date()) if link else ""
    shown = page(
        "personal.html",
        t=t,
        link=link,
        until=until,
        message=message,
        form=form,
        values=filled.values if filled else {},
        problems=filled.problems if filled else {},
        people=(),
        moment=None,  # the network's own clocks: what those of the reader show, nobody knows
        back=back,
        upload=upload is not None,
        problem=upload.problem if upload else "",
        once=secrets.token_hex(8),
    )
    return HTMLResponse(shown, status, headers=HEADERS)


def _told(t: Words, status: int, why: str) -> Response:
    return _page(t, message=Message("", (Para(words_of(why)),)), status=status)


def _file(file: File) -> Response:
    name = {"content-disposition": f'attachment; filename="{file.name}"'}
    kind = KINDS.get(file.name.rpartition(".")[2], "application/octet-stream")
    return Response(file.content, headers=HEADERS | name, media_type=kind)
