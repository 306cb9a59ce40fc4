"""The desk of who comes by a personal link: pages that work without an account and without scripts.

GET shows and changes nothing, so that crawlers and previews of messengers may look as often as they
like; POST acts, once for each page that was shown.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.adapters.web.asked import Given, given, is_from_here, one
from bot.adapters.web.guesses import Guesses
from bot.adapters.web.importing import Importing, takes_lists
from bot.chat import Abilities, Person, Place, Profile
from bot.commands.calls import Answer, Call, Errors, File, Nothing, Pressed, Reply, Sent
from bot.i18n import translator
from bot.pages import page
from bot.ui import Form, Message, Para
from bot.ui import words as words_of
from bot.views.forms import values_of
from bot.views.words import Words, words

ABILITIES = Abilities(field_errors=True, day_picker=True, lists_members=False, repeat_safe=0)
PATH = "/p/{secret}"
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
        t = _reader(request)
        link = await asyncio.to_thread(self._house.opened, request.path_params["secret"])
        if link is None:
            return self._unknown(request, t)
        if request.method == "GET":
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
        return self._shown(t, answer, first=True, upload=takes_lists(link), problem=problem)

    async def _list(self, link: Link, request: Request, t: Words) -> Response:
        sent, once, problem = await self._importing.read(request, link, t)
        if sent is None:
            return await self._first(link, t, problem)
        answer = await self._act(link, t, sent, once)
        return await self._first(link, t) if isinstance(answer, Nothing) else self._shown(t, answer)

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
            return self._shown(t, again, values=values, problems=answer.problems)
        return self._shown(t, answer)

    async def _act(self, link: Link, t: Words, said: Pressed | Sent, once: str = "") -> Answer:
        call = Call(
            id=f"{link.who.user}:{once or secrets.token_hex(8)}",
            order=int(self._now().timestamp() * 1000),
            who=link.who,
            # A browser's language is good for this page; whose it is, it does not say.
            profile=Profile(name="", language=t.language, certain=False),
            place=Place(link.who.platform, "", ""),
            said=said,
            abilities=ABILITIES,
        )
        return await asyncio.to_thread(self._house.act, call)

    def _shown(
        self,
        t: Words,
        answer: Answer,
        *,
        values: Mapping[str, Sequence[str]] | None = None,
        problems: Mapping[str, str] | None = None,
        first: bool = False,
        upload: bool = False,
        problem: str = "",
    ) -> Response:
        if isinstance(answer, Reply) and answer.file is not None:
            return _file(answer.file)
        form = answer if isinstance(answer, Form) else None
        message = answer.message if isinstance(answer, Reply) else None
        return _page(
            t, message=message, form=form, values=values, problems=problems, back=not first,
            upload=upload and bool(message and message.title),  # what is refused has no title
            problem=problem,
        )  # fmt: skip


def _values(filled: Given) -> dict[str, tuple[str, ...]]:
    given = {key: tuple(v for v in values if v) for key, values in filled.items()}
    return {key: values for key, values in given.items() if values and key not in ("form", "once")}


def _page(
    t: Words,
    *,
    message: Message | None,
    form: Form | None = None,
    values: Mapping[str, Sequence[str]] | None = None,
    problems: Mapping[str, str] | None = None,
    status: int = HTTPStatus.OK,
    back: bool = False,
    upload: bool = False,
    problem: str = "",
) -> Response:
    shown = page(
        "personal.html",
        t=t,
        message=message,
        form=form,
        values=values if values is not None else (values_of(form) if form else {}),
        problems=problems or {},
        people=(),
        moment=None,  # the network's own clocks: what those of the reader show, nobody knows
        back=back,
        upload=upload,
        problem=problem,
        once=secrets.token_hex(8),
    )
    return HTMLResponse(shown, status, headers=HEADERS)


def _told(t: Words, status: int, why: str) -> Response:
    return _page(t, message=Message("", (Para(words_of(why)),)), status=status)


def _file(file: File) -> Response:
    name = {"content-disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, headers=HEADERS | name, media_type="application/octet-stream")


def _reader(request: Request) -> Words:
    asked = request.headers.get("accept-language", "en").split(",")[0].split(";")[0]
    return words(translator(asked).language)
