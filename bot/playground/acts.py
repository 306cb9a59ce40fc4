"""What can be done on a page: each act is a form that is sent, and leads back to a page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import quote

import structlog
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.adapters.memory.typed import holds_a_key, no_keys
from bot.adapters.stage import Actor
from bot.adapters.story import NotAStory, read
from bot.adapters.web.asked import Given, given, is_from_here, one
from bot.commands.turns import as_number
from bot.i18n import LANGUAGES
from bot.pages import page
from bot.playground import trouble
from bot.playground.game import Game, Gone
from bot.playground.life import Overtaken
from bot.playground.sights import HOME, INBOX
from bot.views.words import words

STEPS = {"+1h": timedelta(hours=1), "+1d": timedelta(days=1), "+1w": timedelta(weeks=1)}

NO_JUMP = ("run", "stop")

log = structlog.get_logger(__name__)
Act = Callable[[Actor, str, Given], Awaitable[None]]


class Acts:
    """Does what a page asks for, if the page is one of ours."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._acts: Mapping[str, Act] = {
            "write": self._writes,
            "press": self._presses,
            "send": self._sends,
            "clock": self._clock,
            "trouble": self._trouble,
            "tour": self._tour,
            "language": self._language,
        }

    async def do(self, request: Request) -> Response:
        """Something that a person does; what came of it stands on the page it leads back to."""
        game, room = self._game, request.path_params["room"]
        if not is_from_here(request):
            return self._refused(HTTPStatus.FORBIDDEN)
        actor, act = game.sights.actor(request.path_params["who"]), request.path_params["act"]
        is_known = act in self._acts or act == "keep"
        if actor is None or not is_known or room not in game.sights.rooms(actor):
            return self._refused(HTTPStatus.NOT_FOUND)
        filled = await given(request)
        if filled is None:
            return self._refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if act == "keep":
            await game.keeps(actor, filled)
            return Response(status_code=HTTPStatus.NO_CONTENT)
        game.life.telling.goes_on(actor, game.form(actor))
        before = len(game.sights.items(actor, INBOX))
        try:
            await self._acts[act](actor, room, filled)
            if act != "tour":
                await game.tours()
        except Gone:
            game.tells(actor, game.t("That is gone, or was pressed already."))
        if room == HOME and len(game.sights.items(actor, INBOX)) > before:
            room = INBOX  # there stands what came of it
        return go(game, actor, room)

    def _refused(self, status: HTTPStatus) -> Response:
        """A page that says so, and leads back."""
        t = self._game.t
        why = {
            HTTPStatus.FORBIDDEN: t("Only a page of this trial may do that."),
            HTTPStatus.NOT_FOUND: t("There is nothing at this address."),
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE: t("That is too much at once."),
        }[status]
        return HTMLResponse(page("playground/refused.html", t=t, why=why), status)

    async def afresh(self, request: Request) -> Response:
        """Begin anew, with the example network or with the story in a file."""
        game = self._game
        if not is_from_here(request):
            return self._refused(HTTPStatus.FORBIDDEN)
        filled = await given(request)
        if filled is None:
            return self._refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        with suppress(Overtaken):
            wrong = await self._begin(one(filled, "story") if "story" in filled else None)
            if wrong:
                game.tells(game.sights.world.actor(game.example.you), wrong)
        return go(game, None, game.example.room)

    async def _begin(self, text: str | None) -> str:
        t = self._game.t
        try:
            if text is not None and holds_a_key(text):
                return no_keys(t)
            stops = await self._game.begin(None if text is None else read(text))
        except NotAStory as reason:
            return t("That file was not played. {why}", why=str(reason))
        except Overtaken:
            raise
        except Exception as fault:
            log.exception("playground.story_failed")
            return t("That file was not played. {why}", why=type(fault).__name__)
        return t("The story was played up to this line. {why}", why=stops) if stops else ""

    async def _writes(self, actor: Actor, room: str, filled: Given) -> None:
        await self._game.writes(actor, room, one(filled, "text"))

    async def _presses(self, actor: Actor, _: str, filled: Given) -> None:
        await self._game.presses(actor, one(filled, "ref"), one(filled, "action"))

    async def _sends(self, actor: Actor, _: str, filled: Given) -> None:
        if one(filled, "do") == "leave":
            await self._game.leaves(actor)
        else:
            await self._game.sends(actor, filled)

    async def _clock(self, actor: Actor, _: str, filled: Given) -> None:
        by, game = one(filled, "by"), self._game
        before = len(game.sights.world.shown)
        if by in STEPS:
            await self._game.passes(STEPS[by])
        elif by.startswith("to:"):
            await self._game.to(_instant(by.removeprefix("to:"), self._game.now()))
        elif by == "run":
            await self._game.ticking.runs()
        elif by == "stop":
            await self._game.ticking.stops()
        elif by == "next":
            await self._game.to_next()
        if by not in NO_JUMP:
            game.tells(actor, game.since(before))

    async def _trouble(self, actor: Actor, _: str, filled: Given) -> None:
        if make := trouble.KINDS.get(one(filled, "kind")):
            await make(self._game, actor)

    async def _language(self, actor: Actor, _: str, filled: Given) -> None:
        game = self._game
        if (language := one(filled, "language")) in LANGUAGES:
            game.t = words(language)
            game.sights.world.language = language
            game.tells(
                actor,
                game.t("What is for you alone is in this language now. The channel has its own."),
            )

    async def _tour(self, _: Actor, __: str, filled: Given) -> None:
        await self._game.tours(as_number(one(filled, "step")))


def address(game: Game, actor: Actor, room: str) -> str:
    """Where the room stands, as this person sees it."""
    return f"/as/{quote(game.sights.key(actor), safe='')}/{room}"


def go(game: Game, actor: Actor | None, room: str) -> Response:
    """Lead to a room, or to one where the person is."""
    actor = actor or game.sights.world.actor(game.example.you)
    rooms = game.sights.rooms(actor)
    to = address(game, actor, room if room in rooms else rooms[0])
    return RedirectResponse(f"{to}#latest", HTTPStatus.SEE_OTHER)


def _instant(text: str, otherwise: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return otherwise
    return at if at.tzinfo else at.replace(tzinfo=UTC)
