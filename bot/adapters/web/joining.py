"""The page of a code by which people join: GET shows what that means, POST does it.

Whoever tries too many codes is told to wait; a right code is never refused, for others may share
the address, and there are a billion times as many codes as networks.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.web.asked import Given, given, is_form, is_from_here, language, one
from bot.adapters.web.drawing import Filled, drawn, told, values
from bot.adapters.web.guesses import Guesses, is_elsewhere, whence
from bot.commands.calls import Errors, Reply
from bot.commands.visits import Came, Visit
from bot.ui import Form
from bot.views.joining import unknown
from bot.views.words import Words, words

PATH = "/j/{code}"
CLASS, HOUR = 40, 3600.0
"""So many people join from one address in an hour: a whole staff room, and no network of nobody."""
_PAGE = re.compile("[0-9a-f]{16}")


class Doors(Protocol):
    """What the page needs of the house."""

    def door(self, code: str, language: str) -> Form | None:
        """What a code shows, if it works."""
        ...

    def come(self, visit: Visit, language: str) -> Came | None:
        """What comes of joining by it; None where it does not work."""
        ...


class Joining:
    """Answers at the address of a code."""

    def __init__(self, house: Doors, ticks: Callable[[], float] = time.monotonic) -> None:
        self._house = house
        self._guesses, self._joined = Guesses(ticks), Guesses(ticks, CLASS, HOUR)

    def routes(self) -> list[Route]:
        """Where the page is found."""
        return [Route(PATH, self.answer, methods=["GET", "POST"])]

    async def answer(self, request: Request) -> Response:
        """The page of a code, or what came of sending it."""
        t = words(language(request, "en"))
        who = whence(request)
        code = request.path_params["code"]
        page = await asyncio.to_thread(self._house.door, code, t.language)
        if page is None:
            return self._unknown(t, who)
        if request.method != "POST":
            return drawn(t, form=page)
        if not is_from_here(request):
            return told(t, HTTPStatus.FORBIDDEN, t("Only the page of this link may do that."))
        if not is_form(request):
            why = t("Only the page of this link may do that.")
            return told(t, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, why)
        filled = await given(request)
        if filled is None:
            why = t("That is too much at once.")
            return told(t, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, why)
        return await self._come(t, page, Visit(code, _browser(filled), values(filled)), who)

    async def _come(self, t: Words, page: Form, visit: Visit, who: str) -> Response:
        """What came of it. It is noted beforehand, so that of many at once no more come in than one
        after the other; who sent the page before is no one more.
        """
        has_room = self._joined.take(who)
        visit = replace(visit, is_closed=not has_room and is_elsewhere(who))
        came = await asyncio.to_thread(self._house.come, visit, t.language)
        if has_room and not (came and came.is_new):
            self._joined.forgive(who)
        return _came(t, page, visit, came) if came else self._unknown(t, who)

    def _unknown(self, t: Words, who: str) -> Response:
        if self._guesses.wrong(who):
            why = t("Too many codes that do not work. Please wait a minute.")
            return told(t, HTTPStatus.TOO_MANY_REQUESTS, why)
        return told(t, HTTPStatus.NOT_FOUND, unknown(t))


def _browser(filled: Given) -> str:
    browser = one(filled, "once")
    return browser if _PAGE.fullmatch(browser) else secrets.token_hex(8)


def _came(t: Words, page: Form, visit: Visit, came: Came) -> Response:
    answer, status = came.answer, HTTPStatus.TOO_MANY_REQUESTS if came.is_full else HTTPStatus.OK
    if isinstance(answer, Errors):
        return drawn(t, form=page, filled=Filled(visit.values, answer.problems), status=status)
    return drawn(t, message=answer.message if isinstance(answer, Reply) else None)
