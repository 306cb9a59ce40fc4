"""The page of a code by which people join: GET shows what that means, POST does it.

A code is short, so whoever guesses too often is refused for a minute, also with a right one.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.web.asked import given, is_from_here, language, one
from bot.adapters.web.drawing import Filled, drawn, told, values
from bot.adapters.web.guesses import Guesses
from bot.commands.calls import Answer, Errors, Reply
from bot.commands.visits import Visit
from bot.ui import Form
from bot.views.joining import unknown
from bot.views.words import Words, words

PATH = "/j/{code}"
HOUSE, ALL = "", 60
"""From all addresses together so many wrong codes a minute are slips of the finger."""
_PAGE = re.compile("[0-9a-f]{16}")


class Doors(Protocol):
    """What the page needs of the house."""

    def door(self, code: str, language: str) -> Form | None:
        """What a code shows, if it works."""
        ...

    def come(self, visit: Visit, language: str) -> Answer | None:
        """What comes of joining by it; None where it does not work."""
        ...


class Joining:
    """Answers at the address of a code."""

    def __init__(self, house: Doors, ticks: Callable[[], float] = time.monotonic) -> None:
        self._house = house
        self._guesses, self._all = Guesses(ticks), Guesses(ticks, ALL)

    def routes(self) -> list[Route]:
        """Where the page is found."""
        return [Route(PATH, self.answer, methods=["GET", "POST"])]

    async def answer(self, request: Request) -> Response:
        """The page of a code, or what came of sending it."""
        t = words(language(request, "en"))
        who = request.client.host if request.client else "?"
        if self._guesses.is_over(who) or self._all.is_over(HOUSE):
            return _wait(t)
        code = request.path_params["code"]
        page = await asyncio.to_thread(self._house.door, code, t.language)
        if page is None:
            return self._unknown(t, who)
        if request.method != "POST":
            return drawn(t, form=page)
        if not is_from_here(request):
            return told(t, HTTPStatus.FORBIDDEN, t("Only the page of this link may do that."))
        filled = await given(request)
        if filled is None:
            why = t("That is too much at once.")
            return told(t, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, why)
        browser = one(filled, "once")
        browser = browser if _PAGE.fullmatch(browser) else secrets.token_hex(8)
        visit = Visit(code, browser, values(filled))
        answer = await asyncio.to_thread(self._house.come, visit, t.language)
        return self._unknown(t, who) if answer is None else _came(t, page, visit, answer)

    def _unknown(self, t: Words, who: str) -> Response:
        self._all.wrong(HOUSE)
        if self._guesses.wrong(who):
            return _wait(t)
        return told(t, HTTPStatus.NOT_FOUND, unknown(t))


def _wait(t: Words) -> Response:
    why = t("Too many codes that do not work. Please wait a minute.")
    return told(t, HTTPStatus.TOO_MANY_REQUESTS, why)


def _came(t: Words, page: Form, visit: Visit, answer: Answer) -> Response:
    if isinstance(answer, Errors):
        return drawn(t, form=page, filled=Filled(visit.values, answer.problems))
    return drawn(t, message=answer.message if isinstance(answer, Reply) else None)
