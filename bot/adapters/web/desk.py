"""The desk of who comes by a personal link: pages that work without an account and without scripts.

GET shows and changes nothing, so that crawlers and previews of messengers may look as often as they
like; POST acts, once for each page that was shown.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.web.again import Again
from bot.adapters.web.asked import Given, given, is_form, is_from_here, language, one
from bot.adapters.web.drawing import Filled, Link, Upload, drawn, shown, told, values
from bot.adapters.web.guesses import Guesses, whence
from bot.adapters.web.importing import Importing, takes_lists
from bot.chat import Abilities, Place, Profile
from bot.commands.calls import Answer, Call, Errors, Nothing, Pressed, Reply, Sent
from bot.views.words import Words, words

ABILITIES = Abilities(field_errors=True, day_picker=True, lists_members=False, repeat_safe=0)
PATH = "/p/{secret}"


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
        self._moved = Again(ticks)

    def routes(self) -> list[Route]:
        """Where the desk is found."""
        return [Route(PATH, self.answer, methods=["GET", "POST"])]

    async def answer(self, request: Request) -> Response:
        """The page of a link, or what came of a button or form on it."""
        self._moved.forget()
        secret = request.path_params["secret"]
        link = await self._opened(secret)
        t = words(language(request, link.language if link else "en"))
        if link is None:
            return await self._moved_before(request) or self._unknown(request, t)
        if request.method != "POST":
            return await self._first(link, t)
        if not is_from_here(request):
            return told(t, HTTPStatus.FORBIDDEN, t("Only the page of this link may do that."))
        if takes_lists(link) and self._importing.is_file(request):
            return await self._list(link, request, t)
        if not is_form(request):
            why = t("Only the page of this link may do that.")
            return told(t, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, why)
        filled = await given(request)
        if filled is None:
            why = t("That is too much at once.")
            return told(t, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, why)
        return await self._acted(link, secret, t, filled)

    async def _opened(self, secret: str) -> Link | None:
        return await asyncio.to_thread(self._house.opened, secret)

    async def _moved_before(self, request: Request) -> Response | None:
        """What was shown to who has pressed twice, and by the first press has another address."""
        is_ours = request.method == "POST" and is_form(request) and is_from_here(request)
        filled = await given(request) if is_ours and len(self._moved) else None
        return self._moved.of((request.path_params["secret"], one(filled or {}, "once")))

    def _unknown(self, request: Request, t: Words) -> Response:
        if self._guesses.wrong(whence(request)):
            why = t("Too many links that do not work. Please wait a minute.")
            return told(t, HTTPStatus.TOO_MANY_REQUESTS, why)
        why = t("This link does not work any more. Please ask for a new one.")
        return told(t, HTTPStatus.NOT_FOUND, why)

    async def _first(self, link: Link, t: Words, problem: str = "") -> Response:
        answer = await self._act(link, t, Pressed(link.first))
        upload = Upload(problem) if takes_lists(link) else None
        return shown(link, t, answer, first=True, upload=upload)

    async def _list(self, link: Link, request: Request, t: Words) -> Response:
        sent, once, problem = await self._importing.read(request, link, t)
        if sent is None:
            return await self._first(link, t, problem)
        answer = await self._act(link, t, sent, once)
        if isinstance(answer, Nothing):
            return await self._first(link, t)
        return shown(link, t, answer)

    async def _acted(self, link: Link, secret: str, t: Words, filled: Given) -> Response:
        form, action = one(filled, "form"), one(filled, "action")
        if not link.allows(form or action):
            why = t("There is nothing at this address.")
            return told(t, HTTPStatus.NOT_FOUND, why, back=True)
        typed = values(filled)
        said = Sent(form, typed) if form else Pressed(action)
        once = one(filled, "once")
        answer = await self._act(link, t, said, once)
        if link.is_left_by(action) and isinstance(answer, Reply):
            return self._shown_once(t, answer, (secret, once))
        if isinstance(answer, Nothing) and (moved := self._moved.of((secret, once))):
            return moved
        opened = await self._opened(secret)  # who has left or come back may do other things
        if opened is None and isinstance(answer, Reply):  # who is erased has no page any more
            return drawn(t, message=answer.message)
        link = opened or link
        if isinstance(answer, Nothing):  # sent twice: it is done
            return await self._first(link, t)
        if isinstance(answer, Errors):
            again = await self._act(link, t, Pressed(form))
            return shown(link, t, again, Filled(typed, answer.problems))
        return shown(link, t, answer)

    def _shown_once(self, t: Words, answer: Reply, key: tuple[str, str]) -> Response:
        page = drawn(t, message=answer.message)
        if key[1]:
            self._moved.keep(key, page)
        return page

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
